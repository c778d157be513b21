"""Fixes in lists with comments: the right item changes, and every comment stays."""

from __future__ import annotations

import pytest

from ieeelint.cli import main


def fixed(tmp_path, preamble: str, options: str = "[conference]") -> str:
    """The preamble after ``--fix --unsafe-fixes``."""
    draft = tmp_path / "paper.tex"
    start, end = f"\\documentclass{options}{{IEEEtran}}\n", "\n\\begin{document}\nWater flows.\n"
    draft.write_text(f"{start}{preamble}{end}\\end{{document}}\n")
    main(["check", "--isolated", "--fix", "--unsafe-fixes", "--select", "TEX", str(draft)])
    text = draft.read_text()
    return text[text.index("}\n") + 2 : text.index(end)] if preamble else text.partition("{")[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "\\usepackage{array,% a, b\n setspace% c\n}",
            "\\usepackage{array,% a, b\n % c\n}",
        ),
        (
            "\\usepackage{array,% a, b\n setspace,% c, d\n xcolor}",
            "\\usepackage{array,% a, b\n % c, d\n xcolor}",
        ),
        ("\\usepackage{array, setspace}", "\\usepackage{array}"),
        ("\\usepackage{setspace, array}", "\\usepackage{array}"),
        (
            "\\usepackage[%\n colorlinks% old, b\n]{hyperref}",
            "\\usepackage[%\n hidelinks% old, b\n]{hyperref}",
        ),
        ("\\usepackage[% none\n]{hyperref}", "\\usepackage[hidelinks% none\n]{hyperref}"),
        (
            "\\usepackage[% x, y\n lofdepth]{subfig}",
            "\\usepackage[caption=false,% x, y\n lofdepth]{subfig}",
        ),
        # The only package: its call would go with the comment in it.
        ("\\usepackage{%\n setspace% x\n}", "\\usepackage{%\n setspace% x\n}"),
    ],
)
def test_an_item_changes_and_comments_stay(tmp_path, capsys, before, after):
    assert fixed(tmp_path, before) == after


def test_a_class_option_goes_and_comments_stay(tmp_path, capsys):
    options = "[%\n 12pt,% x, y\n conference% z\n]"
    expected = "\\documentclass[%\n % x, y\n conference% z\n]"
    assert fixed(tmp_path, "", options) == expected

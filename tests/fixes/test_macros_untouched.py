"""Fixes insert nothing between the words that one macro prints."""

from __future__ import annotations

import pytest

from ieeelint.cli import main

HEAD = """\\documentclass[conference]{IEEEtran}
\\newcommand{\\clock}{5GHz}
\\newcommand{\\half}{.5}
\\newcommand{\\volts}[1]{#1V}
\\newcommand{\\tuned}[2][.5]{#2 GHz (#1 dB)}
\\begin{document}
\\section{Flow}
The supply of 5~V is on. """
END = "\n\\end{document}\n"


def fixed(path, body: str, codes: str) -> str:
    """The body after all safe fixes of these rules, made twice."""
    path.write_text(HEAD + body + END, encoding="utf-8")
    for _ in range(2):
        main(["check", "--isolated", "--quiet", "--fix", "--select", codes, str(path)])
    return path.read_text(encoding="utf-8")[len(HEAD) : -len(END)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It runs at \\clock{} here.", None),
        ("It runs at (\\clock) here.", None),
        ("It takes \\volts{5} here.", None),
        ("It takes \\volts{.5} here.", "It takes \\volts{0.5} here."),
        ("It is \\tuned{3} here.", None),
        ("It is \\tuned{.4} here.", "It is \\tuned{0.4} here."),
        # At the edges of a macro there is something to do.
        ("It is \\half{} here.", "It is 0\\half{} here."),
        ("It takes 5\\,V or .5\\,V here.", "It takes 5\\,V or 0.5\\,V here."),
    ],
)
def test_no_fix_goes_between_words_of_a_macro(tmp_path, body, expected):
    assert fixed(tmp_path / "p.tex", body, "UNT") == (expected or body)

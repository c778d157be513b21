"""Fixes of the calls of packages: what another load, a macro or a local file makes wrong."""

from __future__ import annotations

import pytest

from ieeelint.cli import main

CONFERENCE = "\\documentclass[conference]{IEEEtran}"
STAR = "\\begin{figure}[!t]\\caption*{Water.}\\end{figure}"


def fixed(folder, preamble: str, body: str = "Water flows.", **files: str) -> str:
    """The preamble after ``--fix --unsafe-fixes``, with these files in the folder."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    draft = folder / "paper.tex"
    draft.write_text(f"{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n")
    main(["check", "--isolated", "--fix", "--unsafe-fixes", "--select", "TEX", str(draft)])
    return draft.read_text().partition("\n\\begin{document}")[0]


@pytest.mark.parametrize(
    ("before", "files"),
    [
        ("\\RequirePackage{hyperref}\n", {}),
        ("\\usepackage{bookmark}\n", {}),
        ("\\usepackage{lab}\n", {"lab_sty": "\\RequirePackage{url,hyperref}\n"}),
        ("\\usepackage{lab}\n", {"lab_sty": "\\input{x}\\usepackage[a]{lib}\n",
                                "lib_sty": "\\RequirePackage{orcidlink}\n"}),
    ],
)  # fmt: skip
def test_no_option_is_added_after_another_load(tmp_path, capsys, before, files):
    preamble = f"{CONFERENCE}\n{before}\\usepackage{{hyperref}}"
    result = fixed(tmp_path, preamble, **files)
    assert "[hidelinks]" not in result
    assert "{hyperref}\n\\hypersetup{hidelinks}" in result


def test_a_local_class_may_load_hyperref(tmp_path, capsys):
    result = fixed(tmp_path, "\\documentclass{lab}\n\\usepackage{hyperref}")
    assert result.endswith("\\usepackage{hyperref}\n\\hypersetup{hidelinks}")


@pytest.mark.parametrize(
    ("before", "files"),
    [
        ("", {}),
        ("% \\RequirePackage{hyperref}\n", {}),
        ("\\PassOptionsToPackage{breaklinks}{hyperref}\n", {}),
        ("\\usepackage{lab}\n", {"lab_sty": "% \\RequirePackage{hyperref}\n"}),
    ],
)
def test_an_option_is_added_to_the_only_load(tmp_path, capsys, before, files):
    result = fixed(tmp_path, f"{CONFERENCE}\n{before}\\usepackage{{hyperref}}", **files)
    assert result.endswith("\\usepackage[hidelinks]{hyperref}")


@pytest.mark.parametrize(
    ("preamble", "files"),
    [
        ("\\let\\fund\\thanks", {}),
        ("\\newcommand{\\fund}[1]{\\thanks{#1}}", {}),
        ("\\expandafter\\let\\expandafter\\fund\\csname thanks\\endcsname", {}),
        ("\\usepackage{lab}", {"lab_sty": "\\newcommand{\\fund}[1]{\\thanks{#1}}"}),
        ("\\usepackage{lab}", {"lab_sty": "\\def\\fund{\\csname thanks\\endcsname}"}),
    ],
)
def test_the_lockout_stays_off_where_a_macro_needs_that(tmp_path, capsys, preamble, files):
    before = f"{CONFERENCE}\n\\IEEEoverridecommandlockouts\n{preamble}"
    assert fixed(tmp_path, before, **files) == before


def test_a_line_comes_after_the_date_of_the_class(tmp_path, capsys):
    title = "\\title{Water\\thanks{Funded.}}"
    result = fixed(tmp_path, f"{CONFERENCE}[2015/08/26]\n{title}")
    assert result == f"{CONFERENCE}[2015/08/26]\n\\IEEEoverridecommandlockouts\n{title}"


@pytest.mark.parametrize(
    ("preamble", "body"),
    [
        ("\\usepackage{subfig}", STAR),
        ("\\usepackage{subfig}\n\\newcommand{\\name}{\\captionof{table}}", "Water flows."),
        ("\\usepackage{subfig}\n\\captionsetup{font=small}", "Water flows."),
        ("\\usepackage{mathpazo}", "$\\mathbb R$"),
        ("\\usepackage{kpfonts}", "Water flows."),
        ("\\usepackage{cite}\n\\usepackage[numbers]{natbib}", "Water~\\citenum{a}"),
        ("\\usepackage{setspace}", "\\begin{singlespace}Water.\\end{singlespace}"),
        ("\\usepackage{cleveref}\n\\crefname{x}{X}{Xs}\n\\usepackage[hidelinks]{hyperref}", ""),
        ("\\usepackage{cleveref}\n\\newtheorem{x}{X}\n\\usepackage[hidelinks]{hyperref}", ""),
        ("\\RequirePackage{natbib}\n\\usepackage{natbib}", "Water flows."),
    ],
)
def test_what_the_draft_needs_stays(tmp_path, capsys, preamble, body):
    before = f"{CONFERENCE}\n{preamble}"
    assert fixed(tmp_path, before, body) == before


@pytest.mark.parametrize(
    ("document_class", "is_safe"),
    [
        (CONFERENCE, True),
        ("\\documentclass{ieeeaccess}", True),
        ("\\documentclass[10pt]{article}", False),
        ("\\documentclass{flow}", False),
        (
            "\\IfFileExists{x.cls}{\\documentclass{IEEEtran}}{\\documentclass{article}}",
            False,
        ),
    ],
)
@pytest.mark.parametrize(
    "setting",
    ["\\usepackage{lmodern}", "\\usepackage{geometry}", "\\setlength{\\parskip}{2pt}"],
)
def test_the_layout_is_reset_without_review_only_if_the_class_is_ieees(
    tmp_path, capsys, document_class, is_safe, setting
):
    draft = tmp_path / "paper.tex"
    text = f"{document_class}\n{setting}\n\\begin{{document}}\nWater.\n\\end{{document}}\n"
    draft.write_text(text)
    main(["check", "--isolated", "--fix", "--select", "TEX002,TEX004", str(draft)])
    assert draft.read_text() == (text.replace(setting, f"% {setting}") if is_safe else text)
    main(["check", "--isolated", "--fix", "--unsafe-fixes", "--select", "TEX", str(draft)])
    assert f"% {setting}" in draft.read_text()

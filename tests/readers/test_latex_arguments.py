"""Arguments: a command takes as many as TeX gives it, and no more."""

from __future__ import annotations

import pytest

from ieeelint.readers.latex.reading import read


def draft_of(preamble: str, body: str = "Water flows."):
    text = (
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    return read("nowhere/paper.tex", text=text)


@pytest.mark.parametrize(
    "before",
    [
        "\\setstretch{0.95}",
        "\\AtEveryBibitem{\\clearfield{url}}",
        "\\floatstyle{ruled}",
        "\\setminted{fontsize=\\small}",
        "\\setkeys{Gin}{width=2cm}",
        "\\newlist{steps}{enumerate}{1}",
        "\\DeclareMathSymbol{\\flow}{\\mathord}{letters}{70}",
        "\\newtheoremstyle{plainest}{3pt}{3pt}{}{}{\\bfseries}{.}{ }{}",
        "\\DeclareLanguageMapping{english}{english-ieee}",
    ],
)
def test_the_command_after_is_read(before):
    view = draft_of(f"{before}\n\\usepackage{{pslatex}}").latex
    assert "pslatex" in view.packages


def codes_of(preamble: str, body: str, *codes: str) -> list[str]:
    """The codes that a check of a conference draft reports, of those asked for."""
    text = (
        f"\\documentclass[conference]{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n"
        "\\end{document}\n"
    )
    return codes_in(text, *codes)


def codes_in(text: str, *codes: str) -> list[str]:
    from ieeelint.draft_checking import check_draft
    from ieeelint.settings import Settings
    from ieeelint.settings_files import load

    settings: Settings = load("nowhere/paper.tex", {"select": list(codes)}, isolated=True)
    return [finding.code for finding in check_draft(read("nowhere/paper.tex", text=text), settings)]


@pytest.mark.parametrize(
    "options",
    [
        "[%\n conference\n]",
        "[10pt,% a, b\n conference% c\n]",
        "[% journal,\n  conference, % x]\n a4paper]",
        "[confer%\n  ence]",
    ],
)
def test_comments_in_class_options_are_dropped(options):
    text = (
        f"\\documentclass{options}{{IEEEtran% x\n}}\n\\begin{{document}}\nA.\n\\end{{document}}\n"
    )
    view = read("nowhere/paper.tex", text=text).latex
    assert view.class_name == "IEEEtran" and view.has_class_option("conference")
    assert not view.has_class_option("journal", "b", "x")


@pytest.mark.parametrize(
    ("preamble", "names"),
    [
        ("\\usepackage{\n booktabs, % x\n caption % y\n}", {"booktabs", "caption"}),
        ("\\usepackage{%\n booktabs,% x, caption\n array}", {"booktabs", "array"}),
        ("\\usepackage[%\n numbers% old, b\n]{natbib}", {"natbib"}),
        ("% \\usepackage{caption}\n\\usepackage{array}", {"array"}),
    ],
)
def test_comments_in_package_lists_are_dropped(preamble, names):
    packages = draft_of(preamble).latex.packages
    assert set(packages) == names
    if "natbib" in names:
        assert packages["natbib"].has_option("numbers") and len(packages["natbib"].options) == 1


def test_locations_of_items_are_exact():
    draft = draft_of("", "See \\cite{a,% one\n%old,\n  b} and \\cite{%\n c%\n d}.")
    keys = [(key, span.text) for item in draft.paper.citations for key, span in item.keys]
    assert keys == [("a", "a"), ("b", "b"), ("cd", "c%\n d")]


@pytest.mark.parametrize(
    ("preamble", "body", "code", "count"),
    [
        ("\\usepackage[%\n numbers\n]{natbib}", "\\bibliography{none}", "TEX008", 0),
        ("\\usepackage{hyperref}\\hypersetup{%\n hidelinks}", "A.", "TEX008", 0),
        ("\\usepackage[%\n hidelinks\n]{hyperref}", "A.", "TEX008", 0),
        ("\\usepackage[%\n caption=false]{subfig}", "A.", "TEX005", 0),
        ("\\usepackage{\n booktabs, % x\n caption % y\n}", "A.", "TEX005", 1),
        ("\\usepackage{%\n booktabs,% x, caption\n array}", "A.", "TEX005", 0),
        ("\\setlength{%\n\\parskip}{0pt}", "A.", "TEX002", 1),
        ("\\renewcommand{%\n\\baselinestretch}{0.95}", "A.", "TEX002", 1),
        ("\\input{glyphtounicode}\\pdfgentounicode=1", "A.", "TEX009", 0),
        ("", "\\label{a}\\cref{a,% x\nb}\\label{b}", "TEX007", 0),
        ("", "Use \\verb|\\begin{figure}| or \\lstinline|\\begin{table}| here.", "TAB", 0),
        (
            "\\usepackage{cleveref}",
            "Use \\verb|\\begin{figure}| here. It ends in \\cref{n}.\\section{N}\\label{n}",
            "FIG001",
            0,
        ),
    ],
)
def test_rules_read_arguments_as_tex_does(preamble, body, code, count):
    assert len(codes_of(preamble, body, code)) == count


SHOWN = "Figure 1 is good."


@pytest.mark.parametrize(
    ("test", "reads_first", "reads_second"),
    [
        ("\\if0", False, True),
        ("\\if 0", False, True),
        ("\\if00", True, False),
        ("\\if01", False, True),
        ("\\if\\version1", True, True),
        ("\\ifnum0=1", False, True),
        ("\\ifnum 1 < 2", True, False),
        ("\\ifnum\\value{page}>1", True, True),
        ("\\ifdefined\\known", True, False),
        ("\\ifdefined\\pdfoutput", True, True),
        ("\\ifx\\known\\undefined", False, True),
        ("\\ifx\\a\\b", True, True),
        ("\\ifdim\\textwidth>3pt", True, True),
        ("\\ifodd\\count1", True, True),
        ("\\unless\\iftrue", False, True),
        ("\\unless\\iffalse", True, False),
        ("\\unless\\ifnum0=1", True, False),
        ("\\ifdraft", False, True),
    ],
)
def test_the_branch_that_applies_is_read(test, reads_first, reads_second):
    body = f"{test} first words\\else second words\\fi\n\nAfter $a \\iff b$ the end."
    plain = draft_of("\\newcommand{\\known}{x}\\newif\\ifdraft", body).paper.text.plain
    assert ("first words" in plain) is reads_first
    assert ("second words" in plain) is reads_second
    assert "the end." in plain
    assert not any(sign in plain for sign in "012<=>")


def test_the_cases_of_ifcase_are_read():
    plain = draft_of("", "\\ifcase\\kind one\\or two\\else three\\fi. End.").paper.text.plain
    assert all(word in plain for word in ("one", "two", "three", "End"))


@pytest.mark.parametrize(
    "body",
    [
        "\\parskip=5 mm",
        "\\gap 5 mm",
        "\\gap=5 mm",
        "\\advance\\gap by 5 mm",
        "\\hbox to 5 mm{x}",
        "\\vrule width 5 mm height 2 mm depth 1 mm",
        "\\kern 5 mm",
        "\\font\\tiny=cmr10 at 5 mm",
        "\\dimexpr 5 mm + 3 mm\\relax",
        "\\ifdim 5 mm>\\gap x\\fi",
        "\\setlength{\\gap}{5 mm}",
        "\\leftskip 5 mm plus 1 mm",
    ],
)
def test_lengths_are_not_text(body):
    plain = draft_of("\\newdimen\\gap", f"First words {body} last words.").paper.text.plain
    assert not any(sign.isdigit() for sign in plain) and "mm" not in plain
    assert "First words" in plain and "last words." in plain


@pytest.mark.parametrize(
    ("definition", "call", "seen"),
    [
        ("\\def\\kv#1=#2\\end{[#1]}", "\\kv 3x3=5-10 m\\end", False),
        ("\\def\\till#1to#2.{x}", "\\till 5V to 10V.", False),
        ("\\def\\word#1{\\textbf{#1}}", "\\word{5V here}", True),
        ("\\def\\till#1to#2;{x}", "\\till 5V here", True),  # its end is not there
    ],
)
def test_arguments_with_delimiters_are_not_text(definition, call, seen):
    plain = draft_of(definition, f"First {call} last words.").paper.text.plain
    assert ("5V" in plain or "3x3" in plain) is seen and "last words." in plain

"""Commands of classes and packages that print something special, as the rules see them."""

from __future__ import annotations

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.finding import Finding
from ieeelint.readers.latex.reading import read
from ieeelint.settings_files import load

SETTINGS = load("draft.tex", None, "", isolated=True)
CONFERENCE = "\\documentclass[conference]{IEEEtran}"
ACCESS = "\\documentclass{ieeeaccess}"


def findings(body: str, preamble: str = "", document_class: str = CONFERENCE) -> list[Finding]:
    text = f"{document_class}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return check_draft(read("paper.tex", text=text), SETTINGS)


def codes(body: str, preamble: str = "", document_class: str = CONFERENCE) -> set[str]:
    return {one.code for one in findings(body, preamble, document_class)}


def test_a_word_in_each_branch_is_not_repeated():
    assert "TXT013" not in codes("We use \\ifnum\\value{page}=1 the \\else the \\fi pump.")
    assert "TXT013" in codes("We use \\ifnum\\value{page}=1 the the \\fi pump.")


# -- floats ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "figure",
    [
        "\\Figure[t!](topskip=0pt, botskip=0pt)[width=0.9\\textwidth]{a.png}{Plant.\\label{a}}",
        "\\Figure[t!][width=\\textwidth]{a.png}{Plant.\\label{a}}",
        "\\Figure*[t!](topskip=0pt)[width=0.3\\textwidth]{a.png}{Plant.\\label{a}}",
    ],
)
def test_the_figure_of_ieeeaccess_measures_itself(figure):
    seen = codes(f"See Fig.~\\ref{{a}}.\n{figure}", "", ACCESS)
    assert not seen & {"FIG006", "TEX007", "FIG004"}


@pytest.mark.parametrize(
    "plot",
    [
        "\\addplot coordinates {(0,0) (1,1)};\\label{p}",
        "\\addplot+[red] table {a.dat}; \\label{p}",
        "\\addplot[domain=0:1] {x};\n\\addlegendentry{x}\\label{p}",
    ],
)
def test_a_label_in_a_plot_names_a_line_of_it(plot):
    body = (
        "See Fig.~\\ref{f} with the lines \\ref{p}.\n\\begin{figure}[!t]\n\\begin{tikzpicture}"
        f"\\begin{{axis}}{plot}\\end{{axis}}\\end{{tikzpicture}}\n"
        "\\caption{Plant.}\\label{f}\n\\end{figure}"
    )
    assert not codes(body, "\\usepackage{pgfplots}") & {"TEX007", "FIG004"}


@pytest.mark.parametrize(
    "panel",
    [
        "\\begin{minipage}{4cm}\\includegraphics{a}\\subcaption{\\label{p}One}\\end{minipage}",
        "\\begin{minipage}{4cm}\\includegraphics{a}\\subcaption{One}\\label{p}\\end{minipage}",
        "\\begin{subfigure}{4cm}\\includegraphics{a}\\subcaption{\\label{p}One}\\end{subfigure}",
    ],
)
def test_the_label_of_a_panel_comes_with_its_own_caption(panel):
    body = (
        "See Fig.~\\ref{f} and \\subref{p}.\n"
        f"\\begin{{figure}}[!t]\n{panel}\n\\caption{{Plant.}}\\label{{f}}\n\\end{{figure}}"
    )
    assert "TEX007" not in codes(body)


def test_a_label_between_a_panel_and_the_caption_of_a_later_figure_is_reported():
    body = (
        "See Fig.~\\ref{f} and Fig.~\\ref{g}.\n"
        "\\begin{figure}[!t]\n\\begin{minipage}{4cm}\\includegraphics{a}\\subcaption{One}"
        "\\end{minipage}\n\\caption{Plant.}\\label{f}\n\\end{figure}\n"
        "\\begin{figure}[!t]\n\\includegraphics{a}\\label{g}\n\\caption{Sand.}\n\\end{figure}"
    )
    assert "TEX007" in codes(body)


@pytest.mark.parametrize(
    "box",
    [
        "\\captionbox{Plant.\\label{f}}{\\includegraphics{a}}",
        "\\captionbox[Short]{Plant.\\label{f}}[3cm][c]{\\includegraphics{a}}",
        "\\captionbox{Plant.}{\\includegraphics{a}}\\label{f}",
    ],
)
def test_a_caption_box_has_a_caption(box):
    body = f"See Fig.~\\ref{{f}}.\n\\begin{{figure}}[!t]\n{box}\n\\end{{figure}}"
    assert not codes(body) & {"FIG002", "FIG003", "FIG004", "TEX007"}


def test_a_caption_box_is_read():
    body = (
        "\\begin{figure}[!t]\n\\captionbox{See the the plant.}{\\includegraphics{a}}\\end{figure}"
    )
    assert "TXT013" in codes(body)


# -- equations -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("display", "absent"),
    [
        ("$$a = b. \\eqno{(1)}$$ Next, it flows.", {"EQN001", "EQN004"}),
        ("$$a = b. \\eqno(1)$$ Next, it flows.", {"EQN001", "EQN004"}),
        ("\\[a = b. \\leqno {\\rm (1)}\\] Next, it flows.", {"EQN001", "EQN004"}),
        ("$$a = b, \\eqno (1)$$ where $$c = d. \\eqno (2)$$ Next.", {"EQN001", "EQN004"}),
    ],
)
def test_a_number_by_hand_is_not_part_of_the_formula(display, absent):
    assert not codes(f"The law is {display}") & absent


def test_numbers_by_hand_have_gaps_and_formulas_have_periods():
    seen = findings("Now $$a = b. \\eqno(1)$$ and $$c = d \\eqno(3)$$ Next, it flows.")
    by_code = {one.code: one for one in seen}
    assert by_code["EQN001"].span.text == "(3)" and by_code["EQN001"].fix is None
    assert by_code["EQN004"].span.text == "c = d"


# -- words that commands print ---------------------------------------------------------------


GLOSSARY = "\\usepackage{glossaries}\\newacronym{csm}{CSM}{complex state machine}"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("\\glsfirst{csm}", "complex state machine (CSM)"),
        ("\\Glsfirst{csm}", "Complex state machine (CSM)"),
        ("\\glsxtrlong{csm}", "complex state machine"),
        ("\\Glsxtrlong[noindex]{csm}", "Complex state machine"),
        ("\\glsfirstplural{csm}", "complex state machines (CSMs)"),
        ("\\ACRlong{csm}", "COMPLEX STATE MACHINE"),
        ("\\Acrfull{csm}", "Complex state machine (CSM)"),
        ("\\glsentryshortpl{csm}", "CSMs"),
        ("\\acf{csm}", "complex state machine (CSM)"),
        ("\\glslink{csm}{the machine}", "the machine"),
        ("\\glsdisp{csm}{the machine}", "the machine"),
        ("\\glshyperlink[the machine]{csm}", "the machine"),
    ],
)
def test_an_acronym_prints_its_words(words, printed):
    text = f"{CONFERENCE}{GLOSSARY}\n\\begin{{document}}\nHere {words} ends.\n\\end{{document}}"
    assert read("paper.tex", text=text).paper.text.plain.strip() == f"Here {printed} ends."


@pytest.mark.parametrize(
    "heading",
    [
        "\\section{\\texorpdfstring{$n$ Pumps}{n pumps}}",
        "\\section{Uses of \\texorpdfstring{\\LaTeX}{latex and more}}",
        "\\section{\\texorpdfstring{\\Glsxtrlong{x} Uses}{the uses}}",
    ],
)
def test_only_the_printed_form_of_a_heading_counts(heading):
    assert "HDG006" not in codes(heading + "\nWater is wet.")


def test_the_printed_form_of_a_heading_is_checked():
    assert "HDG006" in codes("\\section{\\texorpdfstring{Sand and water}{Sand and Water}}")


@pytest.mark.parametrize(
    ("citations", "code_expected"),
    [
        ("\\citeyear{a} \\cite{a}", False),
        ("\\citeauthor{a} (\\citeyearpar{a}) \\cite{a}", False),
        ("\\cite{a} \\cite{b}", True),
    ],
)
def test_a_year_is_no_bracket(citations, code_expected):
    assert ("REF013" in codes(f"Lima {citations} says so.")) == code_expected


# -- notes of authors ------------------------------------------------------------------------


def markers(body: str, preamble: str = "") -> list[str]:
    return [one.span.text for one in findings(body, preamble) if one.code == "TPL005"]


@pytest.mark.parametrize(
    ("definition", "use"),
    [
        ("\\newcommand{\\ana}[1]{\\textcolor{red}{Ana: #1}}", "\\ana{really}"),
        ("\\newcommand{\\bo}[1]{{\\color{blue}[B. Tamm: #1]}}", "\\bo{really}"),
        ("\\def\\cy#1{\\textcolor{green}{\\textbf{Cy:} #1}}", "\\cy{really}"),
        ("\\newcommand{\\td}[1]{\\todo{#1}}\\newcommand{\\tk}[1]{\\td{Bo #1}}", "\\tk{really}"),
        ("\\newcommand\\later[2][]{\\todo[#1]{#2}}", "\\later[inline]{really}"),
    ],
)
def test_a_macro_for_notes_is_reported_at_each_use(definition, use):
    body = f"The gain is high. {use} The noise is low. {use} Both are old. {use}"
    name = use[: use.index("[" if "[" in use else "{")]
    assert markers(body, definition) == [name] * 3


def test_the_words_of_a_note_are_not_words_of_the_paper():
    assert "TXT013" not in codes("It is high.\\todo{see the the noise}")
    note = "\\newcommand{\\ana}[1]{\\textcolor{red}{Ana: #1}}"
    assert "TXT013" not in codes("It is high.\\ana{see the the noise}", note)
    kept = "\\newcommand{\\td}[2]{\\todo{#1}#2}"
    assert "TXT013" in codes("\\td{why}{See the the noise.}", kept)


# -- layout ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_reported"),
    [
        ("\\begingroup \\scriptsize It is small. \\endgroup\n\nIt is.", False),
        ("\\begingroup\\small It.\n\nIt is. \\endgroup\n\nIt is.", False),
        ("\\begingroup It is. \\endgroup \\small It is.\n\nIt is.", True),
    ],
)
def test_a_size_in_a_group_ends_with_it(text, is_reported):
    assert (
        "TEX004" in codes(f"\\section{{Sand}}\n{text}\n\n\\section{{Water}}\nIt is.")
    ) == is_reported


@pytest.mark.parametrize(
    ("preamble", "body", "severity"),
    [
        ("\\usepackage{setspace}", "It is.", "info"),
        ("\\usepackage{setspace}", "\\doublespacing It is.", "error"),
        ("\\usepackage[onehalfspacing]{setspace}", "It is.", "error"),
        ("\\usepackage{setspace}", "\\begin{onehalfspace}It is.\\end{onehalfspace}", "error"),
    ],
)
def test_a_package_that_nothing_uses_is_no_error(preamble, body, severity):
    seen = [one for one in findings(body, preamble) if one.span.text == "setspace"]
    assert [one.severity for one in seen] == [severity]


# -- one remedy for one place ----------------------------------------------------------------

LABELS = (
    "\n\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\label{f}\\end{figure}"
    "\n\\begin{table}[!t]\\caption{Plants}\\label{t}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
    "\n\\begin{equation}a=b.\\label{e}\\end{equation}"
)


@pytest.mark.parametrize(
    ("words", "code", "fixed"),
    [
        ("We see Fig \\ref{f} here.", "FIG001", "We see Fig.~\\ref{f} here."),
        ("We see figure\n\\ref{f} here.", "FIG001", "We see Fig.~\\ref{f} here."),
        ("We see tab. \\ref{t} here.", "TAB002", "We see Table~\\ref{t} here."),
        ("By Eq \\ref{e} it flows.", "EQN002", "By (\\ref{e}) it flows."),
        ("It is. Eq. \\ref{e} flows.", "EQN003", "It is. Equation~(\\ref{e}) flows."),
    ],
)
def test_one_finding_says_how_a_reference_is_written(words, code, fixed):
    seen = [one for one in findings(words + LABELS) if one.code in (code, "TEX007")]
    assert [one.code for one in seen] == [code]
    edits = sorted(seen[0].fix.edits, key=lambda edit: -edit.span.start)
    text = edits[0].span.source.text
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert fixed in text


def test_a_right_word_still_needs_its_tie():
    assert "TEX007" in codes("We see Fig. \\ref{f} here." + LABELS)
    assert "EQN010" in codes("We see Figure 1 and Fig.~\\ref{f} here." + LABELS)


# -- ieeeconf --------------------------------------------------------------------------------

FRONT = (
    "\\title{Steady Flow}\\author{Ana Lima\\thanks{A. Lima is with the Institute of Flow.}}"
    "\\maketitle\\begin{abstract}Water is wet.\\end{abstract}\\section{INTRODUCTION}\nWater is wet."
)


@pytest.mark.parametrize(
    ("options", "preamble"),
    [
        ("[letterpaper]", ""),
        ("[letterpaper, 10 pt, conference]", "\\IEEEoverridecommandlockouts"),
        ("[a4paper, 10pt, conference]", "\\IEEEoverridecommandlockouts\\overrideIEEEmargins"),
    ],
)
def test_the_template_of_ieeeconf_is_right(options, preamble):
    seen = codes(FRONT, preamble, f"\\documentclass{options}{{ieeeconf}}")
    assert not seen & {"KWD001", "HDG006", "TEX006"}


def test_ieeeconf_in_conference_mode_loses_notes():
    seen = codes(FRONT, "", "\\documentclass[letterpaper, 10 pt, conference]{ieeeconf}")
    assert "TEX006" in seen
    assert {"KWD001", "HDG006"} <= codes(FRONT, "\\IEEEoverridecommandlockouts")


# -- what a message says ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "pair, said",
    [
        ("(Sand - Mud5)", "Write an en dash (--) without spaces between these two."),
        ("(wet Sand - Mud5)", "This hyphen is used as a dash."),
        ("(Sand - Mud5 too)", "This hyphen is used as a dash."),
    ],
)
def test_two_words_in_parentheses_are_a_pair(pair, said):
    (one,) = [one for one in findings(f"The valves {pair} are open.") if one.code == "TXT012"]
    assert one.message.startswith(said)


@pytest.mark.parametrize(
    "author, last",
    [
        (
            "\\author{Ana Lima"
            "\\thanks{Manuscript received April 19, 2005; revised August 26, 2015.}}",
            "or delete it.",
        ),
        ("\\author{\\IEEEauthorblockN{Given Name Surname}}", "or delete the unused author."),
    ],
)
def test_only_an_author_is_an_unused_author(author, last):
    (one,) = [one for one in findings("Water.", author) if one.code == "TPL002"]
    assert one.message.endswith(last)

"""What TeX prints is text, in its zone; what it does not print is not."""

from __future__ import annotations

import pytest

from ieeelint.paper import zones
from ieeelint.paper.text import CODE
from ieeelint.readers.latex.reading import read


def paper_of(body: str, preamble: str = "", problems: int = 0):
    text = (
        f"\\documentclass[journal]{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n"
        "\\end{document}\n"
    )
    paper = read("nowhere/paper.tex", text=text).paper
    assert len(paper.problems) == problems
    return paper


def passages_of(body: str, preamble: str = "") -> list[tuple[str, str]]:
    """Zone and words of each passage."""
    passages = paper_of(body, preamble).passages
    return [(passage.zone, " ".join(passage.plain.split())) for passage in passages]


def words_of(body: str, preamble: str = "") -> str:
    return " ".join(paper_of(body, preamble).text.plain.split())


# -- macros that contain environments ---------------------------------------------------------


def test_a_macro_with_a_whole_figure_is_a_figure():
    paper = paper_of(
        "See.\n\n\\pic{pump-photo}{A pump in the rain.}\n\nSo.",
        "\\newcommand{\\pic}[2]{\\begin{figure}\\includegraphics{#1}\\caption{#2}\\end{figure}}",
    )
    assert [figure.captions[0].passage.plain for figure in paper.figures] == ["A pump in the rain."]
    assert "pump-photo" not in paper.text.plain


@pytest.mark.parametrize(
    ("macro", "words"),
    [
        ("\\newcommand{\\mid}[1]{\\begin{center}\\textbf{#1}\\end{center}}", "Wet."),
        ("\\newcommand{\\mid}[1]{\\begin{tikzpicture}\\draw #1;\\end{tikzpicture}}", ""),
        ("\\newcommand{\\mid}[1]{\\begin{tabular}{c}#1\\end{tabular}}", "Wet."),
    ],
)
def test_a_macro_with_a_whole_environment_is_read_whole(macro, words):
    text = words_of("Rain. \\mid{Wet.} Sun.", macro).replace("\ue007", "")
    assert sorted(text.split()) == sorted(f"Rain. {words} Sun.".split())


def test_a_macro_may_write_the_caption_before_it_ends_the_figure():
    paper = paper_of(
        "\\bfig\\includegraphics{a}\\efig{The old pump.} So it is.",
        "\\def\\bfig{\\begin{figure}[t]\\centering}\\def\\efig#1{\\caption{#1}\\end{figure}}",
    )
    assert [figure.captions[0].passage.plain for figure in paper.figures] == ["The old pump."]
    assert [one.passage.plain.strip() for one in paper.paragraphs] == ["So it is."]


def test_a_macro_may_end_a_formula_and_begin_the_next():
    paper = paper_of(
        "\\begin{equation}a\\more b\\end{equation}",
        "\\newcommand{\\more}{\\end{equation}\\begin{equation}}",
        problems=0,
    )
    assert "b" not in paper.text.plain.split()


# -- environments of the draft ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("definition", "passages"),
    [
        (
            "\\newenvironment{pump}{\\textbf{Tip.} }{ (End.)}",
            [(zones.PROSE, "Tip. Water it. (End.)")],
        ),
        (
            "\\newenvironment{pump}{\\begin{quote}}{\\end{quote}}",
            [(zones.PROSE, "Water it.")],
        ),
        (
            "\\newenvironment{pump}{\\begin{abstract}}{\\end{abstract}}",
            [(zones.ABSTRACT, "Water it.")],
        ),
        (
            "\\newenvironment{pump}{\\begin{figure}[t]\\caption{Wet.}}{\\end{figure}}",
            [(zones.CAPTION, "Wet."), ("float text", "Water it.")],
        ),
        ("\\newenvironment{pump}{\\begin{equation}}{\\end{equation}}", [(zones.PROSE, "\ue001")]),
        ("\\newenvironment{pump}{\\begin{tikzpicture}}{\\end{tikzpicture}}", []),
        ("\\newenvironment{pump}{\\MyFrame\\wide}{\\endMyFrame}", [(zones.PROSE, "Water it.")]),
        ("\\NewEnviron{pump}{\\BODY}", [(zones.PROSE, "Water it.")]),
    ],
)
def test_the_code_of_an_environment_runs_where_it_begins_and_ends(definition, passages):
    assert passages_of("\\begin{pump}\nWater it.\n\\end{pump}", definition) == passages


def test_an_environment_may_print_its_arguments_at_both_ends():
    assert (
        words_of(
            "\\begin{tip}{Ann}Dig.\\end{tip} \\begin{tip}[Hint]{Bob}Pump.\\end{tip}",
            "\\NewDocumentEnvironment{tip}{O{Tip} m}{#1 for #2: }{ So says #2.}",
        )
        == "Tip for Ann: Dig. So says Ann. Hint for Bob: Pump. So says Bob."
    )


def test_the_last_item_of_a_list_of_the_draft_ends_with_the_list():
    paper = paper_of(
        "\\begin{points}\\item Dig\\item Pump\\end{points}\nThen rest.",
        "\\newenvironment{points}{\\begin{itemize}\\setlength\\itemsep{0pt}}{\\end{itemize}}",
    )
    assert [(one.passage.plain.strip(), one.environment) for one in paper.paragraphs] == [
        ("Dig", "itemize"),
        ("Pump", "itemize"),
        ("Then rest.", ""),
    ]


@pytest.mark.parametrize(
    "definition",
    [
        "\\newenvironment{pump}{\\begin{pump}}{\\end{pump}}",
        "\\newenvironment{pump}{\\begin{well}}{\\end{well}}"
        "\\newenvironment{well}{\\begin{pump}}{\\end{pump}}",
    ],
)
def test_an_environment_that_calls_itself_ends(definition):
    assert words_of("\\begin{pump}Water.\\end{pump} So.", definition) == "Water. So."


def test_a_macro_defined_in_the_code_has_the_argument():
    paper = paper_of(
        "\\begin{photo}{A wet pump.}\\includegraphics{a}\\end{photo}",
        "\\newenvironment{photo}[1]{\\begin{figure}\\def\\words{#1}}{\\caption{\\words}\\end{figure}}",
    )
    assert [figure.captions[0].passage.plain for figure in paper.figures] == ["A wet pump."]


def test_a_macro_that_a_macro_defines_has_its_own_arguments():
    assert (
        words_of(
            "\\team{Ann}\\with{Bob} dig. \\make\\very{wet}.",
            "\\newcommand{\\team}[1]{\\renewcommand{\\with}[1]{#1 and ##1}}"
            "\\newcommand{\\make}{\\def\\very##1{so ##1}}",
        )
        == "Ann and Bob dig. so wet."
    )


# -- words that print -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["theorem", "IEEEproof", "pumplaw"])
def test_the_title_of_a_theorem_is_read(name):
    body = f"\\begin{{{name}}}[The law of {{\\cite{{wells}}}}] Water falls.\\end{{{name}}} So."
    paper = paper_of(body, "\\newtheorem{pumplaw}{Law}")
    zones_found = [(one.zone, " ".join(one.plain.split())) for one in paper.passages]
    assert zones_found == [
        (zones.HEADING, "The law of \ue002"),
        (zones.PROSE, "Water falls."),
        (zones.PROSE, "So."),
    ]
    assert [citation.keys[0][0] for citation in paper.citations] == ["wells"]
    assert not paper.headings


def test_keys_of_a_theorem_are_no_title():
    body = "\\begin{theorem}[name=Law, label=thm:law] Water falls.\\end{theorem}"
    assert passages_of(body) == [(zones.PROSE, "Water falls.")]


def test_a_label_in_a_theorem_of_the_draft_names_a_theorem():
    paper = paper_of(
        "\\section{Wells}\\begin{pumplaw}\\label{l}Water falls.\\end{pumplaw}",
        "\\newtheorem{pumplaw}{Law}",
    )
    assert paper.labels["l"].kind == "theorem"


def test_the_title_of_an_appendix_is_a_heading():
    paper = paper_of("\\section{Wells}Wet.\n\\appendix[Proof of the Law]\nIt falls.")
    assert [(one.passage.plain, one.in_appendix) for one in paper.headings] == [
        ("Wells", False),
        ("Proof of the Law", True),
    ]
    assert paper.paragraphs[-1].passage.plain.strip() == "It falls."


def test_a_subtitle_is_read_and_is_not_the_title():
    paper = paper_of("", "\\title{Wells}\\subtitle{A study of weels}")
    assert paper.title.plain == "Wells"
    assert [(one.zone, one.plain) for one in paper.passages] == [
        (zones.TITLE, "Wells"),
        (zones.TITLE, "A study of weels"),
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("\\diagbox{Rain}{Sun}", "Rain Sun"),
        ("\\diagbox[width=2cm]{Rain}{Wind}{Sun}", "Rain Wind Sun"),
        ("\\wellbox{Rain}{Sun} so.", "Rain Sun so."),
        ("\\wellbox{Rain} so.", "Rain so."),
        ("\\scalerel*{Rain}{|} so.", "Rain so."),
        ("Rain\\hfill Sun", "Rain Sun"),
        ("Rain\\linebreak[2] Sun", "Rain Sun"),
        ("Rain\\dotfill Sun", "Rain Sun"),
        ("\\say{Rain}", "“Rain”"),
        ("fi\\discretionary{-}{}{}ne", "fine"),
    ],
)
def test_words_of_different_arguments_are_apart(body, words):
    assert words_of(body) == words


@pytest.mark.parametrize(
    "between", ["\\newpage", "\\clearpage", "\\FloatBarrier", "\\begin{framed}Sun.\\end{framed}"]
)
def test_a_paragraph_ends_there(between):
    paragraphs = paper_of(f"Rain.\n{between}\nWind.").paragraphs
    assert [one.passage.plain.strip() for one in paragraphs if "Sun" not in one.passage.plain] == [
        "Rain.",
        "Wind.",
    ]


def test_the_notes_of_two_authors_are_two_lines():
    paper = paper_of(
        "\\author{Ann\\IEEEcompsocitemizethanks{\\IEEEcompsocthanksitem Ann digs."
        "\\IEEEcompsocthanksitem Bob pumps.}}"
    )
    assert [note.passage.plain.split("\n") for note in paper.footnotes] == [
        ["Ann digs.", "Bob pumps."]
    ]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("\\marginpar{How wet?}", "How wet?"),
        ("\\marginpar[So dry.]{How wet?}", "How wet?"),
        ("\\marginnote{How wet?}[2cm]", "How wet?"),
        ("\\sidenote{How wet?}", "How wet?"),
        ("\\todo{How wet?}", "How wet?"),
        ("\\todo[inline, color=red]{How wet?}", "How wet?"),
        ("\\ask{wet}", "Ann: How wet?"),
    ],
)
def test_a_note_in_the_margin_is_not_part_of_the_sentence(note, words):
    macro = "\\newcommand{\\ask}[1]{\\todo{Ann: How #1?}}"
    assert passages_of(f"The sand is wet{note}. So is the mud.", macro) == [
        (zones.PROSE, "The sand is wet. So is the mud."),
        (zones.FOOTNOTE, words),
    ]


def test_a_macro_of_the_draft_for_notes_prints_in_the_line():
    macro = "\\newcommand{\\todo}[1]{[To do: #1]}"
    assert passages_of("The sand\\todo{why?} is wet.", macro) == [
        (zones.PROSE, "The sand[To do: why?] is wet.")
    ]


def test_a_cited_title_is_no_number_in_brackets():
    paper = paper_of("As \\citetitle{wells} \\cite{wells} says.")
    assert " ".join(paper.text.plain.split()) == "As \ue007 \ue002 says."
    assert [citation.command for citation in paper.citations] == ["citetitle", "cite"]


def test_each_note_of_a_table_is_separate():
    body = "\\begin{tablenotes}\\item[a] Wet.\\item[b] Dry.\n\nStill dry.\\end{tablenotes}"
    assert passages_of(f"\\begin{{table}}{body}\\end{{table}}") == [
        (zones.TABLE_NOTE, "a Wet."),
        (zones.TABLE_NOTE, "b Dry. Still dry."),
    ]


# -- what does not print ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "hidden",
    [
        "\\rowcolors{2}{white}{blue!5}",
        "\\Xhline{1.5pt}",
        "\\hhline{|=|=|}",
        "\\noalign{\\hrule height 1pt}",
        "\\newcolumntype{C}[1]{>{\\centering\\arraybackslash}p{#1}}",
        "\\BlankLine{}",
        "\\greekfont{}",
        "\\baselineskip{}",
    ],
)
def test_what_sets_the_layout_is_no_text(hidden):
    preamble = "\\newfontfamily\\greekfont{Some Font}[Script=Greek]"
    assert words_of(f"Rain {hidden}falls.", preamble) == "Rain falls."


@pytest.mark.parametrize("register", ["\\baselineskip", "\\parskip", "\\gap"])
def test_a_register_without_a_value_takes_no_command(register):
    paper = paper_of(
        f"Rain.\n\n{register}\n\\begin{{tabular}}{{c}}Sun\\end{{tabular}}", "\\newlength{\\gap}"
    )
    assert [(one.zone, one.plain) for one in paper.passages][-1] == (zones.CELL, "Sun")


@pytest.mark.parametrize("value", ["\\gap", "\\mygap", "=\\mygap", "3pt", "\\z@", "\\baselineskip"])
def test_a_register_takes_its_value(value):
    assert words_of(f"\\parskip{value} Rain.", "\\newlength{\\gap}") == "Rain."


@pytest.mark.parametrize("after", ["*", "*[2pt]", "[2pt]", ""])
def test_what_a_line_break_reads_is_not_printed(after):
    assert words_of(f"Rain.\\\\{after} Sun.") == "Rain. Sun."
    table = f"\\begin{{tabular}}{{l}}1\\\\{after}\n2\\end{{tabular}}"
    assert passages_of(table) == [(zones.CELL, "1"), (zones.CELL, "2")]


def test_a_declared_meaning_is_read_without_its_style():
    preamble = (
        "\\DeclareAcronym{cnc}{short = CNC, long = {computer, numerical control}}"
        "\\newacronym{pmp}{PMP}{\\emph{positive} motion pump}"
        "\\newglossaryentry{flow}{name={FLW}, description={flow, as measured}}"
    )
    assert paper_of("Water.", preamble).declared_acronyms == {
        "CNC": "computer, numerical control",
        "PMP": "positive motion pump",
        "FLW": "flow, as measured",
    }


@pytest.mark.parametrize(
    "added",
    [
        "\\DIFaddbegin \\DIFadd{new}\\DIFaddend{}",
        "\\DIFdelbegin \\DIFdel{old}\\DIFdelend{}\\DIFaddbegin \\DIFadd{new}\\DIFaddend{}",
        "\\DIFaddbeginFL \\DIFaddFL{new}\\DIFaddendFL{}",
        "\\DIFmodbegin{}new\\DIFmodend{}",
    ],
)
def test_the_marks_of_latexdiff_are_not_printed(added):
    assert words_of(f"A {added} pipe.") == "A new pipe."


@pytest.mark.parametrize(
    "code", ["[language=C]{a b}", " [language=C]{a b}", " {a b}", "|a b|", "  |a b|"]
)
def test_code_in_a_line_may_have_options_after_a_space(code):
    assert words_of(f"The code \\lstinline{code} runs.") == "The code \ue005 runs."


@pytest.mark.parametrize(
    "draft, printed",
    [
        ("\\emph{Rain} {\\tt a.c} falls.", f"Rain {CODE} falls."),
        ("\\emph{Rain} {\\small\\bfseries\\tt a.c} falls.", f"Rain {CODE} falls."),
        ("{{Rain}\\tt falls}.", f"Rain{CODE}."),
        ("\\emph{Rain}\\tt falls.", "Rainfalls."),
        ("\\emph{Rain} \\tt{falls}.", "Rain falls."),
    ],
)
def test_a_switch_to_code_goes_on_to_the_end_of_its_own_group(draft, printed):
    """A group that ended before the switch once made the reader read it again, without end."""
    assert words_of(draft) == printed

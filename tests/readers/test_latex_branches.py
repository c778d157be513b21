"""Text that TeX does not print: other branches, comment environments, dropped arguments."""

from __future__ import annotations

import pytest

from ieeelint.readers.latex.reading import read


def draft_of(body: str, preamble: str = ""):
    text = (
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    return read("nowhere/paper.tex", text=text)


def words_of(body: str, preamble: str = "") -> str:
    return " ".join(draft_of(body, preamble).paper.text.plain.split())


@pytest.mark.parametrize(
    ("preamble", "test", "words"),
    [
        ("", "\\ifthenelse{\\boolean{x}}", "Yes. No."),
        ("\\newboolean{x}", "\\ifthenelse{\\boolean{x}}", "No."),
        ("\\newboolean{x}\\setboolean{x}{true}", "\\ifthenelse{\\boolean{x}}", "Yes."),
        ("\\newboolean{x}", "\\ifthenelse{\\NOT\\boolean{x}}", "Yes."),
        ("\\newboolean{x}", "\\ifthenelse{\\boolean{x}\\OR\\boolean{y}}", "Yes. No."),
        ("", "\\ifthenelse{\\equal{a}{a}}", "Yes."),
        ("", "\\ifthenelse{\\equal{a}{b}}", "No."),
        ("", "\\ifthenelse{\\equal{\\jobname}{b}}", "Yes. No."),
        ("\\newcommand{\\side}{left}", "\\ifthenelse{\\equal{\\side}{left}}", "Yes."),
        ("\\def\\side{left}", "\\ifthenelse{\\equal{left}{\\side }}", "Yes."),
        ("\\newcommand{\\side}{left}", "\\ifthenelse{\\equal{\\side}{right}}", "No."),
        ("\\newcommand{\\n}{3}", "\\ifthenelse{\\n > 2}", "Yes."),
        ("\\newcommand{\\side}[1]{#1}", "\\ifthenelse{\\equal{\\side}{left}}", "Yes. No."),
        ("\\newcommand{\\side}{\\jobname}", "\\ifthenelse{\\equal{\\side}{a}}", "Yes. No."),
        ("", "\\ifthenelse{% old\n  2 > 10}", "No."),
        ("", "\\ifthenelse{\\value{page}=1}", "Yes. No."),
        ("\\newbool{x}\\booltrue{x}", "\\ifbool{x}", "Yes."),
        ("\\newbool{x}", "\\notbool{x}", "Yes."),
        ("", "\\ifbool{x}", "Yes. No."),
        ("\\newtoggle{x}", "\\iftoggle{x}", "No."),
        ("\\newtoggle{x}\\settoggle{x}{true}", "\\iftoggle{x}", "Yes."),
        ("\\newtoggle{x}\\newbool{x}\\booltrue{x}", "\\iftoggle{x}", "No."),
        ("\\newtoggle{x}", "\\nottoggle{x}", "Yes."),
        ("\\newcommand{\\x}{a}", "\\ifdef{\\x}", "Yes."),
        ("\\newcommand{\\x}{a}", "\\ifcsundef{x}", "No."),
        ("", "\\ifdef{\\x}", "Yes. No."),
        ("", "\\ifblank{ }", "Yes."),
        ("", "\\ifstrequal{a}{b}", "No."),
        ("", "\\ifstrequal{\\a}{b}", "Yes. No."),
        ("", "\\ifnumcomp{1}{<}{2}", "Yes."),
        ("", "\\ifnumgreater{1}{2}", "No."),
        ("", "\\ifdimless{1pt}{2pt}", "Yes. No."),
        ("", "\\ifboolexpr{bool{x}}", "Yes. No."),
        ("", "\\IfFileExists{pipes.cls}", "Yes. No."),
    ],
)
def test_a_test_in_braces_never_prints(preamble, test, words):
    assert words_of(f"{test}{{Yes.}}{{ No.}} End.", preamble) == f"{words} End."


def test_what_a_dead_branch_loads_does_not_count():
    choice = "\\ifthenelse{\\boolean{x}}{\\usepackage{caption}}{\\usepackage{pslatex}}"
    view = draft_of("Water.", f"\\newboolean{{x}}{choice}").latex
    assert set(view.packages) == {"pslatex"}
    view = draft_of("\\iftoggle{x}{\\vspace{1pt}}{}\\ifblank{}{}{\\vspace{2pt}}").latex
    assert [call.argument() for call in view.commands("vspace")] == ["1pt"]


def test_the_class_is_the_first_that_may_be_installed():
    text = (
        "\\IfFileExists{ieeeaccess.cls}{\\documentclass{ieeeaccess}}{\\documentclass{article}}\n"
        "\\begin{document}\nWater.\n\\end{document}\n"
    )
    assert read("nowhere/paper.tex", text=text).latex.class_name == "ieeeaccess"


def test_an_environment_may_begin_in_one_branch_and_end_after_it():
    body = "\\ifbool{x}{\\begin{figure}}{\\begin{table}}\\caption{A bee.}\\end{figure}\\end{table}"
    draft = draft_of(body, "\\newbool{x}\\booltrue{x}")
    assert len(draft.paper.figures) == 1 and len(draft.paper.figures[0].captions) == 1


@pytest.mark.parametrize(
    ("preamble", "test", "words"),
    [
        ("\\let\\ifx\\iftrue\\let\\ifshort\\iffalse", "\\ifshort", "No."),
        ("\\let\\ifshort=\\iftrue", "\\ifshort", "Yes."),
        ("\\newif\\ifshort\\let\\ifshort\\iftrue", "\\ifshort", "Yes."),
        ("\\newif\\ifshort\\ifundefinedthing\\shorttrue\\fi", "\\ifshort", "Yes. No."),
        ("\\newif\\ifshort\\iftrue\\shorttrue\\fi", "\\ifshort", "Yes."),
        ("\\newboolean{short}\\shorttrue", "\\ifshort", "Yes."),
        ("\\def\\version{1}", "\\if\\version1", "Yes."),
        ("\\def\\version{1}", "\\if\\version 2", "No."),
        ("\\def\\version{11}", "\\if\\version", "Yes."),
        ("\\def\\version{3}", "\\ifnum\\version>2", "Yes."),
        ("\\newcommand\\version{3}", "\\ifodd\\version", "Yes."),
        ("\\newcommand{\\x}{}", "\\ifx\\x\\empty", "Yes."),
        ("\\newcommand{\\x}{a}", "\\ifx\\x\\@empty", "No."),
        ("\\newcommand{\\x}{a}\\newcommand{\\y}{a}", "\\ifx\\x\\y", "Yes."),
        ("\\newcommand{\\x}{a}\\newcommand{\\y}[1]{a}", "\\ifx\\x\\y", "No."),
        ("\\newcommand{\\x}{a}", "\\ifcsname x\\endcsname", "Yes."),
        ("", "\\ifcsname x\\endcsname", "Yes. No."),
    ],
)
def test_a_test_that_the_draft_decides(preamble, test, words):
    assert words_of(f"{test} Yes.\\else{{}} No.\\fi{{}} End.", preamble) == f"{words} End."


@pytest.mark.parametrize(
    ("number", "words"),
    [("0", "Nil."), (" 1 ", "One."), ("2", "Two."), ("7", "More."), ("\\kind", "Two.")],
)
def test_the_case_that_applies_is_read(number, words):
    body = f"\\ifcase{number} Nil.\\or{{}} One.\\or{{}} Two.\\else{{}} More.\\fi{{}} End."
    assert words_of(body, "\\newcommand{\\kind}{2}") == f"{words} End."


def test_a_macro_whose_name_begins_with_if_is_no_conditional():
    preamble = "\\newcommand{\\ifready}[2]{#1}"
    assert words_of("\\iftrue \\ifready{Yes.}{No.}\\else No.\\fi{} End.", preamble) == "Yes. End."


def test_a_switch_of_the_draft_may_have_the_name_of_a_test():
    body = "\\ifkeyword Yes.\\else No.\\fi{} \\iffalse \\ifkeyword a\\fi b\\fi{} End."
    assert words_of(body, "\\newif\\ifkeyword\\keywordtrue") == "Yes. b End."
    body = "\\ifnum1=2 \\ifkeyword a\\fi b\\fi{} End."
    assert words_of(body, "\\newif\\ifkeyword") == "End."


@pytest.mark.parametrize(
    "hidden",
    [
        "\\iffalse Hidden \\ifblank{a}{b}{c} words \\fi",
        "\\if0 Hidden \\iftoggle{a}{b}{c} words \\fi",
        "\\if0 Hidden $a \\iff b$ words \\fi",
        "\\ifnum1=2 Hidden \\ifthenelse{1>2}{b}{c} words \\fi",
    ],
)
def test_a_dead_branch_ends_at_its_own_fi(hidden):
    assert words_of(f"Water. {hidden} End.") == "Water. End."


@pytest.mark.parametrize(
    "preamble",
    [
        "\\newenvironment{hide}{\\comment}{\\endcomment}",
        "\\newenvironment{hide}\n  {%\n  \\comment}{\\endcomment}",
        "\\renewenvironment{hide}[1]{\\comment}{\\endcomment}",
        "\\let\\hide\\comment \\let\\endhide\\endcomment",
        "\\NewEnviron{hide}{}",
        "\\excludecomment{hide}",
    ],
)
def test_an_environment_that_takes_over_comment_is_not_read(tmp_path, preamble):
    hidden = "\\begin{hide}Hidden \\section{X} $ { words\\end{hide}"
    assert words_of(f"Water. {hidden} End.", preamble) == "Water. End."
    (tmp_path / "part.tex").write_text(f"Water. {hidden} End.\n")
    root = tmp_path / "paper.tex"
    root.write_text(
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n\\input{{part}}\n"
        "\\end{document}\n"
    )
    draft = read(str(root))
    assert " ".join(draft.paper.text.plain.split()) == "Water. End." and not draft.paper.problems


@pytest.mark.parametrize(
    "preamble",
    [
        "% \\newenvironment{hide}{\\comment}{\\endcomment}",
        "\\newcommand{\\x}{5\\%} % \\excludecomment{hide}",
        "\\includecomment{hide}",
        "\\newenvironment{hide}{\\commentary}{}",
        "\\NewEnviron{hide}{\\BODY}",
    ],
)
def test_other_environments_are_read(preamble):
    assert words_of("Water. \\begin{hide}Seen.\\end{hide} End.", preamble) == "Water. Seen. End."


@pytest.mark.parametrize("macro", ["\\newcommand{\\hide}[2]{#2}", "\\def\\hide#1#2{#2}"])
def test_an_argument_that_a_macro_drops_is_dead(macro):
    draft = draft_of("\\hide{Hidden. \\vspace{1pt}}{Seen. \\vspace{2pt}}", macro)
    assert draft.paper.text.plain.strip() == "Seen."
    assert [call.argument() for call in draft.latex.commands("vspace")] == ["2pt"]


def test_verbatim_of_fancyvrb_opens_nothing():
    draft = draft_of("Use \\Verb|\\begin{figure}| and \\Verb+\\end{table}+ here.")
    assert not draft.paper.floats and draft.paper.text.plain.split()[-1] == "here."


@pytest.mark.parametrize(
    ("call", "shown"),
    [("\\char65 words", "words"), ('\\char"7E words', "words"), ("\\char`\\~ words", "words")],
)
def test_a_character_by_its_number_takes_the_number(call, shown):
    assert words_of(f"Water {call}.").endswith(f"{shown}.")
    assert not any(sign in words_of(f"Water {call}.") for sign in '657E"`')


@pytest.mark.parametrize(
    ("body", "is_crossed"),
    [
        ("We use \\ifnum\\value{page}=1 the \\else the \\fi pump.", True),
        ("We use the \\ifnum\\value{page}=1 the \\fi pump.", True),
        ("We use \\ifnum\\value{page}=1 the \\fi the pump.", True),
        ("We use \\ifcase\\value{page} a \\or the \\or the \\fi pump.", True),
        ("We use \\ifthenelse{\\value{page}=1}{the}{the} pump.", True),
        ("We use \\ifthenelse{\\value{page}=1}{the}{} the pump.", True),
        ("We use \\iftrue the \\fi the pump.", False),
        ("We use \\ifnum\\value{page}=1 the the \\fi pump.", False),
    ],
)
def test_words_of_two_branches_are_not_side_by_side(body, is_crossed):
    text = draft_of(body).paper.text
    first = text.plain.index("the")
    second = text.plain.index("the", first + 1)
    assert text.crosses_branch(first, second + 3) is is_crossed


@pytest.mark.parametrize(
    ("preamble", "body", "words"),
    [
        ("\\MakeShortVerb{\\|}", "A |the $ \\cite{a} % b| flows.", "A CODE flows."),
        ("\\MakeShortVerb*\\|", "A |the the| flows.", "A CODE flows."),
        ("\\DefineShortVerb[fontsize=\\small]{\\|}", "A |the the| flows.", "A CODE flows."),
        ("\\lstMakeShortInline[language=C]!", "A !the \\{! flows.", "A CODE flows."),
        ('\\MakeShortVerb{\\"}', 'A "the the" flows.', "A CODE flows."),
        ("% \\MakeShortVerb{\\|}", "A |the the| flows.", "A |the the| flows."),
        ("\\MakeShortVerb{\\|}", "A \\verb!|! and \\| b |c|.", "A CODE and b CODE."),
        ("\\MakeShortVerb{\\|}", "A |b\n\nflows.", "A |b flows."),
        ("\\MakeShortVerb\\|", "A |b|. \\DeleteShortVerb\\| A |b|.", "A CODE. A |b|."),
        ("", "A \\SaveVerb{x}+the the+flows.", "A flows."),
        ("", "A \\Verb+the the+ flows.", "A CODE flows."),
    ],
)
def test_text_between_chosen_characters_is_code(preamble, body, words):
    assert words_of(body, preamble).replace("\ue005", "CODE") == words


def test_the_characters_hold_in_the_next_file(tmp_path):
    (tmp_path / "part.tex").write_text("A |the the| flows.")
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{IEEEtran}\n\\MakeShortVerb{\\|}\n\\begin{document}\n\\input{part}\n\\end{document}"
    )
    assert "the" not in read(str(tmp_path / "paper.tex")).paper.text.plain


@pytest.mark.parametrize(
    ("definition", "body", "words"),
    [
        ("\\newcommand{\\Figure}[1]{Fig. #1}", "See \\Figure{2}.", "See Fig. 2."),
        ("\\newcommand*\\st{such that}", "Flow \\st{} it holds.", "Flow such that it holds."),
        ("\\NewDocumentCommand{\\ce}{mm}{#2 by #1}", "See \\ce{Ana}{Flow}.", "See Flow by Ana."),
        ("\\ifdefined\\x\\newcommand{\\st}[1]{so}\\fi", "See \\st{no} it.", "See it."),
        ("\\renewcommand{\\st}{such that}", "See \\st{no} it.", "See it."),
    ],
)
def test_a_new_command_is_not_one_of_a_package(definition, body, words):
    draft = draft_of(body, definition)
    assert " ".join(draft.paper.text.plain.split()) == words
    assert not draft.paper.figures


@pytest.mark.parametrize(
    ("preamble", "problems"),
    [
        ("\\let\\ifdraft\\iffalse", 0),
        ("\\let\\ifdraft=\\iffalse", 0),
        ("\\let \\ifdraft = \\iffalse\n\\ifdraft Hidden.\\fi", 0),
        ("\\unless\\iffalse Shown.\\fi", 0),
        ("\\newcommand{\\hide}{\\iffalse}\\newcommand{\\show}{\\fi}", 0),
        ("\\iffalse Hidden.\\fi", 0),
        ("\\iffalse Hidden without an end.", 1),
    ],
)
def test_a_name_for_false_is_no_mistake(preamble, problems):
    paper = draft_of("Water.", preamble).paper
    assert len(paper.problems) == problems

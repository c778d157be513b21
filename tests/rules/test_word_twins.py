"""The rules' LaTeX examples said again in Word: the same rule fires, and stays silent, there."""

from __future__ import annotations

import re

import pytest
from word_twin import sketch_of

from ieeelint.context import Context
from ieeelint.examples import assemble, marked_place
from ieeelint.readers.latex import read
from ieeelint.readers.word.reading import read_document
from ieeelint.rules import every_rule
from ieeelint.running import run_rule
from ieeelint.starters.word import document

# What an example is about when Word has no such thing: packages, definitions, counters,
# lengths, placement, labels, drawings in code, commands that print or hide something.
LATEX_ONLY = re.compile(
    r"\\(?:usepackage|renewcommand|setcounter|tag|resizebox|includegraphics⟧?\[|tikzpicture"
    r"|subfloat|scalebox|captionof"
    r"|subfigure|footnotemark|footnotetext|bibliographystyle|bibliography|todo|bigskip|newpage"
    r"|pagestyle|numberwithin|tiny|large|begin\{(?:tikzpicture|wrapfigure|SCfigure|longtable"
    r"|subequations|algorithmic|table\*|multicols)|floatbox|newacro|nocite|SI|num"
    r"|textbf\{⟦?Abstract"
    r"|texttt|input)\b|\[H\]|\[⟦H⟧\]|\[⟦?h!?⟧?\]|%! (?:class|anonymous|document|file|none)"
)
# Examples that the twin cannot say, with the reason.
UNSAYABLE = {
    ("TPL005", "bad"): "a macro for notes",
    ("TTL003", "good"): "funding hangs on the title by \\thanks only",
    ("AUT002", "bad"): "author blocks of the class",
    ("AUT008", "good"): "the address of a link",
    ("AUT004", "bad"): "the class decides where a row of authors breaks",
    ("AUT005", "bad"): "an empty block of the class",
    ("ABS002", "good"): "a Word author types 10% as text",
    ("EQN002", "bad"): "\\ref without parentheses",
    ("EQN003", "bad"): "a typed pair of references",
    ("FIG003", "bad"): "an empty caption, a float without one",
    ("TAB001", "bad"): "a table that is a picture",
    ("TXT016", "bad"): "\\ref without a word, which prints a number as typed text",
    ("FIG001", "bad"): "\\ref without a word, which prints a number as typed text",
    ("TAB002", "bad"): "a typed word before \\ref",
    ("TAB005", "bad"): "marks of notes in formulas",
    ("TAB007", "bad"): "a table that is a picture",
    ("TXT001", "bad"): "a line break before a blank line",
    ("REF001", "good"): "\\cite sorts its keys",
    ("REF004", "bad"): "one command that cites a work twice",
    ("REF010", "bad"): "a key that the list does not have",
    ("REF013", "bad"): "two commands side by side",
    ("RES001", "bad"): "a pin is a comment",
    ("ABS001", "bad"): "a display inside the abstract's paragraph",
    ("EQN004", "bad"): "Word has no mark of a formula apart from its text",
    ("EQN006", "good"): "an S column sets its signs",
    ("KWD003", "bad"): "index terms without words",
}


def cases(kind: str) -> list[object]:
    found = []
    for rule in every_rule():
        if rule.area == "SRC" or not {"latex", "word"} <= set(rule.formats):
            continue
        side = 0 if kind == "bad" else 1
        examples = [*getattr(rule, kind), *(pair[side] for pair in rule.fixes)]
        for number, example in enumerate(examples):
            if example.startswith("%! word") or LATEX_ONLY.search(example):
                continue
            found.append(pytest.param(rule, example, id=f"{rule.code}-{number}"))
    return found


def findings_of_twin(rule, example):
    source = marked_place(assemble(example)["main.tex"])[0]
    sketch = sketch_of(read("main.tex", text=source).paper)
    context = Context(read_document("main.docx", document(sketch)))
    return run_rule(rule, context)


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_what_is_wrong_in_latex_is_wrong_in_word(rule, example):
    if not findings_of_twin(rule, example):
        assert (rule.code, "bad") in UNSAYABLE, example


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_what_is_right_in_latex_is_right_in_word(rule, example):
    found = findings_of_twin(rule, example)
    if found:
        assert (rule.code, "good") in UNSAYABLE, [(one.span, one.message) for one in found]


def test_most_examples_have_a_twin():
    both = [rule for rule in every_rule() if {"latex", "word"} <= set(rule.formats)]
    with_twin = {case.values[0].code for case in [*cases("bad"), *cases("good")]}
    assert len(with_twin) > 0.8 * len(both)

"""The last guard of fixes: what may not be written, whatever rule asks for it."""

from __future__ import annotations

import random

import pytest

from ieeelint.finding import Edit, Fix
from ieeelint.fixes.guard import FixGuard
from ieeelint.fixes.text import edited
from ieeelint.paper.source import Span
from ieeelint.readers.latex.reading import read

HEAD = "\\documentclass{IEEEtran}\n\\begin{document}\n"
END = "\n\\end{document}\n"


def refusal(body: str, new: str | tuple[str, ...], on_source: bool = False) -> str:
    """The reason against replacing what is between ⟦ and ⟧, each with its own new words."""
    pieces, spans, text = body.split("⟦"), [], HEAD
    text += pieces[0]
    for piece in pieces[1:]:
        inner, _, rest = piece.partition("⟧")
        spans.append((len(text), len(text) + len(inner)))
        text += inner + rest
    draft = read("nowhere/paper.tex", text=text + END)
    source = draft.paper.root
    words = (new,) * len(spans) if isinstance(new, str) else new
    edits = [
        Edit(Span(source, start, end), word, on_source)
        for (start, end), word in zip(spans, words, strict=True)
    ]
    return FixGuard(draft).refusal(Fix(*edits))


@pytest.mark.parametrize(
    ("body", "new", "reason"),
    [
        # arguments that are not prose
        ("\\begin{align} a \\\\[2⟦⟧mm] b \\end{align}", "\\,", "argument of \\\\"),
        ("\\begin{tabular}{c} a \\\\*[2⟦⟧mm] b \\end{tabular}", "\\,", "argument of \\\\"),
        ("x \\hspace{2⟦⟧mm} y", "~", "argument of \\hspace"),
        ("x \\hspace*{-2⟦⟧mm} y", "~", "argument of \\hspace*"),
        ("\\rule{1mm}{2⟦⟧mm}", "~", "argument of \\rule"),
        ("\\includegraphics[width=2⟦⟧cm]{a}", "~", "argument of \\includegraphics"),
        ("\\includegraphics[width=2cm]{⟦colour⟧}", "color", "argument of \\includegraphics"),
        ("\\textcolor{⟦grey⟧}{words}", "gray", "argument of \\textcolor"),
        ("\\label{⟦colour⟧}", "color", "argument of \\label"),
        ("\\cite{⟦colour⟧}", "color", "argument of \\cite"),
        ("\\begin{⟦centre⟧}x\\end{centre}", "center", "argument of \\begin{centre}"),
        ("\\begin{tabular}{p{2⟦⟧cm}} a \\end{tabular}", "~", "argument of \\begin{tabular}"),
        ("\\begin{figure}[⟦h⟧]x\\end{figure}", "!t", "argument of \\begin{figure}"),
        ("\\node[minimum width=2⟦⟧cm]{a}", "~", "argument of \\node"),
        ("\\parskip=3⟦⟧mm x", "~", "value of \\parskip"),
        ("x \\kern 2⟦⟧mm y", "~", "value of \\kern"),
        ("\\let\\gap\\hspace x \\gap{2⟦⟧mm} y", "~", "argument of \\gap"),
        ("\\let\\gap\\hskip x \\gap 2⟦⟧mm y", "~", "value of \\gap"),
        # a group that would be empty, or begin with a space
        ("the \\textbf{⟦the⟧} end", "", "leave an empty group"),
        ("the {\\em ⟦the⟧} end", " ", "leave an empty group"),
        ("the \\emph{⟦the⟧ old} end", "", "space at the beginning"),
        # inside commands and comments
        ("\\te⟦x⟧tbf{a}", "y", "inside of \\textbf"),
        ("\\verb|the ⟦the⟧|", "", "inside of \\verb"),
        ("\\url{https://a.org/⟦colour⟧}", "color", "inside of \\url"),
        ("a % the ⟦colour⟧\n", "color", "change a comment"),
        ("a % note⟦⟧\nb", ".", "change a comment"),
        ("a⟦ % note\n⟧b", " ", "delete a comment"),
        ("a⟦⟧ b", " %", "comment out"),
        ("50⟦%⟧\n", "\\%", "delete a comment"),
        # commands and letters
        ("the \\alpha⟦ ⟧beta", "", "join a command"),
        ("the \\alpha⟦⟧ x", "beta", "join a command"),
        ("the ⟦x⟧beta", "\\alpha", "join a command"),
        ("a gain of ⟦-5⟧$x$", "$-5$", "two dollar signs"),
        ("$x$⟦-5⟧ now", "$-5$", "two dollar signs"),
        ("flow\\footnotemark⟦,⟧ [5 V] is", "", "give the command before it an argument"),
        ("in\\\\ ⟦Ref.~⟧[3] we", "", "give the command before it an argument"),
        ("a\\\\[2mm] ⟦x ⟧[3] we", "", "give the command before it an argument"),
        ("the \\LaTeX ⟦is ⟧{good}", "", "give the command before it an argument"),
        # edges
        ("\\textbf{⟦Potential Weight} (PW)⟧ is", "PW", "cross the edge"),
        ("a ⟦$x$ and $y⟧ = 1$", "b", "cross the edge"),
        ("⟦\\begin{center} a⟧ \\end{center}", "b", "cross the edge"),
        ("⟦\\( a⟧ \\)", "b", "cross the edge"),
        ("a ⟦b⟧ c", "{b", "cross the edge"),
        ("a ⟦(⟧b⟦)⟧", ("{", ")"), "cross the edge"),
        ("flows⟦.⟧\\textsuperscript{a⟦⟧}", ("", "."), "into or out of a group"),
        ("\\emph{flows⟦.⟧} a⟦⟧", ("~", "."), "into or out of a group"),
        # what would be lost
        ("and ⟦\\label{pos:a} and⟧ so", "", "delete \\label"),
        ("on ⟦\\includegraphics{icon} on⟧ the", "", "delete \\includegraphics"),
        ("a ⟦\\index{bee} b⟧", "b", "delete \\index"),
        ("see ⟦\\cref{a} and \\cref{b}⟧", "Figs.~\\ref{a}", "delete \\cref"),
        ("see ⟦\\cite{a}\\cite{b}⟧", "\\cite{a}", "delete \\cite"),
        ("the ⟦\\method{} is⟧ good", "it is", "delete \\method"),
    ],
)
def test_harm_is_refused(body, new, reason):
    assert reason in refusal(body, new)


@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ("\\catcode`~=12 ", False),
        ("\\catcode`\\_=\\active", False),
        ("\\newcommand{\\x}{\\catcode 37=12}", False),
        ("\\catcode`\\@=11 ", True),
        ("\\catcode64=11 ", True),
        ("% \\catcode`~=12\n", True),
    ],
)
def test_where_characters_have_another_meaning_no_fix_is_made(change, allowed):
    assert (refusal(change + "the ⟦colour⟧ of", "color") == "") is allowed


@pytest.mark.parametrize(
    ("definitions", "call", "allowed"),
    [
        (["\\volt}[1]{#1~V}"], "\\volt{the ⟦colour⟧}", True),
        (["\\bold}[2]{\\label{#1}\\textbf{#2}}"], "\\bold{a}{the ⟦colour⟧}", True),
        (["\\bold}[2]{\\label{#1}\\textbf{#2}}"], "\\bold{the ⟦colour⟧}{a}", False),
        (["\\gap}[1]{\\hspace{#1}}"], "\\gap{⟦colour⟧}", False),
        (["\\pic}[1]{\\includegraphics[width=#1]{a}}"], "\\pic{⟦colour⟧}", False),
        (["\\both}[1]{#1\\index{#1}}"], "\\both{⟦colour⟧}", False),
        (["\\mode}[1]{\\ifthenelse{\\equal{#1}{a}}{b}{c}}"], "\\mode{⟦colour⟧}", False),
        (["\\lev}[1]{\\ifdim#1pt<0pt low\\fi}"], "\\lev{⟦colour⟧}", False),
        (["\\get}[1]{\\csname r@#1\\endcsname}"], "\\get{⟦colour⟧}", False),
        (["\\in}[1]{\\hspace{#1}}", "\\out}[1]{\\in{#1}}"], "\\out{⟦colour⟧}", False),
        (["\\opt}[2][x]{\\label{#1}#2}"], "\\opt[a]{the ⟦colour⟧}", True),
        (["\\self}[1]{\\self{#1}}"], "\\self{⟦colour⟧}", True),
    ],
)
def test_arguments_of_macros_are_what_their_bodies_make_of_them(definitions, call, allowed):
    body = "".join(f"\\newcommand{{{definition}" for definition in definitions)
    assert (refusal(body + call, "color") == "") is allowed


@pytest.mark.parametrize(
    ("body", "new"),
    [
        ("the ⟦colour⟧ of", "color"),
        ("\\emph{the ⟦colour⟧ of}", "color"),
        ("\\footnote{the ⟦colour⟧}", "color"),
        ("\\emph{a} [the ⟦colour⟧] of", "color"),
        ("\\unknown{a} [the ⟦colour⟧] of", "color"),
        ("\\section[the ⟦colour⟧]{Color}", "color"),
        ("\\item[the ⟦colour⟧] it", "color"),
        ("\\textcolor{gray}{the ⟦colour⟧}", "color"),
        ("5⟦ ⟧GHz", "~"),
        ("5⟦⟧\\,GHz", "0"),
        ("$5⟦⟧GHz$", "\\,"),
        ("$\\left[ ⟦max⟧ x \\right]$", "\\max"),
        ("$x \\in [⟦max⟧ x, 1]$", "\\max"),
        ("⟦5GHz⟧ is", "$5\\,\\mathrm{GHz}$"),
        ("see ⟦\\cref{a}⟧ now", "Fig.~\\ref{a}"),
        ("a ⟦caf\\'e⟧ here", "coffee"),
        ("a ⟦b\\,c⟧ here", "b~c"),
        ("Delay ⟦[⟧ms⟦]⟧ is", ("(", ")")),
        ("flows⟦.⟧ a⟦⟧", ("~", ".")),
        ("\\emph{flows⟦.⟧ a⟦⟧}", ("", ".")),
        ("the problem [1⟦colour⟧] of", ""),
        ("⟦x⟧ \\parskip=3mm y", "z"),
        ("\\parskip=3mm the ⟦colour⟧", "color"),
    ],
)
def test_prose_and_formulas_may_change(body, new):
    assert refusal(body, new) == ""


@pytest.mark.parametrize(
    ("body", "new", "allowed"),
    [
        ("\\begin{figure}[⟦h⟧]x\\end{figure}", "!t", True),
        ("a⟦\\vspace{-2mm}⟧ b", "", True),
        ("⟦\\begin{eqnarray}⟧a⟦\\end{eqnarray}⟧", ("\\begin{align}", "\\end{align}"), True),
        ("see ⟦\\cite{a}\\cite{b}⟧", "\\cite{a,b}", True),
        ("see ⟦\\cite{a}\\cite{b}⟧", "\\cite{a}", False),
        ("see ⟦\\cite{a}\\color{red}\\cite{b}⟧", "\\cite{a,b}", False),
        ("see ⟦\\cite{a}\\ifx\\a\\b\\cite{b}⟧\\fi", "\\cite{a,b}", False),
        ("see ⟦\\cite{a}\\newcommand{\\x}{y}\\cite{b}⟧", "\\cite{a,b}", False),
        ("⟦\\setlength\\parskip{0pt}⟧ a", "", True),
        ("⟦\\vskip-.5\\baselineskip plus .1\\parskip⟧ a", "", True),
        ("⟦\\vskip-.5pt and \\parskip⟧ a", "", False),
        ("⟦\\parskip=\\baselineskip⟧ a", "", True),
        ("⟦\\setlength{\\parskip}{\\baselineskip}⟧ a", "", True),
        ("⟦\\parskip=2pt \\color{red}⟧ a", "", False),
        ("⟦$$⟧x⟦$$⟧", ("\\[", "\\]"), True),
        ("\\mbox{⟦$$⟧x⟦$$⟧}", ("\\[", "\\]"), False),
        ("\\begin{center}⟦$$⟧x⟦$$⟧\\end{center}", ("\\[", "\\]"), True),
        ("see ⟦\\cite{a}% note\n\\cite{b}⟧", "\\cite{a,b}", False),
        ("⟦⟧\\parskip=3mm\n", "% ", True),
        ("\\global⟦\\parskip=3pt⟧ b", "", False),
        ("\\expandafter⟦⟧\\linespread{0.95}", "% ", False),
        ("\\ifdim⟦\\textheight=9in⟧ a\\fi", "", False),
        ("a⟦\\label{x}⟧ b", "", False),
        ("a⟦ % note\n⟧ b", "", False),
        ("a⟦% ieeelint: ignore[X]⟧\n b", "", True),
        ("a⟦\\textbf{⟧ b}", "", False),
    ],
)
def test_edits_of_the_source_may_change_commands_only(body, new, allowed):
    assert (refusal(body, new, on_source=True) == "") is allowed


def test_no_label_is_moved_into_a_conditional():
    moved = ("", "\\label{a}")
    assert not refusal("⟦\\label{a}⟧\\caption{A.}⟦⟧", moved, on_source=True)
    body = "⟦\\label{a}⟧\\ifx\\a\\b\\caption{A.}⟦⟧\\fi"
    assert "conditional" in refusal(body, moved, on_source=True)
    body = "⟦\\label{a}⟧\\ifx\\a\\b\\caption{A.}\\else\\caption{B.}\\fi⟦⟧"
    assert "conditional" in refusal(body, moved, on_source=True)


def test_edits_of_a_word_part_keep_what_is_not_text():
    from ieeelint.paper.source import Source
    from ieeelint.views.draft import Draft

    draft = read("nowhere/paper.tex", text=HEAD + END)
    source = Source("word/document.xml", "the \ue007 the end", is_word=True)
    guard = FixGuard(Draft(draft.paper, latex=None))
    assert "picture" in guard.refusal(Fix(Edit(Span(source, 3, 9), "")))
    assert guard.refusal(Fix(Edit(Span(source, 0, 3), "a"))) == ""


PIECES = [
    "\\label{a}",
    "\\hspace{2mm}",
    "% note\n",
    "{",
    "}",
    "$x$",
    "\\includegraphics{a}",
    "\\\\[2mm]",
    "\\begin{center}",
    "\\end{center}",
    "\\textbf{bold words}",
    "\\verb|a b|",
    "\\cite{a,b}",
    " the the ",
    " words of it ",
]


@pytest.mark.thorough
def test_what_is_allowed_leaves_all_tokens_outside_as_they_are():
    """Random edits of random drafts: if the guard lets one pass, TeX reads the rest as before."""
    from ieeelint.readers.latex.tokens import tokenize

    generator = random.Random(7)
    passed = 0
    for _ in range(3000):
        text = HEAD + "".join(generator.choices(PIECES, k=9)) + END
        draft = read("nowhere/paper.tex", text=text)
        start = generator.randrange(len(HEAD), len(text) - len(END))
        end = min(start + generator.randrange(0, 12), len(text) - len(END))
        new = generator.choice(["", "x", "\\,", "$y$", " words", "{a}", "%", "}"])
        edit = Edit(Span(draft.paper.root, start, end), new)
        if FixGuard(draft).refusal(Fix(edit)):
            continue
        passed += 1
        before, after = tokenize(text), tokenize(edited(text, [edit]))
        kept = {"\\label", "\\includegraphics", "\\hspace", "\\verb|a b|", "\\cite", "% note"}
        assert [one for one in before if one in kept] == [one for one in after if one in kept]
        for sign in ("{", "\\begin", "\\end"):
            difference = new.count(sign) - text[start:end].count(sign)
            assert after.count(sign) - before.count(sign) == difference
    assert passed > 300

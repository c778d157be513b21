"""EQN004, 008: the end marks of displayed equations, and obsolete environments."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import COMMAND, inner_span, is_as_typed, last_sign_end, tokenize
from ieeelint.paper.model import ACKNOWLEDGMENT, BIOGRAPHY, HEADING, PROSE
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Equation, Math, Paper, Passage

BLANKS = " \n\t\u00a0\u2009"
# The running text; floats and footnotes may interrupt it.
FLOW = frozenset({PROSE, ACKNOWLEDGMENT, HEADING, BIOGRAPHY})
PICTURES = (
    "\\includegraphics",
    "{tikzpicture}",
    "{tabular",
    "{circuitikz}",
    "\\input{",
    "\\xymatrix",
    "{tikzcd}",
)


@rule(
    "EQN004",
    "eq-punctuation",
    WARNING,
    "IEEE conference template, sec. III-C; IEEE Editing Mathematics",
    bad=[
        "The law is\n\\begin{equation}\n⟦a=b+c⟧\n\\end{equation}\nNext, water flows.",
        "The law is\n\\[\n⟦a=b⟧\n\\]\n\\subsection{Sand}\nSand does not flow.",
        "The law is, i.e.\n\\[\n⟦a=b⟧\n\\]\n$c$ is red.",
        (
            "The law is\n"
            "\\begin{align}\n"
            "a&=b,\\\\\n"
            "⟦c&=d⟧ \\label{eq:a}\n"
            "\\end{align}\n"
            "\n"
            "Next, water flows."
        ),
        "We see it. $$⟦a=b⟧$$ Next, water flows.",
    ],
    good=[
        "The law is\n\\begin{equation}\na=b\n\\end{equation}\nwhere $a$ is red.",
        "The law is\n\\begin{equation}\na=b.\\label{eq:a}\n\\end{equation}\nNext, water flows.",
        (
            "The law is\n"
            "\\[\n"
            "a=\\begin{cases}1, & x>0,\\\\ 0, & x<0.\\end{cases}\n"
            "\\]\n"
            "Next, water flows."
        ),
        "The law is\n\\[\na=b \\text{ for all pipes.}\n\\]\nNext, water flows.",
        (
            "The laws are\n"
            "\\begin{equation}\n"
            "a=b\n"
            "\\end{equation}\n"
            "\\begin{equation}\n"
            "c=d.\n"
            "\\end{equation}\n"
            "Next, sand."
        ),
        "The law is\n\\[\n\\includegraphics{law}\n\\]\nNext, water flows.",
        "The law is\n\\[\na=b % by Lima.\n\\]\nfor all $a$.",
        "\\begin{algorithmic}\n\\STATE \\[a=b\\]\n\\STATE Return it.\n\\end{algorithmic}",
    ],
    fixes=[
        (
            (
                "The law is\n"
                "\\begin{equation}\n"
                "a=\\frac{b}{c}\\label{eq:a}\n"
                "\\end{equation}\n"
                "\n"
                "Next, water flows."
            ),
            (
                "The law is\n"
                "\\begin{equation}\n"
                "a=\\frac{b}{c}.\\label{eq:a}\n"
                "\\end{equation}\n"
                "\n"
                "Next, water flows."
            ),
        ),
        (
            "The law is\n\\[\na=\\begin{bmatrix}1\\end{bmatrix}\n\\]\nNext, water flows.",
            "The law is\n\\[\na=\\begin{bmatrix}1\\end{bmatrix}.\n\\]\nNext, water flows.",
        ),
    ],
    english=True,
)
def punctuation(context: Context) -> Iterator[Finding]:
    """A displayed equation is part of its sentence: put a period after it where the sentence ends.

    Reported when the display has no end mark and a new sentence, a new section
    or a formula follows. If the sentence before the display has already ended,
    the severity is info. A comma is required only where the text continues
    with a capital "Where". Of several displays in a row only the last counts.
    """
    paper = context.paper
    displays = [equation for equation in paper.equations if equation.position >= 0]
    if not displays:
        return
    flow = [passage for passage in paper.passages if passage.zone in FLOW]
    starts = [passage.start for passage in flow]
    for equation in displays:
        passage = paper.passage_at(equation.position)
        if passage.zone not in (PROSE, ACKNOWLEDGMENT):
            continue
        end = last_sign_end(equation.content)
        if not end or equation.content[end - 1] in ".,;:?。，；…" or _is_picture(equation):
            continue
        if equation.content.endswith(("\\ldots", "\\cdots", "\\dots"), 0, end):
            continue
        at = bisect_left(starts, passage.start)
        following = _following(paper, equation, passage, flow, at)
        if not following:
            continue
        is_closed = _is_closed(context, equation, passage, flow, at)
        yield _unpunctuated(equation, following, is_closed)


def _is_picture(equation: Equation) -> bool:
    """True for a display that holds a picture, a table or another file."""
    return any(name in equation.content for name in PICTURES)


def _following(
    paper: Paper, equation: Equation, passage: Passage, flow: list[Passage], at: int
) -> str:
    """The first word of a new sentence after the display.

    ``$`` for a formula, a space for a heading, empty when the sentence goes on.
    """
    rest = paper.text.plain[equation.position + 1 : passage.end].lstrip(BLANKS)
    if not rest:
        if at + 1 >= len(flow):
            return " "
        if flow[at + 1].zone == HEADING:
            return " "
        rest = flow[at + 1].plain.lstrip(BLANKS)
    if rest[:1] == MATH:
        return "$"
    word = pattern(r"[(“\"'‘]?([^\W\d_]+)").match(rest)
    return word.group(1) if word and word.group(1)[0].isupper() else ""


def _is_closed(
    context: Context, equation: Equation, passage: Passage, flow: list[Passage], at: int
) -> bool:
    """True when a sentence ends before the display; other displays are skipped."""
    before = context.paper.text.plain[passage.start : equation.position]
    while True:
        before = before.rstrip(BLANKS + DISPLAY)
        if before:
            break
        at -= 1
        if at < 0 or flow[at].zone == HEADING:
            return True
        before = flow[at].plain
    return before.endswith((".", "!", "?", ".”", ".)", '."')) and not before.endswith(
        tuple(context.vocabulary.equations.open_ends)
    )


def _unpunctuated(equation: Equation, following: str, is_closed: bool) -> Finding:
    content = equation.content
    end = last_sign_end(content, inside=False)
    line = max(content.rfind("\n", 0, end), content.rfind("\r", 0, end)) + 1
    start = line + len(content[line:end]) - len(content[line:end].lstrip())
    mark = ","
    if following == "Where":
        message = (
            'End the equation with a comma and continue with a lower-case "where": both are one'
            " sentence."
        )
    else:
        mark = "."
        what = "The text of this section" if following == " " else "The sentence"
        after = {" ": "", "$": " (a formula begins the next one)"}.get(
            following, f' ("{following}" begins the next one)'
        )
        message = f"{what} ends with this equation{after}. Put a period after it."
    span = inner_span(equation, start, end)
    fix = None
    if is_as_typed(equation) and span.source is equation.content_span.source:
        fix = Fix(Edit(Span(span.source, span.end, span.end), mark), safe=False)
    return Finding(span, message, fix, INFO if is_closed else "")


@rule(
    "EQN008",
    "eq-obsolete-environment",
    WARNING,
    "IEEE conference template, sec. III-D; IEEEtran how-to, obsolete coding",
    bad=[
        "The law is ⟦\\begin{eqnarray}⟧a&=&b.\\end{eqnarray}",
        "The law is $a⟦\\over⟧ b$.",
        "The law is \\[{a⟦\\over⟧ b}.\\]",
        (
            "The law is\n"
            "\\begin{equation}\\begin{array}{c}a=b,⟦\\nonumber⟧\\\\c=d.\\end{array}"
            "\\end{equation}"
        ),
        (
            "%! preamble\n"
            "\\def\\be{\\begin{eqnarray}}\\def\\ee{\\end{eqnarray}}\n"
            "%! body\n"
            "The law is ⟦\\be⟧ a&=&b. \\ee"
        ),
    ],
    good=[
        "The law is \\begin{IEEEeqnarray}{rCl}a&=&b.\\end{IEEEeqnarray}",
        "\\verb|$$a$$| and \\verb|eqnarray| are old.",
        "It is $\\overline{a}$ and $\\overset{a}{b}$.",
        "The law is\n\\begin{align}a&=b,\\nonumber\\\\c&=d.\\end{align}",
        "%! preamble\n\\newcommand{\\old}{$$a=b$$}",
        "We pay 5\\$\\$ for it.",
    ],
    fixes=[
        ("The law is ⟦$$⟧a=b.$$", "The law is \\[a=b.\\]"),
        (
            "The law is ⟦\\begin{eqnarray}⟧a&=&b.\\end{eqnarray}",
            "The law is \\begin{IEEEeqnarray}{rCl}a&=&b.\\end{IEEEeqnarray}",
        ),
    ],
    formats=("latex",),
)
def obsolete(context: Context) -> Iterator[Finding]:
    """Do not use eqnarray, $$, \\over, or \\nonumber inside array.

    Use equation, align, IEEEeqnarray, \\[ \\] and \\frac. eqnarray sets wrong gaps
    around relation signs, $$ ignores the spacing of the class, and \\nonumber
    inside array may remove the number of the whole equation.
    """
    paper = context.paper
    for equation in paper.equations:
        if equation.environment == "$$":
            yield _dollars(equation.span)
        elif equation.environment in ("eqnarray", "eqnarray*"):
            yield _eqnarray(context, equation)
        if "array}" in equation.content and "\\no" in equation.content:
            yield from _silenced_array(equation)
        if "\\over" in equation.content:
            yield from _over(equation)
    for mark in paper.text.marks_of(MATH):
        if mark.data is not None and "\\over" in mark.data.content:
            yield from _over(mark.data)


def _dollars(span: Span) -> Finding:
    fix = None
    if len(span.text) > 4 and span.text.startswith("$$") and span.text.endswith("$$"):
        first = Span(span.source, span.start, span.start + 2)
        last = Span(span.source, span.end - 2, span.end)
        fix = Fix(Edit(first, "\\["), Edit(last, "\\]"))
    begin = Span(span.source, span.start, min(span.end, span.start + 2))
    return Finding(
        begin,
        "Write \\[ … \\], not $$ … $$: a plain TeX display ignores the spacing of the class.",
        fix,
    )


def _eqnarray(context: Context, equation: Equation) -> Finding:
    star = "*" if equation.environment.endswith("*") else ""
    span = equation.span
    opened, closed = f"\\begin{{{equation.environment}}}", f"\\end{{{equation.environment}}}"
    begin = Span(span.source, span.start, max(equation.content_span.start, span.start))
    fix = None
    view = context.latex
    if view is not None and view.class_name == "IEEEtran" and _has_three_columns(equation):
        if span.text.startswith(opened) and span.text.endswith(closed):
            begin = Span(span.source, span.start, span.start + len(opened))
            end = Span(span.source, span.end - len(closed), span.end)
            fix = Fix(
                Edit(begin, f"\\begin{{IEEEeqnarray{star}}}{{rCl}}"),
                Edit(end, f"\\end{{IEEEeqnarray{star}}}"),
                safe=False,
            )
    message = (
        f"Use align{star} or IEEEeqnarray{star}: {equation.environment} sets wrong gaps around the"
        " relation signs."
    )
    return Finding(begin, message, fix)


def _has_three_columns(equation: Equation) -> bool:
    """True when no row has more than the three columns of eqnarray, so that IEEEeqnarray can
    replace it.
    """
    return all(row.count("&") - row.count("\\&") <= 2 for row in equation.content.split("\\\\"))


def _over(formula: Math | Equation) -> Iterator[Finding]:
    for token in tokenize(formula.content):
        if token.kind == COMMAND and token.text == "\\over":
            yield Finding(
                inner_span(formula, token.start, token.end), "Write \\frac{a}{b}, not {a \\over b}."
            )


def _silenced_array(equation: Equation) -> Iterator[Finding]:
    """\\nonumber between \\begin{array} and \\end{array}."""
    arrays = pattern(r"\\(begin|end)\s{0,3}\{array\}|\\(?:nonumber|notag)(?![a-zA-Z])")
    depth = 0
    for match in arrays.finditer(equation.content):
        if match.group(1):
            depth += 1 if match.group(1) == "begin" else -1
        elif depth > 0:
            span = inner_span(equation, match.start(), match.end())
            yield Finding(
                span,
                f"Delete {match.group()}: inside array it does nothing or removes the number of the"
                " whole equation.",
                Fix(Edit(span, ""), safe=False) if is_as_typed(equation) else None,
            )

"""EQN001, EQN004, EQN008: displayed equations, their numbers, punctuation and environments."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import last_sign_end
from ieeelint.paper.model import PROSE
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Equation, Paper

CLAUSE = "IEEE conference template, sec. III-C"


@rule(
    "EQN001",
    "eq-numbering-consecutive",
    ERROR,
    CLAUSE + "; IEEEtran how-to, equation numbering",
    bad=[
        "%! preamble\n⟦\\numberwithin{equation}{section}⟧",
        "%! preamble\n⟦\\renewcommand{\\theequation}{\\Roman{equation}}⟧",
        "\\begin{equation}a=b.⟦\\tag{7}⟧\\end{equation}",
        "⟦\\begin{subequations}⟧\n\\begin{align*}a&=b.\\end{align*}\n\\end{subequations}",
    ],
    good=[
        "\\begin{equation}a=b,\\end{equation}\n\\begin{equation}c=d\\tag{$*$}\\end{equation}\n\\begin{equation}e=f.\\end{equation}",
        "\\appendix\n\\section{Proof}\n\\renewcommand{\\theequation}{A\\arabic{equation}}\n\\setcounter{equation}{0}\nIt is so.",
    ],
)
def consecutive(paper: Paper) -> Iterator[Finding]:
    """Equations are numbered (1), (2), (3) in order through the whole paper.

    No section numbers, Roman numerals, hyphens or periods; appendixes may have
    (A1). Let the class count, and do not set numbers by hand.
    """
    for equation in paper.equations:
        for number, span in equation.tags:
            if pattern(r"\s{0,3}\d").match(number) and not _in_appendix(paper, equation):
                yield Finding(span, f"Let the class number the equation: \\tag{{{number}}} breaks the sequence.")
    yield from _numbers(paper)
    view = paper.latex
    if view is None:
        return
    appendix = _appendix_order(paper)
    for use in view.commands("numberwithin", "counterwithin", "counterwithin*"):
        if use.argument(0).strip() == "equation" and not use.in_definition:
            yield Finding(use.span, "Equations are numbered through the whole paper, not within sections. Delete this line.")
    definition = view.definitions.get("theequation")
    if definition is not None and (appendix is None or not _is_after(paper, definition.span, appendix)):
        if not pattern(r"\s{0,3}[A-Z]?\\arabic\{equation\}\s{0,3}$").match(definition.body):
            yield Finding(definition.span, "Leave the form of equation numbers, (1), (2), (3), to the class.")
    for environment in view.environments("subequations"):
        inner = environment.content_span.text
        if not pattern(r"\\begin\s{0,3}\{(?:equation|align|gather|multline|eqnarray|IEEEeqnarray|alignat|flalign)\}").search(inner):
            message = "This subequations holds no numbered equation, yet takes a number: the next one skips. Remove it."
            yield Finding(environment.begin, message)


def _numbers(paper: Paper) -> Iterator[Finding]:
    """Gaps and repeats among the printed numbers; LaTeX makes none, a typed number in Word may."""
    if paper.format == "latex":
        return
    expected = 1
    for equation in paper.equations:
        for number in equation.numbers:
            match = pattern(r"(\d{1,3})[a-z]?$").match(number)
            if match and int(match.group(1)) not in (expected, expected - 1):
                yield Finding(equation.span, f"The equation is numbered ({number}); the next number is ({expected}).")
            if match:
                expected = int(match.group(1)) + 1


def _appendix_order(paper: Paper) -> tuple[int, ...] | None:
    return next((heading.order for heading in paper.headings if heading.in_appendix), None)


def _is_after(paper: Paper, span: Span, order: tuple[int, ...]) -> bool:
    """True when a span of the root stands after a rank (or close before it, as set-up lines do)."""
    return span.source is not paper.root or span.start + 400 >= order[0]


def _in_appendix(paper: Paper, equation: Equation) -> bool:
    order = _appendix_order(paper)
    return order is not None and equation.order > order


@rule(
    "EQN004",
    "eq-punctuation",
    WARNING,
    CLAUSE + "; IEEE Editing Mathematics",
    bad=["The law is\n\\begin{equation}\na=b+⟦c⟧\n\\end{equation}\nNext, water flows."],
    good=[
        "The law is\n\\begin{equation}\na=b\n\\end{equation}\nwhere $a$ is red.",
        "The law is\n\\begin{equation}\na=b.\\label{eq:a}\n\\end{equation}\nNext, water flows.",
        "The law is\n\\[\na=\\begin{cases}1, & x>0,\\\\ 0, & x<0.\\end{cases}\n\\]\nNext, water flows.",
        "The laws are\n\\begin{equation}\na=b\n\\end{equation}\n\\begin{equation}\nc=d.\n\\end{equation}\nNext, water flows.",
    ],
    fixes=[
        (
            "The law is\n\\begin{equation}\na=⟦b⟧\\label{eq:a}\n\\end{equation}\n\nNext, water flows.",
            "The law is\n\\begin{equation}\na=b.\\label{eq:a}\n\\end{equation}\n\nNext, water flows.",
        )
    ],
    english=True,
)
def punctuation(paper: Paper) -> Iterator[Finding]:
    """A displayed equation is part of its sentence and ends it with a period where the sentence ends.

    Reported when the text after the display begins a new sentence and the
    display has no end mark. Where the sentence before is already closed, it is
    only a hint. A comma is never asked for.
    """
    for equation in paper.equations:
        if equation.position < 0 or paper.passage_at(equation.position).zone not in (PROSE,):
            continue
        end = last_sign_end(equation.content)
        if not end or equation.content[end - 1] in ".,;:?!":
            continue
        if pattern(r"\\(?:includegraphics|begin\{(?:tikzpicture|tabular))").search(equation.content):
            continue
        following = _next_sign(paper, equation)
        if following is None or not (following.isupper() or following == "$"):
            continue
        before = _sign_before(paper, equation)
        severity = INFO if before in ".!?" or before in ("", DISPLAY) else ""
        whole = equation.content_span
        span, fix = equation.span, None
        if whole.text == equation.content:
            span = Span(whole.source, whole.start + end - 1, whole.start + end)
            point = whole.start + _after(equation.content, end)
            fix = Fix(Edit(Span(whole.source, point, point), "."), safe=False)
        yield Finding(span, "The sentence ends with this equation: put a period after it.", fix, severity)


def _after(content: str, at: int) -> int:
    """Past the closing braces and ``\\right`` parts that belong to the last sign."""
    match = pattern(r"(?:\}|\\end\{[a-zA-Z*]{1,20}\}){0,9}").match(content, at)
    return match.end() if match else at


def _next_sign(paper: Paper, equation: Equation) -> str | None:
    """The first character of what follows the display: in its paragraph, or the next words of the body;
    an upper-case letter stands for a heading, ``$`` for a formula."""
    plain = paper.text.plain
    passage = paper.passage_at(equation.position)
    rest = plain[equation.position + 1 : passage.end]
    bare = rest.lstrip(" \n\u00a0\u2009}")
    if bare:
        if bare[0] == "\ue000":
            return "$"
        if bare[0] in PLACEHOLDERS or bare[0] in "([“\"'":
            return bare[1:2] if bare[0] in "([“\"'" and bare[1:2].isupper() else None
        return bare[0]
    candidates = [paragraph.passage.start for paragraph in paper.paragraphs if paragraph.passage.zone == PROSE and paragraph.passage.start > passage.end]
    headings = [heading.passage.start for heading in paper.headings if heading.passage.start > passage.end]
    if headings and (not candidates or min(headings) < min(candidates)):
        return "A"
    if not candidates:
        return "A" if headings or paper.references else None
    start = min(candidates)
    first = plain[start : start + 40].lstrip(" \n\u00a0\u2009")[:1]
    if first == DISPLAY:
        return None
    return "$" if first == "\ue000" else first or None


def _sign_before(paper: Paper, equation: Equation) -> str:
    """The last character before the display; of the paragraph before when it opens one."""
    plain = paper.text.plain
    passage = paper.passage_at(equation.position)
    before = plain[passage.start : equation.position].rstrip(" \n\u00a0\u2009")
    if not before:
        earlier = [one.passage for one in paper.paragraphs if one.passage.zone == PROSE and one.passage.end <= passage.start]
        headings = [one.passage.end for one in paper.headings if one.passage.end <= passage.start]
        if not earlier or (headings and headings[-1] > earlier[-1].start):
            return ""
        before = earlier[-1].plain.rstrip(" \n\u00a0\u2009")
    if before.endswith(("i.e.", "e.g.", "i.e", "viz.", "namely", "resp.")):
        return "e"
    return before[-1:]


@rule(
    "EQN008",
    "eq-obsolete-environment",
    WARNING,
    "IEEE conference template, sec. III-D; IEEEtran how-to, obsolete coding",
    bad=[
        "The law is ⟦\\begin{eqnarray}⟧a&=&b.\\end{eqnarray}",
        "The law is $a⟦\\over⟧ b$.",
    ],
    good=["The law is \\begin{IEEEeqnarray}{rCl}a&=&b.\\end{IEEEeqnarray}", "\\verb|$$a$$| is old.", "It is $\\overline{a}$."],
    fixes=[("The law is ⟦$$⟧a=b.$$", "The law is \\[a=b.\\]")],
    formats=("latex",),
)
def obsolete(paper: Paper) -> Iterator[Finding]:
    """No eqnarray, no $$ and no \\over: use equation, align, IEEEeqnarray, \\[ \\] and \\frac.

    eqnarray leaves unsightly gaps around the relation signs, and $$ ignores
    the class's spacing.
    """
    for equation in paper.equations:
        span = equation.span
        if equation.environment == "$$":
            fix = None
            if span.text.startswith("$$") and span.text.endswith("$$"):
                first = Span(span.source, span.start, span.start + 2)
                last = Span(span.source, span.end - 2, span.end)
                fix = Fix(Edit(first, "\\["), Edit(last, "\\]"))
            begin = Span(span.source, span.start, min(span.end, span.start + 2))
            yield Finding(begin, "Write \\[ … \\], not $$ … $$: LaTeX spaces plain TeX displays wrongly.", fix)
        elif equation.environment in ("eqnarray", "eqnarray*"):
            star = "*" if equation.environment.endswith("*") else ""
            begin = Span(span.source, span.start, min(span.end, span.start + len(f"\\begin{{{equation.environment}}}")))
            yield Finding(begin, f"Use align{star} or IEEEeqnarray{star}: {equation.environment} spaces relation signs wrongly.")
    if paper.latex is not None:
        for use in paper.latex.commands("over"):
            if not use.in_definition and not use.in_preamble:
                yield Finding(use.name_span, "Write \\frac{a}{b}, not {a \\over b}.")



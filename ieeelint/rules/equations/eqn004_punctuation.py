"""EQN004: the punctuation after displayed equations."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.formula import inner_span, is_as_typed, last_sign_end
from ieeelint.paper.source import Span
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.paper.zones import ACKNOWLEDGMENT, BIOGRAPHY, HEADING, PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Equation
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

BLANKS = " \n\t\u00a0\u2009"
# The running text; floats and footnotes may interrupt it.
FLOW = frozenset({PROSE, ACKNOWLEDGMENT, HEADING, BIOGRAPHY})
# Words that open a sentence and never continue one.
OPENERS = frozenset(
    "This These Thus Therefore Hence Here However Moreover Furthermore Finally We It Note In The"
    " There Then To For Since As By From Next Consequently Similarly Additionally".split()
)
CONDITIONS = frozenset("if when whenever for since let given suppose assume while as".split())
# After the last row of one of these: its punctuation belongs in the row.
ROWS = (
    r"(?:\\end\s*\{(?:d?cases\*?|split|aligned|alignedat|gathered|multlined)\}"
    r"|\\end\s*\{array\}\s*\\right\s*\.)\s*\Z"
)
# A display with one of these is a picture, a table or another file.
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
        "We choose\n\\[\n⟦a=b⟧\n\\]\n\n$c$ is red.",
        "We see it. $$⟦a=b⟧$$ Next, water flows.",
        "The law is\n\\[\na=b⟦.⟧\n\\]\nwhere $a$ is red.",
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
        "If the law is\n\\[\na=b,\n\\]\nThen water flows.",
        "The law is\n\\[\na=b,\n\\]\nLipschitz says.",
        "The law is\n\\[\na=b.\n\\]\nWhere is it? The law is\n\\[\nc=d,\n\\]\nwhich is known.",
        "The law is\n\\[\n\\includegraphics{law}\n\\]\nNext, water flows.",
        "We choose\n\\[\na=b\n\\]\n\n\\begin{center}\n$c$ as length\n\\end{center}\n\nNext, sand.",
        "We choose\n\\[\na=b\n\\]\n\n$c$ as $d$\n\nNext, sand.",
        "It is\n\\[\na=b\n\\]\n$\\Rightarrow$\n\\[\nc=d.\n\\]\nNext, sand.",
        "The law is\n\\[\na=b % by Lima.\n\\]\nfor all $a$.",
        "\\begin{algorithmic}\n\\STATE \\[a=b\\]\n\\STATE Return it.\n\\end{algorithmic}",
    ],
    fixes=[
        (
            "The law is\n\\[\na=b⟦,⟧\n\\]\nThus water flows.",
            "The law is\n\\[\na=b.\n\\]\nThus water flows.",
        ),
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
        (
            "The law is\n\\[\n\\begin{split}a&=b,\\\\\n⟦c&=d⟧\\\\\n\\end{split}\n\\]\nNext, sand.",
            "The law is\n\\[\n\\begin{split}a&=b,\\\\\nc&=d.\\\\\n\\end{split}\n\\]\nNext, sand.",
        ),
        (
            "%! preamble\n\\usepackage{amsmath}\n%! body\nIt is\n"
            "\\begin{align}\na&=b,\\\\\n⟦c&=d⟧\\nonumber\\\\*[-0.5\\baselineskip]\n\\end{align}\n"
            "Next, sand.",
            "%! preamble\n\\usepackage{amsmath}\n%! body\nIt is\n"
            "\\begin{align}\na&=b,\\\\\nc&=d.\\nonumber\\\\*[-0.5\\baselineskip]\n\\end{align}\n"
            "Next, sand.",
        ),
        (
            "It is\n\\[a=\\left\\{\\begin{array}{l}1\\\\2\\end{array}\\right.\\]\nNext, sand.",
            "It is\n\\[a=\\left\\{\\begin{array}{l}1\\\\2.\\end{array}\\right.\\]\nNext, sand.",
        ),
    ],
    english=True,
)
def punctuation(context: Context) -> Iterator[Finding]:
    """A displayed equation is part of its sentence: put a period after it where the sentence ends.

    Reported when the display has no end mark and a new sentence, a new section,
    or a formula follows. If the sentence before the display has already ended,
    the severity is info. A comma is required only where the text continues
    with a capital "Where". A comma before a word such as "Thus", and a period before "where", are
    reported, too. Of several displays in a row only the last counts.
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
        if not end or _is_picture(equation):
            continue
        if equation.content[end - 1] in ":?。，；…":
            continue
        if equation.content.endswith(("\\ldots", "\\cdots", "\\dots"), 0, end):
            continue
        at = bisect_left(starts, passage.start)
        following = _following(paper, equation, passage, flow, at)
        if equation.content[end - 1] in ".,;":
            yield from _wrong_mark(context, equation, end, following)
            continue
        if not following:
            continue
        is_closed = _is_closed(context, equation, passage, flow, at)
        yield _unpunctuated(equation, following, is_closed)


def _wrong_mark(
    context: Context, equation: Equation, end: int, following: str
) -> Iterator[Finding]:
    """A comma before a word that opens a sentence, or a period before "where"."""
    paper = context.paper
    mark = equation.content[end - 1]
    rest = paper.text.plain[equation.position + 1 : equation.position + 41].lstrip(BLANKS)
    span = inner_span(equation, end - 1, end)
    if span.text != mark:
        return
    if mark == "." and rest.startswith(("where ", "where\n", "where\u00a0")):
        message = (
            'The words after the equation continue its sentence: "where". Put a comma after the'
            " equation, not a period."
        )
        yield Finding(span, message, Fix(Edit(span, ","), safe=False))
    elif mark == "," and following in OPENERS and not _is_condition(context, equation):
        message = (
            f'The next sentence begins with "{following}". Put a period after the equation, not'
            f' "{mark}".'
        )
        yield Finding(span, message, Fix(Edit(span, "."), safe=False))


def _is_condition(context: Context, equation: Equation) -> bool:
    """True if the sentence before the display may go on after it: "If a = b, Then"."""
    start, _ = context.index.sentence(equation.position)
    words = context.paper.text.plain[start : equation.position].lower().split()
    return not CONDITIONS.isdisjoint(words)


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
        rest = flow[at + 1].plain.strip(BLANKS)
        if rest[:1] == MATH and (rest[-1:].isalnum() or rest[-1:] == MATH):
            return ""  # no sentence, but one more display
    if rest[:1] == MATH:
        # an arrow between two displays begins no sentence
        return "" if rest[1:].lstrip(BLANKS)[:1] == DISPLAY else "$"
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
    while rows := pattern(ROWS).search(content, max(0, end - 60), end):
        end = last_sign_end(content[: rows.start()], inside=False)
    line = max(content.rfind("\n", 0, end), content.rfind("\r", 0, end)) + 1
    start = line + len(content[line:end]) - len(content[line:end].lstrip())
    mark = ","
    if following == "Where":
        message = (
            'End the equation with a comma and continue with a lowercase "where": both are one'
            " sentence."
        )
    else:
        mark = "."
        reason = {
            " ": "the text ends here",
            "$": "the next sentence begins with a formula",
        }.get(following, f'the next sentence begins with "{following}"')
        message = f"This equation ends its sentence ({reason}). Put a period after the equation."
    span = inner_span(equation, start, end)
    fix = None
    if is_as_typed(equation) and span.source is equation.content_span.source:
        fix = Fix(Edit(Span(span.source, span.end, span.end), mark), safe=False)
    return Finding(span, message, fix, INFO if is_closed else "")

"""References to equations in the text: how they print, and how to fix them."""

from __future__ import annotations

from ieeelint.finding import Edit, Fix
from ieeelint.paper.blocks import EQUATION
from ieeelint.paper.source import Span
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.phrases import series
from ieeelint.rules.support.reference_words import followers, is_of_other_work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

COUNTED = (  # "solve the equation 3 times"
    r"[\s\u00a0]{1,3}(?:times|more|further|steps|iterations|or more)\b"
)
# After the number of an equation, but not after the mark of a list item.
AFTER = (
    r"[.,;:)]|\s?\Z|\n\n|[\s\u00a0]{1,3}(?:is|are|was|were|and|or|to|with|by|for|as|in|on|into"
    r"|we|can|has|have|gives?|holds?|yields?"
    r"|shows?|becomes?|follows?|that|which|when|where|if|must|may|does|do|from|at|but|because"
    r"|since|then|using|over)\b"
)


def equation_uses(context: Context) -> Iterator[ReferenceUse]:
    """References to equations of the paper in running text, except in quotations."""
    paper = context.paper
    plain = paper.text.plain
    for use in context.index.reference_uses:
        if (
            use.kind != EQUATION
            or use.leader is not None
            or paper.passage_at(use.start).zone not in RUNNING
        ):
            continue
        if context.index.is_mention(use.start) or is_of_other_work(context, use):
            continue
        if pattern(r"(?:\[[0-9]{1,3},?|\ue002,|\[)[\s\u00a0]{0,3}\Z").search(
            plain, max(0, use.start - 12), use.start
        ):
            continue  # [3, eq. (2)]
        if use.number and not use.parenthesized and pattern(COUNTED).match(plain, use.end):
            continue
        yield use


def printed_number(paper: Paper, use: ReferenceUse) -> str:
    """The number as printed; 1 for an unknown number."""
    number = use.number
    if use.cross_reference is not None and use.cross_reference.keys:
        label = paper.labels.get(use.cross_reference.keys[0][0])
        number = label.number if label is not None else ""
    return number.strip("() ") or "1"


def printed_numbers(
    context: Context, use: ReferenceUse, *, parenthesized: bool = True, to: str = "–"
) -> str:
    """All numbers of the list that ``use`` leads, as in "(1) and (2)"; ``to`` joins the ends of
    the range of ``\\crefrange``.
    """
    plain = context.paper.text.plain
    numbers = _own_numbers(context.paper, use, parenthesized, to)
    last = use
    for further in followers(context, use):
        between = " ".join(plain[last.end : further.start].replace("\u00a0", " ").split()).strip(
            "() "
        )
        between = {",": ", ", "-": "–", "–": "–", "—": "–"}.get(between, f" {between} ")
        numbers += between.replace(" ,", ",") + _own_numbers(
            context.paper, further, parenthesized, to
        )
        last = further
    return numbers


def _own_numbers(paper: Paper, use: ReferenceUse, parenthesized: bool, to: str) -> str:
    """The number of one use; a macro with several keys prints several."""
    numbers = [printed_number(paper, use)]
    if use.cross_reference is not None:
        labels = [paper.labels.get(key) for key, _ in use.cross_reference.keys[1:]]
        numbers += [label.number.strip("() ") for label in labels if label is not None]
    shown_numbers = [f"({number})" if parenthesized else number for number in numbers]
    if use.cross_reference is not None and use.cross_reference.command.lower() == "crefrange":
        return to.join(shown_numbers)
    return series(shown_numbers)


def shown(context: Context, use: ReferenceUse) -> str:
    """The word and the numbers as they print now."""
    word = " ".join(use.word.split())
    numbers = printed_numbers(context, use, parenthesized=use.parenthesized, to=" to ")
    return f"{word} {numbers}"


def parentheses(paper: Paper, use: ReferenceUse) -> list[Edit]:
    """Edits that put the number in parentheses."""
    if use.parenthesized:
        return []
    span = paper.text.span(use.number_start, use.number_end)
    return [
        Edit(Span(span.source, span.start, span.start), "("),
        Edit(Span(span.source, span.end, span.end), ")"),
    ]


def all_parentheses(context: Context, use: ReferenceUse) -> list[Edit]:
    """The same for all numbers of the list that ``use`` leads, unless one pair is around them."""
    plain = context.paper.text.plain
    if not use.parenthesized and plain[max(0, use.number_start - 1) : use.number_start] == "(":
        return []
    return [
        edit
        for number in (use, *followers(context, use))
        for edit in parentheses(context.paper, number)
    ]


def macro_fix(context: Context, use: ReferenceUse, command: str, word: str) -> Fix | None:
    """``\\eqref`` instead of ``\\autoref`` or ``\\cref`` with one key, after ``word``."""
    reference = use.cross_reference
    if (
        reference is None
        or len(reference.keys) != 1
        or not reference.span.text.startswith("\\" + command)
    ):
        return None
    if command not in ("autoref", "autoref*", "cref", "Cref", "cref*", "Cref*"):
        return None
    key = reference.keys[0][0]
    new = f"\\eqref{{{key}}}" if _has_eqref(context) else f"(\\ref{{{key}}})"
    return Fix(Edit(reference.span, word + new))


def _has_eqref(context: Context) -> bool:
    view = context.latex
    return view is not None and any(
        name in view.packages for name in ("amsmath", "mathtools", "empheq")
    )


def follows_word(context: Context, start: int, end: int) -> bool:
    """True for a bare "(1)" from ``start`` to ``end`` after a word such as "in", in a sentence that
    lists no items.
    """
    leading = context.vocabulary.equations.before_number
    plain = context.paper.text.plain
    before = plain[max(0, start - 12) : start]
    if "".join(before.split()[-1:]).lower() not in leading:
        return False
    first, last = context.index.sentence(start)
    first, last = max(first, start - 250), min(last, end + 250)
    for other in pattern(r"\S{0,20}[\s\u00a0]?\((?:[0-9]{1,2}|i{1,3}|[a-d])\)").finditer(
        plain, first, last
    ):
        if other.group().partition("(")[0].strip().lower() not in leading:
            return False  # (1) sand and (2) water
    return pattern(AFTER).match(plain, end) is not None

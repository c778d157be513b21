"""Figures and tables with their numbers and their citations."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper.blocks import FIGURE, TABLE
from ieeelint.paper.source import Span
from ieeelint.paper.text import REF
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Label
    from ieeelint.paper.floats import Caption, Float
    from ieeelint.paper.model import Paper

# "Fig. 1 to Fig. 3" after the first number.
RANGE = (
    r"(?:\s?\(?[a-z]\))?\s*(?:–|—|-|to|through)\s*(?:(?:[Ff]ig(?:ure|\.)?s?|[Tt]able)\.?\s*)?" + REF
)
RANGE_SIGN = r"\s*(?:–|—|-|to\b|through\b)\s*"
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Use:
    """A citation of a figure or table: its ``position`` in the text, -1 if it prints nothing;
    ``typed`` is the number that the author typed, empty for a cross-reference.
    """

    __slots__ = ("position", "span", "typed")

    def __init__(self, position: int, span: Span, typed: str = "") -> None:
        self.position = position
        self.span = span
        self.typed = typed


class Numbered:
    """A numbered figure or table: the caption of a float with its ``labels``, ``number`` (from 1),
    ``printed`` number and, in document order, the ``uses`` that cite it."""

    __slots__ = ("holder", "caption", "labels", "number", "printed", "uses")

    def __init__(self, holder: Float, caption: Caption, number: int, printed: str) -> None:
        self.holder = holder
        self.caption = caption
        self.labels: list[Label] = []
        self.number = number
        self.printed = printed
        self.uses: list[Use] = []


def integer(number: str) -> int:
    """The value of an Arabic or Roman numeral; 0 for anything else."""
    if number.isdecimal():
        return int(number)
    value = 0
    for digit, following in zip(number, [*number[1:], ""], strict=False):
        if digit not in ROMAN_DIGITS:
            return 0
        worth = ROMAN_DIGITS[digit]
        value += -worth if ROMAN_DIGITS.get(following, 0) > worth else worth
    return value


def roman(number: int) -> str:
    """The Roman numeral of a number below 400."""
    words = ""
    for worth, digits in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= worth:
            words += digits
            number -= worth
    return words


def called(context: Context, item: Numbered) -> str:
    """Its name in the text: ``Fig. 3``, ``Table II``."""
    return (
        f"{context.profile.figure_word if item.holder.kind == FIGURE else 'Table'} {item.printed}"
    )


def floats_of(paper: Paper, kind: str) -> list[Float]:
    """The figures or the tables."""
    return paper.figures if kind == FIGURE else paper.tables


def numbered(context: Context, kind: str) -> list[Numbered]:
    """The figures or tables with captions in order, each with its citations."""
    paper = context.paper
    items: list[Numbered] = []
    outside: dict[int, list[Label]] = {}  # labels that follow a caption set outside any float
    for label in paper.labels.values():
        if label.block is not None and label.kind == kind:
            outside.setdefault(id(label.block), []).append(label)
    is_roman = kind == TABLE and context.profile.table_numbers == "roman"
    for holder in floats_of(paper, kind):
        labels = holder.labels or outside.get(id(holder), [])
        captions = [caption for caption in holder.captions if not caption.command.endswith("*")]
        if items and holder.is_continued:
            items[-1].labels += labels
            continue
        first = len(items)
        for caption in captions:
            previous = items[-1].number if items else 0
            count = integer(holder.number) if caption is captions[0] else 0
            count = count if count > previous else previous + 1
            items.append(Numbered(holder, caption, count, roman(count) if is_roman else str(count)))
        if captions:
            _share_labels(labels, items[first:])
    _collect_uses(context, kind, items)
    return items


def _share_labels(labels: list[Label], items: list[Numbered]) -> None:
    """Give each caption of a float its labels: those after it, and those of panels before it."""
    starts = [item.caption.span.start for item in items]
    for label in labels:
        at = bisect_right(starts, label.span.start)
        items[min(at, len(items) - 1) if label.is_sub else max(at - 1, 0)].labels.append(label)


def _collect_uses(context: Context, kind: str, items: list[Numbered]) -> None:
    """Add the uses: by label, by typed number, and inside ranges of either."""
    paper = context.paper
    by_key: dict[str, list[Numbered]] = {}  # several for a label that is defined twice
    for item in items:
        for label in item.labels:
            by_key.setdefault(label.key, []).append(item)
    by_number = {item.number: item for item in items}
    plain = paper.text.plain
    at_position = {use.position: use for use in paper.cross_references if use.position >= 0}
    range_end = pattern(RANGE)
    for reference in paper.cross_references:
        cited = [item for key, _ in reference.keys for item in by_key.get(key, ())]
        if not cited:
            continue
        if reference.position >= 0 and (match := range_end.match(plain, reference.position + 1)):
            last = at_position.get(match.end() - 1)
            cited += (
                [item for key, _ in last.keys for item in by_key.get(key, ())]
                if last is not None
                else []
            )
            cited = _between(cited, by_number)
        elif "range" in reference.command:
            cited = _between(cited, by_number)
        for item in cited:
            item.uses.append(Use(reference.position, reference.span))
    for number, position, span in _typed_numbers(context, kind):
        if number in by_number:
            by_number[number].uses.append(Use(position, span, str(number)))
    for item in items:
        words = item.caption.passage
        item.uses = [use for use in item.uses if not words.start <= use.position < words.end]
        item.uses.sort(key=lambda use: use.position)


def _between(cited: list[Numbered], by_number: dict[int, Numbered]) -> list[Numbered]:
    """All items from the first to the last of a range."""
    numbers = [item.number for item in cited]
    if max(numbers) - min(numbers) > 60:
        return cited
    return [by_number[n] for n in range(min(numbers), max(numbers) + 1) if n in by_number]


def _typed_numbers(context: Context, kind: str) -> Iterator[tuple[int, int, Span]]:
    """The typed numbers of this kind, with those inside a range such as "Figs. 4–6"."""
    paper = context.paper
    plain = paper.text.plain
    last, last_end = 0, 0
    for use in context.index.reference_uses:
        if use.kind != kind or not use.number:
            continue
        number = integer(use.number)
        span = paper.text.span(use.start, use.end)
        if (
            use.leader is not None
            and 0 < last < number < last + 60
            and pattern(RANGE_SIGN).fullmatch(plain, last_end, use.number_start)
        ):
            for between in range(last + 1, number):
                yield between, use.number_start, span
        yield number, use.number_start, span
        last, last_end = number, use.number_end


def lost_keys(paper: Paper) -> set[str]:
    """Keys of references that no label defines, also without their last one or two characters.

    ``\\ref{fig:a1}`` may refer to a panel of ``fig:a`` whose label a package makes.
    """
    lost = {
        key
        for reference in paper.cross_references
        for key, _ in reference.keys
        if key not in paper.labels
    }
    return lost | {key[:-1] for key in lost} | {key[:-2] for key in lost}


def is_printed(context: Context, item: Numbered) -> bool:
    """True when the text contains a label of the item: the argument of an unknown macro."""
    for label in item.labels:
        key = label.key
        parts = pattern(r"[^\W\d_]+").findall(key)
        if key.isalpha() or len(key) < 4 or not parts:
            continue
        part = max(parts, key=len)
        offset = key.index(part)
        plain = context.paper.text.plain
        if any(
            plain.startswith(key, place - offset)
            for place in context.index.words.get(part.lower(), ())
        ):
            return True
    return False

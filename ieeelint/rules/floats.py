"""What several rules ask about figures and tables: their numbers, what cites them, and moving a caption."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.finding import Edit, Fix
from ieeelint.paper.model import ABSTRACT, BODY, FIGURE, TABLE
from ieeelint.paper.source import Span
from ieeelint.paper.text import REF
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Caption, Float, Label, Paper

RANGE = r"(?:\s?\(?[a-z]\))?\s*(?:–|—|-|to|through)\s*(?:(?:[Ff]ig(?:ure|\.)?s?|[Tt]able)\.?\s*)?" + REF
LISTED_NUMBER = r"([0-9]{1,3}|[IVXLC]{1,7})(?![0-9A-Za-z.]*[0-9A-Z])(?:\s?\(?[a-z]\)?(?![a-z]))?"
NEXT_NUMBER = (
    r"\s*(,\s*and|,|;|&|and|or|to|through|–|—|-)\s*(?:(?:[Ff]ig(?:ure|\.)?s?|[Tt]able)\.?\s*)?(?=[0-9IVXLC])"
)
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Use:
    """One spot that cites a figure or table: ``position`` in the text (-1 when nothing is printed there)."""

    __slots__ = ("position", "span")

    def __init__(self, position: int, span: Span) -> None:
        self.position = position
        self.span = span


class Numbered:
    """One numbered figure or table: a caption of a float with its ``labels``, ``number`` (from 1),
    ``printed`` number and the ``uses`` that cite it, in document order."""

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
    for digit, following in zip(number, [*number[1:], ""], strict=True):
        if digit not in ROMAN_DIGITS:
            return 0
        worth = ROMAN_DIGITS[digit]
        value += -worth if ROMAN_DIGITS.get(following, 0) > worth else worth
    return value


def roman(number: int) -> str:
    """The Roman numeral of a number below 400."""
    words = ""
    for worth, digits in (
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        while number >= worth:
            words += digits
            number -= worth
    return words


def called(paper: Paper, item: Numbered) -> str:
    """How the text calls it: ``Fig. 3``, ``Table II``."""
    return f"{paper.profile.figure_word if item.holder.kind == FIGURE else 'Table'} {item.printed}"


def floats_of(paper: Paper, kind: str) -> list[Float]:
    """The figures or the tables."""
    return paper.figures if kind == FIGURE else paper.tables


def numbered(paper: Paper, kind: str) -> list[Numbered]:
    """The captioned figures or tables in order, each with what cites it."""
    items: list[Numbered] = []
    for holder in floats_of(paper, kind):
        own = [caption for caption in holder.captions if not caption.command.endswith("*")]
        first = len(items)
        for caption in own:
            count = integer(holder.number) if caption is own[0] else 0
            count = count or (items[-1].number + 1 if items else 1)
            is_roman = kind == TABLE and paper.profile.table_numbers == "roman"
            items.append(Numbered(holder, caption, count, roman(count) if is_roman else str(count)))
        if own:
            _share_labels(holder, items[first:])
    _collect_uses(paper, kind, items)
    return items


def _share_labels(holder: Float, items: list[Numbered]) -> None:
    """Give each caption of a float the labels that name it: those after it, or of its panels before it."""
    starts = [item.caption.span.start for item in items]
    for label in holder.labels:
        at = bisect_right(starts, label.span.start)
        items[min(at, len(items) - 1) if label.is_sub else max(at - 1, 0)].labels.append(label)


def _collect_uses(paper: Paper, kind: str, items: list[Numbered]) -> None:
    """Fill in the uses: by label, by typed number, and inside ranges of either."""
    by_key = {label.key: item for item in items for label in item.labels}
    by_number = {item.number: item for item in items}
    plain = paper.text.plain
    at_position = {use.position: use for use in paper.cross_references if use.position >= 0}
    range_end = pattern(RANGE)
    for reference in paper.cross_references:
        cited = [by_key[key] for key, _ in reference.keys if key in by_key]
        if not cited:
            continue
        if reference.position >= 0 and (match := range_end.match(plain, reference.position + 1)):
            last = at_position.get(match.end() - 1)
            cited += [by_key[key] for key, _ in last.keys if key in by_key] if last is not None else []
            cited = _between(cited, by_number)
        elif "range" in reference.command:
            cited = _between(cited, by_number)
        for item in cited:
            item.uses.append(Use(reference.position, reference.span))
    for use in paper.index.references:
        if use.kind == kind and use.number:
            for number, position in _typed_numbers(plain, use.number_start):
                if number in by_number:
                    by_number[number].uses.append(Use(position, paper.text.span(use.start, use.end)))
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


def _typed_numbers(plain: str, start: int) -> Iterator[tuple[int, int]]:
    """The numbers of a typed list or range such as ``2, 4–6 and 8``, each with its position."""
    listed, following = pattern(LISTED_NUMBER), pattern(NEXT_NUMBER)
    previous, separator = 0, ""
    for _ in range(30):
        match = listed.match(plain, start)
        if match is None:
            return
        number = integer(match.group(1))
        if separator in ("to", "through", "–", "—", "-") and 0 < previous < number < previous + 60:
            for between in range(previous + 1, number):
                yield between, start
        yield number, start
        again = following.match(plain, match.end())
        if again is None:
            return
        previous, separator, start = number, again.group(1), again.end()


def is_named_elsewhere(paper: Paper, item: Numbered) -> bool:
    """True when a label of the item is printed as words: the argument of a reference macro nobody defined."""
    return any(len(label.key) > 2 and label.key in paper.text.plain for label in item.labels)


def is_teaser(paper: Paper, item: Numbered) -> bool:
    """True for a float that stands before the first heading, as a teaser or graphical abstract does."""
    return not paper.headings or item.holder.order < paper.headings[0].order


def first_in_text(paper: Paper, item: Numbered) -> Use | None:
    """The first citation in running text, captions and tables left out."""
    for use in item.uses:
        if use.position >= 0:
            zone = paper.passage_at(use.position).zone
            if zone in BODY or zone == ABSTRACT:
                return use
    return None


def out_of_order(paper: Paper, items: list[Numbered]) -> list[tuple[Numbered, Use, Numbered]]:
    """The fewest items whose first citation breaks the order of the numbers.

    Each with that citation and a neighbour it should have stood behind or before.
    """
    cited = [(item, use) for item in items if (use := first_in_text(paper, item)) is not None]
    tails: list[int] = []  # positions that end the best increasing run of each length
    ends: list[int] = []  # and which citation that is
    before: list[int] = []
    for i, (_, use) in enumerate(cited):
        length = bisect_right(tails, use.position)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(use.position)
            ends.append(i)
        else:
            tails[length] = use.position
            ends[length] = i
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    broken = []
    for i, (item, use) in enumerate(cited):
        if i in kept:
            continue
        late = [other for j, (other, cite) in enumerate(cited) if j < i and cite.position > use.position]
        early = [other for j, (other, cite) in enumerate(cited) if j > i and cite.position < use.position]
        broken.append((item, use, late[0] if late else early[-1]))
    return broken


def stands_early(paper: Paper, item: Numbered) -> Use | None:
    """The first citation when the float stands well before it.

    A float that LaTeX may move gets one paragraph of grace: it lands on the
    next page top anyway.
    """
    use = first_in_text(paper, item)
    if use is None or use.position < item.caption.passage.start:
        return None
    if use.span.source is item.holder.span.source and use.span.start < item.holder.span.end:
        return None
    grace = 0 if is_here(item.holder) or paper.format != "latex" else 1
    for passage in paper.passages:
        if passage.start > item.caption.passage.start and passage.zone in BODY:
            if passage.start <= use.position < passage.end + 2:
                return use if grace < 1 else None
            if grace < 1:
                return use
            grace -= 1
    return use


def is_here(holder: Float) -> bool:
    """True for a placement that allows nothing but "here": ``h``, ``h!``, ``H``."""
    letters = (holder.placement or "").replace("!", "").replace(" ", "")
    return "H" in letters or letters == "h"


def moved_caption(paper: Paper, holder: Float, caption: Caption, to_top: bool) -> Fix | None:
    """Edits that move a caption with its label to the top or the bottom of its float.

    None where something else would move with it: a caption inside a minipage,
    or a file that is no LaTeX.
    """
    if paper.format != "latex" or len(holder.captions) != 1:
        return None
    source, text = caption.span.source, caption.span.source.text
    content = holder.content_span
    if content.source is not source:
        return None
    start, end = caption.span.start, caption.span.end
    if not _is_at_top_level(text[content.start : start]):
        return None
    for label in holder.labels:
        between = text[end : label.span.start]
        if not label.is_sub and label.span.source is source and label.span.start >= end and not between.strip():
            end = label.span.end
    words = text[start:end]
    line_start = text.rfind("\n", 0, start) + 1
    indent = text[line_start:start]
    cut_start, cut_end = start, end
    if not indent.strip():  # it stands on lines of its own
        rest = pattern(r"[ \t]*(?:\r\n|\r|\n)").match(text, end)
        if rest is not None:
            cut_start, cut_end = line_start, rest.end()
    else:
        indent = ""
    if "\n" in words and "\n\n" in words or "%" in text[line_start:start]:
        return None
    line_end = "\r\n" if "\r\n" in text else "\n"
    if to_top:
        target = content.start
        new = line_end + indent + words
    else:
        last = text.rfind("\n", 0, content.end) + 1
        target = last if last > content.start and not text[last : content.end].strip() else content.end
        new = indent + words + line_end
        if target == content.end:
            new = line_end + new
    return Fix(Edit(Span(source, cut_start, cut_end), ""), Edit(Span(source, target, target), new))


def _is_at_top_level(before: str) -> bool:
    """True when no group or box is open at the end of ``before``, the begin of a float's content."""
    if before.count("{") != before.count("}"):
        return False
    opened: list[str] = []
    for edge, name in pattern(r"\\(begin|end)\s*\{([^{}]{1,40})\}").findall(before):
        if edge == "begin":
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
        else:
            return False
    return all(name in ("center", "threeparttable") for name in opened)

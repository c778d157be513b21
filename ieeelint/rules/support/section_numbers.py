"""The numbers of sections as their headings print them, and typed numbers in another form."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.blocks import SECTION
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules.support.floats import integer, roman
from ieeelint.rules.support.reference_words import followers, is_of_other_work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

FEWEST_SECTIONS = 3  # with numbers; other drafts do not number their sections
ARABIC = r"[1-9]\d?(?:\.(?:1\d|2[0-6]|[1-9])(?:\.[1-9]\d?)?)?\Z"  # "3", "3.2", "3.2.1"
# "Chapter 2", but not a chapter of another work: "[3, Chapter 2]", "Chapter 2 of the book".
CHAPTER = r"[Cc]hapter[\s\u00a0]([1-9]\d?|[IVX]{1,5})\b(?!,?[\s\u00a0](?:of|in|from)\b|[.-]\d)"
# Before a number of another work: "[3, Section 2]", "its section 2".
OTHER = (
    r"(?:(?:\[\d{1,3}|\ue002),?|\b(?i:its|their|his|her|the|an?|each|this|that))[\s\u00a0]{1,3}\Z"
)


def section_number(heading: Heading) -> str:
    """The number that a heading prints, whoever counts: "IV"; empty for none."""
    match = pattern(r"\s*([IVX]{1,5}|\d{1,2})[.):\s]").match(heading.plain)
    return heading.number or (match[1] if match is not None else "")


def last_section(paper: Paper) -> int:
    """The largest number of a section; 0 if most sections have none."""
    numbers = _top_numbers(paper)
    return max(map(integer, numbers)) if len(numbers) >= FEWEST_SECTIONS else 0


def _top_numbers(paper: Paper) -> list[str]:
    """The numbers of the sections that have one."""
    tops = (section_number(heading) for heading in paper.headings if heading.level == 1)
    return [number for number in tops if integer(number)]


def misnumbered(context: Context) -> Iterator[Finding]:
    """Arabic numbers of sections that have Roman ones, in Word, and "chapters" of a paper.

    In LaTeX, typed numbers of sections are found by EQN010.
    """
    most = last_section(context.paper)
    if not most or any(number.isdecimal() for number in _top_numbers(context.paper)):
        return
    for use in context.index.reference_uses if context.word is not None else ():
        if use.kind == SECTION and use.leader is None and _is_own(context, use, most):
            yield _in_roman(context, [use, *followers(context, use)])
    yield from _chapters(context, most)


def _is_own(context: Context, use: ReferenceUse, most: int) -> bool:
    """True for an Arabic number of a section that this draft has."""
    paper = context.paper
    if pattern(ARABIC).match(use.number) is None or integer(use.number.split(".")[0]) > most:
        return False
    if paper.passage_at(use.start).zone not in RUNNING or context.index.is_mention(use.start):
        return False
    return not use.word.lower().startswith("app") and not is_other(context, use)


def is_other(context: Context, use: ReferenceUse) -> bool:
    """True for a section of another work: "section 3 of the law", "its section 3"."""
    plain = context.paper.text.plain
    return (
        is_of_other_work(context, use)
        or pattern(r",?[\s\u00a0](?:of|in|from)\b").match(plain, use.end) is not None
        or pattern(OTHER).search(plain, max(0, use.start - 12), use.start) is not None
    )


def _in_roman(context: Context, uses: list[ReferenceUse]) -> Finding:
    """The finding on "Section 3", or on all numbers of "Sections 3 and 4"."""
    text = context.paper.text
    first, last = uses[0], uses[-1]
    typed = " ".join(text.plain[first.word_start : last.number_end].split())
    word = "Section" + ("s" if first.word.rstrip(".").endswith("s") else "")
    numbers = text.plain[first.word_end : last.number_end]
    edits = [Edit(text.span(first.word_start, first.word_end), word)]
    if first.word == word:
        edits = []
    for use in reversed(uses):
        at = use.number_start - first.word_end
        right = roman_number(use.number)
        numbers = numbers[:at] + right + numbers[at + len(use.number) :]
        edits.append(Edit(text.span(use.number_start, use.number_end), right))
    return Finding(
        text.span(first.start, last.end),
        f'Write "{word} {" ".join(numbers.split())}", not "{typed}": the headings have Roman'
        " numerals.",
        Fix(*edits, safe=False),
    )


def roman_number(number: str) -> str:
    """The number as IEEE prints it: "3.2.1" is "III-B1"."""
    first, *rest = map(int, number.split("."))
    letter = "".join(f"-{chr(64 + part)}" for part in rest[:1])
    return roman(first) + letter + "".join(map(str, rest[1:]))


def _chapters(context: Context, most: int) -> Iterator[Finding]:
    """The sections of this draft that the text calls chapters."""
    paper = context.paper
    plain = paper.text.plain
    for start in context.index.words.get("chapter", ()):
        match = pattern(CHAPTER).match(plain, start)
        if match is None or not 0 < integer(match[1]) <= most:
            continue
        if paper.passage_at(start).zone not in RUNNING or context.index.is_mention(start):
            continue
        if pattern(OTHER).search(plain, max(0, start - 12), start):
            continue
        right = f"Section {roman(integer(match[1]))}"
        span = paper.text.span(*match.span())
        shown = " ".join(match[0].split())
        yield Finding(
            span,
            f'Write "{right}", not "{shown}": a paper has sections.',
            Fix(Edit(span, right), safe=False),
        )

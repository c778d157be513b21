"""Typed references of Word drafts to figures, tables, sections, and equations that the draft does
not have.
"""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import EQUATION, FIGURE, SECTION, TABLE
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING
from ieeelint.rules.support.floats import floats_of, integer
from ieeelint.rules.support.reference_words import is_of_other_work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.references_use import ReferenceUse

FEWEST_SECTIONS = 3  # with numbers; other drafts do not number their sections


def dangling(context: Context, kind: str) -> Iterator[Finding]:
    """References by number to a float of this kind after the last one.

    None in a draft without any caption, or without one below its pictures.
    """
    paper = context.paper
    floats = floats_of(paper, kind)
    if context.word is None or not (floats or (kind == TABLE and paper.figures)):
        return
    most = max([len(floats), *(integer(each.number) for each in floats)])
    word = "figure" if kind == FIGURE else "table"
    amount = {0: "no", 1: "one"}.get(most, most)
    count = f"{amount} {word}{'s' if most > 1 else ''} with a caption"
    for use in context.index.reference_uses:
        if use.kind != kind or integer(use.number) <= most:
            continue
        if paper.passage_at(use.start).zone not in RUNNING or context.index.is_mention(use.start):
            continue
        if use.leader is None and not use.word or is_of_other_work(context, use):
            continue
        name = f"{context.profile.figure_word if kind == FIGURE else 'Table'} {use.number}"
        yield Finding(
            paper.text.span(use.start, use.end),
            f"There is no {name}: the draft has {count}. Correct the number, or add the caption.",
            severity=WARNING,
        )


def dangling_numbers(context: Context) -> Iterator[Finding]:
    """References by number to a section or an equation after the last one."""
    last = {SECTION: _last_section(context), EQUATION: _last_equation(context)}
    for use in context.index.reference_uses:
        value = integer(pattern(r"[.-]").split(use.number)[0])
        most = last.get(use.kind, 0)
        if not most or value <= most or value > 2 * most + 20 or not _is_own(context, use):
            continue
        name = "Section" if use.kind == SECTION else "equation"
        yield Finding(
            context.paper.text.span(use.start, use.end),
            f"There is no {name} {use.number}: the last number of"
            f" {'a section' if use.kind == SECTION else 'an equation'} is {most}. Correct the"
            " number.",
        )


def _is_own(context: Context, use: ReferenceUse) -> bool:
    """True for a reference to this draft: a word with a capital, in running text."""
    paper = context.paper
    return (
        use.word[:1].isupper()
        and paper.passage_at(use.start).zone in RUNNING
        and not context.index.is_mention(use.start)
        and not is_of_other_work(context, use)
        and not pattern(r"[\w().-]{0,4},?\s(?:of|in|from)\s").match(paper.text.plain, use.end)
    )


def _last_section(context: Context) -> int:
    """The largest number of a section; 0 if most sections have none."""
    tops = [heading for heading in context.paper.headings if heading.level == 1]
    numbers = [integer(heading.number or _typed(heading.plain)) for heading in tops]
    numbers = [number for number in numbers if number]
    return max(numbers) if len(numbers) >= FEWEST_SECTIONS else 0


def _typed(words: str) -> str:
    """The number typed before a heading; empty for none."""
    match = pattern(r"\s*([IVX]{1,5}|\d{1,2})[.):\s]").match(words)
    return match[1] if match is not None else ""


def _last_equation(context: Context) -> int:
    """The largest number of an equation; 0 if none has a number."""
    numbers = [number for each in context.paper.equations for number in each.numbers]
    return max((integer(number.strip("()")) for number in numbers), default=0)

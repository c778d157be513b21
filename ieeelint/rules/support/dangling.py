"""Typed references of Word drafts to figures, tables, sections, and equations that the draft does
not have.
"""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Finding
from ieeelint.paper.blocks import EQUATION, FIGURE, SECTION, TABLE
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING
from ieeelint.rules.support.equation_uses import follows_word
from ieeelint.rules.support.floats import floats_of, integer
from ieeelint.rules.support.reference_words import is_of_other_work
from ieeelint.rules.support.section_numbers import last_section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.references_use import ReferenceUse


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
    last = {SECTION: last_section(context.paper), EQUATION: _last_equation(context)}
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
    yield from _bare_equations(context, last[EQUATION])


def _bare_equations(context: Context, most: int) -> Iterator[Finding]:
    """Numbers in parentheses of equations after the last one: "(12) gives the law"."""
    paper = context.paper
    if "(" not in paper.text.plain or not _cites_in_brackets(context):
        return
    count = f"the last number of an equation is {most}" if most else "no equation has a number"
    for match in paper.find(pattern(r"\(([1-9]\d?)\)"), RUNNING):
        value, start, end = int(match[1]), *match.span()
        if not most < value <= 2 * most + 20 or context.index.is_mention(start):
            continue
        if (most and follows_word(context, start, end)) or _is_elliptical(context, start, end):
            yield Finding(
                paper.text.span(start, end),
                f"There is no equation {match[0]}: {count}. Correct the number.",
            )


def _cites_in_brackets(context: Context) -> bool:
    """False if "(12)" may be a citation: there is a list, but no citation of it."""
    return not context.paper.references or bool(context.index.citations.places())


def _is_elliptical(context: Context, start: int, end: int) -> bool:
    """True in a sentence of references: "Fig. 1 shows it, Table I the size, and (12) the law"."""
    plain = context.paper.text.plain
    before = pattern(r"(?:,|,? and)[\s\u00a0]\Z").search(plain, max(0, start - 6), start)
    if before is None or pattern(r"[\s\u00a0](?:the|an?|its|their)\s").match(plain, end) is None:
        return False
    first, last = context.index.sentence(start)
    if len(pattern(r"\([1-9a-i]\d?\)").findall(plain[first:last])) > 1:
        return False  # a list of items
    uses = context.index.reference_uses
    at = bisect_left(uses, first, key=lambda use: use.start)
    return at < len(uses) and uses[at].end < before.start() and bool(uses[at].word)


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


def _last_equation(context: Context) -> int:
    """The largest number of an equation; 0 if none has a number."""
    numbers = [number for each in context.paper.equations for number in each.numbers]
    return max((integer(number.strip("()")) for number in numbers), default=0)

"""Ranges of numbers, percentages, citations, and references that are typed with a hyphen."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import CITE, REF
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

LINKS = {"between": "and", "from": "to"}  # what a word before a range takes instead of a dash
YEARS = r"((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})(?![\w/-]|\.\d)"
# Two percentages, but not three: "a 20%-30%-50% split".
PERCENTAGES = r"(?<![\w.,/–-])[0-9]{1,3}(?:\.[0-9]{1,3})?%(-)[0-9]{1,3}(?:\.[0-9]{1,3})?%(?!-)"
# Things that are counted: "10-15 pipes", but not "80-20 versus".
THINGS = r"[\u00a0 ][a-z]{3,14}(?<![ius])s\b(?!-)"
# Before a range of pages, figures or tables.
RANGE_LABEL = (
    r"(?:(?<=pp\.\u00a0)|(?<=pp\. )|(?<=Figs\.\u00a0)|(?<=Figs\. )|(?<=Tables )|(?<=pages ))"
)


def is_number(word: str) -> bool:
    """True for digits with at most one decimal point, and what surrounds them in a sentence."""
    return pattern(r"\(?\d{1,9}(?:\.\d{1,9})?%?[.,;:)]{0,2}").fullmatch(word) is not None


def spaced_range(paper: Paper, position: int, first: str, last: str) -> Iterator[Finding]:
    """A range of two numbers; but no difference, and no list in which the hyphen is a sign."""
    plain = paper.text.plain
    low, high = (float(word.strip("(%.,;:)")) for word in (first, last))
    before = plain[max(0, position - 40) : position].split()[:-1]
    following = plain[position + 1 : position + 40].split()[1:2]
    if low >= high or "-" in before[-1:] + following:
        return
    linking = LINKS.get(before[-1].lower()) if before else None
    en = "--" if paper.format == "latex" else "–"
    message = f"Write the range with an en dash ({en}) without spaces."
    if linking:
        new = f"{first} {linking} {last.rstrip('.,;:)')}"
        message = f'A range after "from" or "between" has no dash. Write "{new}".'
    yield Finding(paper.text.span(position, position + 1), message)


def spaced_quantities(context: Context, position: int) -> Iterator[Finding]:
    """A range of two quantities, "5 Hz - 2 kHz", whose hyphen is at ``position``."""
    paper, uses = context.paper, context.index.quantities
    first = next((use for use in uses if use.end == position - 1), None)
    last = next((use for use in uses if use.start == position + 2), None)
    if first is None or last is None:
        return
    linking = LINKS.get(_word_before(paper.text.plain, first.start))
    en = "--" if paper.format == "latex" else "–"
    message = f"Write the range with an en dash ({en}) without spaces."
    if linking:
        message = f'A range after "from" or "between" has no dash. Write "{linking}".'
    yield Finding(paper.text.span(position, position + 1), message)


def ranges(context: Context) -> Iterator[Finding]:
    """A hyphen in a range of numbers: after pp. or Figs., before a unit, or between years,
    percentages, or references.
    """
    yield from _ranges_of_signs(context)
    paper = context.paper
    units = "|".join(map(escape, context.vocabulary.wording.ranges))
    number = r"(\d{1,6}(?:\.\d{1,4})?)"
    after_label = rf"{RANGE_LABEL}{number}-{number}(?![\w-]|\.\d)"
    before_unit = rf"{number}-{number}(?=[\u00a0\u2009 ]?(?:{units})(?![\w-])|{THINGS})"
    labels = context.vocabulary.wording.range_labels
    expression = rf"(?<![\w.,/-])(?:{after_label}|{before_unit}|{YEARS})"
    plain = paper.text.plain
    for hyphen in paper.find(pattern(r"-(?<=[0-9]-)(?=[0-9])"), RUNNING):
        position = hyphen.start()
        number_before = pattern(r"(?<![\w.,/-])[\d.]{1,11}$").search(
            plain, max(position - 11, 0), position
        )
        match = number_before and pattern(expression).match(plain, number_before.start())
        if number_before and not match and _word_before(plain, number_before.start()) in labels:
            match = pattern(rf"{number}-{number}(?![\w-]|\.\d)()()").match(
                plain, number_before.start()
            )
        if not match:
            continue
        first, last = [group for group in match.groups() if group][:2]
        if float(first) >= float(last) or context.index.is_mention(match.start()):
            continue
        linking = LINKS.get(_word_before(plain, match.start()))
        dash = "--" if context.latex is not None else "–"
        new = f"{first} {linking} {last}" if linking else f"{first}{dash}{last}"
        message = f'Write the range with an en dash: "{first}–{last}".'
        if linking:
            message = f'A range after "from" or "between" has no dash. Write "{new}".'
        span = paper.text.span(*match.span())
        is_typed = paper.text.is_typed(*match.span())
        fix = Fix(Edit(span, new), safe=not linking) if is_typed else None
        yield Finding(span, message, fix)


def _word_before(plain: str, at: int) -> str:
    """The word before a number in the same paragraph, in lowercase."""
    before = plain[max(0, at - 16) : at].rpartition("\n\n")[2]
    words = before.split()
    return words[-1].lower().lstrip("([“") if words and before[-1].isspace() else ""


def _ranges_of_signs(context: Context) -> Iterator[Finding]:
    """A hyphen between two percentages, citations, cross-references, or numbers of equations."""
    paper = context.paper
    plain = paper.text.plain
    new = "--" if context.latex is not None else "–"
    for sign, expression in (
        ("%", PERCENTAGES),
        (CITE, rf"{CITE}(-){CITE}"),
        (REF, rf"{REF}\)?(-)\(?{REF}"),
        ("]", r"\[[0-9]{1,3}\](-)\[[0-9]{1,3}\]"),
        (")", r"(?<![\w)])\([0-9]{1,3}[a-z]?\)(-)\([0-9]{1,3}[a-z]?\)(?![\w(])"),
    ):
        if sign + "-" not in plain and sign + ")-" not in plain:
            continue
        for match in paper.find(pattern(expression), RUNNING):
            position = match.start(1)
            if context.index.is_mention(position):
                continue
            first, _, last = match[0].replace("%", "").partition("-")
            if sign == "%" and float(first) >= float(last):
                continue  # the shares of a whole: "an 80%-20% split"
            span = paper.text.span(position, position + 1)
            fix = Fix(Edit(span, new)) if paper.text.is_typed(position, position + 1) else None
            place = span if sign != "%" else paper.text.span(*match.span())
            yield Finding(place, f"Write the range with an en dash ({new}).", fix)

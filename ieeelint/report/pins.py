"""Numbers of the text that are tied to results: ``\\ieeelintnum{key}``, ``% ieeelint: pin[key]``, and
content controls of Word with the tag ``ieeelint:key``."""

from __future__ import annotations

import re
from decimal import Decimal

from ieeelint.paper.source import Span
from ieeelint.report import holding
from ieeelint.report import lock as locks
from ieeelint.report.hedges import Claim, claim_before, fits
from ieeelint.report.holding import Held
from ieeelint.report.reading_back import normal, of_formula
from ieeelint.report.verdicts import AGREES, CONTRADICTS, rounded, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.paper.model import Paper
    from ieeelint.report.lock import Lock

MACRO = "ieeelintnum"
PIN = re.compile(r"%+[ \t]*ieeelint:[ \t]*pin[ \t]*\[([^\]\r\n]*)\]")
TOKEN = re.compile(r"(?<![\w.\\{])(?:[-−]|\$-\$)?\d+(?:(?:\{,\}|\\,|,)\d{3}(?!\d))*(?:\.\d+)?")
TAG = "ieeelint:"


def pinned(paper: Paper, lock: Lock) -> Iterator[Held]:
    """What pinned numbers of the text say that the results do not, and keys that are unknown."""
    if paper.latex is not None:
        yield from _macros(paper, lock)
        for span in paper.latex.comments:
            found = PIN.match(span.text)
            if found:
                yield from _line(span, _keys(found.group(1)), lock)
    if paper.word is not None:
        yield from _controls(paper, lock)


def _macros(paper: Paper, lock: Lock) -> Iterator[Held]:
    assert paper.latex is not None
    for use in paper.latex.commands(MACRO):
        key = use.argument().strip()
        if not use.in_definition and not use.in_preamble and key and locks.number_named(lock, key) is None:
            yield Held(holding.KEY, use.span, holding.unknown_key(key, lock))


def _keys(text: str) -> list[str]:
    return [key.strip() for key in text.split(",") if key.strip()]


def _line(comment: Span, keys: list[str], lock: Lock) -> Iterator[Held]:
    """A comment with keys pins the last numbers before it on its line, in order."""
    source = comment.source
    start = source.text.rfind("\n", 0, comment.start) + 1
    line = source.text[start : comment.start]
    tokens = list(TOKEN.finditer(line))
    if len(tokens) < len(keys):
        message = f"This pins {len(keys)} numbers, and {len(tokens)} stand before it on the line. Put it behind them."
        yield Held(holding.KEY, comment, message)
        return
    for key, token in zip(keys, tokens[len(tokens) - len(keys) :]):
        kept = locks.number_named(lock, key)
        if kept is None:
            yield Held(holding.KEY, comment, holding.unknown_key(key, lock))
            continue
        span = Span(source, start + token.start(), start + token.end())
        before = source.text[max(0, span.start - 60) : span.start]
        after = source.text[span.end : span.end + 40]
        yield from compare(span, normal(of_formula(token.group().replace("$", ""))), before, after, key, kept)


def _controls(paper: Paper, lock: Lock) -> Iterator[Held]:
    from ieeelint.readers.word.names import VAL, W

    assert paper.word is not None
    for paragraph in paper.word.paragraphs:
        for control in paragraph.element.iter(W + "sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            name = "" if tag is None else tag.get(VAL, "")
            if not name.startswith(TAG) or "/" in name or name.startswith(TAG + "tab:"):
                continue
            words = "".join(one.text or "" for one in control.iter(W + "t"))
            at = paragraph.plain.find(words)
            if not words or at < 0:
                continue
            span = Span(paragraph.span.source, paragraph.span.start + at, paragraph.span.start + at + len(words))
            key = name.removeprefix(TAG)
            kept = locks.number_named(lock, key)
            if kept is None:
                yield Held(holding.KEY, span, holding.unknown_key(key, lock))
            elif TOKEN.fullmatch(normal(words)):
                before, after = paragraph.plain[:at][-60:], paragraph.plain[at + len(words) :][:40]
                yield from compare(span, normal(words), before, after, key, kept)


def compare(span: Span, token: str, before: str, after: str, key: str, kept: dict[str, Any]) -> Iterator[Held]:
    """Compare one typed number with the value of its key, as the words around it mean it."""
    value, low, high = (locks.decimal(kept, name) for name in ("value", "low", "high"))
    if value is None:
        yield Held(holding.NUMBER, span, f'The results have no value for "{key}": {kept.get("why") or kept["text"]}.')
        return
    claim = claim_before(before, after)
    for reading, _ in claim.readings(value):
        if fits(token, reading, claim) if claim.hedge else verdict(token, reading) == AGREES:
            return
    main, formula = claim.readings(value)[0]
    found = CONTRADICTS if claim.hedge or formula else verdict(token, main, low, high)
    yield Held(holding.NUMBER, span, _message(token, main, key, kept, claim, formula, found), found, None if claim.hedge else span, rounded(main, token))


def _message(token: str, value: Decimal, key: str, kept: dict[str, Any], claim: Claim, formula: str, found: str) -> str:
    unit = f" {kept['unit']}" if kept.get("unit") and not formula else ""
    said = f'"{claim.hedge} {token}"' if claim.hedge else token
    how = f", read as {formula}" if formula else ""
    return f"{said} is printed, the results say {rounded(value, token)}{unit} for {key} ({value.normalize():.9g}{unit}{how}). {holding.WHY[found]}"

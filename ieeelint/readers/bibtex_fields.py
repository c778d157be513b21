"""Reads the fields of BibTeX entries, with the location of every piece of their values."""

from __future__ import annotations

from ieeelint.paper.entries import Database, Field, Piece, folded, month_macro
from ieeelint.paper.model import Problem
from ieeelint.paper.source import Source, Span
from ieeelint.patterns import pattern

NAME = pattern(r"[\s,]*([^\s=,{}\"#%'()]+)\s*=\s*")
COMMENT = pattern(r"[\s,]*(%[^\r\n]*)")
BARE = pattern(r"[^\s,#{}\"()=]+")
JOIN = pattern(r"\s*#\s*")
AFTER = pattern(r"\s*(,|$)")
BLANKS = pattern(r"\s*")
NAME_OF_WORDS = pattern(r"([^\s=,{}\"#%'()]+(?:\s+[^\s=,{}\"#%'()]+)+)\s*=")
# Macros may stand for this many characters in all, and this many for each one of the file: a few
# lines of macros of macros would stand for any number.
FEWEST_MACRO_TEXT, MOST_MACRO_TEXT = 1_000_000, 10
QUOTE_OR_BRACE = pattern(r'[{}"]')
COMMA_OR_BRACE = pattern(r"[{},]")

COMMENT_INSIDE = (
    "BibTeX does not support comments inside an entry: it skips the rest of the entry. Move all"
    " comments out of the entry."
)
COMMENTED_OUT = (
    'BibTeX does not support comments: it reads this entry although "%" is before it, and stops'
    ' here. Delete the "@" of the entry, or the entry.'
)


def report(database: Database, kind: str, message: str, start: int, end: int) -> None:
    """Add a problem of a file."""
    database.problems.append(Problem(kind, message, Span(database.source, start, end)))


def fields_between(database: Database, at: int, end: int) -> dict[str, Field]:
    """The fields between two offsets; anything else there is reported once and skipped."""
    text = database.source.text
    fields: dict[str, Field] = {}
    is_comment_reported = False
    first_line = text.rfind("\n", 0, at) + 1
    while True:
        if (comment := COMMENT.match(text, at, end)) is not None:
            if not is_comment_reported:  # BibTeX stops at the first
                message = COMMENT_INSIDE
                if text[first_line : first_line + 200].lstrip().startswith("%"):
                    message = COMMENTED_OUT
                report(database, "comment", message, *comment.span(1))
                is_comment_reported = True
            at = comment.end()
            continue
        if (match := NAME.match(text, at, end)) is None:
            break
        start = match.end()
        pieces, after = pieces_of(database.source, start, end)
        if not pieces:
            message = (
                f'The field "{match.group(1)}" has no readable value. Put its value in braces.'
            )
            report(database, "no-value", message, *match.span(1))
            at = text.find(",", start, end) + 1
            if not at:
                return fields
            continue
        name = match.group(1).lower()
        last = after
        while text[last - 1].isspace():
            last -= 1
        span = Span(database.source, start, last)
        name_span = Span(database.source, *match.span(1))
        value = folded("".join(words_of(database, piece) for piece in pieces))
        if name in fields:
            report(
                database,
                "field-twice",
                f'This entry has two fields "{name}"; BibTeX uses the first. Delete one of them.',
                *match.span(1),
            )
        else:
            fields[name] = Field(name, name_span, span, pieces, value)
        if (comma := AFTER.match(text, after, end)) is not None:
            at = comma.end()
        elif NAME.match(text, after, end) or COMMENT.match(text, after, end):
            message = f'A comma is missing after the field "{name}". Add it.'
            report(database, "no-comma", message, last - 1, last)
            at = after
        else:
            message = f'BibTeX reads only a part of the field "{name}". Put its whole value in'
            report(database, "split-value", f"{message} one pair of braces.", start, last)
            at = _next_comma(text, after, end)
    leftover = text[at:end].strip(" \t\r\n,")
    if leftover:
        offset = text.index(leftover[0], at)
        words = NAME_OF_WORDS.match(text, offset, end)
        if words is not None:
            message = (
                f'The field name "{words.group(1)}" contains a space, so BibTeX skips the rest of'
                " the entry. Write one word, or delete the field."
            )
            report(database, "no-field", message, *words.span(1))
        else:
            message = (
                "This is not a field, so BibTeX skips the rest of the entry. Delete it, or write a"
                " name, an equals sign, and a value in braces."
            )
            report(database, "no-field", message, offset, min(offset + 20, end))
    return fields


def _next_comma(text: str, at: int, end: int) -> int:
    """Where the next comma outside braces is, or ``end``."""
    depth = 0
    for match in COMMA_OR_BRACE.finditer(text, at, end):
        if match.group() == ",":
            if depth == 0:
                return match.start()
        else:
            depth += 1 if match.group() == "{" else -1
    return end


def pieces_of(source: Source, at: int, end: int) -> tuple[list[Piece], int]:
    """The pieces of the value at ``at``, and where it ends; no pieces when this is not a value."""
    text = source.text
    pieces: list[Piece] = []
    while at < end:
        sign = text[at]
        if sign == "{":
            close = _closing_brace(text, at + 1, end)
            pieces.append(Piece("braces", Span(source, at + 1, close)))
            at = min(close + 1, end)
        elif sign == '"':
            close = _closing_quote(text, at + 1, end)
            pieces.append(Piece("quotes", Span(source, at + 1, close)))
            at = min(close + 1, end)
        else:
            bare = BARE.match(text, at, end)
            if bare is None:
                return [], at
            kind = "number" if bare.group().isdecimal() else "macro"
            pieces.append(Piece(kind, Span(source, *bare.span())))
            at = bare.end()
        join = JOIN.match(text, at, end)
        if join is None:
            break
        at = join.end()
    blanks = BLANKS.match(text, at, end)
    return pieces, blanks.end() if blanks is not None else at


def _closing_brace(text: str, at: int, end: int) -> int:
    depth = 0
    close = text.find("}", at, end)
    if close >= 0 and text.find("{", at, close) < 0:  # no brace inside, as in most values
        return close
    for match in QUOTE_OR_BRACE.finditer(text, at, end):
        if match.group() == "{":
            depth += 1
        elif match.group() == "}":
            if depth == 0:
                return match.start()
            depth -= 1
    return end


def _closing_quote(text: str, at: int, end: int) -> int:
    depth = 0
    for match in QUOTE_OR_BRACE.finditer(text, at, end):
        sign = match.group()
        if sign == '"' and depth == 0:
            return match.start()
        depth += (sign == "{") - (sign == "}")
    return end


def words_of(database: Database, piece: Piece) -> str:
    """The text of a piece. A macro without a definition is reported and is empty, as in BibTeX."""
    words = piece.span.text
    if piece.kind != "macro":
        return words
    value = database.macros.get(words.lower())
    if value is None:
        month = month_macro(words)
        message = f'The macro "{words}" is not defined. ' + (
            f"Write {month}, the macro of this month."
            if month
            else "Put the text in braces, or define the macro with @string."
        )
        report(database, "no-macro", message, piece.span.start, piece.span.end)
        return ""
    most = FEWEST_MACRO_TEXT + MOST_MACRO_TEXT * len(database.source.text)
    if database.macro_text <= most < database.macro_text + len(value):
        message = (
            f'The macros up to "{words}" stand for over {most:,} characters, so the rest is not'
            " read. Define macros by short texts, not by several other macros."
        )
        report(database, "long-macros", message, piece.span.start, piece.span.end)
    database.macro_text += len(value)
    return value if database.macro_text <= most else ""

"""Reads .bib files: every entry and field with its location, in time linear in the size of the
file.

The grammar is that of BibTeX, from its report "Designing BibTeX Styles" and from the program
itself: text outside entries is a comment, every brace counts whatever precedes it, and of duplicate
fields the first one counts. An entry without its closing brace ends before the next line that
begins an entry, so that only one entry is lost. Fields are read on demand, because a database may
contain thousands of entries of which a paper cites thirty.
"""

from __future__ import annotations

import re

from ieeelint.paper.entries import Database, Entry, Field
from ieeelint.paper.model import Paper
from ieeelint.paper.source import Source, Span
from ieeelint.patterns import pattern
from ieeelint.readers.bibtex_fields import fields_between, pieces_of, report, words_of
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft

START = pattern(r"@[ \t\r\n]*([A-Za-z][^\s{}()\"#%,=@]*)[ \t\r\n]*([{(])")
KEY = pattern(r"[ \t\r\n]*([^\s,{}\"=#%'()]*|[^\s,{}=]*)[ \t\r\n]*(,|(?=[})]))")
ACRONYM = pattern(r"\b[A-Z]{2,}\b")
# A brace, or a line that begins an entry: then the entry before it lacks a brace.
BRACE_OR_ENTRY = pattern(r"[{}]|\n@[ \t]*[A-Za-z]+[ \t]*\{[ \t]*[^\s,{}=\"]+[ \t]*,")
CLOSING = pattern(r"[{}\")]|\n@[ \t]*[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}=\"]+[ \t]*,")
# Files that are not BibTeX at all, by their first characters.
FOREIGN = (
    (
        "version https://git-lfs",
        'is a Git LFS pointer, not the file itself; fetch the file with "git lfs pull"',
    ),
    ("<!doctype html", "is a web page, not a BibTeX file; download the file itself"),
    ("<html", "is a web page, not a BibTeX file; download the file itself"),
    ("%pdf-", "is a PDF file, not a BibTeX file"),
)

MONTHS = {
    "jan": "Jan.",
    "feb": "Feb.",
    "mar": "Mar.",
    "apr": "Apr.",
    "may": "May",
    "jun": "Jun.",
    "jul": "Jul.",
    "aug": "Aug.",
    "sep": "Sep.",
    "oct": "Oct.",
    "nov": "Nov.",
    "dec": "Dec.",
}


def read(path: str, text: str | None = None) -> Draft:
    """Read a .bib file that no draft here uses, as a draft that cites every entry.  Raises
    ReadError.
    """
    from ieeelint.paper.entries import Works
    from ieeelint.readers.latex.project import load
    from ieeelint.readers.passages import assemble
    from ieeelint.views.draft import Draft

    shown = path.replace("\\", "/")
    source = load(path, shown) if text is None else Source(shown, text)
    paper = Paper(source, "bibtex")
    paper.text, paper.passages = assemble([])
    paper.works = Works([parse(source, MONTHS | journal_macros())])
    paper.bibliography.cites_all = True
    return Draft(paper)


def parse(source: Source, macros: dict[str, str] | None = None) -> Database:
    """The entries of a file. ``macros`` are those of the files before this one; the macros of this
    file are added to them.
    """
    database = Database(source)
    database.macros = MONTHS.copy() if macros is None else macros
    text = source.text
    beginning = text[:200].lstrip("\ufeff \t\r\n").lower()
    for mark, message in FOREIGN:
        if beginning.startswith(mark):
            report(database, "foreign", f"This file {message}.", 0, 1)
            return database
    at = 0
    while (match := START.search(text, at)) is not None:
        at = _entry(database, match)
    return database


def _entry(database: Database, match: re.Match[str]) -> int:
    """Read the entry that begins at the match; returns where to continue."""
    text = database.source.text
    kind = match.group(1).lower()
    inside = match.end()
    end, is_whole = _end(text, inside, match.group(2))
    if not is_whole:
        edge = "brace" if match.group(2) == "{" else "parenthesis"
        report(
            database,
            "unbalanced",
            f"This entry has no closing {edge}, so BibTeX loses the entries after it. Add the"
            f" {edge}.",
            match.start(),
            inside,
        )
    after = end + 1 if is_whole else end
    if kind == "comment":
        return after
    if kind == "preamble":
        start = inside + len(text[inside:end]) - len(text[inside:end].lstrip())
        pieces, _ = pieces_of(database.source, start, end)
        database.preambles.append("".join(words_of(database, piece) for piece in pieces))
        return after
    if kind == "string":
        for field in fields_between(database, inside, end).values():
            database.macros.setdefault(field.name, _with_outer_spaces(field))
        return after
    key = KEY.match(text, inside)
    if key is None or not key.group(1) or key.end() > end + 1:
        message = (
            f"This @{kind} entry has no key, so you cannot cite it. Begin it with @{kind}{{key,"
        )
        is_empty = key is not None and not key.group(1) and key.group(2) == ","
        report(database, "empty-key" if is_empty else "no-key", message, match.start(), inside)
        return after
    fields_start = key.end()

    def read(_: Entry) -> dict[str, Field]:
        return fields_between(database, fields_start, end)

    key_span = Span(database.source, *key.span(1))
    whole = Span(database.source, match.start(), after)
    database.entries.append(Entry(kind, key.group(1), key_span, whole, read))
    return after


def _with_outer_spaces(field: Field) -> str:
    """The value of a macro: BibTeX keeps the space at its ends, for what is joined to it."""
    if not field.pieces:
        return field.value
    first, last = field.pieces[0].span.text, field.pieces[-1].span.text
    before, after = first[:1].isspace(), last[-1:].isspace()
    return " " * before + field.value + " " * after


def _end(text: str, at: int, opening: str) -> tuple[int, bool]:
    """Where the entry that begins at ``at`` ends, and whether its closing brace is there."""
    depth = 0
    quoted = False
    expression = BRACE_OR_ENTRY if opening == "{" else CLOSING
    for match in expression.finditer(text, at):
        sign = match.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            if depth == 0:
                return match.start(), opening == "{"
            depth -= 1
        elif sign == '"':
            quoted ^= depth == 0
        elif sign == ")":
            if depth == 0 and not quoted:
                return match.start(), True
        else:
            return match.start() + 1, False
    return len(text), False


def journal_macros(in_full: bool = False) -> dict[str, str]:
    """The macros of IEEEabrv.bib (or IEEEfull.bib), which TeX has even if the project does not."""
    return {
        macro.lower(): ACRONYM.sub(r"{\g<0>}", (title if in_full else short).replace("&", "\\&"))
        for macro, (short, title) in table("journal_macros")["macros"].items()
    }

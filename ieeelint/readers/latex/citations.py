"""Citations, and the keys in the arguments of commands."""

from __future__ import annotations

from ieeelint.paper.placeholders import Citation
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE, OBJECT
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.lists import items, without_comments
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.walk import Walker

NOTES = r"\s*\([^()]*\)(?:\s*\([^()]*\))?"
NEXT_GROUP = r"(?:\s*\[[^\[\]]*\]){0,2}\s*\{"
WITHOUT_BRACKETS = ("citeyear", "citeyearpar", "citetitle", "citeurl")
LONGEST_NOTES = 60  # tokens


def keys_of(walker: Walker, group: Range) -> list[tuple[str, Span]]:
    """The comma-separated keys of an argument, each with its location."""
    text = walker.typed(group)
    whole = group.span
    exact = group.stream.fixed is None and text == group.text
    return [
        (key, Span(whole.source, whole.start + start, whole.start + end) if exact else whole)
        for key, start, end in items(text)
    ]


def key_of(walker: Walker, group: Range) -> list[tuple[str, Span]]:
    """The only key of an argument, in which a comma is a character like others; none if empty."""
    key = without_comments(walker.typed(group)).strip()
    keys = keys_of(walker, group)
    return keys if len(keys) < 2 else [(key, group.span)]


@command(*signatures.CITATIONS)
def cite(walker: Walker, name: str) -> None:
    """Any citation command that prints."""
    start = walker.call_start()
    notes: list[str] = []
    while len(notes) < 2 and (option := walker.option()) is not None:
        notes.append(walker.string(option))
    several = name.rstrip("*").endswith("cites")  # \cites(see)(all of)[3]{a}[p.~4]{b}
    if several:
        _skip_parentheses(walker)
        while walker.option() is not None:
            pass
    group = walker.group()
    if group is None:
        return
    keys = keys_of(walker, group)
    while several and (more := _next_keys(walker)) is not None:
        keys += keys_of(walker, more)
    span = walker.call_span(start)
    plain_name = name.rstrip("*")
    by_author = name in signatures.AUTHOR_CITATIONS
    citation = Citation(name, keys, notes[-1] if notes else "", span, by_author)
    walker.paper.citations.append(citation)
    if plain_name in WITHOUT_BRACKETS:
        walker.place(OBJECT, span, None)
        return
    if by_author:
        walker.place(OBJECT, span, None)
        if plain_name.lower() == "citeauthor":
            return
        walker.add(" ", span)
    walker.place(CITE, span, citation)


def _skip_parentheses(walker: Walker) -> None:
    """Skip the notes in parentheses that ``\\cites`` reads before everything else."""
    frame = walker.frame
    match = pattern(NOTES).match(frame.ahead(LONGEST_NOTES))
    if match is not None:
        frame.skip_characters(match.end())


def _next_keys(walker: Walker) -> Range | None:
    """The next group of keys, after its notes; None if no group follows."""
    if pattern(NEXT_GROUP).match(walker.frame.ahead(LONGEST_NOTES)) is None:
        return None
    while walker.option() is not None:
        pass
    return walker.group(braced=True)


@command("nocite")
def nocite(walker: Walker, name: str) -> None:
    """``\\nocite{…}``: entries in the reference list that the text does not cite."""
    start = walker.call_start()
    group = walker.group()
    if group is None:
        return
    keys = keys_of(walker, group)
    all_keys = next((number for number, (key, _) in enumerate(keys) if key == "*"), len(keys))
    citations = walker.paper.citations
    if keys[:all_keys] or not keys:
        citations.append(Citation("nocite", keys[:all_keys], "", walker.call_span(start)))
    bibliography = walker.paper.bibliography
    if all_keys < len(keys) and not bibliography.cites_all:
        bibliography.cites_all = True
        bibliography.cited_before_all = len(citations)

"""Lines that describe the parts of a paper, for the records of ``tools/readings.py``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ieeelint.paper.text import LINK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.paper.zones import Passage

LONGEST = 60  # characters of a text


def parts(paper: Paper) -> Iterator[str]:
    """The lines of all parts, in the order of the model."""
    yield from _front(paper)
    yield from _body(paper)
    for item in paper.floats:
        yield from _float(item)
    yield from _labels(paper)
    yield from _citations(paper)
    for problem in paper.problems:
        yield f"problem {problem.kind}: {place(problem.span)} {problem.message}"


def place(span: Span | None) -> str:
    """The first and the last position of a span, and its file unless it is the root."""
    if span is None:
        return "nowhere"
    first, last = span.source.locate(span.start), span.source.locate(span.end)
    return f"{Path(span.source.path).name}:{first[0]}:{first[1]}-{last[0]}:{last[1]}"


def short(text: str) -> str:
    """A text on one line, cut."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def options(*flags: tuple[str, object]) -> str:
    """The names of the flags that are set, each after a space; others with their value."""
    return "".join(
        f" {name}" if value is True else f" {name}={value}" for name, value in flags if value
    )


def _words(passages: Iterable[Passage | None]) -> list[str]:
    return [short(passage.plain) if passage is not None else "" for passage in passages]


def _front(paper: Paper) -> Iterator[str]:
    if paper.title is not None:
        subtitle = place(paper.title.subtitle)
        yield f"title {place(paper.title.span)} subtitle {subtitle}"
    if paper.author_block is not None:
        yield f"authors in {paper.author_block.style}: {place(paper.author_block.span)}"
        for author in paper.author_block.authors:
            names = _words([author.names])[0]
            yield f"  {names}: {_words(author.lines)} {place(author.span)}"
        yield f"  all: {_words(paper.author_block.passages)}"
    for abstract in paper.abstracts:
        displays = "".join(f" display {place(display)}" for display in abstract.displays)
        count = len(abstract.passages)
        yield f"{abstract.environment} of {count}: {place(abstract.span)}{displays}"
    for keywords in paper.keywords:
        yield f"keywords {keywords.label}: {place(keywords.span)}"
    yield f"language {paper.language}{options(('fragment', paper.is_fragment))}"


def _body(paper: Paper) -> Iterator[str]:
    for passage in paper.passages:
        flags = options(
            ("item", passage.is_item),
            ("quotation", passage.is_quotation),
            ("continued", passage.is_continued),
        )
        if flags:
            yield f"passage {place(passage.span)}{flags}"
    for mark in paper.text.marks:
        if mark.kind == LINK:
            yield f"link {place(mark.span)} to {mark.data}"
    for heading in paper.headings:
        part = "appendix" if heading.in_appendix else "body"
        number = heading.number if heading.numbered else "-"
        yield f"heading {heading.level} {number} {part} {heading.command}: {heading.plain}"
    for paragraph in paper.paragraphs:
        if paragraph.environment:
            yield f"paragraph in {paragraph.environment}: {place(paragraph.span)}"
    for equation in paper.equations:
        yield f"equation {equation.environment} {equation.numbers}: {place(equation.span)}"
        yield f"  {short(equation.content)}"
        for text, span in equation.tags:
            yield f"  tag {text}: {place(span)}"
    for note in paper.footnotes:
        where = f"{note.zone}{options(('unmarked', note.position < 0))}"
        yield f"note {note.command} in {where}: {place(note.span)}"


def _float(item: Float) -> Iterator[str]:
    where = options(
        ("at", item.placement),
        ("starred", item.starred),
        ("in the appendix", item.in_appendix),
    )
    yield f"{item.kind} {item.number} {item.environment}{where}: {place(item.span)}"
    yield f"  content {place(item.content_span)}"
    for caption in (*item.captions, *item.sub_captions):
        panel = options(("of a panel", caption.is_sub))
        yield f"  {caption.command}{panel} {place(caption.span)}: {caption.plain}"
    for graphic in item.graphics:
        name = short(graphic.name)
        yield f"  graphic {graphic.kind} {name} [{short(graphic.options)}] {place(graphic.span)}"
    for grid in item.grids:
        yield f"  {grid.environment} {{{grid.columns}}} {place(grid.span)}"
        for row, places in zip(grid.rows, grid.places):
            cells = [f"{at}+{count} {cell.plain.strip()}" for cell, (at, count) in zip(row, places)]
            yield f"    {' & '.join(cells)}"


def _labels(paper: Paper) -> Iterator[str]:
    for label in (*paper.labels.values(), *paper.duplicate_labels):
        panel = options(("of a panel", label.is_sub))
        yield f"label {label.key}: {label.kind} {label.number}{panel} {place(label.span)}"
    for reference in paper.cross_references:
        keys = [(key, span.text) for key, span in reference.keys]
        printed = f"({reference.printed})" if reference.parentheses else reference.printed
        yield f"reference {reference.command} {keys} {reference.kind}: {printed}"
        yield f"  {place(reference.span)}{options(('prints nothing', reference.position < 0))}"


def _citations(paper: Paper) -> Iterator[str]:
    for citation in paper.citations:
        keys = [(key, span.text) for key, span in citation.keys]
        flags = options(
            ("note", citation.note),
            ("author", citation.prints_author),
            ("prints nothing", citation.position < 0),
        )
        yield f"citation {citation.command} {keys}{flags} {place(citation.span)}"
    for entry in paper.references:
        yield f"entry {entry.key}: {place(entry.span)} key {place(entry.key_span)}"
    bibliography = paper.bibliography
    if bibliography.span is not None or bibliography.databases:
        flags = options(("style", bibliography.style), ("all", bibliography.cites_all))
        yield f"bibliography{flags} {place(bibliography.style_span)}: {place(bibliography.span)}"
        for name, span in bibliography.databases:
            yield f"  database {name}: {place(span)}"
        known = bibliography.database_keys
        yield f"  keys {'unknown' if known is None else sorted(known)}"
    for form, meaning in sorted(paper.declared_acronyms.items()):
        yield f"acronym {form}: {meaning}"

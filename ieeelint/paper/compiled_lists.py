"""Reference lists in .bbl files, which BibTeX writes from the .bib files."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span

ENDING = ".bbl"


def is_compiled(span: Span) -> bool:
    """True for a place in a file that BibTeX wrote."""
    return span.source.path.lower().endswith(ENDING)


def where_to_correct(paper: Paper, span: Span) -> str:
    """A sentence that names the entry and the .bib file that a place in a .bbl file comes from."""
    key = ""
    for entry in paper.references:
        if entry.span.source is span.source and entry.span.start <= span.start:
            key = entry.key
    names = [
        name if name.endswith(".bib") else f"{name}.bib"
        for name, _ in paper.bibliography.databases
        if not name.startswith(("IEEEabrv", "IEEEfull"))
    ]
    files = " or ".join(names) or "the .bib file"
    entry_words = f'the entry "{key}" in ' if key else ""
    return f"Correct {entry_words}{files}: BibTeX writes this file."

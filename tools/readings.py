"""Records what the readers make of the drafts in ``tests/golden/drafts``.

``python -m tools.readings`` writes what the rules see of each draft, LaTeX or the sketch of a Word
draft, next to it.  It prints the files that changed: read their diff before a commit.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from ieeelint.output.debug import write
from ieeelint.paper.model import Paper
from ieeelint.paper.source import Span
from ieeelint.phrases import plural
from ieeelint.readers import read

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden" / "drafts"


def main() -> int:
    """Write the files; returns the exit status."""
    written = 0
    for draft in drafts():
        path, content = recorded(draft), reading(draft)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8", newline="")
            print(f"{path}: written")
            written += 1
    print(f"{plural(written, 'file')} changed")
    return 0


def drafts() -> list[Path]:
    """The LaTeX drafts and the sketches."""
    return sorted([*FOLDER.glob("*.tex"), *FOLDER.glob("*.sketch")])


def recorded(draft: Path) -> Path:
    """The file with the reading of a draft."""
    return draft.with_name(f"{draft.name}.txt")


def reading(draft: Path) -> str:
    """The text of a draft with its marks, and its parts, problems, and references."""
    from ieeelint.starters.word import document

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / draft.name
        if draft.suffix == ".sketch":
            path = path.with_suffix(".docx")
            path.write_bytes(document(draft.read_text(encoding="utf-8")))
        else:
            path.write_bytes(draft.read_bytes())
        paper = read(str(path)).paper
        lines = [write(paper).replace(str(path), draft.name), *_parts(paper)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _parts(paper: Paper) -> Iterator[str]:
    for heading in paper.headings:
        part = "appendix" if heading.in_appendix else "body"
        number = heading.number if heading.numbered else "-"
        yield f"heading {heading.level} {number} {part} {heading.command}: {heading.plain}"
    for paragraph in paper.paragraphs:
        if paragraph.environment:
            yield f"paragraph in {paragraph.environment}: {_place(paragraph.span)}"
    for item in paper.floats:
        yield f"{item.kind} {item.environment}: {_place(item.span)}"
        for caption in (*item.captions, *item.sub_captions):
            yield f"  {caption.command}: {caption.plain}"
        for graphic in item.graphics:
            yield f"  graphic {graphic.kind} {graphic.name} [{graphic.options}]"
        for grid in item.grids:
            cells = " | ".join(" & ".join(cell.plain.strip() for cell in row) for row in grid.rows)
            yield f"  {grid.environment} {{{grid.columns}}}: {cells}"
    for equation in paper.equations:
        tags = [text for text, _ in equation.tags]
        yield f"equation {equation.environment} {equation.numbers} {tags}: {_place(equation.span)}"
    for note in paper.footnotes:
        yield f"note {note.command} in {note.zone}: {_place(note.span)}"
    for label in (*paper.labels.values(), *paper.duplicate_labels):
        yield f"label {label.key}: {label.kind} {label.number} {_place(label.span)}"
    for reference in paper.cross_references:
        keys = [(key, span.text) for key, span in reference.keys]
        printed = f"({reference.printed})" if reference.parentheses else reference.printed
        yield f"reference {reference.command} {keys} {reference.kind}: {printed}"
    for citation in paper.citations:
        keys = [(key, span.text) for key, span in citation.keys]
        yield f"citation {citation.command} {keys} {citation.prints_author}"
    for entry in paper.references:
        yield f"entry {entry.key}: {_place(entry.span)}"
    for problem in paper.problems:
        yield f"problem {problem.kind}: {_place(problem.span)}"


def _place(span: Span) -> str:
    """The first and the last position of a span."""
    first, last = span.source.locate(span.start), span.source.locate(span.end)
    return f"{first[0]}:{first[1]}-{last[0]}:{last[1]}"


if __name__ == "__main__":
    raise SystemExit(main())

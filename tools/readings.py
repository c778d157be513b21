"""Records what the readers make of the drafts in ``tests/golden/drafts``.

``python -m tools.readings`` writes what the rules see of each draft, LaTeX or the sketch of a Word
draft, next to it.  It prints the files that changed: read their diff before a commit.

A draft that begins with ``%! document`` may have other files, each after a line ``%! file NAME``.
What no sketch can say is in XML: the ``w:body`` of a Word file with the styles of the template.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from ieeelint.examples import assemble
from ieeelint.output.debug import write
from ieeelint.phrases import plural
from ieeelint.readers import read
from tools.reading_parts import parts
from tools.reading_views import latex_lines, word_lines

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
    """The LaTeX drafts, the sketches, and the drafts in XML."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".tex", ".sketch", ".xml"))


def recorded(draft: Path) -> Path:
    """The file with the reading of a draft."""
    return draft.with_name(f"{draft.name}.txt")


def reading(draft: Path) -> str:
    """The text of a draft with its marks, its parts, and what its view shows of the source."""
    with tempfile.TemporaryDirectory() as folder:
        read_draft = read(str(_written(draft, Path(folder))))
        paper = read_draft.paper
        lines = [write(paper), *parts(paper)]
        if read_draft.latex is not None:
            lines += latex_lines(read_draft.latex, paper)
        if read_draft.word is not None:
            lines += word_lines(read_draft.word)
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        return text.replace(f"{folder}/", "")


def _written(draft: Path, folder: Path) -> Path:
    """Write the files of a draft into a folder; returns the path of its root."""
    root = folder / draft.name
    if draft.suffix != ".tex":
        root = root.with_suffix(".docx")
        root.write_bytes(_word_file(draft))
        return root
    files = {"main.tex": draft.read_bytes()}
    if files["main.tex"].startswith(b"%! document"):
        text = files["main.tex"].decode("utf-8")
        files = {name: content.encode() for name, content in assemble(text).items()}
    for name, content in files.items():
        path = root if name == "main.tex" else folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def _word_file(draft: Path) -> bytes:
    """The Word file of a sketch or of a draft in XML."""
    from ieeelint.starters.word import document

    text = draft.read_text(encoding="utf-8")
    if draft.suffix == ".sketch":
        return document(text)
    made = BytesIO()
    with ZipFile(BytesIO(document("[Body Text] Water is wet."))) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                before, _, rest = content.partition(b"<w:body>")
                content = before + text.encode() + rest.rpartition(b"</w:body>")[2]
            new.writestr(name, content)
    return made.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())

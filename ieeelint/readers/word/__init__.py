"""Word drafts: the package, its styles and numbers, and the paper that stands in it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper


def read(path: str, *, data: bytes | None = None) -> Paper:
    """Read the Word document at ``path``; ``data`` stands in for the file's content.

    Raises :class:`~ieeelint.readers.ReadError` when it is no Word document that
    can be read; whatever else is wrong is in ``paper.problems``.
    """
    from ieeelint.readers.word.reading import read_document

    return read_document(path, data)

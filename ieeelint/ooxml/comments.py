"""The comments of a Word file: their authors and words, and which are resolved or answered."""

from __future__ import annotations

from ieeelint.ooxml.names import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.ooxml.package import Package

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
# The further parts with an entry for each comment; entries are linked by these two identifiers.
FURTHER = ("commentsExtended", "commentsIds", "commentsExtensible")
LINKS = ("paraId", "durableId")


class CommentText:
    """The content of one comment.

    ``lines`` are its paragraphs.  ``is_resolved`` is what Word shows as "Resolved"; ``answers``
    are the numbers of the comments that reply to it, and ``parent`` is the number of the comment
    that it replies to, or empty.  ``paragraphs`` are the identifiers of its paragraphs.
    """

    __slots__ = ("author", "lines", "is_resolved", "answers", "parent", "paragraphs")

    def __init__(self, author: str, lines: list[str], paragraphs: list[str]) -> None:
        self.author = author
        self.lines = lines
        self.paragraphs = paragraphs
        self.is_resolved = False
        self.answers: list[str] = []
        self.parent = ""


def comment_texts(package: Package) -> dict[str, CommentText]:
    """The comments of the document by their numbers, which are the values of ``w:id``."""
    texts: dict[str, CommentText] = {}
    for name in package.linked("comments", package.document):
        root = package.optional(name)
        for element in () if root is None else root.iter(W + "comment"):
            paragraphs = list(element.iter(W + "p"))
            lines = [
                "".join(text.text or "" for text in paragraph.iter(W + "t"))
                for paragraph in paragraphs
            ]
            identifiers = [paragraph.get(W14 + "paraId", "") for paragraph in paragraphs]
            texts[element.get(W + "id", "")] = CommentText(
                element.get(W + "author", ""), lines, identifiers
            )
    _extend(package, texts)
    return texts


def _extend(package: Package, texts: dict[str, CommentText]) -> None:
    """Set what the part for resolved comments and replies says."""
    number_of = {
        identifier: number
        for number, text in texts.items()
        for identifier in text.paragraphs
        if identifier
    }
    for name in package.linked("commentsExtended", package.document):
        root = package.optional(name)
        for entry in () if root is None else root.iter(W15 + "commentEx"):
            number = number_of.get(entry.get(W15 + "paraId", ""), "")
            if number not in texts:
                continue
            text = texts[number]
            text.is_resolved = entry.get(W15 + "done", "0") in ("1", "true", "on")
            parent = number_of.get(entry.get(W15 + "paraIdParent", ""), "")
            if parent in texts and parent != number:
                text.parent = parent
                texts[parent].answers.append(number)

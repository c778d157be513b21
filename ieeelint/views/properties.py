"""The properties of a file that may say who wrote it: title and authors of the PDF file, and the
people, companies, and paths that Word keeps.
"""

from __future__ import annotations

from ieeelint.ooxml.names import W
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.package import Package
    from ieeelint.views.draft import Draft
    from ieeelint.views.latex import LatexView
    from ieeelint.views.word import WordView

PERSON = "person"  # an author, an editor
ORGANIZATION = "organization"
WORDS = "words"  # that may name an author
PATH = "path"

# hyperref's keys, and those of \pdfinfo, by what their values are.
PDF_KEYS = {"pdfauthor": PERSON, "Author": PERSON}
PDF_WORDS = (
    *("pdfcreator", "pdfproducer", "pdfsubject", "pdfkeywords", "pdftitle"),
    *("Creator", "Subject", "Keywords", "Title"),
)
VALUE = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|\(((?:[^()\\]|\\.)*)\)|([^,\]}{\s][^,\]}{]*)"
# Properties of Word files by the local names of their elements.
WORD_NAMES = {
    "creator": ("author", PERSON),
    "lastModifiedBy": ("last editor", PERSON),
    "Company": ("company", ORGANIZATION),
    "Manager": ("manager", PERSON),
    "title": ("title", WORDS),
    "subject": ("subject", WORDS),
    "description": ("comment", WORDS),
    "keywords": ("keywords", WORDS),
    "category": ("category", WORDS),
    "HyperlinkBase": ("base of links", PATH),
}
PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
# What a program on Windows, a Mac, or Linux calls the folder of a user.
HOME = r"(?i:[a-z]:[\\/]+(?:users|documents and settings)|/home|/users)[\\/]+([^\\/]+)[\\/]"
AUTHOR = "author"


class FileProperty:
    """A property: its ``name`` for people, its ``value``, what ``kind`` of value it is (a constant
    above), and the ``span`` that shows it best; in LaTeX, that of the value.
    """

    __slots__ = ("name", "value", "kind", "span")

    def __init__(self, name: str, value: str, kind: str, span: Span) -> None:
        self.name = name
        self.value = value
        self.kind = kind
        self.span = span


def properties(draft: Draft) -> Iterator[FileProperty]:
    """The properties of the file in order."""
    if draft.latex is not None:
        yield from _pdf_properties(draft.latex)
    if draft.word is not None:
        yield from _word_properties(draft.word, Span(draft.paper.root, 0, 0))


def authors_in_properties(draft: Draft) -> list[str]:
    """The values of the properties for authors."""
    return [one.value for one in properties(draft) if one.kind == PERSON and "author" in one.name]


def _pdf_properties(view: LatexView) -> Iterator[FileProperty]:
    """Keys of ``\\hypersetup``, of the options of hyperref, and of ``\\pdfinfo``."""
    spans = [
        argument.span
        for command in view.commands("hypersetup", "pdfinfo", "DocumentMetadata")
        for argument in command.arguments
    ]
    hyperref = view.packages.get("hyperref")
    if hyperref is not None:
        spans += [span for _, span in hyperref.options]
    names = "|".join([*PDF_KEYS, *PDF_WORDS])
    key = pattern(rf"(?:\b|/)({names})\s*=?\s*(?:{VALUE})")
    for span in spans:
        text = span.source.text
        for match in key.finditer(text, span.start, span.end):
            group = match.lastindex or 1
            if group == 1:
                continue
            value = match[group].strip()
            kind = PDF_KEYS.get(match[1], WORDS)
            name = f"{match[1]} of the PDF file" if kind == WORDS else "author of the PDF file"
            yield FileProperty(name, value, kind, Span(span.source, *match.span(group)))


def _word_properties(view: WordView, top: Span) -> Iterator[FileProperty]:
    """What Word keeps about people in addition to the text."""
    package = view.package
    for kind in PROPERTIES:
        for name in package.linked(kind, ""):
            root = package.optional(name)
            yield from _in_part(root, top) if root is not None else ()
    yield from _people(view, top)
    yield from _descriptions(view)
    for part in sorted(package.names):
        folder, _, rels = part.rpartition("/_rels/")
        if not folder.startswith("word") or not rels.endswith(".rels"):
            continue
        for link in package.relationships(f"{folder}/{rels[:-5]}").values():
            if link.is_external and link.kind != "hyperlink":
                yield FileProperty(f"link to a file ({link.kind})", _path(link.target), PATH, top)


def _path(target: str) -> str:
    from urllib.parse import unquote

    return unquote(target).removeprefix("file:///")


def _in_part(root: Element, top: Span) -> Iterator[FileProperty]:
    for element in root:
        tag = element.tag.rpartition("}")[2]
        value = " ".join("".join(element.itertext()).split())
        if not value:
            continue
        if tag == "property":
            yield FileProperty(f'property "{element.get("name", "")}"', value, WORDS, top)
        elif tag in WORD_NAMES:
            name, kind = WORD_NAMES[tag]
            yield FileProperty(f"{name} of the file", value, kind, top)


def _people(view: WordView, top: Span) -> Iterator[FileProperty]:
    """The authors of tracked changes and comments, each once."""
    seen: set[tuple[str, str]] = set()
    for what, author, span in _signed(view, top):
        if author and (what, author) not in seen:
            seen.add((what, author))
            yield FileProperty(what, author, PERSON, span)


def _signed(view: WordView, top: Span) -> Iterator[tuple[str, str, Span]]:
    for change in view.revisions:
        yield "person of a tracked change", change.author, change.span
    for comment in view.comments:
        text = view.comment_text(comment)
        if text is not None:
            yield "person of a comment", text.author, comment.span
    for name in _linked_parts(view.package, "people"):
        root = view.package.optional(name)
        for element in () if root is None else root:
            for key, value in element.items():
                if key.endswith("}author"):
                    yield "person in the list of reviewers", value, top
    for part in view.parts:  # changes of formatting and of paragraphs have no text
        for element in part.root.iter():
            author = element.get(W + AUTHOR)
            if author:
                yield "person of a tracked change", author, top


def _linked_parts(package: Package, kind: str) -> list[str]:
    return package.linked(kind, package.document)


def _descriptions(view: WordView) -> Iterator[FileProperty]:
    """The names and descriptions of pictures."""
    for part in view.parts:
        spans = {id(leaf.run): Span(part.source, leaf.start, leaf.end) for leaf in part.leaves}
        first = Span(part.source, 0, 0)
        for run in part.root.iter(W + "r"):
            for element in run.iter():
                if not element.tag.endswith(("}docPr", "}cNvPr")):
                    continue
                for key in ("descr", "title", "name"):
                    if value := element.get(key, ""):
                        span = spans.get(id(run), first)
                        yield FileProperty("description of a picture", value, WORDS, span)

"""Writes Word comments on the characters of spans."""

from __future__ import annotations

from itertools import count

from ieeelint.fixes.word.editing import PartEditor, free_identifiers
from ieeelint.fixes.word.runs import AUTHOR
from ieeelint.ooxml.archive import rebuilt
from ieeelint.ooxml.markup import Markup
from ieeelint.ooxml.names import W, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.package import Package
    from ieeelint.paper.source import Span
    from ieeelint.views.word import Part, WordParagraph, WordView


INITIALS = "IL"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
STRICT_LINK = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def with_comments(view: WordView, notes: list[tuple[Span, list[str]]]) -> bytes:
    """The package with a comment for each note, which is a span and the lines of the comment.

    Word does not support comments in notes, text boxes, headers and footers.  Those comments are
    placed at the mark of the note, at the text box, or at the first paragraph.
    """
    editor = PartEditor(view, view.document, free_identifiers(view))
    prefix = editor.markup.prefix(view.document.root)
    existing = _existing(view)
    comments = () if existing is None else existing.root.iter(W + "comment")
    used = [whole(item.get(W + "id", ""), -1) for item in comments]
    numbers = count(max(used, default=-1) + 1)
    numbered = []
    for span, lines in notes:
        number = next(numbers)
        paragraph, start, end = _anchor(view, editor, span)
        opening = b'<%scommentRangeStart %sid="%d"/>' % (prefix, prefix, number)
        closing = b'<%scommentRangeEnd %sid="%d"/><%sr><%scommentReference %sid="%d"/></%sr>' % (
            prefix,
            prefix,
            number,
            prefix,
            prefix,
            prefix,
            number,
            prefix,
        )
        editor.mark(paragraph, start, end, opening, closing)
        numbered.append((number, lines))
    parts = {view.document.name: editor.result()}
    if existing is not None:
        markup = Markup(view.package.utf8(existing.name), existing.root)
        part_prefix = markup.prefix(existing.root)
        writer = _Writer(markup, part_prefix, view.package.is_strict)
        new = b"".join(writer.comment(*item) for item in numbered)
        markup.insert_in(existing.root, new, at_end=True)
        parts[existing.name] = markup.result()
    else:
        parts.update(_new_part(view.package, numbered))
    return rebuilt(view.package, parts)


class CommentsPart:
    """The part with the existing comments of a draft."""

    def __init__(self, name: str, root: Element) -> None:
        self.name = name
        self.root = root


def _existing(view: WordView) -> CommentsPart | None:
    """The comments part of the draft, if it has one that can be read."""
    for name in view.package.linked("comments", view.document.name):
        root = view.package.optional(name)
        if root is not None:
            return CommentsPart(name, root)
    return None


class _Writer:
    """Writes comments into one part, with the prefix of its elements."""

    def __init__(self, markup: Markup, prefix: bytes, is_strict: bool) -> None:
        self.markup = markup
        self.prefix = prefix
        self.side = b"start" if is_strict else b"left"  # Strict files have no "left"

    def comment(self, number: int, lines: list[str]) -> bytes:
        """One comment, with one paragraph for each line."""
        body = b"".join(map(self.line, lines))
        return b'<%scomment %sid="%d" %sauthor="%s" %sinitials="%s">%s</%scomment>' % (
            self.prefix,
            self.prefix,
            number,
            self.prefix,
            AUTHOR.encode(),
            self.prefix,
            INITIALS.encode(),
            body,
            self.prefix,
        )

    def line(self, text: str) -> bytes:
        """One paragraph of a comment; its direct formatting overrides the styles of the draft."""
        paragraph = (
            b'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/>'
            b'<w:jc w:val="SIDE"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
            b'<w:t xml:space="preserve">'
        )
        begin = paragraph.replace(b"SIDE", self.side).replace(b"w:", self.prefix)
        end = b"</w:t></w:r></w:p>".replace(b"w:", self.prefix)
        return begin + self.markup.encoded(text) + end


def _new_part(package: Package, numbered: list[tuple[int, list[str]]]) -> dict[str, bytes]:
    """A new comments part, with the relationship and the content type that it needs."""
    folder, _, document = package.document.rpartition("/")
    name = f"{folder}/comments.xml".lstrip("/")
    while name in package.names:
        name = name.replace("comments", "comments-ieeelint")
    address = STRICT_MAIN if package.is_strict else MAIN
    empty = DECLARATION + b'<w:comments xmlns:w="%s"/>' % address.encode()
    from xml.etree import ElementTree

    markup = Markup(empty, root := ElementTree.fromstring(empty))
    writer = _Writer(markup, b"w:", package.is_strict)
    markup.insert_in(root, b"".join(writer.comment(*item) for item in numbered))
    links = f"{folder}/_rels/{document}.rels".lstrip("/")
    kind = STRICT_LINK if package.is_strict else LINK
    relationship = f'Type="{kind}" Target="{name.rpartition("/")[2]}"'
    return {
        name: markup.result(),
        links: _linked(package, links, relationship),
        "[Content_Types].xml": _typed(package, name),
    }


def _linked(package: Package, links: str, relationship: str) -> bytes:
    """The relationships of the document with a new one."""
    from xml.etree import ElementTree

    raw = DECLARATION + b'<Relationships xmlns="%s"/>' % RELATIONSHIPS.encode()
    if links in package.names:
        raw = package.utf8(links)
    root = ElementTree.fromstring(raw)
    used = {item.get("Id") for item in root}
    identifier = next(f"rIdComments{n}" for n in count(1) if f"rIdComments{n}" not in used)
    markup = Markup(raw, root)
    prefix = markup.prefix(root).decode()
    element = f'<{prefix}Relationship Id="{identifier}" {relationship}/>'
    markup.insert_in(root, element.encode(), at_end=True)
    return markup.result()


def _typed(package: Package, name: str) -> bytes:
    """The content types with the type of the comments part."""
    from xml.etree import ElementTree

    raw = package.utf8("[Content_Types].xml")
    root = ElementTree.fromstring(raw)
    markup = Markup(raw, root)
    prefix = markup.prefix(root).decode()
    element = f'<{prefix}Override PartName="/{name}" ContentType="{CONTENT_TYPE}"/>'
    markup.insert_in(root, element.encode(), at_end=True)
    return markup.result()


def _anchor(view: WordView, editor: PartEditor, span: Span) -> tuple[WordParagraph, int, int]:
    """The paragraph of the document for a comment, and the range of its characters."""
    part = view.part_of(span.source)
    if part is None:
        first = view.paragraphs[0]
        return first, first.span.start, first.span.end
    paragraph = part.paragraph_at(span.start)
    if part is not view.document:
        return _note_mark(view, editor, part, paragraph)
    if paragraph.host is not None:
        host = paragraph.host
        return host, host.span.start, host.span.end
    return paragraph, span.start, min(span.end, paragraph.span.end)


def _note_mark(
    view: WordView, editor: PartEditor, part: Part, paragraph: WordParagraph
) -> tuple[WordParagraph, int, int]:
    """The mark of the note with this paragraph, or the first paragraph if it is not in a note."""
    kind = "footnote" if "footnotes" in part.name else "endnote"
    identifier = ""
    for note in part.root.iter(W + kind):
        if any(inner is paragraph.element for inner in note.iter(W + "p")):
            identifier = note.get(W + "id", "")
    for leaf in view.document.leaves if identifier else ():
        if leaf.element.tag == f"{W}{kind}Reference" and leaf.element.get(W + "id") == identifier:
            return view.document.paragraph_at(leaf.start), leaf.start, leaf.end
    first = view.paragraphs[0]
    return first, first.span.start, first.span.end

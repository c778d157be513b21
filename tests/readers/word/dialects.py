"""The same Word draft in the markup of other programs: what they write differs, what it says does
not.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from ieeelint.ooxml.package import STRICT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Tree = etree._Element


def changed(data: bytes, change: Callable[[str, Tree], None]) -> bytes:
    """The file with each part of its text changed in place; ``change`` gets its name and root."""
    return rewritten(data, lambda name, content: _with_tree(name, content, change))


def rewritten(data: bytes, rewrite: Callable[[str, bytes], bytes]) -> bytes:
    """The file with each part rewritten."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, rewrite(name, old.read(name)))
    return result.getvalue()


def _with_tree(name: str, content: bytes, change: Callable[[str, Tree], None]) -> bytes:
    if not name.startswith("word/") or not name.endswith(".xml"):
        return content
    root = etree.fromstring(content)
    change(name, root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def runs(root: Tree) -> list[Tree]:
    """The runs with text and nothing else, of paragraphs and their links."""
    return [
        run
        for run in root.iter(W + "r")
        if [child.tag for child in run if child.tag != W + "rPr"] == [W + "t"]
    ]


def word_by_word(data: bytes) -> bytes:
    """Word after many sessions: a run for each word, with marks of revisions, spelling, bookmarks,
    and pages between them.
    """

    def change(name: str, root: Tree) -> None:
        for number, run in enumerate(runs(root)):
            words = re.findall(r"\S+\s*|\s+", run.find(W + "t").text or "")
            at = run
            for word in words[1:]:
                other = etree.fromstring(etree.tostring(run))
                other.tail = None
                other.find(W + "t").text = word
                other.set(W + "rsidR", f"00A{number % 1000:05}")
                error = etree.Element(W + "proofErr")
                error.set(W + "type", "spellStart")
                at.addnext(error)
                error.addnext(other)
                at = other
            if words:
                run.find(W + "t").text = words[0]
                run.find(W + "t").set(SPACE, "preserve")
            for text in at.iter(W + "t"):
                text.set(SPACE, "preserve")
            mark = etree.Element(W + "bookmarkStart")
            mark.set(W + "id", str(number))
            mark.set(W + "name", f"_Toc{number}")
            run.addprevious(mark)
            end = etree.Element(W + "bookmarkEnd")
            end.set(W + "id", str(number))
            at.addnext(end)
            if number % 5 == 0:
                run.insert(len(run) - 1, etree.Element(W + "lastRenderedPageBreak"))

    return _spaced(changed(data, change))


def _spaced(data: bytes) -> bytes:
    """Let every text keep its outer spaces."""

    def change(name: str, root: Tree) -> None:
        for text in root.iter(W + "t"):
            text.set(SPACE, "preserve")

    return changed(data, change)


def numbered_styles(data: bytes) -> bytes:
    """WPS: identifiers of styles are numbers, and each run names the script of its font."""
    names: dict[str, str] = {}

    def collect(name: str, root: Tree) -> None:
        if name == "word/styles.xml":
            for style in root.iter(W + "style"):
                names[style.get(W + "styleId")] = str(len(names) + 1)

    def change(name: str, root: Tree) -> None:
        for element in root.iter():
            for key in ("styleId",):
                if element.tag == W + "style" and element.get(W + key) in names:
                    element.set(W + key, names[element.get(W + key)])
            if element.tag in [W + tag for tag in STYLE_LINKS]:
                element.set(W + "val", names.get(element.get(W + "val"), element.get(W + "val")))
        for run in runs(root):
            properties = run.find(W + "rPr")
            if properties is None:
                properties = etree.Element(W + "rPr")
                run.insert(0, properties)
            fonts = properties.find(W + "rFonts")
            if fonts is None:
                fonts = etree.Element(W + "rFonts")
                properties.insert(0, fonts)
            fonts.set(W + "hint", "eastAsia")

    changed(data, collect)
    return changed(data, change)


STYLE_LINKS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink")


def explicit(data: bytes) -> bytes:
    """Google Docs: properties with their default values at every paragraph and run."""

    def change(name: str, root: Tree) -> None:
        if name != "word/document.xml":
            return
        for paragraph in root.iter(W + "p"):
            properties = paragraph.find(W + "pPr")
            if properties is None:
                properties = etree.Element(W + "pPr")
                paragraph.insert(0, properties)
            at = 1 if properties.find(W + "pStyle") is not None else 0
            for tag in ("widowControl", "pageBreakBefore"):
                value = etree.Element(W + tag)
                value.set(W + "val", "0")
                properties.insert(at, value)
        for run in runs(root):
            properties = run.find(W + "rPr")
            if properties is None:
                properties = etree.Element(W + "rPr")
                run.insert(0, properties)
            value = etree.SubElement(properties, W + "rtl")
            value.set(W + "val", "0")

    return changed(data, change)


def wrapped(data: bytes) -> bytes:
    """Word with add-ins: runs in smart tags and content controls, and paragraphs in controls."""

    def change(name: str, root: Tree) -> None:
        if name != "word/document.xml":
            return
        for number, run in enumerate(runs(root)):
            if number % 2:
                tag = etree.Element(W + "smartTag")
                tag.set(W + "element", "place")
                run.addprevious(tag)
                tag.append(run)
            else:
                _in_control(run)
        for number, paragraph in enumerate(root.findall(f"{W}body/{W}p")):
            if number % 3 == 0 and paragraph.find(f"{W}pPr/{W}sectPr") is None:
                _in_control(paragraph)

    return changed(data, change)


def _in_control(element: Tree) -> None:
    """Put an element into a content control."""
    control = etree.Element(W + "sdt")
    etree.SubElement(control, W + "sdtPr")
    content = etree.SubElement(control, W + "sdtContent")
    element.addprevious(control)
    content.append(element)


def accepted_later(data: bytes) -> bytes:
    """A draft under review: all words are tracked insertions, next to deleted ones."""

    def change(name: str, root: Tree) -> None:
        if name != "word/document.xml":
            return
        for number, run in enumerate(runs(root)):
            for tag, text in (("del", "delText"), ("ins", "t")):
                mark = etree.Element(W + tag)
                mark.set(W + "id", str(5000 + 2 * number + (tag == "ins")))
                mark.set(W + "author", "Bo Costa")
                run.addprevious(mark)
                if tag == "ins":
                    mark.append(run)
                else:
                    gone = etree.SubElement(etree.SubElement(mark, W + "r"), W + text)
                    gone.text = "Old words. "

    return changed(data, change)


def empty_pieces(data: bytes) -> bytes:
    """Mac programs: empty runs, texts, and properties, closed at once."""

    def change(name: str, root: Tree) -> None:
        for run in runs(root):
            run.addprevious(etree.Element(W + "r"))
            other = etree.Element(W + "r")
            etree.SubElement(other, W + "rPr")
            etree.SubElement(other, W + "t")
            run.addnext(other)
            run.append(etree.Element(W + "softHyphen"))

    return changed(data, change)


def strict(data: bytes) -> bytes:
    """The Strict variant of the format, as Word saves it on request."""

    def rewrite(name: str, content: bytes) -> bytes:
        for own, other in STRICT if name.endswith((".xml", ".rels")) else ():
            content = content.replace(other, own)
        return content

    return rewritten(data, rewrite)


DIALECTS = (
    word_by_word,
    numbered_styles,
    explicit,
    wrapped,
    accepted_later,
    empty_pieces,
    strict,
)

"""Removes comments from a Word draft, with everything that refers to them."""

from __future__ import annotations

from ieeelint.ooxml.archive import rebuilt
from ieeelint.ooxml.comments import FURTHER, LINKS
from ieeelint.ooxml.markup import Markup
from ieeelint.ooxml.names import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.package import Package
    from ieeelint.views.word import WordView

MARKERS = (W + "commentRangeStart", W + "commentRangeEnd")
REFERENCE = W + "commentReference"


def without_comments(view: WordView, numbers: Set[str]) -> bytes:
    """The package without the comments with these numbers.  Raises PackageError."""
    package, root = view.package, view.document.root
    markup = Markup(package.utf8(view.document.name), root)
    for element in _marks(root, numbers):
        markup.replace(*markup.outer(element), b"")
    parts = {view.document.name: markup.result()}
    identifiers: set[str] = set()
    for name in package.linked("comments", package.document):
        comments = package.optional(name)
        if comments is not None:
            removed = [one for one in comments if one.get(W + "id", "") in numbers]
            identifiers |= {link for one in removed for link in _links(one)}
            parts[name] = _without(package, name, comments, removed)
    for kind in FURTHER:  # the second names identifiers that the third uses
        for name in package.linked(kind, package.document):
            entries = package.optional(name)
            if entries is None:
                continue
            removed = [entry for entry in entries if identifiers & set(_own_links(entry))]
            identifiers |= {link for entry in removed for link in _own_links(entry)}
            parts[name] = _without(package, name, entries, removed)
    return rebuilt(package, parts)


def _marks(root: Element, numbers: Set[str]) -> list[Element]:
    """The elements of the document that belong to these comments, none inside another."""
    marks: list[Element] = []
    for run in root.iter(W + "r"):
        references = [child for child in run if child.tag == REFERENCE]
        ours = [child for child in references if child.get(W + "id", "") in numbers]
        if ours and all(child in ours or child.tag == W + "rPr" for child in run):
            marks.append(run)
        else:
            marks += ours
    marks += [
        element
        for element in root.iter()
        if element.tag in MARKERS and element.get(W + "id", "") in numbers
    ]
    return marks


def _without(package: Package, name: str, root: Element, removed: list[Element]) -> bytes:
    """The part without these elements."""
    markup = Markup(package.utf8(name), root)
    for element in removed:
        markup.replace(*markup.outer(element), b"")
    return markup.result()


def _links(element: Element) -> list[str]:
    """The identifiers of an element and of those inside it."""
    return [link for inner in element.iter() for link in _own_links(inner)]


def _own_links(element: Element) -> list[str]:
    """The identifiers of one element, in any version of their namespaces."""
    return [
        value
        for name, value in element.attrib.items()
        if name.rpartition("}")[2] in LINKS and value
    ]

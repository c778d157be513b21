"""Preserve the author's bookmarks and comments when a table is replaced.

Cross-references need these bookmarks.
"""

from __future__ import annotations

from hashlib import sha256

from ieeelint.ooxml.names import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup

OWN = "_ieeelint_"  # how the names of our bookmarks start
STARTS = (W + "bookmarkStart", W + "commentRangeStart")
ENDS = (W + "bookmarkEnd", W + "commentRangeEnd")


class PreservedMarks:
    """The marks by their location in the new caption: before its label ("TABLE I"), after it,
    before the title, after the title.
    """

    __slots__ = ("label_start", "label_end", "title_start", "title_end")

    def __init__(self) -> None:
        self.label_start = self.label_end = self.title_start = self.title_end = ""


def bookmark_name(label: str, what: str) -> str:
    """The name of a hidden bookmark of a table: ``what`` is "table" for the bookmark around it,
    "before" and "after" for those in its section breaks.
    """
    return f"{OWN}{sha256(label.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}_{what}"


def preserved_marks(markup: Markup, elements: list[Element], has_label: bool) -> PreservedMarks:
    """The marks in elements, at their location in the first paragraph, which is the old caption.

    Marks after this paragraph are put around the new caption, and so are all marks if the
    caption has no label in its text.
    """
    preserved = PreservedMarks()
    inner = [element for outer in elements for element in outer.iter()]
    caption = next((element for element in inner if element.tag == W + "p"), elements[0])
    offsets = _offsets(caption)
    end = max(offsets.values(), default=0)
    text = "".join(element.text or "" for element in caption.iter(W + "t"))
    bookmarks = [element for element in inner if element.tag == W + "bookmarkStart"]
    own = {mark.get(W + "id") for mark in bookmarks if mark.get(W + "name", "").startswith(OWN)}
    for element in inner:
        is_comment = element.tag == W + "r" and element.find(W + "commentReference") is not None
        if not (element.tag in STARTS or element.tag in ENDS or is_comment):
            continue
        if element.tag in (STARTS[0], ENDS[0]) and element.get(W + "id") in own:
            continue
        offset = offsets.get(element)
        if offset is None or not has_label or offset in (0, end):
            name = "label_start" if element.tag in STARTS or offset == 0 else "title_end"
        else:
            name = "title_start" if text[:offset].rstrip().endswith(".") else "label_end"
        mark = markup.bytes_of(element).decode(markup.encoding)
        setattr(preserved, name, getattr(preserved, name) + mark)
    return preserved


def _offsets(paragraph: Element) -> dict[Element, int]:
    """The number of characters in the paragraph before each element of it."""
    offsets: dict[Element, int] = {}
    count = 0
    for element in paragraph.iter():
        offsets[element] = count
        if element.tag == W + "t":
            count += len(element.text or "")
    return offsets

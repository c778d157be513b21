"""Marks of the author's in what is replaced: bookmarks that cross-references lead to, comments."""

from __future__ import annotations

from hashlib import sha256

from ieeelint.ooxml.names import W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup

OWN = "_ieeelint_"  # how the names of the reporter's bookmarks begin
STARTS = (W + "bookmarkStart", W + "commentRangeStart")
ENDS = (W + "bookmarkEnd", W + "commentRangeEnd")


class Kept:
    """The marks by where they go in the new table head: before its label ("TABLE I"), after it,
    before the title, after the title.
    """

    __slots__ = ("label_start", "label_end", "title_start", "title_end")

    def __init__(self) -> None:
        self.label_start = self.label_end = self.title_start = self.title_end = ""


def bookmark_name(label: str, what: str) -> str:
    """The hidden bookmark of a table: ``what`` is "table" around it, "before" and "after" in the
    section breaks beside it.
    """
    return f"{OWN}{sha256(label.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}_{what}"


def kept_marks(markup: Markup, elements: list[Element], has_label: bool) -> Kept:
    """The marks in elements, each kept where it stood in their first paragraph, the old table head.

    Those further down go around all of the new head, and so does everything where the head has no
    label of its own text.
    """
    kept = Kept()
    inner = [one for element in elements for one in element.iter()]
    head = next((one for one in inner if one.tag == W + "p"), elements[0])
    places = _places(head)
    whole = max(places.values(), default=0)
    text = "".join(one.text or "" for one in head.iter(W + "t"))
    named = [one for one in inner if one.tag == W + "bookmarkStart"]
    own = {one.get(W + "id") for one in named if one.get(W + "name", "").startswith(OWN)}
    for one in inner:
        is_comment = one.tag == W + "r" and one.find(W + "commentReference") is not None
        if not (one.tag in STARTS or one.tag in ENDS or is_comment):
            continue
        if one.tag in (STARTS[0], ENDS[0]) and one.get(W + "id") in own:
            continue
        place = places.get(one)
        if place is None or not has_label or place in (0, whole):
            slot = "label_start" if one.tag in STARTS or place == 0 else "title_end"
        else:
            slot = "title_start" if text[:place].rstrip().endswith(".") else "label_end"
        setattr(kept, slot, getattr(kept, slot) + markup.bytes_of(one).decode(markup.encoding))
    return kept


def _places(paragraph: Element) -> dict[Element, int]:
    """How many characters of the paragraph stand before each element of it."""
    places: dict[Element, int] = {}
    count = 0
    for one in paragraph.iter():
        places[one] = count
        if one.tag == W + "t":
            count += len(one.text or "")
    return places

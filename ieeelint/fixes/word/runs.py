"""One run taken apart where changes and comments begin and end, its formatting kept by every
piece.
"""

from __future__ import annotations

from ieeelint.ooxml.names import W
from ieeelint.views.word import TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup
    from ieeelint.views.word import Leaf

AUTHOR = "ieeelint"


class Cuts:
    """What is to happen at the characters of one run; offsets are those of the part's source."""

    def __init__(self) -> None:
        self.deleted: list[tuple[int, int]] = []
        self.inserted: dict[int, str] = {}
        self.opening: dict[int, bytes] = {}  # markers before the character at the offset
        self.closing: dict[int, bytes] = {}  # markers after the character that ends there

    def places(self, leaf: Leaf) -> list[int]:
        """The offsets inside or at the ends of the leaf where something happens, the ends
        included.
        """
        found = {leaf.start, leaf.end}
        for start, end in self.deleted:
            found |= {start, end}
        found |= {*self.inserted, *self.opening, *self.closing}
        return sorted(place for place in found if leaf.start <= place <= leaf.end)

    def is_deleted(self, start: int) -> bool:
        """True when the character at ``start`` goes."""
        return any(first <= start < last for first, last in self.deleted)


class RunWriter:
    """Writes a run anew with its cuts; ``is_own`` when it stands in an insertion of ours."""

    def __init__(
        self, markup: Markup, run: Element, leaves: list[Leaf], cuts: Cuts, is_own: bool
    ) -> None:
        self.markup = markup
        self.run = run
        self.leaves = leaves
        self.cuts = cuts
        self.is_own = is_own
        self.prefix = markup.prefix(run)
        tag = markup.tag(run)
        self.begin = tag if not tag.endswith(b"/>") else tag[:-2] + b">"
        look = run.find(W + "rPr")
        self.look = b"" if look is None else markup.bytes_of(look)
        self.pieces: list[bytes] = []
        self.content: list[bytes] = []
        self.in_deletion = False
        self.done: set[int] = set()  # offsets whose insertions and markers are written

    def write(self, next_id: Iterator[int]) -> bytes:
        """The bytes that take the run's place; ``next_id`` numbers the tracked changes."""
        self.next_id = next_id
        by_child = self._leaves_by_child()
        for child in self.run:
            if child.tag == W + "rPr":
                continue
            leaves = by_child.get(child)
            if not leaves:
                self.content.append(self.markup.bytes_of(child))
            elif leaves[0].kind == TEXT and len(leaves) == 1:
                self.text(child, leaves[0])
            else:
                self.thing(child, leaves)
        self.flush()
        return b"".join(self.pieces)

    def _leaves_by_child(self) -> dict[Element, list[Leaf]]:
        """For each child of the run the leaves that come from it or from what it holds."""
        of_element: dict[Element, list[Leaf]] = {}
        for leaf in self.leaves:
            of_element.setdefault(leaf.element, []).append(leaf)
        found = {}
        for child in self.run:
            if child in of_element:
                found[child] = of_element[child]
            elif len(child):
                inside = [leaf for inner in child.iter() for leaf in of_element.get(inner, ())]
                if inside:
                    found[child] = inside
        return found

    def text(self, child: Element, leaf: Leaf) -> None:
        """A piece of text, in parts."""
        places = self.cuts.places(leaf)
        words = child.text or ""
        for first, last in zip(places, places[1:], strict=False):
            self.at(first)
            self.mode(self.cuts.is_deleted(first))
            if self.in_deletion and self.is_own:
                continue
            whole = (first, last) == (leaf.start, leaf.end) and not self.in_deletion
            part = words[first - leaf.start : last - leaf.start]
            self.content.append(self.markup.bytes_of(child) if whole else self.worded(part))
        self.at(leaf.end)

    def thing(self, child: Element, leaves: list[Leaf]) -> None:
        """A tab, a break, a picture: taken or left whole."""
        start, end = leaves[0].start, leaves[-1].end
        self.at(start)
        self.mode(self.cuts.is_deleted(start))
        if not (self.in_deletion and self.is_own):
            self.content.append(self.markup.bytes_of(child))
        for place in range(start + 1, end + 1):
            self.at(place)

    def worded(self, text: str) -> bytes:
        """A text element of the mode at hand."""
        kind = b"delText" if self.in_deletion else b"t"
        name = self.prefix + kind
        return b"".join(
            (
                b"<",
                name,
                b' xml:space="preserve">',
                self.markup.encoded(text),
                b"</",
                name,
                b">",
            )
        )

    def at(self, place: int) -> None:
        """What happens between two characters: markers that close, insertions, markers that
        open.
        """
        if place in self.done:
            return
        self.done.add(place)
        cuts = self.cuts
        if place in cuts.closing:
            self.flush()
            self.pieces.append(cuts.closing[place])
        if place in cuts.inserted:
            self.mode(False)
            if self.is_own:
                self.content.append(self.worded(cuts.inserted[place]))
            else:
                self.flush()
                self.content.append(self.worded(cuts.inserted[place]))
                self.flush(b"ins")
        if place in cuts.opening:
            self.flush()
            self.pieces.append(cuts.opening[place])

    def mode(self, deleting: bool) -> None:
        """Whether what follows is deleted."""
        if deleting != self.in_deletion:
            self.flush()
            self.in_deletion = deleting

    def flush(self, change: bytes = b"") -> None:
        """Close the run at hand, if it holds anything; ``change`` wraps it."""
        if not self.content:
            return
        run = b"".join((self.begin, self.look, *self.content, b"</", self.prefix, b"r>"))
        self.content = []
        if self.in_deletion and not change:
            change = b"del"
        if change:
            name = self.prefix + change
            run = b'<%s %sid="%d" %sauthor="%s">%s</%s>' % (
                name,
                self.prefix,
                next(self.next_id),
                self.prefix,
                AUTHOR.encode(),
                run,
                name,
            )
        self.pieces.append(run)

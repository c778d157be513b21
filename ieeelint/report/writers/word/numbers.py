"""Numbers of the text: into their content controls, and in place of typed markers."""

from __future__ import annotations

from ieeelint.ooxml.names import W, value
from ieeelint.patterns import pattern
from ieeelint.report.grid import VALUE
from ieeelint.report.writers.word.controls import control, tag_of
from ieeelint.report.writers.word.places import MARKER, UNREAD
from ieeelint.report.writers.word.text import escaped, number_text, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.markup import Markup
    from ieeelint.report.built import Number
    from ieeelint.report.grid import Grid
    from ieeelint.report.writers.word.splicing import Splicer


class NumberFiller:
    """Knows the text of each number by the tag of its controls."""

    def __init__(self, numbers: Iterable[Number], grids: Iterable[Grid]) -> None:
        self.texts = {
            tag_of(f"{grid.label.removeprefix('tab:')}.{cell.row}.{cell.column}"): number_text(
                cell.bound + cell.digits
            )
            for grid in grids
            for cell in grid.cells
            if cell.state == VALUE
        }
        self.texts |= {tag_of(number.key): number_text(number.digits) for number in numbers}

    def fill(self, splicer: Splicer, root: Element, taken: set[Element]) -> None:
        """Put the numbers into a part; what stands in ``taken`` elements is written already."""
        waiting = [root]
        while waiting:
            element = waiting.pop()
            if element in taken:
                continue
            if element.tag == W + "sdt":
                tag = value(element.find(W + "sdtPr"), "tag")
                if tag in self.texts:
                    self.renew(splicer, element, self.texts[tag])
                    continue
            elif element.tag == W + "p":
                self.typed(splicer, element)
            waiting += reversed(element)

    def renew(self, splicer: Splicer, element: Element, text: str) -> None:
        """Give a control its text, in the look of the first run it has."""
        content = element.find(W + "sdtContent")
        if content is None:
            splicer.replace(element, control(value(element.find(W + "sdtPr"), "tag"), run(text)))
            return
        hint = element.find(f"{W}sdtPr/{W}showingPlcHdr")
        texts = list(content.iter(W + "t"))
        if hint is None and texts:
            if "".join(one.text or "" for one in texts) != text:
                splicer.replace(texts[0], f"<w:t>{escaped(text)}</w:t>")
                for other in texts[1:]:
                    splicer.remove(other)
            return
        if hint is not None:  # what stands there is Word's "Click here to enter text"
            splicer.remove(hint)
            for old in content.iter(W + "r"):
                splicer.remove(old)
        paragraph = next(content.iter(W + "p"), None)
        splicer.append(content if paragraph is None else paragraph, run(text))

    def typed(self, splicer: Splicer, paragraph: Element) -> None:
        """Put controls in place of typed markers, which Word may have cut into several runs."""
        pieces = list(_texts(paragraph))
        whole = "".join(text.text or "" for text, _ in pieces)
        if "[[" not in whole:
            return
        marks = [
            (match.start(), match.end(), tag_of(match.group(1)))
            for match in pattern(MARKER).finditer(whole)
            if tag_of(match.group(1)) in self.texts
        ]
        at = 0
        runs: dict[Element, dict[Element, int]] = {}  # the texts of each run, and where they begin
        for text, holder in pieces:
            runs.setdefault(holder, {})[text] = at
            at += len(text.text or "")
        for holder, places in runs.items():
            first = min(places.values())
            last = max(place + len(text.text or "") for text, place in places.items())
            if any(start < last and first < end for start, end, _ in marks):
                splicer.replace(holder, *self._cut(splicer.markup, holder, places, marks))

    def _cut(
        self,
        markup: Markup,
        holder: Element,
        places: dict[Element, int],
        marks: list[tuple[int, int, str]],
    ) -> Iterator[str]:
        """The run without the characters of markers; a control stands where one began."""
        look = ""
        kept = ""
        for child in holder:
            if child.tag == W + "rPr":
                look = markup.bytes_of(child).decode(markup.encoding)
            elif child not in places:
                kept += markup.bytes_of(child).decode(markup.encoding)
            else:
                words, origin = child.text or "", places[child]
                at = 0
                for start, end, tag in marks:
                    if end <= origin or start >= origin + len(words):
                        continue
                    kept += _text(words[at : max(start - origin, at)])
                    if start >= origin:
                        yield from _run(look, kept)
                        kept = ""
                        yield control(tag, f"<w:r>{look}{_text(self.texts[tag])}</w:r>")
                    at = end - origin
                kept += _text(words[at:])
        yield from _run(look, kept)


def _run(look: str, content: str) -> Iterator[str]:
    """A run with this look; none without content."""
    if content:
        yield f"<w:r>{look}{content}</w:r>"


def _text(words: str) -> str:
    """The element of some characters."""
    return f'<w:t xml:space="preserve">{escaped(words)}</w:t>' if words else ""


def _texts(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """The texts of a paragraph's own runs, each with its run."""
    waiting = [child for child in reversed(paragraph) if child.tag not in UNREAD]
    while waiting:
        at = waiting.pop()
        if at.tag == W + "r":
            yield from ((child, at) for child in at if child.tag == W + "t")
        elif at.tag != W + "sdt":
            waiting += [child for child in reversed(at) if child.tag not in UNREAD]

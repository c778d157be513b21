"""Put numbers into their content controls in the text, and replace typed markers."""

from __future__ import annotations

from ieeelint.ooxml.names import W, value
from ieeelint.patterns import pattern
from ieeelint.report.grid import VALUE
from ieeelint.report.writers.word.controls import control, tag_of
from ieeelint.report.writers.word.slots import MARKER, UNREAD
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
    """Fills a part of a draft with numbers, which have the tags of their controls."""

    def __init__(self, numbers: Iterable[Number], grids: Iterable[Grid]) -> None:
        self.texts = {
            tag_of(f"{grid.label.removeprefix('tab:')}.{cell.row}.{cell.column}"): number_text(
                cell.number_text
            )
            for grid in grids
            for cell in grid.cells
            if cell.state == VALUE
        }
        self.texts |= {tag_of(number.key): number_text(number.digits) for number in numbers}

    def fill(self, splicer: Splicer, root: Element, replaced: set[Element]) -> None:
        """Put the numbers into a part, except in ``replaced`` elements."""
        waiting = [root]
        while waiting:
            element = waiting.pop()
            if element in replaced:
                continue
            if element.tag == W + "sdt":
                tag = value(element.find(W + "sdtPr"), "tag")
                if tag in self.texts:
                    self.update(splicer, element, self.texts[tag])
                    continue
            elif element.tag == W + "p":
                self.replace_markers(splicer, element)
            waiting += reversed(element)

    def update(self, splicer: Splicer, element: Element, text: str) -> None:
        """Set the text of a control, with the format of its first run."""
        content = element.find(W + "sdtContent")
        if content is None:
            splicer.replace(element, control(value(element.find(W + "sdtPr"), "tag"), run(text)))
            return
        hint = element.find(f"{W}sdtPr/{W}showingPlcHdr")
        texts = list(content.iter(W + "t"))
        if hint is None and texts:
            if "".join(element.text or "" for element in texts) != text:
                splicer.replace(texts[0], f"<w:t>{escaped(text)}</w:t>")
                for other in texts[1:]:
                    splicer.remove(other)
            return
        if hint is not None:  # the content is "Click here to enter text"
            splicer.remove(hint)
            for old in content.iter(W + "r"):
                splicer.remove(old)
        paragraph = next(content.iter(W + "p"), None)
        splicer.append(content if paragraph is None else paragraph, run(text))

    def replace_markers(self, splicer: Splicer, paragraph: Element) -> None:
        """Replace typed markers by controls; Word may have split a marker into several runs."""
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
        runs: dict[Element, dict[Element, int]] = {}  # the texts of each run, and their offsets
        for text, holder in pieces:
            runs.setdefault(holder, {})[text] = at
            at += len(text.text or "")
        for holder, offsets in runs.items():
            first = min(offsets.values())
            last = max(offset + len(text.text or "") for text, offset in offsets.items())
            if any(start < last and first < end for start, end, _ in marks):
                splicer.replace(holder, *self._cut(splicer.markup, holder, offsets, marks))

    def _cut(
        self,
        markup: Markup,
        holder: Element,
        offsets: dict[Element, int],
        marks: list[tuple[int, int, str]],
    ) -> Iterator[str]:
        """The run without the characters of markers, and a control at the start of each marker."""
        properties = ""
        content = ""
        for child in holder:
            if child.tag == W + "rPr":
                properties = markup.bytes_of(child).decode(markup.encoding)
            elif child not in offsets:
                content += markup.bytes_of(child).decode(markup.encoding)
            else:
                words, origin = child.text or "", offsets[child]
                at = 0
                for start, end, tag in marks:
                    if end <= origin or start >= origin + len(words):
                        continue
                    content += _text(words[at : max(start - origin, at)])
                    if start >= origin:
                        yield from _run(properties, content)
                        content = ""
                        yield control(tag, f"<w:r>{properties}{_text(self.texts[tag])}</w:r>")
                    at = end - origin
                content += _text(words[at:])
        yield from _run(properties, content)


def _run(properties: str, content: str) -> Iterator[str]:
    """A run with these properties, if it has content."""
    if content:
        yield f"<w:r>{properties}{content}</w:r>"


def _text(words: str) -> str:
    """The w:t element of some characters."""
    return f'<w:t xml:space="preserve">{escaped(words)}</w:t>' if words else ""


def _texts(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """The texts of the runs of a paragraph, each with its run, without nested controls."""
    waiting = [child for child in reversed(paragraph) if child.tag not in UNREAD]
    while waiting:
        at = waiting.pop()
        if at.tag == W + "r":
            yield from ((child, at) for child in at if child.tag == W + "t")
        elif at.tag != W + "sdt":
            waiting += [child for child in reversed(at) if child.tag not in UNREAD]

"""Locations in a Word or PDF file in words that its author can use: section, quoted words, page."""

from __future__ import annotations

from bisect import bisect_right
from re import finditer

from ieeelint.translation import say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source, Span

LONGEST = 40  # characters of quoted words
FEWEST = 24  # characters of quoted words, which make them easy to find
CONTEXT = 16  # characters of the words before a short quotation
WINDOW = 200  # characters around the span that are looked at
THING = "\ufffc"  # in the source of a Word part: what is not text


class Outline:
    """What is at the offsets of a Word part or of a PDF file.

    ``sections`` are pairs (offset, name): the name holds from there on, such as ``III-B`` or
    ``abstract``.  ``pages`` are the offsets where a page begins, except for the first, as Word
    printed them when it saved the file; empty if it did not.  ``things`` describe formulas,
    pictures, and other characters that are not text.  ``first_page`` is the number of the page at
    offset 0: 0 in a PDF file, whose first line stands for the whole file.
    """

    __slots__ = ("sections", "pages", "things", "first_page")

    def __init__(self) -> None:
        self.sections: list[tuple[int, str]] = []
        self.pages: list[int] = []
        self.things: dict[int, str] = {}
        self.first_page = 1

    def section(self, offset: int) -> str:
        """The name of the section at an offset; empty if it has none."""
        at = bisect_right(self.sections, offset, key=lambda section: section[0])
        return self.sections[at - 1][1] if at else ""

    def page(self, offset: int) -> int:
        """The page at an offset, from 1; 0 if it is not known."""
        return bisect_right(self.pages, offset) + self.first_page if self.pages else 0


def shown(source: Source, start: int, end: int) -> str:
    """The characters of a source, with formulas as text."""
    text = source.text[start:end]
    if source.outline is None or THING not in text:
        return text
    things = source.outline.things
    return "".join(
        things.get(start + at, "[picture]") if character == THING else character
        for at, character in enumerate(text)
    )


def quotation(span: Span, longest: int = LONGEST) -> str:
    """The words of a span, as an author could search for them: whole, on one line, and with words
    around them if they are few.
    """
    source, start = span.source, span.start
    line = source.line_starts[source.locate(start)[0] - 1]
    end_of_line = source.text.find("\n", start)
    last = len(source.text) if end_of_line < 0 else end_of_line
    end = min(max(span.end, start), last, start + WINDOW)
    left = max(line, start - WINDOW)
    words = [
        (left + match.start(), left + match.end())
        for match in finditer(r"\S+", source.text[left : min(last, end + WINDOW)])
    ]
    if not words:
        return ""
    starts = [first for first, _ in words]
    first = max(bisect_right(starts, start) - 1, 0)
    after = max(bisect_right(starts, max(end - 1, start)), first + 1)
    if end - start < FEWEST:
        while first and start - starts[first - 1] <= CONTEXT:
            first -= 1
        enough = words[first][0] + FEWEST
        while after < len(words) and words[after - 1][1] < enough:
            after += 1
    text = " ".join(shown(source, words[first][0], words[after - 1][1]).split())
    if len(text) > longest:
        begin, last_words = text[: longest - 16], text[-13:]
        begin = begin.rpartition(" ")[0] or begin
        text = f"{begin} … {last_words.partition(' ')[2] or last_words}"
    return f"… {text}" if words[first][0] > line else text


def place_in_words(span: Span, quotes: bool = True) -> str:
    """The location in a Word or PDF file: ``III-B, "… as shown in Figure 1", page 3``.

    Without ``quotes``, the words are left out if something else is known.
    """
    outline = span.source.outline
    section = outline.section(span.start) if outline is not None else ""
    page = outline.page(span.start) if outline is not None else 0
    words = quotation(span) if quotes or not (section or page) else ""
    known = [
        term(section),
        say('"{words}"', words=words) if words else "",
        say("page {number}", number=page) if page else "",
    ]
    return say(", ").join(filter(None, known)) or say(
        "paragraph {number}", number=span.source.locate(span.start)[0]
    )

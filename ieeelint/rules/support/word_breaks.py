"""Line breaks inside the paragraphs of a Word draft, and paragraphs that go on in the next, for
TXT001.
"""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.word_drafts import after_abstract, is_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.views.word import WordParagraph, WordView

TEXT = (roles.BODY, roles.LIST_ITEM)
LINE_BREAK = "\x0b"
BLANKS = " \t\u00a0\u200b"
# A break between words; at a picture or a formula, the two can be what is broken.
BREAK = r"(?<=[\w.,;:!?)\]”’\"])[ \t\u00a0]*(\x0b+)[ \t\u00a0]*(?=[\w(\[“‘\"])"
# What a line of code has, and a line of text does not.
CODE = (
    r"(?m)\w\(\)|[;{}][ \t]*$|^[ \t]*(?:#|//|import |def |return )"
    r"|^[ \t]*[\w.\[\]]+ {0,2}(?::=|<-|=)[ \w]"
)
LONG = 60  # characters of a line of text
FEWEST_WORDS = 8  # in small letters, in such a line
PROSE_WORD = r"(?<![^\s(“])[a-z]{2,}(?=[\s.,;:)”]|$)"
# The end of a paragraph that stops inside its sentence, and the beginning of its rest.
OPEN_END = r"[a-z],?\Z"
SMALL_START = r"[a-z]{2,}(?:[ \u00a0][^\W\d_]|[.,;] )"


def broken_lines(view: WordView, fonts: list[str]) -> Iterator[Finding]:
    """Line breaks between the words of a paragraph; ``fonts`` are those of code."""
    for paragraph in _of_body(view):
        if paragraph.role not in TEXT or LINE_BREAK not in paragraph.plain:
            continue
        match = pattern(BREAK).search(paragraph.plain)
        if match is None or not _is_prose(paragraph.plain) or is_code(paragraph, fonts):
            continue
        start = paragraph.span.start
        yield Finding(
            Span(paragraph.span.source, start + match.start(1), start + match.end(1)),
            "A line break divides this paragraph. Put a return in its place, or a space if the"
            " sentence goes on.",
        )


def divided_sentences(view: WordView) -> Iterator[Finding]:
    """Paragraphs that begin in the middle of a sentence."""
    texts = _of_body(view)
    rests = [False, *map(_goes_on, texts, texts[1:]), False]
    for number, paragraph in enumerate(texts):
        if not rests[number] or rests[number - 1] or rests[number + 1]:
            continue  # several in a row are the items of a list, without marks
        yield Finding(
            paragraph.span,
            "This paragraph goes on with the text above. Join them to one paragraph.",
        )


def _goes_on(before: WordParagraph, paragraph: WordParagraph) -> bool:
    """True if the second of two paragraphs is the rest of the sentence that the first begins."""
    if any(item.role != roles.BODY or item.printed for item in (before, paragraph)):
        return False
    first, rest = before.plain.rstrip(BLANKS), paragraph.plain.lstrip(BLANKS)
    if pattern(OPEN_END).search(first) is None or pattern(SMALL_START).match(rest) is None:
        return False
    return _is_prose(first) and _is_prose(rest)


def _of_body(view: WordView) -> list[WordParagraph]:
    """The paragraphs after the abstract, without those of tables and boxes."""
    return [paragraph for paragraph in after_abstract(view) if paragraph.container == "body"]


def _is_prose(text: str) -> bool:
    """True if a line has a sentence, and none looks like code."""
    if pattern(CODE).search(text.replace(LINE_BREAK, "\n")) is not None:
        return False
    return any(
        len(line) >= LONG and len(pattern(PROSE_WORD).findall(line)) >= FEWEST_WORDS
        for line in text.split(LINE_BREAK)
    )

"""What a template has in the heads and feet of its pages, and on its first page for the publisher.

In a draft such a line does no harm: it is info until the paper is camera-ready.  IEEE itself writes
the dates, the DOI, and the volume of a journal.
"""

from __future__ import annotations

from functools import partial

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.zones import FOOTNOTE, RUNNING_HEAD, THANKS
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO
from ieeelint.rules.support.residue_phrases import Phrase
from ieeelint.rules.support.template_phrases import WORDS, folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.text import Text

    # Words of a page, and a function that returns the source of a range of them.
    Line = tuple[str, Callable[[int, int], Span]]

# "XXX-X-XXXX-XXXX-X/XX/$XX.00 ©20XX IEEE", and "0000-0000/00$00.00 ©2015 IEEE" with its dashes
COPYRIGHT = (
    r"[X\d]{3}-[X\d]-X{2,7}-X{2,7}-X(?:[^\n]{0,30}\bIEEE\b)?"
    r"|0000[-–]{1,2}0000/00/?\$00\.00(?:[^\n]{0,20}\bIEEE\b)?"
)


def page_leftovers(context: Context) -> Iterator[Finding]:
    """The copyright line, the running heads, and the publisher's data of a template."""
    stage = {"camera-ready": ERROR}.get(context.stage, INFO)
    spans = list(_copyright(context))
    if spans:
        message = (
            "This is the copyright line of the template. Replace it with the line that the"
            " conference gives you, or delete it."
        )
        yield Finding(spans[0], message, severity=stage, condemned=spans[:1])
    for span in _heads(context):
        message = "This is the template's running head. Write your own, or delete it."
        yield Finding(span, message, severity=stage, condemned=[span])
    for span in _production(context):
        message = (
            "This is the template's line for data of the publication. IEEE fills it in after"
            " acceptance; leave it."
        )
        yield Finding(span, message, severity=INFO, condemned=[span])


def _copyright(context: Context) -> Iterator[Span]:
    """The copyright lines in the text and on its pages."""
    for words, place in _lines(context, WORDS):
        if "-X" in words or "0000/00" in words:
            for match in pattern(COPYRIGHT).finditer(words):
                yield place(*match.span())


def _heads(context: Context) -> Iterator[Span]:
    """The template's own words in heads and feet, one for each."""
    pages = context.vocabulary.template.pages
    block = context.paper.author_block
    authors = [author.names for author in block.authors] if block is not None else []
    own = " ".join(names.plain for names in authors if names is not None).lower()
    phrases = [*pages.heads, *(head for head in pages.named if head.split()[0] not in own)]
    expression = "|".join(Phrase(phrase).expression for phrase in phrases)
    for words, place in _lines(context, {RUNNING_HEAD}):
        match = pattern(expression).search(folded(words))
        if match is not None:
            yield place(*match.span())


def _production(context: Context) -> Iterator[Span]:
    """The template's dates, DOI, and volume, one for each passage."""
    phrases = context.vocabulary.template.pages.production
    expression = "|".join(Phrase(phrase).expression for phrase in phrases)
    for words, place in _lines(context, {THANKS, FOOTNOTE, RUNNING_HEAD}):
        match = pattern(expression).search(folded(words))
        if match is not None:
            yield place(*match.span())


def page_lines(context: Context) -> Iterator[Line]:
    """All words of the paper, its headers and footers included."""
    return _lines(context, {*WORDS, THANKS, FOOTNOTE, RUNNING_HEAD})


def _lines(context: Context, zones: Collection[str]) -> Iterator[Line]:
    """The passages in these zones, and the headers and footers of a Word draft."""
    text = context.paper.text
    for passage in context.paper.passages_in(*zones):
        yield passage.plain, partial(_in_text, text, passage.start)
    for part in context.word.parts[1:] if context.word is not None else ():
        if part.name.rpartition("/")[2].startswith(("header", "footer")):
            yield part.source.text, partial(Span, part.source)


def _in_text(text: Text, offset: int, start: int, end: int) -> Span:
    """The source of a range of a passage that begins at ``offset``."""
    return text.span(offset + start, offset + end)

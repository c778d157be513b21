"""PDF006: the PDF version, and text that can be searched."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.pdf_places import pages_in_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.pdf import PdfView
    from ieeelint.views.pdf_parts import Page

OLDEST, NEWEST = "1.4", "1.7"
SCAN = 0.6  # of the area of a page: a picture of the page
FEWEST_WORDS = 20
FEWEST_CHARACTERS = 1000
LEAST_LETTERS = 0.4  # of the characters of a text in any language


@rule(
    "PDF006",
    "pdf-text-and-version",
    WARNING,
    "IEEE Xplore PDF specification; instructions of IEEE conferences",
    bad=[
        "%! pdf version=2.0",
        "%! pdf version=1.3",
        "%! pdf none\n[page]\n[image 1200x1600] 0 0 612 792",
        "%! pdf\n[page empty]\n[image 1200x1600] 20 20 580 760",
        "%! pdf unmapped",
    ],
    good=[
        "%! pdf version=1.4",
        "%! pdf version=1.7",
        "%! pdf\n[locked user]",
        "%! pdf\n[image 1200x1600] 60 400 200 300",
    ],
    formats=("pdf",),
)
def version_and_text(context: Context) -> Iterator[Finding]:
    """The PDF file has version 1.4 to 1.7, and its text can be searched.

    IEEE Xplore indexes the words of the file. Scanned pages have none, and a font without a map to
    Unicode gives wrong ones: export the file from the program that wrote the paper.
    """
    view = context.pdf
    if view is None or not view.pages:
        return
    if view.version > NEWEST or "" < view.version < OLDEST:
        message = f"The file has PDF version {view.version}. Export it as version 1.4 to 1.7."
        yield Finding(view.span, message)
    measured = view.layout.pages
    scans = [page for page in measured if _is_scan(page)]
    if scans and len(scans) == len(measured):
        message = (
            "The pages are pictures, so their words cannot be searched. Export the paper from the"
            " program that wrote it."
        )
        yield Finding(view.span, message, severity=ERROR)
    elif scans:
        words = pages_in_words([page.number for page in scans])
        message = f"The text of {words} cannot be searched, because a picture covers the page."
        yield Finding(scans[0].span, f"{message} Typeset it.")
    yield from _unreadable(view)


def _is_scan(page: Page) -> bool:
    """True for a page with a picture on nearly all of it, and without text."""
    words = sum(len(line.text.split()) for line in page.lines)
    area = page.width * page.height
    return words < FEWEST_WORDS and any(
        image.width * image.height > SCAN * area for image in page.images
    )


def _unreadable(view: PdfView) -> Iterator[Finding]:
    """Text whose characters are not letters."""
    text = "".join(line.text for lines in view.layout.body.values() for line in lines)
    letters = sum(character.isalpha() for character in text)
    if len(text) >= FEWEST_CHARACTERS and letters < LEAST_LETTERS * len(text):
        message = (
            "The words of the file cannot be searched, because its fonts do not say which letters"
            " they print. Export it with fonts that have Unicode tables."
        )
        yield Finding(view.span, message, severity=ERROR)

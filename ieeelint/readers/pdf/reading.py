"""From a PDF file to its view, and to a draft."""

from __future__ import annotations

from ieeelint.paper.model import Paper, Problem
from ieeelint.paper.outline import Outline
from ieeelint.paper.source import Source, Span
from ieeelint.readers.errors import ReadError
from ieeelint.readers.passages import assemble
from ieeelint.readers.pdf.objects import resolved, value
from ieeelint.readers.pdf.opening import opened
from ieeelint.readers.pdf.page_objects import PageObjects
from ieeelint.readers.pdf.page_space import PageSpace
from ieeelint.readers.pdf.page_text import Characters, lines_of
from ieeelint.readers.pdf.structure import pages, read_structure, size_of
from ieeelint.readers.pdf.weight import has_heavy_stream, heavy_pages
from ieeelint.views.draft import Draft
from ieeelint.views.pdf import PdfView
from ieeelint.views.pdf_parts import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.pdf.opening import Opened

MOST_MEASURED = 100  # pages whose characters and pictures are read
TOO_HEAVY = "is damaged, and unpacks to far more than a paper needs; export it again"
HEAVY = (
    "The drawings of this page are too large, so its layout and text were not checked. Export a"
    " plot with so many points as a bitmap with 600 pixels per inch."
)
WHOLE_FILE = "whole file"
LOCKED = "The file needs a password, so nothing else in it was checked."
CUT = "The end of the file is missing: an upload or download stopped. Export or copy it again."
STRUCTURE_ONLY = (
    "Only the fonts, page sizes, version, passwords, scripts, attachments, and properties of the"
    " file were checked. Its margins, text, pictures, and links were not: they need the package"
    " pypdfium2."
)
SEALED = (
    "The file is encrypted, so its fonts, bookmarks, and links were not checked. Export it without"
    " protection."
)
UNREADABLE = (
    "The structure of the file is damaged: its fonts, bookmarks, and links were not checked. Export"
    " it again."
)


def read(path: str) -> Draft:
    """Read a PDF file that is checked by itself.  Raises ReadError."""
    view, problems = view_of(path)
    paper = Paper(view.span.source, "pdf")
    paper.text, paper.passages = assemble([])
    paper.problems += problems
    return Draft(paper, pdf=view)


def view_of(path: str) -> tuple[PdfView, list[Problem]]:
    """The view of a PDF file, and what could not be read.  Raises ReadError.

    Its source has an empty line for the file, then for each page an empty line and the lines of
    its text.
    """
    source = Source(path, "\n")
    source.outline = outline = Outline()
    outline.sections, outline.first_page = [(0, WHOLE_FILE), (1, "")], 0
    view = PdfView(Span(source, 0, 0))
    problems: list[Problem] = []
    with opened(path) as file:
        view.version, view.lock = file.version, file.lock
        if file.lock == "user":
            problems.append(Problem("locked", LOCKED, view.span))
            return view, problems
        if file.is_cut:
            problems.append(Problem("damaged", CUT, view.span))
        heavy = heavy_pages(file.root, MOST_MEASURED) if file.root is not None else set[int]()
        if file.root is None and has_heavy_stream(file.data):
            raise ReadError(path, TOO_HEAVY)
        if file.pdfium is None:
            _list_pages(file, view, source)
            problems.append(Problem("partly", STRUCTURE_ONLY, view.span))
        else:
            _read_pages(file, view, source, heavy)
        outline.pages = [page.span.start for page in view.pages]
        if file.pdfium is not None and len(view.pages) > MOST_MEASURED:
            message = (
                f"The file has {len(view.pages)} pages. The layout and the pictures of the first"
                f" {MOST_MEASURED} were checked."
            )
            problems.append(Problem("long", message, view.span))
        for number in sorted(heavy.intersection(range(1, len(view.pages) + 1))):
            problems.append(Problem("heavy", HEAVY, view.page(number).span))
        if file.root is None:
            fault = ("sealed", SEALED) if file.lock else ("damaged", UNREADABLE)
            problems.append(Problem(*fault, view.span))
        else:
            read_structure(file.root, resolved(file.info), view)
            if file.pdfium is None:
                _forget_links(view)
    return view, problems


def _forget_links(view: PdfView) -> None:
    """Leave bookmarks and links out: only the text shows whether the paper may have them."""
    view.bookmarks = 0
    for page in view.pages:
        page.links = 0


def _list_pages(file: Opened, view: PdfView, source: Source) -> None:
    """Add the pages to the view with their sizes alone."""
    for number, (page, _) in enumerate(pages(value(file.root, "/Pages")), 1):
        width, height = size_of(page)
        at = len(source.text)
        source.text += "\n"
        view.pages.append(Page(number, width, height, Span(source, at, at)))
        view.pages[-1].is_measured = False


def _read_pages(file: Opened, view: PdfView, source: Source, heavy: set[int]) -> None:
    """Add the pages to the view, and their text to the source."""
    pieces = [source.text]
    at = len(source.text)
    pdfium = file.pdfium
    for number in range(1, pdfium.FPDF_GetPageCount(file.document) + 1):
        span = Span(source, at, at)
        pieces.append("\n")
        at += 1
        raw = None
        if number <= MOST_MEASURED and number not in heavy:
            raw = pdfium.FPDF_LoadPage(file.document, number - 1)
        if not raw:
            size = pdfium.FS_SIZEF()
            pdfium.FPDF_GetPageSizeByIndexF(file.document, number - 1, size)
            page = Page(number, size.width, size.height, span)
            page.is_measured = False
        else:
            space = PageSpace(pdfium, raw)
            page = Page(number, space.width, space.height, span)
            objects = PageObjects(pdfium, raw, space, page)
            page.images = objects.images
            text_page = pdfium.FPDFText_LoadPage(raw)
            if text_page:
                characters = Characters(pdfium, text_page)
                page.lines, text = lines_of(characters, space, objects.in_figures, source, at)
                pieces.append(text)
                at += len(text)
                pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(raw)
        view.pages.append(page)
    source.text = "".join(pieces)

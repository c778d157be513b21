"""VEN001 to 003: the limits of a venue file: pages, paper, and biographies."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.zones import BIOGRAPHY
from ieeelint.phrases import plural
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.person_names import author_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

CLAUSE = "the venue file"
SIZES = {(612, 792): "letter", (595, 842): "a4"}  # width and height in points
NAMES = {"letter": "US letter", "a4": "A4"}
ENVIRONMENTS = "IEEEbiography", "IEEEbiographynophoto", "biography", "biographynophoto"
LOG = "%! file main.log\nThis is pdfTeX\nOutput written on main.pdf ({}, 123456 bytes).\n"
JOURNAL = "%! class\n\\documentclass[journal]{IEEEtran}\n"
ANA = "\\begin{IEEEbiographynophoto}{Ana Lima}studies rain.\\end{IEEEbiographynophoto}"


@rule(
    "VEN001",
    "venue-pages",
    ERROR,
    CLAUSE,
    bad=[
        "%! max pages 6\n" + LOG.format("7 pages"),
        "%! file venue.toml\npages = 4\n" + LOG.format("5 pages"),
        "%! file venue.toml\npages = { draft = 4 }\nreference-pages = 1\n" + LOG.format("6 pages"),
        "%! word\n[Body Text] Water is wet.<printed/>\n%! file venue.toml\npages = 1\n",
        "%! pdf\n[page]\n%! file venue.toml\npages = 1\n",
        "%! pdf max-pages=1\n[page]",
    ],
    good=[
        "%! max pages 7\n" + LOG.format("7 pages"),
        "%! file venue.toml\npages = 4\n" + LOG.format("4 pages"),
        "%! file venue.toml\npages = 4\n" + LOG.format("1 page"),
        "%! file venue.toml\npages = 4\nreference-pages = 1\n" + LOG.format("5 pages"),
        "%! file venue.toml\npages = { review = 4 }\n" + LOG.format("5 pages"),
        "%! file venue.toml\npages = 4\n",
        LOG.format("50 pages"),
        "%! word\n[Body Text] Water is wet.<printed/>\n%! file venue.toml\npages = 2\n",
        "%! word\n[Body Text] Water is wet.\n%! file venue.toml\npages = 1\n",
        "%! pdf\n[page]\n%! file venue.toml\npages = 2\n",
    ],
    formats=("latex", "word", "pdf"),
)
def pages(context: Context) -> Iterator[Finding]:
    """The paper has at most as many pages as the venue accepts.

    Submission systems refuse longer papers. The limit is in the venue file, or in the setting
    "max-pages". The number of pages is that of the PDF file, of the log of LaTeX next to the draft,
    or the one that Word stored in the draft. Pages for references alone count only if there are
    more of them than the venue allows.
    """
    venue, most = context.venue, context.max_pages
    count = _page_count(context)
    if not most or count <= most:
        return
    accepts = f"the limit is {most} (max-pages)"
    if venue.most_pages(context.stage) == most:
        extra = venue.values.get("reference-pages", 0)
        accepts = f"{venue.label} accepts at most {most}"
        accepts += f", {extra} for references alone included" if extra else ""
        accepts += f" {venue.because('pages')}"
    yield Finding(_title(context), f"The paper has {count} pages, but {accepts}. Shorten it.")


def _page_count(context: Context) -> int:
    """The number of pages, as the program that made them counted; 0 if it is not known."""
    if context.pdf is not None:
        return len(context.pdf.pages)
    if context.log is not None:
        return context.log.pages
    outline = context.paper.root.outline
    starts = outline.pages if outline is not None else []
    return len(starts) + 1 if starts else 0


@rule(
    "VEN002",
    "venue-paper-size",
    ERROR,
    CLAUSE,
    bad=[
        "%! class\n\\documentclass[conference,⟦a4paper⟧]{IEEEtran}\n"
        "%! file venue.toml\npaper = ['letter']\n",
        "%! class\n⟦\\documentclass[conference]{IEEEtran}⟧\n%! file venue.toml\npaper = ['a4']\n",
        "%! word\n[Body Text] Water is wet.\n%! file venue.toml\npaper = ['a4']\n",
        "%! pdf size=a4\n%! file venue.toml\npaper = ['letter']\n",
    ],
    good=[
        "%! class\n\\documentclass[conference,a4paper]{IEEEtran}\n"
        "%! file venue.toml\npaper = ['a4', 'letter']\n",
        "%! file venue.toml\npaper = ['letter']\n",
        "%! class\n\\documentclass[conference,a4paper]{IEEEtran}\n%! file venue.toml\npages = 4\n",
        "%! class\n\\documentclass{ieeeaccess}\n%! file venue.toml\npaper = ['a4']\n",
        "%! word\n[section paper=a4]\n[Body Text] Water is wet.\n"
        "%! file venue.toml\npaper = ['a4']\n",
        "%! word\n[Body Text] Water is wet.\n%! file venue.toml\npaper = ['letter']\n",
        "%! pdf size=a4\n%! file venue.toml\npaper = ['a4']\n",
        "%! pdf size=500x700\n%! file venue.toml\npaper = ['a4']\n",
    ],
    formats=("latex", "word", "pdf"),
)
def paper_size(context: Context) -> Iterator[Finding]:
    """The paper has a size that the venue accepts.

    In LaTeX, it is that of the options of IEEEtran, whose default is US letter.
    """
    venue = context.venue
    if not venue.paper:
        return
    size, span = _size_in_latex(context) if context.latex is not None else _size_of_pages(context)
    if not size or size in venue.paper:
        return
    accepted = " or ".join(NAMES[name] for name in venue.paper)
    remedy = "Use the template of the other size, or change the size of all pages."
    if context.latex is not None:
        remedy = f'Give the class the option "{venue.paper[0]}paper".'
    yield Finding(
        span,
        f"The paper is {NAMES[size]}, but {venue.label} accepts {accepted}"
        f" {venue.because('paper')}. {remedy}",
    )


def _size_in_latex(context: Context) -> tuple[str, Span]:
    """The size that the options of IEEEtran set, and where; empty for a class with other
    defaults.
    """
    view = context.latex
    assert view is not None
    if view.class_span is None or view.class_name.lower() not in ("ieeetran", "ieeeconf"):
        return "", _title(context)
    for name, span in view.class_options:
        if name in ("a4paper", "letterpaper"):
            return name.removesuffix("paper"), span
    return "letter", view.class_span


def _size_of_pages(context: Context) -> tuple[str, Span]:
    """The size of the pages, if all of them have the same; empty for another size, and for a .bib
    file.
    """
    pages = getattr(context.word, "sections", getattr(context.pdf, "pages", ()))
    sizes = {(round(page.width), round(page.height)) for page in pages}
    return SIZES.get(sizes.pop() if len(sizes) == 1 else (0, 0), ""), _title(context)


@rule(
    "VEN003",
    "venue-biographies",
    WARNING,
    CLAUSE,
    bad=[
        JOURNAL + "%! back\n⟦" + ANA + "⟧\n%! file venue.toml\nbiographies = 'none'\n",
        "%! file venue.toml\nbiographies = 'all'\n",
        JOURNAL + "%! author\nRiverwatch\n%! file venue.toml\nbiographies = 'all'\n",
        JOURNAL
        + "%! author\nAna Lima and Bo Costa\n%! back\n"
        + ANA
        + "\n%! file venue.toml\nbiographies = 'all'\n",
    ],
    good=[
        JOURNAL + "%! back\n" + ANA + "\n%! file venue.toml\nbiographies = 'all'\n",
        "%! file venue.toml\nbiographies = 'none'\n",
        JOURNAL + "%! back\n" + ANA + "\n%! file venue.toml\nbiographies = 'optional'\n",
        "%! anonymous\n%! file venue.toml\nbiographies = 'all'\n",
        "%! file venue.toml\npages = 4\n",
    ],
)
def biographies(context: Context) -> Iterator[Finding]:
    """The paper has a biography of each author if the venue asks for them, and none if it prints
    none.

    A draft for double-anonymous review has none in any case.
    """
    venue, paper = context.venue, context.paper
    if venue.biographies in ("", "optional") or context.profile.anonymous:
        return
    because = venue.because("biographies")
    spans = [passage.span for passage in paper.passages if passage.zone == BIOGRAPHY]
    if context.latex is not None:  # in Word, a biography may have several paragraphs
        spans = [each.span for each in context.latex.environments(*ENVIRONMENTS)] or spans
    block = paper.author_block
    if venue.biographies == "none" and spans:
        message = f"{venue.label} prints no biographies {because}. Delete them."
        yield Finding(spans[0], message[0].upper() + message[1:])
        return
    authors = len(author_names(context)) or len(block.authors) if block is not None else 0
    if venue.biographies == "all" and block is not None and len(spans) < authors:
        number = {0: "no biographies", 1: "1 biography"}.get(
            len(spans), f"{len(spans)} biographies"
        )
        yield Finding(
            block.span,
            f"The paper has {number} for {plural(authors, 'author')}, but {venue.label}"
            f" asks for one of each {because}. Write the others.",
        )


def _title(context: Context) -> Span:
    """The title, or the first character of a draft without one."""
    title, root = context.paper.title, context.paper.root
    return title.span if title is not None else Span(root, 0, min(1, len(root.text)))

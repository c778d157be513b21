"""PDF003, 004, 009: locks, actions, attachments, bookmarks and links, and the file's metadata."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.patterns import pattern
from ieeelint.phrases import plural, quoted
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# Titles that programs set from the name of a file, or that nobody replaced.
LEFTOVER_TITLE = (
    r"(?i)(?:microsoft word - .*|.*\.(?:docx?|dvi|tex|pdf|odt|rtf)|untitled.*"
    r"|conference[ _-](?:paper[ _-])?template.*|ieee[ _-]paper[ _-]title)"
)


@rule(
    "PDF003",
    "pdf-security-and-actives",
    ERROR,
    "IEEE Xplore PDF specification; IEEE PDF eXpress",
    bad=[
        "%! pdf\n[locked owner]",
        "%! pdf\n[locked user]",
        "%! pdf\n[javascript] app.alert(1)",
        "%! pdf\n[form]",
        "%! pdf\n[attachment] data.csv",
        "%! pdf\n[thumbnail]",
    ],
    good=["%! pdf", "%! pdf\n[link]"],
    formats=("pdf",),
)
def locks_and_actives(context: Context) -> Iterator[Finding]:
    """A PDF file has no password, encryption, form, script, attachment, or thumbnails.

    A locked file cannot be stamped, checked, or indexed; a password that only limits printing
    locks it, too. Scripts and attachments do not get into IEEE Xplore. Export the file again
    without them.
    """
    view = context.pdf
    if view is None:
        return
    if view.lock == "user":
        yield Finding(view.span, "The file needs a password to open. Export it without one.")
    elif view.lock:
        yield Finding(
            view.span,
            "The file is encrypted, although it opens without a password. Export it without"
            " protection.",
        )
    for words in view.actives:
        yield Finding(
            view.span, f"The file contains {words}. Remove it, and export the file again."
        )
    if view.attachments:
        count = plural(len(view.attachments), "attached file")
        message = f"The file has {count}: {quoted(view.attachments)}. Upload them separately."
        yield Finding(view.span, message)
    if view.thumbnails:
        message = "The file has embedded thumbnails of its pages. Export it without them."
        yield Finding(view.span, message, severity=WARNING)


@rule(
    "PDF004",
    "pdf-bookmarks-links",
    WARNING,
    "PaperCept PDF test; instructions of IEEE conferences",
    bad=[
        "%! pdf camera-ready\n[bookmark] Introduction",
        "%! pdf camera-ready\n[page]\n[link]",
        "%! pdf camera-ready\n[journal]\n[link]\n%! file venue.toml\nlinks = false\n",
    ],
    good=[
        "%! pdf camera-ready\n[link]\n%! file venue.toml\nlinks = true\n",
        "%! pdf camera-ready",
        "%! pdf\n[bookmark] Introduction\n[link]",
        "%! pdf camera-ready\n[journal]\n[bookmark] Introduction\n[link]",
    ],
    formats=("pdf",),
)
def bookmarks_and_links(context: Context) -> Iterator[Finding]:
    """The camera-ready PDF file of a conference paper has no bookmarks and no links.

    The proceedings get new bookmarks, and links lead to places that no longer exist. In
    LaTeX, remove hyperref, or load it with the option "draft"; in Word, turn both off in the
    options of the export. Journals keep links, and so do drafts for review. A venue file may say
    something else.
    """
    view, allowed = context.pdf, context.venue.links
    if view is None or context.stage != "camera-ready":
        return
    if allowed or (allowed is None and not context.profile.is_conference):
        return
    because = f" {context.venue.because('links')}" if allowed is False else ""
    if view.bookmarks:
        count = plural(view.bookmarks, "bookmark")
        message = f"The file has {count} of its first level{because}. Export it without bookmarks."
        yield Finding(view.span, message)
    linked = [page for page in view.pages if page.links]
    if linked:
        count = plural(sum(page.links for page in linked), "link")
        yield Finding(linked[0].span, f"The file has {count}{because}. Export it without links.")


@rule(
    "PDF009",
    "pdf-metadata",
    INFO,
    "convention",
    bad=[
        "%! pdf\n[info Title] Microsoft Word - final_v3.docx",
        "%! pdf\n[info Title] Conference Paper Template",
        "%! pdf anonymous\n[info Author] Ana Lima",
    ],
    good=[
        "%! pdf",
        "%! pdf\n[info Title] Steady Flow in Narrow Pipes\n[info Author] Ana Lima",
        "%! pdf anonymous\n[info Author] Anonymous Authors",
        "%! pdf anonymous",
    ],
    formats=("pdf",),
)
def metadata(context: Context) -> Iterator[Finding]:
    """The title in the file's properties is that of the paper, and a file for double-anonymous
    review names no author.

    Browsers and search engines show this title. Word takes it and the author from the properties
    of the document, LaTeX from pdftitle and pdfauthor of hyperref.
    """
    view = context.pdf
    if view is None:
        return
    title = view.info.get("Title", "")
    if pattern(LEFTOVER_TITLE).fullmatch(title):
        yield Finding(
            view.span,
            f'The title in the properties of the file is "{title}". Write the title of the paper.',
        )
    author = view.info.get("Author", "")
    if context.profile.anonymous and author and "anonym" not in author.lower():
        message = f'The properties of the file name the author "{author}". Delete the name.'
        yield Finding(view.span, message, severity=ERROR)

"""PDF007, 008: printed question marks in place of numbers, and page numbers."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.phrases import plural, quoted
from ieeelint.rules import ERROR, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# What LaTeX prints for an unknown label or key, and Word for a lost bookmark.
CITATION = r"\[(?:[\d–, ]*\?[\d–, ?]*)\]"
REFERENCE = r"(?<![?!\w])\?\?(?![?!])"
LOG = "%! file main.log\nThis is pdfTeX, Version 3.141592653\n(./main.tex\n"
WORD = r"Error! (?:Reference source|Bookmark) not (?:found|defined)\."


@rule(
    "PDF007",
    "pdf-unresolved",
    ERROR,
    "convention",
    bad=[
        "%! pdf\n[font Times] 60 40 10 As Fig. ?? shows, water is wet.",
        "%! pdf\n[font Times] 60 40 10 Water is wet [?], [2].",
        "%! pdf\n[font Times] 60 40 10 Water is wet [1, ?].",
        "%! pdf\n[font Times] 60 40 10 See Error! Reference source not found. for this.",
        "\\section{Flow}\\label{sec:flow} See \\ref{sec:flow}.\n"
        f"{LOG}LaTeX Warning: Reference `sec:flow' on page 1 undefined on input line 9.\n",
        f"{LOG}LaTeX Warning: Citation `lima' on page 1 undefined on input line 9.\n",
        f"{LOG}LaTeX Warning: Label(s) may have changed. Rerun to get cross-references right.\n",
    ],
    good=[
        "%! pdf",
        "%! pdf\n[font Times] 60 40 10 Really??? Is water wet?",
        "%! pdf\n[font Times] 60 40 10 Water is wet [2], [3].",
        "%! pdf\n[font Times figure=map.pdf] 60 40 10 Fig. ??",
        f"{LOG}",
        f"\\bibliography{{nowhere}}\n{LOG}"
        "LaTeX Warning: Citation `x' on page 1 undefined on input line 9.\n"
        "LaTeX Warning: Label(s) may have changed. Rerun to get cross-references right.\n",
        f"{LOG}LaTeX Warning: Reference `fig:x' on page 1 undefined on line 9.\n",
        "Water is wet.",
    ],
    formats=("pdf", "latex"),
)
def unresolved(context: Context) -> Iterator[Finding]:
    """Every cross-reference and citation is a number, not "??" or "[?]".

    LaTeX prints question marks for a label or a key that it does not know, or that it has not read
    yet: correct the name, and run LaTeX, BibTeX, and LaTeX twice. In Word, update the fields.
    """
    view = context.pdf
    if view is None:
        yield from _by_log(context)
        return
    every = pattern(f"{CITATION}|{REFERENCE}|{WORD}")
    places = [
        Span(line.span.source, line.span.start + match.start(), line.span.start + match.end())
        for page in view.pages
        for line in page.lines
        if not line.in_figure and ("?" in line.text or "Error!" in line.text)
        for match in every.finditer(line.text)
    ]
    for span in places:
        kind = "citation" if span.text.startswith("[") else "cross-reference"
        message = (
            f'The {kind} is printed as "{span.text}", because its target is unknown. Correct the'
            " label or the key, and compile again until it is a number."
        )
        yield Finding(span, message)


def _by_log(context: Context) -> Iterator[Finding]:
    """What the log says about labels and keys that the source has; other rules report the rest."""
    log, view, paper = context.log, context.latex, context.paper
    if log is None or view is None or view.document_span is None:
        return
    known = {*paper.labels, *(item.key for item in paper.references)}
    known |= paper.bibliography.database_keys or set()
    unread = [name for name in dict.fromkeys(log.undefined) if name in known]
    if unread:
        message = f"LaTeX printed question marks for {quoted(unread)}. Run BibTeX, and LaTeX twice."
        yield Finding(view.document_span, message)
    elif log.wants_rerun and not log.undefined:
        message = "The numbers of cross-references have changed. Run LaTeX again."
        yield Finding(view.document_span, message, severity=WARNING)


@rule(
    "PDF008",
    "pdf-page-numbers",
    WARNING,
    "instructions of IEEE conferences",
    bad=["%! pdf camera-ready numbers\n[page]\n[page]"],
    good=[
        "%! pdf camera-ready\n[page]\n[page]",
        "%! pdf numbers\n[page]\n[page]",
        "%! pdf camera-ready\n[page]\n[page]\n[journal]",
    ],
    formats=("pdf",),
)
def page_numbers(context: Context) -> Iterator[Finding]:
    r"""The camera-ready PDF file of a conference paper has no page numbers.

    The proceedings number the pages. In LaTeX, delete \pagestyle{plain} and
    \thispagestyle{plain}, or load IEEEtran with the option "conference".
    """
    view = context.pdf
    if view is None or context.stage != "camera-ready" or not context.profile.is_conference:
        return
    numbers = view.layout.page_numbers
    if numbers:
        count = plural(len(numbers), "page")
        yield Finding(numbers[0].span, f"The file has page numbers, on {count}. Turn them off.")

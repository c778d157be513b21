"""TPL007: the copyright line that the venue gives."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.citation_marks import is_partial
from ieeelint.rules.support.page_leftovers import COPYRIGHT, page_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

LINE = "%! copyright 979-8-3503-1234-5/26/$31.00 ©2026 IEEE\n%! body\n"
OTHER_LINE = r"[\dX]{3}-[\dX]-[^\n]{3,40}?(?:©|\(c\))[^\n]{0,20}\bIEEE\b"


@rule(
    "TPL007",
    "template-copyright-line",
    WARNING,
    "IEEE conference instructions for the copyright notice; bare_conf.tex, \\IEEEpubid",
    bad=[
        LINE + "Water is wet.",
        LINE.replace("%! body", "%! document") + "⟦\\documentclass⟧{IEEEtran}\n"
        "\\begin{document}\nWater is wet.\n\\end{document}",
        LINE + "\\IEEEpubid{⟦979-8-3503-1234-5/25⟧/\\$31.00~\\copyright2025 IEEE}",
        "%! camera-ready\n%! file venue.toml\n"
        "copyright = '979-8-3503-1234-5/26/$31.00 ©2026 IEEE'\n",
    ],
    good=[
        "Water is wet.",
        LINE + "\\IEEEpubid{979--8--3503--1234--5/26/\\$31.00~\\copyright~2026~IEEE}",
        LINE + "\\IEEEpubid{978-1-XXXX-XXXX-X/XX/\\$XX.00~\\copyright20XX IEEE}",
        LINE + "\\input{notice}",
        LINE + "\\notice{979-8-3503-1234-5/26/\\$31.00}",
    ],
)
def copyright_line(context: Context) -> Iterator[Finding]:
    """A camera-ready paper has the copyright line of its venue, if the setting "copyright" names
    it.

    In LaTeX put the line into \\IEEEpubid, in Word into the footer of the first page. Spaces and
    the length of dashes do not count. TPL001 reports the line of the template.
    """
    paper = context.paper
    wanted = {"camera-ready": context.copyright_line}.get(context.stage, "")
    if not wanted or is_partial(paper):
        return
    because = context.venue.because("copyright") if context.venue.copyright == wanted else ""
    asks = f'"{wanted}" {because}'.rstrip()
    other = None
    for words, place in page_lines(context):
        if _key(wanted) in _key(words) or pattern(COPYRIGHT).search(words):
            return
        match = pattern(OTHER_LINE).search(words)
        other = place(*match.span()) if match is not None else other
    if other is not None:
        yield Finding(other, f"This is not the copyright line of the venue. Write {asks}.")
    elif not _is_in_source(context, wanted):
        where = "into \\IEEEpubid" if context.latex is not None else "into the first footer"
        message = f"The paper has no copyright line. Put {asks} {where}."
        title = paper.title
        yield Finding(title.span if title is not None else Span(paper.root, 0, 0), message)


def _is_in_source(context: Context, line: str) -> bool:
    """True if the number of the line is in a file, perhaps in a command that is not read."""
    number = _key(line.split()[0])
    return any(number in _key(source.text) for source in context.paper.sources)


def _key(words: str) -> str:
    """The words without spaces and backslashes, with one kind of dash."""
    words = words.replace("–", "-").replace("—", "-").replace("--", "-").replace("\\", "")
    return "".join(words.split())

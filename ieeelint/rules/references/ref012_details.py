"""REF012: dashes, months and the final period of a reference typed by hand."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import URL
from ieeelint.paper.zones import REFERENCE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

    Change = tuple[int, int, str, str]  # start, end, the new words, the advice

# The guide of today prints Jun. and Jul.; IEEEtran.bst and older editions print June and July.
MONTHS = {
    "January": "Jan.",
    "February": "Feb.",
    "March": "Mar.",
    "April": "Apr.",
    "June": "June",
    "July": "July",
    "August": "Aug.",
    "September": "Sep.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
}
MONTH = (
    rf"\b({'|'.join(MONTHS)})\b(?=\.?(?:[\s\u00a0]\d{{1,2}}(?:[-–]\d{{1,2}})?)?,?[\s\u00a0](?:19"
    rf"|20)\d\d\b|\s?\)|[\s\u00a0]\d{{1,2}}(?:[-–]\d{{1,2}})?\))"
    rf"|(?<=\d[\s\u00a0])({'|'.join(MONTHS)})(?=[\s\u00a0,]{{1,2}}(?:19|20)\d\d\b)"
)
# The first of two months: "November/December 2020".
BEFORE_MONTH = rf"\b({'|'.join(MONTHS)}|May|[A-Z][a-z]{{2}}\.)([/–-])\Z"
# No pages: the patents 5,555,555-B2 and 5,555,555-12.
PAGES = (
    r"(?:(?<=\bpp\.)|(?<=\bpp)|(?<=\bp\.)|(?<=\bpages)|(?<=\)[,:])|(?<=:)|"
    r"(?<=\d,)(?!\d{3}(?!\d)))[\s\u00a0]?(?P<letter>[A-Za-z]?)(?P<first>\d{1,6})"
    r"(?P<dash>[\s\u00a0]?-[\s\u00a0]?)(?P=letter)?(?P<last>\d{1,6})(?![\d\w-])"
)
# At the end: an address, perhaps broken by spaces, a DOI, or an arXiv number.
NO_PERIOD = (
    rf"(?:{URL})(?:\s{{1,3}}(?=\S*(?:[/_]|\.html?\b|\.pdf\b))\S+)*\Z"
    r"|(?i:doi:?\s?\S+\Z|10\.\d{4,9}/\S+\Z|arXiv:\S+\Z)"
    r"|\bAvailable:\s(?!https?:)[^.,]+\Z"  # a database: "Available: LEXIS Library: BILLS"
)


@rule(
    "REF012",
    "ref-dash-month-end",
    WARNING,
    "IEEE Reference Guide",
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp. 3⟦-⟧9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦August⟧ 2020."
        ),
        "%! references\n\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦2020⟧",
        "%! references\n\\bibitem{lima} Lima, A. (2020, ⟦September⟧). Pipes. J. Flow, 1(2), 3--9.",
        "%! references\n\\bibitem{lima} Lima, A. ``Pipes.'' J. Flow 1 (2020): 33⟦-⟧49.",
        "%! word\n[references] B. Santos, “Sand,” <i>J. Flow</i>, vol. 2, pp. 10⟦-⟧12, Mar. 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} Flow. [Online]. Available: \\url{https://flow.example/a}⟦.⟧"
        ),
        (
            "%! word\n"
            "[references] B. Santos, “Sand,”\n"
            "[references plain] <i>J. Flow</i>, vol. 2, ⟦2020⟧"
        ),
        (
            "%! word\n"
            "[references] B. Santos, “Sand,” <i>J. Flow</i>, vol. 2, 2020.\n"
            "[references plain] Printed in ⟦Porto⟧"
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes in March 2020,'' \\emph{J. Flow}, vol. 1, pp. 3--9,"
            " May 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp. 3--9, June 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, June/July 2020."
        ),
        ("%! references\n\\bibitem{lima} A. Lima. [Online]. Available: FLOW Library: PIPES"),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima. [Online]. Available: \\url{https://flow.example/a-1}"
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Flow. [Online]. Available: \\url{https://flow.example/a}. In English."
        ),
        "%! references\n\\bibitem{lima} A. Lima, ``Pump,'' U.S. Patent 2,345,678-B2, May 2020.",
        "%! references\n\\bibitem{lima} A. Lima, ``Pump,'' U.S. Patent 2,345,678-12, May 2020.",
        "%! references\n\\bibitem{lima} A. Lima, ``Pump,'' Rep. 4, 345-B2, May 2020.",
        "%! references\n\\bibitem{lima} A. Lima, Flow Rep. 12-15, doi: 10.1000/12-15.",
        "%! references\n\\bibitem{lima} A. Lima, \\emph{Pipes}, Art. no. 123-4, 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020, Art. no. 12,"
            " https://doi.org/10.1000/5"
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Sand. [Online]. Available: https://flow.example/long- \\\\"
            " name/of-sand.html"
        ),
        (
            "%! word\n"
            "[references] B. Santos, Sand, version 3\n"
            "[references plain] Accessed: Mar. 3, 2020. [Online]. Available: https://flow.example"
        ),
    ],
    fixes=[
        (
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " ⟦January⟧--June 2020."
            ),
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " Jan.--June 2020."
            ),
        ),
        (
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " July/⟦August⟧ 2020."
            ),
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " July/Aug. 2020."
            ),
        ),
        (
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " ⟦November⟧/December 2020."
            ),
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " Nov./Dec. 2020."
            ),
        ),
        (
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " May/⟦August⟧ 2020."
            ),
            (
                "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, vol. 1,"
                " May/Aug. 2020."
            ),
        ),
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, pp. 3⟦-⟧9, August 2020"
            ),
            "%! references\n\\bibitem{lima} A. Lima, ``P,'' \\emph{J. Flow}, pp. 3--9, Aug. 2020.",
        ),
    ],
)
def dash_month_end(context: Context) -> Iterator[Finding]:
    """Page ranges have an en dash, months are abbreviated, and a reference ends with a period.

    The months are Jan., Feb., Mar., Apr., May, Jun., Jul., Aug., Sep., Oct.,
    Nov., and Dec.; June, July, and Sept., which IEEEtran.bst prints, are accepted.
    No period follows a web address.
    """
    paper = context.paper
    ends = _further_ends(paper)
    for entry, parts in context.index.typed_entries:
        end = ends.get(entry.passage.start, parts.end)
        changes = [*_dashes(paper, parts), *_months(parts), *_end(parts.plain, parts.start, end)]
        if not changes:
            continue
        start, end, _, _ = changes[0]
        advice = "; ".join(dict.fromkeys(change[3] for change in changes))
        edits = [
            Edit(paper.text.span(first, last), new)
            for first, last, new, _ in changes
            if paper.text.is_typed(first, max(last, first + 1))
        ]
        fix = Fix(*edits) if len(edits) == len(changes) else None
        span = paper.text.span(start, end)
        if start == end:
            word = pattern(r"\S+\Z").search(parts.plain, parts.start, end)
            span = paper.text.span(*word.span()) if word is not None else span
        yield Finding(span, advice[0].upper() + advice[1:] + ".", fix)


def _further_ends(paper: Paper) -> dict[int, int]:
    """Where the entries of a Word draft end that go on in paragraphs without a number, by their
    start.
    """
    ends: dict[int, int] = {}
    if paper.format != "word":
        return ends
    entries = {entry.passage.start for entry in paper.references}
    entry = -1
    for passage in paper.passages_in(REFERENCE):
        if passage.start in entries:
            entry = passage.start
        elif entry >= 0:
            words = paper.text.plain[passage.start : passage.end].rstrip()
            ends[entry] = passage.start + len(words)
    return ends


def _dashes(paper: Paper, parts: Parts) -> Iterator[Change]:
    """Page ranges with a hyphen."""
    dash = "--" if paper.format == "latex" else "–"
    for match in pattern(PAGES).finditer(parts.plain, parts.start, parts.end):
        first, last = match["first"], match["last"]
        are_years = (
            len(first) == len(last) == 4 and first[:2] in ("19", "20") and last[:2] in ("19", "20")
        )
        is_pages = "p" in parts.plain[max(match.start() - 6, 0) : match.start()]
        if (
            parts.in_title(match.start())
            or (are_years and not is_pages)
            or _in_address(parts, match.start())
        ):
            continue
        if len(first) == len(last) and int(first) > int(last):
            continue
        yield (*match.span("dash"), dash, f'write the page range with an en dash: "{first}–{last}"')


def _months(parts: Parts) -> Iterator[Change]:
    """Months written in full."""
    for match in pattern(MONTH).finditer(parts.plain, parts.start, parts.end):
        group = 1 if match.group(1) else 2
        if parts.in_title(match.start()) or _in_address(parts, match.start()):
            continue
        name, start = match.group(group), match.start(group)
        before = pattern(BEFORE_MONTH).search(parts.plain, max(parts.start, start - 14), start)
        if before is None and MONTHS[name] == name:
            continue
        if before is None:
            yield (*match.span(group), MONTHS[name], f'write "{MONTHS[name]}", not "{name}"')
            continue
        first, sign = before.groups()
        if MONTHS[name] == name and MONTHS.get(first, first) == first:
            continue
        right = f"{MONTHS.get(first, first)}{sign}{MONTHS[name]}"
        advice = f'write "{right}", not "{before[0]}{name}"'
        if MONTHS.get(first, first) != first:
            yield (*before.span(1), MONTHS[first], advice)
        if MONTHS[name] != name:
            yield (*match.span(group), MONTHS[name], advice)


def _end(plain: str, start: int, end: int) -> Iterator[Change]:
    """A missing period at the end; none belongs after an address, a DOI or an arXiv number."""
    last, before = plain[end - 1], plain[end - 2]
    address = pattern(rf"\bAvailable:\s*(?:{URL})").search(plain, start, end)
    if last == "." and address is not None and address.end() >= end - 1:
        yield end - 1, end, "", "no period follows a web address"
    if not (last.isalnum() or last in ")”\"'"):
        return
    if (last in "”\"'" and before in ".?!,") or pattern(NO_PERIOD).search(plain, start, end):
        return
    yield end, end, ".", "end the reference with a period"


def _in_address(parts: Parts, position: int) -> bool:
    """True for a position within a web address."""
    return any(
        match.start() <= position < match.end()
        for match in pattern(URL).finditer(parts.plain, parts.start, parts.end)
    )

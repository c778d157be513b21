"""REF011: the form of a typed reference as a whole."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import INITIALS, NAME, SURNAME, typed_entries
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.formats import tie
from ieeelint.rules.support.reference_words import NOT_A_BOOK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

SURNAME_FIRST = rf"({SURNAME}(?:\s{SURNAME})?),\s((?:[A-Z]\.[\s\u00a0-]?){{1,4}})"
AMPERSAND = rf"{INITIALS}{SURNAME},?\s(&)\s(?={NAME})"
PUBLISHER = (
    r"[”\"]\s*,?\s*(?:\d+(?:st|nd|rd|th)\s(?:ed\."
    r"|edition),?\s)?(?:[A-Z][\w’'&.-]*[\s,:]{1,2}){0,4}(?:Press|Publish(?:ing|ers?)"
    r"|Publications?|Media"
    r"|Springer|Wiley|Elsevier|McGraw|Prentice|Pearson|Addison|Packt|Academic|Verlag|Books?|CRC"
    r"|Apress|Manning|Cengage|Birkh)"
)
WEB_WORDS = r"Online|Available|Accessed|Retrieved|doi|DOI|vol\.|pp\.|arXiv|\bPatent\b"


@rule(
    "REF011",
    "ref-entry-format",
    WARNING,
    "IEEE Reference Guide; IEEE conference template, References",
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Lima, A., \\& Santos, B. (2020)⟧. Pipes and sand. J. Flow, 1(2),"
            " 3--9."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima ⟦\\&⟧ B. Santos, ``Pipes and sand,'' \\emph{J. Flow}, vol."
            " 1, pp. 3--9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ⟦B. Santos⟧, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1,"
            " pp. 3--9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, ⟦pp.3⟧--9,"
            " 2020."
        ),
        "%! references\n\\bibitem{lima} A. Lima, ⟦``⟧Pipes and Sand,'' Rio Press, Porto, 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima and B. Santos⟧. Pipes and sand. In Proc. Int. Conf. Flow,"
            " pp. 3--9, 2020."
        ),
        "%! references\n\\bibitem{lima} Flow for everybody. ⟦\\url{https://flow.example}⟧.",
        "%! word\n[references] ⟦Santos, B. (2020)⟧. Pipes and sand. J. Flow, 1(2), 3–9.",
        "%! word\n[references] Flow for everybody. ⟦https://flow.example⟧",
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, B. Santos, and C.-D. van der Berg Jr., ``Pipes and sand,''"
            " \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9, Mar. 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima \\emph{et al.}, ``Pipes and sand,'' in \\emph{Proc. Int."
            " Conf. Flow}, Porto, Portugal, 2020, pp. 3--9."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, \\emph{Pipes and Sand}, 2nd ed. Porto, Portugal: Rio Press,"
            " 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Flow Society. ``Flow for everybody.'' Flow. Accessed: Mar. 3, 2020."
            " [Online]. Available: \\url{https://flow.example}"
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' Ph.D. dissertation, Dept. Flow, Univ."
            " Porto, Porto, Portugal, 2020."
        ),
        "%! references\n\\bibitem{lima} AT\\&T, Flow Group, private communication, May 2020.",
        "%! references\n\\bibitem{lima} A. Lima and B. Santos, private communication, May 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' in \\emph{Sand}, Springer, 2020, pp."
            " 3--9."
        ),
    ],
    fixes=[
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, ⟦Vol⟧. 1, No. 2, pp. 3--9,"
                " 2020."
            ),
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, no. 2, pp. 3--9,"
                " 2020."
            ),
        ),
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, ⟦pp.3⟧--9, 2020."
            ),
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, pp.~3--9, 2020."
            ),
        ),
        (
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima ⟦\\&⟧ B. Santos, ``Pipes,'' \\emph{J. Flow}, vol. 1,"
                " 2020."
            ),
            (
                "%! references\n"
                "\\bibitem{lima} A. Lima and B. Santos, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020."
            ),
        ),
    ],
    english=True,
)
def entry_form(context: Context) -> Iterator[Finding]:
    """A reference is in IEEE's form: initials before the surname, "and" before the last, the
    title in quotation marks.

    An article is A. Lima and B. Santos, “Title,” J. Abbrev., vol. 1, no. 2,
    pp. 3–9, Mar. 2020. A book's title is in italics without quotation marks. A page
    on the web ends with Accessed: Mar. 3, 2020. [Online]. Available: and its
    address. The first fault of an entry is told.
    """
    paper = context.paper
    for _, parts in typed_entries(paper):
        found = (
            _other_style(paper, parts)
            or _ampersand(paper, parts)
            or _no_and(paper, parts)
            or _book_in_quotes(paper, parts)
            or _unquoted(paper, parts)
            or _web_page(paper, parts)
            or _close_pages(paper, parts)
            or _capital_forms(paper, parts)
        )
        if found is not None:
            yield found


def _other_style(paper: Paper, parts: Parts) -> Finding | None:
    """Surname first, or the year after the authors."""
    first = pattern(SURNAME_FIRST).match(parts.plain, parts.start)
    if first is not None:
        end = parts.year_first[1] if parts.year_first else first.end(2)
        example = f"{first.group(2).strip()} {first.group(1)}"
        return Finding(
            paper.text.span(parts.start, end),
            f'Begin with the initials: "{example}". The year comes last, and the title stands in'
            " quotation marks.",
        )
    if (
        parts.year_first is not None
        and not parts.quoted
        and parts.year_first[0] - parts.start < 300
    ):
        return Finding(
            paper.text.span(parts.start, parts.year_first[1]),
            "IEEE puts the year at the end, and the title of an article in quotation marks.",
        )
    return None


def _ampersand(paper: Paper, parts: Parts) -> Finding | None:
    found = pattern(AMPERSAND).search(parts.plain, parts.start, min(parts.start + 300, parts.end))
    if found is None or parts.in_title(found.start(1)):
        return None
    span = paper.text.span(*found.span(1))
    return Finding(span, 'Write "and" between the authors, not "&".', Fix(Edit(span, "and")))


def _no_and(paper: Paper, parts: Parts) -> Finding | None:
    """Authors joined by commas only, the last one too."""
    if parts.names is None or parts.title is None or not parts.quoted:
        return None
    words = parts.plain[parts.names[0] : parts.names[1]]
    people = [match.span() for match in pattern(NAME).finditer(words)]
    if (
        len(people) < 2
        or " and " in words
        or "et al" in words
        or parts.names[1] + 4 < parts.title[0]
    ):
        return None
    start = parts.names[0] + people[-1][0]
    return Finding(
        paper.text.span(start, parts.names[0] + people[-1][1]),
        f'Write "and" before the last author: "{"," if len(people) > 2 else ""} and'
        f' {words[slice(*people[-1])]}".',
    )


def _book_in_quotes(paper: Paper, parts: Parts) -> Finding | None:
    if not parts.quoted or parts.title is None or parts.after_title(NOT_A_BOOK):
        return None
    if pattern(PUBLISHER).match(parts.plain, parts.title[1]) is None:
        return None
    return Finding(
        paper.text.span(parts.title[0] - 1, parts.title[0]),
        "The title of a book is set in italics, without quotation marks; city and publisher follow:"
        " Porto, Portugal: Rio Press, 2020.",
    )


def _unquoted(paper: Paper, parts: Parts) -> Finding | None:
    """Authors, then the title after a period or without quotation marks, as other styles have
    it.
    """
    if parts.names is None or parts.quoted:
        return None
    after = parts.plain[parts.names[1] : parts.names[1] + 2]
    in_italics = any(start - parts.names[1] < 4 for start, _ in parts.italics)
    is_article = parts.has(r"\bvol\.?\s?\d|\bpp?\.\s?\d|\d\s?\(\d+\)|\b[Ii]n\s(?:Proc|[A-Z])")
    if in_italics or not is_article or not after.strip() or after[0] not in ".,:":
        return None
    return Finding(
        paper.text.span(*parts.names),
        "Put a comma after the authors and the title of the article in quotation marks: A. Lima,"
        " “Title,” J. Flow.",
    )


def _web_page(paper: Paper, parts: Parts) -> Finding | None:
    bare = pattern(r"[\w-]{2,40}\.(?:com|org|net|io)\b").match(parts.plain, parts.start)
    if bare is not None and not parts.has(WEB_WORDS):
        return _not_a_page(paper, bare.span())
    if parts.url is None or parts.has(WEB_WORDS) or "doi.org" in parts.plain[parts.start :]:
        return None
    if parts.has(r"\bin\s") and parts.url[0] > parts.start:
        return None
    if pattern(r"(?i)available|accessed|retrieved|online").match(parts.words):
        return None  # what is left of the entry above
    return _not_a_page(paper, parts.url)


def _not_a_page(paper: Paper, where: tuple[int, int]) -> Finding:
    return Finding(
        paper.text.span(*where),
        "A page on the web ends with Accessed: Mar. 3, 2020. [Online]. Available: and its address.",
    )


def _capital_forms(paper: Paper, parts: Parts) -> Finding | None:
    """ "Vol. 3, No. 2, Pp. 4–5" of an article; "No. 4" of a series that has no title in quotation
    marks may stand.
    """
    if parts.title is None or not parts.quoted:
        return None
    found = [
        match
        for match in pattern(r"(?<=,[\s\u00a0])(Vol|No|Pp)(?=\.[\s\u00a0]?\d)").finditer(
            parts.plain, parts.title[1]
        )
        if not parts.in_title(match.start())
    ]
    if not found:
        return None
    edits = [Edit(paper.text.span(*match.span()), match.group().lower()) for match in found]
    words = " and ".join(f'"{match.group().lower()}."' for match in found)
    typed = all(paper.text.is_typed(*match.span()) for match in found)
    return Finding(
        paper.text.span(*found[0].span()),
        f"Write {words} in small letters.",
        Fix(*edits) if typed else None,
    )


def _close_pages(paper: Paper, parts: Parts) -> Finding | None:
    found = pattern(r"\b(pp?\.)(\d+)").search(parts.plain, parts.start)
    if found is None or parts.in_title(found.start()):
        return None
    span = paper.text.span(*found.span())
    better = f"{found.group(1)}{tie(paper)}{found.group(2)}"
    fix = Fix(Edit(span, better)) if paper.text.is_typed(*found.span()) else None
    return Finding(
        span, f'Put a space after "{found.group(1)}": "{found.group(1)} {found.group(2)}".', fix
    )

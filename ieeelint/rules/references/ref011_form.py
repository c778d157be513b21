"""REF011: the form of a reference typed by hand."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import INITIALS, NAME, SURNAME
from ieeelint.patterns import any_of, pattern
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
GIVEN = r"[A-Z][a-z\u00e0-\u017f]{2,}(?:-[A-Z]?[a-z\u00e0-\u017f]+)?"
PARTICLES = ("de", "van", "von", "der", "den", "del", "da", "di", "du", "la", "le", "bin", "al")
FULL_NAME = rf"{GIVEN}(?:\s(?:[A-Z]\.|{GIVEN}|{any_of(PARTICLES)})){{0,3}}\s{SURNAME}"
FULL_NAMES = rf"{FULL_NAME}(?:,\s{FULL_NAME}){{0,8}}(?:,?\sand\s{FULL_NAME})?(?=[\s.,:])"
NEAR = 4  # characters between the authors and the title: a comma, a space, and a quotation mark
# Between the title of a book and the name of its publisher.
BEFORE_PUBLISHER = (
    r"[”\"]\s*,?\s*(?:\d+(?:st|nd|rd|th)\s(?:ed\.|edition),?\s)?"
    r"(?:[A-Z][\w’'&.-]*[\s,:]{1,2}){0,4}"
)
FURTHEST_YEAR = 300  # characters from the start of an entry to a year after its authors
AFTER_LAST_YEAR = r"[\s.,;]*(?:pp?\.[\s\u00a0]?[\d–-]+[\s.]*)?\Z"
# Parts of an entry that is more than a title and an address of a web page.
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
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Ana Lima and Bruno de Santos⟧, ``Pipes and sand,'' \\emph{J. Flow},"
            " vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Ana B. Lima⟧. \\emph{Pipes and Sand}. Porto, Portugal: Rio, 2020."
        ),
        "%! word\n[references] ⟦Ana Lima, Bruno Santos⟧, “Pipes and sand,” J. Flow, 2020.",
        "%! references\n\\bibitem{lima} A. Lima, ⟦``⟧Pipes and Sand,'' Rio Press, Porto, 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima and B. Santos⟧. Pipes and sand. In Proc. Int. Conf. Flow,"
            " pp. 3--9, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima, B. Santos, Pipes and sand, \\emph{J. Flow} 3 (2020)⟧."
        ),
        "%! word\n[references] ⟦Flow: Pipes for everybody. (2020)⟧.",
        "%! references\n\\bibitem{lima} Flow for everybody. ⟦\\url{https://flow.example}⟧.",
        (
            "%! references\n"
            "\\bibitem{lima} Flow for everybody. (2020, May 12). Flow. ⟦\\url{https://flow.example}⟧"
        ),
        "%! word\n[references] ⟦Santos, B. (2020)⟧. Pipes and sand. J. Flow, 1(2), 3–9.",
        "%! word\n[references] Flow for everybody. ⟦https://flow.example⟧",
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima⟧, 'Pipes and sand,' \\emph{J. Flow}, vol. 1, 2020."
        ),
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
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima and B. Santos, `` Pipes and sand,'' \\emph{J. Flow}, vol. 1,"
            " 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Flow Society, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Flow Society and Sand Institute, ``Pipes and sand,'' \\emph{J. Flow},"
            " vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} Open Flow and Red Sand for people, ``Pipes,'' \\emph{J. Flow}, 2020."
        ),
        "%! references\n\\bibitem{lima} Steady Flow and Coarse Sand, Rio Press, Porto, 2020.",
        "%! references\n\\bibitem{lima} AT\\&T, Flow Group, private communication, May 2020.",
        "%! references\n\\bibitem{lima} A. Lima and B. Santos, private communication, May 2020.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' in \\emph{Sand}, Springer, 2020, pp."
            " 3--9."
        ),
        (
            "%! word whole\n"
            "[paper title] O fluxo da areia nos tubos\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—A areia não é molhada, mas a água que corre pelos tubos é.\n"
            "[heading 1] Introdução\n"
            "[Body Text] Este trabalho mostra como a água corre pelos tubos de uma cidade antiga"
            " e por que a areia fica no fundo, como se vê também em outros rios do país [1].\n"
            "[references] A areia seca do rio. Disponível em: https://flow.example"
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
    any_language=True,
)
def entry_form(context: Context) -> Iterator[Finding]:
    """A reference follows IEEE's form: initials before the surname, "and" before the last author,
    the title in quotation marks.

    An article is A. Lima and B. Santos, “Title,” J. Abbrev., vol. 1, no. 2,
    pp. 3–9, Mar. 2020. A book's title is in italics without quotation marks. A
    web page ends with Accessed: Mar. 3, 2020. [Online]. Available: and its
    address. Only the first mistake of an entry is reported.
    """
    paper = context.paper
    publisher = BEFORE_PUBLISHER + any_of(context.vocabulary.citations.publishers)
    for _, parts in context.index.typed_entries:
        finding = (
            _other_style(paper, parts)
            or _full_names(context, parts)
            or _ampersand(paper, parts)
            or _no_and(paper, parts)
            or _book_in_quotes(paper, parts, publisher)
            or _unquoted(paper, parts)
            or _in_any_language(paper, parts)
            or _capital_abbreviations(paper, parts)
        )
        if finding is not None:
            yield finding


def _in_any_language(paper: Paper, parts: Parts) -> Finding | None:
    """A bare address, or "pp.3". In Word drafts these are reported in any language.

    An address after a colon follows words such as "Available:", perhaps of another language.
    """
    finding = _bare_web_page(paper, parts) or _pages_without_space(paper, parts)
    if finding is not None:
        at = parts.url[0] if parts.url is not None else parts.start
        is_bare = parts.plain[max(parts.start, at - 4) : at].rstrip()[-1:] != ":"
        finding.any_language = paper.format == "word" and is_bare
    return finding


def _other_style(paper: Paper, parts: Parts) -> Finding | None:
    """Surname first, or the year after the authors."""
    first = pattern(SURNAME_FIRST).match(parts.plain, parts.start, parts.end)
    if first is not None:
        end = parts.year_first[1] if parts.year_first else first.end(2)
        example = f"{first.group(2).strip()} {first.group(1)}"
        return Finding(
            paper.text.span(parts.start, end),
            f'Put the initials first: "{example}". The year comes last, and the title is in'
            " quotation marks.",
        )
    year = parts.year_first
    if year is None or parts.quoted or year[0] - parts.start >= FURTHEST_YEAR:
        return None
    if parts.url is not None and pattern(r",\D+\d").search(parts.plain, *year):
        return None  # a web page with the day
    is_last = pattern(AFTER_LAST_YEAR).match(parts.plain, year[1], parts.end) is not None
    year_rule = "write the year without parentheses" if is_last else "put the year at the end"
    title = "the title of an article" if parts.names is not None else "the title"
    return Finding(
        paper.text.span(parts.start, year[1]),
        f"Put {title} in quotation marks, and {year_rule}.",
    )


def _full_names(context: Context, parts: Parts) -> Finding | None:
    """Authors with their first names in full, right before the title.

    A single name of two words may be that of an organization: "Flow Society".
    """
    paper = context.paper
    match = pattern(FULL_NAMES).match(parts.plain, parts.start, parts.end)
    if match is None:
        return None
    titles = [*(start for start, _ in parts.italics), *([parts.title[0]] if parts.title else ())]
    if not any(0 <= start - match.end() <= NEAR for start in titles):
        return None
    people = [person.group() for person in pattern(FULL_NAME).finditer(match.group())]
    organizations = context.vocabulary.citations.organizations
    if any(word in organizations for name in people for word in name.split()):
        return None
    if len(people) < 2 and not pattern(r"\s[A-Z]\.\s").search(people[0]):
        return None
    *given, surname = people[0].split()
    if given and given[-1] in PARTICLES:
        surname = f"{given.pop()} {surname}"
    initials = " ".join(f"{name[0]}." for name in given)
    return Finding(
        paper.text.span(*match.span()),
        f'Shorten the first names of authors to initials: "{initials} {surname}".',
    )


def _ampersand(paper: Paper, parts: Parts) -> Finding | None:
    """ "&" between the authors."""
    match = pattern(AMPERSAND).search(parts.plain, parts.start, min(parts.start + 300, parts.end))
    if match is None or parts.in_title(match.start(1)):
        return None
    span = paper.text.span(*match.span(1))
    return Finding(span, 'Write "and" between the authors, not "&".', Fix(Edit(span, "and")))


def _no_and(paper: Paper, parts: Parts) -> Finding | None:
    """Authors separated only by commas, without "and" before the last."""
    if parts.names is None or parts.title is None or not parts.quoted:
        return None
    words = parts.plain[parts.names[0] : parts.names[1]]
    people = [match.span() for match in pattern(NAME).finditer(words)]
    if (
        len(people) < 2
        or " and " in words
        or pattern(r"\bet\sal\b").search(words)
        or parts.names[1] + 4 < parts.title[0]
    ):
        return None
    start = parts.names[0] + people[-1][0]
    return Finding(
        paper.text.span(start, parts.names[0] + people[-1][1]),
        f'Write "and" before the last author: "{", " if len(people) > 2 else ""}and'
        f' {words[slice(*people[-1])]}".',
    )


def _book_in_quotes(paper: Paper, parts: Parts, publisher: str) -> Finding | None:
    """The title of a book in quotation marks; ``publisher`` matches what follows it."""
    if not parts.quoted or parts.title is None or parts.after_title(NOT_A_BOOK):
        return None
    if pattern(publisher).match(parts.plain, parts.title[1], parts.end) is None:
        return None
    return Finding(
        paper.text.span(parts.title[0] - 1, parts.title[0]),
        "Set the title of a book in italics, without quotation marks, then write city and"
        " publisher: Porto, Portugal: Rio Press, 2020.",
    )


def _unquoted(paper: Paper, parts: Parts) -> Finding | None:
    """The title after a period or without quotation marks, as in other styles."""
    if parts.names is None or parts.quoted:
        return None
    after = parts.plain[parts.names[1] : min(parts.names[1] + 2, parts.end)]
    in_italics = any(start - parts.names[1] < 4 for start, _ in parts.italics)
    is_article = parts.has(r"\bvol\.?\s?\d|\bpp?\.\s?\d|\d\s?\(\d+\)|\b[Ii]n\s(?:Proc|[A-Z])")
    if in_italics or not is_article or not after.strip() or after[0] not in ".,:":
        return None
    title = parts.plain[parts.names[1] + 1 : min(parts.names[1] + 6, parts.end)].lstrip()
    marks = "double quotation marks" if title[:1] in ("'", "‘") else "quotation marks"
    comma = "" if after[0] == "," else "a comma after the authors, and "
    return Finding(
        paper.text.span(*parts.names),
        f"Put {comma}the title of the article in {marks}: A. Lima, “Title,” J. Flow.",
    )


def _bare_web_page(paper: Paper, parts: Parts) -> Finding | None:
    """A web page given by its address alone."""
    bare = pattern(r"[\w-]{2,40}\.(?:com|org|net|io)\b").match(parts.plain, parts.start, parts.end)
    address = bare.span() if bare is not None else parts.url
    if address is None or parts.has(WEB_WORDS):
        return None
    if bare is None and (
        "doi.org" in parts.words
        or (parts.has(r"\bin\s") and address[0] > parts.start)
        or pattern(r"(?i)available|accessed|retrieved|online").match(parts.words)
    ):
        return None  # an article, or an entry that continues the one above
    return Finding(
        paper.text.span(*address),
        "Write a web page as: Accessed: Mar. 3, 2020. [Online]. Available: followed by its"
        " address.",
    )


def _capital_abbreviations(paper: Paper, parts: Parts) -> Finding | None:
    """ "Vol. 3, No. 2, Pp. 4–5" in an article.

    The "No. 4" of a series without a title in quotation marks is right.
    """
    if parts.title is None or not parts.quoted:
        return None
    matches = [
        match
        for match in pattern(r"(?<=,[\s\u00a0])(Vol|No|Pp)(?=\.[\s\u00a0]?\d)").finditer(
            parts.plain, parts.title[1], parts.end
        )
        if not parts.in_title(match.start())
    ]
    if not matches:
        return None
    edits = [Edit(paper.text.span(*match.span()), match.group().lower()) for match in matches]
    words = " and ".join(f'"{match.group().lower()}."' for match in matches)
    is_editable = all(paper.text.is_typed(*match.span()) for match in matches)
    return Finding(
        paper.text.span(*matches[0].span()),
        f"Write {words} in lowercase.",
        Fix(*edits) if is_editable else None,
    )


def _pages_without_space(paper: Paper, parts: Parts) -> Finding | None:
    """ "pp.3" instead of "pp. 3"."""
    match = pattern(r"\b(pp?\.)(\d+)").search(parts.plain, parts.start, parts.end)
    if match is None or parts.in_title(match.start()):
        return None
    word, number = match.groups()
    span = paper.text.span(*match.span())
    is_editable = paper.text.is_typed(*match.span())
    fix = Fix(Edit(span, f"{word}{tie(paper)}{number}")) if is_editable else None
    return Finding(span, f'Put a space after "{word}": "{word} {number}".', fix)

"""REF011: the form of a reference typed by hand."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.reference_parts import SURNAME
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.reference_words import NOT_A_BOOK
from ieeelint.rules.support.typed_authors import ampersand, names_in_other_form, no_and
from ieeelint.rules.support.typed_details import (
    bare_web_page,
    capital_abbreviations,
    pages_without_space,
    web_words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

SURNAME_FIRST = rf"({SURNAME}(?:\s{SURNAME})?),\s((?:[A-Z]\.[\s\u00a0-]?){{1,4}})"
# Between the title of a book and the name of its publisher.
BEFORE_PUBLISHER = (
    r"[”\"]\s*,?\s*(?:\d+(?:st|nd|rd|th)\s(?:ed\.|edition),?\s)?"
    r"(?:[A-Z][\w’'&.-]*[\s,:]{1,2}){0,4}"
)
ARTICLE = r"\bvol\.?\s?\d|\d\s?\(\d+\)|\b[Ii]n\s(?:Proc|[A-Z])"
PERIODICAL = r"|\bJ\.\s[A-Z]|\bJournal\b|\bTrans(?:actions|\.)|\bProc(?:eedings|\.)|\bConf"
BOOK = r"\bISBN\b|\bp\.\s?\d"
FURTHEST_YEAR = 300  # characters from the start of an entry to a year after its authors
AFTER_LAST_YEAR = r"[\s.,;]*(?:pp?\.[\s\u00a0]?[\d–-]+[\s.]*)?\Z"


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
            "\\bibitem{lima} ⟦Ana de Lima and Bruno Santos⟧, ``Pipes and sand,'' \\emph{J. Flow},"
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
        "%! references\n\\bibitem{lima} ⟦A. Lima⟧. The Wet Pipe. 2007. ISBN 978-3-540-72078-2.",
        "%! references\n\\bibitem{lima} ⟦A. Lima⟧, The Wet Pipe, Rio, p. 32, 2007.",
        "%! references\n\\bibitem{lima} ⟦A. Lima⟧. The wet pipe. Journal of Flow. 2007, p. 3.",
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
        (
            "%! references\n"
            "\\bibitem{lima} ⟦Ana B. Lima⟧, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Reis, ⟦Bo Costa⟧, and Cy da Silva, ``Pipes and sand,''"
            " \\emph{J. Flow}, vol. 1, 2020."
        ),
        "%! word\n[references] ⟦Bo Costa⟧ & Cy silva “Pipes and sand”, J. Flow, vol. 1, 2020.",
        "%! word\n[references] ⟦Ana Lima⟧ and Bo Costa. 2019. Pipes and sand. Rio Press.",
        "%! word\n[references] ⟦Ana B. Lima⟧, Pipes and sand. Porto: Rio Press, 2020.",
        "%! word\n[references] ⟦Lima, Ana B.⟧, and Bo Costa. “Pipes.” J. Flow 15.4 (1996): 3–9.",
        "%! word\n[references] ⟦Lima, Ana⟧. “Pipes and sand.” J. Flow 15.4 (1996): 3–9.",
        "%! word\n[references] ⟦Lima AB⟧, Costa C. Pipes and sand. J Flow 2019;7:5–9.",
        "%! word\n[references] ⟦Lima A⟧. Pipes and sand. J Flow. 2019;7(2):5–9.",
        "%! word\n[references] Flow Society, 2021. ⟦Available: ⟧https://flow.example/a.",
        "%! word\n[references] Flow Society. ⟦https://flow.example/a⟧ (accessed on 3.10.2021).",
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
            "\\bibitem{lima} Open Flow, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, 2020."
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
        "%! word\n[references] Flow Group and Sand Systems, “Pipes,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Ministry of Flow, Sand Port, “Pipes,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Flow Port, “Pipes and sand,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] El Haddad and B. Costa, “Pipes and sand,” J. Flow, vol. 1, 2020.",
        "%! word\n[references] Lima, Ana, and Bo Costa, Map of the River. Rio Press, 2020.",
        "%! word\n[references] Flow map, accessed at https://doi.org/10.1000/1.",
        "%! word\n[references] Porto, Portugal, Map of the River. Rio Press, 2020.",
        "%! word\n[references] Windows XP, Map of the River. Rio Press, 2020.",
        "%! word\n[references] A. Lima et al., “Pipes,” 2020. Accessed: Mar. 3, 2020. [Online]."
        " Available: https://flow.example/a",
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
            or ampersand(paper, parts)
            or no_and(paper, parts)
            or _book_in_quotes(paper, parts, publisher)
            or _unquoted(paper, parts)
            or names_in_other_form(context, parts)
            or _in_any_language(paper, parts)
            or capital_abbreviations(paper, parts)
            or web_words(paper, parts)
        )
        if finding is not None:
            yield finding


def _in_any_language(paper: Paper, parts: Parts) -> Finding | None:
    """A bare address, or "pp.3". In Word drafts these are reported in any language.

    An address after a colon follows words such as "Available:", perhaps of another language.
    """
    finding = bare_web_page(paper, parts) or pages_without_space(paper, parts)
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
    is_book = not parts.has(ARTICLE + PERIODICAL) and parts.has(BOOK)
    is_article = parts.has(ARTICLE + r"|\bpp?\.\s?\d")
    if in_italics or not (is_article or is_book) or not after.strip() or after[0] not in ".,:":
        return None
    title = parts.plain[parts.names[1] + 1 : min(parts.names[1] + 6, parts.end)].lstrip()
    marks = "double quotation marks" if title[:1] in ("'", "‘") else "quotation marks"
    comma = "" if after[0] == "," else "a comma after the authors, and "
    if is_book:
        return Finding(
            paper.text.span(*parts.names),
            f"Put {comma}the title of the book in italics, then write city and publisher:"
            " A. Lima, Title. Porto, Portugal: Rio Press, 2020.",
        )
    return Finding(
        paper.text.span(*parts.names),
        f"Put {comma}the title of the article in {marks}: A. Lima, “Title,” J. Flow.",
    )

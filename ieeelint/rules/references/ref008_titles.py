"""REF008: sentence case in the titles of articles."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.patterns import any_of
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.reference_words import NOT_A_BOOK
from ieeelint.rules.support.title_words import is_in_title_case
from ieeelint.rules.support.typed_authors import names_people

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.reference_parts import Parts

FEWEST_WORDS = 3  # a shorter title shows no case
# What an entry of a book, a web page, or data has outside its title.
NO_ARTICLE = (
    r"\bISBN\b|\bed\.|\bedition\b|https?:|www\.|(?i:\bdata ?sets?\b|\bdatabase|\brepository\b"
    r"|\bgithub\b|\bkaggle\b|\bversion\b|\bsoftware\b|\bblog\b|\bpatent\b)"
)


@rule(
    "REF008",
    "ref-title-sentence-case",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``⟦Steady Flow of Water in Narrow Pipes⟧,'' \\emph{J."
            " Flow}, vol. 1, 2020."
        ),
        (
            "%! word\n"
            "[references] B. Santos, “⟦The Slow Flow of Sand in Narrow Pipes⟧,” <i>J. Flow</i>,"
            " vol. 2, Mar. 2020."
        ),
        "%! word\n[references] B. Santos et al., “⟦The Slow Flow of Sand in Narrow Pipes⟧,” 2020.",
        "%! word\n[references] Santos et al., “⟦The Slow Flow of Sand in Narrow Pipes⟧,” 2020.",
        "%! word\n[references] Bo Reis, Ana Lima, “⟦The Slow Flow of Sand in Narrow Pipes⟧,” 2020.",
        (
            "%! word\n[references] Lima, A. (2020). ⟦The Slow Flow of Sand in Narrow Pipes⟧. Flow,"
            " 2(3), 4–5."
        ),
        "%! word\n[references] Lima, Ana. “⟦The Slow Flow of Sand in Narrow Pipes⟧.” 2020.",
        (
            "%! word\n[references] Bo Santos & Ana Lima,” ⟦The Slow Flow of Sand in Narrow Pipes⟧”,"
            " 2020."
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Steady flow of water in narrow pipes: A study,''"
            " \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Kalman and Wiener filters by Fourier methods,'' \\emph{J."
            " Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``GPU and MIMO radar,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Die Stetige Strömung von Wasser und Sand,'' \\emph{Z."
            " Strömung}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, \\emph{Steady Flow of Water in Narrow Pipes}. Porto: Rio,"
            " 2020."
        ),
        "%! word\n[references] Lima, A. (2020). The Slow Flow of Sand in Narrow Pipes. Rio.",
        "%! word\n[references] Flow Society, “The Slow Flow of Sand in Narrow Pipes,” 2020.",
        "%! word\n[references] B. Santos, “The Slow Flow of Sand in Pipes,” Rio Press, 2020.",
        "%! word\n[references] B. Santos, “Slow Flow of Sand in Narrow Pipes,” 2nd ed., 2020.",
        "%! word\n[references] B. Santos, “Slow Flow of Sand in Narrow Pipes,” Kaggle, 2020.",
        (
            "%! word\n[references] B. Santos, “Slow Flow of Sand in Narrow Pipes,”"
            " https://flow.example, 2020."
        ),
    ],
    english=True,
)
def sentence_case(context: Context) -> Iterator[Finding]:
    """In the title of an article, capitalize only the first word, names, acronyms, and element
    symbols.

    Capitalize the word after a colon, too. Titles of books, journals, and
    conferences keep their capitals.
    """
    paper = context.paper
    titles = context.vocabulary.citations.titles
    not_article = any_of(titles.not_articles)
    for _, parts in context.index.typed_entries:
        if parts.title is None or parts.has(not_article):
            continue
        if not parts.after_title(NOT_A_BOOK) and _may_be_book(context, parts):
            continue
        start, end = parts.title
        title = parts.plain[start:end]
        if is_in_title_case(context, title, FEWEST_WORDS):
            yield Finding(
                paper.text.span(start, len(title.rstrip(",. ")) + start),
                "Write the title of an article in lowercase, except its first word, names and"
                " acronyms.",
            )


def _may_be_book(context: Context, parts: Parts) -> bool:
    """True for a title in quotation marks that may be that of a book, a web page, or data: without
    authors, or with a publisher. Without quotation marks, the year is before the title, and the
    numbers of an article come after it.
    """
    if not parts.quoted:
        return not parts.after_title(r"\d")
    publishers = any_of(context.vocabulary.citations.publishers)
    return not names_people(context, parts) or parts.has(f"{publishers}|{NO_ARTICLE}")

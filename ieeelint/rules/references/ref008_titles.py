"""REF008: titles of articles in sentence case."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.reference_parts import typed_entries
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.reference_words import NOT_A_BOOK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

FEWEST = 3  # words that must be there to tell
GERMAN = r"\b(?:der|die|das|und|für|zur|zum|eine[rs]?|von)\b"
PAGE = r"[Ww]hite [Pp]aper|Std|Online|Available"


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
    ],
    english=True,
)
def sentence_case(context: Context) -> Iterator[Finding]:
    """In the title of an article only the first word, names, acronyms and element symbols are
    capital.

    The word after a colon is capital, too. Titles of books, journals and
    conferences keep their capitals.
    """
    paper = context.paper
    names = context.vocabulary.proper_nouns.names
    for _, parts in typed_entries(paper):
        if (
            parts.title is None
            or (parts.quoted and not parts.after_title(NOT_A_BOOK))
            or parts.has(PAGE)
        ):
            continue
        start, end = parts.title
        title = parts.plain[start:end]
        if pattern(GERMAN).search(title):
            continue
        capital = total = 0
        for match in pattern(r"[^\W\d_]{4,}").finditer(title):
            word = match.group()
            first = not title[: match.start()].strip(" ‘'\"“")
            after_colon = title[: match.start()].rstrip()[-1:] in (":", "?", "!", "—", "–")
            if first or after_colon or word in names or not word[1:].islower():
                continue
            total += 1
            capital += word[0].isupper()
        if total >= FEWEST and capital * 2 > total:
            yield Finding(
                paper.text.span(start, len(title.rstrip(",. ")) + start),
                "Set the title of an article in small letters but for its first word, names and"
                " acronyms.",
            )

"""REF017: the names before a citation are those of the work."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.citation_marks import LINKS
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.named_authors import BEFORE, LONGEST, NamedAuthors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.rules.support.named_authors import Authors

LIST = (
    "%! references\n"
    "\\bibitem{lima} A. B. Lima, B. Costa, and C. Dias, ``Pipes and sand,'' \\emph{J. Flow}, vol."
    " 1, 2020.\n"
    "\\bibitem{rocha} D. Rocha and E. van der Berg, ``Mud,'' \\emph{J. Flow}, vol. 2, 2021.\n"
    "\\bibitem{soc} Flow Club, ``Rain,'' \\emph{J. Flow}, vol. 3, 2021.\n"
    "\\bibitem{mueller} J. M\\\"uller, ``Snow,'' \\emph{J. Flow}, vol. 3, 2021.\n"
    "%! body\n"
)
DATABASE = (
    "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\n%s\n\\bibliographystyle{IEEEtran}\n"
    "\\bibliography{refs}\n\\end{document}\n%! file refs.bib\n"
    "@article{lima, author = {Lima, Ana and Costa, Bo and Dias, C.}, title = {Flow}, journal = {J."
    " Flow}, year = 2020}\n"
    "@article{wang, author = {Wei Wang and others}, title = {Sand}, journal = {J. Flow}, year ="
    " 2020}\n"
    "@misc{web, title = {Rain}, year = 2020}\n"
    "@misc{soc, author = {{Flow Society}}, title = {Rain}}\n"
    "@misc{devries, author = {De Vries, B. and {\\'A}lvaro Reis, A. and Plato}, title = {Mud}}\n"
    "@misc{odd, author = {others}, title = {Snow}}\n"
)
WORD = (
    "%! word whole\n[paper title] Steady Flow in Pipes\n[heading 1] Introduction\n[Body Text] %s\n"
    "[heading 5] References\n"
    "[references] A. B. Lima, B. Costa, and C. Dias, “Pipes,” <i>J. Flow</i>, vol. 1, 2020.\n"
    "[references] D. Rocha and E. Berg, “Mud,” <i>J. Flow</i>, vol. 2, 2021.\n"
)
POSSESSIVE = r"[’']s?\Z"
SHOWN = 3  # works in a message
FARTHEST_YEAR = 1  # between a preprint and the paper


@rule(
    "REF017",
    "reference-names",
    WARNING,
    "IEEE Reference Guide; convention",
    bad=[
        LIST + "⟦Rocha et al.⟧~\\cite{lima} measured it.",
        LIST + "It follows ⟦Limo et al.⟧'s~\\cite{lima} law.",
        LIST + "⟦Lima and Kosta⟧~\\cite{rocha}, \\cite{lima} measured it.",
        LIST + "⟦Rocha et al.⟧~\\cite{rocha} measured it.",
        LIST + "⟦Costa et al.⟧~\\cite{lima} measured it.",
        LIST + "⟦Müller et al.⟧~\\cite{mueller} measured it.",
        LIST + "⟦Lima and Costa⟧~\\cite{lima} measured it.",
        DATABASE.replace("%s", "⟦Rocha et al.⟧~\\cite{lima} measured it."),
        DATABASE.replace("%s", "⟦Lima et al. (2015)⟧~\\cite{lima} measured it."),
        DATABASE.replace("%s", "⟦Lima et al. (2019)⟧~\\cite{lima} measured it."),
        DATABASE.replace("%s", "⟦Zhou et al.⟧~\\cite{wang} measured it."),
        LIST.replace("D. Rocha and E. van der Berg", "Dora Rocha and Eva Berg")
        + "⟦Lima and Berg⟧~\\cite{rocha} measured it.",
        DATABASE.replace("%s", "⟦Alvaro et al.⟧~\\cite{devries} and Plato and Reis~\\cite{wang}."),
        DATABASE.replace("%s", "⟦Sand et al.⟧~\\cite{devries} and Plato~\\cite{wang}."),
        WORD.replace("%s", "⟦Rocha et al.⟧ [1] measured it, and so do we [2]."),
    ],
    good=[
        LIST + "Lima et al.~\\cite{lima}, \\cite{rocha} and Rocha and Berg~\\cite{rocha} agree.",
        LIST + "Rocha and van der Berg's~\\cite{rocha} law and Mueller \\cite{mueller} agree.",
        LIST + "Porto and Lisbon~\\cite{lima} and the Flow Club et al.~\\cite{soc} agree.",
        LIST + "So says Reis et al. in the work of~\\cite{lima}. Rocha et al. and"
        " Lima et al.~\\cite{lima}.",
        LIST + "Lima et al.~\\cite{rocha,lima} and Rocha and Berg~\\cite{lima,rocha} measured it.",
        DATABASE.replace("%s", "Lima et al. (2020)~\\cite{lima} and Wang et al.~\\cite{wang}."),
        DATABASE.replace("%s", "Wei et al.~\\cite{wang}, and Lima et al.~\\cite{none}."),
        LIST + "Write ``Rocha et al.~\\cite{lima}'' nowhere. Lima et al. (2019)~\\cite{lima}.",
        LIST + "Costa and Dias~\\cite{lima}, Mueller and Sand~\\cite{mueller}.",
        LIST + "Reis et al.~\\cite{lima,soc} measured it.",
        DATABASE.replace(
            "%s",
            "Wang and Zhou~\\cite{wang}, Reis et al.~\\cite{web}, Reis et al.~\\cite{soc}, DeVries"
            " et al. (2019)~\\cite{devries}, Reis and Plato~\\cite{devries}, Reis et"
            " al.~\\cite{odd}.",
        ),
        WORD.replace("%s", "Lima et al. [3] measured it.")
        + "[references] Lima, A., Păsărică, B. and Muñoz, C., 2015. Pipes. J. Flow, 2(1), 3–9.\n",
        WORD.replace("%s", "Lima et al. [3] measured it.")
        + "[references] Lima, A., Mun\u0303oz, B. and Reis, C., 2015. Pipes. J. Flow, 2, 3–9.\n",
        WORD.replace("%s", "Reis et al. [1] measured it [2].") + "[references] –\n",
        WORD.replace("%s", "Lima et al. [1], and Rocha and Berg [2] measured it."),
    ],
)
def names_in_text(context: Context) -> Iterator[Finding]:
    """The names right before a citation are those of its authors.

    A wrong name is often a wrong number, left from an earlier version of the list. "et al."
    stands for two or more authors after the first. Only names that touch their citation
    are compared: "Lima et al. [3]", "Lima and Costa [3]".
    """
    plain = context.paper.text.plain
    places = context.index.citations.places()
    authors: NamedAuthors | None = None
    for number, place in enumerate(places):
        start = max(0, place.start - LONGEST)
        names = pattern(BEFORE).search(plain, start, place.start)
        if names is None or context.index.is_mention(names.start()):
            continue
        authors = authors or NamedAuthors(context)
        works = authors.of(place)
        for before, after in zip(places[number:], places[number + 1 :]):
            if plain[before.end : after.start].strip(LINKS):
                break
            more = authors.of(after)
            works = works + more if works is not None and more is not None else None
        if not works:
            continue
        message, severity = _mismatch(names, works)
        if message:
            end = names.end("year") if names["year"] else names.end("et_al")
            if names["second"]:
                end = names.end("second")
            end += plain[end : end + 1] == ")" and bool(names["year"])
            yield Finding(context.paper.text.span(names.start(), end), message, severity=severity)


def _mismatch(names: Match[str], works: list[Authors]) -> tuple[str, str]:
    """What is wrong with the names before a citation of these works, and how bad it is; empty if
    nothing is certain.
    """
    first, second = (
        pattern(r"[’']s?\Z").sub("", name or "") for name in names.group("first", "second")
    )
    if second:
        return _two_names(first, second, works)
    fitting = [work for work in works if work.has_first(first)]
    if not fitting:
        others = [work for work in works if work.has(first)]
        if others:
            return (
                f"The first author of this reference is {others[0].people[0][0]}: write"
                f' "{others[0].shown}"',
                INFO,
            )
        shown = " or ".join(work.shown for work in works[:SHOWN])
        return (
            f'This reference is by {shown}, not by "{first} et al." Correct the name or the'
            " citation.",
            WARNING,
        )
    if all(work.is_whole and len(work.people) < 3 for work in fitting):
        work = fitting[0]
        if len(work.people) == 1:
            return f'This reference has one author, {work.shown}: delete "et al."', INFO
        return f'This reference has two authors: write "{work.shown}."', INFO
    year = int(names["year"] or 0)
    if year and all(work.year and work.year != year for work in fitting):
        distance = min(abs(work.year - year) for work in fitting)
        return (
            f"The year is {year} here, but {fitting[0].year} in the reference list.",
            WARNING if distance > FARTHEST_YEAR else INFO,
        )
    return "", ""


def _two_names(first: str, second: str, works: list[Authors]) -> tuple[str, str]:
    """ "Lima and Costa": any two words, unless one of them is an author."""
    for work in works:
        if work.has(first) and work.has(second):
            if len(work.people) > 2 and work.has_first(first):
                return f'This reference has more than two authors: write "{work.shown}"', INFO
            return "", ""
    for work in works:
        if work.is_whole and len(work.people) > 1 and work.has(first) != work.has(second):
            return (
                f'This reference is by {work.shown}, not by "{first} and'
                f' {second}." Correct the names or the citation.',
                WARNING,
            )
    return "", ""

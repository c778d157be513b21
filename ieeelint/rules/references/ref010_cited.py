"""REF010: citations without a reference, and references without a citation."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.compiled_lists import is_compiled
from ieeelint.paper.zones import REFERENCE, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.author_years import cited_by_year
from ieeelint.rules.support.beyond_list import beyond_list
from ieeelint.rules.support.citation_marks import is_partial
from ieeelint.rules.support.undefined_keys import empty_keys, letters_of, undefined_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Reference
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.paper.model import Paper

WITHOUT_WORKS = (
    "%! word whole\n[paper title] Steady Flow in Pipes\n[heading 1] Rain\n"
    + "[Body Text] Rain is wet.\n" * 6
    + "[heading 1] Snow\n"
    + "[Body Text] Snow is cold here.\n" * 5
    + "[heading 1] ⟦End⟧\n[Body Text] It is over."
)
WITH_WORKS = WITHOUT_WORKS.replace("⟦End⟧", "End")
FEWEST_HEADINGS = 3  # of a paper that must cite
FEWEST_PARAGRAPHS = 12
FEWEST_NUMBERS = 3  # of works in brackets, in a draft without a list
SHORTEST_WORK = 24  # letters and digits of an entry; shorter ones may be alike by chance

TYPED = (
    "%! document\n"
    "\\documentclass[conference]{IEEEtran}\n"
    "\\begin{document}\n"
    "%s\n"
    "\\begin{thebibliography}{3}\n"
    "\\bibitem{a} A. Lima, ``P,'' 2020.\n"
    "\\bibitem{b} B. Li, ``A,'' 2020.\n"
    "\\end{thebibliography}\n"
    "\\end{document}"
)
FOUR = TYPED.replace(
    "\\end{the", "\\bibitem{c} C. Xu, ``R,'' 2020.\n\\bibitem{d} D. Yu, ``S,'' 2020.\n\\end{the"
)


@rule(
    "REF010",
    "ref-cited-and-defined",
    ERROR,
    "IEEE Reference Guide; IEEE Editorial Style Manual",
    bad=[
        "It flows~\\cite{⟦costa⟧}.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``P,'' 2020.\n"
            "⟦\\bibitem{old}⟧ B. Li, ``Q,'' 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``P,'' 2020.\n"
            "⟦\\bibitem{lima}⟧ B. Li, ``Q,'' 2020."
        ),
        "%! references\n\\bibitem{lima} A. Lima, ⟦ibid⟧., 2020.",
        "It flows~⟦\\cite{}⟧, and it is wet \\cite{lima}.",
        "It flows~⟦\\citep[see][]{ % later\n}⟧.",
        "It flows~\\cite{lima⟦,⟧}, and it is wet \\cite{lima}.",
        "It flows~\\cite{lima⟦,⟧ , lima}.",
        TYPED.replace("%s", "Water flows \\cite{a}, and sand does [2].").replace(
            "\\bibitem{b}", "⟦\\bibitem{b}⟧"
        ),
        (
            "%! document\n"
            "\\documentclass{IEEEtran}\n"
            "\\begin{document}\n"
            "It flows~\\cite{⟦lima⟧}.\n"
            "\\end{document}"
        ),
        (
            "%! document\n"
            "\\documentclass{IEEEtran}\n"
            "\\begin{document}\n"
            "It flows~\\cite{⟦lma⟧}.\n"
            "\\bibliography{refs}\n"
            "\\end{document}\n"
            "%! file refs.bib\n"
            "@book{lima, title = {Pipes}}"
        ),
        TYPED.replace("%s", "Water flows [1], but sand does not [1].").replace(
            "\\bibitem{b}", "⟦\\bibitem{b}⟧"
        ),
        "%! word\n[Body Text] Rain is wet [1], but sand is not ⟦[9]⟧.",
        WITHOUT_WORKS,
        WITH_WORKS.replace("over", "over ⟦[1]⟧, [2], and wet [3]"),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[heading 1] Introduction\n"
            "[Body Text] Rain is wet [1]–[4].\n[heading 5] References\n"
            "[references] A. Lima, “Pipes and sand of the river,” J. Flow, vol. 1, 2020.\n"
            "[references] A. Lima, “Pipes and sand of the sea,” J. Flow, vol. 1, 2020.\n"
            "[references] ⟦A. Lima, “Pipes and sand of the river.” J. Flow, vol. 1, 2020⟧\n"
            "[references] ⟦Lima, A. “Pipes and Sand of the Sea,” J. of Flow, 2020⟧."
        ),
        "%! word\n[Body Text] Rain is wet [1], but sand is ⟦[1]–[4]⟧.",
        TYPED.replace("%s", "Water flows [1], and so does sand [2], but rain does not ⟦[7]⟧."),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. "
            "2, pp. 3--9, Mar. 2020.\n"
            "⟦\\bibitem{costa}⟧ B. Costa, ``Mud,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020.\n"
            "\\bibitem{silva} Ibid., p. 3.\n"
            "%! body\n"
            "Sand is wet."
        ),
        (
            "See \\cite{⟦LIMA⟧}, \\cite{lim}, \\cite{limaa}, \\cite{limo}, \\cite{lima:}, "
            "\\cite{costa}, \\cite{costa}, \\cite{ab}, \\cite{#1}, \\cite{\\x}."
        ),
        (
            "It is so (⟦Ibid⟧.), as in op. cit., loc.\\ cit., ibidem, and ``ibid''. "
            "The citation is op art."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. "
            "2, pp. 3--9, Mar. 2020.\n"
            "⟦\\bibitem{lima}⟧ B. Costa, ``Mud,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020."
        ),
    ],
    good=[
        "It flows~\\cite{lima}.",
        "%! preamble\n\\usepackage[style=ieee]{biblatex}\n%! body\nIt flows~\\cite{lima,}.",
        WITH_WORKS.replace("over", "over (Lima, 2019)"),
        WITH_WORKS.replace("over", "over [1]"),
        WITH_WORKS.replace("over", "over [1], [2]"),
        WITH_WORKS.replace("over", "over [2], [3], [4]"),
        TYPED.replace("%s", "So say Li (2020) and, later, Lima (2020)."),
        WITH_WORKS.replace("over", "over <field ADDIN ZOTERO_ITEM>[1]</field>"),
        WITH_WORKS.replace("[Body Text] Rain is wet.\n", "", 1),
        WITH_WORKS.replace("[heading 1] Snow\n", ""),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``P,'' 2020.\n"
            "\\bibitem{old} B. Li, ``Q,'' 2020.\n"
            "%! body\n"
            "\\nocite{old}"
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``P,'' 2020.\n"
            "\\bibitem{old} B. Li, ``Q,'' 2020.\n"
            "%! body\n"
            "\\input{missing}"
        ),
        (
            "%! document\n"
            "\\documentclass{IEEEtran}\n"
            "\\begin{document}\n"
            "It flows~\\cite{Lima}.\n"
            "\\bibliography{refs}\n"
            "\\end{document}\n"
            "%! file refs.bib\n"
            "@book{lima, title = {Pipes}}\n"
            "@book{unused, title = {Sand}}"
        ),
        (
            "%! document\n"
            "\\documentclass{IEEEtran}\n"
            "\\begin{document}\n"
            "It flows~\\cite{lima}.\n"
            "\\bibliography{absent}\n"
            "\\end{document}"
        ),
        "%! body\n\\newcommand{\\seen}[1]{\\cite{#1}}It flows~\\seen{lima}.",
        TYPED.replace("%s", "Water flows\\textsuperscript{1}, and sand\\textsuperscript{[2]}."),
        TYPED.replace("%s", "Water flows \\cite{a}, \\cite{b} in the interval [3], [4], [7]."),
        TYPED.replace("%s", "\\section{Flow [1]} Sand flows [1], [2].").replace("[1],", ""),
        FOUR.replace("%s", "Water flows \\cite{a}--\\cite{d}."),
        FOUR.replace("%s", "Water flows [1]--[3], and sand does [2--4]."),
        TYPED.replace("%s", "Water flows [1], and so does sand [1]–[2]; both leak [2]."),
        (
            "%! word whole\n[paper title] Steady Flow in Pipes\n[heading 1] Introduction\n"
            "[Body Text] Rain is wet [1]–[5].\n[heading 5] References\n"
            "[references] A. Lima, “Pipes and sand of the river,” J. Flow, vol. 1, 2020.\n"
            "[references] A. Lima, “Pipes and sand of the river,” in Proc. Flow, 2019.\n"
            "[references] Private talk.\n[references] Private talk.\n"
            "[references] A. Lima, “Pipes and sand,” J. Flow, to be published."
        ),
        "%! word\n[Body Text] The pipes are nodes [9], [10] and the set [0, 9], [9, 18].",
        (
            "\\nocite{*}\n"
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. "
            "2, pp. 3--9, Mar. 2020.\n"
            "\\bibitem{costa} B. Costa, ``Mud,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020."
        ),
    ],
)
def cited_and_defined(context: Context) -> Iterator[Finding]:
    """Each citation has an entry in the reference list, and each entry typed by hand is cited.

    An undefined citation prints as [?]. No key or work is used twice in the list. IEEE
    does not use "ibid." and "op. cit.": repeat the number instead.
    """
    paper = context.paper
    yield from undefined_keys(context)
    yield from empty_keys(context)
    yield from _uncited(context)
    yield from _same_works(context)
    yield from beyond_list(context)
    if paper.format == "word":
        yield from _without_works(context)
    if context.index.has_any("ibid", "cit", "ibidem"):
        for match in paper.find(
            pattern(r"\b(?:[Ii]bid(?:em)?|[Oo]p\.\s?cit|[Ll]oc\.\s?cit)\b"), RUNNING | {REFERENCE}
        ):
            if not context.index.is_mention(match.start()):
                message = (
                    f'IEEE does not use "{match.group()}." Repeat the number of the reference.'
                )
                yield Finding(paper.text.span(*match.span()), message, None, WARNING)


def _uncited(context: Context) -> Iterator[Finding]:
    """Entries of a typed list that are never cited, and duplicate keys."""
    paper = context.paper
    entries = [entry for entry in paper.references if not is_compiled(entry.span)]
    if not entries or paper.bibliography.databases:
        return
    cited = {key for citation in paper.citations for key, _ in citation.keys}
    citations = context.index.citations
    typed = citations.numbers
    by_hand = citations.next_to_commands
    must_be_cited = not paper.bibliography.cites_all and not is_partial(paper)
    if paper.format == "word" and not typed and not any(entry.key for entry in entries):
        must_be_cited = False  # a list without numbers, cited by author and year
    typed |= cited_by_year(context)
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if entry.key and entry.key in seen:
            yield Finding(
                entry.span,
                f'The key "{entry.key}" is used twice in the list. Rename or delete one.',
            )
        elif must_be_cited and entry.key not in cited and number not in typed:
            message = (
                f"Reference [{number}]{_quoted_key(entry, number)} is never cited. Cite it or"
                " delete it."
            )
            if number in by_hand:
                message = (
                    f'No command cites reference [{number}] ("{entry.key}"), but the text has the'
                    f" number [{number}] in typed brackets. Write \\cite{{{entry.key}}} instead."
                )
            yield Finding(entry.span, message, None, WARNING)
        seen.add(entry.key)


def _same_works(context: Context) -> Iterator[Finding]:
    """Works that a typed list has twice: the same words, or the same title and year."""
    first: dict[str, int] = {}
    for number, (entry, parts) in enumerate(context.index.typed_entries, 1):
        keys = [letters_of(parts.words)]
        years = pattern(r"\b(?:19|20)\d\d\b").findall(parts.words)
        if parts.title is not None and years:
            title = letters_of(parts.plain[slice(*parts.title)])
            keys.append(f"{title} {years[-1]}")
        before = next((first[key] for key in keys if len(key) > SHORTEST_WORK and key in first), 0)
        if before:
            yield Finding(
                entry.span,
                f"References [{before}] and [{number}] are the same work. Delete one of them, and"
                " cite the other in its place.",
                None,
                WARNING,
            )
        for key in keys:
            first.setdefault(key, number)


def _without_works(context: Context) -> Iterator[Finding]:
    """A long Word draft that cites nothing and has no list."""
    paper = context.paper
    places = context.index.citations.certain
    if not paper.references and places:
        yield from _numbers_without_list(paper, places)
    if paper.references or places:
        return
    if len(paper.headings) < FEWEST_HEADINGS or len(paper.paragraphs) < FEWEST_PARAGRAPHS:
        return
    if pattern(r"\((?:[^()\d]{2,60},\s)?(?:19|20)\d\d[a-z]?\)").search(paper.text.plain):
        return  # cited by author and year
    yield Finding(
        paper.headings[-1].span,
        "The draft cites no other work, and has no reference list. Cite the works that it builds"
        " on, and list them here, at its end.",
        None,
        INFO,
    )


def _numbers_without_list(paper: Paper, places: list[CitationPlace]) -> Iterator[Finding]:
    """Typed numbers of works, but no list of references."""
    numbers = {number for place in places for number in place.all_numbers}
    if 1 not in numbers or len(numbers) < FEWEST_NUMBERS:
        return
    yield Finding(
        paper.text.span(places[0].start, places[0].end),
        "The draft has citations but no reference list. Add the list at the end.",
    )


def _quoted_key(entry: Reference, number: int) -> str:
    """The key of the entry in parentheses, empty where the key is only its number."""
    return "" if entry.key == str(number) else f' ("{entry.key}")'

"""REF010: citations without a reference, and references without a citation."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import CELL, HEADING, REFERENCE, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.citation_marks import citation_places, is_partial
from ieeelint.rules.support.typed_marks import beyond_list, raised_numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Reference
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
        WITH_WORKS.replace("over", "over (Lima, 2019)"),
        WITH_WORKS.replace("over", "over [1]"),
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
    yield from _undefined(context)
    yield from _empty(context)
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


def _undefined(context: Context) -> Iterator[Finding]:
    """Keys without an entry; each is reported where it is first cited."""
    paper = context.paper
    bibliography = paper.bibliography
    known = bibliography.database_keys
    if known is None or paper.is_fragment:
        return
    if not paper.references and not bibliography.databases:
        yield from _without_list(paper)
        return
    if is_partial(paper) and not bibliography.databases:
        return  # the entries may be in the missing part
    is_biber = context.latex is not None and "biblatex" in context.latex.packages
    exact = known | {entry.key for entry in paper.references}
    # BibTeX ignores the case of keys; biber and typed lists do not.
    by_lower_case = {key.lower(): key for key in exact}
    reported: set[str] = set()
    has_samples = any(name.startswith("IEEEexample") for name, _ in bibliography.databases)
    for citation in paper.citations:
        for key, span in citation.keys:
            if key in exact or key in reported or key == "*":
                continue
            if any(sign in key for sign in "#\\{}"):
                continue  # the key comes from a macro
            if has_samples and key.startswith("IEEEexample:"):
                continue
            similar = by_lower_case.get(key.lower(), "")
            if similar and bibliography.databases and not is_biber:
                continue
            reported.add(key)
            similar = similar or _similar_key(key, exact)
            hint = f' Did you mean "{similar}"?' if similar else ""
            yield Finding(span, f'There is no reference "{key}": the citation prints as [?].{hint}')


def _empty(context: Context) -> Iterator[Finding]:
    """Citations without a key, written to be filled in later."""
    if context.latex is None:
        return
    for citation in context.paper.citations:
        if not citation.keys:
            yield Finding(
                citation.span,
                "This citation has no key and prints as [?]. Write the key, or delete it.",
            )


def _similar_key(key: str, known: set[str]) -> str:
    """A known key that differs only in signs and case, or in one letter."""
    wanted = _letters(key)
    for other in sorted(known):
        letters = _letters(other)
        if letters == wanted:
            return other
        if abs(len(letters) - len(wanted)) <= 1 and len(wanted) > 3:
            same = next(
                (at for at, (a, b) in enumerate(zip(letters, wanted)) if a != b),
                min(len(letters), len(wanted)),
            )
            left, right = letters[same:], wanted[same:]
            if left[1:] == right[1:] or left[1:] == right or left == right[1:]:
                return other
    return ""


def _letters(key: str) -> str:
    """The letters and digits of a key in lowercase."""
    return "".join(filter(str.isalnum, key)).lower()


def _without_list(paper: Paper) -> Iterator[Finding]:
    """Citations in a draft without any reference list."""
    cited = next(
        (citation for citation in paper.citations if citation.keys and citation.position >= 0), None
    )
    if cited is None or is_partial(paper):
        return
    if any(
        "bibliography" in source.text or ".bbl" in source.text or "\\biblist" in source.text
        for source in paper.sources
    ):
        return
    yield Finding(
        cited.keys[0][1],
        "The draft has citations but no reference list. Add \\bibliography{…} or the environment"
        " thebibliography.",
    )


def _uncited(context: Context) -> Iterator[Finding]:
    """Entries of a typed list that are never cited, and duplicate keys."""
    paper = context.paper
    entries = [entry for entry in paper.references if not entry.span.source.path.endswith(".bbl")]
    if not entries or paper.bibliography.databases:
        return
    cited = {key for citation in paper.citations for key, _ in citation.keys}
    places = citation_places(paper, RUNNING | {HEADING, CELL})
    typed = {number for place in places for number in place.all_numbers}
    typed |= {number for raised in raised_numbers(paper) for number in raised.numbers}
    must_be_cited = not paper.bibliography.cites_all and not is_partial(paper)
    if paper.format == "word" and not places and not any(entry.key for entry in entries):
        must_be_cited = False  # a list without numbers, cited by author and year
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if entry.key and entry.key in seen:
            yield Finding(
                entry.span,
                f'The key "{entry.key}" is used twice in the list. Rename or delete one.',
            )
        elif must_be_cited and entry.key not in cited and number not in typed:
            yield Finding(
                entry.span,
                f"Reference [{number}]{_quoted_key(entry, number)} is never cited. Cite it or"
                " delete it.",
                None,
                WARNING,
            )
        seen.add(entry.key)


def _same_works(context: Context) -> Iterator[Finding]:
    """Works that a typed list has twice: the same words, or the same title and year."""
    first: dict[str, int] = {}
    for number, (entry, parts) in enumerate(context.index.typed_entries, 1):
        keys = [_letters(parts.words)]
        years = pattern(r"\b(?:19|20)\d\d\b").findall(parts.words)
        if parts.title is not None and years:
            title = _letters(parts.plain[slice(*parts.title)])
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
    zones = RUNNING | {HEADING, CELL}
    if paper.references or citation_places(paper, zones):
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


def _quoted_key(entry: Reference, number: int) -> str:
    """The key of the entry in parentheses, empty where the key is only its number."""
    return "" if entry.key == str(number) else f' ("{entry.key}")'

"""REF010: every citation has its reference, and every reference is cited."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.model import REFERENCE, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.citation_marks import citation_places, is_partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper, Reference

TYPED = (
    "%! document\n"
    "\\documentclass[conference]{IEEEtran}\n"
    "\\begin{document}\n"
    "%s\n"
    "\\begin{thebibliography}{3}\n"
)
TYPED += (
    "\\bibitem{a} A. Lima, ``P,'' 2020.\n"
    "\\bibitem{b} B. Li, ``A,'' 2020.\n"
    "\\end{thebibliography}\n"
    "\\end{document}"
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
    ],
    good=[
        "It flows~\\cite{lima}.",
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
        TYPED.replace("%s", "Water flows [1], and so does sand [1]–[2]; both leak [2]."),
    ],
)
def cited_and_defined(context: Context) -> Iterator[Finding]:
    """Each citation has its entry in the list, and each entry of a typed list is cited.

    An undefined citation prints as [?]. No key stands twice in the list, and
    "ibid." and "op. cit." are not used: repeat the number.
    """
    paper = context.paper
    yield from _undefined(context)
    yield from _uncited(paper)
    if context.index.has_any("ibid", "cit", "ibidem"):
        for match in paper.find(
            pattern(r"\b(?:[Ii]bid(?:em)?|[Oo]p\.\s?cit|[Ll]oc\.\s?cit)\b"), RUNNING | {REFERENCE}
        ):
            if not context.index.is_mention(match.start()):
                message = (
                    f'IEEE does not use "{match.group()}.": repeat the number of the reference.'
                )
                yield Finding(paper.text.span(*match.span()), message, None, WARNING)


def _undefined(context: Context) -> Iterator[Finding]:
    """Keys that no entry has; each is reported at its first place."""
    paper = context.paper
    bibliography = paper.bibliography
    known = bibliography.database_keys
    if known is None or paper.is_fragment:
        return
    if not paper.references and not bibliography.databases:
        yield from _without_list(paper)
        return
    if is_partial(paper) and not bibliography.databases:
        return  # the entries may stand in the missing part
    is_biber = context.latex is not None and "biblatex" in context.latex.packages
    exact = known | {entry.key for entry in paper.references}
    # BibTeX finds an entry whatever the case of its key, biber and typed lists do not.
    folded = {key.lower(): key for key in exact}
    told: set[str] = set()
    samples = any(name.startswith("IEEEexample") for name, _ in bibliography.databases)
    for citation in paper.citations:
        for key, span in citation.keys:
            if key in exact or key in told or key == "*" or any(sign in key for sign in "#\\{}"):
                continue
            if samples and key.startswith("IEEEexample:"):
                continue
            near = folded.get(key.lower(), "")
            if near and bibliography.databases and not is_biber:
                continue
            told.add(key)
            near = near or _near(key, exact)
            hint = f' Is it "{near}"?' if near else ""
            yield Finding(span, f'There is no reference "{key}": the citation prints as [?].{hint}')


def _near(key: str, known: set[str]) -> str:
    """A known key that differs in signs only, or in one letter."""
    bare = "".join(filter(str.isalnum, key)).lower()
    for other in sorted(known):
        plain = "".join(filter(str.isalnum, other)).lower()
        if plain == bare:
            return other
        if abs(len(plain) - len(bare)) <= 1 and len(bare) > 3:
            first = next(
                (i for i, (a, b) in enumerate(zip(plain, bare)) if a != b),
                min(len(plain), len(bare)),
            )
            rest, own = plain[first:], bare[first:]
            if rest[1:] == own[1:] or rest[1:] == own or rest == own[1:]:
                return other
    return ""


def _without_list(paper: Paper) -> Iterator[Finding]:
    """Citations in a draft that prints no list of references at all."""
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
        "The draft cites but has no list of references. Add \\bibliography{…} or thebibliography.",
    )


def _uncited(paper: Paper) -> Iterator[Finding]:
    """Entries of a typed list that nothing cites, and keys that stand twice."""
    entries = [entry for entry in paper.references if not entry.span.source.path.endswith(".bbl")]
    if not entries or paper.bibliography.databases:
        return
    cited = {key for citation in paper.citations for key, _ in citation.keys}
    typed = {number for place in citation_places(paper) for number in place.numbers}
    told_all = not paper.bibliography.cites_all and not is_partial(paper)
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if entry.key and entry.key in seen:
            yield Finding(
                entry.span, f'The key "{entry.key}" stands twice in the list. Rename or delete one.'
            )
        elif told_all and entry.key not in cited and number not in typed:
            yield Finding(
                entry.span,
                f"Nothing cites reference [{number}]{_named(entry, number)}. Cite it or delete it.",
                None,
                WARNING,
            )
        seen.add(entry.key)


def _named(entry: Reference, number: int) -> str:
    """The key of the entry, where it has one that is more than its number."""
    return "" if entry.key == str(number) else f', "{entry.key}"'

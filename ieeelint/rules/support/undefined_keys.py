"""Citations that print as [?]: their keys are missing, empty, or in no list."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.citation_marks import is_partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.placeholders import Citation


def undefined_keys(context: Context) -> Iterator[Finding]:
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


def empty_keys(context: Context) -> Iterator[Finding]:
    """Citations without a key, written to be filled in later."""
    if context.latex is None:
        return
    for citation in context.paper.citations:
        if not citation.keys:
            yield Finding(
                citation.span,
                "This citation has no key and prints as [?]. Write the key, or delete it.",
            )
        elif "biblatex" not in context.latex.packages and (comma := _needless_comma(citation)):
            yield Finding(
                comma,
                "This comma has no key after it and prints as [?]. Write the key, or delete it.",
            )


def _needless_comma(citation: Citation) -> Span | None:
    """The last comma of a list of keys that ends with one, or has two in a row."""
    span = citation.span
    match = pattern(r"\\[A-Za-z]+\*?(?:\[[^\[\]]*\])*\{[^{}%\\]*(,)\s*[,}]").match(span.text)
    if match is None:
        return None
    start = span.start + match.start(1)
    return Span(span.source, start, start + 1)


def _similar_key(key: str, known: set[str]) -> str:
    """A known key that differs only in signs and case, or in one letter."""
    wanted = letters_of(key)
    for other in sorted(known):
        letters = letters_of(other)
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


def letters_of(key: str) -> str:
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

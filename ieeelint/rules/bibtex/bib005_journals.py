"""BIB005: the abbreviated titles of IEEE's periodicals."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_fields import fields_of
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.journal_titles import abbreviation
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

ENTRY = "@article{lima, author = {Ana Lima}, title = {Flow}, year = 2024, journal = %s}"


def _example(journal: str) -> str:
    return HEAD + ENTRY.replace("%s", journal)


@rule(
    "BIB005",
    "bib-journal-abbreviation",
    WARNING,
    "IEEE Reference Guide; IEEEabrv.bib",
    bad=[
        _example("⟦{IEEE Transactions on Information Theory}⟧"),
        _example("⟦{{IEEE} Transactions on Pattern Analysis \\& Machine Intelligence}⟧"),
        _example("⟦{IEEE Trans. Automatic Control}⟧"),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{⟦IEEE Transactions on Information"
            " Theory⟧}, vol. 1, pp. 3--9, 2020."
        ),
        (
            "%! word\n"
            "[references] A. Lima, “Sand,” <i>⟦IEEE Transactions on Automatic Control⟧</i>, vol."
            " 2, pp. 3–9, Mar. 2020."
        ),
    ],
    good=[
        _example("{IEEE Trans. Inf. Theory}"),
        _example("{IEEE Access}"),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{IEEE Trans. Inf. Theory}, vol. 1, pp."
            " 3--9, 2020."
        ),
        _example("{Journal of Flow}"),
        _example("{IEEE Transactions on Pipes and Sand}"),
        _example("IEEE_J_IT").replace("\\bibliography{refs}", "\\bibliography{IEEEabrv,refs}"),
    ],
    fixes=[
        (
            _example("⟦{IEEE Transactions on Information Theory}⟧"),
            _example("{IEEE Trans. Inf. Theory}"),
        ),
        (
            _example("⟦{IEEE Transactions on Information Theory}⟧").replace(
                "\\bibliography{refs}", "\\bibliography{IEEEabrv,refs}"
            ),
            _example("IEEE_J_IT").replace("\\bibliography{refs}", "\\bibliography{IEEEabrv,refs}"),
        ),
    ],
    formats=("latex", "word", "bibtex"),
)
def journal_abbreviated(context: Context) -> Iterator[Finding]:
    """Titles of IEEE's journals and magazines are abbreviated as IEEE abbreviates them.

    Where \\bibliography names IEEEabrv before the paper's own file, write its
    macro instead of the title, without braces. Titles of other publishers are
    not checked.
    """
    paper = context.paper
    for _, parts in context.index.typed_entries:
        container = fields_of(parts).get("container")
        better = abbreviation(context, container.words) if container is not None else None
        if container is not None and better is not None:
            start, end = container.place
            span = paper.text.span(start, start + len(parts.plain[start:end].rstrip(" ,.")))
            fix = Fix(Edit(span, better[0])) if paper.text.is_typed(start, end) else None
            yield Finding(span, f'Abbreviate the title as IEEE does: "{better[0]}".', fix)
    has_macros = any(name.startswith("IEEEabrv") for name, _ in paper.bibliography.databases)
    for entry in cited(context):
        field = entry.field("journal", "journaltitle")
        if field is None or field.inside is None or field.name not in entry.fields:
            continue
        better = abbreviation(context, field.value)
        if better is None:
            continue
        short, macro = better
        text = macro if macro and has_macros else "{" + short.replace("&", "\\&") + "}"
        yield Finding(
            field.span,
            f"Abbreviate the title as IEEE does: {field.name} = {text}.",
            Fix(Edit(field.span, text)),
        )

"""BIB007: fields that the style does not print."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE
from ieeelint.rules.support.works import cited, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


@rule(
    "BIB007",
    "bib-field-not-printed",
    INFO,
    "IEEEtran.bst 1.14 (its ENTRY list); IEEE Reference Guide",
    bad=[
        HEAD
        + "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024,"
        " ⟦doi⟧ = {10.1/2}}",
        HEAD + "@misc{lima, title = {Flow}, ⟦doi⟧ = {10.1/2}, eprint = {2401.1}}",
        HEAD + "@article{lima, author = {Ana Lima}, title = {Flow}, ⟦journal⟧ = {arXiv preprint"
        " arXiv:2401.1}, year = 2024}",
    ],
    good=[
        HEAD + WHOLE,
        HEAD + "@misc{lima, title = {Flow}, doi = {https://flow.example/pipes.pdf}}",
        HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, doi = {10.1/2}, url ="
        " {https://doi.org/10.1/2}}",
        HEAD.replace("\\bibliographystyle{IEEEtran}", "\\bibliographystyle{IEEEtranDOI}")
        + "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024,"
        " doi = {10.1/2}}",
    ],
    formats=("latex",),
)
def unprinted_fields(context: Context) -> Iterator[Finding]:
    """Fields that the style does not print are reported, once for all entries.

    IEEEtran.bst does not print the fields doi and eprint, but IEEE wants both.
    Put them into note (note = {doi: 10.1109/…} or note = {arXiv:2401.00001}),
    or use a style that prints them.
    """
    style = context.paper.bibliography.style.rpartition("/")[2]
    styles = context.vocabulary.citations.styles.without_identifiers
    if uses_biblatex(context) or style not in styles:
        return
    identifiers = context.vocabulary.entry_types.identifiers
    entries = cited(context)
    dropped = [
        (entry, name)
        for entry in entries
        for name in identifiers
        if name in entry.fields
        and (name != "doi" or "10." in entry.fields[name].value)
        and not entry.value("url")
        and entry.fields[name].value not in entry.value("note") + entry.value("howpublished")
    ]
    if dropped:
        counts = {name: sum(field == name for _, field in dropped) for name in identifiers}
        words = ", ".join(
            f"{name} ({count} {'entry' if count == 1 else 'entries'})"
            for name, count in counts.items()
            if count
        )
        entry, name = dropped[0]
        them = "it" if "," not in words else "them"
        yield Finding(
            entry.fields[name].name_span,
            f"{style}.bst does not print {words}, but IEEE wants {them} in print. Put {them} into"
            " note: note = {doi: …}.",
        )
    for entry in entries:
        journal = entry.fields.get("journal")
        if journal is not None and journal.value.lower().startswith("arxiv"):
            yield Finding(
                journal.name_span,
                "A preprint is not a journal article. Write @misc with year and note = {arXiv:…}.",
            )
            return

"""BIB001, 007: the fields that an entry needs, and those that are not printed."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.phrases import nearest_clause
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE
from ieeelint.rules.support.works import BIBTEX, cited, known_types, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry

UNPRINTED = ("doi", "eprint", "isbn", "issn", "urldate", "eid", "archiveprefix")
TELLING = ("doi", "eprint", "eid")  # whose loss a reader notices


@rule(
    "BIB001",
    "bib-required-fields",
    ERROR,
    "IEEEtran.bst 1.14; IEEE Reference Guide",
    bad=[
        HEAD + "@article{⟦lima⟧, author = {Ana Lima}, title = {Flow}, year = 2024}",
        HEAD + "@book{⟦lima⟧, title = {Flow}, publisher = {Rio}, year = 2024}",
        HEAD + "@inproceedings{⟦lima⟧, author = {Ana Lima}, title = {Flow}, year = 2024}",
        HEAD
        + "@techreport{lima, author = {A. Lima}, title = {Flow}, institution = ⟦{}⟧, year = 2024}",
        HEAD + "@mics{⟦lima⟧, author = {A. Lima}, title = {Flow}}",
    ],
    good=[
        HEAD + WHOLE,
        HEAD + WHOLE + "\n@article{old, title = {Not cited}}",
        HEAD + "@misc{lima, title = {Flow}}",
        HEAD + "@inproceedings{lima, author = {A. Lima}, title = {Flow}, crossref = {proc}}\n"
        "@proceedings{proc, title = {Proc. Flow}, booktitle = {Proc. Flow}, year = 2024}",
        HEAD + "@article{lima, author = {A. Lima}, title = {Flow}, journal = {J. Flow}, note = {in"
        " press}}",
    ],
    formats=BIBTEX,
)
def required_fields(context: Context) -> Iterator[Finding]:
    """Each cited entry has the fields that its type needs.

    BibTeX warns of a missing field and prints a reference with a hole in it.
    What an entry takes by crossref counts; so does biblatex's own name of a
    field.
    """
    types = context.vocabulary.entry_types
    required = types.required
    if uses_biblatex(context):
        required = required | types.biblatex
    known = known_types(context)
    for entry in cited(context):
        needs = required.get(entry.kind)
        if needs is None:
            if entry.kind not in known:
                hint = nearest_clause(entry.kind, sorted(known))
                message = f"There is no entry type @{entry.kind}; it prints as @misc{hint}."
                yield Finding(entry.key_span, message.replace("?.", "?"), None, WARNING)
            continue
        missing = [need for need in needs if not _has(entry, need)]
        if not missing:
            continue
        words = " and ".join(need.split("|")[0] for need in missing)
        named = {name for need in missing for name in need.split("|")}
        empty = next((field for name, field in entry.fields.items() if name in named), None)
        if empty is not None and len(missing) == 1:
            yield Finding(empty.span, f"The field {words} is empty, and @{entry.kind} needs it.")
        else:
            yield Finding(entry.key_span, f"This @{entry.kind} lacks {words}.")


def _has(entry: Entry, need: str) -> bool:
    names = need.split("|")
    if entry.value(*names):
        return True
    # "in press" stands for the year, a publisher's own words for the rest
    return "year" in names and bool(entry.value("note"))


@rule(
    "BIB007",
    "bib-field-not-printed",
    INFO,
    "IEEEtran.bst 1.14 (its ENTRY list); IEEE Reference Guide",
    bad=[
        HEAD
        + "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024,"
        " ⟦doi⟧ = {10.1/2}}",
        HEAD + "@article{lima, author = {Ana Lima}, title = {Flow}, ⟦journal⟧ = {arXiv preprint"
        " arXiv:2401.1}, year = 2024}",
    ],
    good=[
        HEAD + WHOLE,
        HEAD + "@misc{lima, author = {A. Lima}, title = {Flow}, doi = {10.1/2}, url ="
        " {https://doi.org/10.1/2}}",
        HEAD.replace("\\bibliographystyle{IEEEtran}", "\\bibliographystyle{IEEEtranDOI}")
        + "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024,"
        " doi = {10.1/2}}",
    ],
    formats=("latex",),
)
def unprinted_fields(context: Context) -> Iterator[Finding]:
    """Fields that the style does not print are pointed out, once for all entries.

    IEEEtran.bst knows no doi and no eprint. IEEE wants both printed: put them
    into note (note = {doi: 10.1109/…}) or howpublished (arXiv:2401.00001), or
    use a style that prints them.
    """
    style = context.paper.bibliography.style.rpartition("/")[2]
    if uses_biblatex(context) or style not in ("IEEEtran", "IEEEtranS", "ieeetr", "unsrt", "plain"):
        return
    entries = cited(context)
    dropped = [
        (entry, name)
        for entry in entries
        for name in TELLING
        if name in entry.fields
        and not entry.value("url")
        and entry.fields[name].value not in entry.value("note") + entry.value("howpublished")
    ]
    if dropped:
        counts = {name: sum(one == name for _, one in dropped) for name in TELLING}
        words = ", ".join(f"{name} ({number} times)" for name, number in counts.items() if number)
        entry, name = dropped[0]
        yield Finding(
            entry.fields[name].name_span,
            f"{style}.bst does not print {words}. IEEE wants it: put it into note, such as note ="
            " {doi: …}.",
        )
    for entry in entries:
        journal = entry.fields.get("journal")
        if journal is not None and journal.value.lower().startswith("arxiv"):
            yield Finding(
                journal.name_span,
                "A preprint is no journal article: write @misc with year and howpublished ="
                " {arXiv:…}.",
            )
            return

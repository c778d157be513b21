"""BIB001, 007: fields that an entry lacks, and fields that are not printed."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.patterns import pattern
from ieeelint.phrases import nearest_clause
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE
from ieeelint.rules.support.works import BIBTEX, cited, supported_types, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry

# Fields that say where a work appeared: without them, the entry may have the wrong type.
PLACES = frozenset({"journal", "booktitle", "institution"})
# The type of entry that a field shows.
SHOWN = {"journal": "article", "booktitle": "inproceedings"}
ARXIV_FIELDS = ("journal", "howpublished", "note", "url", "eprint", "archiveprefix")
PROCEEDINGS = r"\b(?:Proc|Proceedings|Conference|Symposium|Workshop|Lecture Notes)\b"
STANDARD = r"\b(?:[Ss]tandards?|STANDARDS?|Std|RFC)\b"


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
        HEAD + "@article{⟦lima⟧, author = {A. Lima}, title = {Flow}, booktitle = {Proc. Flow}, year"
        " = 2024}",
        HEAD + "@inproceedings{⟦lima⟧, author = {A. Lima}, title = {Flow}, journal = {Proc. Flow},"
        " year = 2024}",
        HEAD + "@techreport{⟦lima⟧, author = {A. Lima}, title = {Flow}, journal = {J. Flow}, year"
        " = 2024}",
        HEAD + "@article{⟦lima⟧, author = {A. Lima}, title = {Flow}, eprint = {2401.1},"
        " archiveprefix = {arXiv}, year = 2024}",
        HEAD + "@techreport{⟦lima⟧, title = {Flow}, institution = {Flow Institute}, year = 2024}",
        HEAD + "@article{⟦lima⟧, title = {Standard Flow}, journal = {Flow Std 1}, year = 2024}",
        HEAD + "@article{⟦lima⟧, title = {Flow}}",
        HEAD + "@weblink{⟦lima⟧, title = {Flow}}",
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

    BibTeX warns about a missing field and prints the reference without it. A
    work that cannot have the field needs another type of entry.
    Fields that an entry inherits by crossref count, and so do biblatex's own
    names of fields.
    """
    types = context.vocabulary.entry_types
    required = types.required
    if uses_biblatex(context):
        required = required | types.biblatex
    supported = supported_types(context)
    for entry in cited(context):
        needs = required.get(entry.kind)
        if needs is None:
            if entry.kind not in supported:
                hint = nearest_clause(entry.kind, sorted(supported))
                message = f"There is no entry type @{entry.kind}. It prints as @misc"
                message += hint or ": write @misc."
                yield Finding(entry.key_span, message, None, WARNING)
            continue
        missing = [need for need in needs if not _has(entry, need)]
        if not missing:
            continue
        words = " and ".join(f'"{need.split("|")[0]}"' for need in missing)
        names = {name for need in missing for name in need.split("|")}
        empty = next((field for name, field in entry.fields.items() if name in names), None)
        if empty is not None and len(missing) == 1:
            yield Finding(
                empty.span, f"The field {words} is empty, but @{entry.kind} needs it. Fill it in."
            )
        else:
            fields = "fields" if len(missing) > 1 else "field"
            yield Finding(
                entry.key_span,
                f"This @{entry.kind} needs the {fields} {words}. {_advice(entry, missing)}",
            )


def _advice(entry: Entry, missing: list[str]) -> str:
    """What to do about missing fields: to add them, or to write the type that the entry shows."""
    names = {need.split("|")[0] for need in missing}
    add = "Add them" if len(missing) > 1 else "Add it"
    if names & PLACES and _is_preprint(entry):
        return f"{add}, or, for a preprint, write @misc with year and note = {{arXiv:…}}."
    for field, kind in SHOWN.items() if names & {*PLACES, "publisher"} else ():
        if kind != entry.kind and entry.value(field):
            if field == "journal" and pattern(PROCEEDINGS).search(entry.value(field)):
                return 'Its "journal" is a conference: write booktitle, not journal.'
            return f'Its "{field}" belongs to @{kind}: write @{kind}.'
    if names & PLACES:
        return (
            f"{add}, or change @{entry.kind} to the type of this work, such as @book, @manual, or"
            " @misc."
        )
    if names == {"author"}:
        if pattern(STANDARD).search(f"{entry.value('title')} {entry.value('journal')}"):
            return "Add it; for a standard without authors, write @standard."
        if entry.value("institution", "organization"):
            return "Add it; an organization is an author, too: author = {{…}}."
    return f"{add}."


def _is_preprint(entry: Entry) -> bool:
    """True if a field names arXiv."""
    return bool(entry.value("arxivid")) or any(
        "arxiv" in entry.value(name).lower() for name in ARXIV_FIELDS
    )


def _has(entry: Entry, need: str) -> bool:
    """True if the entry has the field ``need``, or one of several: ``author|editor``."""
    names = need.split("|")
    if entry.value(*names):
        return True
    # a note such as "in press" replaces the year
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

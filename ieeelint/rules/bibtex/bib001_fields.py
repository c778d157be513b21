"""BIB001: types and fields that an entry needs in print."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.entries import MONTHS
from ieeelint.patterns import pattern
from ieeelint.phrases import nearest_clause
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import BIBLATEX, HEAD, WHOLE
from ieeelint.rules.support.works import (
    BIBTEX,
    cited,
    is_preprint,
    supported_types,
    uses_biblatex,
    uses_ieeetran,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry, Field
    from ieeelint.tables.part_views import EntryTypes

# Fields that say where a work appeared: without them, the entry may have the wrong type.
PLACES = frozenset({"journal", "booktitle", "institution"})
# The type of entry that a field shows.
SHOWN = {"journal": "article", "booktitle": "inproceedings"}
# The name of a field for BibTeX, and that of biblatex.
RENAMED = {
    "journal": "journaltitle",
    "year": "date",
    "school": "institution",
    "address": "location",
}
DATE = r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-\d{2})?)?"
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
        HEAD + "@article{lima, author = {Ana Lima}, title = {Flow}, ⟦journaltitle⟧ = {J. Flow},"
        " date = {2024-03-05}}",
        HEAD + "@phdthesis{lima, author = {Ana Lima}, title = {Flow}, ⟦institution⟧ = {Rio},"
        " date = {ca. 2024}}",
        HEAD + "@thesis{⟦lima⟧, author = {Ana Lima}, title = {Flow}, institution = {Rio}}",
        HEAD + "@software{⟦lima⟧, author = {Ana Lima}, title = {Flow}}",
        HEAD + "@standard{⟦lima⟧, author = {Ana Lima}, title = {Flow}}",
        HEAD + "@misc{lima, title = {Flow}, ⟦month⟧ = mar}",
        HEAD + "@misc{⟦lima⟧, keywords = {Flow}}",
        (
            HEAD
            + "@book{lima, author = {Ana Lima}, title = {Flow}, publisher = {Rio}, year = 2024,"
            " ⟦location⟧ = {Porto}}"
        ).replace("\\bibliographystyle{IEEEtran}\n", ""),
    ],
    good=[
        HEAD + WHOLE,
        HEAD + WHOLE + "\n@article{old, title = {Not cited}}",
        HEAD + "@misc{lima, title = {Flow}}",
        HEAD + "@inproceedings{lima, author = {A. Lima}, title = {Flow}, crossref = {proc}}\n"
        "@proceedings{proc, title = {Proc. Flow}, booktitle = {Proc. Flow}, year = 2024}",
        HEAD + "@thesis{lima, author = {A. Lima}, title = {Flow}}".replace("thesis", "online"),
        (HEAD + "@software{lima, title = {Flow}}").replace("style{IEEEtran", "style{plain"),
        HEAD + "@techreport{lima, author = {A. Lima}, title = {Flow}, institution = {Rio}, year ="
        " 2024, journaltitle = {}, publisher = {Sand}, address = {Porto}, location = {Rio}}",
        BIBLATEX + "@article{lima, author = {A. Lima}, title = {Flow}, journaltitle = {J. Flow},"
        " date = {2024}}\n",
        BIBLATEX + "@thesis{lima, author = {A. Lima}, title = {Flow}, institution = {Rio}, date ="
        " {2024}}",
        HEAD + "@article{lima, author = {A. Lima}, title = {Flow}, journal = {J. Flow}, note = {in"
        " press}}",
    ],
    fixes=[
        (
            HEAD + "@article{lima, author = {Ana Lima}, title = {Flow}, ⟦journaltitle⟧ = {J. Flow},"
            " date = {2024-03-05}}",
            HEAD + "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow},"
            " year = 2024, month = mar}",
        ),
        (
            HEAD + "@book{lima, author = {Ana Lima}, title = {Flow}, publisher = {Rio},"
            " ⟦date⟧ = {2024}, location = {Porto}}",
            HEAD + "@book{lima, author = {Ana Lima}, title = {Flow}, publisher = {Rio},"
            " year = 2024, address = {Porto}}",
        ),
    ],
    formats=BIBTEX,
)
def required_fields(context: Context) -> Iterator[Finding]:
    """Each cited entry has a type that the style supports, and the fields that its type needs.

    BibTeX warns about a missing field and prints the reference without it. A
    work that cannot have the field needs another type of entry.
    Fields that an entry inherits by crossref count. biblatex has more types,
    and other names for fields: IEEEtran.bst prints such a type as @misc, and
    does not print a journal in journaltitle, or a year in date.
    """
    types = context.vocabulary.entry_types
    is_biblatex = uses_biblatex(context)
    required = types.required | types.biblatex if is_biblatex else types.required
    is_ieeetran = uses_ieeetran(context)
    for entry in cited(context):
        unread = [] if is_biblatex else _unread(types, entry)
        if unread:
            yield _names_of_biblatex(context, entry, unread)
        if entry.kind not in required:
            yield from _unsupported(context, entry, is_ieeetran)
        needs = required.get(entry.kind, [])
        if is_ieeetran:
            needs = needs + types.advised.get(entry.kind, [])
        replaced = {name for name, _ in unread}
        missing = [
            need
            for need in needs
            if not _has(entry, need, types.biblatex_fields if is_biblatex else {})
            and replaced.isdisjoint(need.split("|"))
        ]
        if missing:
            yield _missing(types, entry, missing)
        elif is_ieeetran and not unread and not entry.value("year") and entry.value("month"):
            span = entry.fields["month"].name_span if "month" in entry.fields else entry.key_span
            yield Finding(span, "This entry has a month but not a year. Add the year.")


def _missing(types: EntryTypes, entry: Entry, missing: list[str]) -> Finding:
    """A finding about fields that an entry lacks."""
    words = " and ".join(f'"{need.split("|")[0]}"' for need in missing)
    names = {name for need in missing for name in need.split("|")}
    empty = next((field for name, field in entry.fields.items() if name in names), None)
    severity = INFO if missing == types.advised.get(entry.kind) else ERROR
    if empty is not None and len(missing) == 1:
        message = f"The field {words} is empty, but @{entry.kind} needs it. Fill it in."
        return Finding(empty.span, message, severity=severity)
    fields = "fields" if len(missing) > 1 else "field"
    return Finding(
        entry.key_span,
        f"This @{entry.kind} needs the {fields} {words}. {_advice(entry, missing)}",
        severity=severity,
    )


def _unsupported(context: Context, entry: Entry, is_ieeetran: bool) -> Iterator[Finding]:
    """Findings about a type that the style prints as @misc, and about an entry without fields."""
    types = context.vocabulary.entry_types
    supported = supported_types(context)
    if is_ieeetran and not entry.value(*types.any_of):
        yield Finding(
            entry.key_span, "This entry prints nothing: it has no author, title, or year."
        )
    elif entry.kind not in supported:
        hint = nearest_clause(entry.kind, sorted(supported))
        message = f"There is no entry type @{entry.kind}. It prints as @misc"
        message += hint or ": write @misc."
        yield Finding(entry.key_span, message, None, WARNING)
    elif is_ieeetran and (entry.kind in types.foreign or entry.kind in types.biblatex):
        instead = types.instead.get(entry.kind)
        yield Finding(
            entry.key_span,
            f"IEEEtran.bst has no entry type @{entry.kind}, and prints it as @misc."
            f" Write {instead or '@misc'}.",
            severity=WARNING if instead is not None else INFO,
        )


def _unread(types: EntryTypes, entry: Entry) -> list[tuple[str, Field]]:
    """The fields of an entry that only biblatex reads, each after the name that BibTeX reads."""
    unprinted = types.unprinted.get(entry.kind, types.unprinted["misc"])
    unread = [
        (name, field)
        for name, other in RENAMED.items()
        if (field := entry.fields.get(other)) is not None
        and field.value
        and not entry.value(name)
        and name not in unprinted
    ]
    return sorted(unread, key=lambda each: each[1].name_span.start)


def _names_of_biblatex(context: Context, entry: Entry, unread: list[tuple[str, Field]]) -> Finding:
    """A finding about fields with biblatex's names; the fix renames them."""
    edits: list[Edit] = []
    names = []
    for name, field in unread:
        names.append(name)
        if name != "year":
            edits.append(Edit(field.name_span, name))
            continue
        match = pattern(DATE).fullmatch(field.value)
        if match is None:
            edits = []
            break
        month = f", month = {MONTHS[int(match[2]) - 1][:3]}" if match[2] else ""
        edits += [Edit(field.name_span, name), Edit(field.span, match[1] + month)]
    shown = " and ".join(f'"{field.name}"' for _, field in unread)
    is_sure = bool(context.paper.bibliography.style)
    severity = ERROR if is_sure and {"journal", "year"} & set(names) else INFO
    print_with = "" if is_sure else ", or print the list with biblatex"
    return Finding(
        unread[0][1].name_span,
        f"BibTeX does not print {shown}: only biblatex does. Write"
        f" {' and '.join(names)}{print_with}.",
        Fix(*edits, safe=is_sure) if edits else None,
        severity,
    )


def _advice(entry: Entry, missing: list[str]) -> str:
    """What to do about missing fields: to add them, or to write the type that the entry shows."""
    names = {need.split("|")[0] for need in missing}
    add = "Add them" if len(missing) > 1 else "Add it"
    if names & PLACES and is_preprint(entry):
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


def _has(entry: Entry, need: str, others: dict[str, list[str]]) -> bool:
    """True if the entry has the field ``need``, or one of several: ``author|editor``.

    ``others`` are further names for fields.
    """
    names = need.split("|")
    if entry.value(*names, *(other for name in names for other in others.get(name, ()))):
        return True
    # a note such as "in press" replaces the year
    return "year" in names and bool(entry.value("note"))

"""REF016: what Crossref and Retraction Watch know about the references."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.events import LOOKED_UP
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.look_up.facts import Fact

ENTRY = (
    HEAD + "@article{lima, author = {A. Lima}, title = {Steady Flow of Sand}, journal = {J. Flow},"
    " year = 2020, %s}"
)


@rule(
    "REF016",
    "reference-look-up",
    WARNING,
    "Crossref; Retraction Watch",
    bad=[ENTRY.replace("%s", "doi = {⟦10.1109/JF.2019.1⟧}")],
    good=[ENTRY.replace("%s", "doi = {10.1109/JF.2020.1}")],
    fixes=[
        (
            ENTRY.replace(", %s", ""),
            ENTRY.replace(", %s", "").replace("lima,", "lima,\n  doi = {10.1109/JF.2020.1},"),
        )
    ],
    formats=("latex", "word", "bibtex"),
    reports=LOOKED_UP,
)
def looked_up(context: Context) -> Iterator[Finding]:
    """A reference has the DOI, year, and numbers of its work, and the work is not retracted.

    This rule runs only with --look-up, which asks Crossref, or with --retractions, which reads a
    file of Retraction Watch and asks nobody. --look-up sends the DOIs of the references or, without
    a DOI, their titles and first authors, and nothing else of the draft. A work without a DOI is
    reported only if its title, author, and year fit no other work. Compare each suggestion with
    the paper itself: the records are those that publishers sent.
    """
    if context.look_up is None:
        return
    from ieeelint.look_up import facts
    from ieeelint.look_up.sought import of_entries, of_typed_list

    severities = {
        facts.RETRACTED: ERROR,
        facts.UNKNOWN: INFO,
        facts.MISSING: INFO,
    }
    paper = context.paper
    is_typed = paper.references and (paper.works is None or not paper.works.by_key)
    works = of_typed_list(paper) if is_typed else of_entries(cited(context))
    for fact in context.look_up.facts(works):
        severity = severities.get(fact.kind, "")
        yield Finding(_place(fact), fact.message, _fix(fact), severity=severity)


def _place(fact: Fact) -> Span:
    """The field that a fact is about, or the reference."""
    entry = fact.work.entry
    field = entry.fields.get(fact.field) if entry is not None and fact.field else None
    return field.span if field is not None else fact.work.span


def _fix(fact: Fact) -> Fix | None:
    """The edit that adds a missing field after the key of an entry; the author must review it."""
    if fact.work.entry is None or not fact.value:
        return None
    key = fact.work.entry.key_span
    value = fact.value.replace("–", "--").replace("{", "").replace("}", "")
    if fact.field == "pages" and "--" not in value:
        value = value.replace("-", "--")
    at = Span(key.source, key.end, key.end)
    return Fix(Edit(at, f",\n  {fact.field} = {{{value}}}"), safe=False)

"""BIB009: entries that BibTeX cannot read."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE
from ieeelint.rules.support.works import BIBTEX, cited, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# Problems after which BibTeX drops an entry or misreads it.
SERIOUS = (
    "unbalanced",
    "no-key",
    "no-value",
    "no-field",
    "no-comma",
    "split-value",
    "comment",
    "foreign",
)
ALSO_PRINTED = ("year", "month", "pages", "note", "howpublished", "url", "chapter", "key")


@rule(
    "BIB009",
    "bib-syntax",
    ERROR,
    "BibTeX",
    bad=[
        HEAD
        + "@article{lima, author = {Ana Lima}⟦ ⟧title = {Flow}, journal = {J. Flow}, year = 2024}".replace(  # noqa: E501
            "⟦ ⟧", "⟦}⟧"
        ).replace("{Ana Lima}⟦}⟧", "{Ana Lima⟦}⟧ "),
        HEAD + "⟦@article{⟧lima, author = {Ana Lima}, title = {Flow, journal = {J. Flow}, year ="
        " 2024}\n"
        "\n"
        "@misc{b, title = {C}}",
        HEAD + WHOLE.replace("{J. Flow}", "⟦flow⟧"),
        HEAD + WHOLE + "\n⟦@misc{⟧title = {No key}}",
        HEAD + WHOLE.replace("2024", "2024, ⟦pages begun⟧ = {1}"),
        HEAD + WHOLE.replace("2024", "⟦20⟧{24}, volume = {3}"),
        HEAD + WHOLE.replace("2024", "2024, ⟦%⟧ volume = {3}\n"),
        HEAD + WHOLE.replace("2024", "2024, ⟦title⟧ = {Sand}"),
    ],
    good=[
        HEAD + WHOLE,
        HEAD + "@string{flow = {J. Flow}}\n" + WHOLE.replace("{J. Flow}", "flow"),
        HEAD + WHOLE + "\n@misc{, title = {No key}}",
        HEAD + WHOLE.replace("2024", "2024, keywords = {a}, keywords = {b}"),
        HEAD + WHOLE + "\n@comment{ jabref-meta: a { b }; }\nWords between entries.",
    ],
    formats=BIBTEX,
)
def entries_readable(context: Context) -> Iterator[Finding]:
    """BibTeX can read each entry: braces are balanced, commas separate fields, macros are defined.

    After a mistake, BibTeX skips to the next entry, or reads the following text
    as part of this one. The fields of entries that are not cited are not
    checked.
    """
    paper = context.paper
    if paper.works is None:
        return
    for entry in cited(context):
        _ = entry.fields  # reading the fields finds their problems
    printed = {*context.vocabulary.entry_types.printed, *ALSO_PRINTED}
    for database in paper.works.databases:
        for problem in sorted(database.problems, key=lambda problem: problem.span.start):
            if problem.kind == "field-twice" and problem.span.text.lower() not in printed:
                continue
            if problem.kind == "comment" and uses_biblatex(context):
                continue  # biber accepts them
            if problem.kind == "no-macro" and paper.bibliography.database_keys is None:
                continue  # a file that could not be read may define it
            severity = ERROR if problem.kind in SERIOUS else WARNING
            if problem.kind == "field-twice":
                severity = INFO
            if problem.kind == "empty-key":  # only biber rejects it
                if uses_biblatex(context):
                    severity = ERROR
                elif paper.bibliography.cites_all or context.all_references:
                    severity = INFO
                else:
                    continue
            yield Finding(problem.span, problem.message, None, severity)

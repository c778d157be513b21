"""BIB005: the abbreviated titles of IEEE's periodicals."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_fields import fields_of
from ieeelint.printing.journal_titles import abbreviation, macro_of
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.reference_parts import Range

ENTRY = "@article{lima, author = {Ana Lima}, title = {Flow}, year = 2024, journal = %s}"


def _example(journal: str) -> str:
    return HEAD + ENTRY.replace("%s", journal)


def _without_mark(plain: str, place: Range) -> Range:
    """The range of a title without the mark after it; a period before a comma is part of it."""
    start, end = place
    stripped = start + len(plain[start:end].rstrip(" ,."))
    is_of_word = plain[stripped : stripped + 1] == "." and plain[stripped + 1 : stripped + 2] == ","
    return start, stripped + is_of_word


@rule(
    "BIB005",
    "bib-journal-abbreviation",
    WARNING,
    "IEEE Reference Guide; IEEEabrv.bib",
    bad=[
        _example("⟦{IEEE Transactions on Information Theory}⟧"),
        _example("⟦{{IEEE} Transactions on Pattern Analysis \\& Machine Intelligence}⟧"),
        _example("⟦{IEEE Trans. Automatic Control}⟧"),
        _example("⟦{Information Theory, IEEE Transactions on}⟧"),
        _example("⟦{IEEE Trans Inf Theory}⟧"),
        _example("⟦{IEEE Trans. Signals Processing}⟧"),
        _example("⟦{Journal of Lightwave Technology}⟧"),
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
        _example("{IEEE Trans. Very Large Scale Integr. (VLSI) Syst.}"),  # as IEEE prints it
        _example("{IEEE Trans. VLSI Syst.}"),  # as IEEEabrv.bib has it
        _example("{IEEE Robot. Automat. Lett.}"),  # IEEE prints both
        _example("{IEEE Trans. Syst. Man Cybern. Syst.}"),
        _example("{IEEE Trans.}"),
        _example("{IEEE Trans. Qi Theory}"),
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
        (  # the macro would print "IEEE Trans. on Cloud Comput."
            _example("⟦{IEEE Transactions on Cloud Computing}⟧").replace(
                "\\bibliography{refs}", "\\bibliography{IEEEabrv,refs}"
            ),
            _example("{IEEE Trans. Cloud Comput.}").replace(
                "\\bibliography{refs}", "\\bibliography{IEEEabrv,refs}"
            ),
        ),
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{⟦IEEE Trans. Automatic Contr.⟧}, vol. 1,"
            " pp. 3--9, 2020.",
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{IEEE Trans. Autom. Control}, vol. 1,"
            " pp. 3--9, 2020.",
        ),
        (  # one period at the end, not two
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{⟦IEEE Transact. Inf. Theory⟧.} vol. 1, pp."
            " 3--9, 2020.",
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{IEEE Trans. Inf. Theory.} vol. 1, pp."
            " 3--9, 2020.",
        ),
    ],
    formats=("latex", "word", "bibtex"),
)
def journal_abbreviated(context: Context) -> Iterator[Finding]:
    """Titles of IEEE's journals and magazines are abbreviated as IEEE abbreviates them.

    IEEE has printed some titles in several forms; all of them are accepted.
    Where \\bibliography names IEEEabrv before the paper's own file, write its
    macro instead of the title, without braces, if it prints what IEEE prints
    today. Titles of other publishers are not checked.
    """
    paper = context.paper
    journals = context.vocabulary.journals
    for _, parts in context.index.typed_entries:
        container = fields_of(parts).get("container")
        better = abbreviation(journals, container.words) if container is not None else None
        if container is not None and better:
            start, end = _without_mark(parts.plain, container.place)
            # a period after the title also ends its last word
            is_ended = parts.plain[end : end + 1] == "."
            written = better.removesuffix(".") if is_ended else better
            span = paper.text.span(start, end)
            fix = Fix(Edit(span, written)) if paper.text.is_typed(start, end) else None
            yield Finding(span, f'Abbreviate the title as IEEE does: "{better}".', fix)
    has_macros = any(name.startswith("IEEEabrv") for name, _ in paper.bibliography.databases)
    for entry in cited(context):
        field = entry.field("journal", "journaltitle")
        if field is None or field.inside is None or field.name not in entry.fields:
            continue
        better = abbreviation(journals, field.value)
        if not better:
            continue
        macro = macro_of(better) if has_macros else ""
        text = macro or "{" + better.replace("&", "\\&") + "}"
        yield Finding(
            field.span,
            f"Abbreviate the title as IEEE does: {field.name} = {text}.",
            Fix(Edit(field.span, text)),
        )

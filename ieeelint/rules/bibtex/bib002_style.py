"""BIB002: the style that prints the list, and the order of its files."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# Styles that number in the order of citation, as IEEE does, but print another form.
NEAR = ("ieeetr", "unsrt", "unsrtnat", "unsrturl", "ieee", "IEEEbib")
MACROS = ("IEEEabrv", "IEEEfull")


@rule(
    "BIB002",
    "bib-style",
    WARNING,
    "IEEEtran BibTeX HOWTO; IEEE conference template, References",
    bad=[
        HEAD.replace("\\bibliographystyle{IEEEtran}", "⟦\\bibliographystyle{ieeetr}⟧") + WHOLE,
        HEAD.replace("{refs}", "{refs,⟦IEEEabrv⟧}") + WHOLE,
    ],
    good=[
        HEAD + WHOLE,
        HEAD.replace("{refs}", "{IEEEabrv,refs}") + WHOLE,
        HEAD.replace("{IEEEtran}\n\\bib", "{IEEEtranS}\n\\bib") + WHOLE,
    ],
    fixes=[
        (
            HEAD.replace("{refs}", "{refs,⟦IEEEabrv⟧}") + WHOLE,
            HEAD.replace("{refs}", "{IEEEabrv,refs}") + WHOLE,
        ),
    ],
    formats=("latex",),
)
def bibliography_style(context: Context) -> Iterator[Finding]:
    """The style is IEEEtran, and the file of journal macros stands before those that use it.

    ieeetr and unsrt number references as IEEE does, but abbreviate names and
    months otherwise. BibTeX reads the files in order: a macro of IEEEabrv that
    comes too late prints as nothing.
    """
    bibliography = context.paper.bibliography
    style = bibliography.style.rpartition("/")[2].removesuffix(".bst")
    if bibliography.style_span is not None and style in NEAR:
        yield Finding(
            bibliography.style_span,
            f'The style "{style}" numbers as IEEE does, but prints another form: write'
            " \\bibliographystyle{IEEEtran}.",
            Fix(Edit(bibliography.style_span, "\\bibliographystyle{IEEEtran}"), safe=False),
        )
    names = [name for name, _ in bibliography.databases]
    late = [
        number
        for number, name in enumerate(names)
        if name.startswith(MACROS) and any(not one.startswith("IEEE") for one in names[:number])
    ]
    if not late:
        return
    span = bibliography.databases[late[0]][1]
    spans = [one for _, one in bibliography.databases]
    ordered = sorted(names, key=lambda name: not name.startswith(MACROS))
    edits = [Edit(one, name) for one, name in zip(spans, ordered, strict=True) if one.text != name]
    fix = Fix(*edits) if all(one.source is span.source for one in spans) else None
    message = (
        f"Name {names[late[0]]} first: BibTeX needs its macros before the entries that use them."
    )
    yield Finding(span, message, fix, ERROR)

"""BIB002: the BibTeX style, and the order of the .bib files."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD, WHOLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

MACRO_FILES = ("IEEEabrv", "IEEEfull")  # define macros for the titles of journals


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
    """The style is IEEEtran, and the file of journal macros comes before the files that use it.

    ieeetr and unsrt number references as IEEE does, but abbreviate names and
    months differently. BibTeX reads the files in order, so a macro that is
    used before IEEEabrv defines it prints nothing.
    """
    bibliography = context.paper.bibliography
    style = bibliography.style.rpartition("/")[2].removesuffix(".bst")
    almost_ieee = context.vocabulary.citations.styles.almost_ieee
    if bibliography.style_span is not None and style in almost_ieee:
        yield Finding(
            bibliography.style_span,
            f'The style "{style}" numbers references as IEEE does but prints them differently.'
            " Write \\bibliographystyle{IEEEtran}.",
            Fix(Edit(bibliography.style_span, "\\bibliographystyle{IEEEtran}", True), safe=False),
        )
    names = [name for name, _ in bibliography.databases]
    late = [
        number
        for number, name in enumerate(names)
        if name.startswith(MACRO_FILES)
        and any(not earlier.startswith("IEEE") for earlier in names[:number])
    ]
    if not late:
        return
    span = bibliography.databases[late[0]][1]
    places = [place for _, place in bibliography.databases]
    ordered = sorted(names, key=lambda name: not name.startswith(MACRO_FILES))
    edits = [
        Edit(place, name, on_source=True)
        for place, name in zip(places, ordered, strict=True)
        if place.text != name
    ]
    fix = Fix(*edits) if all(place.source is span.source for place in places) else None
    message = (
        f"Put {names[late[0]]} first: BibTeX needs its macros before the entries that use them."
    )
    yield Finding(span, message, fix, ERROR)

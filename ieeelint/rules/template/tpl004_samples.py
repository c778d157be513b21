"""TPL004: sample references, tables, and figures of IEEE's templates left in the draft."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import CAPTION, CELL, REFERENCE, TABLE_NOTE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.leftovers import OF_STARTER
from ieeelint.rules.support.template_phrases import folded, hits, starters
from ieeelint.rules.support.template_prints import template_text
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.zones import Passage

# The space between two references in one entry: a period, and then names of authors.
NEXT_ENTRY = (
    r"(?<=[\w”\"\])][\w”\"\])][.\])])[\s\u00a0]{1,3}"
    r"(?=(?:[A-Z]\.[\s\u00a0-]?){1,4}(?:[A-Z][\w’'-]{1,24}[\s\u00a0]){0,1}[A-Z][\w’'-]{1,24}(?:,|\s(?:and|et)\s))"
)
YEAR = r"\b(?:19|20)[0-9]{2}\b"


@rule(
    "TPL004",
    "template-references-and-floats",
    ERROR,
    "IEEE conference template, sample references, table, and figure",
    bad=[
        "%! references\n\\bibitem{b1} ⟦K.⟧ Elissa, ``Title of paper if known,'' unpublished.",
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020. "
            "⟦K.⟧ Elissa, ``Title of paper if known,'' unpublished."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦K. Elissa, ``Title of paper if known,'' unpublished.⟧ "
            "A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima, Title of paper if known. B. Costa, unpublished.⟧"
        ),
        (
            "%! references\n"
            "\\bibitem{lima} ⟦A. Lima, Pipes of sand. B. Costa, ``Title of paper if known.''⟧"
        ),
        HEAD
        + "@misc{lima, author = {A. Lima}, title = {⟦A placeholder for an article⟧ that you cite}}",
        (
            "\\begin{table}[!t]\n"
            "\\caption{⟦Table⟧ Type Styles}\n"
            "\\begin{tabular}{c}a\\end{tabular}\n"
            "\\end{table}"
        ),
    ],
    good=[
        (
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020. "
            "B. Costa, ``Sand,'' \\emph{J. Flow}, vol. 2, 2021."
        ),
        (
            "%! references\n"
            "\\bibitem{max} J. Clerk Maxwell, \\emph{A Treatise on Electricity and Magnetism}, "
            "3rd ed. Oxford, U.K.: Clarendon, 1892.\n"
            "\\bibitem{lima} A. Lima, ``Pipes,'' \\emph{J. Flow}, vol. 1, 2020."
        ),
    ],
    in_condemned=True,
)
def sample_references_and_floats(context: Context) -> Iterator[Finding]:
    """The paper contains no sample reference, table, or figure of the template.

    Delete the samples, or replace them with your own. Works that a paper may
    really cite are reported only together with another sample.
    """
    paper = context.paper
    sample_phrases = context.vocabulary.template.samples
    phrases = [*sample_phrases.references, *starters(context)["references"]]
    known = template_text(context)
    samples = list(hits(context, phrases, {REFERENCE}))
    samples += [(start, end, "") for start, end in known.references]
    entries = {paper.passage_at(start).start for start, _, _ in samples}
    shared = sample_phrases.shared
    if len(entries) > 1 or any(phrase not in shared for _, _, phrase in samples):
        seen: set[int] = set()
        for position, _, _ in sorted(samples):
            passage = paper.passage_at(position)
            if passage.start in seen:
                continue
            seen.add(passage.start)
            span = paper.text.span(*_sample_part(context, passage, position))
            yield Finding(
                span,
                "This is a sample reference of the template. Delete it, or replace it with your"
                " own.",
                condemned=[span],
            )
    yield from _starter_references(context)
    captions = [*sample_phrases.captions, *starters(context)["captions"]]
    sample_captions = {
        paper.passage_at(start).start: (start, end)
        for start, end in [
            *known.captions,
            *((start, end) for start, end, _ in hits(context, captions, {CAPTION})),
        ]
    }
    for start, end in sample_captions.values():
        yield Finding(
            paper.text.span(start, end),
            "This is a sample caption of the template. Replace the sample with your own.",
            condemned=[paper.passage_at(start).span],
        )
    for start, end, _ in list(hits(context, sample_phrases.cells, {CELL, TABLE_NOTE}))[:1]:
        yield Finding(
            paper.text.span(start, end),
            "This is the sample table of the template. Replace it with your own.",
            condemned=[paper.passage_at(start).span],
        )


def _sample_part(context: Context, passage: Passage, position: int) -> tuple[int, int]:
    """The range of the sample at ``position``, in whose entry an author's own may be too."""
    plain = context.paper.text.plain
    start = passage.start + len(passage.plain) - len(passage.plain.lstrip())
    for match in pattern(NEXT_ENTRY).finditer(plain, start, passage.end):
        before, after = match.span()
        if after <= position and pattern(YEAR).search(plain, start, before):
            start = after
        elif before > position and pattern(YEAR).search(plain, after, passage.end):
            return start, before
    return start, passage.end


def _starter_references(context: Context) -> Iterator[Finding]:
    """The sample references of a starter that are still in the ``.bib`` file and printed."""
    titles = starters(context)["references"]
    for entry in cited(context):
        title = entry.field("title")
        if title is not None and folded(title.value) in titles:
            yield Finding(title.inside or title.span, OF_STARTER)

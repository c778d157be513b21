"""TXT001, 002: extra line breaks, page breaks and page numbers."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support import word_breaks, word_layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

CLAUSE = "IEEE conference template, sec. III"


@rule(
    "TXT001",
    "text-extra-returns",
    WARNING,
    CLAUSE,
    bad=[
        "Water flows.\n\n⟦\\bigskip⟧\nSand does not.",
        "%! word\n[Body Text] Water flows.\n[Body Text] \n[Body Text] \n[Body Text] Sand does not.",
        "%! word\n[Body Text] Water flows.<br/>\n[Body Text] Sand does not.",
        "%! word\n" + "[Body Text] Water flows.\n[Body Text] \n" * 3 + "[Body Text] It does.",
        "%! word\n[Body Text] Water flows.\n[Body Text] ⟦.⟧\n[Body Text] Sand does not.",
        "%! word\n[Body Text] Water flows.\n[figure caption plain] ⟦ :⟧\n[Body Text] Sand.",
        (
            "%! word\n[Body Text] The water of the old town flows in pipes that are wet and"
            " old.⟦<br/>⟧The sand of the town is dry."
        ),
        (
            "%! word\n[Body Text] Leaks of old pipes<br/>The water of the old town flows in pipes"
            " that are wet and old, and it is slow."
        ),
        (
            "%! word\n[Body Text] The water of the old town flows in many pipes that are wet, and"
            " it is\n[Body Text] ⟦slow in all of the pipes of the town that we saw in the long"
            " rain of spring.⟧"
        ),
        "Water flows.⟦\\\\⟧ \n\nSand does not.",
        "Water flows.⟦\\newline⟧\n\nSand does not.",
        "Water is wet. ⟦\\medskip⟧ \\begin{center}Sand.\\end{center} It is dry.",
    ],
    good=[
        "\\begin{tabular}{c}a\\\\\nb\\\\\n\\end{tabular}",
        "Water flows.\n\nSand does not.",
        "%! word\n[Body Text] Sand<br/>Mud<br/>Rain",  # the lines of a list or of a verse
        (
            "%! word\n[Body Text] Ana Lima, Bruno Costa, Carla Rocha, Dora Sousa, Eva Pinto, Rui"
            " Melo<br/>Porto"
        ),
        (
            "%! word\n[Body Text] It flows.\n| The water of the old town flows in many pipes that"
            " are wet and old.<br/>The sand of the town is dry. | Sand |"
        ),
        (
            "%! word\n[Body Text] Sand of the town\n[Body Text] slow in all of the pipes of the"
            " town that we saw in the long rain of spring."
        ),
        (
            "%! word\n[Body Text] # the water of the old town flows in pipes that are wet and"
            " old<br/>flow = pump(sand)<br/>print(flow)"
        ),
        (
            "%! word\n[Body Text font=Consolas] the water of the old town flows in pipes that are"
            " wet and old<br/>and it is slow in all of them"
        ),
        (
            "%! word\n[Body Text] The water of the old town flows in many pipes that are wet and"
            " old:<br/><picture/>"
        ),
        (
            "%! word\n[Body Text] The water of the old town flows in many pipes that are wet"
            "\n[Body Text] Sand flows in all of the pipes of the town that we saw in the long"
            " rain of spring."
        ),
        (
            "%! word\n[Body Text] The water of the old town flows in many pipes, so that the law"
            " of it is\n[equation] <math>a = b</math>\n[Body Text] where it is slow in all of the"
            " pipes of the town that we saw in the long rain of spring."
        ),
        (
            "%! word\n[Body Text] The water of the old town flows in many pipes, and we do this"
            " with the\n[Body Text] sand of the pipes that are in the old town, and so on, in all"
            " of its many houses\n[Body Text] mud of the pipes that are in the old town, and so"
            " on, in all of its many houses"
        ),
        "\\begin{center}Water \\\\ Sand\\end{center}",
        ("\\begin{itemize}\\item Water flows.\\\\\n\n\\item Sand does not.\\end{itemize}"),
        "\\begin{center}Water flows.\\\\\n\nSand does not.\\medskip\\end{center}",
        ("%! preamble\n\\newcommand{\\gap}{\\medskip}\n\\bigskip\n%! body\nWater is wet."),
    ],
    fixes=[("Water flows.⟦\\\\⟧\n\nSand does not.", "Water flows.\n\nSand does not.")],
)
def extra_returns(context: Context) -> Iterator[Finding]:
    r"""One blank line ends a paragraph; do not use line breaks or skips for spacing.

    "\\" before a blank line makes an empty line and an underfull box. Delete it.
    """
    paper = context.paper
    if context.word is not None:
        yield from word_layout.extra_returns(context.word)
        yield from word_breaks.broken_lines(context.word, context.vocabulary.word_styles.fonts.code)
        yield from word_breaks.divided_sentences(context.word)
        return
    plain = paper.text.plain
    for paragraph in paper.paragraphs:
        passage = paragraph.passage
        if passage.zone != PROSE or paragraph.environment or passage.is_item:
            continue
        end = passage.end
        while end > passage.start and plain[end - 1] in " \n\u00a0\t":
            end -= 1
            span = paper.text.span(end, end + 1)
            if span.text.startswith(("\\\\", "\\newline")):
                if _is_inside(paper, span.source.text, span.start):
                    break
                message = "A line break at the end of a paragraph leaves an empty line. Delete it."
                yield Finding(span, message, Fix(Edit(span, "", on_source=True)))
                break
    if context.latex is not None:
        for use in context.latex.commands("bigskip", "medskip"):
            if (
                not use.in_preamble
                and not use.in_definition
                and not _is_inside(paper, use.span.source.text, use.span.start)
            ):
                yield Finding(
                    use.span,
                    f"The class sets the space between paragraphs. Delete \\{use.name}.",
                    None,
                    INFO,
                )


def _is_inside(paper: Paper, text: str, start: int) -> bool:
    """True inside an environment other than the document: a box, a title page, a float."""
    before = text[max(0, start - 3000) : start]
    opened = pattern(r"\\(begin|end)\s{0,2}\{([a-zA-Z*]{1,20})\}").findall(before)
    depth = 0
    for edge, name in reversed(opened):
        if name == "document":
            break
        depth += 1 if edge == "begin" else -1
        if depth > 0:
            return True
    return False


@rule(
    "TXT002",
    "text-no-pagination",
    WARNING,
    CLAUSE + "; instructions of IEEE conferences",
    bad=[
        "%! preamble\n⟦\\pagestyle{plain}⟧",
        "⟦\\newpage⟧\n\n\\section{Sand}\nWater flows.",
        "%! preamble\n\\usepackage{⟦fancyhdr⟧}",
        "%! word\n[Body Text] Water flows.<page/>\n[Body Text] Sand does not.",
        "⟦\\pagenumbering{arabic}⟧ Water flows.",
        (
            "⟦\\clearpage⟧ Water flows. \\pagebreak It is dry. \\cleardoublepage It is "
            "wet.\n"
            "\n"
            "\\section{Sand}\n"
            "Dry."
        ),
    ],
    good=[
        "%! preamble\n\\pagestyle{empty}",
        "%! class\n\\documentclass[journal]{IEEEtran}\n%! preamble\n\\pagestyle{headings}",
        "%! back\n\\newpage",
        (
            "%! preamble\n"
            "\\newcommand{\\nextpage}{\\newpage}\n"
            "\\newcommand{\\plainpage}{\\thispagestyle{plain}}\n"
            "\\pagenumbering{gobble}\n"
            "\\thispagestyle{IEEEtitlepagestyle}\n"
            "\\clearpage"
        ),
    ],
    formats=("latex", "word"),
)
def no_pagination(context: Context) -> Iterator[Finding]:
    """A conference paper has no page numbers, headers, footers, or manual page breaks.

    IEEE adds them for the whole proceedings. Drafts for review may need page
    numbers, so before the camera-ready stage this is reported only as info.
    """
    view = context.latex
    if not context.profile.is_conference:
        return
    severity = INFO if context.stage != "camera-ready" else ""
    if context.word is not None:
        yield from word_layout.pagination(context.word, severity)
    if view is None:
        return
    for use in view.commands("pagestyle", "thispagestyle", "pagenumbering"):
        if (
            use.argument(0).strip() not in ("empty", "gobble", "IEEEtitlepagestyle")
            and not use.in_definition
        ):
            is_style = use.name != "pagenumbering"
            what = "headers, footers, and page numbers" if is_style else "page numbers"
            yield Finding(
                use.span,
                f"IEEE sets {what}. Delete \\{use.name}{{{use.argument(0)}}}.",
                None,
                severity,
            )
    package = view.packages.get("fancyhdr")
    if package is not None:
        yield Finding(
            package.name_span,
            "IEEE sets headers and footers. Do not load fancyhdr.",
            None,
            severity,
        )
    last = max((heading.order for heading in context.paper.headings), default=())
    for use in view.commands("newpage", "clearpage", "pagebreak", "cleardoublepage"):
        if use.in_preamble or use.in_definition or use.order > last or not use.order:
            continue
        yield Finding(use.span, f"IEEE sets the page breaks. Delete \\{use.name}.", None, severity)

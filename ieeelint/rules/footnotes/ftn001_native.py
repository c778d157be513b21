"""FTN001: LaTeX or Word numbers the footnotes."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, SUPERSCRIPT
from ieeelint.paper.zones import PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Footnote
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark
    from ieeelint.views.latex import Command, LatexView

CLAUSE = "IEEE conference template, References (footnotes)"
# A redefinition of the footnote number; group 1 is the new form.
REDEFINED = (
    r"\\(?:renewcommand\*?|def|gdef)\s{0,3}\{?\s{0,3}\\thefootnote"
    r"(?![a-zA-Z])\s{0,3}\}?\s{0,3}\{([^\n]{0,80})"
)
# A formula of nothing but a raised number.
RAISED = (
    r"\s{0,3}\{?\s{0,3}\}?\s{0,3}\^\s{0,3}\{?\s{0,3}(?:\\(?:text|mathrm"
    r"|rm)\s{0,2}\{?)?\s{0,2}([0-9]{1,2})[\s}]{0,6}\Z"
)


@rule(
    "FTN001",
    "footnote-native-numbered",
    WARNING,
    CLAUSE,
    bad=[
        (
            "%! preamble\n"
            "⟦\\renewcommand{\\thefootnote}⟧{\\fnsymbol{footnote}}\n"
            "%! body\n"
            "It flows.\\footnote{Slowly.}"
        ),
        "The pipe is old.⟦\\textsuperscript{1}⟧ It leaks.\n\n\\textsuperscript{1} Very old.",
        "The pipe is old.⟦$^1$⟧ It leaks.\n\n$^{1}$Very old.",
        "%! preamble\n\\usepackage{⟦endnotes⟧}\n%! body\nIt flows.\\endnote{Slowly.}",
        "It flows.\\footnote{Slowly.} It leaks.\n\n⟦\\footnotetext{Sand does not.}⟧",
        "%! preamble\n\\usepackage{⟦endnotes⟧}",
        "The pipe is old.\\footnote{Very.} It leaks.⟦\\footnotetext{Old.}⟧",
        (
            "It flows.\\footnote{Slowly.} "
            "⟦\\renewcommand{\\thefootnote}⟧{\\alph{footnote}} It is "
            "wet.\\footnote{Very.} \\renewcommand{\\thefootnote}{\\roman{footnote}} It "
            "is dry."
        ),
    ],
    good=[
        (
            "The pipe is old.\\footnote{Very old.} Take 5~m\\textsuperscript{2} of it, the"
            " 1\\textsuperscript{st}, and $x^2$."
        ),
        "The pipe is old.\\footnotemark{} It leaks.\\footnotetext{Very old.}",
        "%! preamble\n\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}",
        (
            "%! preamble\n"
            "\\renewcommand{\\thefootnote}{\\arabic{footnote}}\n"
            "%! body\n"
            "It flows.\\footnote{Slowly.}"
        ),
        "\\let\\thefootnote\\relax\\footnotetext{Made in Porto.}\n\nIt flows.",
        "It leaks 5~m\\textsuperscript{2}.\n\n\\textsuperscript{13}C is heavy.",
        (
            "%! body\n"
            "{\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}\\footnotetext[1]{Both "
            "alike.}}\n"
            "\\renewcommand{\\thefootnote}{\\arabic{footnote}}It flows.\\footnote{Slowly.}"
        ),
        (
            "The pipe is old.\\footnote{Very.} It "
            "leaks.{\\renewcommand{\\thefootnote}{}\\footnotetext{Old.}} It is "
            "wet\\footnotemark."
        ),
        (
            "The flow of 10\\textsuperscript{2} and $x^{1}$ is wet.\n"
            "\n"
            "$^1$ very low\n"
            "\n"
            "$^{2}$Very low."
        ),
        "The flow\\textsuperscript{100} is wet.\n\n\\textsuperscript{100} Very low.",
    ],
)
def native(context: Context) -> Iterator[Finding]:
    """Make footnotes with the footnote command of LaTeX or Word, numbered 1, 2, 3 in superscripts.

    A number typed by hand does not change when you add a footnote, and its text
    is not at the foot of the column. Letters and symbols are for tables and for
    the first page.
    """
    paper = context.paper
    if context.latex is not None:
        packages = context.vocabulary.classes.notes.endnotes
        yield from _commands(paper, context.latex, packages)
    openings: dict[str, Mark] = {}
    raised = [
        (number, mark)
        for mark in paper.text.marks_of(SUPERSCRIPT, MATH)
        if (number := _number(paper, mark))
    ]
    for number, mark in raised:
        passage = paper.passage_at(mark.start)
        if passage.zone == PROSE and not paper.text.plain[passage.start : mark.start].strip():
            if pattern(r"(?:[\s\u00a0]{1,3}|(?=[A-Z][^\W\d_]))[A-Z“\"\ue005]").match(
                paper.text.plain, mark.end
            ):
                openings.setdefault(number, mark)
    how = "Use \\footnote" if paper.format == "latex" else "Insert a footnote"
    for number, mark in raised:
        note = openings.get(number)
        if (
            note is None
            or mark is note
            or paper.passage_at(mark.start).zone != PROSE
            or mark.start > note.start
        ):
            continue
        if (
            paper.text.plain[mark.start - 1].isdigit()
            or pattern(r"[\s\u00a0]?[^\W\d_]").match(paper.text.plain, note.end) is None
        ):
            continue
        yield Finding(
            _whole(mark),
            f"This footnote mark is typed by hand. {how}, which sets the number and position.",
        )


def _number(paper: Paper, mark: Mark) -> str:
    """The digits of a raised number, or empty."""
    if mark.kind == SUPERSCRIPT:
        words = paper.text.plain[mark.start : mark.end].strip()
        return words if words.isdigit() and len(words) < 3 else ""
    match = pattern(RAISED).match(mark.data.content) if mark.data is not None else None
    return match.group(1) if match else ""


def _whole(mark: Mark) -> Span:
    """The mark with the command that raises it."""
    span = mark.span
    start = span.source.text.rfind("\\", max(0, span.start - 20), span.start)
    if mark.kind == SUPERSCRIPT and start >= 0 and span.source.text[span.end : span.end + 1] == "}":
        return Span(span.source, start, span.end + 1)
    return span


def _commands(paper: Paper, view: LatexView, endnote_packages: list[str]) -> Iterator[Finding]:
    """A changed \\thefootnote, endnotes, and \\footnotetext without a mark."""
    body = [note for note in paper.footnotes if note.zone == PROSE and note.command == "footnote"]
    if body and any("\\thefootnote" in source.text for source in paper.sources):
        yield from _other_numbers(view, body)
    for name in endnote_packages:
        if name in view.packages:
            package = view.packages[name]
            yield Finding(package.name_span, "IEEE prints footnotes, not endnotes. Use \\footnote.")
    texts = [
        note for note in paper.footnotes if note.command == "footnotetext" and note.zone == PROSE
    ]
    if body and texts and not view.commands("footnotemark", "tablefootnote", "tnote"):
        for note in texts:
            if "footnotetext{" in note.span.text and not _is_unnumbered(note):
                yield Finding(
                    note.span,
                    "This footnote has no mark. Use \\footnote, or \\footnotemark in the text.",
                )


def _is_unnumbered(note: Footnote) -> bool:
    """True after \\let\\thefootnote\\relax and the like, as for a note of the first page."""
    before = note.span.source.text[max(0, note.span.start - 200) : note.span.start]
    return "\\thefootnote" in before or "\\@thefnmark" in before


def _other_numbers(view: LatexView, body: list[Footnote]) -> Iterator[Finding]:
    """A change of \\thefootnote before a footnote of the text."""
    changes: list[tuple[Command, str]] = []
    for use in view.commands("renewcommand", "renewcommand*", "def", "gdef"):
        match = pattern(REDEFINED).match(use.span.source.text, use.span.start)
        if match is not None and not use.in_definition:
            changes.append((use, match.group(1)))
    reported: set[int] = set()
    for note in body:
        before = [
            change for change in changes if change[0].in_preamble or change[0].order < note.order
        ]
        if not before:
            continue
        use, words = before[-1]
        if ("fnsymbol" in words or "lph{" in words or "oman{" in words) and id(use) not in reported:
            source = use.span.source
            inside = source.text[max(0, use.span.start - 2) : use.span.start]
            if "{" in inside:
                continue  # inside a group
            reported.add(id(use))
            end = source.text.find("}", use.span.start) + 1
            yield Finding(
                Span(source, use.span.start, end),
                "Footnotes have the numbers 1, 2, 3. Delete this change of \\thefootnote.",
            )

"""TAB005: the notes of tables have superscript lowercase letters and are under the table."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.seeking import items_from
from ieeelint.paper.text import MATH, NOTE, SUPERSCRIPT
from ieeelint.paper.zones import CAPTION, CELL
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Footnote
    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.paper.zones import Passage

# A formula of nothing but a raised digit, letter, star or dagger.
RAISED = (
    r"(?:\{\})?\^\s*\{?\s*(?:\\(?:mathrm|text|rm)\s*\{?)?\s*([0-9]{1,2}|[a-z]|\*{1,3}|\\(?:dagger"
    r"|ddagger|ast|star|S|P)\b|[†‡§¶])\s*\}{0,2}"
)
# Command -> what it prints.
PRINTED = {"\\dagger": "†", "\\ddagger": "‡", "\\ast": "*", "\\star": "⋆", "\\S": "§", "\\P": "¶"}
# Words of a table whose stars mark significance.
STATISTICS = r"\bp\s*[<=≤]|\b[Ss]ignifican|\bp-values?\b|[\ue000]\s*signif"


def _table(rows: str, after: str = "") -> str:
    return (
        "Table~\\ref{tab:a} lists gains.\n"
        "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\n"
        "\\begin{tabular}{cc}\n" + rows + "\n\\end{tabular}\n" + after + "\n\\end{table}"
    )


@rule(
    "TAB005",
    "tab-footnote-letters",
    WARNING,
    "IEEE conference template, sec. III-H and References; IEEE Editorial Style Manual, tables",
    bad=[
        _table("Gain & 1⟦\\footnote⟧{Measured.}\\\\"),
        _table(
            "Gain & 1\\tnote{⟦1⟧}\\\\", "\\begin{tablenotes}\\item[1] Measured.\\end{tablenotes}"
        ),
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\n"
            "\\begin{tabular}{cc}\n"
            "Gain & 1$^⟦1⟧$\\\\ Loss & 2$^2$\\\\ Rain & 3$^1$\\\\\n"
            "\\multicolumn{2}{l}{$^1$Measured. }\\\\ \\multicolumn{2}{l}{$^2$Typed.}\\\\ "
            "\\multicolumn{2}{l}{$^\\mathrm{a}$Old.}\\\\ Mud & 1$^\\mathrm{a}$\n"
            "\\end{tabular}\n"
            "\n"
            "\\end{table}"
        ),
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\caption{Gains⟦\\footnote⟧{Wet.}}\\label{tab:a}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
    ],
    fixes=[
        (
            _table("Gain & 1$^⟦1⟧$\\\\\n\\multicolumn{2}{l}{$^1$Measured.}"),
            _table("Gain & 1$^\\mathrm{a}$\\\\\n\\multicolumn{2}{l}{$^\\mathrm{a}$Measured.}"),
        ),
        (
            _table("Gain & 1$^{⟦\\dagger⟧}$\\\\\n\\multicolumn{2}{l}{$^{\\dagger}$Measured.}"),
            _table("Gain & 1$^{\\mathrm{a}}$\\\\\n\\multicolumn{2}{l}{$^{\\mathrm{a}}$Measured.}"),
        ),
        (
            _table(
                "Gain & 1\\textsuperscript{⟦*⟧}\\\\\n"
                "\\multicolumn{2}{l}{\\textsuperscript{*}Measured.}"
            ),
            _table(
                "Gain & 1\\textsuperscript{a}\\\\\n"
                "\\multicolumn{2}{l}{\\textsuperscript{a}Measured.}"
            ),
        ),
    ],
    good=[
        _table("Gain & 1$^{\\mathrm{a}}$\\\\\n\\multicolumn{2}{l}{$^{\\mathrm{a}}$Measured.}"),
        _table("Gain & 1\\tnote{a}\\\\", "\\begin{tablenotes}\\item[a] Measured.\\end{tablenotes}"),
        _table("Area & 10$^2$ m$^2$\\\\"),
        _table("Charge & Ca$^{2+}$ & $10^{2}$\\\\"),
        _table(
            "Gain & 1$^*$\\\\\n"
            "Loss & 2$^{**}$\\\\\n"
            "\\multicolumn{2}{l}{$^*$ $p<0.05$, $^{**}$ $p<0.01$}"
        ),
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\n"
            "\\begin{tabular}{cc}\n"
            "Gain & 1$^2$\\\\ Loss & 2$^3$\\\\\n"
            "\\end{tabular}\n"
            "\n"
            "\\end{table}"
        ),
        (
            "It is so.\\footnote{Wet.}\n"
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\\begin{minipage}{4cm}\\begin{tabular}{c}1\\footnote{Wet.}\\end{tabular}\\end{minipage}\\end{table}"
        ),
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\n"
            "\\begin{tabular}{cc}\n"
            "Gain & 1$^*$\\\\\n"
            "\\multicolumn{2}{l}{$^*$Significant at $p<0.05$.}\n"
            "\\end{tabular}\n"
            "\n"
            "\\end{table}"
        ),
    ],
)
def table_footnote_letters(context: Context) -> Iterator[Finding]:
    r"""Mark the notes of a table with superscript lowercase letters and put them under the table.

    Digits look like exponents, and a \footnote inside a float disappears or
    prints at the foot of another column. Type $^{\mathrm{a}}$ in the cell and
    before the note in the last row.
    """
    paper = context.paper
    if not paper.tables:
        return
    footnotes = [
        note
        for note in paper.footnotes
        if note.zone in (CELL, CAPTION) and note.command.startswith("footnote")
    ]
    starts = [passage.start for passage in paper.passages]
    for holder in paper.tables:
        yield from _footnotes(context, holder, footnotes)
        yield from _marks(paper, holder, starts)


def _inside(span: Span, holder: Float) -> bool:
    """True when the float contains ``span``."""
    return span.source is holder.span.source and holder.span.start <= span.start < holder.span.end


def _footnotes(context: Context, holder: Float, notes: list[Footnote]) -> Iterator[Finding]:
    """Footnotes of the page in a table."""
    if context.latex is not None and "minipage" in holder.content_span.text:
        return  # a minipage prints its own notes, with letters
    for note in notes:
        if _inside(note.span, holder):
            message = (
                "A footnote in a table is lost or printed far from it. Put a note with a"
                " superscript letter (a, b) under the table."
            )
            yield Finding(note.span, message)


class _Mark:
    """A raised mark: its ``label`` as printed, its range in the text, and the source of the label.

    ``opens`` is true for a mark at the start of its passage, as before a note.
    """

    __slots__ = ("label", "start", "end", "span", "opens")

    def __init__(self, label: str, start: int, end: int, span: Span, opens: bool) -> None:
        self.label = label
        self.start = start
        self.end = end
        self.span = span
        self.opens = opens


def _marks(paper: Paper, holder: Float, starts: list[int]) -> Iterator[Finding]:
    """Digits, stars and daggers that mark notes."""
    passages = _passages_of(paper, holder, starts)
    if not passages:
        return
    marks = list(_raised(paper, passages))
    if not marks:
        return
    noted = {mark.label for mark in marks if mark.opens}
    words = paper.text.plain[passages[0].start : passages[-1].end]
    is_statistics = any(mark.label in ("**", "***") for mark in marks) or bool(
        pattern(STATISTICS).search(words)
    )
    letters: dict[str, str] = {}
    named = {mark.label for mark in marks if pattern(r"[a-z]").fullmatch(mark.label)}
    reported: set[str] = set()
    for mark in marks:
        if mark.label in named:
            continue
        is_tnote = "\\tnote" in mark.span.source.text[max(0, mark.span.start - 7) : mark.span.start]
        if mark.opens or (mark.label not in noted and not is_tnote) or mark.label in reported:
            continue
        if mark.label[0] in "*⋆" and is_statistics:
            continue
        reported.add(mark.label)
        free = [chr(code) for code in range(ord("a"), ord("z")) if chr(code) not in named]
        letters[mark.label] = letter = free[len(letters)]
        same = [other for other in marks if other.label == mark.label]
        message = (
            f'Mark this note with the superscript "{letter}", not "{mark.label}": notes of tables'
            " have lowercase letters."
        )
        fix = None
        if not is_tnote:
            fix = Fix(
                *(Edit(other.span, _typed_letter(paper, other, letter), True) for other in same),
                safe=False,
            )
        yield Finding(mark.span, message, fix, severity=INFO if mark.label[0] in "*⋆" else "")


def _passages_of(paper: Paper, holder: Float, starts: list[int]) -> list[Passage]:
    """The passages of the float, with the notes under its table."""
    starting = [caption.passage for caption in holder.captions]
    starting += [cell for grid in holder.grids for row in grid.rows[:1] for cell in row[:1]]
    starting = [passage for passage in starting if passage.end > passage.start]
    if not starting:
        return []
    first = bisect_left(starts, min(passage.start for passage in starting))
    passages = []
    for passage in items_from(paper.passages, first):
        if not _inside(passage.span, holder):
            break
        passages.append(passage)
    return passages


def _typed_letter(paper: Paper, mark: _Mark, letter: str) -> str:
    """The letter as the author types it instead of the mark."""
    return (
        f"\\mathrm{{{letter}}}"
        if paper.text.plain[mark.start] == MATH and paper.format == "latex"
        else letter
    )


def _raised(paper: Paper, passages: list[Passage]) -> Iterator[_Mark]:
    """The raised marks in these passages, in order."""
    text = paper.text
    first, last = passages[0].start, passages[-1].end
    raised, symbol = pattern(RAISED), pattern(r"\s*([0-9]{1,2}|[*†‡§¶⋆]{1,3}|[a-z])\s*")
    for mark in text.marks_in(first, last):
        passage = paper.passage_at(mark.start)
        is_first = (
            mark.start - passage.start < 20 and not text.plain[passage.start : mark.start].strip()
        )
        is_note = is_first or passage.zone not in (CELL, CAPTION)
        opens = is_note and bool(text.plain[mark.end : min(passage.end, mark.end + 80)].strip())
        if mark.kind == MATH and mark.data is not None:
            match = raised.fullmatch(mark.data.content.strip())
            if match is not None:
                label = PRINTED.get(match.group(1), match.group(1))
                at = mark.data.span.text.find(match.group(1))
                if at >= 0 and mark.data.span.text == mark.data.content:
                    start = mark.data.span.start + at
                    span = type(mark.span)(mark.span.source, start, start + len(match.group(1)))
                    yield _Mark(label, mark.start, mark.end, span, opens)
        elif mark.kind == SUPERSCRIPT:
            match = symbol.fullmatch(text.plain[mark.start : mark.end])
            if match is not None and text.plain[mark.start] != NOTE:
                span = text.span(mark.start + match.start(1), mark.start + match.end(1))
                yield _Mark(match.group(1), mark.start, mark.end, span, opens)

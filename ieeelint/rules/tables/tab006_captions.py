"""TAB006: the words of table titles."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.titlecase import BARE, EITHER, lowercase_words
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support import caption_text as words_of
from ieeelint.rules.support import word_clauses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Caption

LABEL_WORDS = r"tables?|tabs?"
LONGEST_TITLE = 14  # words; anything longer is read as a sentence


def _table(title: str) -> str:
    return (
        "\\begin{table}[!t]\\caption{" + title + "}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
    )


@rule(
    "TAB006",
    "tab-head-style",
    WARNING,
    "IEEE conference template, sec. III-H; bare_conf.tex, comments on floats",
    bad=[
        _table("Parameters of the Simulation⟦.⟧"),
        _table("⟦parameters⟧ of the Simulation"),
        _table("⟦TABLE II.⟧ Parameters of the Simulation"),
        _table("⟦PARAMETERS OF THE LONG SIMULATION⟧"),
        _table("Parameters of the ⟦simulation⟧"),
    ],
    good=[
        _table("Parameters of the Simulation"),
        _table("Parameters of the Simulation. Values in Bold Are Measured."),
        _table("Parameters, Gains, Limits, etc."),
        _table("GPU and CPU of the Computers"),
        _table("$k$-Means Parameters"),
        _table("eBPF Hooks"),
        "%! class\n\\documentclass{ieeeaccess}\n%! body\n"
        + _table("Parameters of the Simulation."),
    ],
    fixes=[
        (_table("Parameters of the Simulation."), _table("Parameters of the Simulation")),
        (_table("parameters of the Simulation"), _table("Parameters of the Simulation")),
        (_table("TABLE II. Parameters of the Simulation"), _table("Parameters of the Simulation")),
    ],
)
def table_title_style(context: Context) -> Iterator[Finding]:
    r"""The title of a table is written like a heading: capitals on the main words, no final
    period, no typed "TABLE I".

    The class prints the label and sets the title in small capitals, so type it
    as a title, not in capitals.
    """
    for holder in context.paper.tables:
        for caption in holder.captions:
            if not caption.plain:
                if not caption.command.endswith("*"):
                    yield Finding(
                        caption.span, "This table title is empty: say what the table lists."
                    )
                continue
            yield from _title(context, caption)
            yield from word_clauses.caption_style(context, caption, "table head")


def _title(context: Context, caption: Caption) -> Iterator[Finding]:
    """What is wrong with the words of one title."""
    paper = context.paper
    passage, text = caption.passage, paper.text
    label = words_of.typed_label(passage, LABEL_WORDS)
    if label is not None and not caption.command.endswith("*"):
        start, end = label.span(1)
        typed = label.group(1).strip()
        fix = (
            Fix(Edit(text.span(start, end), ""))
            if text.is_typed(start, end) and end < passage.end
            else None
        )
        message = f'Leave out "{typed}": the label is printed by itself and would stand here twice.'
        yield Finding(text.span(start, start + len(typed)), message, fix)
    # IEEE Access prints table captions as it prints those of figures.
    at = words_of.superfluous_period(context, passage) if context.profile.name != "access" else -1
    if at >= 0:
        fix = Fix(Edit(text.span(at, at + 1), "")) if text.is_typed(at, at + 1) else None
        yield Finding(
            text.span(at, at + 1), "Drop the final period: a table title ends without one.", fix
        )
    found = False
    for finding in words_of.case_findings(paper, caption, "title"):
        found = True
        yield finding
    if not found and label is None:
        yield from _small_words(context, caption)


def _small_words(context: Context, caption: Caption) -> Iterator[Finding]:
    """Main words of the title in lower case; a caption of a whole sentence is no title."""
    paper = context.paper
    passage, text = caption.passage, paper.text
    if paper.language != "en" or words_of.count_words(passage) > LONGEST_TITLE:
        return
    if context.profile.name == "access" or ". " in passage.plain.rstrip(" .\n"):
        return
    small = [
        (passage.start + start, passage.start + end, word)
        for start, end, word in lowercase_words(passage.plain)
        if word not in BARE and word not in EITHER and word != "etc"
    ]
    if not small:
        return
    start, end, _ = small[0]
    shown = ", ".join(f'"{word[0].upper()}{word[1:]}"' for _, _, word in small[:4])
    edits = [
        Edit(text.span(at, at + 1), word[0].upper())
        for at, _, word in small
        if text.is_typed(at, at + 1)
    ]
    message = (
        "Write a table title like a heading, with capitals on the main words:"
        f" {shown}{' ...' if len(small) > 4 else ''}."
    )
    fix = Fix(*edits, safe=False) if len(edits) == len(small) else None
    yield Finding(text.span(start, end), message, fix, severity=INFO)

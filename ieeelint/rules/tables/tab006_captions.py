"""TAB006: the style of table titles."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support import caption_text as words_of
from ieeelint.rules.support import uncaptioned, word_clauses
from ieeelint.rules.support.capitals import missing_capitals
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Caption

LABEL_WORDS = r"tables?|tabs?"
LONGEST_TITLE = 14  # words; longer text counts as a sentence


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
        _table("Gains (⟦bar⟧ Charts) of Pipes"),
        "⟦\\begin{table}⟧[!t]\\begin{tabular}{cc}Gain&Loss\\\\3&4\\end{tabular}\\end{table}",
        "%! word\n[Body Text] It flows.\n| ⟦Gain⟧ | Loss |\n| 3 | 4 |",
        "%! word\n[Body Text] It flows.\n|  | ⟦Loss⟧ |\n| Gain | 4 |\n| 3 | 2 |",
        (
            "\\begin{table}[!t]⟦\\caption⟧{}\\begin{tabular}{c}1\\end{tabular}\\end{table}\n"
            "\\begin{table}[!t]\\caption*{}\\begin{tabular}{c}1\\end{tabular}\\end{table}\n"
            "\\begin{table}[!t]\\caption*{TABLE 2: "
            "Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        ("\\begin{table}[!t]\\caption{⟦TABLE II⟧}\\begin{tabular}{c}1\\end{tabular}\\end{table}"),
        (
            "\\begin{table}[!t]\\caption{⟦Table 2⟧ "
            "Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{⟦Tab. 2 -⟧ "
            "Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        ("\\begin{table}[!t]\\caption{⟦a⟧ Gain}\\begin{tabular}{c}1\\end{tabular}\\end{table}"),
        (
            "\\begin{table}[!t]\\caption{⟦gains⟧ and "
            "Losses}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Gains of ⟦some⟧ old "
            "Pipes}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Gains and "
            "Losses⟦.⟧}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
    ],
    good=[
        _table("Parameters of the Simulation"),
        "\\begin{table}[!t]Sand.\\end{table}",
        "\\begin{figure}[!t]\\begin{tabular}{c}1\\end{tabular}\\end{figure}",
        "%! word\n[table head] Gains and Losses\n| Gain | Loss |\n| 3 | 4 |",
        "%! word\n[Body Text] Algorithm 1: Flow of sand\n| Gain | Loss |\n| 3 | 4 |",
        "%! word\n[Body Text] It flows.\n| Gain | Loss |",
        "%! word\n[Body Text] It flows.\n| Gain |\n| Loss |",
        "%! word\n[Body Text] It flows.\n| <picture/> | Sand |\n| Rain | Mud |",
        "%! word\n[Body Text] It flows.\n| Gain |  |\n|  | 3 |",
        (
            "%! word\n[Body Text] It flows.\n"
            + ("| " + "The water of the old town flows in many pipes, and it is wet. " * 3) * 2
            + "|\n| The water is wet. | "
            + "The sand of the old town is dry in many pipes, and it is old. " * 3
            + "|"
        ),
        _table("Parameters of the Simulation. Values in Bold Are Measured."),
        _table("Parameters, Gains, Limits, etc."),
        _table("GPU and CPU of the Computers"),
        _table("$k$-Means Parameters"),
        _table("eBPF Hooks"),
        _table("Time to Seal a Pipe (ms, $N=40$)"),
        _table("Flow by Mass in kg/h and Delay, ms"),
        _table("Delays of 5 ms and of $x$ ms"),
        _table("Gains of Old Pipes\\textsuperscript{a}"),
        _table("Two-dimensional Pipes"),
        "%! class\n\\documentclass{ieeeaccess}\n%! body\n"
        + _table("Parameters of the Simulation."),
        (
            "\\begin{table}[!t]\\caption{Parameters of Lima et "
            "al.}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Gains in dB "
            "vs.}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Parts of Pipes "
            "Inc.}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        ("\\begin{table}[!t]\\caption{Sand, No. A.}\\begin{tabular}{c}1\\end{tabular}\\end{table}"),
        ("\\begin{table}[!t]\\caption{Gain...}\\begin{tabular}{c}1\\end{tabular}\\end{table}"),
        (
            "\\begin{table}[!t]\\caption{k-Means "
            "Clusters}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{de Moivre and "
            "Lima}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        ("\\begin{table}[!t]\\caption{eBPF of It}\\begin{tabular}{c}1\\end{tabular}\\end{table}"),
        ("\\begin{table}[!t]\\caption{x/y Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}"),
        (
            "\\begin{table}[!t]\\caption{Gains of the $x$ and "
            "$y$}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Limits of 5 and 6 Pipes. They Are "
            "Wet.}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
    ],
    fixes=[
        (_table("Parameters of the Simulation."), _table("Parameters of the Simulation")),
        (_table("parameters of the Simulation"), _table("Parameters of the Simulation")),
        (
            _table("Well-worn valves and inlet–outlet pairs of read/write heads, GB/day"),
            _table("Well-Worn Valves and Inlet–Outlet Pairs of Read/Write Heads, GB/day"),
        ),
        (
            _table("State-of-the-art or $k$-means flow_a.py-like tests"),
            _table("State-of-the-Art or $k$-Means flow_a.py-like Tests"),
        ),
        (_table("TABLE II. Parameters of the Simulation"), _table("Parameters of the Simulation")),
    ],
)
def table_title_style(context: Context) -> Iterator[Finding]:
    r"""Write the title of a table like a heading: capitals on the main words, no final period, no
    typed "TABLE I".

    The class prints the label and sets the title in small capitals, so do not
    type it in capitals.
    """
    for holder in context.paper.tables:
        for caption in holder.captions:
            if caption.is_empty:
                if not caption.command.endswith("*"):
                    yield Finding(
                        caption.span, "This table title is empty. Say what the table lists."
                    )
                continue
            yield from _title(context, caption)
            yield from word_clauses.caption_style(context, caption, "table head")
        if not holder.captions and holder.grids:
            begin = holder.span
            length = len("\\begin{}") + len(holder.environment)
            yield Finding(
                Span(begin.source, begin.start, begin.start + length),
                "This table has no title. Add one above it, so that the text can cite it.",
                severity=INFO,
            )
    style = own_style(context, "table head")
    for span in uncaptioned.tables(context):
        yield Finding(
            span,
            f'This table has no title. Add one above it in the style "{style}", so that the text'
            " can cite it.",
            severity=INFO,
        )


def _title(context: Context, caption: Caption) -> Iterator[Finding]:
    """The findings on one title."""
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
        message = f'Delete "{typed}": the label is printed automatically.'
        yield Finding(text.span(start, start + len(typed)), message, fix)
    # IEEE Access prints the captions of tables like those of figures.
    at = words_of.superfluous_period(context, passage) if context.profile.name != "access" else -1
    if at >= 0:
        fix = Fix(Edit(text.span(at, at + 1), "")) if text.is_typed(at, at + 1) else None
        yield Finding(
            text.span(at, at + 1), "Delete the final period: a table title has none.", fix
        )
    case_findings = list(words_of.case_findings(context, caption, "title"))
    yield from case_findings
    if not case_findings and label is None:
        yield from _title_case(context, caption)


def _title_case(context: Context, caption: Caption) -> Iterator[Finding]:
    """Main words of the title in lowercase. A whole sentence is not a title."""
    passage = caption.passage
    if (
        context.index.languages.of_passage(passage) != "en"
        or words_of.count_words(passage) > LONGEST_TITLE
    ):
        return
    if context.profile.name == "access" or ". " in passage.plain.rstrip(" .\n"):
        return
    title_case = context.vocabulary.title_case
    spared = title_case.lower.union(title_case.either_way, ("etc",))
    found = missing_capitals(context, passage.start, passage.plain, spared)
    if found is not None:
        span, words, fix = found
        message = f"Use title case for a table title. Capitalize {words}."
        yield Finding(span, message, fix, severity=INFO)

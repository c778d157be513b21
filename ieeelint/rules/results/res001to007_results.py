"""RES001 to 007: the tables and numbers of a draft against its pinned results."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.phrases import plural
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.report.verify.mismatch import Mismatch

SOURCE = "ieeelint report: every number in a paper comes from its results"
CELLS = (
    '"se.latency": {"state": "value", "text": "0.054", "value": "0.0543", "unit": "ms", "low":'
    ' "0.050", "high": "0.061", "bold": true}, "eca.latency": {"state": "value", "text": "0.103",'
    ' "value": "0.1031", "unit": "ms"}'
)
LOCK = (
    '\n%! file results.lock\n{"schema": "ieeelint-lock/1", "files": {}, "figures": {},'
    ' "numbers": {"speed-up": {"state": "value", "text": "2.34", "value": "2.341", "unit":'
    ' ""}}, "tables": {"tab:cost": {"title": "Cost", "columns": [{"name": "latency", "head":'
    ' "Latency", "short": "Latency", "unit": "ms"}], "rows": [{"name": "se", "head": "SE",'
    f' "group": ""}}, {{"name": "eca", "head": "ECA", "group": ""}}], "cells": {{{CELLS}}},'
    ' "notes": {}}}}'
)


PIN = "ieeelint: pin["


def _table(first: str, second: str = "0.103", rows: str = "") -> str:
    body = rows or f"SE & {first} \\\\\nECA & {second} \\\\"
    return (
        "Table~\\ref{tab:cost} lists"
        " costs.\n\\begin{table}[!t]\n\\caption{Cost}\\label{tab:cost}\n\\begin{tabular}{lr}\n"
        "Module"
        f" & Latency (ms) \\\\\n{body}\n\\end{{tabular}}\n\\end{{table}}" + LOCK
    )


@rule(
    "RES001",
    "results-lock",
    WARNING,
    SOURCE,
    bad=[
        "Water is wet.\n%! file results.lock\n{",
        'Water is wet.\n%! file results.lock\n{"schema": "ieeelint-lock/99"}',
        "It is 2.3 times ⟦% ieeelint: pin[speed-up]⟧\nfaster.",
        "%! word\n[Body Text] It is ⟦2.3 times<comment ieeelint: pin[speed-up]/>⟧ faster.",
    ],
    good=["Water is wet." + LOCK, "It is 2.3 times % ieeelint: pin[speed-up]\nfaster." + LOCK],
)
def lock(context: Context) -> Iterator[Finding]:
    """The lock file of pinned results exists if the draft has pins, can be read, and is current.

    ``ieeelint pin`` writes the lock file. Without it, nothing in the paper is verified. Changed
    result files and specifications are reported only as info, and so are result files that
    vanished: the paper is verified against the pinned results.
    """
    if not context.results_lock:
        yield from _pins_without_lock(context)
    yield from _findings(context, "RES001")


def _pins_without_lock(context: Context) -> Iterator[Finding]:
    """The first pin of a draft that has no lock file: nothing verifies the numbers."""
    pins = []
    if context.word is not None:
        comments = context.word.comments
        pins = [one.span for one in comments if PIN in context.word.words_of(one)]
    elif any(PIN in source.text for source in context.paper.sources) and context.latex is not None:
        pins = [span for span in context.latex.comments if PIN in span.text]
    if pins:
        yield Finding(
            pins[0],
            f"There is no results.lock next to the draft, so {plural(len(pins), 'pin')}"
            f" {'is' if len(pins) == 1 else 'are'} not verified. Create it with: ieeelint pin",
        )


@rule(
    "RES002",
    "results-table-value",
    ERROR,
    SOURCE,
    bad=[_table("0.054", "⟦0.104⟧")],
    fixes=[
        (_table("⟦0.064⟧"), _table("0.054")),
        (_table("0.054", "\\textbf{⟦0.13⟧}"), _table("0.054", "\\textbf{0.10}")),
    ],
    good=[
        _table("0.054"),
        _table("0.05", "$0.10$"),
        _table("\\textbf{0.054}", "0.103$^{\\mathrm{a}}$"),
        _table("", rows="ECA & .103 \\\\\nSE & \\phantom{0}0.0543 \\\\"),
    ],
)
def table_value(context: Context) -> Iterator[Finding]:
    """The numbers in a table match the results.

    A table is matched by its label or its title, a cell by the headers of its row and column. A
    number matches if it is the result rounded to any number of digits. A number that is cut off,
    off by one in its last digit, or still within its interval is reported less severely.
    """
    yield from _findings(context, "RES002")


@rule(
    "RES003",
    "results-table-shape",
    WARNING,
    SOURCE,
    bad=[
        _table("", rows="SE & 0.054 \\\\"),
        _table("⟦low⟧"),
        _table("", rows="SE & \\\\\nECA & 0.103 \\\\"),
    ],
    good=[_table("0.054"), _table("", rows="SE & 0.054 \\\\\nECA & 0.103 \\\\\nOurs & 0.001 \\\\")],
)
def table_shape(context: Context) -> Iterator[Finding]:
    """A table has all rows and columns of its results, and a number for each result.

    A failed experiment disappears when its row is left out silently. Additional rows and
    columns are allowed. Results that no number of the draft is compared with are reported as info:
    rows and columns whose headers are not clearly the same, and tables that no table of the draft
    resembles.
    """
    yield from _findings(context, "RES003")


@rule(
    "RES004",
    "results-best-mark",
    WARNING,
    SOURCE,
    bad=[
        _table("0.054", "⟦\\textbf{0.103}⟧".replace("⟦\\textbf{", "\\textbf{⟦").replace("}⟧", "⟧}"))
    ],
    good=[_table("\\textbf{0.054}"), _table("0.054"), _table("\\textbf{0.054}", "\\textbf{0.103}")],
)
def best_mark(context: Context) -> Iterator[Finding]:
    """Bold numbers are the best results, and underlined numbers the second best.

    The rule applies where the results mark the best of a column and the table uses bold digits.
    Underlined digits are verified if the results mark the second best and the table has the best
    in bold. A row that is entirely bold or underlined is not verified: it marks the authors' own
    method.
    """
    yield from _findings(context, "RES004")


@rule(
    "RES005",
    "results-unknown-key",
    ERROR,
    SOURCE,
    bad=[
        "It is ⟦\\ieeelintnum⟧{speed} times faster." + LOCK,
        "It is 2.34 times faster.⟦% ieeelint: pin[speed]⟧\nWe like it." + LOCK,
        "It is much faster.⟦% ieeelint: pin[speed-up]⟧\nWe like it." + LOCK,
    ],
    good=[
        "It is \\ieeelintnum{speed-up} times faster than \\ieeelintnum{cost.se.latency} ms." + LOCK
    ],
)
def unknown_key(context: Context) -> Iterator[Finding]:
    r"""A key in ``\ieeelintnum{…}`` or ``pin[…]`` is a key of the results.

    Keys are those of ``[[number]]`` in a specification, and ``table.row.column`` for every cell.
    """
    yield from _findings(context, "RES005")


@rule(
    "RES006",
    "results-pinned-number",
    ERROR,
    SOURCE,
    bad=[
        "It is more than ⟦3⟧ times faster.% ieeelint: pin[speed-up]\nWe like it." + LOCK,
    ],
    fixes=[
        (
            "It is ⟦2.43⟧ times faster.% ieeelint: pin[speed-up]\nWe like it." + LOCK,
            "It is 2.34 times faster.% ieeelint: pin[speed-up]\nWe like it." + LOCK,
        ),
        (
            "It takes 0.054 ms, not ⟦0.2⟧ ms.% ieeelint: pin[cost.se.latency, cost.eca.latency]\n"
            "We like it." + LOCK,
            "It takes 0.054 ms, not 0.1 ms.% ieeelint: pin[cost.se.latency, cost.eca.latency]\n"
            "We like it." + LOCK,
        ),
    ],
    good=[
        "It is 2.3 times faster.% ieeelint: pin[speed-up]\nWe like it." + LOCK,
        "It is more than 2 times faster.% ieeelint: pin[speed-up]\nWe like it." + LOCK,
        "It is 134\\% faster.% ieeelint: pin[speed-up]\nWe like it." + LOCK,
        "It is about $2.5\\times$ as fast, or so we said; nobody pinned it." + LOCK,
    ],
)
def pinned_number(context: Context) -> Iterator[Finding]:
    """A number in the text that is pinned to a result matches it.

    Write ``% ieeelint: pin[key]`` after the number, on the same line. Several keys apply to
    several numbers, in order. Words such as "more than", "nearly", "about", and "34% fewer" are
    understood. Numbers that are not pinned are never verified.
    """
    yield from _findings(context, "RES006")


CLAIMS = "%! abstract\nIt is ⟦2.4⟧ times faster.\n%! body\nWater is wet."


@rule(
    "RES007",
    "results-unbacked-number",
    INFO,
    SOURCE,
    bad=[CLAIMS + LOCK],
    good=[
        CLAIMS.replace("⟦2.4⟧ times faster.", "2.4 times faster.% ieeelint: pin[speed-up]\n")
        + LOCK,
        CLAIMS.replace("⟦2.4⟧", "\\ieeelintnum{speed-up}") + LOCK,
        CLAIMS.replace("⟦2.4⟧ times", "much") + LOCK,
        "It is 2.4 times faster, the introduction says." + LOCK,
    ],
    default=False,
)
def unbacked_number(context: Context) -> Iterator[Finding]:
    """Every number in the abstract and the conclusion is generated or pinned.

    Readers remember these numbers. The rule is off by default, because settings such as a batch
    size have no result. ``ieeelint trace`` suggests keys.
    """
    if not context.results_lock:
        return
    from ieeelint.report.verify.coverage import unbacked_claims

    for span, digits in unbacked_claims(context.draft, context.results_lock):
        yield Finding(
            span,
            f"{digits} is not linked to a result. Pin it (% ieeelint: pin[key]), or print it with"
            " \\ieeelintnum{key}.",
        )


def _findings(context: Context, code: str) -> Iterator[Finding]:
    """The mismatches for one rule; nothing is loaded where there are no pinned results."""
    for mismatch in context.mismatches:
        if mismatch.kind == code:
            yield Finding(mismatch.span, mismatch.message, _fix(mismatch), mismatch.severity)


def _fix(mismatch: Mismatch) -> Fix | None:
    """The number in the results, where the digits are as typed.

    It is not safe: the author must look at it before.
    """
    if mismatch.typed is None or not mismatch.has_fix:
        return None
    return Fix(Edit(mismatch.typed, mismatch.instead), safe=False)

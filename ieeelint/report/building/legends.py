"""What stands under a table: the notes of its heads filled in, and the legend of its marks."""

from __future__ import annotations

from ieeelint.report import grid as g
from ieeelint.report.building.naming import shown
from ieeelint.report.building.notes import completed, span
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.columns import ColumnWith
    from ieeelint.report.building.rows import RowOf
    from ieeelint.report.specification.model import Specification, Table

STATISTIC_WORDS = {"median": "Median", "mean": "Mean", "min": "Least", "max": "Greatest"}
ENDS = {"min": ("lowest", "second lowest"), "max": ("highest", "second highest")}


def complete_notes(
    columns: list[ColumnWith], rows: list[RowOf], key: str, specification: Specification
) -> None:
    """Fill the placeholders of the heads' notes: a note's counts are those of all its columns;
    ``key`` is the rows'.
    """
    baselines = {
        plain(shown(row.value, specification.names)) for row in rows if row.is_baseline(key)
    }
    for column in columns:
        sharing = [one for one in columns if one.measure.note == column.measure.note]
        values = [
            found.value for one in sharing for found in one.outcomes if found.value is not None
        ]
        column.leaf.note = completed(
            column.leaf.note,
            {
                "n": span(value.count for value in values),
                "level": _level(column, sharing),
                "baseline": " or ".join(sorted(baselines)) or "the baseline",
            },
        )


def _level(column: ColumnWith, sharing: list[ColumnWith]) -> str:
    """The confidence that a note may speak of.  Raises ReportError where the columns that have
    the note print no confidence interval, or another one.
    """
    levels = {
        f"{round(one.measure.level * 100)}%" for one in sharing if one.measure.interval == "ci"
    }
    other = next(
        (one.measure.interval for one in sharing if one.measure.interval in ("sd", "iqr")), ""
    )
    if any(
        "{level}" in said for piece in column.leaf.note for said in (piece.text, piece.tex or "")
    ) and (other or not levels):
        raise ReportError(
            f'{plain(column.leaf.whole)}: the note "{column.measure.note}" tells a {{level}}, and'
            f' the column\'s interval is "{other or "none"}". Write interval = "ci95", or take'
            " {level} out of the note."
        )
    return " or ".join(sorted(levels))


def general_notes(
    specification: Specification, wanted: Table, columns: list[ColumnWith]
) -> list[g.Note]:
    """Notes without a letter: the specification's own, and the legend of marks."""
    notes = []
    if "general" in specification.notes:
        notes.append(g.Note("", completed(specification.notes["general"], {})))
    marked = [column for column in columns if column.measure.best != "none"]
    if wanted.legend and marked:
        ends = {column.measure.best for column in marked}
        first, second = ENDS[ends.pop()] if len(ends) == 1 else ("best", "second best")
        legend = f"Bold: {first}." + (
            f" Underline: {second}." if any(one.measure.second for one in marked) else ""
        )
        statistics = {column.measure.stat for column in marked}
        stat = STATISTIC_WORDS.get(statistics.pop()) if len(statistics) == 1 else None
        counts = span(
            found.value.count for column in marked for found in column.outcomes if found.value
        )
        if stat and counts not in ("1", "several"):
            legend += f" {stat} of {counts} repeats."
        notes.append(g.Note("", words(legend)))
    return notes

"""Complete the notes of column headers, and make the general notes and the legend of marks."""

from __future__ import annotations

from ieeelint.report import grid as g
from ieeelint.report.building.comparing import STARS
from ieeelint.report.building.measuring import statistic_of
from ieeelint.report.building.naming import shown
from ieeelint.report.building.notes import completed, span, texts_of
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.building.columns import TableColumn
    from ieeelint.report.building.rows import TableRow
    from ieeelint.report.specification.model import Specification, Table

STATISTIC_WORDS = {
    "median": "Median",
    "mean": "Mean",
    "geometric-mean": "Geometric mean",
    "min": "Least",
    "max": "Greatest",
    "p90": "90th percentile",
    "p95": "95th percentile",
    "p99": "99th percentile",
}
TEST_WORDS = {"mann-whitney": "Mann–Whitney test", "wilcoxon": "Wilcoxon test"}
ENDS = {"min": ("lowest", "second lowest"), "max": ("highest", "second highest")}


def complete_notes(
    columns: list[TableColumn], rows: list[TableRow], key: str, specification: Specification
) -> None:
    """Fill in the placeholders of the notes of headers, over all columns that share a note.

    ``key`` is the key of the rows.
    """
    baselines = {
        plain(shown(row.value, specification.names)) for row in rows if row.is_baseline(key)
    }
    for column in columns:
        sharing = [other for other in columns if other.measure.note == column.measure.note]
        values = [
            outcome.value
            for other in sharing
            for outcome in other.outcomes
            if outcome.value is not None
        ]
        column.leaf.note = completed(
            column.leaf.note,
            {
                "n": span(value.count for value in values),
                "level": _level(column, sharing),
                "baseline": " or ".join(sorted(baselines)) or "the baseline",
            },
        )


def _level(column: TableColumn, sharing: list[TableColumn]) -> str:
    """The confidence levels of the columns that share a note.

    Raises ReportError if the note has {level} and one of them has no confidence interval.
    """
    measures = [other.measure for other in sharing]
    levels = {f"{round(measure.level * 100)}%" for measure in measures if measure.interval == "ci"}
    unfit = next(
        (measure.interval for measure in measures if measure.interval in ("sd", "iqr")), ""
    )
    if any("{level}" in text for text in texts_of(column.leaf.note)) and (unfit or not levels):
        raise ReportError(
            f'{plain(column.leaf.whole)}: the note "{column.measure.note}" has {{level}}, but the'
            f' interval of the column is "{unfit or "none"}". Write interval = "ci95", or delete'
            " {level} from the note."
        )
    return " or ".join(sorted(levels))


def _stars(columns: list[TableColumn]) -> list[g.Note]:
    """The note that explains stars, for each kind of test that gives some."""
    texts = {
        f"{TEST_WORDS[test.kind]} against the baseline"
        f"{', p values adjusted by Holm' if test.adjust == 'holm' else ''}: "
        for column in columns
        if (test := column.measure.test) and test.stars and any(cell.stars for cell in column.cells)
    }
    levels = ", ".join(f"{'*' * count} p < {level}" for count, level in enumerate(STARS, 1))
    return [g.Note("", words(f"{text}{levels}.")) for text in sorted(texts)]


def general_notes(
    specification: Specification, table: Table, columns: list[TableColumn]
) -> list[g.Note]:
    """Notes without a letter: the general note of the specification, and the legend of marks."""
    notes = []
    if "general" in specification.notes:
        general = specification.notes["general"]
        values = [one.value for column in columns for one in column.outcomes if one.value]
        known = {"n": span(value.count for value in values if value.kind)}
        levels = dict.fromkeys(value.level for value in values if value.level)
        if any("{level}" in text for text in texts_of(general)) and not levels:
            raise ReportError(
                'the note "general" has {level}, but no column has a confidence interval. Write'
                ' interval = "ci95", or delete {level} from the note.'
            )
        known["level"] = " or ".join(levels)
        notes.append(g.Note("", completed(general, known)))
    notes += _stars(columns)
    marked = [column for column in columns if column.measure.best != "none"]
    if table.legend and marked:
        ends = {column.measure.best for column in marked}
        first, second = ENDS[ends.pop()] if len(ends) == 1 else ("best", "second best")
        legend = f"Bold: {first}." + (
            f" Underline: {second}." if any(column.measure.second for column in marked) else ""
        )
        statistics = {
            statistic_of(series, column.measure)
            for column in marked
            for outcome in column.outcomes
            for series in outcome.series
        }
        stat = STATISTIC_WORDS.get(statistics.pop()) if len(statistics) == 1 else None
        counts = span(
            outcome.value.count for column in marked for outcome in column.outcomes if outcome.value
        )
        if stat and counts not in ("1", "several"):
            legend += f" {stat} of {counts} repeats."
        notes.append(g.Note("", words(legend)))
    return notes

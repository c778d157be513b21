"""The metrics and keys that a specification requires from its result files."""

from __future__ import annotations

from pathlib import Path

from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.series import Collection
    from ieeelint.report.specification.model import Measure, Specification

METRIC = "metric"  # may be in ``where``, like a key


def gather(specification: Specification) -> Collection:
    """Collect the records that the specification requires.

    Raises ReportError as ``collect`` does, and for a measure without a metric.
    """
    source = specification.source
    metrics: dict[str, None] = {}
    for measure in measures(specification):
        if not measure.metric:
            from ieeelint.report.specification.key_lines import line_of

            line = line_of(specification.text, measure.path)
            raise ReportError('has no metric. Write metric = "…".', specification.path, line)
        metrics[measure.metric] = None
        if measure.ratio:
            metrics[measure.ratio.metric] = None
    if specification.figure and specification.figure.x_metric:
        metrics[specification.figure.x_metric] = None
    return collect(
        source.files,
        keys=keys(specification),
        metrics=metrics,
        where=source.where,
        rename=source.rename,
        repeat=source.repeat,
        ignore=source.ignore,
        prefer=source.prefer,
        adapter=source.adapter,
        skips_empty=source.empty == "skip",
        decimal=source.decimal,
        best=source.best,
        root=Path(specification.path).parent,
    )


def measures(specification: Specification) -> Iterator[Measure]:
    """All measures of the specification."""
    table, figure = specification.table, specification.figure
    if table:
        yield from (column.measure for column in table.columns)
        if table.cell:
            yield table.cell
    if figure:
        yield figure.measure
    yield from (number.measure for number in specification.numbers)


def keys(specification: Specification) -> list[str]:
    """The keys that distinguish the records, without duplicates."""
    names: list[str] = []
    table, figure = specification.table, specification.figure
    if table:
        names.append(table.rows.key)
        if table.pivot:
            names.append(table.pivot.key)
        for group in table.groups:
            names += [*group.where, *group.baseline]
    if figure:
        names += [figure.x.key, *([figure.series] if figure.series else [])]
    for measure in measures(specification):
        names += measure.where
    for number in specification.numbers:
        names += number.baseline
    names += specification.baseline
    return [key for key in dict.fromkeys(names) if key != METRIC]

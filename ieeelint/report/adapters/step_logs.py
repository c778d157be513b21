"""Logs of training runs: one row for each step, which has only the metrics of that step.

* ``metrics.csv`` of Lightning's CSVLogger: columns ``epoch`` and ``step``, and one for each metric;
  most cells are empty.
* A log of Keras's CSVLogger: a column ``epoch``, and one for each metric.
* ``trainer_state.json`` of Hugging Face's Trainer: the rows are in ``log_history``.

Keys: ``run`` is the folder, ``file`` the name of a file without steps, parts such as "model=se" in
the path are keys, and ``step`` and ``epoch`` if they are requested; else the last step with the
metric is used, or the best one.
"""

from __future__ import annotations

from itertools import pairwise

from ieeelint.report.adapters import csv_tables, steps
from ieeelint.report.adapters.columns import is_metric
from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.paths import FILE, path_keys
from ieeelint.report.records import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.adapters.values import Row
    from ieeelint.report.records import Record

EPOCH, STEP = AXES = ("epoch", "step")
SAMPLE = 20  # rows that decide if a file is a log


def is_log(source: Source) -> bool:
    """Whether a CSV file has epochs, steps, and otherwise only numbers and empty cells; without
    steps, increasing epochs and otherwise only metrics.
    """
    import csv

    lines = source.head().decode(errors="replace").splitlines()[: SAMPLE + 1]
    header, *rows = [*csv.reader(lines, delimiter=csv_tables.separator(source))] or [[]]
    if not rows or EPOCH not in header or len(set(header)) < 2:
        return False
    if not all(not cell or _is_number(cell) for row in rows for cell in row):
        return False
    if STEP in header:
        return set(AXES) < set(header)
    at = header.index(EPOCH)
    epochs = [row[at] for row in rows if len(row) > at]
    are_increasing = all(
        one.isdecimal() and other.isdecimal() and int(one) < int(other)
        for one, other in pairwise(epochs)
    )
    return are_increasing and all(map(is_metric, {*header} - {EPOCH}))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a log.  Raises ReportError for a row without a step."""
    if source.head().lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        top = top_of(source)
        rows: Iterable[tuple[int, Row]] = (
            (0, row.content) for row in top.objects("log_history", "row")
        )
    else:
        rows = csv_tables.rows(source, request)
    return steps.records(_curves(rows, source), request)


def _curves(rows: Iterable[tuple[int, Row]], source: Source) -> list[steps.Curve]:
    keys = path_keys(source)
    curves: dict[str, steps.Curve] = {}
    for line, row in rows:
        if not curves and STEP not in row:
            keys[FILE] = source.path.stem
        step = row.get(STEP, row.get(EPOCH))
        if type(step) is not int:
            raise source.error("has a row without a step.", line)
        epoch = row.get(EPOCH)
        for name, value in row.items():
            if name in AXES or value is None or value == "":
                continue
            curve = curves.setdefault(name, steps.Curve(name, keys))
            curve.points[step] = value, Location(source.name, line), ""
            if isinstance(epoch, (int, float)):
                curve.epochs[step] = int(epoch) if float(epoch).is_integer() else epoch
    return list(curves.values())

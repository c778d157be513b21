"""Logs of training runs: one row for each step, which has only the metrics of that step.

* ``metrics.csv`` of Lightning's CSVLogger: columns ``epoch`` and ``step``, and one for each metric;
  most cells are empty.
* ``trainer_state.json`` of Hugging Face's Trainer: the rows are in ``log_history``.

Keys: ``run`` is the folder, parts such as "model=se" in the path are keys, and ``step`` and
``epoch`` if they are requested; else the last step with the metric is used, or the best one.
"""

from __future__ import annotations

from ieeelint.report.adapters import csv_tables, steps
from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.paths import path_keys
from ieeelint.report.records import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.adapters.values import Row
    from ieeelint.report.records import Record

AXES = ("epoch", "step")
SAMPLE = 20  # rows that decide if a file is a log


def is_log(source: Source) -> bool:
    """Whether a CSV file has epochs, steps, and otherwise only numbers and empty cells."""
    import csv

    lines = source.head().decode(errors="replace").splitlines()[: SAMPLE + 1]
    rows = list(csv.reader(lines, delimiter=csv_tables.separator(source)))
    if len(rows) < 2 or not set(AXES) < set(rows[0]):
        return False
    return all(not cell or _is_number(cell) for row in rows[1:] for cell in row)


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
        step = row.get("step")
        if type(step) is not int:
            raise source.error("has a row without a step.", line)
        epoch = row.get("epoch")
        for name, value in row.items():
            if name in AXES or value is None or value == "":
                continue
            curve = curves.setdefault(name, steps.Curve(name, keys))
            curve.points[step] = value, Location(source.name, line), ""
            if isinstance(epoch, (int, float)):
                curve.epochs[step] = int(epoch) if float(epoch).is_integer() else epoch
    return list(curves.values())

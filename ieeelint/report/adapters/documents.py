"""JSON documents: detects the tool that wrote one, and reads documents of no tool.

These are a list of rows, an object that contains one list of rows (its other fields are keys of
each row), objects by name (``{"A": {"acc": 0.5}, …}``, with the key ``name``), or a single row.
Rows are long or wide (see ``tables``).  Dotted names refer to fields
of nested objects.
"""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.adapters import tables
from ieeelint.report.fields import Fields, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record


NAME, GROUP = "name", "group"  # the keys of objects by name


def document(source: Source) -> JSON:
    """The parsed file.  Raises ReportError if it is not valid JSON."""
    if source.document is None:
        import json

        text = source.text()
        try:
            source.document = json.JSONDecoder(parse_constant=str).decode(text)
        except json.JSONDecodeError as error:
            raise source.error(
                f"is not valid JSON: {error.msg} at column {error.colno}. Was the file truncated?",
                error.lineno,
            ) from None
        except ValueError as error:
            raise source.error(f"is not valid JSON: {error}.") from None
        except RecursionError:
            raise source.error("is nested too deeply to be read.") from None
    return source.document


def top_of(source: Source) -> Fields:
    """The parsed file of a tool that writes an object.  Raises ReportError if it is not one."""
    top = document(source)
    if not isinstance(top, dict):
        raise source.error(f"must contain an object, not {shown(top)}.")
    return Fields(top)


def kind(source: Source) -> str:
    """The adapter for a document, from its top-level fields."""
    top = document(source)
    if (
        isinstance(top, list)
        and top
        and all(isinstance(run, dict) and {"config", "summary"} <= run.keys() for run in top)
    ):
        return "wandb"
    if not isinstance(top, dict):
        return "json"
    if str(top.get("schema", "")).startswith("attn-"):
        return "attention"
    if isinstance(top.get("log_history"), list):
        return "step-log"
    if _has_tasks(top):
        return "lm-eval"
    if _has_curves(top):
        return "sacred"
    if _has_commit(top):
        return "asv"
    benchmarks = top.get("benchmarks")
    if isinstance(benchmarks, list):
        if "machine_info" in top:
            return "pytest-benchmark"
        if "context" in top:
            return "google-benchmark"
        if "devices" in top or any(isinstance(row, dict) and "states" in row for row in benchmarks):
            return "nvbench"
        if _has_runs(top, benchmarks):
            return "pyperf"
    results = top.get("results")
    if (
        isinstance(results, list)
        and results
        and all(isinstance(result, dict) and "command" in result for result in results)
    ):
        return "hyperfine"
    return "json"


def _has_tasks(top: dict[str, JSON]) -> bool:
    """Whether a document has results by task, as lm-evaluation-harness writes them."""
    is_of_harness = "config" in top and ("versions" in top or "n-shot" in top)
    return isinstance(top.get("results"), dict) and is_of_harness


def _has_commit(top: dict[str, JSON]) -> bool:
    """Whether a document has the results of a commit, as airspeed velocity writes them."""
    return isinstance(top.get("results"), dict) and {"commit_hash", "result_columns"} <= top.keys()


def _has_runs(top: dict[str, JSON], benchmarks: list[JSON]) -> bool:
    """Whether a document has benchmarks with runs, as pyperf writes them."""
    have_runs = all(isinstance(bench, dict) and "runs" in bench for bench in benchmarks)
    return bool(benchmarks) and have_runs and "metadata" in top


def _has_curves(top: dict[str, JSON]) -> bool:
    """Whether a document has steps and values by metric, as Sacred writes them."""
    return bool(top) and all(
        isinstance(curve, dict) and {"steps", "values"} <= curve.keys() for curve in top.values()
    )


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a generic document."""
    return tables.records(source, lambda: _rows(source), request)


def _rows(source: Source) -> Iterator[tuple[int, dict[str, JSON]]]:
    top = document(source)
    shared: dict[str, JSON] = {}
    if isinstance(top, dict):
        lists = [name for name, value in top.items() if _is_rows(value)]
        if len(lists) == 1:
            shared = {name: value for name, value in top.items() if name != lists[0]}
            top = top[lists[0]]
        elif lists:
            raise source.error(
                f"contains several lists of rows: {', '.join(sorted(lists))}. Put each in a"
                " separate file."
            )
        else:
            top = _by_column(top) or _nested_rows(top) or [top]
    if not isinstance(top, list):
        raise source.error("is neither a list of rows nor an object.")
    if not top:
        raise source.error("contains an empty list.")
    for index, row in enumerate(top):
        if not isinstance(row, dict):
            raise source.error(
                f"has {literal(str(row)[:40])} as row {index + 1}, which must be an object."
            )
        yield 0, {**shared, **row}


def _by_column(top: dict[str, JSON]) -> list[JSON]:
    """The rows of columns by row number, ``{"model": {"0": "A", "1": "B"}, …}``, as pandas writes
    data frames by default.  Empty for any other document.
    """
    columns = [column for column in top.values() if isinstance(column, dict)]
    if not columns or len(columns) < len(top):
        return []
    numbers = [str(number) for number in range(len(columns[0]))]
    if not numbers or any([*column] != numbers for column in columns):
        return []
    return [{name: column[at] for name, column in zip(top, columns)} for at in numbers]


def _nested_rows(top: dict[str, JSON]) -> list[JSON]:
    """The rows of objects by name, ``{"A": {"acc": 0.5}, "B": {"acc": 0.7}}``, also by two names;
    their keys are ``name``, or ``group`` and ``name``.  Empty for any other document.
    """
    rows = {name: row for name, row in top.items() if isinstance(row, dict)}
    others = {name: value for name, value in top.items() if name not in rows}
    if _share_numbers(rows.values()) and (not others or _have_same_fields(rows.values())):
        return [{**others, NAME: name, **row} for name, row in rows.items()]
    inner = [entry for group in top.values() if isinstance(group, dict) for entry in group.values()]
    if not all(isinstance(group, dict) for group in top.values()) or not _share_numbers(inner):
        return []
    return [
        {GROUP: group, NAME: name, **row}
        for group, rows in top.items()
        if isinstance(rows, dict)
        for name, row in rows.items()
        if isinstance(row, dict)
    ]


def _have_same_fields(rows: Iterable[dict[str, JSON]]) -> bool:
    """True for objects with the same fields: those by class of a report about classification, next
    to numbers about all classes.
    """
    return len({frozenset(row) for row in rows}) == 1


def _share_numbers(values: Iterable[JSON]) -> bool:
    """True for at least two objects that share a field with a number."""
    rows = list(values)
    objects = [row for row in rows if isinstance(row, dict)]
    numbers = [
        {name for name, value in row.items() if type(value) in (int, float)} for row in objects
    ]
    return len(objects) > 1 and len(objects) == len(rows) and bool(set.intersection(*numbers))


def _is_rows(value: JSON) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)

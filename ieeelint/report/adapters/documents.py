"""JSON documents: detects the tool that wrote one, and reads documents of no tool.

These are a list of rows, an object that contains one list of rows (its other fields are keys of
each row), or a single row.  Rows are long or wide (see ``tables``).  Dotted names refer to fields
of nested objects.
"""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.adapters import tables
from ieeelint.report.fields import Fields, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record


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
    benchmarks = top.get("benchmarks")
    if isinstance(benchmarks, list):
        if "machine_info" in top:
            return "pytest-benchmark"
        if "context" in top:
            return "google-benchmark"
        if "devices" in top or any(isinstance(row, dict) and "states" in row for row in benchmarks):
            return "nvbench"
    results = top.get("results")
    if (
        isinstance(results, list)
        and results
        and all(isinstance(result, dict) and "command" in result for result in results)
    ):
        return "hyperfine"
    return "json"


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a generic document."""
    return tables.records(source, _rows(source), request)


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
            top = [top]
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


def _is_rows(value: JSON) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)

"""JSON files that are one document: which tool wrote it, and generic ones.

Generic documents are a list of rows, or an object that holds one list of rows (its other
fields are keys of each row), or a single row; rows are long or wide (see ``tables``).
Dotted names reach into nested objects.
"""

from __future__ import annotations

from ieeelint.report.adapters import tables
from ieeelint.report.fields import Fields, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record


def document(source: Source) -> JSON:
    """The parsed file; raises ReportError for what is no JSON."""
    if source.document is None:
        import json

        text = source.text()
        try:
            source.document = json.JSONDecoder(parse_constant=str).decode(text)
        except json.JSONDecodeError as error:
            raise source.error(
                f"is no JSON: {error.msg} at column {error.colno}. Was the file cut off?",
                error.lineno,
            ) from None
        except ValueError as error:
            raise source.error(f"is no JSON: {error}.") from None
        except RecursionError:
            raise source.error("is nested too deeply to be read.") from None
    return source.document


def top_of(source: Source) -> Fields:
    """The parsed file of a tool that writes an object; raises ReportError for another document."""
    top = document(source)
    if not isinstance(top, dict):
        raise source.error(f"must hold an object, not {shown(top)}.")
    return Fields(top)


def kind(source: Source) -> str:
    """The adapter for a document, by what stands at its top."""
    top = document(source)
    if (
        isinstance(top, list)
        and top
        and all(isinstance(one, dict) and {"config", "summary"} <= one.keys() for one in top)
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
        if "devices" in top or any(isinstance(one, dict) and "states" in one for one in benchmarks):
            return "nvbench"
    results = top.get("results")
    if (
        isinstance(results, list)
        and results
        and all(isinstance(one, dict) and "command" in one for one in results)
    ):
        return "hyperfine"
    return "json"


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a generic document."""
    return tables.records(source, _rows(source), asked)


def _rows(source: Source) -> Iterator[tuple[int, dict[str, JSON]]]:
    top = document(source)
    around: dict[str, JSON] = {}
    if isinstance(top, dict):
        lists = [name for name, value in top.items() if _is_rows(value)]
        if len(lists) == 1:
            around = {name: value for name, value in top.items() if name != lists[0]}
            top = top[lists[0]]
        elif lists:
            raise source.error(
                f"holds several lists of rows: {', '.join(sorted(lists))}. Keep one in a file of"
                " its own."
            )
        else:
            top = [top]
    if not isinstance(top, list):
        raise source.error("is neither a list of rows nor an object.")
    if not top:
        raise source.error("holds an empty list.")
    for index, row in enumerate(top):
        if not isinstance(row, dict):
            raise source.error(
                f"has {str(row)[:40]!r} as entry {index + 1} where a row (an object) should be."
            )
        yield 0, {**around, **row}


def _is_rows(value: JSON) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)

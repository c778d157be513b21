"""Several tables in one specification: each [[table]], with the rest of the file, is one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.report.fields import JSON

    Path = tuple[str | int, ...]

# blocks of a table that may be at the top of the file, for all tables, or in a [[table]]
COLUMNS = ("column", "pivot", "cell")
OF_TABLES = (*COLUMNS, "rowgroup", "summary", "rowsummary")
PARTS = (*OF_TABLES, "baseline")


def separated(data: Mapping[str, JSON]) -> list[dict[str, JSON]]:
    """The specifications, each with one table: what a [[table]] has replaces what the file has.

    Named numbers come last, without a table, if there are several or the table selects records:
    these numbers may be of other records.
    """
    tables = data.get("table")
    if isinstance(tables, dict) and "where" in tables and "number" in data:
        tables = [tables]
    if not isinstance(tables, list) or not tables:
        return [dict(data)]
    shared = {name: value for name, value in data.items() if name not in ("table", "number")}
    specifications: list[dict[str, JSON]] = []
    for table in tables:
        if not isinstance(table, dict):
            specifications.append({**shared, "table": table})
            continue
        own = {name: table[name] for name in PARTS if name in table}
        has_columns = not own.keys().isdisjoint(COLUMNS)
        common = {n: value for n, value in shared.items() if not (has_columns and n in COLUMNS)}
        rest = {name: value for name, value in table.items() if name not in own}
        specifications.append({**common, **own, "table": rest})
    if "number" in data:
        numbers = {name: value for name, value in shared.items() if name not in OF_TABLES}
        specifications.append({**numbers, "number": data["number"]})
    return specifications


def path_in_file(path: Path, number: int, data: Mapping[str, JSON]) -> Path:
    """The path in the file of a path in the specification ``number`` of it."""
    tables = data.get("table")
    if not isinstance(tables, list) or not path or number >= len(tables):
        return path
    table = tables[number]
    if path[0] == "table":
        return ("table", number, *path[1:])
    is_own = isinstance(table, dict) and path[0] in table and path[0] in PARTS
    return ("table", number, *path) if is_own else path

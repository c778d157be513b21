"""One row for each paper: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
import io
import json

from ieeelint.output import one_line
from ieeelint.rules.areas import AREAS
from ieeelint.severities import SEVERITIES
from ieeelint.terminal import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.chair.assessing import Record
    from ieeelint.chair.submissions import Submission

    Row = dict[str, Any]

# At the start of a cell, a spreadsheet takes these for the start of a formula.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel does not read UTF-8


def row(
    paper: Submission,
    record: Record,
    verdict: str,
    reasons: list[str],
    since: Row | None,
    letter: str,
) -> Row:
    """What the tables and the index say about a paper.

    ``counts`` has the findings by area and severity; ``letter`` and ``report`` are paths relative
    to the output folder; ``since`` compares with an earlier batch (see
    :mod:`ieeelint.chair.against`).
    """
    totals = {
        severity: sum(counts.get(severity, 0) for counts in record["counts"].values())
        for severity in SEVERITIES
    }
    return {
        "id": paper.id,
        "title": record["title"],
        "authors": record["authors"],
        "pages": record["pages"] or None,
        "verdict": verdict,
        "reasons": reasons,
        "notes": record["notes"],
        **{f"{severity}s": number for severity, number in totals.items()},
        "suppressed": [
            {key: finding[key] for key in ("code", "severity", "message", "place")}
            for finding in record["suppressed"]
        ],
        "counts": record["counts"],
        "drafts": record["drafts"],
        "since": since,
        "letter": letter,
        "report": f"reports/{paper.file_name}.html" if record["drafts"] else None,
    }


def header(with_since: bool) -> str:
    """The first line of the CSV file."""
    names = ["id", "title", "authors", "pages", "verdict", "reasons", "notes"]
    names += ["errors", "warnings", "infos", "suppressed", *AREAS]
    names += ["fixed", "remaining", "new"] if with_since else []
    return BYTE_ORDER_MARK + _line(names)


def csv_line(row: Row, with_since: bool) -> str:
    """A row of the CSV file; the column of an area has the number of all its findings."""
    cells: list[object] = [row["id"], row["title"], "; ".join(row["authors"]), row["pages"] or ""]
    cells += [row["verdict"], "; ".join(row["reasons"]), "; ".join(row["notes"])]
    cells += [row["errors"], row["warnings"], row["infos"], len(row["suppressed"])]
    cells += [sum(row["counts"].get(area, {}).values()) for area in AREAS]
    if with_since:
        since = row["since"] or {}
        cells += [len(since.get(key, ())) if since else "" for key in ("fixed", "remaining", "new")]
    return _line(cells)


def json_line(row: Row) -> str:
    """A row as a line of JSON."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def _line(cells: list[Any]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(map(_cell, cells))
    return file.getvalue()


def _cell(value: object) -> object:
    """A cell that a spreadsheet shows as it is: text is on one line, and never a formula."""
    if not isinstance(value, str):
        return value
    text = one_line(clean(value))
    return f"'{text}" if text.startswith(FORMULA) else text

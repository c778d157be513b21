"""Writes the outputs of a batch from the records: tables, letters, and the index."""

from __future__ import annotations

import json
import os
import re
from contextlib import ExitStack, suppress

from ieeelint.chair import against, index, tables
from ieeelint.chair.assessing import without_check
from ieeelint.chair.edited import Written
from ieeelint.chair.submissions import Submission, name_files, order
from ieeelint.chair.verdicts import Policy
from ieeelint.files import replace_quickly, streamed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from typing import TextIO

    from ieeelint.chair.running import Batch
    from ieeelint.chair.state import State
    from ieeelint.chair.tables import Row

MARK = "papers.jsonl"  # in each output folder
TABLE = "papers.csv"
INDEX = "index.html"
MISSING = "is missing: only the submission system has this number"
OURS = re.compile(r"(?:letters|reports)/[A-Za-z0-9][A-Za-z0-9._-]*\Z")


def write_all(
    batch: Batch, papers: list[Submission], missing: list[str], state: State
) -> tuple[Counter[str], dict[str, str]]:
    """Write the tables, the letters, and the index.

    ``missing`` are ids that only the submission system has: their papers get rows, too.
    Returns the number of each verdict, and the new names of letters and tables that somebody has
    edited since the last batch.
    """
    before = _files_of(batch.out)
    written = Written(batch.out)
    policy = Policy(batch.settings)
    totals = index.Totals()
    compares = batch.earlier is not None
    with ExitStack() as files:
        table, rows, findings = (
            files.enter_context(streamed(os.path.join(batch.out, name)))
            for name in (TABLE, MARK, against.FINDINGS)
        )
        table.write(tables.header(compares))
        for paper in _with_missing(papers, missing):
            row, lines, letter = _one(batch, paper, state, policy)
            _write_letter(batch.out, row["letter"], letter, written)
            table.write(tables.csv_line(row, compares))
            rows.write(tables.json_line(row))
            findings.write(lines)
            totals.add(row)
            before -= {row["letter"], row["report"]}
        written.expect(TABLE, _content(table))
    _write_index(batch, totals, policy.venue)
    for name in before:  # of papers that were withdrawn, or in another format
        with suppress(OSError):
            if name.startswith("letters/"):
                written.remove(name)
            else:
                os.remove(os.path.join(batch.out, name))
    written.close()
    return totals.verdicts, written.edited


def _content(file: TextIO) -> bytes:
    """What was written so far."""
    file.flush()
    with open(file.name, "rb") as same:
        return same.read()


def _write_letter(out: str, name: str, text: str, written: Written) -> None:
    """Write a letter, unless it is as it should be: that makes a second batch quick."""
    if written.expect(name, text.encode("utf-8", "backslashreplace")):
        replace_quickly(os.path.join(out, name), text)


def _write_index(batch: Batch, totals: index.Totals, venue: str) -> None:
    """Write the index, from the table on the disk: its beginning has the totals of all rows."""
    with (
        open(os.path.join(batch.out, MARK), encoding="utf-8") as lines,
        streamed(os.path.join(batch.out, INDEX)) as page,
    ):
        for piece in index.pieces(map(json.loads, lines), totals, venue):
            page.write(piece)


def _one(batch: Batch, paper: Submission, state: State, policy: Policy) -> tuple[Row, str, str]:
    """The row of a paper, the lines of its findings, and the letter about it."""
    differences: list[str] = []
    if paper.is_missing and batch.export is not None:
        record = without_check(paper.reason)
        record["title"], record["authors"] = batch.export.papers[paper.id]
    else:
        record = state.record(paper)
    if batch.export is not None and not paper.is_missing:
        differences = batch.export.differences(paper.id, record)
    since = batch.earlier.since(paper.id, record) if batch.earlier is not None else None
    verdict, reasons = policy.verdict(record, differences)
    letter = f"letters/{paper.file_name}{batch.letters.suffix}"
    row = tables.row(paper, record, verdict, reasons, since, letter)
    text = batch.letters.letter(row, record, policy, differences)
    return row, against.lines(paper.id, record), text


def _with_missing(papers: list[Submission], missing: list[str]) -> list[Submission]:
    """All papers in order, also those without an upload."""
    if not missing:
        return papers
    everything = papers + [Submission.without_upload(identity, MISSING) for identity in missing]
    name_files(everything)
    return sorted(everything, key=lambda paper: order(paper.id))


def report_path(out: str, paper: Submission) -> str:
    """Where the HTML report on a paper is."""
    return os.path.join(out, "reports", f"{paper.file_name}.html")


def _files_of(out: str) -> set[str]:
    """The letters and reports of the last batch, relative to its folder."""
    files = set()
    try:
        with open(os.path.join(out, MARK), encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                files |= {name for name in (row["letter"], row["report"]) if name}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
    return {name for name in files if isinstance(name, str) and OURS.match(name)}

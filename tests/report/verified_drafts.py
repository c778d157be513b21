"""Drafts that print the example tables, and their lock files."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from example_grids import groups, modules, scaling

from ieeelint import check
from ieeelint.report.built import Built, Number
from ieeelint.report.grid import Grid, Value
from ieeelint.report.verify.lock_building import build_lock
from ieeelint.report.verify.lock_file import dump
from ieeelint.report.writers import latex, word
from ieeelint.settings import Settings

PREAMBLE = "\\documentclass[conference]{IEEEtran}\n\\begin{document}\n"


def measured(grid: Grid) -> Grid:
    """The grid with values as the engine builds them: with the unit of the header, the printed
    interval, and 50 repeats."""
    for cell in grid.cells:
        if cell.value is None:
            continue
        at = next(
            number for number, column in enumerate(grid.columns) if column.name == cell.column
        )
        over = [
            header
            for headers in grid.header_rows
            for header in headers
            if header.first <= at < header.first + header.count
        ]
        unit = next((header.unit for header in over if header.unit), grid.columns[at].unit)
        value = Decimal("0.0004") if cell.below else cell.value.number
        half = Decimal(cell.half) if cell.half else None
        cell.value = Value(
            value,
            unit,
            value - half if half else None,
            value + half if half else None,
            50,
            "95%" if half else "",
            "ci" if half else "",
        )
    for at, column in enumerate(grid.columns):
        over = [
            header
            for headers in grid.header_rows
            for header in headers
            if header.first <= at < header.first + header.count
        ]
        grid.columns[at] = replace(
            column, unit=next((header.unit for header in over if header.unit), column.unit)
        )
    return grid


def example_grids() -> list[Grid]:
    """The three example tables with values; the third with the full headers of its columns."""
    made = [measured(grid()) for grid in (modules, scaling, groups)]
    heads = (
        "Variant",
        "Parameters",
        "Latency, Forward",
        "Latency, Speed-Up",
        "Latency, Backward",
        "Latency, Speed-Up",
        "Peak Memory",
        "Peak Memory, Relative",
    )
    for at, head in enumerate(heads):
        made[2].columns[at] = replace(
            made[2].columns[at], header=(replace(made[2].columns[at].header[0], text=head),)
        )
    return made


def number(key: str, digits: str, value: str, unit: str = "", half: str = "") -> Number:
    """A named number."""
    middle = Decimal(value)
    low, high = (middle - Decimal(half), middle + Decimal(half)) if half else (None, None)
    return Number(
        key, digits, Value(middle, unit, low, high, 50, "95%" if half else "", "ci" if half else "")
    )


NUMBERS = [
    number("speed-up", "2.45", "2.4502"),
    number("slow-down", "0.66", "0.66"),
    number("latency", "0.835", "0.8349", "ms", "0.012"),
    number("memory", "412", "412.3", "MiB"),
    number("share", "34", "34.2", "%"),
]


def pin(
    folder: Path, grids: list[Grid] | None = None, numbers: list[Number] | None = None
) -> list[Grid]:
    """Write ``results.lock`` into ``folder``; returns its grids."""
    grids = example_grids() if grids is None else grids
    built = [Built(f"tables/{grid.label[4:]}.toml", grid=grid) for grid in grids]
    built.append(Built("tables/numbers.toml", numbers=NUMBERS if numbers is None else numbers))
    (folder / "results.lock").write_text(dump(build_lock(built)), encoding="utf-8")
    return grids


def latex_draft(grids: list[Grid], text: str = "") -> str:
    """A LaTeX draft that prints the tables as the reporter writes them."""
    return (
        PREAMBLE
        + text
        + "\n"
        + "\n".join(latex.table(grid) for grid in grids)
        + "\\end{document}\n"
    )


def word_draft(grids: list[Grid]) -> bytes:
    """A Word draft that prints the tables as the reporter writes them."""
    return word.document(grids)


def findings(path: Path) -> list[tuple[str, str, str]]:
    """Code, severity and marked text of the RES findings in a draft."""
    report = check([str(path)], Settings(select=["RES"]))
    assert not report.unreadable
    return [(finding.code, finding.severity, finding.span.text) for finding in report.findings]


def messages(path: Path) -> list[str]:
    """The messages of the RES findings in a draft."""
    report = check([str(path)], Settings(select=["RES"]))
    return [finding.message for finding in report.findings]


def edited_word(data: bytes, *changes: tuple[str, str]) -> bytes:
    """A Word file with texts of runs replaced, each once."""
    content = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                text = part.decode()
                for before, after in changes:
                    assert f">{before}<" in text, before
                    text = text.replace(f">{before}<", f">{after}<", 1)
                part = text.encode()
            new.writestr(name, part)
    return content.getvalue()

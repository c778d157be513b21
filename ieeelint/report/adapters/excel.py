"""Excel workbooks (.xlsx): the first sheet, a table with a header row, long or wide (see
``tables``).
"""

from __future__ import annotations

import re

from ieeelint.report.adapters import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.package import Package
    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Key, Record

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LETTERS = re.compile(r"[A-Z]+")


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a workbook.  Raises ReportError if it is damaged or has no header."""
    rows = list(_rows(source))
    return tables.records(source, lambda: rows, request)


def _rows(source: Source) -> Iterator[tuple[int, dict[str, Key]]]:
    from ieeelint.ooxml.errors import PackageError
    from ieeelint.ooxml.package import open_package

    try:
        package = open_package(str(source.path))
        sheet = package.xml(_first_sheet(package))
        shared = _shared(package)
    except PackageError as error:
        raise source.error(f"is not a workbook that can be read: {error}.") from None
    header: dict[int, str] = {}
    for row in sheet.iter(MAIN + "row"):
        cells = {
            _column(cell.get("r", ""), at): value
            for at, cell in enumerate(row.iter(MAIN + "c"))
            if (value := _value(cell, shared)) != ""
        }
        number = int(row.get("r", "0"))
        if not cells:
            continue
        if not header:
            header = {column: str(name).strip() for column, name in cells.items()}
            if len(set(header.values())) < len(header):
                raise source.error("has a duplicate column in its header.", number)
        else:
            extra = [column for column in cells if column not in header]
            if extra:
                raise source.error(f"has a cell without a header: {cells[extra[0]]}.", number)
            yield number, {name: cells.get(column, "") for column, name in header.items()}
    if not header:
        raise source.error("has no rows in its first sheet.")


def _first_sheet(package: Package) -> str:
    """The part of the first sheet of the workbook."""
    workbook = package.xml(package.document)
    first = next(workbook.iter(MAIN + "sheet"), None)
    links = package.relationships(package.document)
    identifier = first.get(LINK, "") if first is not None else ""
    return links[identifier].target if identifier in links else "xl/worksheets/sheet1.xml"


def _shared(package: Package) -> list[str]:
    """The shared texts of a workbook."""
    part = "xl/sharedStrings.xml"
    if part not in package.names:
        return []
    return ["".join(_texts(item)) for item in package.xml(part).iter(MAIN + "si")]


def _texts(item: Element) -> Iterator[str]:
    for text in item.iter(MAIN + "t"):
        yield text.text or ""


def _value(cell: Element, shared: list[str]) -> Key:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_texts(cell))
    text = cell.findtext(MAIN + "v", "")
    if kind == "s":
        return shared[int(text)] if text.isdecimal() and int(text) < len(shared) else ""
    if kind == "b":
        return text == "1"
    if kind != "n" or not text:
        return text
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _column(reference: str, at: int) -> int:
    """The number of a column, from 0: "B7" is in column 1."""
    match = LETTERS.match(reference)
    if not match:
        return at
    number = 0
    for letter in match[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

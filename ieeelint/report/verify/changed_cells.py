"""The changed cells between a generated table on disk and the one that would be written now."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

CELLS = re.compile(r"(?<!\\)&")
SPANNED = re.compile(r"\\multicolumn\{(\d+)\}\{(?:[^{}]|\{[^{}]*\})*\}\{(.*)\}$")
HIDDEN = re.compile(r"\\phantom\{(?:[^{}]|\{[^{}]*\}|\$[^$]*\$)*\}|\^\{\\mathrm\{[^{}]*\}\}")
MOST = 40  # cells that are printed

Table = dict[tuple[str, str], str]


def changed_cells(old: bytes, new: bytes, path: str) -> Iterator[str]:
    """Lines with the changed cells of LaTeX and Markdown tables; none for other files.

    The line of a number says whether it is still within the old interval.
    """
    read = {".tex": _latex, ".md": _markdown}.get(path[path.rfind(".") :])
    if read is None:
        return
    before, after = (read(content.decode("utf-8", "replace")) for content in (old, new))
    count = 0
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        count += 1
        if count <= MOST:
            row, column = key
            yield f"{row}, {column}: {_shown(was)} -> {_shown(now)}{_in_interval(was, now)}"
    if count > MOST:
        yield f"and {count - MOST} more cells"
    if not count:
        yield "the cells are the same; headers, notes or other lines differ"


def _shown(text: str | None) -> str:
    return "no such cell" if text is None else text or "empty"


def _in_interval(was: str | None, now: str | None) -> str:
    """Whether the new number is in the old interval, in words."""
    try:
        value, half = map(Decimal, (was or "").split("±"))
        new = Decimal((now or "").split("±")[0])
    except (ValueError, InvalidOperation):
        return ""
    return (
        " (inside the old interval)" if abs(new - value) <= half else " (outside the old interval)"
    )


def _latex(text: str) -> Table:
    lines = [line.removesuffix(r"\\").strip() for line in text.splitlines() if line.endswith(r"\\")]
    rows = [[_plain(cell) for cell in _spread(line)] for line in lines]
    rule = next(
        (
            number
            for number, line in enumerate(text.splitlines())
            if line in (r"\hline", r"\midrule")
        ),
        0,
    )
    headers = sum(line.endswith(r"\\") for line in text.splitlines()[:rule])
    return _table(rows[:headers], rows[headers:])


def _spread(line: str) -> Iterator[str]:
    """The cells of a row; a merged cell is repeated for each of its columns."""
    for cell in CELLS.split(line):
        merged = SPANNED.match(cell.strip())
        yield from [merged.group(2)] * int(merged.group(1)) if merged else [cell]


def _plain(cell: str) -> str:
    """The text of a cell as printed."""
    cell = HIDDEN.sub("", cell)
    for tex, text in (
        (r"\pm", "±"),
        (r"\times", "×"),
        (r"\,", ""),
        (r"\quad", ""),
        ("~", " "),
        ("$-$", "-"),
    ):
        cell = cell.replace(tex, text)
    return " ".join(re.sub(r"\\[a-z]+\s*|[{}$]", "", cell).split())


def _markdown(text: str) -> Table:
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    rows = [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]
    return _table(rows[:1], rows[1:])


def _table(headers: list[list[str]], rows: list[list[str]]) -> Table:
    """Cells by row and column header; a row that spans the table is the title of a group."""
    width = max((len(row) for row in headers), default=0)
    names = [
        ", ".join(dict.fromkeys(row[at] for row in headers if at < len(row) and row[at]))
        for at in range(width)
    ]
    table: Table = {}
    group = ""
    for row in rows:
        if len(row) != width or len(set(row)) == 1 and width > 1:
            group = row[0] if row else ""
            continue
        name = f"{group}, {row[0]}" if group else row[0]
        for at, cell in enumerate(row[1:], 1):
            table[name, names[at] or f"column {at + 1}"] = cell
    return table

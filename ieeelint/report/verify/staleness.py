"""What differs between a generated table on the disk and the one that would be written now, cell
by cell.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

CELLS = re.compile(r"(?<!\\)&")
SPANNED = re.compile(r"\\multicolumn\{(\d+)\}\{(?:[^{}]|\{[^{}]*\})*\}\{(.*)\}$")
HIDDEN = re.compile(r"\\phantom\{(?:[^{}]|\{[^{}]*\}|\$[^$]*\$)*\}|\^\{\\mathrm\{[^{}]*\}\}")
MOST = 40  # cells that are told

Table = dict[tuple[str, str], str]


def changes(old: bytes, new: bytes, path: str) -> Iterator[str]:
    """Lines that tell what changed, for LaTeX and Markdown; for other files none.

    A number that moved within the interval printed beside the old one is said to have.
    """
    read = {".tex": _latex, ".md": _markdown}.get(path[path.rfind(".") :])
    if read is None:
        return
    before, after = (read(content.decode("utf-8", "replace")) for content in (old, new))
    told = 0
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        told += 1
        if told <= MOST:
            row, column = key
            yield f"{row}, {column}: {_shown(was)} -> {_shown(now)}{_verdict(was, now)}"
    if told > MOST:
        yield f"and {told - MOST} cells more"
    if not told:
        yield "its cells are the same: heads, notes or the lines around them differ"


def _shown(text: str | None) -> str:
    return "no such cell" if text is None else text or "empty"


def _verdict(was: str | None, now: str | None) -> str:
    """Whether the new number lies within the interval printed beside the old one."""
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
    head = next(
        (
            number
            for number, line in enumerate(text.splitlines())
            if line in (r"\hline", r"\midrule")
        ),
        0,
    )
    heads = sum(line.endswith(r"\\") for line in text.splitlines()[:head])
    return _table(rows[:heads], rows[heads:])


def _spread(line: str) -> Iterator[str]:
    """The cells of a row, a joined one at each of its places."""
    for cell in CELLS.split(line):
        found = SPANNED.match(cell.strip())
        yield from [found.group(2)] * int(found.group(1)) if found else [cell]


def _plain(cell: str) -> str:
    """A cell as it reads."""
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


def _table(heads: list[list[str]], rows: list[list[str]]) -> Table:
    """Cells by the names of their row and column; a row that spans the table names its group."""
    width = max((len(row) for row in heads), default=0)
    names = [
        ", ".join(dict.fromkeys(row[at] for row in heads if at < len(row) and row[at]))
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

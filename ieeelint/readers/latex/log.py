"""Reads the log that LaTeX writes next to a draft, and finds its lines in the source.

The log names a file when it opens it, and closes it with a parenthesis; text between can have
parentheses, too.  Therefore a location counts only if the words of the box are there.
"""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.views.log import LogView, OverfullBox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ieeelint.paper.source import Source

LARGEST = 20_000_000  # bytes
WRAPPED = 79  # characters of a line of the log that continues in the next one
BOX = r"Overfull \\hbox \(([\d.]+)pt too wide\) .*?(?:at lines? (\d+)(?:--(\d+))?|$)"
OUTPUT = r"Output written on .*? \((\d+) pages?[,)]"
UNDEFINED = r"LaTeX Warning: (?:Reference|Citation) [`']([^']+)' .{0,40}undefined"
RERUN = (
    r"LaTeX Warning: (?:Label\(s\) may have changed|There were undefined .*? Rerun)|Rerun to get"
)
OPENED = r"\(((?:\./|\.\./|[A-Za-z]:|/)?[^\s(){}\[\]]+\.[A-Za-z]{2,5})(?![^\s()])|[()]"
FONT = r"\\[A-Z][A-Za-z0-9]*/\S+|\[\]|\$[^$]*\$|\\\S+"
NEAR = 3  # lines around those that the log names
WIDE = (
    r"\\begin\{(?:tabular|tabularx|tblr|tikzpicture|array|minipage)\*?\}"
    r"|\\includegraphics|\\resizebox"
)
WORD = r"[A-Za-z]{4,}"  # shorter ones are everywhere


def read_log(path: str, sources: Sequence[Source]) -> LogView | None:
    """The view of a log; None if it cannot be read, or is not one."""
    try:
        data = inputs.bytes_of(path, LARGEST)
    except inputs.InputError:
        return None
    text = data.decode("utf-8", "replace")
    if "This is " not in text[:200]:
        return None
    view = LogView(path)
    if match := pattern(OUTPUT).search(text.replace("\n", "")[-2000:]):
        view.pages = int(match.group(1))
    places: list[str] = []  # the files that are open
    by_path = {os.path.normpath(source.path): source for source in sources}
    folder = os.path.dirname(sources[0].path)
    lines = _lines(text)
    for line in lines:
        if match := pattern(BOX).match(line):
            words = _rest_of_box(lines)
            points, first, last = match.groups()
            span, lines_named = None, ""
            if first:
                last = last or first
                lines_named = f"line {first}" if first == last else f"lines {first}–{last}"
                inner = next((name for name in reversed(places) if name), "")
                source = by_path.get(os.path.normpath(os.path.join(folder, inner)))
                nearest = [source] if source is not None else []
                if words:
                    span = _found([*nearest, *sources], int(first), int(last), words)
                else:
                    span = _box_in(nearest, int(first), int(last))
            view.boxes.append(OverfullBox(float(points), span, words or lines_named))
        elif line.startswith(("Overfull", "Underfull")):
            _rest_of_box(lines)
        elif match := pattern(UNDEFINED).search(line):
            view.undefined.append(match.group(1))
        elif pattern(RERUN).search(line):
            view.wants_rerun = True
        else:
            _follow(line, places)
    return view


def _lines(text: str) -> Iterator[str]:
    """The lines of a log, with those that TeX wrapped joined again."""
    whole = ""
    for line in text.splitlines():
        whole += line
        if len(line) < WRAPPED:
            yield whole
            whole = ""
    yield whole


def _rest_of_box(lines: Iterator[str]) -> str:
    """The words of a box, which go on to the next empty line."""
    pieces: list[str] = []
    for line in lines:
        if not line.strip() or len(pieces) > 40:
            break
        pieces.append(line)
    text = pattern(FONT).sub(" ", " ".join(pieces)).replace("-", "")
    return " ".join(text.split())


def _follow(line: str, places: list[str]) -> None:
    """Note the files that a line of the log opens and closes."""
    for match in pattern(OPENED).finditer(line):
        if match.group(0) == ")":
            if places:
                places.pop()
        else:
            places.append(match.group(1) or "")


def _found(sources: Sequence[Source], first: int, last: int, words: str) -> Span | None:
    """The line with the most words of a box, in the first source that has half of them or more."""
    wanted = set(pattern(WORD).findall(words))
    if not wanted:
        return None
    for source in sources:
        if last > len(source.line_starts):
            continue
        numbers = range(max(first - NEAR, 1), last + NEAR + 1)
        lines = {number: source.line(number).replace("-", "") for number in numbers}
        if 2 * _count(wanted, " ".join(lines.values())) < len(wanted):
            continue
        best = max(
            numbers, key=lambda number: (_count(wanted, lines[number]), -abs(number - first))
        )
        start, line = source.line_starts[best - 1], source.line(best)
        return Span(source, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    return None


def _box_in(sources: Sequence[Source], first: int, last: int) -> Span | None:
    """The line of a table or a picture, whose box has no words, between two lines."""
    for source in sources:
        for number in range(first, min(last, len(source.line_starts)) + 1):
            if match := pattern(WIDE).search(source.line(number)):
                start = source.line_starts[number - 1]
                return Span(source, start + match.start(), start + match.end())
    return None


def _count(words: set[str], text: str) -> int:
    return sum(word in text for word in words)

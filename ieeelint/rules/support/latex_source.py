"""Tools for rules about LaTeX source: edits of lines, regions and nesting."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ieeelint.finding import Edit
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Source

NESTING = (
    r"\\(?:(begin|end)[ \t]{0,9}\{|(begin|end)group(?![a-zA-Z])|.)|[{}]|%[^\r\n]*|\n[ \t\r]*\n"
)


def line_start(span: Span) -> int:
    """Where the line begins on which ``span`` begins."""
    text = span.source.text
    return max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1


def line_end(span: Span) -> int:
    """Where the line ends on which ``span`` ends, without its newline."""
    text = span.source.text
    newlines = (text.find(newline, span.end) for newline in "\r\n")
    return min((at for at in newlines if at >= 0), default=len(text))


def is_alone(span: Span) -> bool:
    """True if only whitespace and a comment share the lines of ``span``."""
    text = span.source.text
    rest = text[span.end : line_end(span)].lstrip()
    return not text[line_start(span) : span.start].strip() and (not rest or rest[0] == "%")


def comment_out(span: Span) -> Edit:
    """Comment out a construct that is alone on one line; delete any other."""
    if is_alone(span) and "\n" not in span.text and "\r" not in span.text:
        start = line_start(span)
        return Edit(Span(span.source, start, start), "% ", on_source=True)
    return delete(span)


def delete(span: Span) -> Edit:
    """Delete a construct, with its lines if it is alone on them."""
    text = span.source.text
    end = line_end(span)
    if is_alone(span) and not text[span.end : end].strip():
        if text[end : end + 2] == "\r\n":
            end += 2
        elif end < len(text):
            end += 1
        return Edit(Span(span.source, line_start(span), end), "", on_source=True)
    return Edit(span, "", on_source=True)


def insert(source: Source, offset: int, words: str) -> Edit:
    """Insert words at an offset."""
    return Edit(Span(source, offset, offset), words, on_source=True)


def new_line(source: Source) -> str:
    """The newline that the file uses."""
    return "\r\n" if "\r\n" in source.text[:4000] else "\n"


class Regions:
    """Regions of the sources."""

    def __init__(self, spans: Iterable[Span]) -> None:
        by_source: dict[int, list[tuple[int, int]]] = {}
        for span in spans:
            by_source.setdefault(id(span.source), []).append((span.start, span.end))
        self._starts: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        for key, pairs in by_source.items():
            pairs.sort()
            self._starts[key] = [start for start, _ in pairs]
            self._ends[key] = list(accumulate((end for _, end in pairs), max))

    def cover(self, span: Span) -> bool:
        """True if ``span`` begins in one of the regions."""
        starts = self._starts.get(id(span.source))
        if starts is None:
            return False
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and self._ends[id(span.source)][at] > span.start


def float_regions(paper: Paper) -> Regions:
    """The regions of figures, tables and other floats."""
    return Regions(item.span for item in (*paper.figures, *paper.tables, *paper.other_floats))


class Nesting:
    """The groups and environments of the sources, inside which settings are local.

    A blank line ends every group here, so that a brace in verbatim text does not open a group to
    the end of the file.
    """

    def __init__(self) -> None:
        self._steps: dict[int, tuple[list[int], list[int]]] = {}

    def is_local(self, span: Span) -> bool:
        """True if ``span`` is in a group or in any environment except ``document``."""
        return self.depth(span) > 0

    def depth(self, span: Span) -> int:
        """The number of groups and of environments except ``document`` around ``span``."""
        steps = self._steps.get(id(span.source))
        if steps is None:
            steps = self._steps[id(span.source)] = self._read(span.source.text)
        places, depths = steps
        at = bisect_right(places, span.start) - 1
        return depths[at] if at >= 0 else 0

    @staticmethod
    def _read(text: str) -> tuple[list[int], list[int]]:
        places: list[int] = []
        depths: list[int] = []
        braces = environments = 0
        for match in pattern(NESTING, 16).finditer(text):  # 16: re.DOTALL
            token = match[0]
            first = token[0]
            if first == "%" or (first == "\\" and match[1] is None and match[2] is None):
                continue
            if first == "{":
                braces += 1
            elif first == "}":
                braces = max(braces - 1, 0)
            elif first == "\n":
                braces = 0
            else:
                if not text.startswith("document}", match.end()):
                    edge = match[1] or match[2]
                    environments = max(environments + (1 if edge == "begin" else -1), 0)
                if match[1]:
                    braces += 1  # around the name of the environment
            places.append(match.start() + 1)
            depths.append(braces + environments)
        return places, depths

"""The view of a LaTeX log: pages, boxes that are too wide, and labels without a target."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span


VISIBLE = 10.0  # points: nearly the gutter between two columns


class OverfullBox:
    """A line or a table that is ``points`` (1/72.27 in) too wide; ``span`` is its location in the
    source, None if it is not known, and ``words`` what the log has of its text, or else the numbers
    of its lines.
    """

    __slots__ = ("points", "span", "words")

    def __init__(self, points: float, span: Span | None, words: str) -> None:
        self.points = points
        self.span = span
        self.words = words


class LogView:
    """A log that is newer than all sources.

    ``pages`` is the number of pages, 0 if there is none; ``undefined`` are the labels and keys that
    LaTeX did not know, and ``wants_rerun`` is true if it asks to be run again.
    """

    __slots__ = ("path", "pages", "boxes", "undefined", "wants_rerun")

    def __init__(self, path: str) -> None:
        self.path = path
        self.pages = 0
        self.boxes: list[OverfullBox] = []
        self.undefined: list[str] = []
        self.wants_rerun = False

    @property
    def has_wide_box(self) -> bool:
        """True if a box is so wide that a reader sees it."""
        return any(box.points > VISIBLE for box in self.boxes)

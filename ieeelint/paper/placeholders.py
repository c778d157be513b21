"""What the placeholders of the text stand for: formulas, quantities, citations, references."""

from __future__ import annotations

from ieeelint.paper.blanking import math_of
from ieeelint.paper.blocks import UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span


class Math:
    """A formula: ``content`` is its LaTeX, or a similar linear form of a formula in Word.

    ``span`` covers the content, so that offsets in one are offsets in the other where
    ``span.text == content``.
    """

    __slots__ = ("content", "span", "_math")

    def __init__(self, content: str, span: Span) -> None:
        self.content = content
        self.span = span
        self._math: str | None = None

    @property
    def math(self) -> str:
        """The content with blanks for all that is not math: lengths, names, comments."""
        if self._math is None:
            self._math = math_of(self.content)
        return self._math


class Quantity:
    """A number with a unit in a command: ``number`` and ``unit`` as typed."""

    __slots__ = ("number", "unit", "command")

    def __init__(self, number: str, unit: str, command: str) -> None:
        self.number = number
        self.unit = unit
        self.command = command


class Citation:
    """A citation command or field: its ``keys``, each with its span, and its optional ``note``.

    ``prints_author`` is true for author-year and textual forms such as ``\\citet``.
    """

    __slots__ = ("command", "keys", "note", "span", "prints_author", "position")

    def __init__(
        self,
        command: str,
        keys: list[tuple[str, Span]],
        note: str,
        span: Span,
        prints_author: bool = False,
    ) -> None:
        self.command = command
        self.keys = keys
        self.note = note
        self.span = span
        self.prints_author = prints_author
        self.position = -1  # of its placeholder in the text; -1 when it prints nothing


class CrossReference:
    """A reference by label or field: ``\\ref``, ``\\eqref``, ``\\cref``, a REF field …

    ``kind`` is the kind of thing that it refers to (a constant above) or UNKNOWN;
    ``printed`` is the word that a macro prints before the number, or empty.
    """

    __slots__ = ("command", "keys", "span", "kind", "printed", "parentheses", "position")

    def __init__(self, command: str, keys: list[tuple[str, Span]], span: Span) -> None:
        self.command = command
        self.keys = keys
        self.span = span
        self.kind = UNKNOWN
        self.printed = ""
        self.parentheses = False  # the number prints as (1)
        self.position = -1

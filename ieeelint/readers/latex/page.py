"""What the walk has read: passages in the making, and the groups and environments they stand in."""

from __future__ import annotations

from ieeelint.paper import model
from ieeelint.paper.text import Mark
from ieeelint.readers.latex.cursor import Cursor
from ieeelint.readers.passages import PassageBuilder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.paper.model import Abstract, Paper
    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.cursor import Action
    from ieeelint.readers.latex.tokens import Range

# Passages that no blank line ends.
FIXED_ZONES = frozenset(
    {
        model.TITLE,
        model.AUTHOR,
        model.KEYWORDS,
        model.HEADING,
        model.CAPTION,
        model.CELL,
        model.TABLE_NOTE,
        model.FOOTNOTE,
        model.THANKS,
        model.REFERENCE,
    }
)


class Scope:
    """A group or environment: its ``name`` (``{`` for a group) and what to do at its end."""

    __slots__ = ("name", "actions")

    def __init__(self, name: str) -> None:
        self.name = name
        self.actions: list[Action] = []


class Page(Cursor):
    """Passages open and done, and the scopes around them."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper = paper
        self.scopes: list[Scope] = [Scope("")]
        self.builders: list[PassageBuilder] = []
        self.current: PassageBuilder | None = None
        self.suspended: list[PassageBuilder | None] = []
        self.zone = model.PROSE
        self.silent = True  # in the preamble: words are not text
        self.abstract: Abstract | None = None
        self.list_depth: list[str] = []  # lists and theorems the text stands in
        self.pending_item = False

    # -- words ------------------------------------------------------------

    def add(self, text: str, span: Span) -> None:
        """Print characters for a construct at ``span``."""
        builder = self.current
        if builder is None:
            if self.silent or not text or text.isspace():
                return
            builder = self.open_paragraph()
        builder.printed(text, span)

    def place(self, kind: str, span: Span, data: Any) -> None:
        """Put a placeholder."""
        builder = self.current
        if builder is None:
            if self.silent:
                return
            builder = self.open_paragraph()
        builder.placed(kind, span, data)

    def style(self, kind: str, group: Range) -> None:
        """Walk an argument whose words bear a running mark."""
        builder = self.current
        start = builder.length if builder is not None else 0
        span = group.span

        def close() -> None:
            self.mark(kind, builder, start, span)

        self.render(group, close)

    def mark(self, kind: str, builder: PassageBuilder | None, start: int, span: Span) -> None:
        """Mark what was added to the passage since ``start``."""
        now = self.current
        if now is not None and (now is builder or builder is None) and now.length > start:
            now.marks.append(Mark(kind, start, now.length, span))

    # -- passages ---------------------------------------------------------

    def new_builder(self, zone: str, order: tuple[int, ...] | None = None) -> PassageBuilder:
        """A passage that begins here."""
        builder = PassageBuilder(zone, order if order is not None else self.order)
        self.builders.append(builder)
        return builder

    def open_paragraph(self) -> PassageBuilder:
        """A new paragraph of the zone in force becomes the current passage."""
        builder = self.current = self.new_builder(self.zone)
        builder.is_item, self.pending_item = self.pending_item, False
        paragraph = model.Paragraph(
            builder.passage.span, builder.passage, self.list_depth[-1] if self.list_depth else ""
        )
        paragraph.order = builder.order
        if self.zone == model.ABSTRACT and self.abstract is not None:
            self.abstract.passages.append(builder.passage)
        self.paper.paragraphs.append(paragraph)
        return builder

    def end_paragraph(self) -> None:
        """A blank line or ``\\par``: the paragraph ends; in a caption or note it is a mere
        space.
        """
        if self.suspended and self.current is not None and self.current is not self.suspended[-1]:
            if self.is_fixed(self.current):
                if self.current.length:
                    self.current.printed(
                        "\n", self.frames[-1].stream.span(self.frames[-1].i - 1, self.frames[-1].i)
                    )
                return
        if self.current is not None and not self.is_fixed(self.current):
            self.current = None

    def is_fixed(self, builder: PassageBuilder) -> bool:
        """True for passages that no blank line ends: captions, headings, notes, cells …"""
        return builder.zone in FIXED_ZONES and builder.zone != model.ABSTRACT

    def open_passage(self, zone: str, group: Range | None = None) -> PassageBuilder:
        """Suspend the current passage and begin one of its own kind, for the words of ``group``."""
        self.suspended.append(self.current)
        order = None
        if group is not None and group.stream.fixed is None:
            order = (*group.stream.order, group.stream.starts[group.first])
        self.current = self.new_builder(zone, order)
        return self.current

    def close_passage(self) -> None:
        """Go back to the passage that was suspended."""
        self.current = self.suspended.pop() if self.suspended else None

    def suspend(self) -> None:
        """Leave the current passage open and stand outside any (a float begins)."""
        self.suspended.append(self.current)
        self.current = None

    # -- scopes and environments -------------------------------------------

    def at_scope_end(self, action: Action) -> None:
        """Do this when the innermost group or environment ends."""
        self.scopes[-1].actions.append(action)

    def close_scopes(self, depth: int) -> None:
        """End scopes until ``depth`` are left."""
        while len(self.scopes) > max(depth, 1):
            for action in reversed(self.scopes.pop().actions):
                action()

    def open_scopes(self) -> int:
        return len(self.scopes)

    def with_zone(self, zone: str) -> None:
        """The zone holds until the environment ends."""
        before = self.zone
        self.zone = zone

        def restore() -> None:
            self.zone = before

        self.at_scope_end(restore)

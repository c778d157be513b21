"""What the walk has read: passages under construction, and the groups around them."""

from __future__ import annotations

from ieeelint.paper import blocks, zones
from ieeelint.paper.text import BRANCH, LINK, Mark
from ieeelint.patterns import pattern
from ieeelint.readers.latex.cursor import Cursor
from ieeelint.readers.latex.state import FrontMatter
from ieeelint.readers.passages import PassageBuilder

ESCAPED = pattern(r"\\([%#&_~$])")  # in a URL, where TeX allows the backslash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.frames import Action
    from ieeelint.readers.latex.tokens import Range

# The zones of passages that a blank line does not end.
FIXED_ZONES = frozenset(
    {
        zones.TITLE,
        zones.AUTHOR,
        zones.KEYWORDS,
        zones.HEADING,
        zones.CAPTION,
        zones.CELL,
        zones.TABLE_NOTE,
        zones.FOOTNOTE,
        zones.THANKS,
        zones.RUNNING_HEAD,
        zones.REFERENCE,
    }
)


class Scope:
    """A group or environment: its ``name`` (``{`` for a group) and the actions at its end.

    ``is_broken`` is true if nothing in the draft closes it.  ``closing`` walks the code that an
    environment of the draft runs at its end, which is at the span.
    """

    __slots__ = ("name", "is_broken", "actions", "closing")

    def __init__(self, name: str, is_broken: bool = False) -> None:
        self.name = name
        self.is_broken = is_broken
        self.actions: list[Action] = []
        self.closing: Callable[[Span], None] | None = None


class Page(Cursor):
    """The passages, open and finished, and the scopes around the current position.

    Every handler may open and close passages, change ``zone`` and set ``silent``; whoever changes
    them restores them at the end of the scope or argument.
    """

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper = paper
        self.scopes: list[Scope] = [Scope("")]
        self.broken = 0  # how many of them are
        self.builders: list[PassageBuilder] = []
        self.current: PassageBuilder | None = None
        self.suspended: list[PassageBuilder | None] = []
        self.front = FrontMatter()
        self.zone = zones.PROSE
        self.silent = True  # true in the preamble, whose words are not text
        self.list_depth: list[str] = []  # lists and theorems around the position
        self.pending_item = False
        self.quotations = 0  # quotations around the position, whose new paragraphs are theirs
        self.quotes = 0  # pairs of quotation marks around it

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
        """Print a placeholder."""
        builder = self.current
        if builder is None:
            if self.silent:
                return
            builder = self.open_paragraph()
        builder.placed(kind, span, data)

    def branch_edge(self, span: Span) -> None:
        """A branch of a conditional begins or ends here, and it is not known which one prints."""
        builder = self.current
        if builder is not None and builder.length:
            builder.marks.append(Mark(BRANCH, builder.length, builder.length, span))

    def style(self, kind: str, group: Range, data: Any = None) -> None:
        """Walk an argument whose text gets a mark of this kind."""
        builder = self.current
        start = builder.length if builder is not None else 0
        span = group.span

        def close() -> None:
            self.mark(kind, builder, start, span, data)

        self.render(group, close)

    def link(self, address: str, words: Range | None = None) -> None:
        """Walk the words of a link, by default the argument that follows."""
        words = words or self.group()
        if words is not None:
            self.style(LINK, words, ESCAPED.sub(r"\1", address.strip()))

    def mark(
        self,
        kind: str,
        builder: PassageBuilder | None,
        start: int,
        span: Span,
        data: Any = None,
    ) -> None:
        """Mark the text added to the passage since ``start``."""
        now = self.current
        if now is not None and (now is builder or builder is None) and now.length > start:
            now.marks.append(Mark(kind, start, now.length, span, data))

    # -- passages ---------------------------------------------------------

    def new_builder(self, zone: str, order: tuple[int, ...] | None = None) -> PassageBuilder:
        """Begin a passage here."""
        builder = PassageBuilder(zone, order if order is not None else self.order)
        self.builders.append(builder)
        return builder

    def open_paragraph(self) -> PassageBuilder:
        """Begin a paragraph of the current zone and make it the current passage."""
        builder = self.current = self.new_builder(self.zone)
        builder.is_item, self.pending_item = self.pending_item, False
        builder.passage.is_quotation = self.quotations > 0
        paragraph = blocks.Paragraph(
            builder.passage.span, builder.passage, self.list_depth[-1] if self.list_depth else ""
        )
        paragraph.order = builder.order
        if self.zone == zones.ABSTRACT and self.front.abstract is not None:
            self.front.abstract.passages.append(builder.passage)
        self.paper.paragraphs.append(paragraph)
        return builder

    def end_paragraph(self) -> None:
        """A blank line or ``\\par``: end the paragraph; in a caption or a note this is only a
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
        """True for passages that a blank line does not end: captions, headings, notes, cells …"""
        return builder.zone in FIXED_ZONES and builder.zone != zones.ABSTRACT

    def open_passage(self, zone: str, group: Range | None = None) -> PassageBuilder:
        """Suspend the current passage and begin a separate one for the text of ``group``."""
        self.suspended.append(self.current)
        order = None
        if group is not None and group.stream.fixed is None:
            order = (*group.stream.order, group.stream.starts[group.first])
        self.current = self.new_builder(zone, order)
        return self.current

    def close_passage(self) -> None:
        """Return to the suspended passage."""
        self.current = self.suspended.pop() if self.suspended else None

    def suspend(self) -> None:
        """Suspend the current passage without beginning another, as a float does."""
        self.suspended.append(self.current)
        self.current = None

    def speak(self) -> None:
        """Treat words as text until the argument just pushed ends, even in the preamble."""
        silent, self.silent = self.silent, False
        frame = self.frame
        then = frame.on_exit

        def leave() -> None:
            self.silent = silent
            if then is not None:
                then()

        frame.on_exit = leave

    # -- scopes and environments -------------------------------------------

    def open_scope(self, name: str, is_broken: bool = False) -> None:
        """Open a group or environment."""
        self.scopes.append(Scope(name, is_broken))
        self.broken += is_broken

    def at_scope_end(self, action: Action) -> None:
        """Run this action when the innermost group or environment ends."""
        self.scopes[-1].actions.append(action)

    def close_scopes(self, depth: int) -> None:
        """Close scopes until ``depth`` are left."""
        while len(self.scopes) > max(depth, 1):
            scope = self.scopes.pop()
            self.broken -= scope.is_broken
            for action in reversed(scope.actions):
                action()

    def close_broken(self) -> None:
        """Close what nothing in the draft closes.

        This happens at the end of its paragraph, so that a mistake does not change the rest.
        """
        if not self.broken:
            return
        inside = max(self.frames[-1].scopes, 1)  # those around an argument end with it
        for depth in range(inside, len(self.scopes)):
            if self.scopes[depth].is_broken:
                self.close_scopes(depth)
                return

    def open_scopes(self) -> int:
        return len(self.scopes)

    def with_zone(self, zone: str) -> None:
        """Set the zone until the environment ends."""
        before = self.zone
        self.zone = zone

        def restore() -> None:
            self.zone = before

        self.at_scope_end(restore)

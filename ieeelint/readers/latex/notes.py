"""Footnotes, and the notes of the first page."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.paper.blocks import Footnote
from ieeelint.paper.text import NOTE
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker


@command(
    "footnote",
    "thanks",
    "footnotetext",
    "IEEEcompsocitemizethanks",
    "tfootnote",
    "blfootnote",
    "IEEEmembershipnote",
)
def footnote(walker: Walker, name: str) -> None:
    """A note with its text."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None or (
        walker.silent and walker.current is None and name not in ("thanks", "tfootnote")
    ):
        return
    span = walker.call_span(start)
    marked = walker.current
    first_page = name in ("thanks", "IEEEcompsocitemizethanks", "tfootnote")
    note = Footnote(span, None, marked.zone if marked is not None else walker.zone, name)
    if marked is not None and name in ("footnote", "thanks"):
        walker.place(NOTE, span, note)
    if len(walker.suspended) > 60:
        return
    builder = walker.open_passage(zones.THANKS if first_page else zones.FOOTNOTE, group)
    note.passage = builder.passage
    note.order = builder.order
    walker.paper.footnotes.append(note)
    silent, walker.silent = walker.silent, False
    title = walker.paper.title
    if title is not None and marked is not None and marked.zone == zones.TITLE:
        title.notes.append(note)

    def leave() -> None:
        walker.silent = silent
        walker.close_passage()

    walker.render(group, leave)


@command("marginpar", "marginnote", "sidenote", "todo")
def margin_note(walker: Walker, name: str) -> None:
    """A note that TeX prints apart from the sentence in which it is typed."""
    walker.option()
    group = walker.group()
    if name == "marginnote":
        walker.option()  # how much lower
    if group is None or walker.silent or len(walker.suspended) > 60:
        return
    walker.open_passage(zones.FOOTNOTE, group)
    walker.render(group, walker.close_passage)


@command("footnotemark")
def footnote_mark(walker: Walker, name: str) -> None:
    """A mark whose text is elsewhere."""
    start = walker.call_start()
    walker.option()
    span = walker.call_span(start)
    if walker.current is not None:
        note = Footnote(span, None, walker.current.zone, name)
        note.order = walker.order
        walker.place(NOTE, span, note)
        walker.paper.footnotes.append(note)
        if walker.current.zone == zones.TITLE and walker.paper.title is not None:
            walker.paper.title.notes.append(note)


@command("IEEEcompsocthanksitem")
def note_item(walker: Walker, name: str) -> None:
    """The first-page note of one author begins a line."""
    walker.option()
    if walker.current is not None and walker.current.length:
        walker.add("\n", walker.call_span(walker.call_start()))

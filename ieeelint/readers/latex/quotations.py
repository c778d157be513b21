"""Quotations, inside a line and in separate paragraphs, by LaTeX or csquotes."""

from __future__ import annotations

from ieeelint.paper.placeholders import Citation
from ieeelint.paper.text import QUOTE, Mark
from ieeelint.readers.latex.citations import keys_of
from ieeelint.readers.latex.registry import command, environment
from ieeelint.readers.latex.structure import block

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

MARKS = (("“", "”"), ("‘", "’"))  # around a quotation, and around one inside it
CITED = ("textcquote", "blockcquote")
# Before the other arguments, these have that of the language.
LANGUAGES = ("foreign", "hyphen", "hybrid")


@command("enquote", "enquote*", "mkbibquote", "say")
def quoted(walker: Walker, name: str) -> None:
    """``\\enquote{…}`` prints quotation marks, and other ones inside a quotation."""
    start = walker.call_start()
    group = walker.group()
    if group is None:
        return
    span = walker.call_span(start)
    opening, closing = MARKS[walker.quotes % 2]
    walker.add(opening, span)
    builder = walker.current
    first = builder.length - 1 if builder is not None else 0
    walker.quotes += 1
    walker.quotations += 1  # for paragraphs that begin inside

    def close() -> None:
        walker.quotes -= 1
        walker.quotations -= 1
        walker.add(closing, span)
        if builder is not None:
            builder.marks.append(Mark(QUOTE, first, builder.length, span))

    walker.render(group, close)


@command(
    *("textquote", "textquote*", "blockquote", "hybridblockquote", "hybridblockcquote", *CITED),
    *("foreignquote", "foreigntextquote", "foreignblockquote"),
    *("foreigntextcquote", "foreignblockcquote"),
    *("hyphenquote", "hyphentextquote", "hyphenblockquote"),
    *("hyphentextcquote", "hyphenblockcquote"),
)
def quoted_from(walker: Walker, name: str) -> None:
    """``\\textquote[source][.]{…}``, and its relatives with a language or the keys of sources."""
    if name.startswith(LANGUAGES):
        walker.group()
    if name.endswith(CITED):
        _cite(walker, name)
    walker.skip_options()
    quoted(walker, name)


@environment("quote", "quotation", "verse", "blockquote", "displayquote", "displaycquote")
def quotation(walker: Walker, name: str) -> None:
    """A quotation in its own paragraphs; those of csquotes have arguments for the source."""
    if name == "displaycquote":
        _cite(walker, name)
    if name.startswith("display"):
        walker.skip_options()
    block(walker, name)
    walker.quotations += 1

    def leave() -> None:
        walker.quotations -= 1

    walker.at_scope_end(leave)


@environment("foreigndisplayquote", "hyphendisplayquote")
def quotation_in_language(walker: Walker, name: str) -> None:
    """The same, with an argument for the language first."""
    walker.group()
    quotation(walker, "displayquote")


def _cite(walker: Walker, name: str) -> None:
    """Read the keys of the sources, which are cited; where csquotes prints that is a setting."""
    start = walker.call_start()
    walker.skip_options()
    group = walker.group()
    if group is not None:
        keys, span = keys_of(walker, group), walker.call_span(start)
        walker.paper.citations.append(Citation(name, keys, "", span, False))

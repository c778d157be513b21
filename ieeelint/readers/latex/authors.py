"""Authors and their affiliations, in the commands of every class."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.paper.blocks import Author, AuthorBlock
from ieeelint.paper.source import Span
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.walk import Walker


def _block(walker: Walker, style: str, span: Span) -> AuthorBlock:
    paper = walker.paper
    if paper.author_block is None:
        paper.author_block = AuthorBlock(span, style)
        paper.author_block.order = walker.order
    return paper.author_block


@command("author", "authors")
def author(walker: Walker, name: str) -> None:
    """``\\author{…}``: author blocks, a byline, or with authblk one author per command."""
    start = walker.call_start()
    option = walker.option()
    group = walker.group()
    if group is None:
        return
    text = group.text
    view = walker.view
    class_name = view.class_name
    if "\\IEEEauthorblock" in text:
        style = "blocks"
    elif "authblk" in view.packages or option is not None:
        style = "authblk"
    elif class_name.lower() in ("ieeeaccess", "ieeeoj", "ieeetqe"):
        style = "access"
    elif "\\IEEEmembership" in text or view.has_class_option("journal", "technote", "peerreview"):
        style = "byline"
    else:
        style = "plain"
    block = _block(walker, style, walker.call_span(start))
    if style == "blocks":
        walker.suspend()
        before, walker.zone = walker.zone, zones.AUTHOR

        def leave() -> None:
            walker.zone = before
            walker.close_passage()
            _drop_stray_paragraphs(walker, block)

        walker.render(group, leave)
    else:
        _open_names(walker, block, group, group.span)
        walker.render(group, walker.close_passage)
    walker.speak()


def _open_names(walker: Walker, block: AuthorBlock, group: Range, span: Span) -> None:
    builder = walker.open_passage(zones.AUTHOR, group)
    block.authors.append(Author(builder.passage, [], span))
    block.passages.append(builder.passage)


def _drop_stray_paragraphs(walker: Walker, block: AuthorBlock) -> None:
    """Move paragraphs between the blocks from the body to the author block."""
    kept = []
    for paragraph in walker.paper.paragraphs:
        if paragraph.passage.zone == zones.AUTHOR:
            block.passages.append(paragraph.passage)
        else:
            kept.append(paragraph)
    walker.paper.paragraphs[:] = kept


@command("IEEEauthorblockN")
def names(walker: Walker, name: str) -> None:
    """The name line of a block."""
    start = walker.call_start()
    group = walker.group()
    if group is None:
        return
    block = _block(walker, "blocks", walker.call_span(start))
    _open_names(walker, block, group, walker.call_span(start))
    walker.render(group, walker.close_passage)


@command("IEEEauthorblockA", "affil", "affiliation", "address", "IEEEaddress", "institute")
def affiliation(walker: Walker, name: str) -> None:
    """The affiliation lines of a block, split at ``\\\\``."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None:
        return
    span = walker.call_span(start)
    block = _block(walker, "plain", span)
    if not block.authors or (name == "IEEEauthorblockA" and block.authors[-1].lines):
        block.authors.append(Author(None, [], span))
    last = block.authors[-1]
    last.span = Span(
        last.span.source, min(last.span.start, span.start), max(last.span.end, span.end)
    )
    walker.open_passage(zones.AUTHOR, group)
    _add_line(walker)
    walker.render(group, walker.close_passage)
    walker.speak()


def _add_line(walker: Walker) -> None:
    block, builder = walker.paper.author_block, walker.current
    if block is not None and builder is not None:
        block.passages.append(builder.passage)
        if block.authors:
            block.authors[-1].lines.append(builder.passage)


def next_author_line(walker: Walker) -> None:
    """``\\\\`` in an author block: the next line."""
    current = walker.current
    if current is None:
        return
    walker.current = walker.new_builder(zones.AUTHOR)
    _add_line(walker)


@command("and", "And", "AND")
def next_author(walker: Walker, name: str) -> None:
    """``\\and`` between authors."""
    current = walker.current
    block = walker.paper.author_block
    if current is None or current.zone != zones.AUTHOR or block is None:
        return
    builder = walker.current = walker.new_builder(zones.AUTHOR)
    block.authors.append(Author(builder.passage, [], walker.call_span(walker.call_start())))
    block.passages.append(builder.passage)


@command(
    "IEEEmembership",
    "email",
    "IEEEauthorrefmark",
    "authorrefmark",
    "orcid",
    "orcidlink",
    "IEEEorcid",
    "inst",
)
def author_detail(walker: Walker, name: str) -> None:
    """A membership or an e-mail address prints in the current line; other marks print nothing."""
    group = walker.group()
    if group is not None and name in ("IEEEmembership", "email", "orcid", "IEEEorcid"):
        walker.render(group)

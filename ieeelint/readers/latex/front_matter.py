"""Title, authors, abstract and keywords, in every class' spelling."""

from __future__ import annotations

import re

from ieeelint.paper import model
from ieeelint.paper.model import Abstract, Author, AuthorBlock, Keywords, Title
from ieeelint.paper.source import Span
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.walk import Walker, command, environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Range

SMALLER = re.compile(
    r"(?:\\\\|\\newline|\\par)(?:\s|\[[^\]]{0,20}\]|%[^\r\n]*)*\{?\s*"
    r"(\\(?:small|footnotesize|scriptsize|tiny|large|normalsize|textit|it|itshape)(?![a-zA-Z]))"
)


def speaking(walker: Walker) -> None:
    """Words count as text until the argument just pushed ends, even in the preamble."""
    silent, walker.silent = walker.silent, False
    frame = walker.frame
    then = frame.on_exit

    def leave() -> None:
        walker.silent = silent
        if then is not None:
            then()

    frame.on_exit = leave


@command("title", "IEEEtitle")
def title(walker: Walker, name: str) -> None:
    """``\\title[short]{…}``."""
    start = walker.frame.i - 1
    walker.option()
    group = walker.group()
    if group is None:
        return
    builder = walker.open_passage(model.TITLE, group)
    paper = walker.paper
    paper.title = Title(walker.call_span(start), builder.passage)
    paper.title.order = builder.order
    smaller = SMALLER.search(group.text)
    if smaller and group.stream.fixed is None:
        base = group.span.start
        paper.title.subtitle = Span(group.span.source, base + smaller.start(1), group.span.end)
    walker.render(group, walker.close_passage)
    speaking(walker)


@command("subtitle", "IEEEsubtitle")
def subtitle(walker: Walker, name: str) -> None:
    """``\\subtitle{…}``."""
    start = walker.frame.i - 1
    if walker.group() is not None and walker.paper.title is not None:
        walker.paper.title.subtitle = walker.call_span(start)


# -- authors ----------------------------------------------------------------------


def _block(walker: Walker, style: str, span: Span) -> AuthorBlock:
    paper = walker.paper
    if paper.author_block is None:
        paper.author_block = AuthorBlock(span, style)
        paper.author_block.order = walker.order
    return paper.author_block


@command("author", "authors")
def author(walker: Walker, name: str) -> None:
    """``\\author{…}``: blocks, a byline, or (authblk) one author a command."""
    start = walker.frame.i - 1
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
    elif "\\IEEEmembership" in text or (view.has_class_option("journal", "technote", "peerreview")):
        style = "byline"
    else:
        style = "plain"
    block = _block(walker, style, walker.call_span(start))
    walker.authors = block
    if style == "blocks":
        walker.suspend()
        before, walker.zone = walker.zone, model.AUTHOR

        def leave() -> None:
            walker.zone = before
            walker.close_passage()
            walker.authors = None
            _drop_stray_paragraphs(walker, block)

        walker.render(group, leave)
    else:
        _open_names(walker, block, group, group.span)

        def close() -> None:
            walker.close_passage()
            walker.authors = None

        walker.render(group, close)
    speaking(walker)


def _open_names(walker: Walker, block: AuthorBlock, group: Range, span: Span) -> None:
    builder = walker.open_passage(model.AUTHOR, group)
    block.authors.append(Author(builder.passage, [], span))
    block.passages.append(builder.passage)


def _drop_stray_paragraphs(walker: Walker, block: AuthorBlock) -> None:
    """Words between the blocks belong to the author block, not to the body."""
    kept = []
    for paragraph in walker.paper.paragraphs:
        if paragraph.passage.zone == model.AUTHOR:
            block.passages.append(paragraph.passage)
        else:
            kept.append(paragraph)
    walker.paper.paragraphs[:] = kept


@command("IEEEauthorblockN")
def names(walker: Walker, name: str) -> None:
    """The name line of a block."""
    start = walker.frame.i - 1
    group = walker.group()
    if group is None:
        return
    block = _block(walker, "blocks", walker.call_span(start))
    _open_names(walker, block, group, walker.call_span(start))
    walker.render(group, walker.close_passage)


@command("IEEEauthorblockA", "affil", "affiliation", "address", "IEEEaddress", "institute")
def affiliation(walker: Walker, name: str) -> None:
    """The affiliation lines of a block, split at ``\\\\``."""
    start = walker.frame.i - 1
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
    walker.open_passage(model.AUTHOR, group)
    walker.authors = block
    _add_line(walker)
    walker.render(group, walker.close_passage)
    speaking(walker)


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
    walker.current = walker.new_builder(model.AUTHOR)
    _add_line(walker)


@command("and", "And", "AND")
def next_author(walker: Walker, name: str) -> None:
    """``\\and`` between authors."""
    current = walker.current
    block = walker.paper.author_block
    if current is None or current.zone != model.AUTHOR or block is None:
        return
    builder = walker.current = walker.new_builder(model.AUTHOR)
    block.authors.append(Author(builder.passage, [], walker.call_span(walker.frame.i - 1)))
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
    """Membership prints; marks do not; an e-mail or ORCID is words of its line."""
    group = walker.group()
    if group is not None and name in ("IEEEmembership", "email", "orcid", "IEEEorcid"):
        walker.render(group)


@command("corresp", "tfootnotetext", "history", "doi")
def first_page_line(walker: Walker, name: str) -> None:
    """ieeeaccess: the corresponding author, the dates and the DOI on the first page."""
    group = walker.group()
    if group is None:
        return
    walker.open_passage(model.THANKS, group)
    walker.render(group, walker.close_passage)
    speaking(walker)


# -- abstract and keywords -----------------------------------------------------------


@environment(*signatures.ABSTRACTS)
def abstract(walker: Walker, name: str) -> None:
    """``\\begin{abstract}``."""
    start = walker.frame.i
    walker.end_paragraph()
    walker.option()
    found = Abstract(walker.call_span(max(start - 4, 0)), name)
    found.order = walker.order
    walker.paper.abstracts.append(found)
    before = walker.abstract
    walker.abstract = found
    walker.suspend()
    walker.with_zone(model.ABSTRACT)

    def leave() -> None:
        walker.abstract = before
        walker.close_passage()
        if walker.frames and walker.frame.stream.source is found.span.source:
            end = walker.call_span(walker.frame.i - 1).end
            found.span = Span(found.span.source, found.span.start, max(found.span.end, end))

    walker.at_scope_end(leave)


@command("abstract", "IEEEabstract")
def abstract_command(walker: Walker, name: str) -> None:
    """``\\abstract{…}`` of a few classes."""
    start = walker.frame.i - 1
    frame = walker.frame
    if frame.stream.tokens[frame.i : frame.i + 1] != ["{"]:
        return
    group = walker.group()
    if group is None:
        return
    found = Abstract(walker.call_span(start), name)
    walker.paper.abstracts.append(found)
    before, zone = walker.abstract, walker.zone
    walker.abstract, walker.zone = found, model.ABSTRACT
    walker.suspend()

    def leave() -> None:
        walker.abstract, walker.zone = before, zone
        walker.close_passage()

    walker.render(group, leave)
    speaking(walker)


@environment(*signatures.KEYWORD_ENVIRONMENTS)
def keywords(walker: Walker, name: str) -> None:
    """``\\begin{IEEEkeywords}``."""
    start = walker.frame.i
    walker.end_paragraph()
    builder = walker.open_passage(model.KEYWORDS)
    found = Keywords(walker.call_span(max(start - 4, 0)), builder.passage, name)
    found.order = builder.order
    walker.paper.keywords.append(found)
    walker.at_scope_end(walker.close_passage)


@command("keywords", "IEEEkeywords", "indexterms", "keyword")
def keywords_command(walker: Walker, name: str) -> None:
    """``\\keywords{…}``."""
    start = walker.frame.i - 1
    frame = walker.frame
    if frame.stream.tokens[frame.i : frame.i + 1] != ["{"]:
        return
    group = walker.group()
    if group is None:
        return
    builder = walker.open_passage(model.KEYWORDS)
    found = Keywords(walker.call_span(start), builder.passage, name)
    found.order = builder.order
    walker.paper.keywords.append(found)
    walker.render(group, walker.close_passage)
    speaking(walker)


@command("IEEEtitleabstractindextext")
def title_text(walker: Walker, name: str) -> None:
    """The Computer Society's wrapper around abstract and index terms."""
    group = walker.group()
    if group is not None:
        walker.render(group)
        speaking(walker)

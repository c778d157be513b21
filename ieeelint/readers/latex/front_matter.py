"""Title, abstract, keywords and first-page lines, in the commands of every class."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.paper.blocks import Abstract, Keywords, Title
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.registry import command, environment

DOI_ADDRESS = "https://doi.org/"  # the package doi makes a link to it

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

BEGIN = 4  # tokens of \begin{name}
SMALLER = pattern(
    r"(?:\\\\|\\newline|\\par)(?:\s|\[[^\]]{0,20}\]|%[^\r\n]*+)*+\{?\s*"
    r"(\\(?:small|footnotesize|scriptsize|tiny|large|normalsize|textit|it|itshape)(?![a-zA-Z]))"
)


# What is left of a subtitle that was deleted: an empty group, or only a note in it.
NO_WORDS = pattern(r"(?:[\s{}]|%[^\r\n]*+)*+(?:\\thanks\s*+\{(?s:.*))?")


@command("title", "IEEEtitle")
def title(walker: Walker, name: str) -> None:
    """``\\title[short]{…}``."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None:
        return
    builder = walker.open_passage(zones.TITLE, group)
    paper = walker.paper
    paper.title = Title(walker.call_span(start), builder.passage)
    paper.title.order = builder.order
    smaller = SMALLER.search(group.text)
    if (
        smaller
        and group.stream.fixed is None
        and NO_WORDS.fullmatch(group.text, smaller.end()) is None
    ):
        base = group.span.start
        paper.title.subtitle = Span(group.span.source, base + smaller.start(1), group.span.end)
    walker.render(group, walker.close_passage)
    walker.speak()


@command("subtitle", "IEEEsubtitle")
def subtitle(walker: Walker, name: str) -> None:
    """``\\subtitle{…}``."""
    start = walker.call_start()
    words = walker.group()
    if words is None:
        return
    if walker.paper.title is not None:
        walker.paper.title.subtitle = walker.call_span(start)
    walker.open_passage(zones.TITLE, words)
    walker.render(words, walker.close_passage)
    walker.speak()


@command("corresp", "tfootnotetext", "history", "doi")
def first_page_line(walker: Walker, name: str) -> None:
    """The corresponding author, the dates and the DOI on the first page of ieeeaccess."""
    group = walker.group()
    if group is None:
        return
    if name == "doi" and walker.current is not None and walker.current.zone == zones.REFERENCE:
        walker.link(DOI_ADDRESS + walker.string(group).strip(), group)
        return
    walker.open_passage(zones.THANKS, group)
    walker.render(group, walker.close_passage)
    walker.speak()


@command(
    "markboth",
    "markright",
    "titlerunning",
    "authorrunning",
    "IEEEpubid",
    "pubid",
    "IEEEspecialpapernotice",
    "specialpapernotice",
    *(side + part for side in "lcr" for part in ("head", "foot")),
    "fancyhead",
    "fancyfoot",
    "fancyhf",
)
def running_head(walker: Walker, name: str) -> None:
    """``\\markboth{left}{right}``, ``\\lhead[even]{odd}``, ``\\fancyfoot[C]{words}``: the heads and
    feet of pages, and notices above the title.
    """
    option = walker.option()
    arguments = [walker.group() for _ in range(2 if name == "markboth" else 1)]
    if name.endswith(("head", "foot")) and not name.startswith("fancy"):
        arguments.append(option)
    for words in arguments:
        if words is not None:
            walker.open_passage(zones.RUNNING_HEAD, words)
            walker.render(words, walker.close_passage)
            walker.speak()


# -- abstract and keywords -----------------------------------------------------------


@environment(*signatures.ABSTRACTS)
def abstract(walker: Walker, name: str) -> None:
    """``\\begin{abstract}``."""
    start = walker.frame.i
    walker.end_paragraph()
    walker.option()
    entry = Abstract(walker.call_span(max(start - BEGIN, 0)), name)
    entry.order = walker.order
    walker.paper.abstracts.append(entry)
    before = walker.front.abstract
    walker.front.abstract = entry
    walker.suspend()
    walker.with_zone(zones.ABSTRACT)

    def leave() -> None:
        walker.front.abstract = before
        walker.close_passage()
        if walker.frames and walker.frame.stream.source is entry.span.source:
            end = walker.call_span(walker.call_start()).end
            entry.span = Span(entry.span.source, entry.span.start, max(entry.span.end, end))

    walker.at_scope_end(leave)


@command("abstract", "IEEEabstract")
def abstract_command(walker: Walker, name: str) -> None:
    """``\\abstract{…}`` in a few classes."""
    start = walker.call_start()
    frame = walker.frame
    if frame.stream.tokens[frame.i : frame.i + 1] != ["{"]:
        return
    group = walker.group()
    if group is None:
        return
    entry = Abstract(walker.call_span(start), name)
    walker.paper.abstracts.append(entry)
    before, zone = walker.front.abstract, walker.zone
    walker.front.abstract, walker.zone = entry, zones.ABSTRACT
    walker.suspend()

    def leave() -> None:
        walker.front.abstract, walker.zone = before, zone
        walker.close_passage()

    walker.render(group, leave)
    walker.speak()


@environment(*signatures.KEYWORD_ENVIRONMENTS)
def keywords(walker: Walker, name: str) -> None:
    """``\\begin{IEEEkeywords}``."""
    start = walker.frame.i
    walker.end_paragraph()
    builder = walker.open_passage(zones.KEYWORDS)
    entry = Keywords(walker.call_span(max(start - BEGIN, 0)), builder.passage, name)
    entry.order = builder.order
    walker.paper.keywords.append(entry)
    walker.at_scope_end(walker.close_passage)


@command("keywords", "IEEEkeywords", "indexterms", "keyword")
def keywords_command(walker: Walker, name: str) -> None:
    """``\\keywords{…}``."""
    start = walker.call_start()
    frame = walker.frame
    if frame.stream.tokens[frame.i : frame.i + 1] != ["{"]:
        return
    group = walker.group()
    if group is None:
        return
    builder = walker.open_passage(zones.KEYWORDS)
    entry = Keywords(walker.call_span(start), builder.passage, name)
    entry.order = builder.order
    walker.paper.keywords.append(entry)
    walker.render(group, walker.close_passage)
    walker.speak()


@command("IEEEtitleabstractindextext", "IEEEcompsoctitleabstractindextext")
def title_text(walker: Walker, name: str) -> None:
    """The Computer Society's wrapper for abstract and index terms."""
    group = walker.group()
    if group is not None:
        walker.render(group)
        walker.speak()

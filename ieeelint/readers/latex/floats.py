"""Figures, tables and other floats, with their panels and captions."""

from __future__ import annotations

from ieeelint.paper import blocks, zones
from ieeelint.paper.floats import Caption, Float, Graphic
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.environments import begin_of
from ieeelint.readers.latex.registry import command, environment
from ieeelint.readers.latex.structure import roman
from ieeelint.readers.latex.tables import tabular
from ieeelint.readers.latex.tokens import Range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

FLOAT_TEXT = "float text"  # text of a float outside its caption; not prose to any rule
KINDS = {
    **dict.fromkeys(signatures.FIGURES, blocks.FIGURE),
    **dict.fromkeys(signatures.TABLES, blocks.TABLE),
    **dict.fromkeys(signatures.ALGORITHMS, blocks.ALGORITHM_FLOAT),
    **dict.fromkeys(signatures.LISTINGS, blocks.LISTING),
}


@environment(*KINDS)
def float_environment(walker: Walker, name: str) -> None:
    """A float begins."""
    frame = walker.frame
    opened = begin_of(walker)
    entry = Float(
        frame.stream.span(opened, frame.i), KINDS[name], name, frame.stream.span(frame.i, frame.i)
    )
    entry.order = walker.order
    entry.in_appendix = walker.numbering.in_appendix
    option = walker.option()
    for _ in range(signatures.ENVIRONMENT_ARGUMENTS.get(name, 0)):
        if name not in signatures.TABULARS:
            walker.group()
    if option is not None and name not in signatures.LONG_TABLES:
        entry.placement = walker.string(option).strip()
        entry.placement_span = option.span
    content_start = frame.stream.span(
        min(frame.i, frame.end - 1 if frame.end else 0), frame.i
    ).start
    walker.suspend()
    depth = len(walker.suspended)
    before = walker.zone
    if walker.zone == zones.ABSTRACT and walker.front.abstract is not None:
        walker.front.abstract.displays.append(entry.span)
    walker.zone = (
        zones.ALGORITHM if entry.kind in (blocks.ALGORITHM_FLOAT, blocks.LISTING) else FLOAT_TEXT
    )
    walker.floats.open.append(entry)
    walker.floats.after_sub_caption = False
    lists, walker.list_depth = walker.list_depth, []
    _enter(walker, entry)

    def leave() -> None:
        closing = walker.ending
        if closing is not None and closing.source is entry.span.source:
            entry.span = Span(closing.source, entry.span.start, max(closing.end, entry.span.end))
            stop = max(content_start, closing.start)
            entry.content_span = Span(closing.source, content_start, stop)
        if walker.floats.open and walker.floats.open[-1] is entry:
            walker.floats.open.pop()
        elif entry in walker.floats.open:
            walker.floats.open.remove(entry)
        walker.list_depth = lists
        walker.zone = before
        del walker.suspended[depth:]
        walker.close_passage()

    walker.at_scope_end(leave)
    if name in signatures.TABULARS:
        tabular(walker, name)


def _enter(walker: Walker, entry: Float) -> None:
    paper = walker.paper
    {blocks.FIGURE: paper.figures, blocks.TABLE: paper.tables}.get(
        entry.kind, paper.other_floats
    ).append(entry)


def count(walker: Walker, entry: Float) -> None:
    """Give a float its printed number at its first caption."""
    if entry.number:
        return
    number = walker.numbering.advance(entry.kind)
    view = walker.view
    arabic = entry.kind != blocks.TABLE or (
        view.has_class_option("compsoc") or view.class_name.lower() in ("ieeeaccess", "article")
    )
    entry.number = str(number) if arabic else roman(min(number, 399))
    for label in entry.labels:
        label.number = label.number or entry.number


@command("ContinuedFloat")
def continued_float(walker: Walker, name: str) -> None:
    """The float has the number of the one before."""
    if walker.floats.open and not walker.silent:
        _add(walker, walker.floats.open[-1].kind, -1)


@command("addtocounter")
def add_to_counter(walker: Walker, name: str) -> None:
    """``\\addtocounter{table}{-1}``: a table continues the one before."""
    counter, amount = walker.group(braced=True), walker.group(braced=True)
    if counter is None or amount is None or walker.silent:
        return
    kind, count_ = walker.string(counter).strip(), walker.string(amount).strip()
    if kind in (blocks.FIGURE, blocks.TABLE) and pattern(r"[-+]?\d{1,4}").fullmatch(count_):
        _add(walker, kind, int(count_))


def _add(walker: Walker, kind: str, amount: int) -> None:
    counters = walker.numbering.counters
    counters[kind] = max(counters.get(kind, 0) + amount, 0)


@environment("subfigure", "subtable", "subfigure*", "subtable*")
def sub_float(walker: Walker, name: str) -> None:
    """A panel with its own caption."""
    while walker.option() is not None:
        pass
    walker.group()
    walker.floats.panels += 1

    def leave() -> None:
        walker.floats.panels -= 1

    walker.at_scope_end(leave)


@command("subfloat", "subfigure", "subtable", "subcaptionbox", "subfloat*", "sidesubfloat")
def panel(walker: Walker, name: str) -> None:
    """``\\subfloat[caption]{content}``; ``\\subcaptionbox{caption}{content}``."""
    start = walker.call_start()
    caption = walker.group() if name == "subcaptionbox" else walker.option()
    second = walker.option()
    content = walker.group()
    span = walker.call_span(start)
    walker.floats.panels += 1

    def leave() -> None:
        walker.floats.panels -= 1

    if content is not None:
        walker.render(content, leave)
    else:
        leave()
    if caption is not None and second is None or (caption is not None and second is not None):
        chosen = second if second is not None and name != "subcaptionbox" else caption
        _caption(walker, chosen, span, True, name)


@command("captionbox", "captionbox*", "ttabbox", "ffigbox")
def caption_box(walker: Walker, name: str) -> None:
    """``\\captionbox[short]{caption}[width][position]{content}``; ``\\ffigbox`` of floatrow."""
    start = walker.call_start()
    walker.option()
    words = walker.group()
    while walker.option() is not None:
        pass
    content = walker.group()
    span = walker.call_span(start)
    if content is not None:
        walker.render(content)
    if words is not None and not walker.silent:
        if "\\caption" in words.text:  # floatrow: {\caption{…}}
            walker.render(words)
        else:
            _caption(walker, words, span, walker.floats.panels > 0, name)


@command(
    "caption",
    "caption*",
    "captionof",
    "captionof*",
    "subcaption",
    "subcaption*",
    "fcaption",
    "tcaption",
    "topcaption",
    "bottomcaption",
    "tabcaption",
    "figcaption",
    "captionsub",
)
def caption(walker: Walker, name: str) -> None:
    """``\\caption[short]{…}``; outside floats, ``\\captionof{figure}{…}`` makes one."""
    start = walker.call_start()
    kind = ""
    if name.startswith("captionof"):
        kind = walker.string(walker.group()).strip()
    walker.option()
    group = walker.group()
    if group is None or walker.silent:
        return
    span = walker.call_span(start)
    if not walker.floats.open:
        if kind not in (blocks.FIGURE, blocks.TABLE) and not name.startswith("caption"):
            return
        entry = Float(span, kind or blocks.FIGURE, name if kind else "", span)
        entry.order = walker.order
        if not kind:
            return
        _enter(walker, entry)
        walker.numbering.label_target = (entry.kind, entry, "")
    else:
        entry = walker.floats.open[-1]
        if kind in (blocks.FIGURE, blocks.TABLE) and kind != entry.kind:
            other = Float(span, kind, name, span)
            other.order = walker.order
            _enter(walker, other)
            entry = other
            walker.floats.open.append(other)
            walker.at_scope_end(
                lambda: walker.floats.open.remove(other) if other in walker.floats.open else None
            )
    is_sub = name.startswith("sub") or (walker.floats.panels > 0)
    _caption(walker, group, span, is_sub, name, entry)


def _caption(
    walker: Walker,
    group: Range | None,
    span: Span,
    is_sub: bool,
    name: str,
    entry: Float | None = None,
) -> None:
    """Walk the text of a caption as a separate passage."""
    entry = entry if entry is not None else (walker.floats.open[-1] if walker.floats.open else None)
    if entry is None or group is None or len(walker.suspended) > 60:
        return
    walker.floats.after_sub_caption = is_sub and not walker.floats.panels
    builder = walker.open_passage(zones.CAPTION, group)
    caption = Caption(builder.passage, span, is_sub, name)
    (entry.sub_captions if is_sub else entry.captions).append(caption)
    if not is_sub and not name.endswith("*"):
        count(walker, entry)
        if not walker.floats.open:
            walker.numbering.label_target = (entry.kind, entry, entry.number)
    walker.render(group, walker.close_passage)


@command("Figure", "Figure*")
def access_figure(walker: Walker, name: str) -> None:
    """``\\Figure[t!](topskip=0pt)[width=…]{file}{caption}`` of ieeeaccess."""
    start = walker.call_start()
    placement = walker.option()
    frame = walker.frame
    if frame.i < frame.end and frame.stream.tokens[frame.i].lstrip().startswith("("):
        while frame.i < frame.end and ")" not in frame.stream.tokens[frame.i]:
            frame.i += 1
        frame.i += 1
        frame.skip = 0
    options = walker.option()
    file, words = walker.group(), walker.group()
    if file is None or words is None or walker.silent:
        return
    span = walker.call_span(start)
    entry = Float(span, blocks.FIGURE, name, words.span)
    entry.order = walker.order
    if placement is not None:
        entry.placement, entry.placement_span = walker.string(placement).strip(), placement.span
    entry.graphics.append(
        Graphic("image", walker.string(file).strip(), walker.string(options), file.span)
    )
    _enter(walker, entry)
    walker.suspend()
    walker.floats.open.append(entry)
    _caption(walker, words, words.span, False, name, entry)
    frame = walker.frame
    then = frame.on_exit

    def leave() -> None:
        if then is not None:
            then()
        if entry in walker.floats.open:
            walker.floats.open.remove(entry)
        walker.close_passage()

    frame.on_exit = leave


@environment("minipage", "subfloatrow", "floatrow")
def minipage(walker: Walker, name: str) -> None:
    """A box inside a float or the text."""
    while walker.option() is not None:
        pass
    walker.group()

"""Commands within a line: accents, styles, code, spaces, breaks."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.paper.text import CODE, COLOR, OBJECT
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.authors import next_author_line
from ieeelint.readers.latex.harvest import harvest
from ieeelint.readers.latex.registers import skip_assignment
from ieeelint.readers.latex.registry import command
from ieeelint.readers.latex.symbols import ACCENTS, SYMBOLS, accented
from ieeelint.readers.latex.tables import next_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

LONGEST_NAME = 30  # tokens between \csname and \endcsname
# Spaces that stretch; after \\linebreak they are a new line.
STRETCHES = ("hfill", "hfil", "hss", "dotfill", "hrulefill", "linebreak")


@command(
    *(set(ACCENTS) - {"c", "b", "d", "H", "k", "r", "t", "u", "v", "="}),
    "c",
    "b",
    "d",
    "H",
    "k",
    "r",
    "t",
    "u",
    "v",
    "=",
)
def accent(walker: Walker, name: str) -> None:
    """``\\'e`` and other accents."""
    start = walker.call_start()
    frame = walker.frame
    following = frame.stream.tokens[frame.i] if frame.i < frame.end else ""
    if following[:1] in ("", "}", "$", "&") or (name == "=" and walker.floats.grids):
        return
    if following[0] not in "{\\":  # \'etude: the first letter of a longer token
        skip = frame.skip
        letter = following[skip : skip + 1]
        if not letter.isalpha():
            return
        span = frame.stream.span(frame.i, frame.i + 1)
        offset = span.start + skip
        frame.skip = skip + 1
        if frame.stream.fixed is None:
            span = type(span)(span.source, frame.stream.starts[start], offset + 1)
        walker.add(accented(name, letter), span)
        return
    group = walker.group()
    if group is None:
        return
    text = walker.string(group).strip()
    letter = SYMBOLS.get(text[1:].strip("{} "), "") if text.startswith("\\") else text
    if letter and letter[0].isalpha():
        walker.add(accented(name, letter), walker.call_span(start))
    else:
        walker.render(group)


@command(*signatures.STYLES)
def styled(walker: Walker, name: str) -> None:
    """``\\emph{…}``: text with a style."""
    group = walker.group()
    if group is not None:
        walker.style(signatures.STYLES[name], group)


@command(*signatures.SWITCHES)
def switched(walker: Walker, name: str) -> None:
    """``{\\bf …}``: a style to the end of the group, or of the cell."""
    builder = walker.current
    start = builder.length if builder is not None else 0
    span = walker.call_span(walker.call_start())
    kind = signatures.SWITCHES[name]
    if walker.floats.grids and len(walker.scopes) == walker.floats.grids[-1][1]:
        walker.floats.cell_styles.append(lambda: walker.mark(kind, builder, start, span))
    elif len(walker.scopes) > 1:
        walker.at_scope_end(lambda: walker.mark(kind, builder, start, span))


@command("textcolor")
def colored(walker: Walker, name: str) -> None:
    """``\\textcolor{red}{…}``."""
    walker.option()
    walker.group()
    group = walker.group()
    if group is not None:
        walker.style(COLOR, group)


@command("color")
def color_switch(walker: Walker, name: str) -> None:
    """``\\color{red}`` to the end of the group."""
    walker.option()
    span_start = walker.call_start()
    walker.group()
    builder = walker.current
    start = builder.length if builder is not None else 0
    span = walker.call_span(span_start)
    if len(walker.scopes) > 1:
        walker.at_scope_end(lambda: walker.mark(COLOR, builder, start, span))


@command(
    *(signatures.CODE_COMMANDS - {"url", "nolinkurl", "path", "lstinline", "verb", "mintinline"})
)
def code(walker: Walker, name: str) -> None:
    """``\\texttt{…}``: code or a file name."""
    start = walker.call_start()
    if name != "texttt" and name not in walker.macros.definitions and name not in ("code",):
        return
    group = walker.group()
    if group is not None:
        walker.place(CODE, walker.call_span(start), None)
        if "\\cite" in group.text or "\\ref" in group.text:
            harvest(walker, group)


@command("tt", "ttfamily")
def code_switch(walker: Walker, name: str) -> None:
    """``{\\tt …}``: code to the end of the group, if the command is near its start."""
    frame = walker.frame
    stream = frame.stream
    first = max(frame.i - 6, -1)
    closing = next(
        (
            stream.closers[at]
            for at in range(frame.i - 2, first, -1)
            if stream.closers.get(at, -1) >= frame.i  # a group that ended before is another one
        ),
        None,
    )
    if closing is not None and closing < frame.end and not walker.silent:
        span = stream.span(frame.i - 1, closing)
        frame.i = closing
        frame.skip = 0
        walker.place(CODE, span, None)


@command("csname")
def built_name(walker: Walker, name: str) -> None:
    """``\\csname name\\endcsname``: a command by its name, which may print something."""
    start = walker.call_start()
    frame = walker.frame
    tokens = frame.stream.tokens
    last = min(frame.end, frame.i + LONGEST_NAME)
    end = next((at for at in range(frame.i, last) if tokens[at] == "\\endcsname"), None)
    if end is not None:
        frame.i, frame.skip = end + 1, 0
        if walker.current is not None and walker.current.length:
            walker.place(OBJECT, walker.call_span(start), None)


@command("url", "nolinkurl", "path")
def address(walker: Walker, name: str) -> None:
    """A URL whose argument the scanner did not read as one token."""
    start = walker.call_start()
    if walker.group() is not None:
        walker.place(CODE, walker.call_span(start), None)


@command("href")
def link(walker: Walker, name: str) -> None:
    """``\\href{target}{words}`` prints the words."""
    walker.link(walker.string(walker.group()))


@command("DIFdel", "DIFdelFL", "sout", "st", "xout", "deleted")
def deleted(walker: Walker, name: str) -> None:
    """Text struck out in a revision is not text of the paper."""
    walker.group()


@command(
    *(f"DIF{kind}{edge}" for kind in ("add", "del", "mod") for edge in ("begin", "end")),
    *(f"DIF{kind}{edge}FL" for kind in ("add", "del") for edge in ("begin", "end")),
)
def edge_of_revision(walker: Walker, name: str) -> None:
    """``\\DIFaddbegin`` and the other marks of latexdiff print nothing."""


@command("replaced")
def replaced(walker: Walker, name: str) -> None:
    """``\\replaced{new}{old}``."""
    new = walker.group()
    walker.group()
    if new is not None:
        walker.render(new)


@command("discretionary")
def hyphen(walker: Walker, name: str) -> None:
    """``\\discretionary{before}{after}{words}``: the words, if the line does not end there."""
    words = [walker.group() for _ in range(3)][-1]
    if words is not None:
        walker.render(words)


@command("texorpdfstring")
def printed_form(walker: Walker, name: str) -> None:
    """``\\texorpdfstring{words}{bookmark}`` prints the words."""
    words = walker.group()
    walker.group()
    if words is not None:
        walker.render(words)


@command("hspace", "hspace*", "hskip", *STRETCHES)
def horizontal_space(walker: Walker, name: str) -> None:
    """``\\hspace{1em}``, ``\\hfill``: a space."""
    start = walker.call_start()
    if name == "hskip":
        skip_assignment(walker.frame, name, walker.macros.registers)
    elif name == "linebreak":
        walker.option()
    elif name not in STRETCHES:
        walker.group()
    if walker.current is not None and walker.current.length:
        walker.add(" ", walker.call_span(start))


@command("par", "endgraf", "newpage", "clearpage", "cleardoublepage", "FloatBarrier")
def paragraph_end(walker: Walker, name: str) -> None:
    """The paragraph ends."""
    walker.end_paragraph()


@command("\\", "newline", "tabularnewline", "linebreakand", "cr", "crcr")
def line_break(walker: Walker, name: str) -> None:
    """A new line: a row in a table, a line of an author block, a space elsewhere."""
    start = walker.call_start()
    frame = walker.frame
    if name == "\\" and frame.ahead(1)[:1] == "*":  # no page break there
        frame.skip_characters(1)
    if frame.ahead(1) == "[":
        walker.option()
    span = walker.call_span(start)
    if walker.floats.grids:
        next_row(walker)
    elif walker.current is not None and walker.current.zone == zones.AUTHOR:
        next_author_line(walker)
    elif walker.current is not None:
        walker.current.printed("\n", span)


@command("xspace")
def xspace(walker: Walker, name: str) -> None:
    """A space after the call of a macro, unless punctuation follows."""
    frames = walker.frames
    at = len(frames) - 1
    while at > 0 and frames[at].stream.fixed is not None:
        at -= 1
    frame = frames[at]
    if not frame.swallowed or frame.i >= frame.end:
        return
    following = frame.stream.tokens[frame.i][frame.skip :]
    if following[:1] not in "" and following[0] not in ".,;:!?)'/-]}~":
        walker.add(" ", frame.stream.span(frame.i - 1, frame.i))


@command("today", "thepage")
def page_words(walker: Walker, name: str) -> None:
    """Text that only LaTeX knows."""
    walker.place(OBJECT, walker.call_span(walker.call_start()), None)


@command("figurename", "tablename")
def float_name(walker: Walker, name: str) -> None:
    """``\\figurename`` prints the word that the class uses."""
    view = walker.view
    compsoc_conference = view.has_class_option("compsoc") and view.has_class_option("conference")
    word = ("Figure" if compsoc_conference else "Fig.") if name == "figurename" else "Table"
    walker.add(word, walker.call_span(walker.call_start()))

"""Commands within a line: accents, styles, notes, code, quantities, breaks."""

from __future__ import annotations

from ieeelint.paper import model
from ieeelint.paper.model import Footnote, Quantity
from ieeelint.paper.text import CODE, COLOR, NOTE, OBJECT, QUANTITY
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.symbols import ACCENTS, SYMBOLS, accented
from ieeelint.readers.latex.walk import Walker, command


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
    """``\\'e`` and kin."""
    start = walker.frame.i - 1
    frame = walker.frame
    following = frame.stream.tokens[frame.i] if frame.i < frame.end else ""
    if following[:1] in ("", "}", "$", "&") or (name == "=" and walker.grids):
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
    """``\\emph{…}``: words that bear a style."""
    group = walker.group()
    if group is not None:
        walker.style(signatures.STYLES[name], group)


@command(*signatures.SWITCHES)
def switched(walker: Walker, name: str) -> None:
    """``{\\bf …}``: a style to the end of the group, or of the cell."""
    builder = walker.current
    start = builder.length if builder is not None else 0
    span = walker.call_span(walker.frame.i - 1)
    kind = signatures.SWITCHES[name]
    if walker.grids and len(walker.scopes) == walker.grids[-1][1]:
        walker.cell_styles.append(lambda: walker.mark(kind, builder, start, span))
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
    span_start = walker.frame.i - 1
    walker.group()
    builder = walker.current
    start = builder.length if builder is not None else 0
    span = walker.call_span(span_start)
    if len(walker.scopes) > 1:
        walker.at_scope_end(lambda: walker.mark(COLOR, builder, start, span))


@command("enquote", "textquote", "mkbibquote", "enquote*")
def quoted(walker: Walker, name: str) -> None:
    """``\\enquote{…}`` prints quotation marks."""
    start = walker.frame.i - 1
    group = walker.group()
    if group is None:
        return
    span = walker.call_span(start)
    walker.add("“", span)
    walker.render(group, lambda: walker.add("”", span))


@command(
    *(signatures.CODE_COMMANDS - {"url", "nolinkurl", "path", "lstinline", "verb", "mintinline"})
)
def code(walker: Walker, name: str) -> None:
    """``\\texttt{…}``: code, file names."""
    start = walker.frame.i - 1
    if name != "texttt" and name not in walker.definitions and name not in ("code",):
        return
    group = walker.group()
    if group is not None:
        walker.place(CODE, walker.call_span(start), None)
        if "\\cite" in group.text or "\\ref" in group.text:
            walker.harvest(group)


@command("tt", "ttfamily")
def code_switch(walker: Walker, name: str) -> None:
    """``{\\tt …}``: code to the end of the group."""
    frame = walker.frame
    scope_open = frame.i
    while (
        scope_open > 0 and frame.stream.tokens[scope_open - 1] != "{" and frame.i - scope_open < 4
    ):
        scope_open -= 1
    closing = frame.stream.closers.get(scope_open - 1)
    if closing is not None and closing < frame.end and not walker.silent:
        span = frame.stream.span(frame.i - 1, closing)
        frame.i = closing
        frame.skip = 0
        walker.place(CODE, span, None)


@command("url", "nolinkurl", "path")
def address(walker: Walker, name: str) -> None:
    """A URL whose argument the scanner did not take whole."""
    start = walker.frame.i - 1
    if walker.group() is not None:
        walker.place(CODE, walker.call_span(start), None)


@command("href")
def link(walker: Walker, name: str) -> None:
    """``\\href{target}{words}`` prints the words."""
    walker.group()


@command("DIFdel", "DIFdelFL", "sout", "st", "xout", "deleted", "DIFdelend", "DIFdelbegin")
def deleted(walker: Walker, name: str) -> None:
    """Struck words of a revision are no text."""
    if not name.startswith("DIFdele") and not name.startswith("DIFdelb"):
        walker.group()


@command("replaced")
def replaced(walker: Walker, name: str) -> None:
    """``\\replaced{new}{old}``."""
    new = walker.group()
    walker.group()
    if new is not None:
        walker.render(new)


@command("hspace", "hspace*", "hskip")
def horizontal_space(walker: Walker, name: str) -> None:
    """``\\hspace{1em}`` is a space to the reader."""
    start = walker.frame.i - 1
    if name == "hskip":
        walker.assignment(walker.frame, name)
    else:
        walker.group()
    if walker.current is not None and walker.current.length:
        walker.add(" ", walker.call_span(start))


@command("par", "endgraf")
def paragraph_end(walker: Walker, name: str) -> None:
    """The paragraph ends."""
    walker.end_paragraph()


@command("\\", "newline", "tabularnewline", "linebreakand", "\\*", "cr", "crcr")
def line_break(walker: Walker, name: str) -> None:
    """A new line: a row in a table, a line of an author block, a space elsewhere."""
    start = walker.frame.i - 1
    frame = walker.frame
    following = frame.stream.tokens[frame.i : frame.i + 1]
    if following == ["["]:
        walker.option()
    span = walker.call_span(start)
    if walker.grids:
        from ieeelint.readers.latex.tables import next_row

        next_row(walker)
    elif walker.current is not None and walker.current.zone == model.AUTHOR:
        from ieeelint.readers.latex.front_matter import next_author_line

        next_author_line(walker)
    elif walker.current is not None:
        walker.current.printed("\n", span)


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
    """A note with its words."""
    start = walker.frame.i - 1
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
    builder = walker.open_passage(model.THANKS if first_page else model.FOOTNOTE, group)
    note.passage = builder.passage
    note.order = builder.order
    walker.paper.footnotes.append(note)
    silent, walker.silent = walker.silent, False
    title = walker.paper.title
    if title is not None and marked is not None and marked.zone == model.TITLE:
        title.notes.append(note)

    def leave() -> None:
        walker.silent = silent
        walker.close_passage()

    walker.render(group, leave)


@command("footnotemark")
def footnote_mark(walker: Walker, name: str) -> None:
    """A mark whose words stand elsewhere."""
    start = walker.frame.i - 1
    walker.option()
    span = walker.call_span(start)
    if walker.current is not None:
        note = Footnote(span, None, walker.current.zone, name)
        note.order = walker.order
        walker.place(NOTE, span, note)
        walker.paper.footnotes.append(note)
        if walker.current.zone == model.TITLE and walker.paper.title is not None:
            walker.paper.title.notes.append(note)


@command("xspace")
def xspace(walker: Walker, name: str) -> None:
    """A space after the macro's call, unless punctuation follows it."""
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


@command("ifmmode")
def in_math(walker: Walker, name: str) -> None:
    """Never true in text: go on at ``\\else``."""
    from ieeelint.readers.latex.conditionals import skip_branch

    walker.conditions.append(False)
    skip_branch(walker)


@command("today", "thepage")
def page_words(walker: Walker, name: str) -> None:
    """Words nobody can know here."""
    walker.place(OBJECT, walker.call_span(walker.frame.i - 1), None)


@command("figurename", "tablename")
def float_name(walker: Walker, name: str) -> None:
    """``\\figurename`` prints the word of the class."""
    view = walker.view
    compsoc_conference = view.has_class_option("compsoc") and view.has_class_option("conference")
    word = ("Figure" if compsoc_conference else "Fig.") if name == "figurename" else "Table"
    walker.add(word, walker.call_span(walker.frame.i - 1))


# -- quantities ------------------------------------------------------------------


@command("ieeelintnum")
def pinned_number(walker: Walker, name: str) -> None:
    """A number of the results by its key: it prints as some number, whichever."""
    start = walker.frame.i - 1
    walker.group()
    walker.place(QUANTITY, walker.call_span(start), Quantity("1.5", "", name))


@command(
    "SI",
    "qty",
    "SIrange",
    "qtyrange",
    "SIlist",
    "qtylist",
    "qtyproduct",
    "numrange",
    "numlist",
    "numproduct",
    "num",
    "si",
    "unit",
    "ang",
    "tablenum",
    "numproduct*",
)
def quantity(walker: Walker, name: str) -> None:
    """siunitx, both generations."""
    start = walker.frame.i - 1
    if name in walker.definitions and walker.definitions[name].command.startswith("new"):
        definition = walker.definitions[name]
        if walker.expand(walker.frame, definition, start):
            return
    walker.option()
    first = walker.group()
    if first is None:
        return
    number, unit = walker.string(first).strip(), ""
    if name in ("si", "unit"):
        number, unit = "", number
    elif name in ("SI", "qty", "SIlist", "qtylist", "qtyproduct"):
        walker.option()
        unit = walker.string(walker.group()).strip()
    elif name in ("SIrange", "qtyrange", "numrange"):
        number += "–" + walker.string(walker.group()).strip()
        if name != "numrange":
            unit = walker.string(walker.group()).strip()
    elif name == "ang":
        unit = "\\degree"
    walker.place(QUANTITY, walker.call_span(start), Quantity(number, unit, name))

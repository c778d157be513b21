"""Pictures in floats: image files, and drawings in code."""

from __future__ import annotations

from ieeelint.paper.floats import Graphic
from ieeelint.paper.text import OBJECT
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.environments import begin_of, environment_content
from ieeelint.readers.latex.harvest import harvest
from ieeelint.readers.latex.registry import command, environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.walk import Walker

AXIS = r"\\begin\s*\{(?:semilog[xy]|loglog|polar)?axis\}|\\nextgroupplot|\\begin\s*\{groupplot\}"

COORDINATES = r"(?:\s*\[[^\][{}]{0,20}\])?(?:\s*\{[\d.]{1,6}\})?(?:\s*\([^(){}\n]{0,60}\))+"
NUMBER = r"\s*=?\s*(?:`\\?.|\"[0-9A-F]+|'[0-7]+|[0-9]+) ?"  # in TeX: a letter's, hexadecimal, …


def add_graphic(walker: Walker, kind: str, name: str, options: str, span: Span) -> None:
    """Add a picture to the innermost float."""
    if walker.floats.open:
        walker.floats.open[-1].graphics.append(Graphic(kind, name, options, span))


@command(
    "includegraphics",
    "includegraphics*",
    "includesvg",
    "epsfbox",
    "epsfig",
    "psfig",
    "includestandalone",
    "resizegraphics",
)
def graphic(walker: Walker, name: str) -> None:
    """``\\includegraphics[options]{name}``."""
    start = walker.call_start()
    options = [walker.string(option) for option in iter(walker.option, None)]
    group = walker.group()
    if group is None:
        return
    span = walker.call_span(start)
    add_graphic(walker, "image", walker.string(group).strip(), ",".join(options), span)
    place_in_line(walker, span)


def place_in_line(walker: Walker, span: Span) -> None:
    """A picture or a box between words: an object of the text."""
    if walker.current is not None and walker.current.length:
        walker.place(OBJECT, span, None)


@command("tikz")
def inline_picture(walker: Walker, name: str) -> None:
    """``\\tikz[options]{…}``, or one path up to its semicolon: ``\\tikz\\draw (0,0);``."""
    start = walker.call_start()
    walker.option()
    frame = walker.frame
    tokens, at = frame.stream.tokens, frame.i
    if at < frame.end and tokens[at] == "{":
        walker.group()
    else:
        while at < frame.end and ";" not in tokens[at] and "\n\n" not in tokens[at]:
            at = frame.stream.closers.get(at, at) + 1
        if at < frame.end and ";" in tokens[at]:
            frame.i, frame.skip = at, tokens[at].index(";") + 1
    place_in_line(walker, walker.call_span(start))


@command(
    *("rule", "usebox", "ding", "symbol", "pgfuseplotmark", "ce", "chemfig", "textipa", "hologo"),
    *("qrcode", "pgfplotstabletypeset", "pgfuseimage", "pu", "py", "Sexpr", "sage", "sagestr"),
)
def box(walker: Walker, name: str) -> None:
    """Something that prints, but no words: a rule, a saved box, a glyph, what code prints."""
    start = walker.call_start()
    walker.option()
    for _ in signatures.ARGUMENTS.get(name, "x"):
        if walker.group() is None:
            return
    place_in_line(walker, walker.call_span(start))


@command("char")
def character(walker: Walker, name: str) -> None:
    """``\\char65``, ``\\char"41``: a glyph by its number."""
    start = walker.call_start()
    match = pattern(NUMBER).match(walker.frame.ahead())
    if match is not None:
        walker.frame.skip_characters(match.end())
    place_in_line(walker, walker.call_span(start))


@command("put", "multiput", "line", "vector", "oval", "qbezier", "cbezier", "bezier", "dashline")
def coordinates(walker: Walker, name: str) -> None:
    """Drawing in an environment of the draft: numbers in parentheses, then what is drawn there."""
    match = pattern(COORDINATES).match(walker.frame.ahead())
    if match is None:
        return  # not that of LaTeX
    walker.frame.skip_characters(match.end())
    if name in ("multiput", "line", "vector"):
        walker.group()  # how often, or how long


@environment(*signatures.PICTURES)
def picture(walker: Walker, name: str) -> None:
    """TikZ, PGF and other drawings: not prose, but labels and citations inside count."""
    start = begin_of(walker)
    extent = environment_content(walker, name)
    walker.close_scopes(len(walker.scopes) - 1)
    if extent is None:
        return
    content = extent[1]
    kind = signatures.PICTURES[name]
    if kind == "tikz" and pattern(AXIS).search(content.text):
        kind = "pgfplots"
    if "\\label" in content.text or "\\ref" in content.text or "\\cite" in content.text:
        harvest(walker, content, is_plot="\\addplot" in content.text)
    span = walker.frame.stream.span(start, walker.frame.i)
    add_graphic(walker, kind, "", content.text[:200_000], span)
    place_in_line(walker, span)

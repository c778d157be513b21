"""Commands that have no handler: what their arguments print, as far as it is known."""

from __future__ import annotations

from ieeelint.paper.text import OBJECT
from ieeelint.patterns import pattern
from ieeelint.readers.latex import registry, signatures
from ieeelint.readers.latex.registers import ONLY_LENGTH
from ieeelint.readers.latex.registry import token
from ieeelint.readers.latex.tokens import Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.walk import Walker

MOST_ARGUMENTS = 9  # of one command
LONGEST_LENGTH = 9  # tokens, with the brackets


@token(registry.UNKNOWN)
def unknown(walker: Walker, frame: Frame, name: str, i: int) -> None:
    """A command without a handler: its options are dropped and its arguments are text, unless the
    table knows better; alone between words it is an object, since it may print something. The
    code of an environment of the draft only sets the layout.
    """
    at = frame.i
    walker.skip_options()
    if walker.silent:
        while walker.group(braced=True) is not None:
            pass
        return
    kinds = signatures.ARGUMENTS.get(name, signatures.ARGUMENTS.get(name.rstrip("*")))
    if kinds is not None:
        while kinds[:1] == "x":
            kinds = kinds[1:]
            walker.group(name not in signatures.BARE_ARGUMENTS)
            walker.skip_options()
        if len(kinds) > 1:
            _print_apart(walker, frame, kinds, i)
        return
    tokens = frame.stream.tokens
    following = tokens[frame.i] if frame.i < frame.end else ""
    closing = frame.stream.closers.get(frame.i, frame.end)
    if following == "{" and _is_length(frame, frame.i):
        walker.group()
    elif (
        following == "{"
        and tokens[closing + 1 : closing + 2] == ["["]
        and _is_length(frame, closing + 1)
    ):  # \marginnote{…}[2cm]
        group = walker.group()
        walker.option()
        if group is not None:
            walker.render(group)
    elif following == "{" and closing + 1 < frame.end and tokens[closing + 1] == "{":
        _print_apart(walker, frame, "t" * MOST_ARGUMENTS, i)
    elif frame.i == at and walker.current is not None and walker.current.length:
        expanding = walker.macros.expanding
        if following != "{" and not (expanding and expanding[-1].startswith(registry.OWN)):
            walker.place(OBJECT, frame.stream.span(i, i + 1), None)


def _is_length(frame: Frame, opening: int) -> bool:
    """True if a group or an option opens at token ``opening`` that contains only a length."""
    stream = frame.stream
    if opening >= frame.end or stream.tokens[opening] not in ("{", "["):
        return False
    closers = stream.closers if stream.tokens[opening] == "{" else stream.brackets
    closing = closers.get(opening, frame.end)
    if closing - opening > LONGEST_LENGTH:
        return False
    return pattern(ONLY_LENGTH).fullmatch("".join(stream.tokens[opening + 1 : closing])) is not None


def _print_apart(walker: Walker, frame: Frame, kinds: str, i: int) -> None:
    """Walk the arguments in braces that follow, with a space after each: ``\\diagbox{Row}{Column}``
    prints two words. ``kinds`` says which of them print.
    """
    words = []
    for kind in kinds:
        group = walker.group(braced=True)
        if group is None:
            break
        if kind != "x":
            words.append(group)
    span = frame.stream.span(i, i + 1)
    for group in reversed(words[1:]):
        walker.render(group)
        walker.push(Stream(span.source, [" "], span), 0, 1, None)
    if words:
        walker.render(words[0])

"""Characters with a meaning in TeX, and stretches that are not read as text."""

from __future__ import annotations

from ieeelint.paper.text import CODE
from ieeelint.readers.latex.harvest import harvest
from ieeelint.readers.latex.registry import OPAQUE, token
from ieeelint.readers.latex.tokens import Range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.walk import Walker

PRINTED = {
    "~": "\u00a0",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    "`": "‘",
}
PLACEHOLDERS = ("\\verb", "\\Verb", "\\lstinline", "\\mint", "\\url", "\\nolinkurl", "\\path")
WITHOUT_KEYS = ("\\begin{comment", "\\begin{filecontents", "\\begin{verbatim")


@token("%")
def comment(walker: Walker, frame: Frame, characters: str, i: int) -> None:
    """A comment prints nothing."""


@token("{")
def open_group(walker: Walker, frame: Frame, characters: str, i: int) -> None:
    """A group opens."""
    frame.skip = 0
    is_broken = i not in frame.stream.closers and frame.stream.fixed is None
    walker.open_scope("{", is_broken)


@token("}")
def close_group(walker: Walker, frame: Frame, characters: str, i: int) -> None:
    """A group closes; a brace that closes nothing is skipped."""
    frame.skip = 0
    if walker.scopes[-1].name == "{":
        walker.close_scopes(len(walker.scopes) - 1)


@token(*"~-`'[]^_\"")
def printed(walker: Walker, frame: Frame, characters: str, i: int) -> None:
    """Characters that print as others: ties, dashes, quotation marks."""
    frame.skip = 0
    walker.add(PRINTED.get(characters, characters), frame.stream.span(i, i + 1))


@token("#")
def parameter(walker: Walker, frame: Frame, characters: str, i: int) -> None:
    """``#1`` in the body of a macro: walk the argument of the call, at its own location."""
    arguments = frame.stream.arguments
    number = ord(characters[1:] or "0") - ord("1")
    if 0 <= number < len(arguments):
        argument = arguments[number]
        walker.push(argument.stream, argument.first, argument.last, None, frame.depth + 1)
    else:
        walker.add(characters, frame.stream.span(i, i + 1))


@token(OPAQUE)
def opaque(walker: Walker, frame: Frame, characters: str, i: int) -> None:
    """A stretch that is not read as text: code and URLs leave a placeholder, dead text nothing."""
    frame.skip = 0
    if (
        characters[0] != "\\"
        or characters.startswith(PLACEHOLDERS)
        or (walker.opaque and characters.startswith(tuple(walker.opaque)))
    ):
        walker.place(CODE, frame.stream.span(i, i + 1), None)
    elif characters.startswith("\\href"):
        arguments = frame.stream.arguments
        address = characters[characters.find("{") + 1 : -1]
        for number, argument in enumerate(arguments or (), 1):
            address = address.replace(f"#{number}", walker.typed(argument))
        walker.link(address)
    elif characters.startswith("\\begin") and not characters.startswith(WITHOUT_KEYS):
        harvest(walker, Range(frame.stream, i, i + 1), is_code=True)

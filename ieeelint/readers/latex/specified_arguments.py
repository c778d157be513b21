"""Reads the arguments of a macro that are specified one by one (see :mod:`.specifications`)."""

from __future__ import annotations

import re

from ieeelint.patterns import pattern
from ieeelint.readers.latex.specifications import FALSE, TRUE
from ieeelint.readers.latex.tokens import Range, Stream, tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.cursor import Cursor
    from ieeelint.readers.latex.frames import Frame
    from ieeelint.views.latex import Parameter

DELIMITED = r"\s*%s((?:[^{}]|\{[^{}]*\})*?)%s"  # an argument between two signs
LONGEST_DELIMITED = 100  # tokens


def read(cursor: Cursor, parameters: tuple[Parameter, ...], i: int) -> list[Range]:
    """Read the arguments that are specified for the macro that token ``i`` calls."""
    frame = cursor.frame
    arguments = []
    is_starred = frame.stream.tokens[i][-1:] == "*"  # the scanner cuts \name*{…} after the star
    for parameter in parameters:
        argument: Range | None = None
        value = parameter.default
        if parameter.kind == "s":
            is_given = is_starred and parameter.signs == "*" or _skip_sign(frame, parameter.signs)
            value = TRUE if is_given else FALSE
        elif parameter.kind == "d":
            value = _between(frame, parameter)
        elif parameter.kind == "o":
            argument = cursor.option()
        else:
            argument = cursor.group(braced=parameter.kind == "g")
            if argument is None and parameter.kind == "m":
                break
        if argument is None:
            tokens = tokenize(value)
            stream = Stream(frame.stream.source, tokens, frame.stream.span(i, i + 1))
            argument = Range(stream, 0, len(tokens))
        arguments.append(argument)
    return arguments


def _skip_sign(frame: Frame, sign: str) -> bool:
    """Skip a star or another sign; false if another character follows."""
    following = frame.ahead(2)
    if following.lstrip()[:1] != sign:
        return False
    frame.skip_characters(following.index(sign) + 1)
    return True


def _between(frame: Frame, parameter: Parameter) -> str:
    """Read an argument between two signs; without them its default."""
    signs = tuple(map(re.escape, parameter.signs))
    match = pattern(DELIMITED % signs).match(frame.ahead(LONGEST_DELIMITED))
    if match is None:
        return parameter.default
    frame.skip_characters(match.end())
    return match[1]

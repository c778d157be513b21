"""The handlers of the walk, by what they handle; handler modules register themselves here.

The walk calls a handler with itself and the name, after it has read the command.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from ieeelint.readers.latex.frames import Frame

    # The walker is ``Any``, so that this module depends on no module above it.
    Handler = Callable[[Any, str], None]
    TokenHandler = Callable[[Any, Frame, str, int], None]
    H = TypeVar("H", bound=Handler)
    T = TypeVar("T", bound=TokenHandler)

COMMANDS: dict[str, Handler] = {}  # by name, without the backslash
ENVIRONMENTS: dict[str, Handler] = {}
TOKENS: dict[str, TokenHandler] = {}  # by the token's first character, and OPAQUE

CONDITIONAL = "if"  # the handler of this command handles every other \if…, too
UNKNOWN = "unknown"  # commands that have no handler
OWN = "(own)"  # environments of the draft
PARAGRAPHS = "(paragraphs)"  # lists and theorems
OPAQUE = "opaque"  # stretches that are not read as text, each one token: code, URLs, dead text


def command(*names: str) -> Callable[[H], H]:
    """Register the handler of these commands."""

    def register(handler: H) -> H:
        COMMANDS.update(dict.fromkeys(names, handler))
        return handler

    return register


def environment(*names: str) -> Callable[[H], H]:
    """Register the handler that runs at ``\\begin`` of these environments."""

    def register(handler: H) -> H:
        ENVIRONMENTS.update(dict.fromkeys(names, handler))
        return handler

    return register


def token(*firsts: str) -> Callable[[T], T]:
    """Register the handler of tokens with these first characters, or of OPAQUE or UNKNOWN ones."""

    def register(handler: T) -> T:
        TOKENS.update(dict.fromkeys(firsts, handler))
        return handler

    return register

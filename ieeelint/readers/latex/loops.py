"""Commands with words between their name and an argument in braces: ``\\foreach``, ``\\write``."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.latex.registry import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

# \foreach \x/\y [count=\i] in {1,...,3}
VARIABLES = r"\s*(?:\\[a-zA-Z@]+[\s/]*)+(?:\[[^\[\]]{0,200}\]\s*)?in(?![a-zA-Z])\s*"
STREAM = r"\s*(?:-?[0-9]+|\\[a-zA-Z@]+)\s*"  # \write16, \write\file
LONGEST = 40  # tokens


@command("foreach")
def loop(walker: Walker, name: str) -> None:
    """``\\foreach \\x in {1,...,3}{words}``: the list is code, the rest is read once."""
    match = pattern(VARIABLES).match(walker.frame.ahead(LONGEST))
    if match is None:
        return
    walker.frame.skip_characters(match.end())
    walker.group()


@command("write")
def written(walker: Walker, name: str) -> None:
    """``\\write\\file{words}``: what goes to a file or to the log prints nothing."""
    match = pattern(STREAM).match(walker.frame.ahead(4))
    if match is None:
        return
    walker.frame.skip_characters(match.end())
    walker.group(braced=True)

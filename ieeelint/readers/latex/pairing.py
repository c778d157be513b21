"""What in a file belongs together: ``\\begin`` and ``\\end``, braces; and what has no partner."""

from __future__ import annotations

from ieeelint.readers.latex.opaque import NO_CONDITIONALS, hides_nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.tokens import Stream
    from ieeelint.readers.latex.walk import Walker

LONGEST_NAME = 6  # tokens
DEEPEST = 60  # environments above the one that an \\end closes
# Commands that read another file, where the end may be.
READERS = frozenset("\\input \\include \\subfile \\subfileinclude \\import \\subimport".split())


class Pairs:
    """The pairs of a file, by the indexes of their tokens.

    ``unclosed`` has each ``\\begin`` without an end, except those in a conditional: only one branch
    prints, and the end may be for another.  ``stray`` are the names of ends without a beginning,
    with their indexes; ``last_reader`` is the last command that reads another file.
    """

    __slots__ = ("ends", "unclosed", "stray", "last_reader")

    def __init__(self, stream: Stream) -> None:
        self.ends: dict[int, int] = {}
        self.unclosed: set[int] = set()
        self.stray: list[tuple[str, int]] = []
        self.last_reader = -1
        opened: list[tuple[str, int, bool]] = []  # name, index, is in a conditional
        groups: list[int] = []  # how many were open before each brace that has a partner
        conditionals = 0
        openers = set(stream.closers.values())
        for index, token in enumerate(stream.tokens):
            if token == "{":
                if index in stream.closers:
                    groups.append(len(opened))
            elif token == "}":
                if index in openers and groups:
                    self._drop(opened, groups.pop())
            elif token == "\\begin":
                opened.append((name_after(stream, index), index, conditionals > 0))
            elif token == "\\end":
                self._close(opened, name_after(stream, index), index, groups[-1] if groups else 0)
            elif token == "\\fi":
                conditionals = max(conditionals - 1, 0)
            elif token in READERS:
                self.last_reader = index
            elif token[:3] == "\\if" and token[1:] not in NO_CONDITIONALS:
                conditionals += stream.tokens[index - 1] != "\\newif"
        self._drop(opened, 0)

    def _close(self, opened: list[tuple[str, int, bool]], name: str, index: int, low: int) -> None:
        """Close the innermost environment of this name."""
        for depth in range(len(opened) - 1, max(low, len(opened) - DEEPEST) - 1, -1):
            if opened[depth][0] == name:
                self._drop(opened, depth + 1)
                self.ends[opened.pop()[1]] = index
                return
        self.stray.append((name, index))

    def _drop(self, opened: list[tuple[str, int, bool]], depth: int) -> None:
        """Give up the environments that are open above ``depth``."""
        self.unclosed.update(index for _, index, is_optional in opened[depth:] if not is_optional)
        del opened[depth:]


def name_after(stream: Stream, index: int) -> str:
    """The name of the environment after ``\\begin`` or ``\\end`` at ``index``."""
    at = index + 1
    tokens = stream.tokens
    while at < len(tokens) and not tokens[at].strip():
        at += 1
    closing = stream.closers.get(at)
    if closing is None or closing - at > LONGEST_NAME:
        return ""
    return stream.text(at + 1, closing).strip()


def pairs_of(stream: Stream) -> Pairs:
    """The pairs of a file, found once."""
    if stream.pairs is None:
        stream.pairs = Pairs(stream)
    pairs: Pairs = stream.pairs
    return pairs


def is_unclosed(walker: Walker, stream: Stream, index: int, name: str) -> bool:
    """True if nothing closes the ``\\begin`` at ``index``: neither this file, nor a macro of the
    draft, nor another file.
    """
    if stream.fixed is not None or not name or index not in pairs_of(stream).unclosed:
        return False
    ending = f"\\end{{{name}}}"
    if any(ending in definition.body for definition in walker.macros.definitions.values()):
        return False
    if pairs_of(stream).last_reader > index:
        return False
    for frame in walker.frames[:-1]:
        if frame.stream is stream or frame.stream.fixed is not None:
            continue
        pairs = pairs_of(frame.stream)
        if pairs.last_reader >= frame.i or any(
            other == name and at >= frame.i for other, at in pairs.stray
        ):
            return False
    return True


def mistakes(stream: Stream) -> Iterator[tuple[str, Span]]:
    """Braces and dead text without an end, each with a message."""
    for index, token in enumerate(stream.tokens):
        if not token.startswith("\\iffalse") or token.endswith(("\\fi", "\\else")):
            continue
        around = stream.text(max(index - 5, 0), index), stream.text(index + 1, index + 2)
        if not hides_nothing(*around):
            message = "This \\iffalse has no \\fi, so TeX skips the rest of the file. Add it."
            yield message, stream.span(index, index + 1)
    for index in stream.unmatched[:1]:
        brace = stream.tokens[index]
        edge = "closing" if brace == "{" else "opening"
        message = (
            f'This "{brace}" has no {edge} brace, so TeX stops here or misreads the rest. Add'
            f' the missing brace, or delete the "{brace}".'
        )
        yield message, stream.span(index, index + 1)

"""The scanner: cuts a source text into tokens that, joined, are the text again.

The first character of a token shows its kind: ``\\`` a command (or a whole opaque stretch, see
below), ``%`` a comment without its newline, a newline with the white space after it, a special
character such as ``{``, ``&`` or ``^``, a run of hyphens or quotation marks, or ordinary
characters. Verbatim text, listings, comment environments, URLs and ``\\iffalse … \\fi`` are one
token each, so that nothing inside them is read. Every pattern here is linear in the length of the
text.
"""

from __future__ import annotations

import re
from itertools import accumulate

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.readers.latex.opaque import OPAQUE_ENVIRONMENTS, opaque_stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ieeelint.paper.source import Source

TOKEN = pattern(
    r"[^\\%{}\[\]$&#^_~\"`'\r\n-]+"  # ordinary characters
    r"|(?:\r\n?|\n)[ \t\r\n]*"
    r"|\\(?:[a-zA-Z@]+(?:\*(?=[ \t]*[\[{]))?|[^a-zA-Z@]|\Z)"
    r"|[{}\[\]]|\$\$?|%[^\r\n]*|-+|''|'|``|`|#[1-9]|.",
    re.DOTALL,
)


def tokenize(text: str, opaque: Iterable[str] = (), shorts: str = "") -> list[str]:
    """Cut ``text`` into tokens; ``"".join(tokenize(text)) == text`` always holds.

    ``opaque`` are environments of the draft whose content is one token, in addition to the usual
    ones, and ``shorts`` the characters between which the draft has code.
    """
    stretches = list(opaque_stretches(text, [*OPAQUE_ENVIRONMENTS, *opaque], shorts))
    if not stretches:
        return TOKEN.findall(text)
    tokens: list[str] = []
    at = 0
    for start, end in stretches:
        tokens += TOKEN.findall(text[at:start])
        tokens.append(text[start:end])
        at = end
    return tokens + TOKEN.findall(text[at:])


def is_blank(token: str) -> bool:
    """True for a newline with a blank line after it, which ends the paragraph."""
    return token[0] in "\r\n" and (token.count("\n") + token.count("\r") - token.count("\r\n") > 1)


class Stream:
    """Tokens with their offsets, matching braces (``closers``) and brackets.

    ``fixed`` is the location of all tokens if they come from a macro; otherwise each token is at
    its own location in ``source``. ``order`` is the location of the file in the joined document.
    """

    __slots__ = (
        "source",
        "tokens",
        "starts",
        "closers",
        "brackets",
        "unmatched",
        "fixed",
        "arguments",
        "order",
        "no_end",
        "next_ends",
        "pairs",
    )

    def __init__(
        self,
        source: Source,
        tokens: list[str],
        fixed: Span | None = None,
        arguments: list[Range] | None = None,
        order: tuple[int, ...] = (),
    ) -> None:
        self.source = source
        self.tokens = tokens
        self.starts = list(accumulate(map(len, tokens), initial=0))
        self.fixed = fixed
        self.arguments = arguments or []
        self.order = order
        self.no_end: set[str] = set()
        self.next_ends: dict[str, tuple[int, int]] = {}  # of \] and \): searched from, and found
        self.pairs: Any = None  # written by ``pairing``
        self.closers: dict[int, int] = {}
        self.brackets: dict[int, int] = {}
        self.unmatched: list[int] = []  # braces without a partner
        self._pair()

    def _pair(self) -> None:
        """Match braces, and brackets within the same pair of braces."""
        braces: list[int] = []
        brackets: list[list[int]] = [[]]
        for index, token in enumerate(self.tokens):
            if token == "{":
                braces.append(index)
                brackets.append([])
            elif token == "}":
                if braces:
                    self.closers[braces.pop()] = index
                    brackets.pop()
                else:
                    self.unmatched.append(index)
            elif token == "[":
                brackets[-1].append(index)
            elif token == "]" and brackets[-1]:
                self.brackets[brackets[-1].pop()] = index
        self.unmatched += braces

    def text(self, first: int, last: int) -> str:
        """The characters of tokens ``first`` to ``last`` (exclusive)."""
        return "".join(self.tokens[first:last])

    def span(self, first: int, last: int) -> Span:
        """The location of tokens ``first`` to ``last`` (exclusive) in the source."""
        if self.fixed is not None:
            return self.fixed
        return Span(self.source, self.starts[first], self.starts[max(first, last)])


class Range:
    """Tokens ``first`` to ``last`` (exclusive) of a stream: an argument, a body."""

    __slots__ = ("stream", "first", "last")

    def __init__(self, stream: Stream, first: int, last: int) -> None:
        self.stream = stream
        self.first = first
        self.last = last

    @property
    def text(self) -> str:
        """The source characters."""
        return self.stream.text(self.first, self.last)

    @property
    def span(self) -> Span:
        """The location of the characters."""
        return self.stream.span(self.first, self.last)

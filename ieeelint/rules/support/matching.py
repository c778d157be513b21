"""Matches of an expression where the index has its first word."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match, Pattern

    from ieeelint.paper.model import Paper


def matches_at(
    paper: Paper, expression: Pattern[str], starts: Iterable[int], zones: Iterable[str]
) -> Iterator[Match[str]]:
    """The matches of an expression that begin at one of ``starts``, in these zones."""
    for start in starts:
        match = expression.match(paper.text.plain, start)
        if match is not None and paper.passage_at(start).zone in zones:
            yield match

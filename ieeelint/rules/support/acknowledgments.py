"""The heading of the acknowledgment."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.blocks import Heading
    from ieeelint.paper.model import Paper


def acknowledgment_heading(paper: Paper) -> Heading | None:
    """The heading of the acknowledgment, if there is one."""
    for heading in paper.headings:
        if pattern(r"acknowledge?ments?\b", 2).match(heading.plain):
            return heading
    return None

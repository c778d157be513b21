"""Words and characters that differ between LaTeX and Word."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper


def maker(paper: Paper) -> str:
    """The maker of the look of headings and captions."""
    return "class" if paper.format == "latex" else "style"


def tie(paper: Paper) -> str:
    """A space where no line breaks."""
    return "~" if paper.format == "latex" else "\u00a0"


def thin_space(paper: Paper) -> str:
    """The space between number and unit in a formula."""
    return "\\," if paper.format == "latex" else "\u2009"

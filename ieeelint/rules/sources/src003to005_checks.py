"""SRC003 to 005: what the check says about itself and about the comments that answer it."""

from __future__ import annotations

from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.events import FAILED_RULE, INVALID_SUPPRESSION, UNUSED_SUPPRESSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.context import Context
    from ieeelint.finding import Finding


@rule(
    "SRC003",
    "internal-error",
    ERROR,
    "ieeelint itself",
    bad=["%! none"],
    good=["The gain is small."],
    reports=FAILED_RULE,
    suppressible=False,
)
def internal_error(context: Context) -> Iterable[Finding]:
    """A rule failed on this draft, so what it looks for was not checked.

    The fault is ours. All other rules have run. Please report it with the
    message and, if you may, the paragraph the finding points at.
    """
    return ()  # reported by the check


@rule(
    "SRC004",
    "unused-suppression",
    INFO,
    "ieeelint itself",
    bad=[
        "The gain is small. % ieeelint: ignore[UNT005] old value",
        "%! word\n[Body Text] ⟦The gain is small.<comment ieeelint: ignore[UNT005] old value/>⟧",
    ],
    good=[
        "The gain is .25. % ieeelint: ignore[UNT005] a caliber",
        "%! word\n[Body Text] The gain is .25.<comment ieeelint: ignore[UNT005] a caliber/>",
    ],
    reports=UNUSED_SUPPRESSION,
    suppressible=False,
)
def unused_suppression(context: Context) -> Iterable[Finding]:
    """A suppression comment answers a finding that is there.

    One that answers nothing hides the next real finding on its line. Remove it.
    """
    return ()  # reported by the suppression


@rule(
    "SRC005",
    "malformed-suppression",
    WARNING,
    "ieeelint itself",
    bad=[
        "The gain is small. % ieeelint: disable=UNT005",
        "%! word\n[Body Text] ⟦The gain is small.<comment ieeelint: ignore UNT005/>⟧",
    ],
    good=["The gain is .25. % ieeelint: ignore[UNT005] a caliber"],
    reports=INVALID_SUPPRESSION,
    suppressible=False,
)
def malformed_suppression(context: Context) -> Iterable[Finding]:
    """A suppression comment names what it does and, in brackets, the rules it is about.

    The forms are ignore, ignore-next-line, disable with enable, and
    file-ignore, each with brackets: "% ieeelint: ignore[FIG001] reason".
    In Word the words from "ieeelint:" on stand in a comment of the paragraph.
    """
    return ()  # reported by the suppression

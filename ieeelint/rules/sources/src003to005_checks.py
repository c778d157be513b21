"""SRC003 to 005: failed rules, and suppression comments that are unused or malformed."""

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
    """A rule failed on this draft, so the draft was not checked against it.

    This is a bug in the rule, not in your draft. All other rules have run.
    Please report the bug with the message and, if you may share it, the
    paragraph at the location of the finding.
    """
    return ()  # the engine makes the findings


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
    """A suppression comment suppresses at least one finding.

    An unused comment hides the next real finding on its line. Remove it.
    """
    return ()  # ieeelint.suppression makes the findings


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
    """A suppression comment has an action and, in brackets, the codes of the rules.

    The actions are ignore, ignore-next-line, disable with enable, and
    file-ignore, for example "% ieeelint: ignore[FIG001] reason". In Word,
    write the same from "ieeelint:" on in a comment on the paragraph. A comment
    that names a mandatory rule is reported, too: it has no effect on it.
    """
    return ()  # ieeelint.suppression makes the findings

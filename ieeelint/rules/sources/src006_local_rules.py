"""SRC006: files of local rules that cannot be used."""

from __future__ import annotations

from ieeelint.rules import ERROR, rule
from ieeelint.rules.events import BROKEN_LOCAL_RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.context import Context
    from ieeelint.finding import Finding


@rule(
    "SRC006",
    "broken-local-rules",
    ERROR,
    "ieeelint itself",
    bad=["%! none"],
    good=["The gain is small."],
    reports=BROKEN_LOCAL_RULES,
    suppressible=False,
)
def broken_local_rules(context: Context) -> Iterable[Finding]:
    """Every file of local rules that the settings name can be loaded.

    A file that cannot be read, raises an exception, or defines a rule without a docstring or
    examples is reported at the line of the problem. All other rules still run. Check the file
    with "ieeelint test-rules".
    """
    return ()  # the engine makes the findings

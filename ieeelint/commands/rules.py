"""``ieeelint rules``: list the rules."""

from __future__ import annotations

from ieeelint.documentation import rule_pages as pages
from ieeelint.output.terminal import put
from ieeelint.rules import every_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Print all rules in the format of ``--format``."""
    writers = {
        "text": pages.list_text,
        "json": pages.list_json,
        "markdown": pages.list_markdown,
    }
    put(writers[options.format](list(every_rule())))
    return 0

"""``ieeelint rule``: explain one rule."""

from __future__ import annotations

import sys

from ieeelint.arguments import UsageError
from ieeelint.documentation.rule_pages import as_text
from ieeelint.output.terminal import put
from ieeelint.phrases import nearest_clause
from ieeelint.selection import known_rules
from ieeelint.settings import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options

LOCAL = "local rule is known only in the folder of its settings file"


def run(options: Options) -> int:
    """Print the page of the rule with this code or name."""
    settings = load(".")
    known = list(known_rules(settings).values())
    for rule in known:
        if options.rule.upper() == rule.code or options.rule.lower() == rule.name:
            put(as_text(rule))
            return 0
    for problem in settings.local_rules.problems if settings.local_rules is not None else ():
        print(f"ieeelint: {problem}", file=sys.stderr)
    words = [word for rule in known for word in (rule.code, rule.name)]
    hint = nearest_clause(options.rule, words)
    if not settings["rules"]:
        hint += f" A {LOCAL}" if hint else f"; a {LOCAL}"
    raise UsageError(f'unknown rule "{options.rule}"{hint}')

"""``ieeelint rule``: explain one rule."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.commands.rules import language_flag
from ieeelint.documentation.rule_pages import as_text
from ieeelint.rules.codes import area_of, may_be_local
from ieeelint.selection import known_rules, no_such_rule
from ieeelint.settings_files import load
from ieeelint.terminal import log, put
from ieeelint.translation import chosen, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options

LOCAL = "local rule is known only in the folder of its settings file, or in a folder below it"


def run(options: Options) -> int:
    """Print the page of the rule with this code or name."""
    settings = load(".", language_flag(options))
    known = known_rules(settings)
    for rule in known.values():
        if options.rule.upper() == rule.code or options.rule.lower() == rule.name:
            with speaking(chosen(settings["language"])):
                put(as_text(rule))
            return 0
    for problem in settings.local_rules.problems if settings.local_rules is not None else ():
        log(str(problem))
    codes = [code for code in known if area_of(code) == options.rule.upper()]
    if codes:
        raise UsageError(
            f'"{options.rule}" is a prefix; choose one of its rules: {", ".join(codes)}'
        )
    message = no_such_rule(options.rule, known)
    if may_be_local(options.rule.lower()) and not settings["rules"]:
        message += f" A {LOCAL}" if message.endswith("?") else f"; a {LOCAL}"
    raise UsageError(message)

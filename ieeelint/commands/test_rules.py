"""``ieeelint test-rules``: run the examples of local rules."""

from __future__ import annotations

import os

from ieeelint import local_rules
from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED, FINDINGS
from ieeelint.phrases import plural
from ieeelint.rule_examples import failures
from ieeelint.settings import shown
from ieeelint.settings_files import load
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Print a line for each rule, then what its examples did wrong.

    Exit status 1 when an example fails, 2 when a file cannot be loaded.
    """
    if options.files:
        missing = [path for path in options.files if not os.path.isfile(path)]
        if missing:
            raise UsageError(f"{missing[0]}: does not exist")
        local = local_rules.load(options.files)
    else:
        settings = load(".", None, options.config or "")
        local = local_rules.of_settings(settings)
        if not local.rules and not local.problems:
            raise UsageError(
                "the settings name no local rules. Name a file, or write in ieeelint.toml:"
                ' [rules] local = ["house_rules.py"]'
            )
    status = CLEAN
    for rule in sorted(local.rules.values(), key=lambda rule: rule.code):
        wrong = list(failures(rule))
        count = len(rule.bad) + len(rule.good) + len(rule.fixes)
        verdict = "failed" if wrong else "passed"
        examples = plural(count, "example")
        put(f"{rule.code} {rule.name} ({shown(rule.origin)}): {examples} {verdict}\n")
        for message in wrong:
            put(f"  {message}\n")
            status = FINDINGS
    for problem in local.problems:
        log(str(problem))
        status = FAILED
    return status

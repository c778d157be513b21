"""``ieeelint rules``: list the rules."""

from __future__ import annotations

from ieeelint import local_rules
from ieeelint.cli import CLEAN, FAILED
from ieeelint.documentation import rule_pages as pages
from ieeelint.rules import every_rule
from ieeelint.settings_files import load
from ieeelint.terminal import log, put
from ieeelint.translation import AUTO, ENGLISH, chosen, speaking

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
    settings = load(".", language_flag(options))
    local = local_rules.of_settings(settings)
    is_for_people = options.format == "text" or settings["language"] != AUTO
    with speaking(chosen(settings["language"]) if is_for_people else ENGLISH):
        put(writers[options.format]([*every_rule(), *local.rules.values()]))
    for problem in local.problems:
        log(str(problem))
    return FAILED if local.problems else CLEAN


def language_flag(options: Options) -> dict[str, str]:
    """The setting of ``--language``."""
    return {"language": options.language} if options.language else {}

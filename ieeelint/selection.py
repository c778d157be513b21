"""Which rules run: codes, prefixes, names and ALL, resolved to rules."""

from __future__ import annotations

from ieeelint import local_rules, rules
from ieeelint.arguments import nearest
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings


def matches(selector: str, rule: Rule) -> bool:
    """True when a selector (``FIG001``, ``FIG``, ``fig-cited``, ``ALL``) names the rule."""
    upper = selector.upper()
    return upper == "ALL" or rule.code.startswith(upper) or rule.name == selector.lower()


def known_rules(settings: Settings) -> dict[str, Rule]:
    """All rules by code that these settings can select, local ones included."""
    rules.load()
    local = local_rules.of_settings(settings).rules if settings["rules"] else {}
    return {**rules.REGISTRY, **local} if local else rules.REGISTRY


def nameable(settings: Settings) -> dict[str, Rule] | None:
    """The local rules that a selector may name.

    None when some were not loaded: then a name that no rule has is not an error.
    """
    local = settings.local_rules
    if settings.skips_local_rules or (local is not None and local.problems):
        return None
    return local.rules if local is not None else {}


def resolve(settings: Settings, key: str, known: dict[str, Rule]) -> set[str]:
    """The codes that the selectors under ``key`` name.  Raises SettingsError for one that names
    nothing.
    """
    codes: set[str] = set()
    for selector in settings[key]:
        found = {rule.code for rule in known.values() if matches(selector, rule)}
        if not found and nameable(settings) is not None:
            raise SettingsError(settings.place(key, selector) + no_such_rule(selector, known))
        codes |= found
    return codes


def no_such_rule(selector: str, known: dict[str, Rule]) -> str:
    """The message for a selector that names nothing, with the nearest that does."""
    rules.load()
    known = {**rules.REGISTRY, **known}
    words = [*rules.AREAS, *known, *(rule.name for rule in known.values())]
    hint = nearest(selector.upper(), words) or nearest(selector.lower(), words)
    return f'there is no rule "{selector}"{hint}'


def selected(settings: Settings) -> list[Rule]:
    """The rules to run, in their order."""
    chosen = list(settings["select"])
    besides = [*chosen, *settings["extend-select"], *settings["ignore"], *settings["severity"]]
    besides += [one for many in settings["per-file-ignores"].values() for one in many]
    areas = {selector.upper().rstrip("0123456789") for selector in besides}
    if chosen and areas <= set(rules.AREAS) and not settings["rules"]:
        rules.load(areas)
        known = rules.REGISTRY
    else:
        known = known_rules(settings)
    if chosen:
        codes = resolve(settings, "select", known)
    else:
        codes = {rule.code for rule in known.values() if rule.default}
    codes |= resolve(settings, "extend-select", known)
    codes -= resolve(settings, "ignore", known)
    resolve(settings, "severity", known)
    for selectors in settings["per-file-ignores"].values():
        for selector in selectors:
            is_known = any(matches(selector, rule) for rule in known.values())
            if not is_known and nameable(settings) is not None:
                place = settings.place("per-file-ignores", selector)
                raise SettingsError(place + no_such_rule(selector, known))
    rank = {area: number for number, area in enumerate(rules.AREAS)}
    chosen_rules = [known[code] for code in codes]
    return sorted(chosen_rules, key=lambda rule: (rank.get(rule.area, len(rank)), rule.code))

"""Selects the rules to run: resolves codes, prefixes, names and ALL."""

from __future__ import annotations

from ieeelint import local_rules, rules
from ieeelint.phrases import nearest_clause
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings


def matches(selector: str, rule: Rule) -> bool:
    """True if a selector (``FIG001``, ``FIG``, ``fig-cited``, ``ALL``) matches the rule."""
    upper = selector.upper()
    if not upper:
        return False  # every code starts with nothing
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
    """The codes that match the selectors of ``key``.  Raises SettingsError for a selector that
    matches no rule.
    """
    codes: set[str] = set()
    for selector in settings[key]:
        matching = {rule.code for rule in known.values() if matches(selector, rule)}
        if not matching and nameable(settings) is not None:
            raise SettingsError(settings.place(key, selector) + no_such_rule(selector, known))
        codes |= matching
    return codes


def no_such_rule(selector: str, known: dict[str, Rule]) -> str:
    """The message for a selector that matches no rule, with the most similar one that does."""
    rules.load()
    known = {**rules.REGISTRY, **known}
    words = [*rules.AREAS, *known, *(rule.name for rule in known.values())]
    hint = nearest_clause(selector.upper(), words) or nearest_clause(selector.lower(), words)
    return f'unknown rule "{selector}"{hint}'


def selected(settings: Settings) -> list[Rule]:
    """The rules to run, in order of area and code."""
    chosen = list(settings["select"])
    selectors = [*chosen, *settings["extend-select"], *settings["ignore"], *settings["severity"]]
    selectors += [name for names in settings["per-file-ignores"].values() for name in names]
    areas = {selector.upper().rstrip("0123456789") for selector in selectors}
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

"""Selects the rules to run: resolves codes, prefixes, names and ALL."""

from __future__ import annotations

from ieeelint import rules
from ieeelint.arguments import nearest
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings


def matches(selector: str, rule: Rule) -> bool:
    """True if a selector (``FIG001``, ``FIG``, ``fig-cited``, ``ALL``) matches the rule."""
    upper = selector.upper()
    return upper == "ALL" or rule.code.startswith(upper) or rule.name == selector.lower()


def resolve(settings: Settings, key: str) -> set[str]:
    """The codes that match the selectors of ``key``.  Raises SettingsError for a selector that
    matches no rule.
    """
    codes: set[str] = set()
    for selector in settings[key]:
        matching = {rule.code for rule in rules.REGISTRY.values() if matches(selector, rule)}
        if not matching:
            raise SettingsError(settings.place(key, selector) + no_such_rule(selector))
        codes |= matching
    return codes


def no_such_rule(selector: str) -> str:
    """The message for a selector that matches no rule, with the most similar one that does."""
    rules.load()
    known = [*rules.AREAS, *rules.REGISTRY, *(rule.name for rule in rules.REGISTRY.values())]
    hint = nearest(selector.upper(), known) or nearest(selector.lower(), known)
    return f'unknown rule "{selector}"{hint}'


def selected(settings: Settings) -> list[Rule]:
    """The rules to run, in order of area and code."""
    chosen = list(settings["select"])
    selectors = [*chosen, *settings["extend-select"], *settings["ignore"], *settings["severity"]]
    selectors += [name for names in settings["per-file-ignores"].values() for name in names]
    areas = {selector.upper().rstrip("0123456789") for selector in selectors}
    if chosen and areas <= set(rules.AREAS):
        rules.load(areas)
    else:
        rules.load()
    if chosen:
        codes = resolve(settings, "select")
    else:
        codes = {rule.code for rule in rules.REGISTRY.values() if rule.default}
    codes |= resolve(settings, "extend-select")
    codes -= resolve(settings, "ignore")
    resolve(settings, "severity")
    for selectors in settings["per-file-ignores"].values():
        for selector in selectors:
            if not any(matches(selector, rule) for rule in rules.REGISTRY.values()):
                place = settings.place("per-file-ignores", selector)
                raise SettingsError(place + no_such_rule(selector))
    rank = {area: number for number, area in enumerate(rules.AREAS)}
    chosen_rules = [rules.REGISTRY[code] for code in codes]
    return sorted(chosen_rules, key=lambda rule: (rank[rule.area], rule.code))

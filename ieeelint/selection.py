"""Selects the rules to run: resolves codes, prefixes, names, and ALL."""

from __future__ import annotations

from ieeelint import local_rules, rules
from ieeelint.phrases import nearest, nearest_clause, series
from ieeelint.rules.codes import area_of, may_be_local
from ieeelint.settings import COMMAND_LINE
from ieeelint.severities import SEVERITIES

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


def is_mandatory(rule: Rule, settings: Settings) -> bool:
    """True for a rule that nothing in a draft, in its settings, or in a baseline can silence."""
    return any(matches(selector, rule) for selector in settings["mandatory"])


def overridden(settings: Settings) -> list[str]:
    """Notes about settings that would silence mandatory rules, and do not."""
    if not settings["mandatory"]:
        return []
    mandatory = [rule for rule in known_rules(settings).values() if is_mandatory(rule, settings)]
    silencing = {
        "ignore": settings["ignore"],
        "per-file-ignores": [
            name for names in settings["per-file-ignores"].values() for name in names
        ],
        "severity": list(settings["severity"]),
    }
    notes = []
    for key, selectors in silencing.items():
        codes = [
            rule.code
            for rule in mandatory
            if any(matches(selector, rule) for selector in selectors)
            and (key != "severity" or is_lowered(rule, settings))
        ]
        if codes:
            where = settings.origins[key]
            shown = series(codes if len(codes) < 5 else [*codes[:3], f"{len(codes) - 3} more"])
            notes.append(f'{where}: "{key}" has no effect on mandatory rules ({shown})')
    return notes


def severity_of(rule: Rule, settings: Settings) -> str:
    """The severity that the settings give to a rule; empty if they say nothing about it."""
    wanted: dict[str, str] = settings["severity"]
    fitting = [selector for selector in wanted if matches(selector, rule)]
    if not fitting:
        return ""
    # the most specific selector wins: code or name, then prefix, then ALL
    return wanted[max(fitting, key=lambda one: (one.upper() != "ALL", len(one)))]


def is_lowered(rule: Rule, settings: Settings) -> bool:
    """True if the settings make a rule less severe than it is, or turn it off."""
    severity = severity_of(rule, settings)
    if severity not in SEVERITIES:
        return bool(severity)
    return SEVERITIES.index(severity) > SEVERITIES.index(rule.severity)


def known_rules(settings: Settings) -> dict[str, Rule]:
    """All rules by code that these settings can select, local ones included."""
    rules.load()
    local = local_rules.of_settings(settings).rules if settings["rules"] else {}
    return {**rules.REGISTRY, **local} if local else rules.REGISTRY


def is_known(selector: str, settings: Settings, known: dict[str, Rule], key: str = "") -> bool:
    """True if a selector matches a rule, or could match a local rule that is not loaded.

    ``key`` is the setting that it is in, empty for a comment in the draft.
    """
    if any(matches(selector, rule) for rule in known.values()):
        return True
    if settings.origins.get(key) == COMMAND_LINE and any(
        matches(selector, rule) for rule in settings.elsewhere
    ):
        return True  # it selects no rule in this project
    local = settings.local_rules
    misses_some = settings.skips_local_rules or (local is not None and bool(local.problems))
    if not key:
        misses_some = misses_some or settings.is_isolated
    return misses_some and may_be_local(selector)


def resolve(settings: Settings, key: str, known: dict[str, Rule]) -> set[str]:
    """The codes that match the selectors of ``key``.  Raises SettingsError for a selector that
    matches no rule.
    """
    codes: set[str] = set()
    for selector in settings[key]:
        matching = {rule.code for rule in known.values() if matches(selector, rule)}
        if not is_known(selector, settings, known, key):
            raise settings.error(no_such_rule(selector, known), key, selector)
        codes |= matching
    return codes


def is_ignored(rule: Rule, settings: Settings) -> bool:
    """True if the settings ignore a rule that reports an event of the check itself."""
    return any(matches(selector, rule) for selector in settings["ignore"])


def no_such_rule(selector: str, known: dict[str, Rule]) -> str:
    """The message for a selector that matches no rule, with the most similar one that does."""
    rules.load()
    known = {**rules.REGISTRY, **known}
    hint = nearest_code(selector, known) or nearest_clause(
        selector.lower(), [rule.name for rule in known.values()]
    )
    return f'unknown rule "{selector}"{hint}'


def nearest_code(selector: str, known: dict[str, Rule]) -> str:
    """``; did you mean "FIG001"?`` for a similar code or prefix, or nothing if none is close.

    The letters of a code must be similar by themselves: its digits are those of many other codes.
    """
    upper = selector.upper()
    area = area_of(upper)
    areas = list(dict.fromkeys([*rules.AREAS, *map(area_of, known)]))
    if area == upper:
        return nearest_clause(upper, areas)
    similar = nearest(area, areas)
    return nearest_clause(upper, [code for code in known if area_of(code) == similar])


def selected(settings: Settings) -> list[Rule]:
    """The rules to run, in order of area and code."""
    chosen = list(settings["select"])
    selectors = [*chosen, *settings["extend-select"], *settings["ignore"], *settings["severity"]]
    selectors += settings["mandatory"]
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
    # a prefix does not turn on the rules that are off by default
    named = {selector.upper() for selector in settings["mandatory"]}
    for code in resolve(settings, "mandatory", known):
        if known[code].default or code in named or known[code].name.upper() in named:
            codes.add(code)
    resolve(settings, "severity", known)
    for selectors in settings["per-file-ignores"].values():
        for selector in selectors:
            if not is_known(selector, settings, known, "per-file-ignores"):
                problem = no_such_rule(selector, known)
                raise settings.error(problem, "per-file-ignores", selector)
    rank = {area: number for number, area in enumerate(rules.AREAS)}
    chosen_rules = [known[code] for code in codes]
    return sorted(chosen_rules, key=lambda rule: (rank.get(rule.area, len(rank)), rule.code))

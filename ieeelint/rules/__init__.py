"""The rules: a folder for each area, a function for each rule, with its documentation.

A rule is a function from a context to findings, registered with :func:`rule`.
The first sentence of its docstring is the rule as an author reads it; the rest
says why, and how to fix the draft.  ``bad`` and ``good`` are examples in LaTeX
or sketches of Word drafts, which the tests run; ``fixes`` are pairs of a bad
example and the result of the rule's edits.  A rule without examples does not
load.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module

from ieeelint.rules.areas import AREAS
from ieeelint.severities import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from ieeelint.context import Context
    from ieeelint.finding import Finding

    RuleFunction = Callable[[Context], Iterable[Finding]]

__all__ = [
    "ERROR",
    "INFO",
    "WARNING",
    "Rule",
    "rule",
    "load",
    "every_rule",
    "registering",
    "reporting",
    "AREAS",
]

REGISTRY: dict[str, Rule] = {}
_registries: list[dict[str, Rule]] = [REGISTRY]  # the last one takes what is registered


class Rule:
    """A rule with its documentation.

    ``formats`` are the file formats that it applies to; ``english`` is true when it checks English
    wording and so runs on English papers only, ``any_language`` when some of its findings are about
    something else (see :class:`~ieeelint.finding.Finding`); ``default`` is false for rules that are
    off unless selected.

    The engine treats all rules alike, by these attributes.  ``fix_formats``: the formats that its
    fixes can be written in.  ``in_condemned``: it reports also in text that a finding condemns (see
    :class:`~ieeelint.finding.Finding`).  ``reports``: the event of a check that it reports (see
    :mod:`ieeelint.rules.events`).  ``suppressible`` is false when no comment can suppress it.
    """

    __slots__ = (
        "code",
        "name",
        "severity",
        "source",
        "bad",
        "good",
        "fixes",
        "formats",
        "fix_formats",
        "english",
        "any_language",
        "default",
        "in_condemned",
        "reports",
        "suppressible",
        "check",
        "origin",
    )

    def __init__(
        self,
        code: str,
        name: str,
        severity: str,
        source: str,
        *,
        bad: tuple[str, ...],
        good: tuple[str, ...],
        fixes: tuple[tuple[str, str], ...],
        formats: tuple[str, ...],
        fix_formats: tuple[str, ...],
        english: bool,
        any_language: bool,
        default: bool,
        in_condemned: bool,
        reports: str,
        suppressible: bool,
        check: RuleFunction,
    ) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.source = source
        self.bad = bad
        self.good = good
        self.fixes = fixes
        self.formats = formats
        self.fix_formats = fix_formats
        self.english = english
        self.any_language = any_language
        self.default = default
        self.in_condemned = in_condemned
        self.reports = reports
        self.suppressible = suppressible
        self.check = check
        self.origin = ""  # the file of a local rule; empty for the rules of ieeelint itself

    @property
    def summary(self) -> str:
        """The rule in one sentence: the first paragraph of its documentation."""
        return " ".join(documentation(self.check).split("\n\n")[0].split())

    @property
    def explanation(self) -> str:
        """Why, and how to fix the draft: the other paragraphs of its documentation."""
        paragraphs = documentation(self.check).split("\n\n")[1:]
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).strip()

    @property
    def area(self) -> str:
        """The letters of the code: ``FIG`` of ``FIG001``."""
        return self.code.rstrip("0123456789")

    @property
    def subject(self) -> str:
        """What the rules of the area are about: "Figures"; the letters for a local rule."""
        from ieeelint.rules.areas import AREAS

        return AREAS[self.area][0] if self.area in AREAS else self.area


def rule(
    code: str,
    name: str,
    severity: str,
    source: str,
    *,
    bad: Iterable[str] = (),
    good: Iterable[str] = (),
    fixes: Iterable[tuple[str, str]] = (),
    formats: tuple[str, ...] = ("latex", "word"),
    fix_formats: tuple[str, ...] | None = None,
    english: bool = False,
    any_language: bool = False,
    default: bool = True,
    in_condemned: bool = False,
    reports: str = "",
    suppressible: bool = True,
) -> Callable[[RuleFunction], RuleFunction]:
    """Register the decorated function as the rule ``code``.

    ``source`` names the clause of IEEE's documents that the rule enforces; :class:`Rule` explains
    the other arguments.  ``fix_formats`` is ``formats`` by default.
    Raises ValueError for a rule without documentation or examples, or for a duplicate code: bugs of
    the program, not of a draft.
    """

    def register(check: RuleFunction) -> RuleFunction:
        if not documentation(check) or not (bad or fixes) or not (good or fixes):
            raise ValueError(f"{code} lacks a docstring or examples")
        registry = _registries[-1]
        for known in (REGISTRY, registry):
            is_again = known is REGISTRY and code in known and _is_same(known[code].check, check)
            if code in known and not is_again:
                raise ValueError(f"{code} is defined twice")
        registry[code] = Rule(
            code,
            name,
            severity,
            source,
            bad=_examples(bad),
            good=_examples(good),
            fixes=_examples(fixes),
            formats=formats,
            fix_formats=formats if fix_formats is None else fix_formats,
            english=english,
            any_language=any_language,
            default=default,
            in_condemned=in_condemned,
            reports=reports,
            suppressible=suppressible,
            check=check,
        )
        return check

    return register


def documentation(check: RuleFunction) -> str:
    """The docstring of a rule; for a ``functools.partial``, of the function that it calls."""
    words = getattr(check, "func", check).__doc__
    return words if isinstance(words, str) else ""


def _examples(examples: Any) -> Any:
    """Examples as a tuple.  A value of another type stays: loading local rules refuses it."""
    return tuple(examples) if isinstance(examples, (list, tuple)) else examples


def _is_same(known: RuleFunction, check: RuleFunction) -> bool:
    """True for the function of a module that is imported again."""
    return known.__module__ == check.__module__ and getattr(known, "__qualname__", "") == getattr(
        check, "__qualname__", None
    )


@contextmanager
def registering(registry: dict[str, Rule]) -> Iterator[None]:
    """Register rules into ``registry`` instead of the rules of ieeelint, for local rules."""
    _registries.append(registry)
    try:
        yield
    finally:
        _registries.pop()


def load(areas: Iterable[str] = AREAS) -> None:
    """Import the modules of these areas."""
    for area in areas:
        for module in AREAS[area][1]:
            import_module(f"ieeelint.rules.{module}")


def every_rule() -> Iterator[Rule]:
    """All rules, in the order of the areas and then of their numbers."""
    load()
    rank = {area: number for number, area in enumerate(AREAS)}
    return iter(sorted(REGISTRY.values(), key=lambda each: (rank[each.area], each.code)))


def reporting(event: str) -> Rule:
    """The rule that reports an event of the check itself.  Raises KeyError without such a rule."""
    load(("SRC",))
    for candidate in REGISTRY.values():
        if candidate.reports == event:
            return candidate
    raise KeyError(event)

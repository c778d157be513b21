"""The result of the check of one draft as plain values, which a cache can keep, and back."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.outline import Outline
from ieeelint.paper.source import Source, Span
from ieeelint.results import Checked
from ieeelint.rules import Rule, documentation
from ieeelint.rules.events import FAILED_RULE
from ieeelint.settings import SHOW_THE_PAPER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.settings import Settings

LATER = (
    "output-format",
    "language",
    "group",
    "fail-on",
    "baseline",
    "batch",
)  # settings that no finding depends on
FACTS = tuple(name for name in Checked.__slots__ if name not in ("settings", "seconds"))
SAME = ("code", "name", "severity", "source", "origin", "reports")  # of a rule


def key_of(root: str, settings: Settings) -> tuple[Any, ...]:
    """What the result for a root document depends on, apart from what is on the disk."""
    values = {name: value for name, value in settings.values.items() if name not in LATER}
    origins = settings.origins["profile"], settings.origins["stage"]
    shows_the_paper = settings["output-format"] in SHOW_THE_PAPER
    files = settings.file, settings.is_isolated, settings.venue.file, settings.venue.text
    return "check", shows_the_paper, root, values, origins, *files


def can_be_stored(findings: list[Finding], checked: Checked) -> bool:
    """False if the result depends on more than the key and the files of the draft: on the code of
    local rules, on result files, or on a rule that failed.
    """
    settings = checked.settings
    has_local_rules = settings["rules"] or settings.elsewhere or settings.skips_local_rules
    failed = any(finding.rule.reports == FAILED_RULE for finding in findings)
    return not (has_local_rules or checked.results_lock or failed)


def stored(findings: list[Finding], checked: Checked) -> dict[str, Any]:
    """The findings of a draft, and the facts about it."""
    sources: dict[int, tuple[int, Source]] = {}
    rules: dict[int, tuple[int, Rule]] = {}

    def place(span: Span) -> tuple[int, int, int]:
        number, _ = sources.setdefault(id(span.source), (len(sources), span.source))
        return number, span.start, span.end

    rows = []
    for finding in findings:
        number, _ = rules.setdefault(id(finding.rule), (len(rules), finding.rule))
        fix = finding.fix and (
            finding.fix.safe,
            [(place(edit.span), edit.text, edit.on_source) for edit in finding.fix.edits],
        )
        rows.append(
            (place(finding.span), number, finding.message, finding.severity, finding.refusal, fix)
        )
    return {
        "findings": rows,
        "sources": [_source(source) for _, source in sources.values()],
        "rules": [_rule(rule) for _, rule in rules.values()],
        "facts": [getattr(checked, name) for name in FACTS],
    }


def _source(source: Source) -> tuple[Any, ...]:
    outline = source.outline
    parts = outline and (outline.sections, outline.pages, outline.things, outline.first_page)
    return source.path, source.text, source.encoding, source.is_word, parts


def _rule(rule: Rule) -> tuple[list[Any], str]:
    return [getattr(rule, name) for name in SAME], documentation(rule.check)


def restored(values: dict[str, Any], settings: Settings) -> tuple[list[Finding], Checked]:
    """The findings and the facts again; the rules have what outputs show, but cannot run."""
    sources = [_restored_source(*row) for row in values["sources"]]
    rules = [_restored_rule(row, words) for row, words in values["rules"]]

    def span(number: int, start: int, end: int) -> Span:
        return Span(sources[number], start, end)

    findings = []
    for place, number, message, severity, refusal, fix in values["findings"]:
        finding = Finding(span(*place), message, severity=severity)
        finding.rule = rules[number]
        finding.refusal = refusal
        if fix is not None:
            safe, edits = fix
            made = [Edit(span(*where), text, on_source) for where, text, on_source in edits]
            finding.fix = Fix(*made, safe=safe)
        findings.append(finding)
    checked = Checked.__new__(Checked)
    for name, value in zip(FACTS, values["facts"], strict=True):
        setattr(checked, name, value)
    checked.settings, checked.seconds = settings, 0.0
    return findings, checked


def _restored_source(
    path: str, text: str, encoding: str, is_word: bool, parts: tuple[Any, ...] | None
) -> Source:
    source = Source(path, text, encoding, is_word)
    if parts is not None:
        outline = source.outline = Outline()
        outline.sections, outline.pages, outline.things, outline.first_page = parts
    return source


def _restored_rule(same: list[str], words: str) -> Rule:
    code, name, severity, clause, origin, reports = same

    def check(_context: object) -> list[Finding]:
        raise NotImplementedError("a rule of a stored result does not run")

    check.__doc__ = words
    rule = Rule(
        code,
        name,
        severity,
        clause,
        bad=(),
        good=(),
        fixes=(),
        formats=(),
        fix_formats=(),
        english=False,
        any_language=False,
        default=True,
        in_condemned=False,
        reports=reports,
        suppressible=True,
        check=check,
    )
    rule.origin = origin
    return rule

"""Writes the documentation of the rules: one page for each rule, lists, and the table of statements
in IEEE's template.
"""

from __future__ import annotations

import json
import re

from ieeelint.rules import AREAS
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.rules import Rule

MOST = 10  # examples of each kind on a page
CAUTION = (
    "The page of each rule says how many of its findings in real drafts, judged one by one, were"
    " false alarms. The rules were corrected with many of these drafts, so expect more false alarms"
    " in other ones."
)
NOT_MEASURED = "not measured: not reported in the drafts that were read"
ROLE = re.compile(
    r"^%! (preamble|title|author|abstract|keywords|body|back|references|class|document)\b.*$",
    re.MULTILINE,
)


RESULTS = re.compile(r'\n%! file results\.lock\n(\{"schema": "ieeelint-lock/1".*\})$', re.DOTALL)


def results_text(text: str) -> str:
    """One line with the values of the lock file of an example."""
    from ieeelint.report.verify.lock_file import loads

    lock = loads(text)
    entries = [(key, entry) for key in lock.number_keys() if (entry := lock.number(key))]
    return "the results: " + ", ".join(
        f"{key} = {entry.value} {entry.unit}".rstrip() for key, entry in entries
    )


def measured(rule: Rule) -> str:
    """How often the rule was wrong in real drafts, as ``tools.accuracy`` measured."""
    rates = table("accuracy")
    rate = rates["rules"].get(rule.code)
    if rate is None:
        return NOT_MEASURED
    judged, false, advice = rate["judged"], rate["false"], rate["advice"]
    words = f"{false or 'none'} of {judged} findings read in {rates['drafts']} real drafts"
    if false * 20 >= judged:
        words += f" ({false / judged:.0%})"
    if advice:
        words += f"; the advice was wrong in {advice} more"
    return words


def as_text(rule: Rule) -> str:
    """The page of a rule for a terminal."""
    import textwrap

    parts = [
        f"{rule.code} {rule.name} ({rule.severity}{'' if rule.default else ', off by default'})",
        "",
    ]
    parts += textwrap.wrap(rule.summary, 88) + [""]
    for paragraph in rule.explanation.split("\n\n"):
        parts += textwrap.wrap(paragraph, 88) + [""]
    for title, examples in (("Wrong", wrong(rule)), ("Right", right(rule))):
        parts.append(f"{title}:")
        for example in examples:
            parts += ["  " + line for line in example.splitlines()] + [""]
    parts.append(f"Source: {rule.source}")
    parts.append(f"False alarms: {measured(rule)}")
    return "\n".join(parts) + "\n"


def as_hover(rule: Rule) -> str:
    """The page of a rule as an editor shows it, in Markdown."""
    parts = [f"**{rule.code}** {rule.name}", rule.summary, rule.explanation]
    for title, examples in (("Wrong", wrong(rule)), ("Right", right(rule))):
        if examples:
            parts.append(f"{title}:\n```latex\n{examples[0]}\n```")
    parts.append(f"*Source: {rule.source}*")
    return "\n\n".join(part for part in parts if part)


def wrong(rule: Rule) -> list[str]:
    """The first bad examples, without location marks."""
    return _first(shown([pair[0] for pair in rule.fixes]), shown([*rule.bad]))


def right(rule: Rule) -> list[str]:
    """The first good examples, without location marks."""
    return _first(shown([pair[1] for pair in rule.fixes]), shown([*rule.good]))


def _first(fixed: list[str], others: list[str]) -> list[str]:
    """At most MOST examples, half of them or more from those with a fix, if there are so many.

    Later examples of a rule test its guards; a reader needs the typical ones.
    """
    others = [example for example in others if example not in fixed]
    return [*fixed[: max(MOST // 2, MOST - len(others))], *others][:MOST]


def shown(examples: list[str]) -> list[str]:
    """Examples for a reader: without duplicates and location marks, with role lines as comments."""
    texts = []
    for example in examples:
        text = example.replace("⟦", "").replace("⟧", "").strip("\n")
        text = ROLE.sub(lambda match: f"% in the {match.group(1)}:", text)
        text = RESULTS.sub(lambda match: f"\n% {results_text(match.group(1))}", text)
        if text not in texts:
            texts.append(text)
    return texts


def as_markdown(rule: Rule) -> str:
    """The page of a rule for ``docs/rules/``, from the template ``rule.md.j2``."""
    from jinja2 import Environment, FileSystemLoader

    from ieeelint.resources import templates

    loader = FileSystemLoader(templates())
    environment = Environment(
        loader=loader, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("rule.md.j2")
    return page.render(rule=rule, wrong=wrong(rule), right=right(rule), measured=measured(rule))


def list_text(rules: list[Rule]) -> str:
    """One line for each rule."""
    return "".join(
        f"{rule.code}  {rule.name:34} {rule.severity:8} {rule.summary}\n" for rule in rules
    )


def list_json(rules: list[Rule]) -> str:
    """Everything about every rule."""
    content = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "default": rule.default,
            "english_only": rule.english,
            "formats": list(rule.formats),
            "fixable": bool(rule.fixes),
            "source": rule.source,
            "summary": rule.summary,
            "explanation": rule.explanation,
            "bad": wrong(rule),
            "good": right(rule),
        }
        for rule in rules
    ]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def list_markdown(rules: list[Rule]) -> str:
    """The index of the rules, and the rules that check each statement of IEEE's template."""
    lines = ["# Rules", "", "Generated by `ieeelint rules --format markdown`.", "", CAUTION, ""]
    for area, (title, _) in AREAS.items():
        in_area = [rule for rule in rules if rule.area == area]
        if not in_area:
            continue
        lines += [
            f"## {area}: {title}",
            "",
            "| code | name | severity | fix | rule |",
            "| --- | --- | --- | --- | --- |",
        ]
        for rule in in_area:
            fix = "yes" if rule.fixes else ""
            severity = rule.severity + ("" if rule.default else " (off)")
            summary = rule.summary.replace("|", "\\|")
            lines.append(
                f"| [{rule.code}]({rule.code}.md) | {rule.name} | {severity} | {fix} | {summary} |"
            )
        lines.append("")
    lines += ["## What the template says, and the rules that check it", ""]
    lines += ["| # | statement | rules | note |", "| --- | --- | --- | --- |"]
    codes = {rule.code for rule in rules}
    for row in table("statements")["statements"]:
        links = [f"[{code}]({code}.md)" for code in row["rules"] if code in codes]
        missing = [code for code in row["rules"] if code not in codes]
        note = row.get("note", "")
        if missing and not note:
            note = "not yet: " + ", ".join(missing)
        lines.append(f"| {row['number']} | {row['statement']} | {', '.join(links)} | {note} |")
    return "\n".join(lines) + "\n"

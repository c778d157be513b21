"""Writes the documentation of the rules: one page for each rule, lists, and the table of statements
in IEEE's template.
"""

from __future__ import annotations

import json
import re

from ieeelint.rules import AREAS
from ieeelint.tables import table
from ieeelint.translated import explanation_of, source_of, summary_of
from ieeelint.translation import say, term
from ieeelint.translation.wrapping import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.rules import Rule

MOST = 10  # examples of each kind on a page
CAUTION = (
    "The tables say how many findings of each rule in real drafts, judged one by one, were false"
    " alarms; the page of the rule says more. The rules were corrected with many of these drafts,"
    " so expect more false alarms in other ones."
)
NOT_MEASURED = "not measured: not reported in the drafts that were read"
ROLE = re.compile(
    r"^%! (preamble|title|author|abstract|keywords|body|back|references|class|document)\b.*$",
    re.MULTILINE,
)


PRINTED = re.compile(r"^%! printed$", re.MULTILINE)
PDF_FILE = re.compile(r"^%! pdf ?(.*)$", re.MULTILINE)
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
        return term(NOT_MEASURED)
    judged, false, advice = rate["judged"], rate["false"], rate["advice"]
    words = say(
        "{false} of {judged} findings read in {drafts} real drafts",
        false=false or term("none"),
        judged=judged,
        drafts=rates["drafts"],
    )
    if false * 20 >= judged:
        words += say(" ({rate})", rate=f"{false / judged:.0%}")
    if advice:
        words += say("; the advice was wrong in {number} more", number=advice)
    return words


def ratio(rule: Rule) -> str:
    """The false alarms among the findings that were read, in short."""
    rate = table("accuracy")["rules"].get(rule.code)
    return f"{rate['false']} of {rate['judged']}" if rate else "not measured"


def as_text(rule: Rule) -> str:
    """The page of a rule for a terminal."""
    state = term(rule.severity) + ("" if rule.default else say(", off by default"))
    parts = [
        say("{code} {name} ({state})", code=rule.code, name=rule.name, state=state),
        "",
    ]
    parts += wrapped(summary_of(rule), 88) + [""]
    for paragraph in explanation_of(rule).split("\n\n"):
        parts += wrapped(paragraph, 88) + [""]
    for title, examples in ((say("Wrong:"), wrong(rule)), (say("Right:"), right(rule))):
        parts.append(title)
        for example in examples:
            parts += ["  " + line for line in example.splitlines()] + [""]
    parts.append(say("Source: {source}", source=source_of(rule)))
    parts.append(say("False alarms: {rate}", rate=measured(rule)))
    return "\n".join(parts) + "\n"


def as_hover(rule: Rule) -> str:
    """The page of a rule as an editor shows it, in Markdown."""
    parts = [f"**{rule.code}** {rule.name}", summary_of(rule), explanation_of(rule)]
    for title, examples in ((say("Wrong:"), wrong(rule)), (say("Right:"), right(rule))):
        if examples:
            parts.append(f"{title}\n```latex\n{examples[0]}\n```")
    parts.append(f"*{say('Source: {source}', source=source_of(rule))}*")
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
        text = PRINTED.sub("% in the PDF file made from it:", text)
        text = PDF_FILE.sub(lambda match: f"% a PDF file: {match.group(1) or 'clean'}", text)
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
        f"{rule.code}  {rule.name:34} {term(rule.severity):8} {summary_of(rule)}\n"
        for rule in rules
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
            "summary": summary_of(rule),
            "explanation": explanation_of(rule),
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
            "| code | name | severity | fix | false alarms | rule |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for rule in in_area:
            fix = "yes" if rule.fixes else ""
            severity = rule.severity + ("" if rule.default else " (off)")
            summary = summary_of(rule).replace("|", "\\|")
            cells = (
                f"[{rule.code}]({rule.code}.md)",
                rule.name,
                severity,
                fix,
                ratio(rule),
                summary,
            )
            lines.append(f"| {' | '.join(cells)} |")
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

"""SARIF 2.1.0, for code scanning and the editors that read it."""

from __future__ import annotations

import json
from urllib.parse import quote

from ieeelint import __version__
from ieeelint.fingerprints import fingerprints, relative
from ieeelint.paper.outline import place_in_words
from ieeelint.rule_links import on_the_site
from ieeelint.terminal import Paint
from ieeelint.translated import explanation_of, message_of, source_of, summary_of
from ieeelint.translation import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding
    from ieeelint.paper.source import Source, Span
    from ieeelint.results import Report
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """One run with a result for each finding, and the rules of these findings."""
    remarks = report.remarks
    rules = list({_key(finding.rule): finding.rule for finding in remarks}.values())
    rules.sort(key=_key)
    places = {_key(rule): number for number, rule in enumerate(rules)}
    marks = fingerprints(remarks, report.groups is not None)
    results = [_result(finding, places, mark) for finding, mark in zip(remarks, marks, strict=True)]
    unreadable = [
        {"level": "error", "message": {"text": str(error)}} for error in report.unreadable
    ]
    notes = [{"level": "note", "message": {"text": note}} for note in report.about_files()]
    run = {
        "tool": {
            "driver": {
                "name": "ieeelint",
                "version": __version__,
                "rules": [_rule(rule, settings["documentation"]) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unreadable,
                "toolExecutionNotifications": unreadable + notes,
            }
        ],
        "results": results,
    }
    return (
        json.dumps(
            {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1
        )
        + "\n"
    )


def _key(rule: Rule) -> tuple[str, str]:
    """What identifies a rule: two projects may have different local rules of one code."""
    return rule.code, rule.origin


def _rule(rule: Rule, documentation: str) -> dict[str, Any]:
    """A rule as a reporting descriptor, with its help."""
    name = "".join(word.capitalize() for word in rule.name.split("-"))
    page = "" if rule.origin else on_the_site(rule.code, documentation)
    summary, explanation = summary_of(rule), explanation_of(rule)
    source = say("Source: {source}", source=source_of(rule))
    help_text = f"{summary}\n\n{explanation}\n\n{source}"
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": f"{summary} {explanation}".strip()},
        "help": {"text": help_text, "markdown": help_text},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, places: dict[tuple[str, str], int], mark: str) -> dict[str, Any]:
    """One finding."""
    span = finding.span
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": places[_key(finding.rule)],
        "level": LEVELS[finding.severity],
        "message": {"text": message_of(finding)},
        "locations": [_location(span)],
        "partialFingerprints": {"ieeelintWords/v1": mark},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": message_of(other)}, **_location(other.span)}
            for number, other in enumerate(finding.related, 1)
        ]
    if finding.fix is not None and not span.source.is_word:
        by_source: dict[int, tuple[Source, list[dict[str, Any]]]] = {}
        for edit in finding.fix.edits:
            source = edit.span.source
            replacement = {
                "deletedRegion": _region(edit.span),
                "insertedContent": {"text": edit.text},
            }
            by_source.setdefault(id(source), (source, []))[1].append(replacement)
        changes = [
            {"artifactLocation": _artifact(source), "replacements": replacements}
            for source, replacements in by_source.values()
        ]
        kind = say("Safe fix") if finding.fix.safe else say("Fix to review")
        result["fixes"] = [{"description": {"text": kind}, "artifactChanges": changes}]
    return result


def _location(span: Span) -> dict[str, Any]:
    """A location; in a Word file with the paragraph in words, in a PDF file with the page."""
    location: dict[str, Any] = {"physicalLocation": _physical(span)}
    if span.source.is_word:
        paragraph, character = span.source.locate(span.start)
        location["logicalLocations"] = [
            {
                "fullyQualifiedName": f"paragraph {paragraph}, character {character}",
                "kind": "element",
            }
        ]
    elif span.source.in_words:
        location["logicalLocations"] = [
            {"fullyQualifiedName": place_in_words(span), "kind": "element"}
        ]
    return location


def _physical(span: Span) -> dict[str, Any]:
    """The file, and its lines and columns.  A Word or PDF file has no lines, so there the
    location is given in words.
    """
    if span.source.in_words:
        return {"artifactLocation": _artifact(span.source)}
    return {"artifactLocation": _artifact(span.source), "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    """Lines and columns, in characters; both count from 1."""
    line, column = span.source.locate(span.start)
    end_line, end_column = span.source.locate(max(span.end, span.start))
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(source: Source) -> dict[str, str]:
    return {"uri": quote(relative(source.path))}

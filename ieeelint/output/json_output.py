"""Findings as one JSON object, for other programs."""

from __future__ import annotations

import json

from ieeelint import __version__
from ieeelint.output import place
from ieeelint.terminal import Paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def as_dict(finding: Finding) -> dict[str, Any]:
    """A finding with its location, edits, related locations and rule page (null for a local rule);
    lines and columns count from 1.
    """
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        **_at_location(finding),
        "related": [_at_location(other) for other in finding.related],
        "url": None if finding.rule.origin else f"docs/rules/{finding.code}.md",
    }


def _at_location(finding: Finding) -> dict[str, Any]:
    """What differs between the findings of a group: the message, the location and the edits."""
    path, line, column, end_line, end_column = place(finding)
    edits = []
    for edit in finding.fix.edits if finding.fix else ():
        source = edit.span.source
        first, last = source.locate(edit.span.start), source.locate(edit.span.end)
        edits.append(
            {
                "path": source.path,
                "line": first[0],
                "column": first[1],
                "end_line": last[0],
                "end_column": last[1],
                "text": edit.text,
                "safe": finding.fix is not None and finding.fix.safe,
            }
        )
    return {
        "message": finding.message,
        "path": path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "paragraph": line if finding.span.source.is_word else None,
        "edits": edits,
    }


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """``{"version": …, "papers": […], "findings": […], "unreadable": […]}``."""
    papers = [
        {
            "path": paper.path,
            "profile": paper.profile,
            "stage": paper.stage,
            "language": paper.language,
        }
        for paper in report.papers
    ]
    unreadable = [{"path": error.path, "message": error.message} for error in report.unreadable]
    content = {
        "version": __version__,
        "papers": papers,
        "findings": [as_dict(finding) for finding in report.remarks],
        "unreadable": unreadable,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

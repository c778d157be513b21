"""Findings as one JSON object, for other programs."""

from __future__ import annotations

import json

from ieeelint import __version__
from ieeelint.output import place
from ieeelint.paper.outline import shown
from ieeelint.rule_links import IN_THE_PROJECT, on_the_site
from ieeelint.terminal import Paint
from ieeelint.translated import message_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def as_dict(finding: Finding, documentation: str = "") -> dict[str, Any]:
    """A finding with its location, edits, related locations and rule page (null for a local rule);
    lines and columns count from 1.  ``documentation`` is the address of the rule pages; without it,
    the page is a path in the project.
    """
    page = on_the_site(finding.code, documentation) or IN_THE_PROJECT.format(code=finding.code)
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "source": finding.rule.source,
        **_at_location(finding),
        "related": [_at_location(other) for other in finding.related],
        "url": None if finding.rule.origin else page,
    }


def _at_location(finding: Finding) -> dict[str, Any]:
    """What differs between the findings of a group: the message, the location, the marked words,
    and the edits.  The section and the page are known in Word and PDF files only.
    """
    path, line, column, end_line, end_column = place(finding)
    source = finding.span.source
    outline = source.outline
    edits = []
    for edit in finding.fix.edits if finding.fix else ():
        locate = edit.span.source.locate
        first, last = locate(edit.span.start), locate(edit.span.end)
        edits.append(
            {
                "path": edit.span.source.path,
                "line": first[0],
                "column": first[1],
                "end_line": last[0],
                "end_column": last[1],
                "text": edit.text,
                "safe": finding.fix is not None and finding.fix.safe,
            }
        )
    return {
        "message": message_of(finding),
        "path": path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "paragraph": line if source.is_word else None,
        "words": shown(source, finding.span.start, finding.span.end),
        "section": (outline.section(finding.span.start) if outline is not None else "") or None,
        "page": (outline.page(finding.span.start) if outline is not None else 0) or None,
        "edits": edits,
    }


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The content as one JSON object."""
    return (
        json.dumps(content(report, settings["documentation"]), ensure_ascii=False, indent=1) + "\n"
    )


def content(report: Report, documentation: str = "") -> dict[str, Any]:
    """``{"version": …, "papers": […], "findings": […], "unreadable": […], "notes": […]}``."""
    papers = [
        {
            "path": paper.path,
            "profile": paper.profile,
            "stage": paper.stage,
            "language": paper.language,
            "pdf": paper.layout or None,
        }
        for paper in report.papers
    ]
    unreadable = [{"path": error.path, "message": error.message} for error in report.unreadable]
    return {
        "version": __version__,
        "papers": papers,
        "findings": [as_dict(finding, documentation) for finding in report.remarks],
        "unreadable": unreadable,
        "notes": report.about_files(),
    }

"""The diagnostics format of reviewdog as one object (rdjson); its columns count bytes of UTF-8."""

from __future__ import annotations

import json

from ieeelint.fingerprints import relative
from ieeelint.rule_links import on_the_site
from ieeelint.terminal import Paint
from ieeelint.translated import message_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.finding import Finding
    from ieeelint.paper.source import Source, Span
    from ieeelint.results import Report
    from ieeelint.settings import Settings

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """``{"source": …, "diagnostics": […]}``."""
    content = {
        "source": {"name": "ieeelint"},
        "diagnostics": [
            _diagnostic(finding, settings["documentation"]) for finding in report.remarks
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(finding: Finding, documentation: str) -> dict[str, Any]:
    """One finding; in a Word file, a line is a paragraph."""
    span = finding.span
    diagnostic: dict[str, Any] = {
        "message": message_of(finding),
        "location": _location(span),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    if documentation and not finding.rule.origin:
        diagnostic["code"]["url"] = on_the_site(finding.code, documentation)
    if finding.related:
        diagnostic["relatedLocations"] = [
            {"message": message_of(other), "location": _location(other.span)}
            for other in finding.related
        ]
    edits = finding.fix.edits if finding.fix is not None else ()
    if edits and all(edit.span.source is span.source for edit in edits) and not span.source.is_word:
        diagnostic["suggestions"] = [
            {"range": _range(edit.span), "text": edit.text} for edit in edits
        ]
    return diagnostic


def _location(span: Span) -> dict[str, Any]:
    return {"path": relative(span.source.path), "range": _range(span)}


def _range(span: Span) -> dict[str, dict[str, int]]:
    return {
        "start": _position(span.source, span.start),
        "end": _position(span.source, max(span.start, span.end)),
    }


def _position(source: Source, offset: int) -> dict[str, int]:
    """Line, and column in bytes; both count from 1."""
    line, column = source.locate(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

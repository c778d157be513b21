"""The code quality report of GitLab: a list of issues, shown in merge requests."""

from __future__ import annotations

import json

from ieeelint.fingerprints import fingerprints, relative
from ieeelint.output import place
from ieeelint.paper.outline import place_in_words
from ieeelint.terminal import Paint
from ieeelint.translated import message_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """One issue for each finding, never grouped, because an issue of GitLab has one location.  The
    description starts with the code, because GitLab does not show the name of the check.
    """
    issues = []
    for finding, mark in zip(report.findings, fingerprints(report.findings), strict=True):
        path, line, _, end_line, _ = place(finding)
        where = f" ({place_in_words(finding.span)})" if finding.span.source.in_words else ""
        issues.append(
            {
                "description": f"{finding.code}: {message_of(finding)}{where}",
                "check_name": f"{finding.code} {finding.rule.name}",
                "fingerprint": mark,
                "severity": SEVERITIES[finding.severity],
                "location": {"path": relative(path), "lines": {"begin": line, "end": end_line}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"

"""One JSON object on each line for each finding, for programs that read a stream."""

from __future__ import annotations

import json

from ieeelint.output.json_output import as_dict
from ieeelint.terminal import Paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The findings as in the JSON format, one on each line."""
    lines = [json.dumps(as_dict(finding), ensure_ascii=False) for finding in report.remarks]
    return "".join(f"{line}\n" for line in lines)

"""One JSON object on each line for each finding, for programs that read a stream."""

from __future__ import annotations

import json

from ieeelint.output.json_output import as_dict
from ieeelint.patterns import pattern
from ieeelint.terminal import Paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings

LINE_ENDS = "[\x7f-\x9f\u2028\u2029]"  # many programs take some of these for the end of a line


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The findings as in the JSON format, one on each line."""
    found = [as_dict(finding, settings["documentation"]) for finding in report.remarks]
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)
    return pattern(LINE_ENDS).sub(lambda match: f"\\u{ord(match[0]):04x}", text)

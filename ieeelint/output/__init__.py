"""Output formats: one module each, with ``write(report, settings, paint) -> str``."""

from __future__ import annotations

from ieeelint.paper.outline import place_in_words
from ieeelint.severities import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings

COLORS = {ERROR: "31;1", WARNING: "33;1", INFO: "36;1", "bold": "1", "dim": "2", "green": "32;1"}


class Paint:
    """Colors text, or returns it unchanged."""

    def __init__(self, colored: bool) -> None:
        self.colored = colored

    def __call__(self, text: str, color: str) -> str:
        return f"\033[{COLORS[color]}m{text}\033[0m" if self.colored and text else text


PLAIN = Paint(False)


def place(finding: Finding) -> tuple[str, int, int, int, int]:
    """Path, line and column of a finding, then line and column of its end."""
    span = finding.span
    line, column = span.source.locate(span.start)
    end_line, end_column = span.source.locate(max(span.end, span.start))
    return span.source.path, line, column, end_line, end_column


def shown_place(finding: Finding) -> str:
    """The location for people: ``paper.tex:12:5``, or section, words and page in a Word file."""
    path, line, column, _, _ = place(finding)
    if finding.span.source.is_word:
        return f"{path}: {place_in_words(finding.span)}"
    return f"{path}:{line}:{column}"


def write(name: str, report: Report, settings: Settings, paint: Paint) -> str:
    """The report in the format ``name``, one of :data:`ieeelint.settings.FORMATS`."""
    from importlib import import_module

    module = {"json": "json_output", "json-lines": "json_lines"}.get(name, name)
    written: str = import_module(f"ieeelint.output.{module}").write(report, settings, paint)
    return written

"""Output formats: one module each, with ``write(report, settings, paint) -> str``."""

from __future__ import annotations

from ieeelint.paper.outline import place_in_words
from ieeelint.translation import AUTO, ENGLISH, chosen, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings
    from ieeelint.terminal import Paint

FOR_PEOPLE = "full", "grouped", "concise"
IN_ANY_LANGUAGE = (*FOR_PEOPLE, "html")  # formats that follow the language of the terminal
LONGEST = 600  # characters of a message: one may quote a label of any length


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text for one line, shortened."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 2] + " …"


def place(finding: Finding) -> tuple[str, int, int, int, int]:
    """Path, line and column of a finding, then line and column of its end."""
    span = finding.span
    line, column = span.source.locate(span.start)
    end_line, end_column = span.source.locate(max(span.end, span.start))
    return span.source.path, line, column, end_line, end_column


def shown_place(finding: Finding) -> str:
    """The location for people: ``paper.tex:12:5``, or in a Word or PDF file section, words, and
    page.
    """
    path, line, column, _, _ = place(finding)
    if finding.span.source.in_words:
        return f"{shown_path(path)}: {place_in_words(finding.span)}"
    return f"{shown_path(path)}:{line}:{column}"


def shown_path(path: str) -> str:
    """The path for people, on one line: a name may contain a newline."""
    return path if "\n" not in path else path.replace("\n", "\ufffd")


def write(name: str, report: Report, settings: Settings, paint: Paint) -> str:
    """The report in the format ``name``, one of :data:`ieeelint.settings.FORMATS`."""
    from importlib import import_module

    module = {"json": "json_output", "json-lines": "json_lines"}.get(name, name)
    with speaking(language_of(settings, name)):
        written: str = import_module(f"ieeelint.output.{module}").write(report, settings, paint)
    return written


def language_of(settings: Settings, name: str) -> str:
    """The language of the format ``name``: programs get English, unless the user asks for another
    language by name.
    """
    setting: str = settings["language"]
    if setting == AUTO and name not in IN_ANY_LANGUAGE:
        return ENGLISH
    return chosen(setting)

"""What the functions of :mod:`ieeelint.api` return: plain values that do not change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ieeelint.output.full import readable, window
from ieeelint.output.json_output import as_dict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding as Found
    from ieeelint.printing.writers import Item
    from ieeelint.results import Report
    from ieeelint.settings import Settings


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters from (line, column) to (end_line, end_column) of a file with ``text``.

    Lines and columns count from 1, and the end is exclusive.  In a Word draft, a line is a
    paragraph.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that together fix a finding; a fix that is not ``safe`` needs a review."""

    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The source line or the paragraph of a finding, shortened around the marked characters, which
    are ``length`` columns from ``start`` (from 0).
    """

    text: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a draft, and what is wrong there.

    Lines and columns count from 1; the end is exclusive.  ``words`` are the marked characters.
    In a Word draft, ``paragraph`` is the number of the paragraph, ``section`` its section as Word
    numbers it, and ``page`` the page where Word last printed it; None if they are not known.
    """

    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    words: str
    section: str | None
    page: int | None
    paragraph: int | None
    fix: Fix | None
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Finding(Location):
    """A location where a draft breaks a rule.

    ``severity`` is error, warning, or info; ``source`` is the clause of IEEE's documents that the
    rule enforces.  ``related`` are other locations where the draft breaks it in the same way.
    """

    code: str
    name: str
    severity: str
    source: str
    related: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A checked draft: its root file, all its files, and what it was taken for.

    ``format`` is latex or word, ``profile`` the kind of publication, ``language`` a code such as
    en.
    """

    path: str
    files: tuple[str, ...]
    format: str
    profile: str
    stage: str
    language: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that was not checked, and why: ``message`` follows its name."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a check.

    ``notes`` are messages about files, such as those that may be drafts and were not checked.
    ``json`` is the same object that ``ieeelint check --output-format json`` prints.
    """

    papers: tuple[Paper, ...]
    findings: tuple[Finding, ...]
    unreadable: tuple[Unreadable, ...]
    notes: tuple[str, ...]
    json: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a reference list: its number, its key, its text in the format that was asked for,
    and its location, such as ``refs.bib:12``.
    """

    number: int
    key: str
    text: str
    source: str


def results(report: Report, settings: Settings) -> Result:
    """The result of a check as plain values."""
    from ieeelint.output.json_output import content

    papers = tuple(
        Paper(
            checked.path,
            tuple(checked.files),
            checked.format,
            checked.profile,
            checked.stage,
            checked.language,
        )
        for checked in report.papers
    )
    return Result(
        papers,
        tuple(_finding(finding) for finding in report.remarks),
        tuple(Unreadable(error.path, error.message) for error in report.unreadable),
        tuple(report.about_files()),
        content(report, settings["documentation"]),
    )


def _finding(finding: Found) -> Finding:
    values = as_dict(finding)
    return Finding(
        **_location(finding, values),
        code=values["code"],
        name=values["name"],
        severity=values["severity"],
        source=values["source"],
        related=tuple(
            Location(**_location(other, known))
            for other, known in zip(finding.related, values["related"], strict=True)
        ),
    )


def _location(finding: Found, values: dict[str, Any]) -> dict[str, Any]:
    """The arguments of :class:`Location`, from the values of the JSON output."""
    fix = None
    if finding.fix is not None:
        edits = tuple(
            Edit(**{key: value for key, value in edit.items() if key != "safe"})
            for edit in values["edits"]
        )
        fix = Fix(edits, finding.fix.safe)
    names = "message path line column end_line end_column words section page paragraph".split()
    return {name: values[name] for name in names} | {
        "fix": fix,
        "excerpt": _excerpt(finding, values),
    }


def _excerpt(finding: Found, values: dict[str, Any]) -> Excerpt:
    source = finding.span.source
    line = source.line(values["line"])
    is_one_line = values["line"] == values["end_line"]
    end = values["end_column"] if is_one_line else len(line) + 1
    length = max(end - values["column"], 1)
    return Excerpt(*window(*readable(finding.span, line, values["column"] - 1, length)))


def reference(number: int, item: Item, to: str) -> Reference:
    """An entry in the format ``to``: text, markdown, or bibitem."""
    from ieeelint.printing import writers

    if to == "text":
        from ieeelint.printing.words import plain

        text = plain(item.tex)
    elif to == "markdown":
        text = writers.in_markdown(item)
    else:
        text = writers.bibitem([item], False).rstrip()
    return Reference(number, item.key, text, item.source)

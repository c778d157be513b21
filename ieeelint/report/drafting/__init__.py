"""Drafts a specification from result files, by what is in them; authors then edit it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.phrases import listed, plural
from ieeelint.report.adapters.columns import DECIMAL_COMMAS, EITHER, GROUPING_COMMAS
from ieeelint.report.drafting.choosing import GENERIC, Choice, choose, is_object
from ieeelint.report.drafting.writing import written
from ieeelint.report.records import ReportError
from ieeelint.report.sources.exploring import Contents, explore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ieeelint.report.adapters.source import Source

MOST_NAMED = 4  # files that a remark lists

__all__ = ["Draft", "Wishes", "draft"]


@dataclass(slots=True)
class Wishes:
    """What the author names already; everything else is chosen.  ``columns`` are metrics, each with
    keys of ``[[column]]``.
    """

    rows: str = ""
    columns: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    pivot: str = ""
    title: str = ""
    label: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A drafted specification, and messages about what it leaves out."""

    text: str
    remarks: list[str]


def draft(
    files: Sequence[str], sources: Sequence[Source], name: str, wishes: Wishes | None = None
) -> Draft:
    """The specification of a table of ``sources``, which it names ``files``.

    Files of another kind than most, or than those of a tool, are left out, and named.  Raises
    ReportError if no file has metrics.
    """
    wishes = wishes or Wishes()
    contents: list[tuple[str, Contents]] = []
    remarks: list[str] = []
    for path, source in zip(files, sources):
        try:
            contents.append((path, _explored(source, from_path=len(sources) > 1)))
        except ReportError as error:
            if len(sources) == 1:
                raise
            remarks.append(f"left out {error}")
    kinds = [entry.adapter for _, entry in contents if entry.units]
    if not kinds:
        if remarks:
            raise ReportError(remarks[0].removeprefix("left out "))
        raise ReportError(_without_metrics(sources[0].name, contents[0][1]), sources[0].name)
    # files of a tool come before its settings, which are files of no tool
    kind = max(dict.fromkeys(kinds), key=lambda kind: (kind not in GENERIC, kinds.count(kind)))
    decimal = next(entry.decimal for _, entry in contents if entry.adapter == kind and entry.units)
    used = []
    others: dict[str, list[str]] = {}  # files by their format
    for path, entry in contents:
        if entry.adapter != kind:
            others.setdefault(entry.adapter, []).append(path)
        elif entry.decimal != decimal:
            remarks.append(f"left out {path}: has another decimal sign than {sources[0].name}")
        elif entry.units:
            used.append((path, entry))
    remarks += [
        f"left out {listed(paths, MOST_NAMED)}: {plural(len(paths), 'file')} of the format"
        f" {format_}, not {kind}"
        for format_, paths in others.items()
    ]
    choice = choose([entry for _, entry in used], wishes.rows, wishes.pivot, [*wishes.columns])
    text = written([path for path, _ in used], choice, name, wishes, decimal)
    return Draft(text, [*remarks, *_left_out(choice)])


def _explored(source: Source, from_path: bool) -> Contents:
    """The contents of a file, with the decimal sign that its numbers show; ``from_path`` adds the
    keys of its path.  Raises ReportError if a comma in them may be either.
    """
    contents = explore(source, from_path=from_path)
    why = {role.why for role in contents.roles.values()}
    if DECIMAL_COMMAS in why:
        return explore(source, decimal=",", from_path=from_path)
    if GROUPING_COMMAS in why:
        return explore(source, decimal=".", from_path=from_path)
    if EITHER in why and not contents.units:
        raise source.error(
            "has numbers whose commas may be decimal signs or separate thousands. Write a"
            ' specification with decimal = "," or decimal = "." under [source].'
        )
    return contents


def _without_metrics(path: str, contents: Contents) -> str:
    """The message about a file without metrics."""
    if not contents.roles:
        return "has no rows."
    return (
        "has no metrics that a table can show: no column has numbers that are results. To see what"
        f" each column is, run: ieeelint report --explain-columns {path}"
    )


def _left_out(choice: Choice) -> list[str]:
    remarks = [
        f"shows {key} = {value}; other values are {', '.join(map(str, others[:5]))}"
        for key, (value, others) in choice.fixed.items()
    ]
    remarks += [
        f"values with different {key} are repeats: {', '.join(map(str, values[:3]))} …"
        for key, values in choice.ignored.items()
        if not is_object(values)
    ]
    if choice.other_metrics:
        remarks.append(f"other metrics are {', '.join(choice.other_metrics[:8])}")
    return remarks

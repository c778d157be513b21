"""What a result file contains, before any specification: its keys, repeats and metrics."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from ieeelint.report.adapters.columns import KEY, METRIC, REPEAT, Role, split_unit
from ieeelint.report.adapters.values import canonical
from ieeelint.report.fields import FieldError
from ieeelint.report.records import OK, REPEATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Source
    from ieeelint.report.records import Key, Record

MOST = 200_000  # records that are read
SHOWN = 4  # values that one line shows


@dataclass(slots=True)
class Contents:
    """The ``roles`` of names; ``keys`` has the different values of each key or
    repeat, ``units`` the unit of each metric.  ``records`` has the first records of all metrics.
    ``decimal`` is the decimal sign of numbers in text, if it is known.
    """

    adapter: str
    roles: dict[str, Role] = field(default_factory=dict)
    keys: dict[str, list[Key]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    decimal: str = ""


def explore(
    source: Source, adapter: str = "", decimal: str = "", from_path: bool = False
) -> Contents:
    """Read a file twice: to find its metrics, and then their records.  ``decimal`` is the decimal
    sign of numbers in text; ``from_path`` adds the keys of the path.  Raises ReportError.
    """
    from ieeelint.report.adapters import reader
    from ieeelint.report.adapters.source import Request

    name, read = reader(source, adapter)
    contents = Contents(name, decimal=decimal)
    try:
        first = Request(frozenset(), decimal=decimal)
        for _ in islice(read(source, first), MOST):
            pass
        request = Request(frozenset(first.available), decimal=decimal)
        if from_path:
            request.from_path = None
        contents.records += islice(read(source, request), MOST)
    except FieldError as error:
        raise source.error(f"is not a valid {name} file: {error.message}.") from None
    _add_keys(contents)
    units: dict[str, str] = {}
    for record in contents.records:
        if record.status == OK:
            units.setdefault(record.metric, record.unit)
    contents.units |= {name: units[name] for name in first.available if name in units}
    contents.roles |= first.roles  # of the columns of a wide file
    known = {split_unit(name)[0] if role.unit else name for name, role in first.roles.items()}
    for name in contents.keys:
        if name not in known:
            contents.roles[name] = Role(REPEAT if name in REPEATS else KEY, "")
    for name, unit in contents.units.items():
        if name not in known:
            contents.roles[name] = Role(METRIC, "", unit)
    return contents


def _add_keys(contents: Contents) -> None:
    seen: dict[str, set[str | None]] = {}
    for record in contents.records:
        pairs = {**record.keys}
        if record.repeat is not None:
            pairs["repeat"] = record.repeat
        for name, value in pairs.items():
            if canonical(value) not in seen.setdefault(name, set()):
                seen[name].add(canonical(value))
                contents.keys.setdefault(name, []).append(value)


def described(source: Source, contents: Contents) -> Iterator[str]:
    """Lines that say what each name in a file is, why, and its first values."""
    yield f"{source.name}: {contents.adapter}"
    lines = [
        (name, role.kind, role.why, _examples(name, contents))
        for name, role in contents.roles.items()
    ]
    widths = [max((len(line[at]) for line in lines), default=0) for at in range(3)]
    for line in lines:
        cells = [text.ljust(width) for text, width in zip(line, widths) if width]
        yield "  " + "  ".join([*cells, line[3]]).rstrip()


def _examples(name: str, contents: Contents) -> str:
    if name in contents.keys:
        values = [str(value) for value in contents.keys[name]]
    else:
        metric = name if name in contents.units else split_unit(name)[0]
        values = [
            f"{record.value:g}"
            for record in islice(
                (r for r in contents.records if r.metric == metric and r.value is not None),
                SHOWN + 1,
            )
        ]
    return ", ".join(values[:SHOWN]) + (", …" if len(values) > SHOWN else "")

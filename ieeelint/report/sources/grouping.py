"""Records into groups: which group a record belongs to, and what may not stand in one group
together.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from ieeelint.report.adapters.values import EMPTY, canonical
from ieeelint.report.records import OK, Location, ReportError
from ieeelint.report.series import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.report.records import Key, Record

# Keys that tell repeats apart where a specification does not say which do.  The name of a run
# does only where no other does: it differs between all runs, so that none could be paired.
REPEATS = ("repeat", "repetition", "trial", "seed", "iteration", "fold", "run")


class Unfit(Exception):
    """A file must be read the plain way."""


@dataclass(slots=True)
class Question:
    """What a specification asks for: names are its own (after ``rename``).

    ``where`` holds canonical values by key.  ``repeat`` are keys that tell repeats apart;
    ``lenient`` says that they are the usual ones, since nobody named any.
    """

    keys: tuple[str, ...]
    metrics: frozenset[str]
    where: dict[str, frozenset[str | None]]
    rename: dict[str, str]
    repeat: tuple[str, ...]
    ignore: frozenset[str]
    lenient: bool


@dataclass(slots=True)
class Part:
    """What one file gives to a group.

    ``lines`` are those of ``values`` whose repeats have names; of values that were taken by the
    thousand they are not known.  ``failed`` are names of repeats that failed with their lines.
    ``held`` is the first OK record that holds several repeats.  ``empty`` is where nothing was
    recorded first.
    """

    name: str
    values: array[float] = field(default_factory=lambda: array("d"))
    repeats: list[int | str] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("q"))
    unnamed: int = 0
    failures: dict[str, Failure] = field(default_factory=dict)
    failed: list[tuple[int | str | None, str, int, str]] = field(default_factory=list)
    held: Record | None = None
    empty: Location | None = None
    first: int = -1
    last: int = 0
    time: str | float = ""

    def labels(self) -> list[int | str]:
        """The names of all repeats, those that failed at last."""
        return [*self.repeats, *(label for label, *_ in self.failed if label is not None)]

    def lines_of(self, repeat: int | str) -> list[int]:
        """Where a repeat stands, in order; raises Unfit where only reading row by row would
        tell.
        """
        if len(self.lines) != len(self.repeats):
            raise Unfit
        lines = [*self.lines, *(line for label, _, line, _ in self.failed if label is not None)]
        return sorted(line for label, line in zip(self.labels(), lines) if label == repeat)


@dataclass(slots=True)
class Group:
    """One metric under one combination of keys: ``rest`` are the other keys of its first record."""

    keys: tuple[Key | None, ...]
    rest: dict[str, Key]
    location: Location
    unit: str | None = None
    unit_location: Location = field(default_factory=lambda: Location(""))
    parts: list[Part] = field(default_factory=list)

    def part(self, name: str) -> Part:
        """What the file being read gives; files come one after another."""
        if not self.parts or self.parts[-1].name != name:
            self.parts.append(Part(name))
        return self.parts[-1]


class Gatherer:
    """Takes records one after another and keeps them by group."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.groups: dict[tuple[str, tuple[str | None, ...]], Group] = {}
        self.count = 0  # records that were taken
        self.met_keys: dict[str, None] = {}
        self.met_values: dict[str, dict[str | None, Key | None]] = {
            name: {} for name in question.where
        }
        self._apart = frozenset((*question.keys, *question.repeat, *question.ignore))
        self._labels: dict[int | str, int | str] = {}

    def counts(self, name: str) -> bool:
        """Whether a key, as files name it, tells repeats apart."""
        return self.question.rename.get(name, name) in self.question.repeat

    def add(self, record: Record) -> Part | None:
        """Take a record, or pass it over where ``where`` does; raises ReportError for what does
        not go together.

        Gives the part that it stands in now.
        """
        location = record.location
        found = self.group(
            record.metric, record.keys, record.unit if record.status == OK else None, location
        )
        if found is None:
            return None
        group, keys = found
        label = self.label(keys, record.repeat)
        self.count += 1
        part = group.part(location.path)
        if part.first < 0:
            part.first = location.line
        part.last = location.line
        if record.time:
            part.time = record.time
        if record.status != OK:
            if record.reason is EMPTY:
                part.empty = part.empty or location
                return part
            failure = part.failures.setdefault(record.status, Failure(0, location, record.reason))
            failure.count += 1
            part.failed.append((label, record.status, location.line, record.reason))
            return part
        if record.value is None:
            assert record.refused is not None
            raise record.refused
        part.values.append(record.value)
        if part.held is None and (record.summary is not None or record.samples):
            part.held = record
        if label is None:
            part.unnamed += 1
        else:
            part.repeats.append(label)
            part.lines.append(location.line)
        return part

    def group(
        self, metric: str, keys: Mapping[str, Key], unit: str | None, location: Location
    ) -> tuple[Group, Mapping[str, Key]] | None:
        """The group for a record, and the record's keys renamed; None where ``where`` passes it
        over.

        ``unit`` is None for a record without a value.
        """
        question = self.question
        if question.rename:
            metric = question.rename.get(metric, metric)
            keys = self._renamed(keys, location)
        if metric not in question.metrics:
            return None
        if not keys.keys() <= self.met_keys.keys():
            self.met_keys.update(dict.fromkeys(keys))
        if question.where and not self._wanted(metric, keys):
            return None
        values = tuple(map(keys.get, question.keys))
        known = (metric, tuple(map(canonical, values)))
        group = self.groups.get(known)
        if group is None:
            group = Group(
                values, {name: keys[name] for name in keys if name not in self._apart}, location
            )
            self.groups[known] = group
        else:
            self._compare(group, keys, metric, location)
        if unit is not None:
            if group.unit is None:
                group.unit, group.unit_location = unit, location
            elif group.unit != unit:
                raise ReportError(
                    f"{metric} is in {unit or 'no unit'!r} here and in {group.unit or 'no unit'!r}"
                    f" at {group.unit_location}, under the same keys. Bring both to one unit, or"
                    " keep them apart by where.",
                    location.path,
                    location.line,
                )
        return group, keys

    def _renamed(self, keys: Mapping[str, Key], location: Location) -> Mapping[str, Key]:
        rename = self.question.rename
        renamed: dict[str, Key] = {}
        for name, value in keys.items():
            name = rename.get(name, name)
            if name in renamed:
                raise ReportError(
                    f"rename gives two keys the name {name!r}. Choose another name.",
                    location.path,
                    location.line,
                )
            renamed[name] = value
        return renamed

    def _wanted(self, metric: str, keys: Mapping[str, Key]) -> bool:
        wanted = True
        for name, values in self.question.where.items():
            value = metric if name == "metric" else keys.get(name)
            plain = canonical(value)
            met = self.met_values[name]
            if plain not in met and len(met) < 10_000:
                met[plain] = value
            if plain not in values:
                wanted = False
        return wanted

    def _compare(
        self, group: Group, keys: Mapping[str, Key], metric: str, location: Location
    ) -> None:
        rest = group.rest
        if len(rest) == len(keys) - sum(map(keys.__contains__, self._apart)):
            for name, value in rest.items():
                if name not in keys or (
                    keys[name] != value and canonical(keys[name]) != canonical(value)
                ):
                    break
            else:
                return
        raise self._varies(group, keys, metric, location)

    def _varies(
        self, group: Group, keys: Mapping[str, Key], metric: str, location: Location
    ) -> ReportError:
        from ieeelint.phrases import listed, nearest_sentence

        for key in self.question.keys:  # a misspelt one is the likelier fault
            if key not in self.met_keys and (meant := nearest_sentence(key, self.met_keys)):
                return ReportError(f"has no key {key!r}.{meant}", location.path, location.line)
        rest = {name: value for name, value in keys.items() if name not in self._apart}
        names = [
            name
            for name in {**group.rest, **rest}
            if canonical(group.rest.get(name)) != canonical(rest.get(name))
        ]
        first = names[0]
        here, there = (
            repr(values[first]) if first in values else "nothing" for values in (rest, group.rest)
        )
        others = f" So do {listed(names[1:])}." if names[1:] else ""
        ignored = ", ".join(f'"{name}"' for name in names)
        return ReportError(
            f"{first} is {here} here and {there} at {group.location}, and both belong to one cell"
            f" of {metric}.{others} Choose one by where, make rows, columns or series of it, name"
            " it under repeat if it only counts repeats, or write"
            f" ignore = [{ignored}] under [source] if it does not matter.",
            location.path,
            location.line,
        )

    def label(self, keys: Mapping[str, Key], repeat: int | str | None) -> int | str | None:
        """What tells a repeat from others: its number or name; several by ", "; None without
        any.
        """
        question = self.question
        found = [(name, keys[name]) for name in question.repeat if name in keys]
        if repeat is not None:
            found.append(("repeat", repeat))
        if not found:
            return None
        if len(found) > 1 and question.lenient:
            found = [pair for pair in found if pair[0] != "run"]
        if len(found) == 1:
            value = found[0][1]
            label: int | str = value if type(value) is int else str(canonical(value))
        else:
            label = ", ".join(f"{name}={canonical(value)}" for name, value in found)
        return self._labels.setdefault(label, label)

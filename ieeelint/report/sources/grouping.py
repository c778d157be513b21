"""Groups records by metric and keys, and rejects records that must not share a group."""

from __future__ import annotations

from ieeelint.report.adapters.values import EMPTY, NO_FIELD, canonical
from ieeelint.report.records import OK, Location, ReportError
from ieeelint.report.series import Failure
from ieeelint.report.sources.groups import Group, Part, Query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.report.records import Key, Record


class Grouper:
    """Adds records to groups, one after another."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.groups: dict[tuple[str, tuple[str | None, ...]], Group] = {}
        self.count = 0  # added records
        self.seen_keys: dict[str, None] = {}
        self.seen_values: dict[str, dict[str | None, Key | None]] = {
            name: {} for name in query.where
        }
        self._named = frozenset((*query.keys, *query.repeat, *query.ignore))
        self._labels: dict[int | str, int | str] = {}

    def is_repeat(self, name: str) -> bool:
        """Whether a key, by its name in the files, distinguishes repeats."""
        return self.query.rename.get(name, name) in self.query.repeat

    def add(self, record: Record) -> Part | None:
        """Add a record to its group; returns its part, or None if ``where`` does not select it.

        Raises ReportError if it must not share a group with earlier records.
        """
        location = record.location
        unit = record.unit if record.status == OK else None
        is_empty = record.reason is EMPTY or record.reason is NO_FIELD
        if is_empty and self.query.skips_empty:
            return None
        match = self.group(record.metric, record.keys, unit, location, is_empty=is_empty)
        if match is None:
            return None
        group, keys = match
        if record.reason is NO_FIELD:
            return None
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
        if part.combined is None and (record.summary is not None or record.samples):
            part.combined = record
        if label is None:
            part.unnamed += 1
        else:
            part.repeats.append(label)
            part.lines.append(location.line)
        return part

    def group(
        self,
        metric: str,
        keys: Mapping[str, Key],
        unit: str | None,
        location: Location,
        *,
        is_empty: bool = False,
    ) -> tuple[Group, Mapping[str, Key]] | None:
        """The group of a record, and the record's renamed keys; None if ``where`` does not select
        it.

        ``unit`` is None for a record without a value.  The other keys of a record that
        ``is_empty`` are not compared: another kind of row may record this metric.
        """
        query = self.query
        if query.rename:
            metric = query.rename.get(metric, metric)
            keys = self._renamed(keys, location)
        if metric not in query.metrics:
            return None
        if not keys.keys() <= self.seen_keys.keys():
            self.seen_keys.update(dict.fromkeys(keys))
        if query.where and not self._is_selected(metric, keys):
            return None
        values = tuple(map(keys.get, query.keys))
        name = (metric, tuple(map(canonical, values)))
        group = self.groups.get(name)
        if group is None:
            group = Group(values, None if is_empty else self._rest(keys), location)
            self.groups[name] = group
        elif not is_empty:
            if group.rest is None:
                group.rest, group.location = self._rest(keys), location
            self._compare(group, group.rest, keys, metric, location)
        if unit is not None:
            if group.unit is None:
                group.unit, group.unit_place = unit, location
            elif group.unit != unit:
                raise ReportError(
                    f"{metric} is in {_unit_name(unit)} here and in {_unit_name(group.unit)}"
                    f" at {group.unit_place}, with the same keys. Use one unit, or separate them"
                    " with where.",
                    location.path,
                    location.line,
                )
        return group, keys

    def _renamed(self, keys: Mapping[str, Key], location: Location) -> Mapping[str, Key]:
        rename = self.query.rename
        renamed: dict[str, Key] = {}
        for name, value in keys.items():
            name = rename.get(name, name)
            if name in renamed:
                raise ReportError(
                    f'rename gives two keys the name "{name}". Choose another name.',
                    location.path,
                    location.line,
                )
            renamed[name] = value
        return renamed

    def _is_selected(self, metric: str, keys: Mapping[str, Key]) -> bool:
        is_selected = True
        for name, values in self.query.where.items():
            value = metric if name == "metric" else keys.get(name)
            text = canonical(value)
            seen = self.seen_values[name]
            if text not in seen and len(seen) < 10_000:
                seen[text] = value
            if text not in values:
                is_selected = False
        return is_selected

    def _rest(self, keys: Mapping[str, Key]) -> dict[str, Key]:
        return {key: keys[key] for key in keys if key not in self._named}

    def _compare(
        self,
        group: Group,
        rest: dict[str, Key],
        keys: Mapping[str, Key],
        metric: str,
        location: Location,
    ) -> None:
        if len(rest) == len(keys) - sum(map(keys.__contains__, self._named)):
            for name, value in rest.items():
                if name not in keys or (
                    keys[name] != value and canonical(keys[name]) != canonical(value)
                ):
                    break
            else:
                return
        raise self._varying_key(group, rest, keys, metric, location)

    def _varying_key(
        self,
        group: Group,
        first_rest: dict[str, Key],
        keys: Mapping[str, Key],
        metric: str,
        location: Location,
    ) -> ReportError:
        from ieeelint.phrases import listed, literal, nearest_sentence

        for key in self.query.keys:  # a misspelled key is more likely
            if key not in self.seen_keys and (hint := nearest_sentence(key, self.seen_keys)):
                return ReportError(f'has no key "{key}".{hint}', location.path, location.line)
        rest = self._rest(keys)
        names = [
            name
            for name in {**first_rest, **rest}
            if canonical(first_rest.get(name)) != canonical(rest.get(name))
        ]
        first = names[0]
        here, there = (
            literal(values[first]) if first in values else "missing"
            for values in (rest, first_rest)
        )
        others = f" These keys differ as well: {listed(names[1:])}." if names[1:] else ""
        ignored = ", ".join(f'"{name}"' for name in names)
        return ReportError(
            f"{first} is {here} here and {there} at {group.location}, but both belong to one cell"
            f" of {metric}.{others} Select one with where, use it for rows, columns, or series, add"
            f" it to repeat if it only numbers repeats, or write ignore = [{ignored}] under"
            " [source] if it does not matter.",
            location.path,
            location.line,
        )

    def label(self, keys: Mapping[str, Key], repeat: int | str | None) -> int | str | None:
        """The name of a repeat: its number or name, or several joined by ", "; None if it has
        none.
        """
        query = self.query
        pairs = [(name, keys[name]) for name in query.repeat if name in keys]
        if repeat is not None:
            pairs.append(("repeat", repeat))
        if not pairs:
            return None
        if len(pairs) > 1 and query.lenient:
            pairs = [pair for pair in pairs if pair[0] != "run"]
        if len(pairs) == 1:
            value = pairs[0][1]
            label: int | str = value if type(value) is int else str(canonical(value))
        else:
            label = ", ".join(f"{name}={canonical(value)}" for name, value in pairs)
        return self._labels.setdefault(label, label)


def _unit_name(unit: str) -> str:
    return f'"{unit}"' if unit else "no unit"

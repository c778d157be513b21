"""The one series that a cell, a point or a number stands for."""

from __future__ import annotations

from ieeelint.report.adapters.values import canonical
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ieeelint.report.records import Key
    from ieeelint.report.series import Collection, Series

    Entry = tuple[tuple[Key | None, ...], Series]


class Finder:
    """Finds series of a collection by metric and keys; an index a set of keys makes it quick."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._place = {key: number for number, key in enumerate(collection.keys)}
        self._by_metric: dict[str, list[Entry]] = {}
        for (metric, values), series in collection.series.items():
            self._by_metric.setdefault(metric, []).append((values, series))
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], list[Entry]]] = {}

    def all(self, metric: str, where: Mapping[str, Key | list[Key]]) -> list[Entry]:
        """Every series of the metric whose keys are as asked, in order of appearance."""
        single = sorted(
            key
            for key, value in where.items()
            if not isinstance(value, list) and key in self._place
        )
        names = tuple(single)
        if (metric, names) not in self._indexes:
            index: dict[tuple[str, ...], list[Entry]] = {}
            for entry in self._by_metric.get(metric, ()):
                index.setdefault(
                    tuple(_text(entry[0][self._place[name]]) for name in names), []
                ).append(entry)
            self._indexes[metric, names] = index
        found = self._indexes[metric, names].get(tuple(_text(where[name]) for name in names), [])  # type: ignore[arg-type]
        for key, values in where.items():
            if isinstance(values, list) and key in self._place:
                wanted = set(map(_text, values))
                found = [entry for entry in found if _text(entry[0][self._place[key]]) in wanted]
        return found

    def one(self, metric: str, where: Mapping[str, Key | list[Key]]) -> Series | None:
        """The series that fits, or None.  Raises ReportError where several do, naming the key that
        tells them apart."""
        found = self.all(metric, where)
        if len(found) > 1:
            raise ReportError(self._several(metric, found))
        return found[0][1] if found else None

    def values(self, key: str, metric: str, where: Mapping[str, Key | list[Key]]) -> Iterator[Key]:
        """The values of a key among the series that fit, in order of appearance, each once."""
        seen = set()
        for values, _ in self.all(metric, where):
            value = values[self._place[key]]
            if value is not None and _text(value) not in seen:
                seen.add(_text(value))
                yield value

    def _several(self, metric: str, found: list[Entry]) -> str:
        (first, one), (second, other) = found[:2]
        for key, number in self._place.items():
            if _text(first[number]) != _text(second[number]):
                return (
                    f"{metric}: records with {key} = {first[number]!r} ({one.places[0]}) and"
                    f" {second[number]!r} ({other.places[0]}) both fit. Say which in where."
                )
        return f"{metric}: several records fit."


def _text(value: Key | None) -> str:
    return canonical(value) or ""

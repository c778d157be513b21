"""Find the series of a cell, a point or a number."""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.adapters.values import canonical
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ieeelint.report.records import Key
    from ieeelint.report.series import Collection, Series

    Entry = tuple[tuple[Key | None, ...], Series]


class Finder:
    """Finds series of a collection by metric and keys, with an index for each set of keys."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._position = {key: number for number, key in enumerate(collection.keys)}
        self._by_metric: dict[str, list[Entry]] = {}
        self._order: dict[int, int] = {}  # by the identity of the series
        for (metric, values), series in collection.series.items():
            self._order[id(series)] = len(self._order)
            self._by_metric.setdefault(metric, []).append((values, series))
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[str, ...], list[Entry]]] = {}

    def matching(self, metric: str, where: Mapping[str, Key | list[Key]]) -> list[Entry]:
        """Every series of the metric that matches ``where``, in order of appearance."""
        names = tuple(
            sorted(
                key
                for key, value in where.items()
                if not isinstance(value, list) and key in self._position
            )
        )
        if (metric, names) not in self._indexes:
            index: dict[tuple[str, ...], list[Entry]] = {}
            for entry in self._by_metric.get(metric, ()):
                index.setdefault(
                    tuple(_text(entry[0][self._position[name]]) for name in names), []
                ).append(entry)
            self._indexes[metric, names] = index
        entries = self._indexes[metric, names].get(tuple(_text(where[name]) for name in names), [])  # type: ignore[arg-type]
        for key, values in where.items():
            if isinstance(values, list) and key in self._position:
                texts = set(map(_text, values))
                position = self._position[key]
                entries = [entry for entry in entries if _text(entry[0][position]) in texts]
        return entries

    def single(self, metric: str, where: Mapping[str, Key | list[Key]]) -> Series | None:
        """The series that matches, or None.

        Raises ReportError if several match; the message names the key that distinguishes them.
        """
        entries = self.matching(metric, where)
        if len(entries) > 1:
            raise ReportError(self._several(metric, entries))
        return entries[0][1] if entries else None

    def values(
        self, key: str, selections: Iterable[tuple[str, Mapping[str, Key | list[Key]]]]
    ) -> Iterator[Key]:
        """The values of a key in the series of any of the ``selections`` (metric and where),
        without duplicates, in the order of the files.
        """
        entries = {
            self._order[id(series)]: values[self._position[key]]
            for metric, where in selections
            for values, series in self.matching(metric, where)
        }
        seen = set()
        for _, value in sorted(entries.items(), key=lambda entry: entry[0]):
            if value is not None and _text(value) not in seen:
                seen.add(_text(value))
                yield value

    def _several(self, metric: str, entries: list[Entry]) -> str:
        (keys, series), (other_keys, other_series) = entries[:2]
        for key, position in self._position.items():
            if _text(keys[position]) != _text(other_keys[position]):
                return (
                    f"{metric}: records with {key} = {literal(keys[position])}"
                    f" ({series.locations[0]}) and {literal(other_keys[position])}"
                    f" ({other_series.locations[0]}) both match. Select"
                    " one in where."
                )
        return f"{metric}: several records match. Select one in where."


def _text(value: Key | None) -> str:
    return canonical(value) or ""

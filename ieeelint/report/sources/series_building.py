"""Turns groups into series after all files are read; rejects duplicate and missing values."""

from __future__ import annotations

from array import array
from collections import Counter

from ieeelint.phrases import listed, literal, nearest_sentence
from ieeelint.report.adapters.values import EMPTY, canonical
from ieeelint.report.records import SKIPPED, Location, ReportError
from ieeelint.report.series import Failure, Series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.adapters.source import Request
    from ieeelint.report.records import Key
    from ieeelint.report.sources.grouping import Grouper
    from ieeelint.report.sources.groups import Group, Part

SeriesByKeys = dict[tuple[str, tuple["Key | None", ...]], Series]


def series_of(grouper: Grouper, request: Request, newest: bool) -> SeriesByKeys:
    """The series of all groups, in order of appearance.  Raises ReportError as ``collect``."""
    _check_where(grouper)
    _check_names(grouper, request)
    series: SeriesByKeys = {}
    recorded = {
        (metric, part.name)
        for (metric, _), group in grouper.groups.items()
        for part in group.parts
        if part.values or part.failures
    }
    for (metric, _), group in grouper.groups.items():
        empty = next((part.empty for part in group.parts if part.empty), None)
        if not any(part.values or part.failures for part in group.parts):
            # files of other metrics and rows of another kind say nothing about this metric
            lacks_field = (metric, group.location.path) in recorded and None not in group.keys
            if empty or lacks_field:
                series[metric, group.keys] = _absent(empty or group.location)
            continue
        if empty:
            raise ReportError(
                f"{metric} is empty here, but other repeats with the same keys have a value. If"
                " this run failed, give its row a status (oom, failed, timeout, skipped);"
                ' otherwise add the value, or write empty = "skip" under [source] to skip records'
                " without a value.",
                empty.path,
                empty.line,
            )
        series[metric, group.keys] = _merged(group, _parts(group, metric, newest))
    return series


def _absent(location: Location) -> Series:
    """The series of a cell without a value: its row stays in the table."""
    failures = {SKIPPED: Failure(1, location, EMPTY)}
    return Series("", failures=failures, locations=(location, location))


def _check_where(grouper: Grouper) -> None:
    for name, selected in grouper.query.where.items():
        seen = grouper.seen_values[name]
        missing = sorted(value for value in selected if value not in seen and value is not None)
        if not missing:
            continue
        values = [value for value in seen.values() if value is not None]
        if not values:
            keys = list(grouper.seen_keys)
            raise ReportError(
                f'where: no record has a key "{name}".{nearest_sentence(name, keys)} Existing keys:'
                f" {listed(keys, 30)}."
                if keys
                else f'where: no record has a key "{name}": no record was read.'
            )
        hint = nearest_sentence(missing[0], [str(canonical(value)) for value in values])
        if missing[0].lower() in ("true", "false") and any(isinstance(v, bool) for v in values):
            hint = f" Write {name} = {missing[0].lower()}, without quotes: it is a truth value."
        raise ReportError(
            f"where: no record has {name} = {listed(missing)}.{hint} Existing values:"
            f" {listed(values)}."
        )
    if grouper.query.where and not grouper.count and grouper.seen_keys:
        conditions = ", ".join(
            f"{name} = {' or '.join(sorted(map(str, selected)))}"
            for name, selected in grouper.query.where.items()
        )
        raise ReportError(
            f"where: each value exists, but no record has all of them together: {conditions}."
        )


def _check_names(grouper: Grouper, request: Request) -> None:
    query = grouper.query
    rename = query.rename
    have = {metric for (metric, _), group in grouper.groups.items() if group.parts}
    available = [rename.get(name, name) for name in request.available]
    for metric in sorted(query.metrics - have):
        if metric in available:
            if query.where and grouper.groups:
                continue  # other metrics match; this one was not run there
            raise ReportError(f'no record that matches where has the metric "{metric}".')
        names = (
            f" Existing metrics: {listed(sorted(set(available)), 30)}."
            if available
            else " The files contain no metrics."
            if grouper.seen_keys or request.roles
            else " The files contain no rows."
        )
        hint = nearest_sentence(metric, available)
        raise ReportError(f'no record has the metric "{metric}".{hint}{names}')
    for key in query.keys:
        if key not in grouper.seen_keys:
            keys = sorted(grouper.seen_keys)
            raise ReportError(
                f'no record has the key "{key}".{nearest_sentence(key, keys)} Existing keys:'
                f" {listed(keys, 30)}."
            )


def _parts(group: Group, metric: str, newest: bool) -> list[Part]:
    """The parts to use; a duplicate measurement is an error, or only its newest part is used."""
    parts = group.parts
    if all(_named(part) for part in parts):
        return _without_duplicates(parts, metric, newest)
    if len(parts) == 1:
        return parts
    if not newest:
        first, second = parts[0], parts[1]
        raise ReportError(
            f"{metric} was measured here and at {Location(first.name, first.first)} with the same"
            ' keys, and no key distinguishes the repeats. Write prefer = "newest" under [source] to'
            " use the newest file, select one with where, or add the key that numbers the repeats"
            " to repeat.",
            second.name,
            max(second.first, 0),
        )
    return [_by_age(parts)[-1]]


def _named(part: Part) -> bool:
    return (
        not part.unnamed
        and all(label is not None for label, *_ in part.failed)
        and bool(part.repeats or part.failed)
    )


def _by_age(parts: list[Part]) -> list[Part]:
    """The parts, oldest first: by recorded time if all have one, else in the order of paths."""
    if not all(part.time for part in parts):
        return parts
    return sorted(parts, key=lambda part: seconds(part.time))


def seconds(time: str | float) -> float:
    """Seconds since 1970 of a time in ISO 8601 or seconds; a time without a time zone is UTC."""
    if not isinstance(time, str):
        return time
    from datetime import UTC, datetime

    try:
        when = datetime.fromisoformat(time)
    except ValueError:
        return 0.0
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _without_duplicates(parts: list[Part], metric: str, newest: bool) -> list[Part]:
    """Parts without the repeats that a newer part also has; all repeats have names."""
    for part in parts:
        _check_within(part, metric)
    if len(parts) == 1:
        return parts
    newest_part: dict[int | str, Part] = {}
    has_duplicates = False
    for part in reversed(_by_age(parts)) if newest else parts:
        for label in part.labels():
            other = newest_part.setdefault(label, part)
            if other is not part:
                has_duplicates = True
                if not newest:
                    there = Location(other.name, other.lines_of(label)[0])
                    raise ReportError(
                        f"{metric} of repeat {literal(label)} was measured here and at {there}"
                        ' with the same keys. Write prefer = "newest" under [source] to use the'
                        " newest, or select one with where.",
                        part.name,
                        part.lines_of(label)[0],
                    )
    return [_only(part, newest_part) for part in parts] if has_duplicates else parts


def _check_within(part: Part, metric: str) -> None:
    labels = part.labels() if part.failed else part.repeats
    if len(set(labels)) == len(labels):
        return
    duplicates = [label for label, count in Counter(labels).items() if count > 1]
    label = min(duplicates, key=lambda label: part.lines_of(label)[1])  # the first in the file
    first, second, *_ = part.lines_of(label)
    raise ReportError(
        f"{metric} of repeat {literal(label)} is here and in line {first} with the same"
        " keys. Remove one, or write repeat = [...] under [source] with the keys"
        " that number the repeats.",
        part.name,
        second,
    )


def _only(part: Part, newest_part: dict[int | str, Part]) -> Part:
    """A part without the repeats of which another part is the newest."""
    from ieeelint.report.sources.groups import Part

    result = Part(
        part.name, first=part.first, last=part.last, combined=part.combined, empty=part.empty
    )
    for value, label in zip(part.values, part.repeats):
        if newest_part[label] is part:
            result.values.append(value)
            result.repeats.append(label)
    for failed, status, line, reason in part.failed:
        if failed is not None and newest_part[failed] is part:
            failure = result.failures.setdefault(
                status, Failure(0, Location(part.name, line), reason)
            )
            failure.count += 1
    return result


def _merged(group: Group, parts: list[Part]) -> Series:
    values = array("d") if len(parts) > 1 else parts[0].values
    repeats: list[int | str] = [] if len(parts) > 1 else parts[0].repeats
    failures: dict[str, Failure] = {}
    for part in parts:
        if len(parts) > 1:
            values.extend(part.values)
            repeats.extend(part.repeats)
        for status, failure in part.failures.items():
            total = failures.setdefault(status, Failure(0, failure.location, failure.reason))
            total.count += failure.count
    if len(repeats) != len(values):
        repeats = []
    filled = [part for part in parts if part.first >= 0 and (part.values or part.failures)]
    places = Location(filled[0].name, filled[0].first), Location(filled[-1].name, filled[-1].last)
    series = Series(group.unit or "", values, repeats, failures, locations=places)
    combined = next((part.combined for part in parts if part.combined and part.values), None)
    if combined is not None and len(values) == 1:
        series.values = array("d", combined.samples)
        series.repeats = []
        if combined.summary is not None:
            series.summary, series.summarized = combined.summary, combined.value
    return series

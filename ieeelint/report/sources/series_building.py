"""Groups into series, once all files are read: what stands twice, what is missing, what nobody
has.
"""

from __future__ import annotations

from array import array
from collections import Counter

from ieeelint.phrases import listed, nearest_sentence
from ieeelint.report.adapters.values import canonical
from ieeelint.report.records import Location, ReportError
from ieeelint.report.series import Failure, Series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.adapters.source import Asked
    from ieeelint.report.records import Key
    from ieeelint.report.sources.grouping import Gatherer, Group, Part

Found = dict[tuple[str, tuple["Key | None", ...]], Series]


def finish(gatherer: Gatherer, asked: Asked, newest: bool) -> Found:
    """The series of all groups, in order of appearance; raises ReportError as ``collecting``
    says.
    """
    _check_where(gatherer)
    _check_names(gatherer, asked)
    found: Found = {}
    for (metric, _), group in gatherer.groups.items():
        parts = _parts(group, metric, newest)
        empty = next((part.empty for part in parts if part.empty), None)
        if any(part.values or part.failures for part in parts):
            if empty:
                raise ReportError(
                    f"{metric} is empty here, and other repeats under the same keys have it. If"
                    " this run failed, give its row a status (oom, failed, timeout, skipped); else"
                    " add the value or remove the row.",
                    empty.path,
                    empty.line,
                )
            found[metric, group.keys] = _series(group, parts)
    return found


def _check_where(gatherer: Gatherer) -> None:
    for name, wanted in gatherer.question.where.items():
        met = gatherer.met_values[name]
        missing = sorted(one for one in wanted if one not in met and one is not None)
        if not missing:
            continue
        values = [value for value in met.values() if value is not None]
        if not values:
            known = list(gatherer.met_keys)
            raise ReportError(
                f"where: no record has a key {name!r}.{nearest_sentence(name, known)} There are"
                f" {listed(known, 30)}."
                if known
                else f"where: no record has a key {name!r}, for none was read."
            )
        meant = nearest_sentence(missing[0], [str(canonical(value)) for value in values])
        raise ReportError(
            f"where: no record has {name} = {listed(missing)}.{meant} There are {listed(values)}."
        )
    if gatherer.question.where and not gatherer.count and gatherer.met_keys:
        told = ", ".join(
            f"{name} = {' or '.join(map(str, sorted(map(str, wanted))))}"
            for name, wanted in gatherer.question.where.items()
        )
        raise ReportError(
            f"where: each value exists, but no record has all of them together: {told}."
        )


def _check_names(gatherer: Gatherer, asked: Asked) -> None:
    question = gatherer.question
    rename = question.rename
    have = {metric for metric, _ in gatherer.groups}
    met = [rename.get(name, name) for name in asked.met]
    for metric in sorted(question.metrics - have):
        if metric in met:
            if question.where and gatherer.groups:
                continue  # other metrics match; this one was not run there
            raise ReportError(f"no record that matches where has the metric {metric!r}.")
        told = (
            f" There are {listed(sorted(set(met)), 30)}."
            if met
            else " The files hold no metric at all."
        )
        meant = nearest_sentence(metric, met)
        raise ReportError(f"no record has the metric {metric!r}.{meant}{told}")
    for key in question.keys:
        if key not in gatherer.met_keys:
            known = sorted(gatherer.met_keys)
            raise ReportError(
                f"no record has the key {key!r}.{nearest_sentence(key, known)} There are"
                f" {listed(known, 30)}."
            )


def _parts(group: Group, metric: str, newest: bool) -> list[Part]:
    """The parts that count, after what stands twice is settled."""
    parts = group.parts
    if all(_named(part) for part in parts):
        return _unrepeated(parts, metric, newest)
    if len(parts) == 1:
        return parts
    if not newest:
        first, second = parts[0], parts[1]
        raise ReportError(
            f"{metric} was measured here and at {Location(first.name, first.first)} under the same"
            ' keys, and nothing tells the repeats apart. Write prefer = "newest" under [source] to'
            " take the newest file, keep one by where, or name the key that counts repeats under"
            " repeat.",
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
    """Oldest first: by recorded time where all have one, else in the order of paths."""
    if not all(part.time for part in parts):
        return parts
    return sorted(parts, key=lambda part: seconds(part.time))


def seconds(time: str | float) -> float:
    """Seconds since 1970 of a time as ISO 8601 or as such seconds; a time without a zone is UTC."""
    if not isinstance(time, str):
        return time
    from datetime import UTC, datetime

    try:
        when = datetime.fromisoformat(time)
    except ValueError:
        return 0.0
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _unrepeated(parts: list[Part], metric: str, newest: bool) -> list[Part]:
    """Parts without the repeats that stand again in a newer one; all repeats have names."""
    for part in parts:
        _check_within(part, metric)
    if len(parts) == 1:
        return parts
    taken: dict[int | str, Part] = {}
    twice = False
    for part in reversed(_by_age(parts)) if newest else parts:
        for label in part.labels():
            other = taken.setdefault(label, part)
            if other is not part:
                twice = True
                if not newest:
                    there = Location(other.name, other.lines_of(label)[0])
                    raise ReportError(
                        f"{metric} of repeat {label!r} was measured here and at {there} under the"
                        ' same keys. Write prefer = "newest" under [source] to take the newest, or'
                        " keep one by where.",
                        part.name,
                        part.lines_of(label)[0],
                    )
    return [_only(part, taken) for part in parts] if twice else parts


def _check_within(part: Part, metric: str) -> None:
    labels = part.labels() if part.failed else part.repeats
    if len(set(labels)) == len(labels):
        return
    twice = [label for label, count in Counter(labels).items() if count > 1]
    label = min(twice, key=lambda label: part.lines_of(label)[1])  # what a reader meets first
    first, second, *_ = part.lines_of(label)
    raise ReportError(
        f"{metric} of repeat {label!r} stands here and in line {first} under the same keys. Remove"
        " one, or write repeat = [...] under [source] with the keys that count repeats.",
        part.name,
        second,
    )


def _only(part: Part, taken: dict[int | str, Part]) -> Part:
    """A part with those of its repeats that count."""
    from ieeelint.report.sources.grouping import Part

    kept = Part(part.name, first=part.first, last=part.last, held=part.held, empty=part.empty)
    for value, label in zip(part.values, part.repeats):
        if taken[label] is part:
            kept.values.append(value)
            kept.repeats.append(label)
    for failed, status, line, reason in part.failed:
        if failed is not None and taken[failed] is part:
            failure = kept.failures.setdefault(
                status, Failure(0, Location(part.name, line), reason)
            )
            failure.count += 1
    return kept


def _series(group: Group, parts: list[Part]) -> Series:
    values = array("d") if len(parts) > 1 else parts[0].values
    repeats: list[int | str] = [] if len(parts) > 1 else parts[0].repeats
    failures: dict[str, Failure] = {}
    for part in parts:
        if len(parts) > 1:
            values.extend(part.values)
            repeats.extend(part.repeats)
        for status, failure in part.failures.items():
            known = failures.setdefault(status, Failure(0, failure.location, failure.reason))
            known.count += failure.count
    if len(repeats) != len(values):
        repeats = []
    filled = [part for part in parts if part.first >= 0 and (part.values or part.failures)]
    locations = (
        Location(filled[0].name, filled[0].first),
        Location(filled[-1].name, filled[-1].last),
    )
    series = Series(group.unit or "", values, repeats, failures, locations=locations)
    held = next((part.held for part in parts if part.held and part.values), None)
    if held is not None and len(values) == 1:
        series.values = array("d", held.samples)
        series.repeats = []
        if held.summary is not None:
            series.summary, series.summarized = held.summary, held.value
    return series

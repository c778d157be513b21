"""Collects the records that a specification requests from result files.

Rules that keep unintended data out of a table:

* Files are read in the order of their paths.
* Keys with the same text are equal: 1024 from JSON, "1024" from CSV.
* A key that the specification does not name must not vary within a group; see ``groups``.
* ``repeat`` names the keys that only number repeats.  The default is ``records.REPEATS``, without
  those that ``keys`` or ``ignore`` name, or of which ``where`` selects one value.
* The same measurement in two files is an error, unless the repeats have different names.  With
  ``prefer="newest"`` the newest is used: by the recorded time if both files have one, else by the
  later path.  Named repeats are replaced only if both files have them.
* NaN and infinite values are errors.  Minus zero is zero.
* An empty cell is an error if other repeats under its keys have a value; otherwise its cell has no
  value.  ``skips_empty`` skips records without a value.
"""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.adapters.paths import RUN, named_keys
from ieeelint.report.adapters.values import canonical
from ieeelint.report.fields import FieldError
from ieeelint.report.records import REPEATS, ReportError
from ieeelint.report.series import Collection, SourceFile
from ieeelint.report.sources.grouping import Grouper
from ieeelint.report.sources.groups import FastPathError, Query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Key, Record
    from ieeelint.report.sources.scanning import Scan

    Reader = Callable[[Source, Request], Iterator[Record]]

NEWEST = "newest"
SHORT = 100_000  # bytes of a file that is read record by record
# Bytes of a text file that is worth the import of polars, and of a file that is too large for it.
LONG, TOO_LONG = 10_000_000, 2_000_000_000


def collect(
    files: Sequence[str],
    *,
    keys: Iterable[str],
    metrics: Iterable[str],
    where: Mapping[str, Key | Sequence[Key]] | None = None,
    rename: Mapping[str, str] | None = None,
    repeat: Sequence[str] = (),
    ignore: Iterable[str] = (),
    prefer: str = "",
    adapter: str = "",
    skips_empty: bool = False,
    decimal: str = "",
    best: tuple[str, str] | None = None,
    root: Path | None = None,
    fast: bool = True,
) -> Collection:
    """Read ``files`` (globs relative to ``root``) and group ``metrics`` by ``keys``.

    ``where`` selects records by the values of their keys; the key "metric" is the metric itself.
    ``rename`` maps the names of keys and metrics in files to those that all other arguments use.
    ``decimal`` is the decimal sign of numbers in text; ``best`` (a metric, and "min" or "max")
    chooses the step of a run.  ``adapter`` names the format if it cannot be detected.  Without
    ``fast``, every record is parsed separately; the result is the same.

    Raises ReportError if one of the rules above is broken, for a glob, metric, or key without a
    match, and for files that cannot be read.
    """
    from pathlib import Path

    from ieeelint.report.adapters import reader
    from ieeelint.report.sources.result_files import sources
    from ieeelint.report.sources.scanning import Scan
    from ieeelint.report.sources.series_building import series_of

    if prefer not in ("", NEWEST):
        raise ReportError(
            f'prefer = {literal(prefer)} is not supported. Write prefer = "newest", or remove it.'
        )
    query = _query(
        tuple(keys), frozenset(metrics), where or {}, rename or {}, tuple(repeat), frozenset(ignore)
    )
    query.skips_empty = skips_empty
    files_found = sources(files, root or Path())
    scans: dict[str, Scan] = {}  # by name; a file is scanned once, even if it is read twice
    readers = (
        [_by_frames, _by_lines]
        if fast and any(map(_suits_frames, files_found))
        else [_by_lines if fast else _by_records]
    )
    for read in readers:
        request = _request(query)
        request.decimal, request.best = decimal, best
        grouper = Grouper(query)
        inputs: list[SourceFile] = []
        try:
            for source in files_found:
                before = grouper.count
                if source.name not in scans:
                    scans[source.name] = Scan(source)
                scan = scans[source.name]
                name, records = reader(source, adapter)
                read(name, records, scan, request, grouper)
                count = grouper.count - before
                inputs.append(SourceFile(source.name, scan.sha256(), name, count))
            return Collection(query.keys, series_of(grouper, request, prefer == NEWEST), inputs)
        except (ReportError, FastPathError):
            if read is readers[-1]:
                raise  # else the slower reader reports the first error and its location
    raise AssertionError("the last reader returns or raises")


def _query(
    keys: tuple[str, ...],
    metrics: frozenset[str],
    where: Mapping[str, Key | Sequence[Key]],
    rename: Mapping[str, str],
    repeat: tuple[str, ...],
    ignore: frozenset[str],
) -> Query:
    selected = {
        name: frozenset(
            map(canonical, [values] if isinstance(values, (str, int, float)) else values)
        )
        for name, values in where.items()
    }
    lenient = not repeat
    if lenient:
        fixed = {name for name, values in selected.items() if len(values) == 1}
        repeat = tuple(name for name in REPEATS if name not in fixed and name not in ignore)
    repeat = tuple(name for name in repeat if name not in keys)
    return Query(keys, metrics, selected, dict(rename), repeat, ignore, lenient)


def _request(query: Query) -> Request:
    """The request to adapters: metrics and keys, by their names in the files."""
    from ieeelint.report.adapters.source import Request

    def in_files(names: Iterable[str]) -> frozenset[str]:
        renamed = frozenset(names)
        return renamed | {old for old, new in query.rename.items() if new in renamed}

    named = {*query.keys, *query.where, *query.repeat, *query.ignore}
    # the copy of a file in another folder has the same results, so the folder does not count
    # repeats unless the specification says so
    from_path = named.difference((RUN,) if query.lenient and RUN in query.repeat else ())
    return Request(in_files(query.metrics), in_files(named), from_path=in_files(from_path))


def _by_records(name: str, records: Reader, scan: Scan, request: Request, grouper: Grouper) -> None:
    try:
        for record in records(scan.source, request):
            grouper.add(record)
    except FieldError as error:
        raise scan.source.error(f"is not a valid {name} file: {error.message}.") from None


def _by_lines(name: str, records: Reader, scan: Scan, request: Request, grouper: Grouper) -> None:
    """Read one file; lines of the same form are not parsed separately."""
    source = scan.source
    is_long = name in ("json-lines", "csv") and source.path.stat().st_size > SHORT
    if is_long and not named_keys(source, request):
        from ieeelint.report.sources import fast_lines

        (fast_lines.gather_csv if name == "csv" else fast_lines.gather_json_lines)(
            source, request, grouper
        )
    else:
        _by_records(name, records, scan, request, grouper)


def _by_frames(name: str, records: Reader, scan: Scan, request: Request, grouper: Grouper) -> None:
    """Read one file with polars, if it is Parquet or long."""
    suits = name == "parquet" or (
        name in ("csv", "json-lines") and LONG < scan.source.path.stat().st_size < TOO_LONG
    )
    if suits and not named_keys(scan.source, request):
        from ieeelint.report.sources import frames

        gather = {
            "parquet": frames.gather_parquet,
            "csv": frames.gather_csv,
            "json-lines": frames.gather_json_lines,
        }[name]
        gather(scan, request, grouper)
    else:
        _by_lines(name, records, scan, request, grouper)


def _suits_frames(source: Source) -> bool:
    """Whether a file is Parquet or long, and polars is installed."""
    from importlib.util import find_spec

    path = source.path
    if path.suffix not in (".parquet", ".csv", ".jsonl", ".ndjson") or not path.is_file():
        return False
    suits = path.suffix == ".parquet" or LONG < path.stat().st_size < TOO_LONG
    return suits and find_spec("polars") is not None

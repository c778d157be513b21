"""Result files gathered into what a specification asked for.

Rules, so that no number can come from what its author did not mean:

* Files are read in the order of their paths, whatever order the disk lists them in.
* Keys that are the same as text are the same: 1024 from JSON, "1024" from CSV.
* A key that nobody named must not vary within a group; see ``gathering``.
* ``repeat`` names keys that only count repeats; without it those of ``gathering.REPEATS`` do,
  unless ``keys`` or ``ignore`` names them or ``where`` chooses one value of them.
* The same thing measured in two files is an error unless repeats have different names.  With
  ``prefer="newest"`` the newest counts: by the time the files record where both do, else the
  later path.  Where repeats have names, only those that stand in both files give way.
* NaN, infinite and missing values are errors; minus zero is zero.
"""

from __future__ import annotations

from ieeelint.report.adapters.values import canonical
from ieeelint.report.fields import FieldError
from ieeelint.report.records import ReportError
from ieeelint.report.series import Collection, SourceFile
from ieeelint.report.sources.grouping import REPEATS, Gatherer, Question, Unfit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Key, Record
    from ieeelint.report.sources.scanning import Scan

    Reader = Callable[[Source, Asked], Iterator[Record]]

NEWEST = "newest"
SHORT = 100_000  # bytes of a file that is not worth reading the quick way
# Bytes of a text file that is worth the import of polars, and of one whose numbers would fill too
# much memory by it.
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
    root: Path | None = None,
    quick: bool = True,
) -> Collection:
    """Read ``files`` (globs relative to ``root``) and group ``metrics`` by ``keys``.

    ``where`` keeps records whose keys have the value, or one of the values, given; the key
    "metric" is the metric itself.  ``rename`` gives keys and metrics of files the names that
    everything else uses.  ``adapter`` names the format where the content does not tell it.
    Without ``quick``, every record is parsed by itself; the result is the same.
    Raises ReportError for everything in the rules above, for a glob, metric or key without a
    match, and for files that cannot be read.
    """
    from pathlib import Path

    from ieeelint.report.adapters import reader
    from ieeelint.report.sources.result_files import sources
    from ieeelint.report.sources.scanning import Scan
    from ieeelint.report.sources.series_building import finish

    if prefer not in ("", NEWEST):
        raise ReportError(
            f'prefer = {prefer!r} is not known. Write prefer = "newest", or leave it out.'
        )
    question = _question(
        tuple(keys), frozenset(metrics), where or {}, rename or {}, tuple(repeat), frozenset(ignore)
    )
    found = sources(files, root or Path())
    scans: dict[str, Scan] = {}  # by name; a file is scanned once, whatever way it is read
    ways = (
        [_by_frames, _by_lines]
        if quick and any(map(_suits_frames, found))
        else [_by_lines if quick else _by_records]
    )
    for way in ways:
        asked = _asked(question)
        gatherer = Gatherer(question)
        read: list[SourceFile] = []
        try:
            for source in found:
                before = gatherer.count
                if source.name not in scans:
                    scans[source.name] = Scan(source)
                scan = scans[source.name]
                name, records = reader(source, adapter)
                way(name, records, scan, asked, gatherer)
                read.append(SourceFile(source.name, scan.sha256(), name, gatherer.count - before))
            return Collection(question.keys, finish(gatherer, asked, prefer == NEWEST), read)
        except (ReportError, Unfit):
            if way is ways[-1]:
                raise  # else the plain way says what is wrong, and where first
    raise AssertionError("a way returns or raises")


def _question(
    keys: tuple[str, ...],
    metrics: frozenset[str],
    where: Mapping[str, Key | Sequence[Key]],
    rename: Mapping[str, str],
    repeat: tuple[str, ...],
    ignore: frozenset[str],
) -> Question:
    wanted = {
        name: frozenset(
            map(canonical, [values] if isinstance(values, (str, int, float)) else values)
        )
        for name, values in where.items()
    }
    lenient = not repeat
    if lenient:
        one = {name for name, values in wanted.items() if len(values) == 1}
        repeat = tuple(name for name in REPEATS if name not in one and name not in ignore)
    repeat = tuple(name for name in repeat if name not in keys)
    return Question(keys, metrics, wanted, dict(rename), repeat, ignore, lenient)


def _asked(question: Question) -> Asked:
    """What to ask of files: the names they use for what the specification names."""
    from ieeelint.report.adapters.source import Asked

    def theirs(names: Iterable[str]) -> frozenset[str]:
        wanted = frozenset(names)
        return wanted | {old for old, new in question.rename.items() if new in wanted}

    named = {*question.keys, *question.where, *question.repeat, *question.ignore}
    return Asked(theirs(question.metrics), theirs(named))


def _by_records(name: str, records: Reader, scan: Scan, asked: Asked, gatherer: Gatherer) -> None:
    try:
        for record in records(scan.source, asked):
            gatherer.add(record)
    except FieldError as error:
        raise scan.source.error(f"is not laid out as {name} files are: {error.message}.") from None


def _by_lines(name: str, records: Reader, scan: Scan, asked: Asked, gatherer: Gatherer) -> None:
    """Read one file, lines that are alike without parsing each."""
    source = scan.source
    if name in ("json-lines", "csv") and source.path.stat().st_size > SHORT:
        from ieeelint.report.sources import quick_lines

        (quick_lines.gather_csv if name == "csv" else quick_lines.gather_json_lines)(
            source, asked, gatherer
        )
    else:
        _by_records(name, records, scan, asked, gatherer)


def _by_frames(name: str, records: Reader, scan: Scan, asked: Asked, gatherer: Gatherer) -> None:
    """Read one file by polars where that suits."""
    if name == "parquet" or (
        name in ("csv", "json-lines") and LONG < scan.source.path.stat().st_size < TOO_LONG
    ):
        from ieeelint.report.sources import frames

        gather = {
            "parquet": frames.gather_parquet,
            "csv": frames.gather_csv,
            "json-lines": frames.gather_json_lines,
        }[name]
        gather(scan, asked, gatherer)
    else:
        _by_lines(name, records, scan, asked, gatherer)


def _suits_frames(source: Source) -> bool:
    """Whether a file is Parquet, or long, and polars is there."""
    from importlib.util import find_spec

    path = source.path
    if path.suffix not in (".parquet", ".csv", ".jsonl", ".ndjson") or not path.is_file():
        return False
    suits = path.suffix == ".parquet" or LONG < path.stat().st_size < TOO_LONG
    return suits and find_spec("polars") is not None

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
from ieeelint.report.gathering import REPEATS, Gatherer, Question
from ieeelint.report.records import ReportError
from ieeelint.report.series import Collection, SourceFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.records import Key

NEWEST = "newest"
SHORT = 100_000  # bytes of a file that is not worth reading the quick way


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

    from ieeelint.report.finding_files import digest, sources

    if prefer not in ("", NEWEST):
        raise ReportError(f'prefer = {prefer!r} is not known. Write prefer = "newest", or leave it out.')
    question = _question(tuple(keys), frozenset(metrics), where or {}, rename or {}, tuple(repeat), frozenset(ignore))
    asked = _asked(question)
    gatherer = Gatherer(question)
    read: list[SourceFile] = []
    for source in sources(files, root or Path()):
        before = gatherer.count
        name = _gather(source, adapter, asked, gatherer, quick)
        read.append(SourceFile(source.name, digest(source), name, gatherer.count - before))
    from ieeelint.report.finishing import finish

    return Collection(question.keys, finish(gatherer, asked, prefer == NEWEST), read)


def _question(
    keys: tuple[str, ...],
    metrics: frozenset[str],
    where: Mapping[str, Key | Sequence[Key]],
    rename: Mapping[str, str],
    repeat: tuple[str, ...],
    ignore: frozenset[str],
) -> Question:
    wanted = {
        name: frozenset(map(canonical, [values] if isinstance(values, (str, int, float)) else values))
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


def _gather(source: Source, adapter: str, asked: Asked, gatherer: Gatherer, quick: bool) -> str:
    """Read one file; gives the name of its adapter."""
    from ieeelint.report.adapters import reader

    name, read = reader(source, adapter)
    if quick and name in ("json-lines", "csv") and source.path.stat().st_size > SHORT:
        from ieeelint.report import quick_lines

        (quick_lines.gather_csv if name == "csv" else quick_lines.gather_json_lines)(source, asked, gatherer)
    else:
        for record in read(source, asked):
            gatherer.add(record)
    return name

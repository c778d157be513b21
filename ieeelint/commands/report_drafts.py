"""``ieeelint report results.csv``: a table without a specification, and the specification of it."""

from __future__ import annotations

import os
import re
from math import inf
from pathlib import Path

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN
from ieeelint.paths import seen_from, with_slashes
from ieeelint.report.records import ReportError
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.arguments import Options
    from ieeelint.report.adapters.source import Source
    from ieeelint.report.built import Built

# files in a folder that may have results
SUFFIXES = (
    ".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", ".xlsx", ".db", ".sqlite", ".sqlite3",
)  # fmt: skip
MOST_FILES = 200
CHECKPOINT = re.compile(r"checkpoint-(\d+)")  # of Hugging Face; each repeats the log until then
PLOTS = ("plots", "metrics")  # of DVCLive: the curves of what its metrics.json has


def are_results(paths: list[str]) -> bool:
    """True if the paths are result files, or folders of them without a specification."""
    return bool(paths) and all(map(_has_results, paths))


def _has_results(path: str) -> bool:
    if os.path.isfile(path):
        return not path.endswith(".toml")
    if not os.path.isdir(path) or any(name.endswith(".toml") for name in os.listdir(path)):
        return False
    from ieeelint.report.adapters.mlflow_files import is_store

    return is_store(Path(path)) or next(_below(path), None) is not None


def _below(folder: str) -> Iterator[Path]:
    """The files in a folder that may have results, without those of checkpoints before the end of a
    run.
    """
    last: dict[tuple[Path, str], tuple[float, Path]] = {}  # by run and name: step and file
    files = []
    for path in _candidates(folder):
        checkpoint = CHECKPOINT.fullmatch(path.parent.name)
        run = path.parent.parent if checkpoint else path.parent
        step = float(checkpoint[1]) if checkpoint else inf
        if (run, path.name) not in last or last[run, path.name][0] < step:
            last[run, path.name] = step, path
        files.append(path)
    kept = {path for _, path in last.values()}
    yield from (path for path in files if path in kept)


def _candidates(folder: str) -> Iterator[Path]:
    for path in sorted(Path(folder).rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        has_events = "tfevents" in path.name
        if path.is_file() and not is_hidden and (path.suffix in SUFFIXES or has_events):
            if path.parts[-4:-2] == PLOTS or path.parts[-3:-1] == PLOTS:
                continue
            yield path


def explain_columns(path: str) -> int:
    """Print what each name in a result file is."""
    from ieeelint.report.sources.exploring import described, explore
    from ieeelint.report.sources.result_files import sources

    try:
        for source in sources([path], Path()):
            put("\n".join(described(source, explore(source))) + "\n")
    except ReportError as error:
        raise UsageError(str(error)) from None
    return CLEAN


def drafted(options: Options) -> Built:
    """The table of result files, by a drafted specification, which ``--write-spec`` writes."""
    from ieeelint.files import replace_bytes
    from ieeelint.report.building import build
    from ieeelint.report.drafting import draft
    from ieeelint.report.specification import loads

    found = _sources(options.specs)
    name = _name(options.specs)
    path = options.write_spec or f"{name}.toml"
    if options.write_spec and os.path.exists(path):
        raise UsageError(f"{path}: exists already; name another file for --write-spec")
    folder = os.path.dirname(path)
    files = [with_slashes(seen_from(folder, str(source.path))) for source in found]
    try:
        made = draft(files, found, name)
        os.makedirs(folder or ".", exist_ok=True)  # result files are found from there
        built = build(loads(made.text, path))
    except ReportError as error:
        raise UsageError(str(error)) from None
    for remark in [*made.remarks, *built.absences]:
        log(f"{name}: {remark}")
    if options.write_spec:
        replace_bytes(path, made.text.encode())
        log(f"{path}: written; edit it, then run: ieeelint report {path}")
    return built


def print_table(built: Built, options: Options) -> int:
    """Print a table to the terminal, and how to keep its specification."""
    from ieeelint.report.writers import text

    assert built.grid is not None
    put(text.table(built.grid))
    if not options.write_spec:
        paths = " ".join(options.specs)
        log(f"to keep and edit this table: ieeelint report {paths} --write-spec {built.path}")
    return CLEAN


def _sources(paths: list[str]) -> list[Source]:
    from ieeelint.report.adapters.mlflow_files import is_store
    from ieeelint.report.adapters.source import Source

    found = []
    for path in paths:
        if os.path.isfile(path) or is_store(Path(path)):
            found.append(Source(Path(path), with_slashes(path)))
        else:
            found += [Source(file, file.as_posix()) for file in _below(path)]
    if len(found) > MOST_FILES:
        raise UsageError(
            f"{paths[0]}: has {len(found)} result files, more than {MOST_FILES}; name a smaller"
            " folder, or write a specification"
        )
    return found


def _name(paths: list[str]) -> str:
    """A name for the table: that of the file or folder."""
    name = Path(os.path.abspath(paths[0])).name
    return name.partition(".")[0] or "results"

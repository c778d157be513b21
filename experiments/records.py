"""Result files: JSON Lines, one row on each line, appended and never changed.

A row is written by one ``write`` and synchronized. If a kill or a power failure leaves an
incomplete last line, it is cut off when the file is next opened for writing. A lock prevents two
runs from writing one file; it ends with the process that holds it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from experiments.errors import ExperimentError

BENCH, ENVIRONMENT, TRAIN = "attn-bench/1.1", "attn-env/1.1", "attn-train/1.0"
METHOD = 2  # of measuring: a change raises it, so that rows of two methods are not mixed
KNOWN = {"attn-bench": 1, "attn-env": 1, "attn-train": 1}
SCHEMAS = Path(__file__).parent / "schemas"


def kind_of(row: dict[str, Any], where: str) -> str:
    """``attn-bench``, ``attn-env`` or ``attn-train``; raises ExperimentError for a row that this
    version cannot read.
    """
    name, _, version = str(row.get("schema", "")).partition("/")
    if name not in KNOWN:
        raise ExperimentError(
            f"{where}: is not a row of a result file (schema {row.get('schema')!r})."
        )
    major = version.split(".")[0]
    if not major.isdigit() or int(major) > KNOWN[name]:
        raise ExperimentError(
            f"{where}: has schema {name}/{version}, but this version reads only up to"
            f" {name}/{KNOWN[name]}. Use a newer version of the benchmark, or another file."
        )
    return name


def read(path: str | os.PathLike[str]) -> list[dict[str, Any]]:
    """The rows of a file without an incomplete last line. Raises ExperimentError for any other
    fault.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise ExperimentError(f"{path}: there is no such file.") from None
    except OSError as error:
        raise ExperimentError(f"{path}: cannot be read: {error.strerror}.") from None
    return list(_rows(data[: whole(data)], path))


def _rows(data: bytes, path: str | os.PathLike[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ExperimentError(f"{where}: is not valid JSON: {error}.") from None
        if not isinstance(row, dict):
            raise ExperimentError(f"{where}: is not a row of a result file.")
        kind_of(row, where)
        yield row


def whole(data: bytes) -> int:
    """The number of bytes that are complete lines."""
    return data.rfind(b"\n") + 1


class ResultFile:
    """A result file that is open for appending rows; a context manager that holds the file's
    lock.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.rows: list[dict[str, Any]] = []
        self.cut = 0  # bytes of an incomplete last line that were cut off
        self._file = -1

    def __enter__(self) -> ResultFile:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        except OSError as error:
            raise ExperimentError(f"{self.path}: cannot be written: {error.strerror}.") from None
        try:
            self._lock()
            data = self.path.read_bytes()
            end = whole(data)
            self.rows = list(_rows(data[:end], self.path))
            self.cut = len(data) - end
            if self.cut:
                os.ftruncate(self._file, end)
        except BaseException:
            os.close(self._file)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def _lock(self) -> None:
        import fcntl

        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                return  # a file system without locks
            raise ExperimentError(
                f"{self.path}: another run is writing this file. Wait for it, or name another file"
                " with --output."
            ) from None

    def add(self, row: dict[str, Any]) -> None:
        """Write one complete row, or raise ExperimentError and leave the file unchanged."""
        line = (json.dumps(row, allow_nan=False, separators=(",", ":")) + "\n").encode()
        end = os.fstat(self._file).st_size
        try:
            if os.write(self._file, line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(self._file)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, end)
            raise ExperimentError(
                f"{self.path}: a row cannot be written: {error.strerror}. The rows before it are"
                " safe. Free some space, then run the same command again."
            ) from None
        self.rows.append(row)


def refuse_mixtures(rows: Iterable[dict[str, Any]], where: str) -> None:
    """Raises ExperimentError if rows cannot be compared: of a CPU and a GPU, of two kinds of GPUs,
    or of two methods of measuring.
    """
    rows = list(rows)
    names = gpu_names(rows)
    measured = [row for row in rows if row["schema"].startswith("attn-bench/")]
    for what, kinds in (
        ("a CPU and of a GPU", {row["case"]["device"] for row in measured}),
        ("two kinds of GPUs", {names.get(row.get("env_id", "")) for row in measured} - {None}),
        ("two versions of the method", {method_of(row) for row in measured}),
    ):
        if len(kinds) > 1:
            listed = " and ".join(sorted(map(str, kinds)))
            raise ExperimentError(
                f"{where}: rows of {what} ({listed}) cannot be compared. Keep them in separate"
                " files."
            )


def gpu_names(rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The name of the GPU of each environment, by its id."""
    return {
        row["env_id"]: row["content"]["gpu"]["name"]
        for row in rows
        if row["schema"].startswith("attn-env/") and row.get("content", {}).get("gpu")
    }


def method_of(row: dict[str, Any]) -> int:
    """The version of the method of a row; rows without one are of the first."""
    version: int = row.get("run", {}).get("method", 1)
    return version


def latest(rows: Iterable[dict[str, Any]], kind: str = "attn-bench") -> dict[str, dict[str, Any]]:
    """The last row of each id, in the order in which the ids first occur."""
    last: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["schema"].startswith(kind + "/"):
            last[row["id"]] = row
    return last


def merge(paths: list[str], output: str) -> int:
    """Join files into a new one without duplicate rows, environments first; returns the number of
    rows.

    Raises ExperimentError if rows of different devices or methods would be in one file, or if
    ``output`` exists.
    """
    unique: dict[str, dict[str, Any]] = {}
    for path in paths:
        for row in read(path):
            unique.setdefault(json.dumps(row, sort_keys=True), row)
    rows = sorted(unique.values(), key=lambda row: not row["schema"].startswith("attn-env/"))
    refuse_mixtures(rows, output)
    if os.path.exists(output):
        raise ExperimentError(
            f"{output}: already exists. Name a new file, or delete the existing file."
        )
    with ResultFile(output) as file:
        for row in rows:
            file.add(row)
    return len(rows)

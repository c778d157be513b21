"""Reads records from the result files of many tools; formats are detected from the content.

Each format has a module with ``read(source, request)``, which yields records and raises
ReportError if the file cannot be read.  ``ADAPTERS`` has the names for ``adapter = "..."``.
"""

from __future__ import annotations

from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Record

# name -> module
ADAPTERS = {
    "attention": "attention",
    "json-lines": "json_lines",
    "csv": "csv_tables",
    "json": "documents",
    "parquet": "parquet",
    "pytest-benchmark": "pytest_benchmark",
    "google-benchmark": "google_benchmark",
    "hyperfine": "hyperfine",
    "nvbench": "nvbench",
    "pyperf": "pyperf",
    "asv": "asv",
    "mlflow": "mlflow_files",
    "mlflow-sqlite": "mlflow_sqlite",
    "wandb": "wandb",
    "tensorboard": "tensorboard",
    "step-log": "step_logs",
    "optuna": "optuna",
    "lm-eval": "lm_eval",
    "sacred": "sacred",
    "mlperf": "mlperf",
    "excel": "excel",
}
PARQUET, SQLITE, ZIP = b"PAR1", b"SQLite format 3\0", b"PK\x03\x04"
GOOGLE_BENCHMARK = b"\nname,iterations,real_time,cpu_time,time_unit"
COMPRESSED = (
    (b"\x1f\x8b", "gzip"),
    (ZIP, "zip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)


def reader(
    source: Source, adapter: str = ""
) -> tuple[str, Callable[[Source, Request], Iterator[Record]]]:
    """The name of the adapter for a file, and its ``read``; ``adapter`` overrides the detected
    format.

    Raises ReportError for an empty file, an unknown format or an unknown adapter.
    """
    from importlib import import_module

    if adapter and adapter not in ADAPTERS:
        from ieeelint.phrases import nearest_sentence

        raise ReportError(
            f'unknown adapter "{adapter}".{nearest_sentence(adapter, ADAPTERS)} Supported adapters:'
            f" {', '.join(ADAPTERS)}."
        )
    name = adapter or detect(source)
    return name, import_module(f"ieeelint.report.adapters.{ADAPTERS[name]}").read


def detect(source: Source) -> str:
    """The adapter for the content of a file."""
    if source.path.is_dir():
        from ieeelint.report.adapters.mlflow_files import is_store

        if is_store(source.path):
            return "mlflow"
        events = next(source.path.glob("**/*tfevents*"), None)
        files = f"{source.name}/**/*{'tfevents*' if events else '.jsonl'}"
        raise source.error(f'is a folder. Name the files in it, such as files = ["{files}"].')
    head = source.head()
    if head.startswith(PARQUET):
        return "parquet"
    if head.startswith(SQLITE):
        return _sqlite(source)
    if head.startswith(ZIP) and (name := _zipped(source)):
        return name
    for magic, program in COMPRESSED:
        if head.startswith(magic):
            raise source.error(f"is compressed with {program}. Decompress it first.")
    if "tfevents" in source.path.name:
        return "tensorboard"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise source.error("is UTF-16. Save the file as UTF-8.")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise source.error("is empty.")
    if b"\0" in head:
        raise source.error(
            f"is not text, and has no supported format. Supported formats: {', '.join(ADAPTERS)}."
        )
    if start.startswith(b'{"op_code"'):
        raise source.error(
            "is a journal of Optuna. Export the study: study.trials_dataframe().to_csv(...)"
        )
    if GOOGLE_BENCHMARK in head and not start.startswith(GOOGLE_BENCHMARK.strip()):
        raise source.error(
            "is the CSV of Google Benchmark, with lines before its header. Write JSON instead:"
            " --benchmark_out_format=json"
        )
    if start[:1] in b"{[":
        return _json(source, start)
    if b":::MLLOG" in head:
        return "mlperf"
    return _csv(source, start.split(b"\n", 1)[0].decode(errors="replace"))


def _csv(source: Source, header: str) -> str:
    """The adapter for a CSV file, from its header."""
    from ieeelint.report.adapters import optuna, step_logs, wandb

    if wandb.is_export(header):
        return "wandb"
    if optuna.is_export(header):
        return "optuna"
    return "step-log" if step_logs.is_log(source) else "csv"


def _sqlite(source: Source) -> str:
    """The adapter for a database, from its tables."""
    from ieeelint.report.adapters.optuna import TABLES
    from ieeelint.report.adapters.sqlite import connected, names_of_tables

    with connected(source) as base:
        return "optuna" if names_of_tables(base) >= TABLES else "mlflow-sqlite"


def _zipped(source: Source) -> str:
    """The adapter for a zip archive; empty if it is not a workbook.  Raises ReportError for other
    files of office programs.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(source.path) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError):
        return ""
    if "xl/workbook.xml" in names:
        return "excel"
    if "word/document.xml" in names or "ppt/presentation.xml" in names or "mimetype" in names:
        raise source.error(
            "is a document of an office program, not a result file. Save its table as .xlsx or CSV."
        )
    if any(name.endswith(".npy") for name in names):
        raise source.error("is an archive of NumPy arrays. Save the numbers as CSV or JSON Lines.")
    if any(name.endswith("data.pkl") for name in names):
        raise source.error("is a PyTorch file. Save its metrics as JSON Lines or CSV.")
    return ""


def _json(source: Source, start: bytes) -> str:
    """The adapter for a JSON document or for JSON Lines, also by the extension if the content does
    not decide.
    """
    lines = [line for line in start.split(b"\n") if line.strip()]
    if source.path.suffix in (".jsonl", ".ndjson") or (
        len(lines) > 1 and start[:1] == b"{" and _is_complete(lines[0])
    ):
        return "attention" if b'"attn-' in lines[0] else "json-lines"
    from ieeelint.report.adapters.documents import kind

    return kind(source)


def _is_complete(line: bytes) -> bool:
    """Whether a line seems to be a complete JSON object, from its end and its braces."""
    return line.rstrip().endswith(b"}") and line.count(b"{") == line.count(b"}")

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
    "mlflow": "mlflow_files",
    "mlflow-sqlite": "mlflow_sqlite",
    "wandb": "wandb",
    "tensorboard": "tensorboard",
}
MAGIC = ((b"PAR1", "parquet"), (b"SQLite format 3\0", "mlflow-sqlite"))
COMPRESSED = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
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
    for magic, name in MAGIC:
        if head.startswith(magic):
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
    if start[:1] in b"{[":
        return _json(source, start)
    from ieeelint.report.adapters.wandb import is_export

    return "wandb" if is_export(start.split(b"\n", 1)[0].decode(errors="replace")) else "csv"


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

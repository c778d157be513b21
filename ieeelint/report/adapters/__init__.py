"""Result files of many tools as records, each format told by its content.

A module a format; each has ``read(source, asked)``, an iterator of records, which raises
ReportError for what it cannot read.  ``ADAPTERS`` are the names for ``adapter = "..."``.
"""

from __future__ import annotations

from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.report.adapters.source import Asked, Source
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
PACKED = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)


def reader(
    source: Source, wanted: str = ""
) -> tuple[str, Callable[[Source, Asked], Iterator[Record]]]:
    """The name of the adapter for a file and what reads it; ``wanted`` overrides what the content
    says.

    Raises ReportError for an empty file, an unknown format or an unknown adapter.
    """
    from importlib import import_module

    if wanted and wanted not in ADAPTERS:
        from ieeelint.phrases import nearest_sentence

        raise ReportError(
            f"there is no adapter {wanted!r}.{nearest_sentence(wanted, ADAPTERS)} There are:"
            f" {', '.join(ADAPTERS)}."
        )
    name = wanted or sniff(source)
    return name, import_module(f"ieeelint.report.adapters.{ADAPTERS[name]}").read


def sniff(source: Source) -> str:
    """The adapter that a file's content asks for."""
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
    for magic, packer in PACKED:
        if head.startswith(magic):
            raise source.error(f"is packed by {packer}. Unpack it first.")
    if "tfevents" in source.path.name:
        return "tensorboard"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise source.error("is UTF-16. Save the file as UTF-8.")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise source.error("is empty.")
    if b"\0" in head:
        raise source.error(
            "is no text, and of no format that is known. There are: " + ", ".join(ADAPTERS) + "."
        )
    if start[:1] in b"{[":
        return _json(source, start)
    from ieeelint.report.adapters.wandb import is_export

    return "wandb" if is_export(start.split(b"\n", 1)[0].decode(errors="replace")) else "csv"


def _json(source: Source, start: bytes) -> str:
    """One document, or an object a line; the ending of the name tells where the content does
    not.
    """
    lines = [line for line in start.split(b"\n") if line.strip()]
    if source.path.suffix in (".jsonl", ".ndjson") or (
        len(lines) > 1 and start[:1] == b"{" and _whole(lines[0])
    ):
        return "attention" if b'"attn-' in lines[0] else "json-lines"
    from ieeelint.report.adapters.documents import kind

    return kind(source)


def _whole(line: bytes) -> bool:
    """Whether a line is a JSON object by itself, as far as its ends tell."""
    return line.rstrip().endswith(b"}") and line.count(b"{") == line.count(b"}")

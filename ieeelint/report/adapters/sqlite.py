"""Opens SQLite databases of tools read-only."""

from __future__ import annotations

from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Source


@contextmanager
def connected(
    source: Source, tables: set[str] | frozenset[str] = frozenset(), store: str = "a database"
) -> Iterator[sqlite3.Connection]:
    """The open database.  Raises ReportError if it cannot be read, or is not the ``store`` of a
    tool with these ``tables``.
    """
    import sqlite3
    from urllib.parse import quote

    # A database that is not in use is opened as immutable, so that SQLite creates no other file.
    immutable = "" if source.path.with_name(source.path.name + "-wal").exists() else "&immutable=1"
    try:
        base = sqlite3.connect(
            f"file:{quote(str(source.path.absolute()))}?mode=ro{immutable}", uri=True
        )
        try:
            if missing := tables - names_of_tables(base):
                raise source.error(
                    f"is an SQLite database, but not {store}: it has no table"
                    f" {', '.join(sorted(missing))}."
                )
            yield base
        finally:
            base.close()
    except sqlite3.Error as error:
        raise source.error(f"cannot be read as {store}: {error}.") from None


def names_of_tables(base: sqlite3.Connection) -> set[str]:
    """The names of the tables of a database."""
    query = "select name from sqlite_master where type = 'table'"
    return {name for (name,) in base.execute(query)}

"""JSON Lines: one object a line, whole, and of one kind."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ieeelint.report.adapters.source import Source


def rows(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    """Objects with their lines; empty lines do not count.

    A last line without a line end that is no JSON is what a killed run leaves, and is passed
    over.  Raises ReportError for any other line that is no JSON object.
    """
    import json

    decode = json.JSONDecoder(parse_constant=str).decode
    for number, line in source.lines():
        try:
            row = decode(line.decode())
        except ValueError as error:
            if not line.strip():
                continue
            if not line.endswith(b"\n"):
                return
            raise source.error(_told(error, line), number) from None
        except RecursionError:
            raise source.error("is nested too deeply to be read.", number) from None
        if not isinstance(row, dict):
            raise source.error("is no JSON object. Each line must be one, such as {\"metric\": ...}.", number)
        yield number, row


def _told(error: ValueError, line: bytes) -> str:
    import json

    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8 here. Save the file as UTF-8."
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON: {error.msg} at column {error.colno}. Was the line cut off?"
    return f"is no JSON: {error}."

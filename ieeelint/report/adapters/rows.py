"""Reads JSON Lines: one object on each line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.report.adapters.source import Source
    from ieeelint.report.fields import JSON

_decode: Callable[[str], JSON] | None = None


def rows(source: Source) -> Iterator[tuple[int, dict[str, JSON]]]:
    """The objects with their lines; empty lines are skipped.

    Raises ReportError for a line that is not a JSON object.  An incomplete last line without a
    newline comes from a run that was killed or is still running.
    """
    for number, line in source.lines():
        row = row_of(source, number, line)
        if row is not None:
            yield number, row


def row_of(source: Source, number: int, line: bytes) -> dict[str, JSON] | None:
    """The object of one line; None for an empty line."""
    global _decode
    if _decode is None:
        import json

        _decode = json.JSONDecoder(parse_constant=str).decode
    try:
        row = _decode(line.decode())
    except ValueError as error:
        if not line.strip():
            return None
        if not line.endswith(b"\n"):  # only the last line may have no newline
            message = (
                "ends in the middle of this line: its run was stopped or is still running. Let it"
                " finish, or delete the line."
            )
            raise source.error(message, number) from None
        raise source.error(_described(error), number) from None
    except RecursionError:
        raise source.error("is nested too deeply to be read.", number) from None
    if not isinstance(row, dict):
        raise source.error(
            'is not a JSON object. Each line must be an object, such as {"metric": ...}.', number
        )
    return row


def _described(error: ValueError) -> str:
    import json

    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8 here. Save the file as UTF-8."
    if isinstance(error, json.JSONDecodeError):
        return f"is not valid JSON: {error.msg} at column {error.colno}. Was the line truncated?"
    return f"is not valid JSON: {error}."

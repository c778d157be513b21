"""JSON Lines: one object a line, whole, and of one kind."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.report.adapters.source import Source
    from ieeelint.report.fields import JSON

_decode: Callable[[str], JSON] | None = None


def rows(source: Source) -> Iterator[tuple[int, dict[str, JSON]]]:
    """Objects with their lines; empty lines do not count.

    Raises ReportError for a line that is no JSON object; a last one without a line end is what a
    run leaves that was killed or is still going, and a table of it would lack what is to come.
    """
    for number, line in source.lines():
        row = row_of(source, number, line)
        if row is not None:
            yield number, row


def row_of(source: Source, number: int, line: bytes) -> dict[str, JSON] | None:
    """The object of one line; None for an empty one."""
    global _decode
    if _decode is None:
        import json

        _decode = json.JSONDecoder(parse_constant=str).decode
    try:
        row = _decode(line.decode())
    except ValueError as error:
        if not line.strip():
            return None
        if not line.endswith(b"\n"):  # only a last line has no line end
            message = (
                "ends in the middle of this line: its run was cut off, or is still going. Let it"
                " finish, or delete the line."
            )
            raise source.error(message, number) from None
        raise source.error(_told(error, line), number) from None
    except RecursionError:
        raise source.error("is nested too deeply to be read.", number) from None
    if not isinstance(row, dict):
        raise source.error(
            'is no JSON object. Each line must be one, such as {"metric": ...}.', number
        )
    return row


def _told(error: ValueError, line: bytes) -> str:
    import json

    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8 here. Save the file as UTF-8."
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON: {error.msg} at column {error.colno}. Was the line cut off?"
    return f"is no JSON: {error}."

"""Specifications: given (TOML), checked against the vocabulary, filled with defaults."""

from __future__ import annotations

from ieeelint.report.fields import Fields
from ieeelint.report.records import ReportError
from ieeelint.report.specification.model import Specification

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

    from ieeelint.report.fields import JSON

__all__ = ["Specification", "load", "loads"]


def load(path: str | PathLike[str]) -> Specification:
    """Read a specification.  Raises ReportError, with the line, for what is wrong in it."""
    name = str(path)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except UnicodeDecodeError as error:
        raise ReportError(f"is not UTF-8 (byte {error.start}). Save it as UTF-8.", name) from None
    except OSError as error:
        raise ReportError(f"cannot be read: {error.strerror or error}.", name) from None
    return loads(text, name)


def loads(text: str, path: str = "specification.toml") -> Specification:
    """A specification from its text; ``path`` is for messages, and files are sought in its
    folder.
    """
    import tomllib

    from ieeelint.report.specification.defaults import filled
    from ieeelint.report.specification.validation import complaints

    try:
        # dates are not JSON, but no field takes one: they are complained of
        data: dict[str, JSON] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, line = _decoded(str(error))
        raise ReportError(f"is no TOML: {message}.", path, line) from None
    found = list(complaints(data)) or _contradictions(Fields(data))
    if found:
        from ieeelint.report.specification.key_lines import line_of

        place, complaint = found[0]
        raise ReportError(complaint, path, line_of(text, place))
    return filled(Fields(data), path, text)


def _decoded(message: str) -> tuple[str, int]:
    """The words and the line of what ``tomllib`` says: "Expected … (at line 3, column 5)"."""
    what, _, place = message.rpartition(" (at line ")
    number = place.partition(",")[0]
    return (what, int(number)) if number.isdigit() else (message, 0)


OF_TABLES = ("column", "pivot", "cell", "rowgroup")
NEEDS = {
    "mark": "best",
    "within": "best",
    "best_requires": "best",
    "interval_style": "interval",
}  # else said in vain


def _contradictions(data: Fields) -> list[tuple[tuple[str | int, ...], str]]:
    """What is known word by word and still makes no sense."""
    if "table" in data and "figure" in data:
        return [(("figure",), "a specification makes a table or a figure; write two files")]
    if not {"table", "figure", "number"} & set(data):
        return [((), "says what to make nowhere: add [table], [figure] or [[number]]")]
    if "table" in data and ("column" in data) == ("pivot" in data):
        return [
            (
                ("pivot",) if "pivot" in data else ("table",),
                "a table has [[column]]s, or a [pivot] with a [cell]: one of both",
            )
        ]
    if "pivot" in data and "cell" not in data:
        return [(("pivot",), "a [pivot] needs a [cell] that says what its cells show")]
    if "pivot" not in data and "cell" in data:
        return [
            (
                ("cell",),
                (
                    "a [cell] says what the cells of a [pivot] show, and there is none: add"
                    " [pivot], or write its keys under each [[column]]"
                ),
            )
        ]
    stray = [name for name in OF_TABLES if name in data and "table" not in data]
    if stray:
        return [
            (
                (stray[0],),
                (
                    f"{stray[0]} is part of a table, and there is no [table]: add one, or remove"
                    f" {stray[0]}"
                ),
            )
        ]
    columns = data.objects("column") if "column" in data else []
    measures: list[tuple[tuple[str | int, ...], Fields]] = [
        (("column", number), column) for number, column in enumerate(columns)
    ]
    for path, measure in [*measures, (("cell",), data.optional("cell"))]:
        if not 0 < measure.optional("test").number("alpha", 0.05) < 1:
            return [((*path, "test"), "alpha is a probability: above 0 and below 1")]
        for name, needed in NEEDS.items():
            if name in measure and needed not in measure:
                return [
                    (
                        (*path, name),
                        f"{name} says nothing without {needed}: add {needed}, or remove {name}",
                    )
                ]
    if not 0 < data.optional("figure").number("height", 1) < float("inf"):
        return [(("figure", "height"), "height must be more than 0 inches")]
    return []

"""Reads specifications from TOML, checks them against the vocabulary, and adds defaults."""

from __future__ import annotations

import re

from ieeelint.inputs import InputError, text_of
from ieeelint.report.fields import Fields
from ieeelint.report.records import ReportError
from ieeelint.report.specification.model import Specification

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

    from ieeelint.report.fields import JSON

__all__ = ["Specification", "load", "load_all", "loads", "loads_all"]


def load(path: str | PathLike[str]) -> Specification:
    """The first specification of a file.  Raises ReportError, with the line, if it is invalid."""
    return load_all(path)[0]


def load_all(path: str | PathLike[str]) -> list[Specification]:
    """Every specification of a file: one for each [[table]].  Raises ReportError, as ``load``."""
    name = str(path)
    try:
        text = text_of(name)
    except InputError as error:
        raise ReportError(f"{error}.", name) from None
    return loads_all(text, name)


def loads(text: str, path: str = "specification.toml") -> Specification:
    """The first specification of a text; see ``loads_all``."""
    return loads_all(text, path)[0]


def loads_all(text: str, path: str = "specification.toml") -> list[Specification]:
    """Read the text of a file of specifications.  ``path`` is for messages; result files are
    relative to its folder.
    """
    import tomllib

    from ieeelint.report.specification.defaults import with_defaults
    from ieeelint.report.specification.several import path_in_file, separated
    from ieeelint.report.specification.validation import problems

    try:
        # dates are not JSON, but no key accepts one, so they are reported
        data: dict[str, JSON] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, line = _split_line(str(error))
        raise ReportError(f"is not valid TOML: {message}.", path, line) from None
    except RecursionError:
        raise ReportError("is nested too deeply.", path) from None
    specifications = separated(data)
    for number, one in enumerate(specifications):
        errors = list(problems(one)) or _contradictions(Fields(one))
        if errors:
            from ieeelint.report.specification.key_lines import line_of

            key, message = errors[0]
            raise ReportError(message, path, line_of(text, path_in_file(key, number, data)))
    made = [with_defaults(Fields(one), path, text) for one in specifications]
    if isinstance(data.get("table"), list):
        for specification in made:
            if specification.table is not None:
                specification.name = _file_name(specification.table.label)
    return made


def _file_name(label: str) -> str:
    """The name of the files of one of several tables: its label without "tab:"."""
    return re.sub(r"[^\w.-]+", "-", label.removeprefix("tab:"))


def _split_line(message: str) -> tuple[str, int]:
    """The text and the line of a message of ``tomllib``: "Expected … (at line 3, column 5)"."""
    text, _, position = message.rpartition(" (at line ")
    line = position.partition(",")[0]
    return (text, int(line)) if line.isdigit() else (message, 0)


NEEDS = {
    "mark": "best",
    "within": "best",
    "best_requires": "best",
    "interval_style": "interval",
}  # a key has no effect without the other


def _contradictions(data: Fields) -> list[tuple[tuple[str | int, ...], str]]:
    """Valid keys that contradict each other or miss a block: the path of each, and the message."""
    if "table" in data and "figure" in data:
        return [
            (
                ("figure",),
                "a specification has a table or a figure, not both: split it into two files",
            )
        ]
    if not {"table", "figure", "number"} & set(data):
        return [((), "does not say what to produce: add [table], [figure] or [[number]]")]
    if "table" in data and ("column" in data) == ("pivot" in data):
        return [
            (
                ("pivot",) if "pivot" in data else ("table",),
                "a table needs either [[column]] or a [pivot] with a [cell]",
            )
        ]
    if "pivot" in data and "cell" not in data:
        return [(("pivot",), "a [pivot] needs a [cell] with the metric of its cells: add one")]
    if "pivot" not in data and "cell" in data:
        return [
            (
                ("cell",),
                (
                    "a [cell] needs a [pivot]: add [pivot], or write the keys of [cell] under"
                    " each [[column]]"
                ),
            )
        ]
    from ieeelint.report.specification.several import OF_TABLES

    stray = [name for name in OF_TABLES if name in data and "table" not in data]
    if stray:
        return [
            (
                (stray[0],),
                (
                    f"{stray[0]} is part of a table, but there is no [table]: add one, or remove"
                    f" {stray[0]}"
                ),
            )
        ]
    columns = data.objects("column") if "column" in data else []
    blocks: list[tuple[tuple[str | int, ...], Fields]] = [
        (("column", number), column) for number, column in enumerate(columns)
    ]
    for path, block in [*blocks, (("cell",), data.optional("cell"))]:
        if not 0 < block.optional("test").number("alpha", 0.05) < 1:
            return [((*path, "test"), "alpha must be above 0 and below 1")]
        for name in ("alpha", "note"):
            if block.optional("test").flag("stars", False) and name in block.optional("test"):
                return [
                    ((*path, "test", name), f"{name} has no effect on stars: remove one of them")
                ]
        for name, needed in NEEDS.items():
            if name in block and needed not in block:
                return [
                    (
                        (*path, name),
                        f"{name} has no effect without {needed}: add {needed}, or remove {name}",
                    )
                ]
    if not 0 < data.optional("figure").number("height", 1) < float("inf"):
        return [(("figure", "height"), "height must be more than 0 inches")]
    return []

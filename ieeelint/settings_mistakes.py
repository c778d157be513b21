"""Messages about mistakes in a settings file: location, problem, and the marked line."""

from __future__ import annotations

import os
import re

from ieeelint.inputs import InputError, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def located(problem: str, name: str, text: str, key: str, word: str = "") -> str:
    """The message for a problem with the ``key`` of a settings file, or with the first ``word``
    after it.
    """
    start = our_table(text) if os.path.basename(name) == "pyproject.toml" else 0
    quoted = "[\"']?" + re.escape(key) + "[\"']?"
    setter = re.compile(rf"^[ \t]*(?:\[(?:tool\.ieeelint\.)?{quoted}[\].]|{quoted}\s*[=.])", re.M)
    match = setter.search(text, start)
    if match is None:
        return f"{name}: {problem}"
    at, length = text.index(key, match.start()), len(key)
    if word:
        inside = re.compile(r"(?<![\w-])" + re.escape(word) + r"(?![\w-])").search(
            text, at + length
        )
        if inside:
            at, length = inside.start(), len(word)
    line = text.count("\n", 0, at) + 1
    return _marked(problem, name, text, line, at - text.rfind("\n", 0, at), length)


def toml_of(path: str, name: str, failure: type[Exception]) -> tuple[dict[str, Any], str]:
    """The values and the text of a TOML file; ``name`` is the file in messages.

    Raises ``failure`` with the message if it cannot be read or is not valid.
    """
    import tomllib

    try:
        text = text_of(path)
        return tomllib.loads(text), text
    except InputError as error:
        raise failure(f"{name}: {error}") from None
    except RecursionError:
        raise failure(f"{name}: is nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        raise failure(not_toml(str(error), name, text)) from None


def not_toml(problem: str, name: str, text: str) -> str:
    """The message for a file that is not valid TOML; the problem is that of ``tomllib``."""
    location = re.search(r"at line (\d+), column (\d+)", problem)
    if not location:
        return f"{name}: is not valid TOML: {problem}"
    line, column = int(location.group(1)), int(location.group(2))
    return _marked(f"not valid TOML: {problem}", name, text, line, column, 1)


def our_table(text: str) -> int:
    """Where the settings in a pyproject.toml start; 0 if that is not clear."""
    opening = r"^[ \t]*(?:\[+[ \t]*tool[ \t]*\.[ \t]*|tool[ \t]*\.[ \t]*)?[\"']?ieeelint\b"
    match = re.search(opening, text, re.M)
    return match.start() if match is not None else 0


def _marked(problem: str, name: str, text: str, line: int, column: int, length: int) -> str:
    """``file:line:column: problem``, the line, and a mark below it; lines and columns count from
    1.
    """
    content = text.splitlines()[line - 1].replace("\t", " ")
    mark = " " * (column - 1) + "^" * length
    return f"{name}:{line}:{column}: {problem}\n  {content}\n  {mark}"

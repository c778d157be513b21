"""The keys of a venue file, and what their values must be.

A venue file says where its numbers come from and when somebody looked: limits change every year.
"""

from __future__ import annotations

from ieeelint.phrases import nearest_clause
from ieeelint.venue import PROFILES, STAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Problem = str | tuple[str, str]  # what follows the key, perhaps with the wrong word

PAPERS = ("letter", "a4")
BIOGRAPHIES = ("none", "optional", "all")
EDGES = ("top", "bottom", "left", "right")

# key -> (kind, description).
KEYS: dict[str, tuple[object, str]] = {
    "name": ("text", "Name of the venue, as messages print it."),
    "source": ("text", "Where the venue says so: an address, or the name of a document."),
    "checked": ("date", "When somebody last compared this file with the source: 2026-11-30."),
    "profile": (PROFILES, "Kind of publication."),
    "anonymous": ("stages", "True, or the stages whose drafts are for double-anonymous review."),
    "pages": ("pages", "Most pages: a number, or a table of stages."),
    "reference-pages": ("count", "Further pages for references alone."),
    "paper": ("papers", "Sizes of the paper that the venue accepts."),
    "margins": ("margins", "Narrowest margins in inches: top, bottom, left, right."),
    "gutter": ("length", "Narrowest space between the columns in inches."),
    "links": ("bool", "False if the PDF file must not have links and bookmarks."),
    "abstract": ("range", "Fewest and most words of the abstract."),
    "keywords": ("range", "Fewest and most index terms."),
    "biographies": (BIOGRAPHIES, "Biographies of the authors: none, optional, or of all."),
    "copyright": ("text", "The line at the foot of the first page of the camera-ready copy."),
    "mandatory": ("rules", "Rules whose findings nobody can suppress."),
}


def fault(key: str, value: Any) -> tuple[str, str]:
    """What is wrong with a value of a venue file, and the wrong word in it; empty strings if it is
    correct.
    """
    if key not in KEYS:
        return f'unknown key "{key}"{nearest_clause(key, KEYS)}', ""
    kind = KEYS[key][0]
    if isinstance(kind, tuple):
        if value not in kind:
            hint = nearest_clause(str(value), kind)
            return f'"{key}" must be one of {", ".join(kind)}, not "{value}"{hint}', ""
        return "", ""
    problem = {
        "text": _text,
        "date": _date,
        "stages": _stages,
        "pages": _pages,
        "count": _count,
        "papers": _papers,
        "margins": _margins,
        "length": _length,
        "bool": _bool,
        "range": _range,
        "rules": _rules,
    }[str(kind)](value)
    if isinstance(problem, tuple):
        return f'"{key}" {problem[0]}', problem[1]
    return (f'"{key}" {problem}', "") if problem else ("", "")


def _text(value: Any) -> Problem:
    return "" if isinstance(value, str) and value.strip() else "must be a string that is not empty"


def _date(value: Any) -> Problem:
    from datetime import date, datetime

    is_date = isinstance(value, date) and not isinstance(value, datetime)
    return "" if is_date else "must be a date without quotes, such as 2026-11-30"


def _bool(value: Any) -> Problem:
    return "" if isinstance(value, bool) else "must be true or false"


def _count(value: Any) -> Problem:
    return "" if _is_number(value) else "must be a number from 0"


def _length(value: Any) -> Problem:
    is_length = type(value) in (int, float) and 0 <= value <= 10
    return "" if is_length else "must be a length in inches, such as 0.75"


def _is_number(value: Any, least: int = 0) -> bool:
    return type(value) is int and least <= value <= 100_000


def _stages(value: Any) -> Problem:
    if isinstance(value, bool):
        return ""
    if not isinstance(value, list):
        return 'must be true, false, or a list of stages, such as ["review"]'
    return _unknown(value, STAGES, "stage")


def _papers(value: Any) -> Problem:
    if not isinstance(value, list) or not value:
        return 'must be a list of sizes, such as ["letter", "a4"]'
    return _unknown(value, PAPERS, "size")


def _unknown(values: list[Any], known: tuple[str, ...], noun: str) -> Problem:
    for value in values:
        if value not in known:
            hint = nearest_clause(str(value), known)
            return f'has the unknown {noun} "{value}"; use {", ".join(known)}{hint}', str(value)
    return ""


def _pages(value: Any) -> Problem:
    if _is_number(value, 1):
        return ""
    if not isinstance(value, dict) or not value:
        return "must be a number from 1, or a table such as { review = 8, camera-ready = 6 }"
    for stage, number in value.items():
        if stage not in STAGES:
            return _unknown([stage], STAGES, "stage")
        if not _is_number(number, 1):
            return f'must have a number from 1 for "{stage}"', stage
    return ""


def _margins(value: Any) -> Problem:
    if not isinstance(value, dict) or not value:
        return "must be a table of inches, such as { top = 0.75, bottom = 1.0 }"
    for edge, length in value.items():
        if edge not in EDGES:
            return _unknown([edge], EDGES, "edge")
        if _length(length):
            return f'must have a length in inches for "{edge}", such as 0.75', edge
    return ""


def _range(value: Any) -> Problem:
    is_pair = isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))
    if not is_pair:
        return "must be two numbers, the least and the most, such as [150, 250]"
    return "" if value[0] <= value[1] else "must have the smaller number first"


def _rules(value: Any) -> Problem:
    is_words = isinstance(value, list) and all(isinstance(word, str) for word in value)
    return "" if is_words else 'must be a list of rules, such as ["TPL", "ABS001"]'

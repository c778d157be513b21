"""What a header means, however it is written: "VGG16" is "VGG-16", "Acc." is "Accuracy".

Two headers with the same meaning are the same row or column, also if their numbers differ.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ieeelint.report.numbers.units import family, spelling
from ieeelint.report.verify.headers import normalized, split_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.report.verify.lock import LockedColumn

PIECE = re.compile(r"[a-z]+|\d+(?:\.\d+)?|[+%]")
PREFIXED = re.compile(r"^([kmgt])(flops?|macs?|params?|parameters|ops)$")
NOT_SAID = ("%", "no", "number", "num", "of")  # pieces that a header may leave out


@lru_cache(maxsize=20_000)
def in_order(text: str) -> tuple[str, ...]:
    """The meaning of the header of a row: its letters and numbers, without what joins them."""
    return tuple(_synonyms().get(piece, piece) for piece in PIECE.findall(normalized(text)))


@lru_cache(maxsize=20_000)
def in_one_word(text: str) -> tuple[str, ...]:
    """The meaning of a header without its unit, however its words are joined or broken: "ConvSeq"
    means "Conv-Seq".
    """
    joined = "".join(in_order(split_unit(text)[0]))
    return (joined,) if joined else ()


@lru_cache(maxsize=20_000)
def in_any_order(text: str) -> tuple[str, ...]:
    """The meaning of the header of a column, without its unit: "GFLOPs" means "FLOPs (G)"."""
    pieces = in_order(split_unit(text)[0])
    bare = [PREFIXED.sub(r"\2", piece) for piece in pieces]
    pieces = tuple(sorted(_synonyms().get(piece, piece) for piece in bare))
    return tuple(piece for piece in pieces if piece not in NOT_SAID) or pieces


def prefix_of(text: str) -> str:
    """The prefix of a unit that a header has in its word: "G" in "GFLOPs"."""
    for piece in PIECE.findall(normalized(split_unit(text)[0])):
        if match := PREFIXED.fullmatch(piece):
            return "k" if match[1] == "k" else match[1].upper()
    return ""


def stated_unit(unit: str, column: LockedColumn) -> str:
    """The unit in a header of a draft, in the terms of the column of the results: "G" is "GFLOP" if
    the results have FLOP, and nothing if their header is "GFLOPs" and has no unit.
    """
    if unit.endswith("FLOPS") and column.unit in (*family("FLOP"), *family("k")):
        unit = unit[:-1]  # authors write it for operations, too
    unit = spelling(unit)
    if unit and not column.unit and prefix_of(column.header) == unit.removesuffix("FLOP"):
        return ""
    if column.unit in family("FLOP") and f"{unit}FLOP" in family("FLOP"):
        return f"{unit}FLOP"
    if unit in family("FLOP") and column.unit in family("k"):
        return unit.removesuffix("FLOP") or "1"
    return unit


def only_one(pairs: Iterable[tuple[tuple[str, ...], str]]) -> dict[tuple[str, ...], str]:
    """The headers by meaning, without meanings that several headers have."""
    headers: dict[tuple[str, ...], str] = {}
    several = set()
    for meaning, header in pairs:
        if meaning and headers.setdefault(meaning, header) != header:
            several.add(meaning)
    return {meaning: header for meaning, header in headers.items() if meaning not in several}


@cache
def _synonyms() -> dict[str, str]:
    """The word that stands for each of its synonyms."""
    import tomllib

    path = Path(__file__).parents[1] / "data" / "synonyms.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return {synonym: word for word, synonyms in table.items() for synonym in synonyms.split()}

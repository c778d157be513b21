"""The styles of tables in a draft: its own where it has them, the template's where it lacks
them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from ieeelint.ooxml.names import W, value
from ieeelint.resources import templates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.styles import Style, Styles

# What a style is for, and the keys of the styles that templates have for it.
HEAD = "table head"
COLUMN_HEAD = "table col head"
COLUMN_SUBHEAD = "table col subhead"
COPY = "table copy"
NOTE = "table footnote"
KEYS = {
    HEAD: (
        "tablehead",
        "tabletitle",
        "tablecaption",
        "ieeetablehead",
        "ieeetabletitle",
        "ieeetablecaption",
    ),
    COLUMN_HEAD: ("tablecolhead", "tablecolumnhead"),
    COLUMN_SUBHEAD: ("tablecolsubhead", "tablecolumnsubhead"),
    COPY: ("tablecopy", "tabletext"),
    NOTE: ("tablefootnote", "tablenote"),
}
ON_TWO_LINES = (
    "tabletitle",
    "ieeetabletitle",
)  # of the Transactions: the number on a line of its own
SIZES = {HEAD: 8.0, COLUMN_HEAD: 8.0, COLUMN_SUBHEAD: 7.5, COPY: 8.0, NOTE: 6.0}


@dataclass(slots=True)
class TableStyles:
    """What paragraphs of a table are given.

    ``identifiers`` and ``sizes`` (points) are by what a style is for; ``is_numbered`` says that the
    style of table heads prints "TABLE I." by its list, ``on_two_lines`` that the title begins on a
    line of its own; ``added`` are the definitions that the draft lacks, as XML.
    """

    identifiers: dict[str, str]
    sizes: dict[str, float]
    is_numbered: bool
    on_two_lines: bool
    added: list[str]


def styles_of(styles: Styles, numbering: Element | None) -> TableStyles:
    """The styles of a draft for tables; ``numbering`` is the root of its lists."""
    by_key = {
        style.key: style
        for style in reversed(styles.by_identifier.values())
        if style.kind == "paragraph"
    }
    found = TableStyles({}, dict(SIZES), False, False, [])
    missing: dict[str, str] = {}
    for use, keys in KEYS.items():
        style = next((by_key[key] for key in keys if key in by_key), None)
        if style is None:
            identifier = keys[0]
            while identifier in styles.by_identifier:
                identifier += "1"
            missing[keys[0]] = found.identifiers[use] = identifier
            continue
        found.identifiers[use] = style.identifier
        found.sizes[use] = styles.looks(style)[1].size or SIZES[use]
        if use == HEAD:
            level = _level(styles, style, numbering)
            found.is_numbered = "table" in value(level, "lvlText").lower()
            found.on_two_lines = style.key in ON_TWO_LINES or (
                found.is_numbered and value(level, "suff") == "nothing"
            )
    found.added = _definitions(missing)
    return found


def _level(styles: Styles, style: Style, numbering: Element | None) -> Element | None:
    """The level of the list that the style belongs to; None for none."""
    place = styles.looks(style)[0].numbering
    if place is None or numbering is None:
        return None
    number, depth = place
    lists = {
        one.get(W + "numId"): value(one, "abstractNumId") for one in numbering.findall(W + "num")
    }
    for one in numbering.findall(W + "abstractNum"):
        if one.get(W + "abstractNumId") == lists.get(number):
            levels = one.findall(W + "lvl")
            linked = [level for level in levels if value(level, "pStyle") == style.identifier]
            deep = [level for level in levels if level.get(W + "ilvl") == str(depth)]
            return next(iter(linked + deep), None)
    return None


def _definitions(missing: dict[str, str]) -> list[str]:
    """The template's definitions of these styles under their new identifiers."""
    if not missing:
        return []
    with open(os.path.join(templates(), "word", "table-styles.xml"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    return [
        line.strip().replace(f'w:styleId="{known}"', f'w:styleId="{identifier}"')
        for known, identifier in missing.items()
        for line in lines
        if f'w:styleId="{known}"' in line
    ]

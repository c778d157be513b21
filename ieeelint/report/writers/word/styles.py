"""The styles of tables: those of the draft, and those of the template if the draft has none."""

from __future__ import annotations

import os
from dataclasses import dataclass

from ieeelint.ooxml.names import W, value
from ieeelint.resources import templates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.ooxml.styles import Style, Styles

# The use of each style, named as in the Word template of IEEE, and the keys of styles for it.
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
# the styles of the Transactions, with the number on a separate line
ON_TWO_LINES = ("tabletitle", "ieeetabletitle")
SIZES = {HEAD: 8.0, COLUMN_HEAD: 8.0, COLUMN_SUBHEAD: 7.5, COPY: 8.0, NOTE: 6.0}


@dataclass(slots=True)
class TableStyles:
    """The styles of the paragraphs of a table.

    ``identifiers`` and ``sizes`` (points) are by the use of the style.  ``is_numbered`` is True if
    the style of captions has a list that prints "TABLE I.", ``on_two_lines`` if the title is on a
    separate line.  ``added`` has the definitions that the draft does not have, as XML.
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
    table_styles = TableStyles({}, dict(SIZES), False, False, [])
    missing: dict[str, str] = {}
    for use, keys in KEYS.items():
        style = next((by_key[key] for key in keys if key in by_key), None)
        if style is None:
            identifier = keys[0]
            while identifier in styles.by_identifier:
                identifier += "1"
            missing[keys[0]] = table_styles.identifiers[use] = identifier
            continue
        table_styles.identifiers[use] = style.identifier
        table_styles.sizes[use] = styles.looks(style)[1].size or SIZES[use]
        if use == HEAD:
            level = _level(styles, style, numbering)
            table_styles.is_numbered = "table" in value(level, "lvlText").lower()
            table_styles.on_two_lines = style.key in ON_TWO_LINES or (
                table_styles.is_numbered and value(level, "suff") == "nothing"
            )
    table_styles.added = _definitions(missing)
    return table_styles


def _level(styles: Styles, style: Style, numbering: Element | None) -> Element | None:
    """The level of the list that the style belongs to, if any."""
    list_level = styles.looks(style)[0].numbering
    if list_level is None or numbering is None:
        return None
    number, depth = list_level
    lists = {
        element.get(W + "numId"): value(element, "abstractNumId")
        for element in numbering.findall(W + "num")
    }
    for element in numbering.findall(W + "abstractNum"):
        if element.get(W + "abstractNumId") == lists.get(number):
            levels = element.findall(W + "lvl")
            linked = [level for level in levels if value(level, "pStyle") == style.identifier]
            at_depth = [level for level in levels if level.get(W + "ilvl") == str(depth)]
            return next(iter(linked + at_depth), None)
    return None


def _definitions(missing: dict[str, str]) -> list[str]:
    """The definitions of these styles in the template, with their new identifiers."""
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

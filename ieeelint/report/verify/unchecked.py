"""Results that no number of a draft is compared with: tables, and rows and columns of tables."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.report.verify.draft_tables import anchor_of, name_of, named_floats
from ieeelint.report.verify.mismatch import SHAPE, UNCHECKED, Mismatch
from ieeelint.report.verify.used_keys import pinned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.verify.draft_tables import DraftTable
    from ieeelint.report.verify.lock import Lock
    from ieeelint.views.draft import Draft


def unchecked_tables(draft: Draft, lock: Lock, found: set[str]) -> Iterator[Mismatch]:
    """The tables of the results that were not found: those that a float names, and, if the draft
    has other tables, those that it uses in no other way.
    """
    left = [label for label in lock.tables if label not in found]
    for float_, by_label in named_floats(draft, lock.tables) if left else ():
        for label, caption in by_label.items():
            if label in left:
                left.remove(label)
                why = (
                    "none of its tabulars has the headers and the numbers of these results. Use"
                    " their headers."
                    if any(grid.rows for grid in float_.grids)
                    else "no cells can be read, as in a picture or a file that is not there. Write"
                    " the cells as text."
                )
                message = f'{name_of(float_, label)} is not compared with "{label}" of the results:'
                yield Mismatch(SHAPE, anchor_of(float_, caption), f"{message} {why}", UNCHECKED)
    tables = [table for table in draft.paper.tables if any(grid.rows for grid in table.grids)]
    if not left or len(tables) <= len(found):
        return
    used = {key.partition(".")[0] for key, _ in pinned(draft, lock)}
    for label in left:
        if label.removeprefix("tab:") not in used:
            message = (
                f'No table of the paper resembles "{label}" of the results, so none of its numbers'
                f" is checked. Write \\label{{{label}}} or the title of the results in its table."
            )
            yield Mismatch(SHAPE, Span(draft.paper.root, 0, 0), message, UNCHECKED)


def unchecked_rows(table: DraftTable) -> Iterator[Mismatch]:
    """Rows and columns of the results that the draft may have in other words: they are not
    compared.

    A table with another label and title may leave out rows, so only those count that it seems to
    have.
    """
    if not any(part.cells for part in table.parts):
        if any(part.is_unreadable for part in table.parts):
            message = (
                f"{table.name} is not compared with the results: most of its row headers print no"
                " text here. Write their words in the table, or define their macros in the draft."
            )
            yield Mismatch(SHAPE, table.anchor, message, UNCHECKED)
        return
    for noun, unchecked, missing in (
        (
            "row",
            [part.unchecked_rows for part in table.parts],
            [part.lost_rows for part in table.parts],
        ),
        (
            "column",
            [part.unchecked_columns for part in table.parts],
            [part.lost_columns for part in table.parts],
        ),
    ):
        names = lost(unchecked)
        if not table.is_named:
            names += [name for name in lost(missing) if name in table.parts[0].similar]
        if names:
            message = (
                f"{table.name}: the {named(noun, names)} of the results"
                f" {'is' if len(names) == 1 else 'are'} not compared, because no header is clearly"
                " the same."
            )
            if len(names) == 1 and (similar := table.parts[0].similar.get(names[0])):
                message += f" {similar}"
            message += " Use the headers of the results."
            yield Mismatch(SHAPE, table.anchor, message, UNCHECKED)


def lost(headers: list[list[str]]) -> list[str]:
    """The headers that every tabular is missing."""
    first, *others = headers
    return [header for header in first if all(header in other for other in others)]


def named(noun: str, names: list[str]) -> str:
    """The first names, after a noun in the singular or plural."""
    shown = ", ".join(f'"{name}"' for name in names[:5])
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"{noun}{'s' if len(names) > 1 else ''} {shown}{more}"

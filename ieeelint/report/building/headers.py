"""The header rows of a table: column names, spanners over adjacent columns, and shared units."""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.grid import Header
from ieeelint.report.words import Words, plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True, eq=False)
class Leaf:
    """The header of a column: its words, the group over it, its unit and its note."""

    header: Words
    unit: str = ""
    short: Words = ()
    group: Words = ()
    note: Words = ()
    group_has_unit: bool = False  # the words of the group contain the unit
    has_unit: bool = False  # the words of the column do

    @property
    def printed_unit(self) -> str:
        """The unit that is printed after its words."""
        return "" if self.has_unit else self.unit

    @property
    def whole(self) -> Words:
        """All words over the column, in reading order."""
        if not self.group or not self.header:
            return self.group + self.header
        return (*self.group, *words(", "), *self.header)


def header_rows(
    first: Words, leaves: Sequence[Leaf]
) -> tuple[list[list[Header]], list[tuple[Header, Words]]]:
    """The header rows over the column of row names and ``leaves``, and the notes of headers.

    Adjacent columns of a group have a spanner, which has the unit or the note that they share.
    If there are groups, a column without one has its words in the upper row, its unit in the lower.
    """
    if not any(leaf.group for leaf in leaves):
        row = [
            Header(leaf.header, at, unit=leaf.printed_unit, short=leaf.short)
            for at, leaf in enumerate(leaves, 1)
        ]
        return [[Header(first, 0), *row]], [
            (header, leaf.note) for header, leaf in zip(row, leaves) if leaf.note
        ]
    upper, lower = [Header((), 0)], [Header(first, 0)]
    notes: list[tuple[Header, Words]] = []
    for at, members in _runs(leaves):
        if not members[0].group:
            _add_single(members[0], at, upper, lower, notes)
        else:
            _add_group(members, at, upper, lower, notes)
    return [upper, lower], notes


def _runs(leaves: Sequence[Leaf]) -> list[tuple[int, list[Leaf]]]:
    """Adjacent columns of one group, each run with the number of its first column."""
    runs: list[tuple[int, list[Leaf]]] = []
    for at, leaf in enumerate(leaves, 1):
        if runs and leaf.group and plain(runs[-1][1][0].group) == plain(leaf.group):
            runs[-1][1].append(leaf)
        else:
            runs.append((at, [leaf]))
    return runs


def _add_single(
    leaf: Leaf, at: int, upper: list[Header], lower: list[Header], notes: list[tuple[Header, Words]]
) -> None:
    if leaf.printed_unit:
        upper.append(Header(leaf.header, at, short=leaf.short))
        lower.append(Header((), at, unit=leaf.unit))
        header = upper[-1]
    else:
        upper.append(Header((), at))
        lower.append(Header(leaf.header, at, short=leaf.short))
        header = lower[-1]
    if leaf.note:
        notes.append((header, leaf.note))


def _add_group(
    members: Sequence[Leaf],
    at: int,
    upper: list[Header],
    lower: list[Header],
    notes: list[tuple[Header, Words]],
) -> None:
    units = {leaf.printed_unit for leaf in members}
    shared_unit = units.pop() if len(units) == 1 else None
    texts = {plain(leaf.note) for leaf in members if leaf.note}
    shared_note = next((leaf.note for leaf in members if leaf.note), ()) if len(texts) == 1 else ()
    has_unit = members[0].group_has_unit
    unit = "" if has_unit else shared_unit or ""
    spanner = Header(members[0].group, at, len(members), unit, ruled=True)
    upper.append(spanner)
    if shared_note:
        notes.append((spanner, shared_note))
    for number, leaf in enumerate(members):
        unit = "" if has_unit or shared_unit is not None else leaf.printed_unit
        lower.append(Header(leaf.header, at + number, unit=unit, short=leaf.short))
        if leaf.note and not shared_note:
            notes.append((lower[-1], leaf.note))

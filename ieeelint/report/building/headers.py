"""The head of a table: names over columns, spanners over neighbours, units where they are
shared.
"""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.grid import Head
from ieeelint.report.words import Words, plain, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True, eq=False)
class Leaf:
    """A column's head: its words, the group over it, its unit and its note."""

    header: Words
    unit: str = ""
    short: Words = ()
    group: Words = ()
    note: Words = ()
    group_has_unit: bool = False  # the group's words say the unit already
    has_unit: bool = False  # its own words do

    @property
    def unit_behind(self) -> str:
        """The unit that is printed behind its words."""
        return "" if self.has_unit else self.unit

    @property
    def whole(self) -> Words:
        """All that stands over the column, as one reads it."""
        if not self.group or not self.header:
            return self.group + self.header
        return (*self.group, *words(", "), *self.header)


def heads(
    first: Words, leaves: Sequence[Leaf]
) -> tuple[list[list[Head]], list[tuple[Head, Words]]]:
    """The rows of heads over the column of row names and ``leaves``, and the notes of heads.

    Neighbours of one group have a spanner; a unit or a note that all of them share goes up to it.
    Beside groups, a column without one has its words in the upper row, its unit in the lower.
    """
    if not any(leaf.group for leaf in leaves):
        row = [
            Head(leaf.header, at, unit=leaf.unit_behind, short=leaf.short)
            for at, leaf in enumerate(leaves, 1)
        ]
        return [[Head(first, 0), *row]], [
            (head, leaf.note) for head, leaf in zip(row, leaves) if leaf.note
        ]
    upper, lower = [Head((), 0)], [Head(first, 0)]
    notes: list[tuple[Head, Words]] = []
    for at, members in _runs(leaves):
        if not members[0].group:
            _alone(members[0], at, upper, lower, notes)
        else:
            _grouped(members, at, upper, lower, notes)
    return [upper, lower], notes


def _runs(leaves: Sequence[Leaf]) -> list[tuple[int, list[Leaf]]]:
    """Neighbours of one group, each run with the number of its first column."""
    runs: list[tuple[int, list[Leaf]]] = []
    for at, leaf in enumerate(leaves, 1):
        if runs and leaf.group and plain(runs[-1][1][0].group) == plain(leaf.group):
            runs[-1][1].append(leaf)
        else:
            runs.append((at, [leaf]))
    return runs


def _alone(
    leaf: Leaf, at: int, upper: list[Head], lower: list[Head], notes: list[tuple[Head, Words]]
) -> None:
    if leaf.unit_behind:
        upper.append(Head(leaf.header, at, short=leaf.short))
        lower.append(Head((), at, unit=leaf.unit))
        named = upper[-1]
    else:
        upper.append(Head((), at))
        lower.append(Head(leaf.header, at, short=leaf.short))
        named = lower[-1]
    if leaf.note:
        notes.append((named, leaf.note))


def _grouped(
    members: Sequence[Leaf],
    at: int,
    upper: list[Head],
    lower: list[Head],
    notes: list[tuple[Head, Words]],
) -> None:
    units = {leaf.unit_behind for leaf in members}
    shared_unit = units.pop() if len(units) == 1 else None
    noted = {plain(leaf.note) for leaf in members if leaf.note}
    shared_note = next((leaf.note for leaf in members if leaf.note), ()) if len(noted) == 1 else ()
    told = members[0].group_has_unit
    over = Head(members[0].group, at, len(members), "" if told else shared_unit or "", ruled=True)
    upper.append(over)
    if shared_note:
        notes.append((over, shared_note))
    for number, leaf in enumerate(members):
        unit = "" if told or shared_unit is not None else leaf.unit_behind
        lower.append(Head(leaf.header, at + number, unit=unit, short=leaf.short))
        if leaf.note and not shared_note:
            notes.append((lower[-1], leaf.note))

"""Going on from a place in a long sequence."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeVar

    Item = TypeVar("Item")


def items_from(items: Sequence[Item], first: int) -> Iterator[Item]:
    """The items from index ``first`` on.

    ``itertools.islice`` visits all items before it, and a slice copies all items after it.
    """
    return (items[at] for at in range(first, len(items)))

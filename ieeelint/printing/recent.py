"""Values that were needed lately: an editor prints the same list again after each keystroke."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

MOST = 2000  # values


class Recent:
    """The last values by their keys."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._values: dict[Hashable, str] = {}

    def value(self, key: Hashable, make: Callable[[], str]) -> str:
        """The value of a key, made when it is not among the last ones."""
        known = self._values.get(key)
        if known is None:
            while len(self._values) >= self._most:
                del self._values[next(iter(self._values))]
            known = self._values[key] = make()
        return known

    def forget(self) -> None:
        """As in a new process."""
        self._values.clear()

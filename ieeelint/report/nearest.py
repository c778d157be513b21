"""The name that was probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str:
    """``" Did you mean 'latency'?"``, or nothing where no name is near."""
    import difflib

    known = [str(one) for one in names]
    found = difflib.get_close_matches(name, known, 1, 0.6)
    if not found:  # one name within the other, such as a dotted name's last part
        found = [one for one in known if len(name) > 2 and name.lower() in one.lower()][:1]
    return f" Did you mean {found[0]!r}?" if found else ""


def listed(names: Iterable[object], most: int = 12) -> str:
    """Names for an error, the first ``most`` of them."""
    known = [repr(one) if isinstance(one, str) else str(one) for one in names]
    return ", ".join(known[:most]) + (f", … ({len(known)} in all)" if len(known) > most else "")

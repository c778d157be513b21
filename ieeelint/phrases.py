"""Phrases that messages share: counts, lists of names, and the name that was probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def plural(number: int, noun: str) -> str:
    """``1 finding``, ``2 findings``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def series(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b, and c``."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


def quoted(words: Iterable[str], most: int = 4) -> str:
    """Words in quotes, as in ``"a", "b", and 3 more``; each is named once."""
    different = list(dict.fromkeys(words))
    shown = [f'"{word}"' for word in different[:most]]
    if len(different) > most:
        shown.append(f"{len(different) - most} more")
    return series(shown)


def literal(value: object) -> str:
    """A value as TOML writes it: ``"se"``, ``1024``, ``true``."""
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else str(value)


def listed(names: Iterable[object], most: int = 12) -> str:
    """Names with commas, text in quotes, the first ``most`` of them."""
    known = [literal(name) for name in names]
    return ", ".join(known[:most]) + (f", … ({len(known)} in all)" if len(known) > most else "")


def nearest(name: str, names: Iterable[object]) -> str:
    """The name that is spelled most like ``name``; empty where none is close.

    The dashes of options do not count: they would make any two short options alike.
    """
    from difflib import get_close_matches

    by_letters = {str(known).lstrip("-"): str(known) for known in names}
    close = get_close_matches(name.lstrip("-"), by_letters, 1, 0.6)
    return by_letters[close[0]] if close else ""


def nearest_clause(name: str, names: Iterable[object]) -> str:
    """``; did you mean "latency"?`` to end a message, or nothing where no name is close."""
    close = nearest(name, names)
    return f'; did you mean "{close}"?' if close else ""


def nearest_sentence(name: str, names: Iterable[object]) -> str:
    """`` Did you mean "latency"?``, a whole sentence, or nothing if no name is close.

    A name that contains ``name``, such as a dotted name with this last part, is close as well.
    """
    known = list(map(str, names))
    close = nearest(name, known)
    if not close and len(name) > 2:
        close = next((one for one in known if name.lower() in one.lower()), "")
    return f' Did you mean "{close}"?' if close else ""

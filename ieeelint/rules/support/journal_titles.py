"""What IEEE's periodicals are called: a title typed in any way, and its abbreviation."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.tables import table

SMALL = frozenset("on of the and in for with a an to &".split())
_TITLES: dict[str, tuple[str, str]] = {}
_BY_FIRST: dict[tuple[str, str], list[tuple[list[str], str, str]]] = {}


def abbreviation(typed: str) -> tuple[str, str] | None:
    """Abbreviation and macro of the IEEE periodical that is meant; None when it is none, or typed
    rightly.

    A title in full counts, and one abbreviated in another way, where each of
    its words begins one word of the title in order and only one title fits.
    """
    plain = " ".join(pattern(r"[{}\\]").sub("", typed).replace("~", " ").split())
    if "IEEE" not in plain[:12].upper():
        return None
    if not _TITLES:
        _load()
    words = _words(plain)
    known = _TITLES.get(" ".join(words))
    if known is not None:
        return None if _same(plain, known[0]) else known
    if len(words) < 3:
        return None
    fits = {
        (short, macro)
        for title, short, macro in _BY_FIRST.get((words[0], words[1][:1]), ())
        if len(title) == len(words)
        and all(_begins(full, part) for full, part in zip(title, words, strict=True))
    }
    if len(fits) != 1:
        return None
    found = fits.pop()
    return None if _same(plain, found[0]) else found


def _same(typed: str, short: str) -> bool:
    """True when the abbreviation is the one, points and commas aside; IEEE's template itself
    writes out "Japan".
    """
    bare = pattern(r"[.,]").sub
    return bare("", typed).replace("Japan", "Jpn").split() == bare("", short).split()


def _begins(full: str, part: str) -> bool:
    """True when the word may be an abbreviation of the full one: "int." or "intell." of
    "intelligent".
    """
    return full.startswith(part) or (
        len(part) > 2 and part[-1] == "s" and full.startswith(part[:-1])
    )


def _words(title: str) -> list[str]:
    """The words that count, in lower case."""
    words = pattern(r"[\w&/-]+").findall(title.lower().replace("ieee/", "ieee "))
    return [word for word in words if word not in SMALL]


def _load() -> None:
    titles: dict[str, list[str]] = table("journals")["titles"]
    for title, (short, macro) in titles.items():
        for form in (title, short):
            _TITLES.setdefault(" ".join(_words(form)), (short, macro))
        words = _words(title)
        if len(words) > 2:
            _BY_FIRST.setdefault((words[0], words[1][:1]), []).append((words, short, macro))

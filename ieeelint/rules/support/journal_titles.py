"""IEEE's periodicals: from a title in any spelling to its abbreviation."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context

# Words that abbreviated titles leave out.
LEFT_OUT = frozenset(("on", "of", "the", "and", "in", "for", "with", "a", "an", "to", "&"))


class Titles:
    """The titles of a table, by all their words and by how they begin.

    ``by_words`` leads from the words of a title or abbreviation to abbreviation and macro;
    ``by_beginning`` from the first word and the next letter to words, abbreviation and macro.
    """

    def __init__(self, table: dict[str, list[str]]) -> None:
        self.table = table
        self.by_words: dict[str, tuple[str, str]] = {}
        self.by_beginning: dict[tuple[str, str], list[tuple[list[str], str, str]]] = {}
        for title, (short, macro) in table.items():
            for form in (title, short):
                self.by_words.setdefault(" ".join(_words(form)), (short, macro))
            words = _words(title)
            if len(words) > 2:
                beginning = (words[0], words[1][:1])
                self.by_beginning.setdefault(beginning, []).append((words, short, macro))


_latest = Titles({})


def _titles(context: Context) -> Titles:
    """The titles of this run; the latest are kept, since most runs use the same table."""
    global _latest
    table = context.vocabulary.journals.titles
    if _latest.table is not table:
        _latest = Titles(table)
    return _latest


def abbreviation(context: Context, typed: str) -> tuple[str, str] | None:
    """Abbreviation and macro of the IEEE periodical that ``typed`` means; None when it means none
    or is already right.

    ``typed`` may be a full title. It may also be abbreviated in another way, if each of its words
    begins a word of the title, in order, and only one title matches.
    """
    plain = " ".join(pattern(r"[{}\\]").sub("", typed).replace("~", " ").split())
    if "IEEE" not in plain[:12].upper():
        return None
    titles = _titles(context)
    words = _words(plain)
    exact = titles.by_words.get(" ".join(words))
    if exact is not None:
        return None if _is_same(plain, exact[0]) else exact
    if len(words) < 3:
        return None
    matches = {
        (short, macro)
        for title, short, macro in titles.by_beginning.get((words[0], words[1][:1]), ())
        if len(title) == len(words)
        and all(_begins(full, part) for full, part in zip(title, words, strict=True))
    }
    if len(matches) != 1:
        return None
    match = matches.pop()
    return None if _is_same(plain, match[0]) else match


def _is_same(typed: str, short: str) -> bool:
    """True if ``typed`` is the abbreviation, apart from periods and commas.

    "Japan" may be written in full, as in IEEE's template.
    """
    bare = pattern(r"[.,]").sub
    return bare("", typed).replace("Japan", "Jpn").split() == bare("", short).split()


def _begins(full: str, part: str) -> bool:
    """True if ``part`` may abbreviate ``full``, as "int." or "intell." does "intelligent"."""
    return full.startswith(part) or (
        len(part) > 2 and part[-1] == "s" and full.startswith(part[:-1])
    )


def _words(title: str) -> list[str]:
    """The words of a title that its abbreviation keeps, in lowercase."""
    words = pattern(r"[\w&/-]+").findall(title.lower().replace("ieee/", "ieee "))
    return [word for word in words if word not in LEFT_OUT]

r"""Templates of messages, which find the variable parts of an English message.

``<name>`` stands for text that stays as it is, ``<name!>`` for words of ieeelint that are
translated in turn, ``<name?>`` for words that are translated if they are known, such as those for
the venue, which may have a name, ``<name#>`` for a number, and ``<name,>`` for a list, such as
``"a", "b", and 2 more``.  ``<is|are>`` is one of these words, which the other language does not
show.
"""

from __future__ import annotations

from itertools import islice

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Part = str | tuple[str, ...]

PART = r"<([a-z]+)([!?,#]?)>|<([^<>]*\|[^<>]*)>"
WORDS, ANY, LIST, NUMBER = "!", "?", ",", "#"
LONGEST = 2000  # characters of a message: one may quote a label of any length
MOST_DIVISIONS = 100  # of one message: its quotations may contain the words of the template
ENTRY = r'("[^"]*"|“[^”]*”|\([^()]*\))|(,? (?:and|or) |, )'


class Template:
    """An English message with variable parts, and its translation."""

    __slots__ = ("english", "translation", "literal", "longest")

    def __init__(self, english: str, translation: str) -> None:
        self.english = english
        self.translation = translation
        pieces = pattern(PART).sub("\0", english).split("\0")
        self.literal = sum(map(len, pieces))  # characters that must be there
        self.longest = max(pieces, key=len)  # which a message must contain

    def matches(self, text: str) -> Iterator[dict[str, str]]:
        """The variable parts of a message by name, divided in each way that fits."""
        if self.longest in text and len(text) <= LONGEST:
            yield from islice(_divided(parts_of(self.english), text, 0, {}), MOST_DIVISIONS)


def parts_of(template: str) -> list[Part]:
    """The names of variable parts, and between them tuples with the words that may be there."""
    parts: list[Part] = []
    end = 0
    for part in pattern(PART).finditer(template):
        parts.append((template[end : part.start()],))
        end = part.end()
        name = part[1] and part[1] + part[2].strip("!?,")
        parts.append(name or tuple(part[3].split("|")))
    return [*parts, (template[end:],)]


def _divided(
    parts: Sequence[Part], text: str, at: int, known: dict[str, str]
) -> Iterator[dict[str, str]]:
    """The ways to divide the text from ``at`` on."""
    if not parts:
        if at == len(text):
            yield known
        return
    first, rest = parts[0], parts[1:]
    name = "" if isinstance(first, tuple) else first.rstrip(NUMBER)
    if isinstance(first, tuple) or name in known:
        for words in first if isinstance(first, tuple) else (known[name],):
            if text.startswith(words, at):
                yield from _divided(rest, text, at + len(words), known)
        return
    for end in _ends(rest, text, at):
        if first == name or text[at:end].isdecimal():
            yield from _divided(rest, text, end, known | {name: text[at:end]})


def _ends(rest: Sequence[Part], text: str, at: int) -> Iterator[int]:
    """Where a variable part may end: before the words that follow it."""
    following = rest[0]
    if len(rest) == 1 and following == ("",):
        yield len(text)
    elif isinstance(following, tuple) and len(following) == 1 and following[0]:
        end = text.find(following[0], at)
        while end >= 0:
            yield end
            end = text.find(following[0], end + 1)
    else:
        yield from range(at, len(text) + 1)


def has_parts(template: str) -> bool:
    """True if not all of a template is fixed."""
    return pattern(PART).search(template) is not None


def placeholders(template: str) -> set[str]:
    """The names of the variable parts, with the signs of their kinds."""
    return {name + kind for name, kind, choice in pattern(PART).findall(template) if not choice}


class Messages:
    """The templates of one catalogue; ``shared`` are those of all areas, ``lists`` how a list is
    written.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        shared: Messages | None = None,
        lists: Mapping[str, str] | None = None,
    ) -> None:
        self.whole = {one: other for one, other in templates.items() if not has_parts(one)}
        variable = [Template(*pair) for pair in templates.items() if has_parts(pair[0])]
        self.variable = sorted(variable, key=lambda each: -each.literal)
        self.shared = shared
        self.lists: Mapping[str, str] = lists or (shared.lists if shared is not None else {})

    def translated(self, text: str) -> str | None:
        """The translation of a message or of words in it; None if no template fits."""
        if not text:
            return ""
        if text in self.whole:
            return self.whole[text]
        for template in self.variable:
            for found in template.matches(text):
                if filled := self._filled(template.translation, found):
                    return filled
        return self.shared.translated(text) if self.shared is not None else None

    def _filled(self, translation: str, values: Mapping[str, str]) -> str | None:
        """The translation with the variable parts; None if one of them cannot be translated."""
        filled, end = "", 0
        for part in pattern(PART).finditer(translation):
            filled = spaced(filled, translation[end : part.start()])
            end = part.end()
            name, kind, _ = part.groups()
            value: str | None = values[name]
            if kind and kind != NUMBER:
                value = self._listed(values[name], kind)
            if value is None:
                return None
            filled = spaced(filled, value)
        return spaced(filled, translation[end:])

    def _listed(self, text: str, kind: str) -> str | None:
        """Words of ieeelint, or a list of names, in the other language."""
        if kind != LIST:
            known = self.translated(text)
            if known is not None or kind == ANY:
                return text if known is None else known
        entries, joint = entries_of(text)
        if kind == WORDS and len(entries) < 2:
            return None
        shown = []
        for entry in entries:
            more = pattern(r"(\d+) more").fullmatch(entry)
            if more:
                shown.append(self.lists["more"].replace("<number>", more[1]))
            elif entry[:1] == '"' or kind == LIST:
                shown.append(pattern(r'"([^"]*)"').sub(self.lists["quoted"], entry))
            elif known := self.translated(entry):
                shown.append(known)
            else:
                return None
        return self._joined(shown, joint)

    def _joined(self, entries: list[str], joint: str) -> str:
        last = self.lists["or" if joint == "or" else "and"]
        comma = self.lists["comma"]
        if len(entries) < 2 or not joint:
            return comma.join(entries)
        before = " " if entries[-2][-1:].isascii() else ""
        after = " " if entries[-1][:1].isascii() else ""
        return f"{comma.join(entries[:-1])}{before}{last}{after}{entries[-1]}"


def spaced(before: str, after: str) -> str:
    """Two pieces of a message, with a space between a Chinese and a Latin character, and none next
    to a quotation.
    """
    last, first = before[-1:], after[:1]
    if last == "”" and first == " " and _is_han(after[1:2]):
        return before + after[1:]
    if first == "“" and last == " " and _is_han(before[-2:-1]):
        return before[:-1] + after
    if _is_han(last) and _is_latin(first) or _is_latin(last) and _is_han(first):
        return f"{before} {after}"
    return before + after


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_latin(character: str) -> bool:
    return (
        character.isascii()
        and (character.isalnum() or character in "\\$%@()[]{}")
        and bool(character)
    )


def entries_of(text: str) -> tuple[list[str], str]:
    """The entries of a list, and ``and`` or ``or`` if that is before the last of them."""
    entries, joint, start = [], "", 0
    for part in pattern(ENTRY).finditer(text):
        if part[2] is None:
            continue
        entries.append(text[start : part.start()])
        start = part.end()
        joint = part[2].strip(", ") or joint
    return [*entries, text[start:]], joint

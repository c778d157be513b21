"""BibTeX's functions on strings: letters, special characters, case, length.

A special character is a group ``{\\…}`` at the outermost level; it counts as one
letter.  Sources: O. Patashnik, "Designing BibTeX styles," 1988, and what bibtex 0.99d does.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase

BRACE = re.compile(r"[{}]")
AFTER_COLON = re.compile(r"(?<=:)\s+(?=\S)")
COLON_AT_END = re.compile(r":\s+\Z")
COMMAND = re.compile(r"\\([A-Za-z]+)|\\.", re.S)
FOREIGN = {"OE": "oe", "AE": "ae", "AA": "aa", "O": "o", "L": "l"}
# BibTeX changes the case of ASCII letters alone: "Über" stays.
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
CAPITAL = str.maketrans(ascii_lowercase, ascii_uppercase)


def characters(text: str) -> list[str]:
    """The text cut into characters of the outermost level: single ones, special characters, and
    whole groups.
    """
    found = []
    at = 0
    while at < len(text):
        if text[at] == "{":
            end = closing(text, at)
            found.append(text[at:end])
            at = end
        else:
            found.append(text[at])
            at += 1
    return found


def closing(text: str, at: int) -> int:
    """The position after the brace that closes the one at ``at``; the end of the text if there
    is none.
    """
    depth = 0
    for match in BRACE.finditer(text, at):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end()
    return len(text)


def is_special(character: str) -> bool:
    """True for ``{\\…}``."""
    return character.startswith("{\\")


def length(text: str) -> int:
    """Letters as text.length$ counts them: no braces, a special character as one."""
    count = 0
    for character in characters(text):
        if is_special(character) or len(character) == 1:
            count += character not in "{}"
        else:
            count += sum(sign not in "{}" for sign in character)
    return count


def lowered(text: str, keep_first: bool = False) -> str:
    """All letters outside braces in lowercase; with ``keep_first`` except the first and those
    after a colon and a blank.
    """
    if "{" not in text:
        small = text.translate(SMALL)
        return _lowered_run(text, small, True) if keep_first else small
    found = []
    at = 0
    keeps = keep_first  # the next character keeps its case
    while at < len(text):
        if text[at] == "{":
            end = closing(text, at)
            group = text[at:end]
            found.append(group if keeps or not is_special(group) else _special(group, False))
            keeps = False
        else:
            end = text.find("{", at)
            end = end if end >= 0 else len(text)
            run = text[at:end]
            small = run.translate(SMALL)
            found.append(_lowered_run(run, small, keeps) if keep_first else small)
            keeps = keep_first and COLON_AT_END.search(run) is not None
        at = end
    return "".join(found)


def _lowered_run(text: str, small: str, keeps: bool) -> str:
    """A text without groups in lowercase, as ``small`` has it, except the letters that stay."""
    if keeps:
        small = text[:1] + small[1:]
    for match in AFTER_COLON.finditer(text) if ":" in text else ():
        at = match.end()
        small = small[:at] + text[at] + small[at + 1 :]
    return small


def uppered(text: str) -> str:
    """All letters outside braces in capitals."""
    return "".join(
        _special(one, True) if is_special(one) else one if len(one) > 1 else one.translate(CAPITAL)
        for one in characters(text)
    )


def _special(character: str, upper: bool) -> str:
    """A special character in another case: its letters, not its command."""
    names = {small: large for large, small in FOREIGN.items()} if upper else FOREIGN
    found = []
    at = 0
    for match in COMMAND.finditer(character):
        found.append(_cased(character[at : match.start()], upper))
        name = match.group(1) or ""
        found.append("\\" + names[name] if name in names else match.group())
        at = match.end()
    return "".join([*found, _cased(character[at:], upper)])


def _cased(text: str, upper: bool) -> str:
    return text.translate(CAPITAL if upper else SMALL)


def with_period(text: str) -> str:
    """The text with a period, unless it already ends with a punctuation mark, closing braces
    aside.
    """
    bare = text.rstrip("}")
    return text if not text or bare.endswith((".", "?", "!")) else text + "."


def tied(text: str) -> str:
    """The text with the space before it: a tie if the text is short."""
    return ("~" if length(text) < 3 else " ") + text


def separated(number: str) -> str:
    """Digits of large numbers in groups: five or more in a row, three to a group from the right."""
    return re.sub(r"\d{5,}", _grouped, number)


def _grouped(match: re.Match[str]) -> str:
    digits = match.group()
    first = len(digits) % 3
    groups = [digits[:first]] if first else []
    groups += [digits[at : at + 3] for at in range(first, len(digits), 3)]
    return "\\,".join(groups)


def dashed(pages: str) -> str:
    """Single hyphens doubled, large numbers grouped."""
    return re.sub(
        r"-+", lambda match: "--" if len(match.group()) == 1 else match.group(), separated(pages)
    )


def ordinal(edition: str) -> str:
    """``2`` and ``second`` are 2nd; other words are unchanged."""
    words = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
    if edition.lower() in words:
        edition = str(words.index(edition.lower()) + 1)
    digits = re.match(r"\d+", edition)
    if digits is None:
        return edition
    number = digits.group()
    if number[-2:-1] == "1":
        return number + "th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")

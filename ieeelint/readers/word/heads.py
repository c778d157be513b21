"""Headings typed by hand: their numbers, their levels, and heads in front of their text."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.word import labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.word.traits import Traits

ROMAN = {"I": 1, "V": 5, "X": 10}
# "Selection: Highlight all author lines." and "Selection. Highlight …"
RUN_IN = r"([^.:?!\x0b]{2,90}?)(?::\s+|\.\s+(?=[A-Z]))(?=\S)"
# "III. TEST RIG The rig has …": a number, words in capitals, then a sentence.
IN_CAPITALS = r"[IVX]{1,5}\s?[.)]\s*((?:[A-Z][A-Z&-]+[\s:]+){1,6})(?=[A-Z][a-z]|[A-Z]\s[a-z])"
FEWEST_WORDS = 8  # of the text after a head
LONGEST = 10  # words of a head
LEVEL_OF_LINES = 4  # of a heading that only its look shows, below headings with a style
LONGEST_ABBREVIATION = 5  # letters
SIGNS = ".):–—-"  # after a typed number
AUTOMATIC = r"(?:([IVX]+)|([A-Za-z])|(\d+))([.)])\Z"


def merged_head(traits: Traits) -> int:
    """How many characters of the paragraph are a heading in front of its text; 0 for none.

    Behind a heading of the third and fourth level the template's text goes on in the same
    paragraph. Others are typed so by mistake.
    """
    words = traits.paragraph.plain
    if not traits.is_body:
        return 0
    if traits.style_level in (3, 4):
        return _end_of_head(words, RUN_IN)
    if "\x0b" in words and (traits.style_level or traits.is_numbered):
        return _end_of_head(words, r"([^\x0b]{2,90})[ \t]*\x0b+\s*(?=\w)")
    if words.lstrip()[:1] in ("I", "V", "X") and traits.count > 3 * LONGEST:
        match = pattern(IN_CAPITALS).match(words.lstrip())
        return match.end() + len(words) - len(words.lstrip()) if match else 0
    return 0


def _end_of_head(words: str, expression: str) -> int:
    """The end of a short head with enough text after it; 0 for none."""
    match = pattern(rf"\s*{expression}").match(words)
    if match is None or len(match[1].split()) > LONGEST:
        return 0
    rest = words[match.end() :].strip()
    if "\ufffc" in match[1] or (len(rest.split()) < FEWEST_WORDS and rest[-1:] != "."):
        return 0
    return match.end()


def number_of(traits: Traits) -> tuple[str, int]:
    """The form and the value of the number before a heading: "B." is ("letter.", 2).

    The number may be typed or automatic. The form is empty for none.
    """
    printed = traits.paragraph.printed
    if printed:
        match = pattern(AUTOMATIC).match(printed)
        if match is None or traits.paragraph.is_bullet:
            return "", 0
        roman, letter, whole, sign = match.groups()
        if roman and (letter is None) and len(roman) > 1 or roman == "I":
            return "roman" + sign, from_roman(roman)
        if letter and letter.islower():
            return "small" + sign, ord(letter) - ord("a") + 1
        if roman or letter:
            return "letter" + sign, ord((roman or letter)[0]) - ord("A") + 1
        return "whole" + sign, int(whole)
    number = traits.number
    if number is None:
        return "", 0
    sign = number.group().strip()[-1:]
    if number["roman"] and sign in SIGNS:
        return "roman", from_roman(number["roman"])
    if number["letter"]:
        return "letter", ord(number["letter"]) - ord("A") + 1
    if number["parts"]:
        first, _, last = number["parts"].rpartition(".")
        return "parts" + first, int(last)
    return ("whole", int(number["whole"])) if number["whole"] else ("", 0)


def parts_of(traits: Traits) -> list[int]:
    """The parts of a typed number: [3, 1] of "3.1"."""
    number = traits.number
    return [int(part) for part in number["parts"].split(".")] if number is not None else []


def opens(before: list[int], parts: list[int]) -> bool:
    """True if a number with parts begins the next section, or a level below: 4.1 after 3.2, and
    3.2.1 after 3.2.
    """
    if not before or parts[-1] != 1:
        return False
    return parts[:-1] == before or (
        len(parts) <= len(before) and parts[0] == before[0] + 1 and set(parts[1:]) == {1}
    )


def from_roman(letters: str) -> int:
    """The value of a Roman number below 40; 0 for other letters."""
    total = 0
    for letter, following in zip(letters, letters[1:] + " "):
        value = ROMAN.get(letter, 0)
        total += -value if value < ROMAN.get(following, 0) else value
    return total


def typed_level(traits: Traits, has_styles: bool, below_roman: bool) -> int:
    """The level of a heading without a heading style, by its number and look.

    ``has_styles`` says that other headings have a heading style, and ``below_roman`` that a whole
    number is below a Roman one: "IV.", "A.", "1.".
    """
    form, _ = number_of(traits)
    number = traits.number
    if number is None and pattern(IN_CAPITALS).match(traits.words):
        return 1
    if form.startswith("roman") or (number is not None and number["roman"]):
        return 1
    if form.startswith("letter"):
        return 2
    if form.startswith("parts") and number is not None:
        return min(1 + number["parts"].count("."), 4)
    if form.startswith("whole"):
        return 3 if form.endswith(")") or below_roman else 1
    is_known = labels.is_head("headings", traits.words) or labels.is_head(
        "references", traits.words
    )
    in_capitals = traits.is_upper and not is_abbreviation(traits)
    return 1 if is_known or in_capitals or not has_styles else LEVEL_OF_LINES


def is_abbreviation(traits: Traits) -> bool:
    """True for one short word in capitals, which need not be set in capitals: "CORS"."""
    return traits.count == 1 and len(traits.words) <= LONGEST_ABBREVIATION

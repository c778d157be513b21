"""The language in which people read findings: English, or that of a catalogue.

Rules write English messages, and fingerprints, baselines, and stored results know only these.  An
output asks here for the words to show.  In English it gets what it has, and nothing is imported.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENGLISH = "en"
AUTO = "auto"
LANGUAGES = (ENGLISH, "zh")
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let what is written inside be in this language."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language of what is being written."""
    return _language.get()


def chosen(setting: str) -> str:
    """The language for people: that of the setting, or for ``auto`` that of the terminal."""
    if setting != AUTO:
        return setting
    from ieeelint.translation.locales import of_terminal

    return of_terminal()


def term(english: str) -> str:
    """A word of ieeelint that an output shows, such as ``warning``; other text stays as it is."""
    if _language.get() == ENGLISH:
        return english
    from ieeelint.translation.catalogue import words

    return words(_language.get(), english)


def say(english: str, **values: object) -> str:
    """The fixed words of an output, such as ``Found {counts}.``, with these values."""
    if _language.get() == ENGLISH:
        return english.format(**values)
    from ieeelint.translation.catalogue import words

    return words(_language.get(), english).format(**values)


def say_number(number: int, one: str, many: str, **values: object) -> str:
    """One of two forms, which have a field ``{number}``, for a number of things."""
    return say(one if number == 1 else many, number=number, **values)


def in_a_row(words: Iterable[str]) -> str:
    """Words with commas, as the language writes them."""
    line = ""
    for one in words:
        line = say("{some}, {more}", some=line, more=one) if line else one
    return line

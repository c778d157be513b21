"""Whether a work that the service describes is the one in a reference."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.look_up.records import Record
    from ieeelint.look_up.sought import Sought

SAME_TITLE = 0.93  # of the characters, for a work that a search found
CLEAR_LEAD = 0.05  # of the best title before the next work with another title
OTHER_TITLE = 0.4  # of the words of the shorter title; below that, titles have little in common
FEWEST_LETTERS = 15  # of a title that is searched for: a short one has many works
NEAR = 1  # years between two editions of a work


def best(sought: Sought, records: list[Record]) -> Record | None:
    """The work of a reference without a DOI among those that a search found, None if none is sure.

    The title must be the same, also the first author and, to a year, the date, as far as they are
    known; one of the two must be; and no other work may have a title as near.
    """
    ranked = sorted(
        ((likeness(sought.title, record.title), -at) for at, record in enumerate(records)),
        reverse=True,
    )
    fitting = [
        (score, records[-at])
        for score, at in ranked
        if score >= SAME_TITLE and records[-at].doi and _can_be(sought, records[-at])
    ]
    if not fitting:
        return None
    score, record = fitting[0]
    rivals = [other for other, _ in fitting[1:] if score - other < CLEAR_LEAD]
    return record if not rivals else None


def _can_be(sought: Sought, record: Record) -> bool:
    """True if an author or the date agrees, and neither contradicts."""
    known = agreeing = 0
    if sought.surname and record.surnames:
        known += 1
        agreeing += has_author(record, sought.surname)
    if sought.year and record.years:
        known += 1
        agreeing += any(abs(year - sought.year) <= NEAR for year in record.years)
    return known > 0 and agreeing == known


def is_other_work(sought: Sought, record: Record) -> bool:
    """True if neither the title nor the first author of a DOI is that of the reference.

    A title alone may be a translation.
    """
    if not (sought.title and record.title and sought.surname and record.surnames):
        return False
    ours, theirs = set(_letters(sought.title).split()), set(_letters(record.title).split())
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return shared < OTHER_TITLE and not has_author(record, sought.surname)


def has_author(record: Record, surname: str) -> bool:
    """True if a surname is that of an author, without accents and particles."""
    ours = _letters(surname).split()
    return any(ours[-1:] == _letters(theirs).split()[-1:] for theirs in record.surnames)


def likeness(ours: str, theirs: str) -> float:
    """How alike two titles are, 0 to 1, without case, accents, and punctuation."""
    first, second = _letters(ours), _letters(theirs)
    if not first or not second:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def is_telling(title: str) -> bool:
    """True if a title is long enough to be searched for."""
    return len(_letters(title).replace(" ", "")) >= FEWEST_LETTERS


def _letters(words: str) -> str:
    """The words in lowercase, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(
        sign if sign.isalnum() else " "
        for sign in plain
        if ord(sign) < 0x300 or not unicodedata.combining(sign)
    )
    return " ".join(letters.split())

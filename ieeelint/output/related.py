"""The other locations of a finding, in words, for the formats that people read."""

from __future__ import annotations

from ieeelint.output import shown_path
from ieeelint.output.full import describe
from ieeelint.paper.outline import place_in_words, shown
from ieeelint.translation import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

LONGEST = 40  # characters of the words at one location


def locations(finding: Finding, with_words: bool = False) -> list[str]:
    """The related locations, such as ``12:5``, ``refs.bib:3:1`` or ``III-B, "… the colour"``.

    ``with_words`` adds the change of a fix, or the marked words, to those findings where the
    message or the fix shown says something else.
    """
    places = []
    marked = _words(finding)
    for other in finding.related:
        source = other.span.source
        line, column = source.locate(other.span.start)
        words = ""
        if with_words and other.message != finding.message and _words(other) != marked:
            words = _words(other)
        if source.in_words:
            words = words if other.fix is not None else ""  # its location quotes the marked words
            place = place_in_words(other.span, quotes=not words)
        else:
            place = f"{line}:{column}"
        if source.path != finding.span.source.path:
            place = f"{shown_path(source.path)}:{' ' if source.in_words else ''}{place}"
        place += f" {words}" if words else ""
        places.append(place)
    return places


def _words(finding: Finding) -> str:
    """What to change at the location of a finding: its fix, or else the marked words."""
    if finding.fix is not None:
        return describe(finding.fix.edits[:1], LONGEST)
    text = " ".join(shown(finding.span.source, finding.span.start, finding.span.end).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + " …"


def in_a_sentence(finding: Finding) -> str:
    """`` (also at 15:3 and 22:9)`` to append to a message; empty without related findings."""
    places = say(", ").join(locations(finding))
    return say(" (also at {places})", places=places) if places else ""

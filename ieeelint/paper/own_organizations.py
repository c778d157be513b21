"""Organizations that a paper says its authors belong to, outside of the author block."""

from __future__ import annotations

from ieeelint.paper.text import CITE
from ieeelint.paper.zones import HEADING, RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper

# "Norhavn University", "University of the Fjords": words with capitals
WORD = r"[A-Z][\w&’'-]*"
NAME = rf"{WORD}(?:\s(?:of\sthe|of|de|da|do|del|di|for|and|{WORD})){{0,8}}"
PLACES = (
    r"(?:group|team|lab|laboratory|institute|institution|department|faculty|school|university|college|campus"
    r"|hospital|clinic|company|center|centre|cluster|colleagues|students|employees|facilit(?:y|ies)|observatory)"
)
# "our group at the Norhavn Hydraulics Laboratory", "our university, the University of Norhavn"
OURS = (
    rf"\b(?:[Oo]ur|[Tt]he\s(?:(?:first|second|third|last)\s)?authors?[’']s?)\s(?:[\w-]+\s){{0,3}}?{PLACES}(?:,?\s(?:at|of|in|from|within)|,)\s"
    rf"(?:the\s)?(?P<name>{NAME})"
)
BOARD = (
    r"(?:[Ee]thic(?:s|al)(?:\s(?:[Rr]eview|[Aa]dvisory|[Rr]esearch))?|(?:[Ii]nstitutional\s)?[Rr]eview)\s"
    r"(?:[Bb]oard|[Cc]ommittee|[Cc]ommission|[Cc]ouncil)"
)
# "the ethics committee of Norhavn University", "the Norhavn University Ethics Board"
BOARD_OF = rf"\b(?:{BOARD}|IRB)(?:\s\([A-Z]+\))?\s(?:of|at|for|from)\s(?:the\s)?(?P<name>{NAME})"
BOARD_NAMED = rf"\b(?P<name>{NAME})(?:[’']s)?\s(?:(?:[Rr]esearch|[Hh]uman)\s)?(?:{BOARD}|IRB)\b"
APPROVED = r"\b(?i:approv|review|consent|permi|exempt)"
# A paper about the data of others names the board of the others.
OF_OTHERS = rf"{CITE}|\[\d|\b(?i:data\s?sets?|databases?|their|originally)\b"


def own_organizations(paper: Paper) -> Iterator[str]:
    """The names in such sentences as they are written."""
    for passage in paper.passages_in(*RUNNING, HEADING):
        plain = passage.plain
        for match in pattern(OURS).finditer(plain):
            yield match["name"]
        for expression in (BOARD_OF, BOARD_NAMED):
            for match in pattern(expression).finditer(plain):
                sentence = _sentence(plain, match.start(), match.end())
                if pattern(APPROVED).search(sentence) and not pattern(OF_OTHERS).search(sentence):
                    yield match["name"].removeprefix("The ")


def _sentence(plain: str, start: int, end: int) -> str:
    """Roughly the sentence around a place."""
    last = plain.find(". ", end)
    return plain[plain.rfind(". ", 0, start) + 1 : last if last >= 0 else len(plain)]

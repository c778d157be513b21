"""How a draft explains an abbreviation without a definition in parentheses."""

from __future__ import annotations

from itertools import takewhile

from ieeelint.paper.expansions import expansion_before, spells
from ieeelint.paper.zones import CELL, PROSE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.zones import Passage

# Between an abbreviation and its meaning: "FIFO stands for first in, first out".
EXPLAINS = (
    r"s?[\"”’']?\s?(?:,|:|=|–|—|\s-\s|\s?\ue002)?\s?(?:which\s|that\s)?(?:(?:stands?|standing"
    r"|is\sshort|short)\s(?:here\s)?for|"
    r"denot(?:es|ing)|means|meaning|refers\sto|abbreviates|is\san\sacronym\s(?:for|of)|i\.e\.,?"
    r"|is\s(?:the|an?)|or)?\s?"
)
# Between a meaning and its abbreviation: "nearest neighbor, or NN,", "known as NN".
INTRODUCES = (
    r"(?:,|:|–|—)?\s(?:also\s|often\s|commonly\s|hereafter\s|henceforth\s|usually\s|simply\s"
    r"|further\s)?"
    r"(?:or|as|abbreviated|called|known\sas|referred\sto\sas|abbreviated\s(?:as|to|by|with)"
    r"|denoted(?:\s(?:as|by))?|short|for\sshort|"
    r"in\sshort|i\.e\.,?|aka|a\.k\.a\.|termed|named|hereafter|or\ssimply|or\sjust)?,?\s?(?:the\s"
    r"|an?\s)?[\"“‘']?$"
)


def is_explained(context: Context, token: str, places: list[int]) -> bool:
    """True when the words next to a use spell the token out, or a table or list does."""
    paper = context.paper
    plain = paper.text.plain
    small_words = context.vocabulary.abbreviations.small_words
    for place in places[:30]:
        end = place + len(token)
        explaining = pattern(EXPLAINS).match(plain, end)
        if explaining is not None and explaining.end() > end:
            words = pattern(
                r"[^.;()\n\ue000-\ue007]{3,100}(?:\n[^.;()\n\ue000-\ue007]{1,80})?"
            ).match(plain, explaining.end())
            if words is not None and begins_with_meaning(token, words[0], small_words):
                return True
        before = plain[max(paper.passage_at(place).start, place - 160) : place]
        introduced = pattern(INTRODUCES).search(before)
        if introduced is not None:
            words_end = place - (len(before) - introduced.start())
            expansion = expansion_before(plain, words_end, token, small_words)
            if expansion is not None and expansion[2]:
                return True
        start, stop = context.index.sentence(place)
        start, stop = max(start, place - 400), min(stop, place + 400)
        if (
            len(token) > 2
            or pattern(r"s?\s(?:is|are|denotes?|represents?|stands?)\s").match(plain, end)
            or _is_listed(plain, place, end, stop)
        ):
            if _spelled_within(context, token, plain[start:place]) or _spelled_within(
                context, token, plain[end:stop]
            ):
                return True
        passage = paper.passage_at(place)
        if _is_row(context, token, passage):
            return True
        if (
            passage.zone == PROSE
            and place - passage.start < 6
            and not plain[passage.start : place].strip("•*- ")
        ):
            words_after = plain[end : min(passage.end, end + 160)].lstrip(" :–—-=\t\u00a0s")
            words_after = pattern(r"(?i:an?|the)\s").sub("", words_after, 1)
            if begins_with_meaning(token, words_after[:120], small_words):
                return True
    return False


def is_in_list(context: Context, token: str, end: int) -> bool:
    """True when a row of a table before ``end``, as a list of abbreviations has, spells the token
    out.
    """
    paper = context.paper
    places = context.index.abbreviations.uses.get(token, ())
    return any(
        _is_row(context, token, paper.passage_at(place))
        for place in takewhile(lambda place: place < end, places[:30])
    )


def begins_with_meaning(token: str, words: str, small_words: frozenset[str]) -> bool:
    """True when the first words spell the token."""
    pieces = pattern(r"[^\W_]+").finditer(words)
    ends = [piece.end() for _, piece in zip(range(2 * len(token) + 2), pieces, strict=False)]
    return any(spells(token, words[:end], small_words, exactly=True) for end in ends[1:])


def _is_listed(plain: str, place: int, end: int, stop: int) -> bool:
    """True for a symbol of a list that the sentence explains: "where TP, TN, and FP denote …"."""
    listed = r"(?:(?:,|\sand|\sor|,\sand|,\sor|\s?&)\s[A-Z][\w+-]{0,8}){0,9}"
    explains = r"\s?(?:,\srespectively)?,?\s(?:denote|represent|are|stand|refer|indicate|mean)s?\b"
    if pattern(listed + explains).match(plain, end, stop):
        return True
    before = plain[max(0, place - 80) : place]
    introduces = (
        r"(?:denoted|represented|abbreviated|written|given)\s(?:by|as|with)\s(?:[A-Z][\w+-]{0,8}"
        r"(?:,|\sand|\sor|,\sand|,\sor)\s){0,9}$"
    )
    return pattern(introduces).search(before) is not None


def _spelled_within(context: Context, token: str, words: str) -> bool:
    """True when the initials of words in a row are the letters of the token.

    Chance may spell three letters, so that no further function word may be between them.
    """
    abbreviations = context.vocabulary.abbreviations
    stops = abbreviations.function_words if len(token) < 4 else frozenset()
    pieces = pattern(r"[^\W_]+").findall(words.lower())
    letters = [
        " " if piece in stops else piece[0]
        for piece in pieces
        if piece not in abbreviations.small_words
    ]
    return token.isalpha() and token.lower() in "".join(letters) and len(pieces) < 200


def _is_row(context: Context, token: str, passage: Passage) -> bool:
    """True for a cell of only the token before a cell that begins with the meaning."""
    if passage.zone != CELL or passage.plain.strip().rstrip("s:") != token:
        return False
    following = context.paper.passage_at(passage.end + 2)
    small_words = context.vocabulary.abbreviations.small_words
    return following.zone == CELL and begins_with_meaning(token, following.plain[:160], small_words)

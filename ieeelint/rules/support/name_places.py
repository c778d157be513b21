"""Places where a word in capitals is part of a name, a symbol, or a quantity."""

from __future__ import annotations

from ieeelint.paper.text import MATH
from ieeelint.paper.zones import PROSE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

MOST_USES = 20  # uses of a code of a country that are looked at


def body_uses(context: Context, token: str) -> list[int]:
    """Positions of the token in the body, except in names and quotations."""
    paper = context.paper
    return [
        place
        for place in context.index.abbreviations.uses.get(token, ())
        if (passage := paper.passage_at(place)).zone == PROSE
        and not passage.is_quotation
        and not is_typed_entry(passage)
        and not is_in_name(context, token, place)
        and not context.index.is_mention(place)
        and not _is_by_note_macro(context, token, place)
    ]


def is_typed_entry(passage: Passage) -> bool:
    """True for an entry of a reference list that is typed as a paragraph: "[3] A. Lima, …"."""
    return (
        pattern(r"\s{0,3}\[\d{1,3}\][\s\u00a0]{1,3}(?=[^\W\d_])").match(passage.plain) is not None
    )


def _is_by_note_macro(context: Context, token: str, place: int) -> bool:
    """True for what a macro prints before its argument, as the initials of a note: \\al{why?}."""
    if context.latex is None or token in context.index.abbreviations.declared:
        return False
    source = context.paper.text.span(place, place + len(token)).text
    return pattern(r"\\[A-Za-z]+\s?\{").match(source) is not None


def is_in_name(context: Context, token: str, place: int) -> bool:
    """True where the token is part of a formula, an identifier, a model number, a venue with its
    year, or words typed in capitals.
    """
    paper = context.paper
    plain = paper.text.plain
    codes = context.vocabulary.abbreviations.country_codes
    end = place + len(token)
    if _is_part_of_formula(paper, place, end) or _is_suffix(plain, place):
        return True
    before, after = plain[place - 1 : place] if place else "", plain[end : end + 1]
    if before in ("_", "&", "#", "@", "\\", "/", "=", "<", "$") or after in (
        "_",
        "&",
        "@",
        "(",
        "=",
        "+",
        "™",
        "®",
    ):
        return True
    if before == "." and plain[place - 2 : place - 1].isalnum():
        return True
    following = plain[end : end + 14]
    if after == "/" and not following[1:2].isupper():
        return True
    if after in (".", ":") and following[1:2].isalnum():
        return True
    if pattern(r"s?[-\s’'/]\s?[0-9]").match(following):
        return True
    if before == "-" and plain[place - 2 : place - 1].isdigit():
        return True
    if before == "-" and pattern(r"(?<![^\W_])[A-Z]+[a-z]?-$").search(
        plain, max(0, place - 12), place
    ):
        return True  # the second part of NLE-ELM, O-RAN
    if before == "-" and _is_defined_compound(context, token, place):
        return True
    if before == "-" and pattern(r"(?<![^\W_])[a-z]-\Z").search(plain, max(0, place - 3), place):
        return True  # t-SNE
    if after == "-" and len(token) == 2 and pattern(r"-trees?\b").match(plain, end):
        return True  # KD-tree, R*-tree, and others have no words
    if after == "-" and pattern(r"-[A-Z]").match(plain, end) and not _is_compound(context, end):
        return True
    if before in ("'", "’", "‘", "`", '"', "“") and after in ("'", "’", '"', "”", ","):
        return True
    if token in codes and any(
        _is_next_to(codes, plain, use, use + len(token))
        for use in context.index.abbreviations.uses.get(token, ())[:MOST_USES]
    ):
        return True
    # Three words in capitals are emphasis or a title.
    around = plain[max(0, place - 30) : place].split()[-2:] + plain[end : end + 30].split()[:2]
    return sum(word.isupper() and len(word) > 1 and word.isalpha() for word in around) >= 2


def _is_next_to(codes: frozenset[str], plain: str, start: int, end: int) -> bool:
    """True when another code of a country is near the one from ``start`` to ``end``."""
    around = plain[max(0, start - 16) : start].split() + plain[end : end + 16].split()
    return any(word.strip(",.;:()") in codes for word in around)


def is_symbol(paper: Paper, token: str, uses: list[int]) -> bool:
    """True for a token that is to the left of an equals sign somewhere: "PN = (P, T, F)"."""
    return any(_precedes_equals(paper, place + len(token)) for place in uses)


def _precedes_equals(paper: Paper, end: int) -> bool:
    """True before an equals sign, in the text or at the start of a formula."""
    plain = paper.text.plain
    if pattern(r"\s?(?:=|:=|≔|≡)").match(plain, end):
        return True
    at = end + 1 if plain[end : end + 1] in (" ", "\u00a0") else end
    return _formula_at(paper, at).startswith("=")


def _formula_at(paper: Paper, at: int) -> str:
    """The content of the inline formula at this position, empty without one."""
    mark = paper.text.mark_at(at) if paper.text.plain[at : at + 1] == MATH else None
    return mark.data.content.lstrip("{} ") if mark is not None else ""


def is_class(plain: str, token: str, uses: list[int]) -> bool:
    """True for a class of problems, which needs no definition: "NP-hard"."""
    hard = pattern(r"-(?:[Hh]ard|[Cc]omplete)(?:ness)?\b")
    return any(hard.match(plain, place + len(token)) for place in uses)


def _is_part_of_formula(paper: Paper, place: int, end: int) -> bool:
    """True next to a formula, as in CO$_2$ and $k$NN, and to the left of an equals sign."""
    plain = paper.text.plain
    if plain[place - 1 : place] == MATH or plain[max(0, place - 2) : place] == MATH + "-":
        return True
    return _formula_at(paper, end).startswith(("_", "^")) or _precedes_equals(paper, end)


def _is_suffix(plain: str, place: int) -> bool:
    """True for the suffix of a file, as in "the .MPS file"."""
    return plain[place - 1 : place] == "." and (
        place < 2 or plain[place - 2].isspace() or plain[place - 2] in "(*\"“‘'"
    )


def _is_compound(context: Context, end: int) -> bool:
    """True for a compound with an everyday word, as in LSTM-Based; NLE-ELM and BERT-Large are
    names.
    """
    word = pattern(r"-([A-Z][a-z]+)\b").match(context.paper.text.plain, end)
    if word is None:
        return False
    second = word[1].lower()
    table = context.vocabulary.abbreviations
    return second.endswith(("ed", "ing")) or second in table.compounds


def _is_defined_compound(context: Context, token: str, place: int) -> bool:
    """True for the second part of a short form with a hyphen that the draft defines: Con-AE."""
    plain = context.paper.text.plain
    first = pattern(r"[^\W_]+-$").search(plain, max(0, place - 12), place)
    if first is None:
        return False
    whole = first[0] + token
    abbreviations = context.index.abbreviations
    return bool(abbreviations.defined(whole)) or whole in abbreviations.introduced

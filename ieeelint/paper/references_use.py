"""References in the text to numbered things: typed ones, "Fig. 3", and those by label."""

from __future__ import annotations

from ieeelint.paper.blocks import EQUATION, FIGURE, SECTION, TABLE
from ieeelint.paper.text import REF
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

    from ieeelint.paper.model import Paper
    from ieeelint.paper.placeholders import CrossReference
    from ieeelint.paper.words import Words
    from ieeelint.tables.part_views import References

# After the word: a sign, spaces, perhaps "no." or a parenthesis, and a number or its placeholder.
NUMBER = (
    r"(?P<dot>[ ]?\.|[.:]?)(?P<gap>[\s-]{0,3}(?:(?i:no|num)\.?\s?|#|(?i:number)\s)?)(?P<open>\(?)"
    r"(?:(?P<ref>\ue003)"
    r"|(?P<digits>(?:[A-Z][.-]?)?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})(?=[a-z]?(?![^\W_]))"
    r"|(?P<roman>[IVXL]{1,6}(?:-[A-Z](?:-?[0-9]{1,2})?)?)(?![^\W_])"
    r"|(?P<letter>[A-Z](?:[.-][0-9]{1,2})?)(?![^\W_]|\.[A-Z]))"
)
# Words with a period that some authors replace by a colon: "Fig: 3".
ABBREVIATED = frozenset(("fig", "figs", "eq", "eqs", "eqn", "eqns"))
# Between the numbers of a list or range.
JOINT = (
    r"(?:\s?\([a-z](?:[–,-]\s?[a-z])?\)|[a-z])?(?:\s*(?:,\s*(?:and|or)\b|,|;|&|and\b|or\b"
    r"|to\b|through\b|–|-)\s*)"
)
# After a number that is a share: 10% of the pipes, 10–20% of them.
SHARE = r"(?:\s?[–-]\s?[0-9.]{1,6})?\s?[%‰°]"
# After a number that counts or measures: the figure 5 million, 5,000, or 12%, the table 3 by 5 m.
COUNT = (
    r",[0-9]{3}(?![0-9])|\s?[%‰°€£$]|\s?(?:by|x|×|\ue000)\s?[0-9]"
    r"|(?:[ \u00a0-]|\n(?!\n))([a-z]+)"
)
# An article before the word; the capital in "Case A Figure 8" is a name.
ARTICLE = r"(?:\b(?:a|an)|(?:\A|[.!?:;]['’”)\]]?\s|\n\n)An?)[ \u00a0\n]\Z"
# The rest of a range of numbers.
SPAN = r"\s?[–-]\s?[0-9](?:[0-9.]{0,5}[0-9])?(?![0-9])"
# A number that begins a compound: by eq. 3, 5-kHz signals; Eqs. 4 and 5, 6-bit codes.
COMPOUND = r"-(?:[^\W\d_]{2}|\ue000)"
# An equation without a word before it.
BARE = r"\(([0-9]{1,3}[a-z]?)\)"


class ReferenceUse:
    """A number that the text refers to.

    ``word`` is the word before it, with its period ("Fig.", "figures"); empty
    for a bare number and for the second and later numbers of a list, whose
    ``leader`` has the word.  ``number`` is the typed number ("3", "II-A"), empty
    for a reference by label (``cross_reference``).  ``start`` to ``end`` runs from
    the word through the number with its parentheses; ``number_start`` to
    ``number_end`` is the number or placeholder alone.  ``separator`` is the text
    between the word and the number or its opening parenthesis.
    """

    __slots__ = (
        "kind",
        "word",
        "word_start",
        "word_end",
        "separator",
        "number",
        "number_start",
        "number_end",
        "parenthesized",
        "cross_reference",
        "leader",
        "start",
        "end",
        "at_sentence_start",
    )

    def __init__(self, kind: str, number: str, number_start: int, number_end: int) -> None:
        self.kind = kind
        self.word = ""
        self.word_start = self.word_end = self.start = number_start
        self.separator = ""
        self.number = number
        self.number_start = number_start
        self.number_end = self.end = number_end
        self.parenthesized = False
        self.cross_reference: CrossReference | None = None
        self.leader: ReferenceUse | None = None
        self.at_sentence_start = False

    def __repr__(self) -> str:
        return f"ReferenceUse({self.kind}, {self.word!r}, {self.number or 'label'}, {self.start})"


def find_references(paper: Paper, index: Words, vocabulary: References) -> list[ReferenceUse]:
    """All references to numbered things, in order."""
    plain = paper.text.plain
    words = index.words
    number = pattern(NUMBER)
    uses: list[ReferenceUse] = []
    taken: set[int] = set()
    for word, kind in vocabulary.kind_of.items():
        for place in words.get(word, ()):
            end = place + len(word)
            match = number.match(plain, end)
            if match is None or not _is_reference(plain, place, word, kind, match):
                continue
            if match["digits"] and _is_count(plain, place, match, vocabulary):
                continue
            use = _use(paper, kind, match, place)
            use.word_start = use.start = place
            use.word_end = end + len(match["dot"])
            use.word = plain[place : use.word_end]
            use.separator = match["gap"]
            uses.append(use)
            taken.add(use.number_start)
            _follow(paper, use, uses, taken, vocabulary.after_list)
    for mark in paper.text.marks_of(REF):
        if mark.start not in taken:
            use = ReferenceUse(mark.data.kind if mark.data else "", "", mark.start, mark.end)
            use.cross_reference = mark.data
            _with_parentheses(plain, use)
            uses.append(use)
            taken.add(mark.start)
    numbers = {number for equation in paper.equations for number in equation.numbers}
    for match in paper.find(pattern(BARE), RUNNING) if numbers else ():
        start = match.start(1)
        if match[1] not in numbers:
            continue
        # "Fig. 4(a)", "f(2)", "Theorem 1(2)" and "[3](2)" are not equations.
        before = plain[match.start() - 1 : match.start()]
        if start not in taken and not (before.isalnum() or before in (")", "]", "}")):
            use = ReferenceUse(EQUATION, match[1], start, match.end(1))
            _with_parentheses(plain, use)
            uses.append(use)
    uses.sort(key=lambda use: use.number_start)
    for use in uses:
        use.at_sentence_start = index.starts_sentence(use.start)
    return uses


def _is_reference(plain: str, place: int, word: str, kind: str, match: Match[str]) -> bool:
    """False for look-alikes: "5 sec. 3 times", "this section I wrote", "config-table 3"."""
    if "\n\n" in match["gap"]:
        return False
    if match["ref"]:
        return True
    before = plain[place - 1 : place] if place else ""
    capital = plain[place].isupper()
    if match["dot"] == ":" and word not in ABBREVIATED:
        return False  # "The figure: 3 pipes"
    is_hyphen = "-" in match["gap"] and not capital and kind != FIGURE
    if before in ("-", "_", "/", "\\") or is_hyphen:
        return False
    if match["dot"][:1] == " " and word not in ABBREVIATED:
        return False  # "Sand is in the figure . 3 pipes"
    if word in ("sec", "secs", "tab", "tabs", "alg", "algs") and not (capital or match["dot"]):
        return False
    if word in ("sec", "secs") and not capital:
        return not plain[max(0, place - 4) : place].rstrip()[-1:].isdigit()
    if match["digits"]:
        return True
    if match["roman"]:
        return kind in (TABLE, SECTION) and (capital or match["roman"] != "I")
    return kind == SECTION and (capital or bool(match["open"]))


def _is_count(plain: str, place: int, match: Match[str], vocabulary: References) -> bool:
    """True for the figure 5 million, the table 3 by 5 m, a figure 8, and a Figure-8 coil: no
    numbers of things.
    """
    if match["dot"] or match["open"]:
        return False
    if pattern(ARTICLE).search(plain, max(0, place - 8), place):
        return True
    after = pattern(COUNT).match(plain, match.end())
    if match["digits"] == "8" and after is not None and after[1] in vocabulary.eight_shapes:
        return True
    if plain[place].isupper():
        return False
    if match["digits"].startswith("0"):
        return True
    return after is not None and (not after[1] or after[1] in vocabulary.counted)


def _use(paper: Paper, kind: str, match: Match[str], start: int) -> ReferenceUse:
    """The reference to the number of ``match``."""
    plain = paper.text.plain
    group = match.lastgroup or ""
    first, last = match.span(group)
    if match["open"] and plain[last : last + 2][1:] == ")" and plain[last].islower():
        last += 1  # the letter of (1a)
    use = ReferenceUse(kind, "" if group == "ref" else plain[first:last], first, last)
    use.start = start
    if group == "ref":
        mark = paper.text.mark_at(first)
        use.cross_reference = mark.data if mark is not None else None
    _with_parentheses(plain, use)
    return use


def _with_parentheses(plain: str, use: ReferenceUse) -> None:
    """Include the parentheses around the number, if there are any."""
    first, last = use.number_start, use.number_end
    if first and plain[first - 1] == "(" and plain[last : last + 1] == ")":
        use.parenthesized = True
        use.end = last + 1
        if use.start == first:
            use.start = use.word_start = use.word_end = first - 1


def _follow(
    paper: Paper,
    leader: ReferenceUse,
    uses: list[ReferenceUse],
    taken: set[int],
    after_list: frozenset[str],
) -> None:
    """Add the further numbers of "Figs. 1, 2, and 4" or "Eqs. (1)–(3)"."""
    plain = paper.text.plain
    joint, number = pattern(JOINT), pattern(NUMBER)
    plural = leader.word.rstrip(".:").lower().endswith(("s", "ces"))
    last = leader
    is_closed = False  # after "and": the 3 of "Figs. 1 and 2, 3 pipes" is a count
    while True:
        joined = joint.match(plain, last.end)
        if joined is None or "\n\n" in joined[0]:
            return
        match = number.match(plain, joined.end())
        if match is None or match["dot"] or match["gap"] or match.lastgroup == "letter":
            return
        if match["ref"] and match.start("ref") in taken:
            return
        use = _use(paper, leader.kind, match, match.start("open"))
        if is_closed and "," in joined[0]:
            plural = False
        if not match["ref"] and not _is_further(plain, leader, use, plural, after_list):
            return
        is_closed = is_closed or pattern(r"and|or\b|&").search(joined[0]) is not None
        reference = use.cross_reference
        if reference is not None and reference.kind and reference.kind != leader.kind:
            return
        use.word_start = use.word_end = use.start
        use.leader = leader
        uses.append(use)
        taken.add(use.number_start)
        last = use


def _is_further(
    plain: str, leader: ReferenceUse, use: ReferenceUse, plural: bool, after_list: frozenset[str]
) -> bool:
    """True when a typed number continues a list, and is not a count as in "Fig. 3, 20 nodes"."""
    if leader.parenthesized:
        return use.parenthesized
    if leader.number and leader.number[0].isdigit() != use.number[0].isdigit():
        return False
    if pattern(SHARE).match(plain, use.end) or pattern(COMPOUND).match(plain, use.end):
        return False
    if plural:
        return True
    rest = plain[use.end : use.end + 24]
    span = pattern(SPAN).match(rest)  # "Section 2, 5–10 GHz"
    rest = rest[span.end() :] if span is not None else rest
    word = rest.lstrip().partition(" ")[0].partition("\n")[0]
    return not word or not word[0].isalnum() or word.strip(",.;:)") in after_list

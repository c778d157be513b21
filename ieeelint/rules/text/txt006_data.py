"""TXT006: "data" is a plural."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.tables.text_views import DataWords

CLAUSE = "IEEE conference template, sec. III-E (some common mistakes)"

# What to write instead of a determiner of singular nouns before "data".
PLURAL_DETERMINERS = {
    "this": 'Write "these data".',
    "that": 'Write "those data".',
    "much": 'Reword "much data", for example as "a large amount of data".',
    "less": 'Reword "less data", for example as "a smaller amount of data".',
}

# Words before "data" after which a word in -ing cannot be a verb: "the existing data".
DETERMINERS = frozenset(
    "the a an this that these those our their its his her all any no each".split()
)

CLAUSE_OPENERS = frozenset(
    "that where when if because while whether unless although though until which who once".split()
)

VERB = r"(?!series)[a-z]{2,30}(?<![sui])s"  # "shows", but not "access", "bus", or "analysis"


@rule(
    "TXT006",
    "text-data-plural",
    INFO,
    CLAUSE,
    good=[
        "The data are clean.",
        "This data set is small. The data is-a link is wet.",
        "The data rate was low.",
        "``This data'' is a mention.",
        "The amount of data is small. The data set is wet. That data rate was low.",
        "\\begin{tabular}{c} This data tells all.\\\\ The data is old.\\end{tabular}",
        "\\section{This Data}\nIt is old.",
        "This data lake is wet, this data-driven pump too.",
        "See this data series, and this data analysis.",
        "We need less data traffic, less data points, and this data DB.",
        "We know that data helps us.",
        "One of the pipes within the data has a leak.",
        "Collecting the data is hard. Having clean, cold, wet data is rare.",
        "A pump storing clean data is wet.",
        "We know how much flow data is lost; no name or data is kept.",
    ],
    fixes=[
        ("The data ⟦is⟧ clean.", "The data are clean."),
        ("These data ⟦shows⟧ it.", "These data show it."),
    ],
    bad=[
        "⟦This⟧ data tells all.",
        "⟦That⟧ data tells all. We saw that data was old.",
        "Sand is wet, and ⟦much⟧ data is lost.",
        "We store ⟦this⟧ data, and sand.",
        "It takes ⟦less⟧ data.",
        "⟦This⟧ data clearly tells all.",
        "⟦This⟧ data can tell all.",
        "It flows in pipes. Data ⟦is⟧ lost, ensuring that data ⟦is⟧ rare.",
        "While collecting, the data ⟦is⟧ lost.",
        "While collecting, data ⟦is⟧ lost.",
        "The training data ⟦is⟧ clean.",
        "The existing flow data ⟦is⟧ clean.",
        "If training data ⟦is⟧ clean, we go.",
    ],
    english=True,
)
def data_plural(context: Context) -> Iterator[Finding]:
    """The noun "data" is plural: these data are.

    Computing often treats it as a mass noun, so this is reported only as info.
    """
    starts = context.index.words.get("data", ())
    if not starts:
        return
    paper = context.paper
    data = context.vocabulary.wording.data
    plain = paper.text.plain
    after = pattern(rf"[Dd]ata\s{{1,3}}({_any_of(data.verbs)})\b(?!-)")
    before = pattern(r"\b(This|this|That|that|much|less)\s{1,3}$")
    for start in starts:
        if paper.passage_at(start).zone not in RUNNING or context.index.is_mention(start):
            continue
        match = before.search(plain, max(0, start - 12), start)
        if match and _is_in_compound(plain, start, match.group(1), data):
            continue
        if match:
            word = match.group(1).lower()
            if word != "that" or context.index.starts_sentence(match.start()):
                yield Finding(
                    paper.text.span(match.start(1), match.end(1)),
                    f'"Data" is plural. {PLURAL_DETERMINERS[word]}',
                )
                continue
        match = after.match(plain, start)
        if match is None or _has_other_subject(plain, start, data):
            continue
        plural = data.verbs[match.group(1)]
        span = paper.text.span(match.start(1), match.end(1))
        fix = Fix(Edit(span, plural), safe=False)
        yield Finding(span, f'"Data" is plural. Write "data {plural}".', fix)


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of these words."""
    return "|".join(map(escape, words))


def _is_in_compound(plain: str, start: int, determiner: str, data: DataWords) -> bool:
    """True if a noun may follow, as in "this data set", so that "this" is not about "data"."""
    following = pattern(r"[Dd]ata([\s-]{1,3})([a-z]{1,30})(?![A-Za-z])").match(plain, start)
    if following is None:
        return plain[start + 4 : start + 6].strip().isalnum()
    word = following[2]
    is_verb = determiner.lower() in ("this", "that") and pattern(VERB).fullmatch(word) is not None
    is_free = is_verb or word.endswith("ly") or word in data.followers
    return "-" in following[1] or not is_free


def _has_other_subject(plain: str, start: int, data: DataWords) -> bool:
    """True for "the amount of data is", "collecting data is", or "names or data is"."""
    before = _clause_before(plain[max(0, start - 60) : start].split()[-4:])
    if not data.other_subjects.isdisjoint(before) or before[-1:] == ["or"]:
        return True
    for at, word in enumerate(before):
        if not word.endswith("ing") or (at and before[at - 1].lower() in DETERMINERS):
            continue
        has_article = not DETERMINERS.isdisjoint(before[at + 1 :])
        if has_article or word.lower() not in data.qualifiers:
            return True
    return False


def _clause_before(words: list[str]) -> list[str]:
    """The last of these words that belong to the clause of the word after them."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        opens_clause = words[at + 1 : at + 2] == [] or words[at + 1].lower() in DETERMINERS
        if (
            word.lower() in CLAUSE_OPENERS
            or word.endswith((".", ";", ":"))
            or (word.endswith(",") and opens_clause)
        ):
            return words[at + 1 :]
    return words

"""TXT013: contractions and repeated words."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import CELL, HEADING, RUNNING, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.matching import matches_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.tables.text_views import RepeatedWords

# Pronouns after which a clause may end in "is".
PRONOUNS = frozenset(("it", "this", "that", "there", "he", "she", "what", "one"))

# Between a contraction and a participle, and a participle after "we'd".
ADVERB = r"\s{1,3}(?:(?:not|never|always|also|long|just|since|[a-z]{3,20}[ld]y)\s{1,3})?"
PARTICIPLE = (
    r"(?:been|better|had|done|seen|made|found|shown|given|taken|chosen|written|known"
    r"|(?!embed\b)[a-z]{2,20}[^\We]ed)\b"
)
# What separates words that are not a repetition.
APART = r"\\\\|\\(?:newline|tabularnewline|linebreak|q?quad|hspace|hfil+)(?![a-zA-Z])"


@rule(
    "TXT013",
    "text-contractions-and-doubles",
    WARNING,
    "IEEE Editorial Style Manual, contractions; convention",
    bad=[
        "It ⟦doesn't⟧ flow.",
        "⟦Shouldn't⟧ we stop? ⟦Can't⟧ it flow?",
        "So ⟦doesn't⟧ it.",
        "We see ⟦it's⟧ clean flow.",
        "Here ⟦it it⟧ clear.",
        "We measure ⟦the % sic\nthe⟧ flow.",
        "The energy flows. ⟦Energy energy⟧ flows.",
        "\\begin{table}[!t]\\caption{Sand}\\begin{tabular}{c} wet ⟦of⟧ of sand\\\\\\end{tabular}"
        "\\end{table}",
        "The pump ⟦is⟧ is old.",
    ],
    good=[
        "The log log plot says that that is so; they had had it.",
        r"A ``don't care'' is a term.",
        "The keys come from Let's Encrypt.",
        "One of them said, ``We don't know what we should do with it.''",
        "The pump's valve and the pumps' valves open.",
        "Duran Duran played; lock-in in public is rude.",
        "See 10 10 times; bla bla.",
        "In in vivo studies the energy flows. Duran duran is a fish.",
        "\\begin{tabular}{cc} yes & yes\\\\ very very & old old\\end{tabular}",
        "It rests on the The Hague rules, in the same AS as a relay.",
        "What it is is old.",
        "\\begin{tabular}{c} \\shortstack{the\\\\the} in\\newline in \\end{tabular}",
        "The word ``the the'' is a slip, and the term ``doesn't'' is short.",
        "The points A A, B B, and x x lie on a line.",
        "It is a don't-care term. It don't care.",
        "The pump opens the The Hague valve.",
        "\\newif\\iflong We measure \\iflong the\\else the\\fi\\ flow.",
        (
            "Wasser flie{\\ss}t im Rohr. Das Rohr ist sehr sehr alt, und die Pumpe "
            "ist auch nicht mehr ganz neu, aber sie pumpt das Wasser noch durch alle "
            "Rohre."
        ),
        (
            "The valve shut. In in situ tests, in in vitro tests, and in in vivo "
            "tests it was wet. In in silico, in in utero, in in toto."
        ),
        "We call it Duran duran; Duran duran is small. Log log plots help.",
    ],
    fixes=[
        ("We measure ⟦the the⟧ flow.", "We measure the flow."),
        ("⟦The the⟧ flow is high.", "The flow is high."),
        ("We measure ⟦the the the\nthe⟧ flow.", "We measure the flow."),
        ("\\section{Flow ⟦of of⟧ Water}", "\\section{Flow of Water}"),
        ("⟦In in⟧ 2020 it flows.", "In 2020 it flows."),
        ("It flows due to ⟦it's⟧ recent use.", "It flows due to its recent use."),
        ("It ⟦doesn't⟧ flow.", "It does not flow."),
        ("The valve opens. ⟦It's⟧ own pipe is wet.", "The valve opens. Its own pipe is wet."),
        ("⟦Let's⟧ open it.", "Let us open it."),
        ("⟦Don't⟧ open it.", "Do not open it."),
        ("⟦It's⟧ not wet.", "It is not wet."),
        ("⟦I've⟧ seen it.", "I have seen it."),
        ("⟦It's⟧ already been wet.", "It has already been wet."),
        ("⟦We'd⟧ measured it.", "We had measured it."),
        ("⟦We'd⟧ exceed it.", "We would exceed it."),
        ("It ⟦doesn’t⟧ flow.", "It does not flow."),
    ],
    english=True,
)
def contractions_and_doubles(context: Context) -> Iterator[Finding]:
    """Technical text has no contractions and no repeated words.

    Spell contractions out: do not, it is, we have. A possessive is not a
    contraction.
    """
    wording = context.vocabulary.wording
    yield from _contractions(context, wording.contractions)
    yield from _repeated_words(context, wording.doubles)


def _contractions(context: Context, full_forms: dict[str, str]) -> Iterator[Finding]:
    """Contractions, and "it's" where "its" is meant."""
    paper = context.paper
    plain = paper.text.plain
    if "'" not in plain and "’" not in plain:
        return
    expression = pattern(r"([A-Za-z]{1,8})['’](t|s|re|ve|ll|m|d)\b")
    starts = context.index.places(*full_forms)
    for match in matches_at(paper, expression, starts, RUNNING | {HEADING}):
        word = f"{match.group(1)}'{match.group(2)}".lower()
        start, end = match.span()
        if word not in full_forms or context.index.is_mention(start):
            continue
        if word == "let's" and plain[end : end + 2].strip()[:1].isupper():
            continue  # a name: Let's Encrypt
        if plain[end : end + 5].lower().startswith((" care", "-care")):
            continue  # don't care is a technical term
        full = full_forms[word]
        full = _perfect(plain, full, end)
        if match.group()[0].isupper() and full[0] != "I":
            full = full.capitalize()
        span = paper.text.span(start, end)
        if word.endswith("n't") and (asked := _question(context, full, start, end)):
            message = f'Write "{asked}". Technical text has no contractions.'
            yield Finding(span, message, None, INFO)
            continue
        its = match.group()[:2] + "s"
        if word == "it's" and _is_possessive(context, start, end):
            yield Finding(
                span,
                f'Write "{its}", the possessive, without an apostrophe.',
                Fix(Edit(span, its)) if paper.text.is_typed(start, end) else None,
            )
            continue
        is_sure = word != "it's" or full.lower().endswith(" has") or _is_predicate(context, end)
        other = f'not "{match.group()}"' if is_sure else f'or "{its}" for the possessive'
        fix = None
        if is_sure and paper.text.is_typed(start, end):
            fix = Fix(Edit(span, full), safe=False)
        message = f'Write "{full}", {other}. Technical text has no contractions.'
        yield Finding(span, message, fix, INFO)


def _perfect(plain: str, full: str, end: int) -> str:
    """The full form before a participle: "it has been" for "it's been", "we had seen" for "we'd
    seen".
    """
    if full.endswith(" is") and pattern(ADVERB + r"been\b").match(plain, end):
        return full.removesuffix("is") + "has"
    if full.endswith(" would") and pattern(ADVERB + PARTICIPLE).match(plain, end):
        return full.removesuffix("would") + "had"
    return full


def _question(context: Context, full: str, start: int, end: int) -> str:
    """ "Should we not" for "Shouldn't we" at the start of a sentence, where "not" moves."""
    plain = context.paper.text.plain
    subject = pattern(r"\s{1,3}(we|it|they|you|he|she|this|these|those|there)\b").match(plain, end)
    if subject is None or not context.index.starts_sentence(start):
        return ""
    return f"{full.removesuffix('not').rstrip()} {subject[1]} not"


def _is_possessive(context: Context, start: int, end: int) -> bool:
    """True where "its" is meant: a preposition is before "it's", or a noun follows, as in "it's
    own".
    """
    plain = context.paper.text.plain
    possessives = context.vocabulary.wording.possessives
    before = plain[max(0, start - 16) : start].split()
    if before and before[-1].lower() in possessives.prepositions:
        return True
    return _is_followed(plain, end, possessives.nouns)


def _is_predicate(context: Context, end: int) -> bool:
    """True where "it is" is meant, because words follow that do not belong to a noun."""
    predicates = context.vocabulary.wording.possessives.predicates
    return _is_followed(context.paper.text.plain, end, predicates)


def _is_followed(plain: str, end: int, words: Iterable[str]) -> bool:
    """True if one of the words follows."""
    expression = "|".join(map(escape, words))
    return pattern(rf"\s{{1,3}}(?:{expression})\b").match(plain, end) is not None


def _is_repeated_verb(paper: Paper, word: str, start: int) -> bool:
    """True for "is is" except after a pronoun, as in "What it is is …"."""
    if word != "is":
        return False
    before = paper.text.plain[max(0, start - 24) : start].split()
    return bool(before) and before[-1].lower() not in PRONOUNS


def _repeated_words(context: Context, vocabulary: RepeatedWords) -> Iterator[Finding]:
    """Words that follow themselves."""
    paper = context.paper
    allowed, sure = vocabulary.allowed, vocabulary.sure
    candidates = [
        first
        for word, starts in context.index.words.items()
        if len(starts) > 1
        for first, second in zip(starts, starts[1:])
        if second - first <= len(word) + 7
    ]
    expression = pattern(
        r"(?<![\w'’\ue000-\ue007@-])([A-Za-z]{1,20})([ \u00a0]{1,3}|[ ]{0,3}\n["
        r" ]{0,3})((?i:\1))(?![\w'’@-])"
    )
    done = 0
    for match in matches_at(paper, expression, candidates, WORDING | {CELL}):
        word = match.group(1)
        lower = word.lower()
        start, end = match.span()
        if start < done:
            continue  # "the the the" is one slip
        if match[3] not in (word, lower) or (match[3] != word and word[1:].isupper()):
            continue  # "the The" may begin a sentence, and in "the AS as" the first is a name
        is_sure = lower in sure or _is_in_twice(paper, match)
        if context.index.is_mention(start) or (len(word) == 1 and match[3] != "a"):
            continue
        if not is_sure and (
            (lower in allowed and not _is_repeated_verb(paper, lower, start))
            or (word[0].isupper() and not _is_no_name(context, match))
        ):
            continue
        if paper.text.crosses_branch(start, end):
            continue
        if pattern(APART).search(paper.text.span(start + len(word), match.end(2)).text):
            continue  # words in two lines of a cell
        passage = paper.passage_at(start)
        if not is_sure and passage.zone not in RUNNING:
            continue
        if not is_sure and context.index.languages.of_passage(passage) != "en":
            continue
        fix = None
        if is_sure:
            repetitions = [(start + len(word), match.end(2), end), *_more(paper, word, end)]
            end = done = repetitions[-1][2]
            fix = Fix(*(_without(paper, *repetition) for repetition in repetitions))
        span = paper.text.span(start, end)
        meant = vocabulary.mistyped.get(lower)
        other = f', or write "{meant}"' if meant else ""
        yield Finding(span, f'"{match[3]}" is repeated. Delete the repetition{other}.', fix)


def _more(paper: Paper, word: str, end: int) -> Iterator[tuple[int, int, int]]:
    """The further repetitions in "the the the the": the ends of the word before each, of the space
    between, and of the repetition.
    """
    expression = pattern(r"([ \u00a0]{1,3}|[ ]{0,3}\n[ ]{0,3})" + word.lower() + r"(?![\w'’@-])")
    while (match := expression.match(paper.text.plain, end)) is not None:
        if paper.text.crosses_branch(end, match.end()):
            return
        yield end, match.end(1), match.end()
        end = match.end()


def _without(paper: Paper, before: int, word: int, end: int) -> Edit:
    """Delete a repetition. If a command or a comment is between the words, it stays, and only the
    second word goes.
    """
    if paper.text.is_typed(before, end):
        return Edit(paper.text.span(before, end), "")
    return Edit(paper.text.span(word, end), "")


def _is_in_twice(paper: Paper, match: Match[str]) -> bool:
    """True for "In in 2020", but not for "In in vivo studies"."""
    if match[1] != "In" or match[3] != "in":
        return False
    return (
        pattern(r"\s(?:vivo|vitro|situ|silico|utero|toto)\b").match(paper.text.plain, match.end())
        is None
    )


def _is_no_name(context: Context, match: Match[str]) -> bool:
    """True for "Energy energy" at the start of a sentence, where the draft has the word in
    lowercase elsewhere.
    """
    word = match[1]
    if (
        len(word) < 4
        or match[3] != word.lower()
        or not context.index.starts_sentence(match.start())
    ):
        return False
    plain = context.paper.text.plain
    return any(
        plain[place] == word[0].lower()
        for place in context.index.words[word.lower()]
        if place != match.start(3)
    )

"""TXT013: contractions and repeated words."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import HEADING, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.matching import matches_at
from ieeelint.rules.support.repeated_words import repeated_pairs, repeated_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context

# Between a contraction and a participle, and a participle after "we'd".
ADVERB = r"\s{1,3}(?:(?:not|never|always|also|long|just|since|[a-z]{3,20}[ld]y)\s{1,3})?"
PARTICIPLE = (
    r"(?:been|better|had|done|seen|made|found|shown|given|taken|chosen|written|known|gone|begun|driven"
    r"|fallen|grown|drawn|broken|spoken|built|kept|left|lost|felt|met|said|sent|told|thought|brought"
    r"|bought|caught|taught|held|heard|led|meant|paid|spent|stood|understood|won|sought|risen|worn|thrown"
    r"|(?!embed\b)[a-z]{2,20}[^\We]ed)\b"
)
# Words after which a contraction is before its subject: "Why doesn't latency matter?"
ASKING = frozenset(("why", "how", "where", "when"))
DENYING = frozenset(("so", "nor", "neither"))
PRONOUN_NEXT = r"\s{1,3}(we|it|they|you|he|she|this|these|those|there|I)\b"


@rule(
    "TXT013",
    "text-contractions-and-doubles",
    WARNING,
    "IEEE Editorial Style Manual, contractions; convention",
    bad=[
        "It ⟦doesn't⟧ flow.",
        "\\section{Pipes and ⟦It's⟧ Flow}",
        "⟦It's⟧ Lima who measured it.",
        "\\section{Flow ⟦Of Of⟧ Water}",
        "We measure ⟦the \\label{a} the⟧.",
        "We measure ⟦the the⟧.",
        "⟦Shouldn't⟧ we stop? ⟦Can't⟧ it flow?",
        "So ⟦doesn't⟧ it.",
        "We see ⟦it's⟧ clean flow.",
        "Here ⟦it it⟧ clear.",
        "We measure ⟦the % sic\nthe⟧ flow.",
        "The energy flows. ⟦Energy energy⟧ flows.",
        "\\begin{table}[!t]\\caption{Sand}\\begin{tabular}{c} wet ⟦of⟧ of sand\\\\\\end{tabular}"
        "\\end{table}",
        "The pump ⟦is⟧ is old.",
        "It flows, ⟦isn't⟧ it?",
        "Why ⟦doesn't⟧ wet sand flow?",
        "⟦Shouldn't⟧ we stop.",
        "⟦Doesn't⟧ the sand flow?",
        "Nor ⟦don't⟧ pumps stop?",
        "Does sand flow if it ⟦doesn't⟧ rain?",
        "The words are on, or, ⟦and⟧ and/or.",
        "The flow ⟦of the of the⟧ pump can be measured.",
        "It ⟦has been has been⟧ so for a day.",
        "\\newcommand{\\flow}{of the} It is the size ⟦\\flow{} of the⟧ pump.",
    ],
    good=[
        "The log log plot says that that is so; they had had it.",
        r"A ``don't care'' is a term.",
        "The keys come from Let's Encrypt and from What's Flow.",
        "They sent it to The The and to Sand Sand.",
        "%! word\n[Body Text] It is in the<tab/>the pipe, and in<br/>in the sand.",
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
        "It is \\ifnum\\value{page}=1 of the \\else of the \\fi flow.",
        "It ran on the on the fly test, in the in-the-wild test, and it will be will-be.",
        "The flow of the ``of the of the'' kind, of the pump, of the valve.",
        "The points A A, B B, and x x lie on a line.",
        "It is a don't-care term and a can't-miss task. It don't care.",
        "\\begin{quote}It doesn't flow to the the sea.\\end{quote}",
        "\\begin{verse}It's a a sea that doesn't flow.\\end{verse}",
        "%! preamble\n\\usepackage{csquotes}\n%! body\n\\blockquote[Lima][.]{It doesn't flow} and "
        "\\enquote{it \\enquote{is} a \\enquote{sea} that doesn't flow}.",
        "The pump opens the The Hague valve.",
        "\\pumpname{EMF}{an}{an} \\oldpipe{the}{the} Sand.",
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
        ("It ⟦can be can\nbe⟧ high.", "It can be high."),
        ("We measure ⟦the \\index{a} the⟧ flow.", "We measure the \\index{a} flow."),
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
        ("⟦They'd⟧ gone.", "They had gone."),
        ("⟦We'd⟧ exceed it.", "We would exceed it."),
        ("It ⟦doesn’t⟧ flow.", "It does not flow."),
        ("We turn it ⟦on on⟧ the pipe.", "We turn it on the pipe."),
        ("If it rains, ⟦on on⟧ the pipe it is wet.", "If it rains, on the pipe it is wet."),
        ("⟦On on⟧ the pipe it is wet.", "On the pipe it is wet."),
        ("The pump \\emph{⟦of} of⟧ it is old.", "The pump \\emph{of} it is old."),
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
    yield from repeated_words(context, wording.doubles)
    yield from repeated_pairs(context)


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
        if _is_in_name(context, start, end):
            continue
        if plain[end : end + 1] == "-" or plain[end : end + 5].lower() == " care":
            continue  # terms: a can't-miss task, don't care
        full = full_forms[word]
        full = _perfect(plain, full, end)
        if match.group()[0].isupper() and full[0] != "I":
            full = full.capitalize()
        span = paper.text.span(start, end)
        if word.endswith("n't") and _is_inverted(context, start, end):
            subject = pattern(PRONOUN_NEXT).match(plain, end)
            asked = f'"{full.removesuffix("not").rstrip()} {subject[1]} not"' if subject else ""
            how = asked or f'the question without "{match.group()}"'
            yield Finding(span, f"Write {how}. Technical text has no contractions.", None, INFO)
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


def _is_in_name(context: Context, start: int, end: int) -> bool:
    """True for a contraction with a capital inside a sentence, before another capital: "What's
    App".
    """
    paper = context.paper
    return (
        paper.text.plain[start].isupper()
        and paper.text.plain[end : end + 2].strip()[:1].isupper()
        and paper.passage_at(start).zone != HEADING
        and not context.index.starts_sentence(start)
    )


def _perfect(plain: str, full: str, end: int) -> str:
    """The full form before a participle: "it has been" for "it's been", "we had seen" for "we'd
    seen".
    """
    if full.endswith(" is") and pattern(ADVERB + r"been\b").match(plain, end):
        return full.removesuffix("is") + "has"
    if full.endswith(" would") and pattern(ADVERB + PARTICIPLE).match(plain, end):
        return full.removesuffix("would") + "had"
    return full


def _is_inverted(context: Context, start: int, end: int) -> bool:
    """True if the subject follows, so that "not" moves: "Shouldn't we stop?", ", isn't it?"."""
    plain = context.paper.text.plain
    sentence = context.index.sentence(start)
    opens = context.index.starts_sentence(start)
    before = plain[max(sentence[0], start - 16) : start].lower().split()
    last = before[-1] if before else ""
    if plain[sentence[0] : sentence[1]].rstrip("\"'”’)").endswith("?"):
        return opens or last.endswith(",") or last in ASKING or last in DENYING
    return (opens or last in DENYING) and pattern(PRONOUN_NEXT).match(plain, end) is not None


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

"""TXT006, 008 to 010: words that IEEE's template asks authors to tell apart."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import HEADING, RUNNING, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

CLAUSE = "IEEE conference template, sec. III-E (some common mistakes)"
WITH_HEADINGS = RUNNING | {HEADING, TITLE}


@rule(
    "TXT006",
    "text-data-plural",
    INFO,
    CLAUSE,
    good=[
        "The data are clean.",
        "This data set is small.",
        "The data rate was low.",
        "``This data'' is a mention.",
    ],
    fixes=[
        ("The data ⟦is⟧ clean.", "The data are clean."),
        ("These data ⟦shows⟧ it.", "These data show it."),
    ],
    bad=["⟦This⟧ data tells all."],
    english=True,
)
def data_plural(context: Context) -> Iterator[Finding]:
    """ "Data" takes a plural verb.

    Computing often treats the word as a mass noun, so this is only a hint.
    """
    paper = context.paper
    verbs = {
        "is": "are",
        "was": "were",
        "has": "have",
        "shows": "show",
        "contains": "contain",
        "does": "do",
        "comes": "come",
    }
    plain = paper.text.plain
    after = pattern(r"[Dd]ata\s{1,3}(is|was|has|shows|contains|does|comes)\b")
    before = pattern(r"\b(This|this|That|that|much|less)\s{1,3}$")
    compound = pattern(
        r"[Dd]ata[\s-]{1,3}(set|point|rate|type|structure|stream|path|flow|link|bus|cent(er|re)"
        r"|sheet|frame|packet|block|format"
        r"|source|store|storage|sample|item|record|split|pipeline|loader|model|matrix|vector"
        r"|table|transfer|collection"
        r"|acquisition|generation|processing|analysis|augmentation|distribution|representation"
        r"|driven|layer|size|volume)"
    )
    for start in context.index.words.get("data", ()):
        if paper.passage_at(start).zone not in RUNNING or context.index.is_mention(start):
            continue
        found = before.search(plain, max(0, start - 12), start)
        if found and compound.match(plain, start):
            continue
        if found and not (
            found.group(1).lower() == "that" and not context.index.starts_sentence(found.start())
        ):
            word = found.group(1)
            message = (
                '"Data" is plural: write'
                f' "{"these" if word.lower() == "this" else "those" if word.lower() == "that" else "many"}'  # noqa: E501
                ' data".'
            )
            yield Finding(paper.text.span(found.start(1), found.end(1)), message)
            continue
        match = after.match(plain, start)
        if match is None or _has_other_subject(plain, start):
            continue
        verb = match.group(1)
        span = paper.text.span(match.start(1), match.end(1))
        fix = Fix(Edit(span, verbs[verb]), safe=False)
        yield Finding(span, f'"Data" is plural: write "data {verbs[verb]}".', fix)


def _has_other_subject(plain: str, start: int) -> bool:
    """In "the amount of data is" or "access to data is" the verb belongs to another noun."""
    words = plain[max(0, start - 60) : start].split()
    return any(
        word
        in (
            "of",
            "in",
            "to",
            "from",
            "on",
            "for",
            "with",
            "between",
            "as",
            "by",
            "and",
            "what",
            "whose",
        )
        for word in words[-4:]
    )


@rule(
    "TXT008",
    "text-word-choice",
    INFO,
    CLAUSE,
    bad=["We ⟦imply⟧ from the data that it flows.", "The results ⟦infer⟧ a law."],
    good=[
        "We insert a plot of the flow.",
        "The pump and the valve open alternately.",
        "The word ``essentially'' is vague.",
        "We infer a law.",
    ],
    fixes=[
        (r"See the ⟦insert⟧ of Fig.~2.", r"See the inset of Fig.~2."),
        ("⟦Alternately⟧, one may use sand.", "Alternatively, one may use sand."),
    ],
    english=True,
)
def word_choice(context: Context) -> Iterator[Finding]:
    """ "Inset" names a graph in a graph; "alternatively" offers a choice; results imply, people
     infer.

    The template also warns of "essentially" where "approximately" or
    "effectively" is meant; no program can tell, so that word passes.
    """
    paper = context.paper
    plain = paper.text.plain
    tests = (
        (
            "insert",
            r"(?<=the )insert\b(?=\s{1,3}(?:of|in|shows)\b.{0,20}\b(?:Fig|plot|graph|figure))",
            "inset",
            'A graph within a graph is an "inset", not an "insert".',
        ),
        (
            "inserts",
            r"(?<=the )inserts\b(?=\s{1,3}(?:of|in|show)\b.{0,20}\b(?:Fig|plot|graph|figure))",
            "insets",
            'A graph within a graph is an "inset", not an "insert".',
        ),
        (
            "alternately",
            r"[Aa]lternately(?=,)",
            "",
            'Write "alternatively" for a choice; "alternately" means by turns.',
        ),
    )
    for word, expression, right, message in tests:
        for start in context.index.words.get(word, ()):
            match = pattern(expression).match(plain, start)
            if (
                match is None
                or paper.passage_at(start).zone not in RUNNING
                or context.index.is_mention(start)
            ):
                continue
            new = right or plain[start] + "lternatively"
            span = paper.text.span(start, match.end())
            yield Finding(span, message, Fix(Edit(span, new), safe=False))
    for word in ("infer", "infers"):
        before = pattern(
            r"\b(?:results?|data|figures?|equations?|theorems?|experiments?|findings)\s{1,3}$", 2
        )
        for start in context.index.words.get(word, ()):
            if (
                before.search(plain, max(0, start - 20), start)
                and paper.passage_at(start).zone in RUNNING
            ):
                span = paper.text.span(start, start + len(word))
                yield Finding(span, "Results imply; the reader infers.")
    for start in context.index.words.get("imply", ()):
        if (
            plain[max(0, start - 3) : start].lower() == "we "
            and plain[start + 5 : start + 10] == " from"
        ):
            yield Finding(
                paper.text.span(start, start + 5),
                'One infers something from data: write "we infer".',
            )


@rule(
    "TXT009",
    "text-homophones",
    WARNING,
    CLAUSE,
    bad=["We use ⟦discreet⟧ time."],
    good=[
        "The discrete cosine transform is real.",
        "We effect a change.",
        "Affect is studied in psychology; affective computing knows the affect of a voice.",
        "Be discreet, Fourier.",
        "The principle of least action holds.",
    ],
    fixes=[
        ("The ⟦discreet⟧ cosine transform is real.", "The discrete cosine transform is real."),
        ("⟦Principle⟧ component analysis helps.", "Principal component analysis helps."),
    ],
    english=True,
)
def homophones(context: Context) -> Iterator[Finding]:
    """Affect and effect, complement and compliment, discreet and discrete, principal and
    principle are told apart.

    Only fixed phrases with one possible reading are reported.
    """
    paper = context.paper
    triggers = (
        "discreet",
        "principle",
        "principal",
        "affect",
        "affects",
        "effect",
        "effected",
        "compliment",
        "compliments",
    )
    if not context.index.has_any(*triggers):
        return
    emotional = context.index.has_any("affective", "emotion", "emotions")
    plain = paper.text.plain
    lower = plain.lower()
    for wrong, right in context.vocabulary["wording"]["homophones"].items():
        if emotional and "affect" in wrong:
            continue
        for start in context.index.words.get(
            wrong.replace("-", " ").replace("'", " ").split()[0], ()
        ):
            if not " ".join(lower[start : start + len(wrong) + 8].split()).startswith(wrong):
                continue
            expression = r"\s{1,3}".join(wrong.split(" "))
            match = pattern(expression).match(lower, start)
            if (
                match is None
                or paper.passage_at(start).zone not in WITH_HEADINGS
                or context.index.is_mention(start)
            ):
                continue
            if plain[match.end() : match.end() + 1].isalpha():
                continue
            new = right if plain[start].islower() else right[0].upper() + right[1:]
            span = paper.text.span(start, match.end())
            fix = Fix(Edit(span, new)) if paper.text.is_typed(start, match.end()) else None
            yield Finding(
                span, f'Write "{new}", not "{" ".join(plain[start : match.end()].split())}".', fix
            )


@rule(
    "TXT010",
    "text-non-prefix",
    INFO,
    CLAUSE,
    good=[
        "The nonlinear model is non-Gaussian and non-IID.",
        "A non-line-of-sight path is long; this is a condicio sine qua non, a non sequitur.",
        r"The prefix ``non-linear'' is joined.",
    ],
    fixes=[
        ("A ⟦non-linear⟧ model is used.", "A nonlinear model is used."),
        ("A ⟦non linear⟧ model is used.", "A nonlinear model is used."),
        ("⟦Non-uniform⟧ sand is used.", "Nonuniform sand is used."),
    ],
    english=True,
)
def non_prefix(context: Context) -> Iterator[Finding]:
    """The prefix "non" is joined to its word, usually without a hyphen, and is never a word of
    its own.

    The hyphen stays before capitals and numbers (non-Gaussian) and in set
    phrases (non-line-of-sight).
    """
    paper = context.paper
    places = context.index.words.get("non", ())
    if not places and not any(word.startswith("non-") for word in context.index.words):
        return
    table = context.vocabulary["wording"]["non"]
    stems, spaced, kept = set(table["stems"]), set(table["spaced"]), set(table["kept"])
    plain = paper.text.plain
    for match in paper.find(
        pattern(r"(?<![\w-])[Nn]on(-|[ \n\u00a0]{1,3})([a-z]{3,20})(?![\w-]?-?of-)"), WITH_HEADINGS
    ):
        joined, stem = match.group(1) == "-", match.group(2)
        start, end = match.span()
        if context.index.is_mention(start) or stem in kept or plain[end : end + 1] == "-":
            continue
        if stem not in stems and (joined or stem not in spaced):
            continue
        if not joined and plain[max(0, start - 4) : start] == "qua ":
            continue
        known = stem in stems
        new = plain[start:][:3] + (stem if known else "-" + stem)
        span = paper.text.span(start, end)
        fix = Fix(Edit(span, new)) if known else None
        typed = " ".join(plain[start:end].split())
        yield Finding(span, f'Write "{new}", not "{typed}": "non" is joined to its word.', fix)

"""TXT008, 010: words that are confused, and the prefix "non"."""

from __future__ import annotations

from re import IGNORECASE, escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import RUNNING, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context

CLAUSE = "IEEE conference template, sec. III-E (some common mistakes)"

INSET = 'A graph within a graph is an "inset", not an "insert". Write "inset".'

# Each wrong word, an expression for where it is wrong, the right word, and the message.
CONFUSED = (
    (
        "insert",
        r"(?<=the )insert\b(?=\s{1,3}(?:of|in|shows)\b.{0,20}\b(?:Fig|plot|graph|figure))",
        "inset",
        INSET,
    ),
    (
        "inserts",
        r"(?<=the )inserts\b(?=\s{1,3}(?:of|in|show)\b.{0,20}\b(?:Fig|plot|graph|figure))",
        "insets",
        INSET,
    ),
    (
        "alternately",
        r"[Aa]lternately(?=,)",
        "alternatively",
        '"Alternately" means by turns. Write "alternatively" for a choice.',
    ),
)


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of these words."""
    return "|".join(map(escape, words))


@rule(
    "TXT008",
    "text-word-choice",
    INFO,
    CLAUSE,
    bad=[
        "We ⟦imply⟧ from the data that it flows.",
        "The results ⟦infer⟧ a law.",
        "The result ⟦infers⟧ a law.",
    ],
    good=[
        "We insert a plot of the flow.",
        "The pump and the valve open alternately.",
        "The word ``essentially'' is vague.",
        "We infer a law.",
        (
            "\\section{See the Insert of Figure Two}\n"
            "The word ``alternately'', as in ``Alternately, one may'', is vague. We "
            "imply it. They imply from it."
        ),
    ],
    fixes=[
        (r"See the ⟦insert⟧ of Fig.~2.", r"See the inset of Fig.~2."),
        ("⟦Alternately⟧, one may use sand.", "Alternatively, one may use sand."),
        ("See the ⟦inserts⟧ in the graph.", "See the insets in the graph."),
    ],
    english=True,
)
def word_choice(context: Context) -> Iterator[Finding]:
    """Write "inset" for a graph in a graph and "alternatively" for a choice; results imply, people
    infer.

    The template also warns of "essentially" where "approximately" or
    "effectively" is meant. No program can detect that, so the word is not
    reported.
    """
    paper = context.paper
    plain = paper.text.plain
    for word, expression, correct, message in CONFUSED:
        for start in context.index.words.get(word, ()):
            match = pattern(expression).match(plain, start)
            if (
                match is None
                or paper.passage_at(start).zone not in RUNNING
                or context.index.is_mention(start)
            ):
                continue
            span = paper.text.span(start, match.end())
            yield Finding(span, message, Fix(Edit(span, plain[start] + correct[1:]), safe=False))
    subjects = _any_of(context.vocabulary.wording.inference)
    before = rf"\b(?:{subjects})\s{{1,3}}$"
    for word in ("infer", "infers"):
        for start in context.index.words.get(word, ()):
            if (
                pattern(before, IGNORECASE).search(plain, max(0, start - 20), start)
                and paper.passage_at(start).zone in RUNNING
            ):
                span = paper.text.span(start, start + len(word))
                yield Finding(span, 'Results imply; only people infer. Write "imply".')
    for start in context.index.words.get("imply", ()):
        if (
            plain[max(0, start - 3) : start].lower() == "we "
            and plain[start + 5 : start + 10] == " from"
        ):
            yield Finding(
                paper.text.span(start, start + 5),
                'Results imply; people infer from them. Write "we infer".',
            )


@rule(
    "TXT010",
    "text-non-prefix",
    INFO,
    CLAUSE,
    bad=["%! preamble\n\\newcommand{\\sand}{non rigid sand}\n%! body\nIt is ⟦\\sand⟧."],
    good=[
        "The nonlinear model is non-Gaussian and non-IID.",
        "A non-line-of-sight path is long; this is a condicio sine qua non, a non sequitur.",
        r"The prefix ``non-linear'' is joined.",
        (
            "The sine qua non linear law and the non-linear-like one are here. The "
            "non-zero-sum game. The class non-rigid is kept."
        ),
    ],
    fixes=[
        ("A ⟦non-linear⟧ model is used.", "A nonlinear model is used."),
        ("A ⟦non linear⟧ model is used.", "A nonlinear model is used."),
        ("It is ⟦non rigid⟧ sand.", "It is nonrigid sand."),
        ("The sets are ⟦non overlapping⟧.", "The sets are nonoverlapping."),
        ("⟦Non-uniform⟧ sand is used.", "Nonuniform sand is used."),
    ],
    english=True,
)
def non_prefix(context: Context) -> Iterator[Finding]:
    """Join the prefix "non" to its word, usually without a hyphen.

    It is never a separate word. The hyphen stays before capitals and numbers
    (non-Gaussian) and in set phrases (non-line-of-sight).
    """
    paper = context.paper
    starts = context.index.words.get("non", ())
    if not starts and not any(word.startswith("non-") for word in context.index.words):
        return
    non = context.vocabulary.wording.non
    plain = paper.text.plain
    for match in paper.find(
        pattern(r"(?<![\w-])[Nn]on(-|[ \n\u00a0]{1,3})([a-z]{3,20})(?![\w-]?-?of-)"), WORDING
    ):
        has_hyphen, stem = match.group(1) == "-", match.group(2)
        start, end = match.span()
        if context.index.is_mention(start) or stem in non.kept or plain[end : end + 1] == "-":
            continue
        if stem not in non.stems and (has_hyphen or stem not in non.spaced):
            continue
        if not has_hyphen and plain[max(0, start - 4) : start] == "qua ":
            continue
        correct = plain[start : start + 3] + stem
        span = paper.text.span(start, end)
        fix = Fix(Edit(span, correct)) if paper.text.is_typed(start, end) else None
        typed = " ".join(plain[start:end].split())
        yield Finding(span, f'Write "{correct}", not "{typed}". "Non" is a prefix.', fix)

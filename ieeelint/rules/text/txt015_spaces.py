"""TXT015: the spaces around punctuation marks."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import CITE, MATH, QUANTITY, REF
from ieeelint.paper.zones import BIOGRAPHY, RUNNING, THANKS
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

ZONES = RUNNING - {THANKS, BIOGRAPHY}
BLANKS = " \u00a0\n"
# Each pattern begins with the mark, so that a search is fast.
# A mark after a blank, at the end of a word, but not in an ellipsis.
LONELY = r"[.,;:?!](?<=[ \u00a0\n].)(?=\s|\Z)(?!\s{0,3}[.…])"
PRINTS_NUMBER = frozenset(CITE + REF + MATH + QUANTITY)
# "( word" and "word )".
INSIDE_OPEN = r"\((?<=\s\()[ \u00a0]{1,2}(?=[^\W\d_]{2})"
INSIDE_CLOSE = r"[ \u00a0](?<=[^\W\d_]{2}.)\)(?=[\s.,;:])"
# "sand,water".
GLUED = r"[,;](?<=[a-z]{3}.)(?=[a-z]{3,20}[\s.])"
# "pipes.The sand".
GLUED_SENTENCE = r"\.(?<=[a-z]{4}\.)(?=(?P<opener>[A-Z][a-z]{0,11})\s)"
# "pipes .The sand".
SHIFTED = r"\.(?<=[a-z]{5} \.)(?=[A-Z][a-z]{3,15}\s[a-z])"
# "networks(as in" and "network(CNN)", but not "Core(TM)".
BRACKET = (
    r"\((?<=[a-z]{3}\()(?!(?:TM|SM|UK|US)\))"
    r"(?=[A-Z]{2,6}s?\)|[a-z]{2,15} [a-z]{2,15}[ ),])"
)
# The word before a mark, and what shows that it is part of a path, an address or code.
WORD_BEFORE = r"(?<![\w./\\@:,;(-]){}[a-z]{{3,20}}\Z"


@rule(
    "TXT015",
    "text-punctuation-spaces",
    WARNING,
    "convention",
    bad=[
        "It flows⟦ .⟧ Sand does not.",
        "It flows in pipes⟦.⟧The sand is wet.",
        "It flows in pipes⟦ .⟧Steady sand is wet.",
        "It flows⟦ :⟧ in pipes.",
    ],
    good=[
        "The form ``in pipes .Steady sand'' is wrong; the .Core library and a .Flow File are not.",
        "\\newcommand{\\dotted}{.}It is in pipes \\dotted{}Steady sand.",
        "It flows, and the .NET framework, Node.js, and e.g.\\ a file .csv are not wet.",
        "It flows . . . and stops \\ldots . The ratio is 3 : 4 or a : b, the map is $f : A$.",
        "The parts(s) and the call main(args) are code; $f$ (see below) is not.",
        "The axes x,y,z and the list a,b; log(SNR) and max(RTT) are functions; a Core(TM) chip.",
        "\\begin{itemize}\\item wet\n\\item dry\n\\end{itemize}",
        "The class is System.The and the site www.flow.The is not.",
        "The law is \\[ a=b \\] , where $a$ is red.",
        "The sign :) is a face; as in (a ) it is wet.",
        (
            "The form ``wet ,'' and ``( wet )'' and ``wet,dry and wet'' and "
            "``pipes(wet and dry)'' are wrong."
        ),
        "The ratio (a) : (b) and $a$ : $b$ and 3 : 4 are set. What is a ? It is.",
        "\\newcommand{\\stop}{ .}\nIt flows\\stop\\",
        "It ends.\n\n, and so it is. It flows ~ ~ . Sand{ }.",
        "\\texttt{.} The names a.The, x.y.The, flow.Sand, and Mr.Costa stay.",
    ],
    fixes=[
        ("It flows⟦ ,⟧ and it is wet.", "It flows, and it is wet."),
        (
            "It flows as in~\\cite{lima}⟦ .⟧ Sand does not.",
            "It flows as in~\\cite{lima}. Sand does not.",
        ),
        ("It flows, sand⟦,⟧water and all.", "It flows, sand, water and all."),
        ("It flows in pipes⟦.⟧The sand is wet.", "It flows in pipes. The sand is wet."),
        (
            "A quiet tube rate model⟦(⟧QTRM) is used with sand.",
            "A quiet tube rate model (QTRM) is used with sand.",
        ),
        ("It flows in pipes⟦(⟧see the list below).", "It flows in pipes (see the list below)."),
        ("It flows (⟦ ⟧in pipes) here.", "It flows (in pipes) here."),
        ("It flows (in pipes⟦ ⟧) here.", "It flows (in pipes) here."),
        ("It flows (⟦~⟧in pipes) here.", "It flows (in pipes) here."),
        ("It flows (in pipes⟦~⟧) here.", "It flows (in pipes) here."),
        ("It flows⟦~ ,⟧ and it is wet.", "It flows, and it is wet."),
        (
            "It is wet (in pipes)⟦ ,⟧ and ``dry''⟦ .⟧ It is 5\\%⟦ ,⟧ or so.",
            "It is wet (in pipes), and ``dry''. It is 5\\%, or so.",
        ),
        ("It flows in pipes⟦,⟧and it is wet.", "It flows in pipes, and it is wet."),
    ],
    english=True,
)
def punctuation_spaces(context: Context) -> Iterator[Finding]:
    """Write no space before a punctuation mark or inside parentheses, but one after the mark and
    before an opening parenthesis.
    """
    plain = context.paper.text.plain
    if any(blank + mark in plain for blank in BLANKS for mark in ".,;:?!"):
        yield from _spaces_before(context)
    if "( " in plain or "(\u00a0" in plain:
        yield from _spaces_inside(context, INSIDE_OPEN)
    if " )" in plain or "\u00a0)" in plain:
        yield from _spaces_inside(context, INSIDE_CLOSE)
    openers = context.vocabulary.sentences.openers
    for expression in (GLUED, GLUED_SENTENCE):
        for match in _after_words(context, expression):
            if match[0] == "." and match["opener"] not in openers:
                continue
            span = context.paper.text.span(*match.span())
            message = f'Put a space after the "{match[0]}".'
            yield Finding(span, message, Fix(Edit(span, match[0] + " ")))
    if " ." in plain:
        yield from _shifted(context)
    for match in _after_words(context, BRACKET, "[A-Z]?"):
        if not _is_function(context, match.start()):
            span = context.paper.text.span(*match.span())
            yield Finding(span, "Put a space before the parenthesis.", Fix(Edit(span, " (")))


def _shifted(context: Context) -> Iterator[Finding]:
    """Spaces before a period instead of after it."""
    paper = context.paper
    for match in paper.find(pattern(SHIFTED), ZONES):
        start, end = match.start() - 1, match.end()
        if _is_typed(paper, start, end) and not context.index.is_mention(start):
            span = paper.text.span(start, end)
            yield Finding(
                span, 'Put the space after the ".", not before it.', Fix(Edit(span, ". "))
            )


def _spaces_before(context: Context) -> Iterator[Finding]:
    """Spaces between a word and a punctuation mark."""
    paper = context.paper
    plain = paper.text.plain
    for match in paper.find(pattern(LONELY), ZONES):
        end = match.start()
        start = end - 1
        while start and end - start < 3 and plain[start - 1] in BLANKS:
            start -= 1
        before = plain[start - 1]
        if not (before.isalnum() or before in ")]”’%" or before in PRINTS_NUMBER):
            continue
        if "\n\n" in plain[start:end] or context.index.is_mention(start):
            continue
        if match[0] in ":!?" and _is_sign(plain, start):
            continue
        if _is_typed(paper, start, match.end()):
            fix = Fix(Edit(paper.text.span(start, end), ""))
            span = paper.text.span(start, match.end())
            yield Finding(span, f'Delete the space before the "{match[0]}".', fix)


def _is_sign(plain: str, stop: int) -> bool:
    """True before the sign of a ratio or an emoticon: "3 : 4", "a : b"."""
    before = plain[max(0, stop - 2) : stop]
    return before[-1:].isdigit() or before[-1:] in (MATH, ")") or not before[:1].isalpha()


def _spaces_inside(context: Context, expression: str) -> Iterator[Finding]:
    """Spaces after an opening or before a closing parenthesis."""
    paper = context.paper
    for match in paper.find(pattern(expression), ZONES):
        start, end = match.span()
        if context.index.is_mention(start) or not _is_typed(paper, start, end):
            continue
        inner = paper.text.span(start + (match[0][0] == "("), end - (match[0][-1] == ")"))
        yield Finding(inner, "Delete the space inside the parenthesis.", Fix(Edit(inner, "")))


def _is_typed(paper: Paper, start: int, end: int) -> bool:
    """True if the source has a blank and a mark, and no macro prints one of them."""
    if not paper.text.is_typed(start, end):
        return False
    typed = paper.text.span(start, end).text.replace("~", " ")
    return len(typed.split()) == 1 and len(typed.strip()) == 1


def _after_words(context: Context, expression: str, capital: str = "") -> Iterator[Match[str]]:
    """The matches of marks directly after an ordinary word, without a capital unless ``capital``
    allows it.
    """
    paper = context.paper
    plain = paper.text.plain
    for match in paper.find(pattern(expression), ZONES):
        start = match.start()
        word = pattern(WORD_BEFORE.format(capital)).search(plain, max(0, start - 24), start)
        if word is None or context.index.is_mention(start):
            continue
        if paper.text.is_typed(word.start(), match.end() + 1):
            yield match


def _is_function(context: Context, at: int) -> bool:
    """True for the call of a function: "log(SNR)", or "main(a)" elsewhere in the paper."""
    plain = context.paper.text.plain
    word = pattern(r"[A-Za-z]+\Z").search(plain, max(0, at - 24), at)
    if word is None or word[0].lower() in context.vocabulary.equations.functions:
        return True
    return pattern(rf"\b{word[0]}\((?:\)|[a-z]\b)").search(plain) is not None

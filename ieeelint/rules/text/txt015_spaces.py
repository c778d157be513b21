"""TXT015: the spaces around punctuation marks."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import CITE, DISPLAY, MATH, QUANTITY, REF
from ieeelint.paper.zones import BIOGRAPHY, RUNNING, THANKS
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context

ZONES = RUNNING - {THANKS, BIOGRAPHY}
# A space and a mark after a word, a bracket or what prints a number; the mark ends there.
SPACE_BEFORE = (
    rf"(?<=[^\W_]|[)\]”’%{CITE}{REF}{MATH}{QUANTITY}])(?P<space>[ \u00a0]{{1,2}}|[ ]?\n[ ]?)"
    r"(?P<mark>[.,;:?!])(?=[\s\u00a0]|\Z)(?![\s\u00a0]{0,3}[.…])"
)
# "( word" and "word )".
INSIDE_OPEN = r"(?<=[\s\u00a0])\((?P<space>[ \u00a0]{1,2})(?=[^\W\d_]{2})"
INSIDE_CLOSE = r"(?<=[^\W\d_]{2})(?P<space>[ \u00a0]{1,2})\)(?=[\s.,;:])"
# "flows.The" and "sand,water".
AFTER_COMMA = r"(?<![\w./@:,;-])[a-z]{3,20}(?P<mark>[,;])(?=[a-z]{3,20}[\s.\u00a0])"
# "networks(as in" and "network(CNN)".
BEFORE_BRACKET = (
    r"(?<![\w./\\(-])(?P<word>[A-Za-z]?[a-z]{3,20})(?P<bracket>\()"
    r"(?!(?:TM|SM|UK|US)\))(?=[A-Z]{2,6}s?\)|[a-z]{2,15} [a-z]{2,15}[ ),])"
)
MESSAGES = {
    "before": 'Delete the space before the "{}".',
    "inside": "Delete the space inside the parenthesis.",
    "after": 'Put a space after the "{}".',
    "bracket": "Put a space before the parenthesis.",
}


@rule(
    "TXT015",
    "text-punctuation-spaces",
    WARNING,
    "convention",
    bad=["It flows⟦ .⟧ Sand does not.", "It flows in pipes⟦.⟧The sand is wet."],
    good=[
        "It flows, and the .NET framework, Node.js, and e.g.\\ a file .csv are not wet.",
        "It flows . . . and stops \\ldots . The ratio is 3 : 4 or a : b, the map is $f : A$.",
        "The parts(s) and the call main(args) are code; $f$ (see below) is not.",
        "The axes x,y,z and the list a,b; log(SNR) and max(RTT) are functions; a Core(TM) chip.",
        "\\begin{itemize}\\item wet\n\\item dry\n\\end{itemize}",
        "The class is System.The and the site www.flow.The is not.",
        "The law is \\[ a=b \\] , where $a$ is red.",
        "The sign :) is a face; as in (a ) it is wet.",
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
    ],
    english=True,
)
def punctuation_spaces(context: Context) -> Iterator[Finding]:
    """Write no space before a punctuation mark or inside parentheses, but one after the mark and
    before an opening parenthesis.
    """
    plain = context.paper.text.plain
    if any(mark in plain for mark in (" .", " ,", " ;", " :", "\u00a0.", "\n.", "\n,", " ?", " !")):
        yield from _found(context, SPACE_BEFORE, "before")
    if "( " in plain or "(\u00a0" in plain:
        yield from _found(context, INSIDE_OPEN, "inside")
    if " )" in plain or "\u00a0)" in plain:
        yield from _found(context, INSIDE_CLOSE, "inside")
    yield from _found(context, AFTER_COMMA, "after")
    openers = any_of(context.vocabulary.sentences.openers)
    after_period = rf"(?<![\w./@:\\-])[a-z]{{4,20}}(?P<mark>\.)(?=(?:{openers})[\s\u00a0])"
    yield from _found(context, after_period, "after")
    yield from _found(context, BEFORE_BRACKET, "bracket")


def _found(context: Context, expression: str, kind: str) -> Iterator[Finding]:
    """The findings of one pattern."""
    paper = context.paper
    plain = paper.text.plain
    for match in paper.find(pattern(expression), ZONES):
        at = match.start()
        if context.index.is_mention(at) or _is_other(context, match, kind):
            continue
        if kind in ("before", "inside"):
            start, end = match.span("space")
            removed = paper.text.span(start, end)
            whole = paper.text.span(start, match.end())
            if whole.text.strip(" \n\r\u00a0~") != plain[end : match.end()]:
                continue  # a macro prints one of them, or is between them
            yield Finding(
                paper.text.span(start, match.end()) if kind == "before" else removed,
                MESSAGES[kind].format(match["mark"] if kind == "before" else ""),
                Fix(Edit(removed, "")),
            )
            continue
        place = match.span("mark" if kind == "after" else "bracket")
        if not paper.text.is_typed(at, match.end()):
            continue
        span = paper.text.span(*place)
        after = paper.text.span(place[1], place[1]) if kind == "after" else None
        yield Finding(
            span,
            MESSAGES[kind].format(match["mark"] if kind == "after" else ""),
            Fix(Edit(span, span.text + " " if after is not None else " (")),
        )


def _is_other(context: Context, match: Match[str], kind: str) -> bool:
    """True where the mark is part of a ratio, an ellipsis, an emoticon or a call of a function."""
    plain = context.paper.text.plain
    if kind == "bracket":
        functions = context.vocabulary.equations.functions
        word = match["word"].lower()
        return word in functions or pattern(rf"\b{word}\((?:\)|[a-z]\b)").search(plain) is not None
    if kind != "before":
        return False
    before = plain[max(0, match.start() - 2) : match.start()]
    if DISPLAY in before or before.endswith((" .", "..", "…")):
        return True
    if match["mark"] in ":!?":
        return before[-1:].isdigit() or before[-1:] in (MATH, ")") or not before[:1].isalpha()
    return False

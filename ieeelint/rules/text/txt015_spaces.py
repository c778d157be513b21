"""TXT015: the spaces around punctuation marks."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE, MATH, QUANTITY, REF
from ieeelint.paper.zones import BIOGRAPHY, HEADING, RUNNING, THANKS
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
# "Table ~\\ref" and "Table~ \\ref".
AT_TIE = (
    r"\u00a0(?:(?<=[\w.)][ \n]\u00a0)[ \n]?|(?<=[\w.)]\u00a0)[ \n])"
    rf"(?=[{CITE}{REF}])"
)
PRINTS_NUMBER = frozenset(CITE + REF + MATH + QUANTITY)
# "( word" and "word )".
INSIDE_OPEN = r"\((?<=\s\()[ \u00a0]{1,2}(?=[^\W\d_]{2})"
INSIDE_CLOSE = r"[ \u00a0](?<=[^\W\d_]{2}.)\)(?=[\s.,;:])"
# "sand,water".
GLUED = r"[,;](?<=[a-z]{3}.)(?=[a-z]{3,20}[\s.])"
# "pipes.The sand".
GLUED_SENTENCE = r"\.(?<=[a-z]{4}\.)(?=(?P<opener>[A-Z][a-z]{0,11})[\s,])"
# "pipes [3].The sand" and "pipes (or so),and sand": no name has these marks before the word.
GLUED_BEHIND = (
    rf"\.(?<=[\])%”’{CITE}{REF}]\.)(?=(?P<opener>[A-Z][a-z]{{0,11}})[\s,])",
    rf"[,;](?<=[\])”’{CITE}].)(?=[a-z]{{3,20}}[\s.,])",
)
# "pipes .The sand" and "pipes ,and sand".
SHIFTED = (
    r"\.(?<=[a-z]{5} \.)(?=(?P<opener>[A-Z][a-z]{0,15})\s[a-z\d])",
    rf"[,;](?:(?<=[a-z]{{3}} .)|(?<=[)”’{CITE}] .))(?=[a-z]{{3,20}}[\s.,])",
)
LONG_OPENER = 4  # letters of a word that begins no name after a period
# "pipes.. The sand" and "pipes,, sand"; the period of an abbreviation ends its sentence, too.
TWICE = rf"([.,;])\1(?<=[a-z)\]”’{CITE}{REF}]..)(?=\s)"
# Short words that are never a part of a name or a symbol: "of$x$".
BEFORE_FORMULA = "and are as at by for from in is of on or that the to where with".split()
# "networks(as in" and "network(CNN)", but not "Core(TM)".
BRACKET = (
    r"\((?<=[a-z]{3}\()(?!(?:TM|SM|UK|US)\))"
    r"(?=[A-Z]{2,6}s?\)|[a-z]{2,15} [a-z]{2,15}[ ),])"
)
LONGEST_BEFORE = 7  # characters: the longest of them, and the space before
LAST_WORD = r"(?<![^\s(])[a-z]+\Z"
# "(as in the pipe)to", but not "f(a)to": the words in the parentheses have a space.
GLUED_CLOSE = r"\((?<=\s\()[^()\s]{1,60}\s[^()\n]{0,60}(?<=[a-z]{3})(\))(?=[a-z]{2,15}[\s.,])"
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
        "It flows in pipes⟦.⟧However, the sand is wet.",
        "%! word\n[Body Text] It flows [1]⟦.⟧The sand is wet.",
        "It flows (in pipes)⟦,⟧and it is wet.",
        "It flows in ``pipes''⟦.⟧It is wet.",
        "It flows in pipes⟦ .⟧The 2 pipes are wet.",
        "The pipe (of Porto)⟦ ,⟧the old one of the town, flows. It is ``wet'' ,and old.",
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
        "\\newcommand{\\stop}{.}It flows (in pipes)\\stop{}The sand is wet.",
        "The form ``wet (in pipes).The sand'' is wrong.",
        "The pipes (a).Core flow, the pipes (b),c too, and the .Net and pipes .Net flow 2 ways.",
        "The sign :) is a face; as in (a ) it is wet.",
        (
            "The form ``wet ,'' and ``( wet )'' and ``wet,dry and wet'' and "
            "``pipes(wet and dry)'' are wrong."
        ),
        "The ratio (a) : (b) and $a$ : $b$ and 3 : 4 are set. What is a ? It is.",
        "\\newcommand{\\stop}{ .}\nIt flows\\stop\\",
        "It ends.\n\n, and so it is. It flows ~ ~ . Sand{ }.",
        "%! word\n[Body Text] Sand flows [1] , [1].",
        "The path is ../a, the set 1..n, and sand ... and sand.... The ``pipes.. of'' is wrong.",
        "\\newcommand{\\stop}{..}\\newcommand{\\oft}{of}It is\\stop{} It is \\oft$x$ wet.",
        "\\begin{tabular}{c}of$x$\\end{tabular}",
        "It is the$^1$ pipe of$_x$ the off$x$ and of\\/$x$, with in-$x$, and OF$x$ of it.",
        "%! preamble\n\\newcommand{\\old}{(in the pipe)}\n%! body\n"
        "The form ``a (sand box)to it'' is wrong; f(a)to, (a)to, (a path)/to, and"
        " (in pipes)-to stay. It is \\old{}to us.",
        "\\newcommand{\\tied}{ ~}\\newcommand{\\blank}{ }It is wet\\tied\\cite{lima}.",
        "It is wet\\ ~\\cite{lima}, or wet ~{}~\\cite{lima}.",
        "It is ~ wet, as~\\cite{lima} says: ~\\cite{lima}. Lima ~ \\ldots.",
        "\\newcommand{\\wide}{ }The list\\wide~\\cite{lima} is wet.",
        "\\texttt{.} The names a.The, x.y.The, flow.Sand, and Mr.Costa stay.",
    ],
    fixes=[
        ("It flows⟦ ,⟧ and it is wet.", "It flows, and it is wet."),
        (
            "It flows as in~\\cite{lima}⟦ .⟧ Sand does not.",
            "It flows as in~\\cite{lima}. Sand does not.",
        ),
        ("It is wet⟦ ~⟧\\cite{lima}.", "It is wet~\\cite{lima}."),
        ("It is wet⟦~ ⟧\\cite{lima}.", "It is wet~\\cite{lima}."),
        ("It is wet⟦\n~⟧\\cite{lima}.", "It is wet~\\cite{lima}."),
        (
            "\\section{Sand}\\label{s}\nIt is in Section⟦ ~⟧\\ref{s}.",
            "\\section{Sand}\\label{s}\nIt is in Section~\\ref{s}.",
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
        ("It flows (in the pipe⟦)⟧to be wet.", "It flows (in the pipe) to be wet."),
        ("It flows⟦~ ,⟧ and it is wet.", "It flows, and it is wet."),
        (
            "It is wet (in pipes)⟦ ,⟧ and ``dry''⟦ .⟧ It is 5\\%⟦ ,⟧ or so.",
            "It is wet (in pipes), and ``dry''. It is 5\\%, or so.",
        ),
        ("It flows in pipes⟦,⟧and it is wet.", "It flows in pipes, and it is wet."),
        ("It flows in pipes⟦ ,⟧and it is wet.", "It flows in pipes, and it is wet."),
        ("It flows~\\cite{lima}⟦..⟧ Sand does not.", "It flows~\\cite{lima}. Sand does not."),
        ("It flows in pipes⟦,,⟧ and it is wet.", "It flows in pipes, and it is wet."),
        ("It has the values ⟦of⟧$x$ in it.", "It has the values of $x$ in it."),
        ("\\section{Sand⟦ ,⟧ Wet and Dry}", "\\section{Sand, Wet and Dry}"),
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
    if context.latex is not None:
        yield from _spaces_at_ties(context)
    if "( " in plain or "(\u00a0" in plain:
        yield from _spaces_inside(context, INSIDE_OPEN)
    if " )" in plain or "\u00a0)" in plain:
        yield from _spaces_inside(context, INSIDE_CLOSE)
    openers = context.vocabulary.sentences.openers
    for expression in (GLUED, GLUED_SENTENCE):
        for match in _after_words(context, expression):
            if match[0] == "." and match["opener"] not in openers:
                continue
            yield _spaced(context.paper, match)
    yield from _glued_behind(context)
    if any(" " + mark in plain for mark in ".,;"):
        yield from _shifted(context)
    if any(mark * 2 in plain for mark in ".,;"):
        yield from _twice(context)
    if context.latex is not None and MATH in plain:
        yield from _before_formulas(context)
    yield from _glued_parentheses(context)
    for match in _after_words(context, BRACKET, "[A-Z]?"):
        if not _is_function(context, match.start()):
            span = context.paper.text.span(*match.span())
            yield Finding(span, "Put a space before the parenthesis.", Fix(Edit(span, " (")))


def _spaced(paper: Paper, match: Match[str]) -> Finding:
    """The finding at a mark without the space after it."""
    span = paper.text.span(*match.span())
    return Finding(span, f'Put a space after the "{match[0]}".', Fix(Edit(span, match[0] + " ")))


def _glued_behind(context: Context) -> Iterator[Finding]:
    """A word directly after a mark that follows a citation, a parenthesis, or a quotation."""
    paper = context.paper
    openers = context.vocabulary.sentences.openers
    for expression in GLUED_BEHIND:
        for match in paper.find(pattern(expression), ZONES):
            start, end = match.span()
            if match[0] == "." and match["opener"] not in openers:
                continue
            if paper.text.is_typed(start, end + 1) and not context.index.is_mention(start):
                yield _spaced(paper, match)


def _glued_parentheses(context: Context) -> Iterator[Finding]:
    """A word directly after a closing parenthesis."""
    paper = context.paper
    for match in paper.find(pattern(GLUED_CLOSE), ZONES):
        at = match.start(1)
        if paper.text.is_typed(at, at + 2) and not context.index.is_mention(at):
            span = paper.text.span(at, at + 1)
            yield Finding(span, "Put a space after the parenthesis.", Fix(Edit(span, ") ")))


def _shifted(context: Context) -> Iterator[Finding]:
    """Spaces before a mark instead of after it."""
    paper = context.paper
    openers = context.vocabulary.sentences.openers
    for expression in SHIFTED:
        for match in paper.find(pattern(expression), ZONES):
            start, end = match.start() - 1, match.end()
            opener = match["opener"] if match[0] == "." else ""
            if 0 < len(opener) < LONG_OPENER and opener not in openers:
                continue  # the start of a name, as in ".Net"
            if _is_typed(paper, start, end) and not context.index.is_mention(start):
                span = paper.text.span(start, end)
                message = f'Put the space after the "{match[0]}", not before it.'
                yield Finding(span, message, Fix(Edit(span, match[0] + " ")))


def _twice(context: Context) -> Iterator[Finding]:
    """Two marks in a row where one is meant."""
    paper = context.paper
    for match in paper.find(pattern(TWICE), ZONES):
        start, end = match.span()
        if not paper.text.is_typed(start, end) or context.index.is_mention(start):
            continue
        fix = Fix(Edit(paper.text.span(start + 1, end), ""))
        yield Finding(paper.text.span(start, end), f'Delete one "{match[1]}".', fix)


def _before_formulas(context: Context) -> Iterator[Finding]:
    """Short words with a formula directly after them."""
    paper = context.paper
    plain = paper.text.plain
    for formula in pattern(f"{MATH}(?<=[a-z].)").finditer(plain):
        at = formula.start()
        before = pattern(LAST_WORD).search(plain, max(0, at - LONGEST_BEFORE), at)
        if before is None or before[0] not in BEFORE_FORMULA:
            continue
        start = before.start()
        if paper.passage_at(start).zone not in ZONES:
            continue
        mark = paper.text.mark_at(at)
        if mark is None or mark.data is None or mark.data.content.lstrip()[:1] in ("^", "_", ""):
            continue  # an index or a mark
        word = paper.text.span(start, at)
        if word.end != mark.span.start or not paper.text.is_typed(start, at):
            continue
        edit = Edit(Span(word.source, word.end, word.end), " ")
        yield Finding(word, f'Put a space between "{word.text}" and the formula.', Fix(edit))


def _spaces_before(context: Context) -> Iterator[Finding]:
    """Spaces between a word and a punctuation mark."""
    paper = context.paper
    plain = paper.text.plain
    for match in paper.find(pattern(LONELY), ZONES | {HEADING}):
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
        if match[0] == "," and pattern(r"\](?=\s{1,3},\s{0,2}\[\d)").match(plain, start - 1):
            continue  # between typed citations, which REF013 reports
        if _is_typed(paper, start, match.end()):
            fix = Fix(Edit(paper.text.span(start, end), ""))
            span = paper.text.span(start, match.end())
            yield Finding(span, f'Delete the space before the "{match[0]}".', fix)


def _spaces_at_ties(context: Context) -> Iterator[Finding]:
    """A space next to the tie before a number or a citation: both print."""
    paper = context.paper
    for match in paper.find(pattern(AT_TIE), ZONES):
        start, end = match.span()
        start -= paper.text.plain[start - 1] in " \n"
        if not paper.text.is_typed(start, end):
            continue
        span = paper.text.span(start, end)
        yield Finding(
            span, 'A space next to "~" prints two spaces. Keep "~".', Fix(Edit(span, "~"))
        )


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

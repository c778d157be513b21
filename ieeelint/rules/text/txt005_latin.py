"""TXT005: Latin abbreviations."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import DISPLAY
from ieeelint.paper.zones import HEADING, RUNNING, RUNNING_HEAD
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.matching import matches_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


@rule(
    "TXT005",
    "text-latin-abbreviations",
    WARNING,
    "IEEE conference template, sec. III-E; IEEE Editorial Style Manual",
    bad=[
        "Lima ⟦et{} al⟧ found it.",
        "Lima ⟦et al\\ .⟧\\ found it.",
        "Sand, mud, ⟦e{}tc⟧, and rain.",
    ],
    good=[
        "Lima et al. found it, i.e., they measured it, e.g., in sand.",
        r"The abbreviation ``i.e.'' means that is.",
        "We saw it (e.g., in sand), i.e.: always.",
        r"As Lima \emph{et al.} wrote, see e.g.,~\cite{lima}.",
        "E. G. Lima, I. E. Costa, and I.E. du Sand measured it.",
        "The variable eg is a word here, and ie is Irish.",
        "The form ``et. al'' is wrong, and so is ``ie.'' here.",
        ("It flows, i.e.\n\nSand is dry (as in mud, i.e.) and it is, e.g.,\n\\[a=b.\\]"),
        "Pipe I e. is wet, and an E i is dry.",
        "It is wet (i.e. , in sand), and so is it e.g. , in mud.",
        "See the e.g.- and i.e.-clauses.",
        "It is wet, i.e.. It is dry, e.g.? It is sand, i.e.! It is mud, i.e. -- wet.",
        "Sand, mud, etc., rain, etc. It is so, cf. Lima, and C. F. Lima, and a c.f.u. of it.",
        "The file /etc/hosts, etc/hosts, and x.etc are old; the word ``etc'' is short.",
    ],
    fixes=[
        ("Lima ⟦et. al⟧ found it.", "Lima et al. found it."),
        ("Lima ⟦et al⟧ found it.", "Lima et al. found it."),
        ("Lima ⟦et al~.⟧ \\cite{lima} found it.", "Lima et al. \\cite{lima} found it."),
        ("Lima ⟦et al .⟧ found it.", "Lima et al. found it."),
        ("It flows, ⟦i.e.⟧ it moves.", "It flows, i.e., it moves."),
        ("It flows, ⟦ie.⟧ it moves.", "It flows, i.e., it moves."),
        ("It flows, ⟦e.g⟧, in sand.", "It flows, e.g., in sand."),
        ("It flows (⟦e.g.⟧ \\cite{lima}).", "It flows (e.g., \\cite{lima})."),
        ("It flows, ⟦e.g⟧ in sand.", "It flows, e.g., in sand."),
        ("It is wet (⟦i.e⟧).", "It is wet (i.e.)."),
        ("It is wet (⟦c.f.⟧ Section 2).", "It is wet (cf. Section 2)."),
        ("It is wet. ⟦C. f⟧ Lima.", "It is wet. Cf. Lima."),
        ("Sand, mud, ⟦etc⟧, and rain.", "Sand, mud, etc., and rain."),
        ("Sand, mud, ⟦etc⟧~\\cite{lima}.", "Sand, mud, etc.~\\cite{lima}."),
    ],
    english=True,
)
def latin_abbreviations(context: Context) -> Iterator[Finding]:
    """Write "et al." with one period, and "i.e.," and "e.g.," with two periods and a comma.

    "i.e.," means "that is", and "e.g.," means "for example". The abbreviations "cf." and "etc."
    have one period, at the end.
    """
    paper = context.paper
    yield from _one_period(context)
    plain = paper.text.plain
    zones = RUNNING | {HEADING, RUNNING_HEAD}
    if context.index.has_any("al"):
        expression = pattern(r"et(\.?)([\s\u00a0]{1,3})al\b(\.|[ \u00a0]\.(?!\.))?")
        for match in matches_at(paper, expression, context.index.places("et"), zones):
            if context.index.is_mention(match.start()):
                continue
            span = paper.text.span(*match.span())
            if not match.group(1) and match.group(3):
                if match.group(3) == ".":
                    continue
                blank = "tie" if match.group(3)[0] == "\u00a0" else "space"
                message = f'Write "et al.": delete the {blank} before the period.'
            else:
                message = f'Write "et al.", not "{" ".join(match.group().split())}".'
            fix = Fix(Edit(span, "et al.")) if paper.text.is_typed(*match.span()) else None
            yield Finding(span, message, fix, condemned=[span])
    if not context.index.has_any("i.e", "e.g", "i", "e", "ie", "eg", "i.e.", "e.g."):
        return
    expression = pattern(
        r"(?<![\w.@/\\-])([iIeE])(\.?)([\s\u00a0\u2009]?)([eEgG])(\.?+)(?![\w@-]|\.\w)(,?)"
    )
    for match in matches_at(paper, expression, context.index.places("i", "e", "ie", "eg"), zones):
        first, dot, space, second, end_dot, comma = match.groups()
        pair = (first + second).lower()
        if pair not in ("ie", "eg") or (not dot and (not end_dot or space)):
            continue
        start, end = match.span()
        if context.index.is_mention(start) or (first + second).isupper():
            continue  # the initials of a name: E. G. Lima
        following = plain[end : end + 2]
        if dot and end_dot and (comma or _needs_no_comma(following)):
            continue
        correct = f"{first}.{second}."
        how = "with two periods"
        if comma or not _needs_no_comma(following):
            correct += ","
            how = "with two periods and a comma"
        span = paper.text.span(start, end)
        fix = Fix(Edit(span, correct)) if paper.text.is_typed(start, end) else None
        yield Finding(span, f'Write "{correct}" {how}.', fix)


def _one_period(context: Context) -> Iterator[Finding]:
    """ "c.f." for "cf.", and "etc" without its period."""
    paper = context.paper
    zones = RUNNING | {HEADING}
    for words, expression in (
        (("c",), r"(?<![\w.@/\\-])[cC]\.[ \u00a0\u2009]?f(?:\.(?!\w)|(?=[ \u00a0\n]))"),
        (("etc",), r"(?<![\w.@/\\-])[eE]tc(?![\w.…/@-])"),
    ):
        if not context.index.has_any(*words):
            continue
        for match in matches_at(paper, pattern(expression), context.index.places(*words), zones):
            start, end = match.span()
            if context.index.is_mention(start):
                continue
            right = match[0][0] + ("f." if words == ("c",) else "tc.")
            span = paper.text.span(start, end)
            fix = Fix(Edit(span, right)) if paper.text.is_typed(start, end) else None
            typed = " ".join(match[0].split())
            yield Finding(span, f'Write "{right}", not "{typed}".', fix)


def _needs_no_comma(following: str) -> bool:
    """True before other punctuation, a displayed formula or a paragraph's end."""
    bare = following.lstrip(" \u00a0\u2009")
    return bare[:1] in ",:;)].?!…—–" + DISPLAY or not bare or following.startswith("\n\n")

"""REF001–REF004, REF010, REF013: citations in the text."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import ABSTRACT, CAPTION, CELL, REFERENCE, RUNNING
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper

CLAUSE = "IEEE conference template, References"
# Styles that print something else than numbers in order of citation.
OTHER_STYLES = frozenset(
    """plain alpha abbrv acm apalike apa chicago authordate1 harvard agsm dcu plainnat abbrvnat unsrtnat alphadin plaindin
    IEEEtranS IEEEtranSN IEEEtranSA siam amsplain amsalpha spbasic spmpsci splncs splncs03 splncs04 elsarticle-harv
    ACM-Reference-Format model1-num-names chicagoa newapa""".split()
)
# A period that ends a word, not a sentence.
ABBREVIATED = (
    r"(?:\b[A-Z]|\b(?:al|i\.e|e\.g|etc|Inc|Ltd|Co|Corp|vs|cf|[Ff]igs?|[Ee]qs?|[Rr]efs?|vol|no|pp|[Ss]ec|resp|approx|Dr|St|Jr))\.$"
)


@rule(
    "REF001",
    "cite-consecutive-brackets",
    ERROR,
    CLAUSE,
    bad=[
        "First⟦~\\cite{b}⟧, then \\cite{a}.\n%! references\n\\bibitem{lima} A. Lima, ``P,'' 2020.\n\\bibitem{a} B. Li, ``A,'' 2020.\n"
        "\\bibitem{b} C. Li, ``B,'' 2020.",
        "%! back\n⟦\\bibliographystyle{plain}⟧",
        "%! preamble\n\\usepackage{⟦biblatex⟧}",
    ],
    good=[
        "First~\\cite{a}, then~\\cite{b}.\n%! references\n\\bibitem{lima} A. Lima, ``P,'' 2020.\n\\bibitem{a} B. Li, ``A,'' 2020.\n"
        "\\bibitem{b} C. Li, ``B,'' 2020.",
        "%! preamble\n\\usepackage[style=ieee]{biblatex}",
    ],
)
def consecutive(paper: Paper) -> Iterator[Finding]:
    """Citations are numbers in square brackets, in the order of first citation, and the list is in that order.

    Use the style IEEEtran (or biblatex with style=ieee); in a typed list order
    the entries as they are first cited.
    """
    bibliography = paper.bibliography
    style = bibliography.style.rpartition("/")[2]
    if bibliography.style_span is not None and style in OTHER_STYLES:
        yield Finding(bibliography.style_span, f'The style "{style}" is not IEEE\'s: write \\bibliographystyle{{IEEEtran}}.')
    view = paper.latex
    if view is not None:
        yield from _packages(paper)
    yield from _order(paper)


def _packages(paper: Paper) -> Iterator[Finding]:
    """Packages set up to cite otherwise."""
    assert paper.latex is not None
    package = paper.latex.packages.get("biblatex")
    if package is not None:
        styles = [option.replace(" ", "").partition("=")[2] for option, _ in package.options if option.replace(" ", "").startswith(("style=", "bibstyle="))]
        if not any(style.startswith("ieee") for style in styles):
            yield Finding(package.name_span, "Load biblatex with style=ieee: its own style is not IEEE's.")
        elif any(style.startswith("ieee-alphabetic") for style in styles):
            yield Finding(package.name_span, "Load biblatex with style=ieee: IEEE cites by number.")
    package = paper.latex.packages.get("natbib")
    if package is not None and package.has_option("authoryear"):
        yield Finding(package.name_span, "Load natbib with the option numbers: IEEE cites by number in brackets.")


def _order(paper: Paper) -> Iterator[Finding]:
    """The first citation that breaks the order of a typed list."""
    ranks = {entry.key: number for number, entry in enumerate(paper.references)}
    if not ranks or paper.bibliography.databases or paper.problems and any(one.kind == "missing-file" for one in paper.problems):
        return
    seen: set[str] = set()
    highest = -1
    cited = [one for one in paper.citations if one.position >= 0 and paper.passage_at(one.position).zone not in (CAPTION, CELL, ABSTRACT)]
    # Floats move: what they cite before this place may print earlier or later.
    floating = [one for one in paper.citations if one.position >= 0 and paper.passage_at(one.position).zone in (CAPTION, CELL)]
    for citation in sorted(cited, key=lambda one: one.position):
        for key, _ in citation.keys:
            if key not in ranks or key in seen:
                continue
            seen.add(key)
            early = {k for one in floating if one.position < citation.position for k, _ in one.keys}
            missing = [k for k, rank in ranks.items() if rank < ranks[key] and k not in seen and k not in early]
            if ranks[key] > highest + 1 and missing and any(_is_cited_later(paper, one, citation.position) for one in missing):
                number = ranks[key] + 1
                message = f"This is [{number}] of the list but cited before [{ranks[missing[0]] + 1}]. Order the list by first citation."
                start = citation.position
                while start and paper.text.plain[start - 1] == "\u00a0":
                    start -= 1
                yield Finding(paper.text.span(start, citation.position + 1), message)
                return
            highest = max(highest, ranks[key])


def _is_cited_later(paper: Paper, key: str, position: int) -> bool:
    return any(one.position > position and any(name == key for name, _ in one.keys) for one in paper.citations)


@rule(
    "REF002",
    "cite-before-punctuation",
    WARNING,
    CLAUSE,
    good=[
        "As Lima et al.~\\cite{lima} wrote, i.e.,~\\cite{lima} and Flow Inc.~\\cite{lima}, it flows.",
        "It flows. \\cite{lima} says so.",
        "See Fig.~2 of vol.~\\cite{lima}. In sand,~\\cite{lima} found more.",
        "It flows~\\cite{lima}. Sand does not~\\cite{lima}.",
    ],
    fixes=[
        ("It flows.⟦~\\cite{lima}⟧ Sand does not.", "It flows~\\cite{lima}. Sand does not."),
        ("It flows.⟦\\cite{lima}⟧ Sand does not.", "It flows\\cite{lima}. Sand does not."),
    ],
)
def before_punctuation(paper: Paper) -> Iterator[Finding]:
    """The period follows the bracket of a citation: "as shown [3]." """
    plain = paper.text.plain
    for citation in paper.citations:
        at = citation.position
        if at < 0 or citation.prints_author or paper.passage_at(at).zone not in RUNNING:
            continue
        start = at
        while start and plain[start - 1] in " \u00a0\n\u2009":
            start -= 1
        sign = plain[start - 1 : start] if start else ""
        if sign not in (".", ",", ";", "?", "!") or not sign or paper.index.is_mention(at):
            continue
        after = plain[at + 1 : at + 4]
        ends = not after.strip() or after.startswith("\n\n") or pattern(r"\s{1,3}[A-Z“(]").match(after) is not None
        if sign in ",;" or not ends or after[:1] == ".":
            continue
        if start != at and not _is_glued(paper, plain, start, at):
            continue
        if pattern(ABBREVIATED).search(plain, max(0, start - 8), start):
            continue
        yield Finding(paper.text.span(start, at + 1), f'Put the "{sign}" after the citation.', _swap(paper, start, at, sign))


def _is_glued(paper: Paper, plain: str, start: int, at: int) -> bool:
    """With a space before it, the citation belongs to the sentence before only when a tie or the paragraph's end says so."""
    gap = plain[start:at]
    rest = plain[at + 1 : at + 3]
    return "\u00a0" in gap or rest.startswith("\n\n") or not rest.strip()


def _swap(paper: Paper, start: int, at: int, sign: str) -> Fix | None:
    if not paper.text.is_typed(start - 1, start):
        return None
    span = paper.text.span(at, at + 1)
    point = Span(span.source, span.end, span.end)
    return Fix(Edit(paper.text.span(start - 1, start), ""), Edit(point, sign))


@rule(
    "REF003",
    "cite-ref-prefix",
    WARNING,
    CLAUSE,
    good=[
        "Reference~\\cite{lima} was the first.",
        "The reference signal~\\cite{lima} is as in~\\cite{lima}.",
        "Do not write ``Ref.~\\cite{lima}''.",
    ],
    fixes=[
        ("As in ⟦Ref.⟧~\\cite{lima}, it flows.", "As in \\cite{lima}, it flows."),
        ("As ⟦reference⟧ \\cite{lima} says, it flows.", "As \\cite{lima} says, it flows."),
    ],
    english=True,
)
def reference_prefix(paper: Paper) -> Iterator[Finding]:
    """Within a sentence write "in [3]", not "in Ref. [3]" or "in reference [3]"."""
    words = ("ref", "refs", "reference", "references", "ref.", "refs.")
    if not paper.index.has_any(*words):
        return
    expression = pattern(r"\b([Rr]efs?\.?|[Rr]eferences?)([\s\u00a0]{1,3})(?:" + CITE + r"|\[\d{1,3}\])")
    for match in paper.find(expression):
        start, end = match.start(1), match.end(2)
        if paper.index.starts_sentence(start) or paper.index.is_mention(start):
            continue
        fix = None
        if paper.text.is_typed(start, end):
            fix = Fix(Edit(paper.text.span(start, end), ""))
        message = f'Write "[3]" alone within a sentence, not "{match.group(1)} [3]".'
        yield Finding(paper.text.span(start, match.end()), message, fix)


@rule(
    "REF004",
    "cite-sentence-start",
    INFO,
    CLAUSE,
    bad=["It flows. ⟦\\cite{lima}⟧ was the first to see it."],
    good=["It flows. Reference~\\cite{lima} was the first.", "\\begin{itemize}\n\\item \\cite{lima} is old.\n\\end{itemize}"],
    fixes=[("It flows. ⟦Ref.⟧~\\cite{lima} was the first.", "It flows. Reference~\\cite{lima} was the first.")],
    english=True,
)
def sentence_start(paper: Paper) -> Iterator[Finding]:
    """At the start of a sentence write "Reference [3]"; a bare bracket does not open one."""
    plain = paper.text.plain
    for citation in paper.citations:
        at = citation.position
        if at < 0 or citation.prints_author or paper.passage_at(at).zone not in RUNNING:
            continue
        match = pattern(r"(Refs?\.)[\s\u00a0]{1,3}$").search(plain, max(0, at - 8), at)
        if match and paper.index.starts_sentence(match.start(1)):
            word = "References" if "s" in match.group(1) else "Reference"
            span = paper.text.span(match.start(1), match.end(1))
            fix = Fix(Edit(span, word)) if paper.text.is_typed(match.start(1), match.end(1)) else None
            yield Finding(span, f'Write "{word}" at the start of a sentence.', fix)
            continue
        passage = paper.passage_at(at)
        if (passage.is_item and at <= passage.start + 2) or not _opens(paper, at):
            continue
        if not pattern(r"[\s\u00a0]{1,3}[a-z]{2,}").match(plain, at + 1):
            continue
        span = paper.text.span(at, at + 1)
        fix = Fix(Edit(Span(span.source, span.start, span.start), "Reference~"), safe=False) if paper.latex else None
        yield Finding(span, 'Write "Reference [3]" at the start of a sentence, or name the authors.', fix)


def _opens(paper: Paper, at: int) -> bool:
    """True when the citation at ``at`` stands first in its sentence."""
    plain = paper.text.plain
    if paper.index.starts_sentence(at):
        return True
    stop = len(plain[max(0, at - 4) : at].rstrip(" \n\u00a0")) + max(0, at - 4)
    if stop == at or plain[stop - 1 : stop] not in (".", "!", "?"):
        return False
    return pattern(ABBREVIATED).search(plain, max(0, stop - 8), stop) is None


@rule(
    "REF010",
    "ref-cited-and-defined",
    ERROR,
    "IEEE Reference Guide; IEEE Editorial Style Manual",
    bad=[
        "It flows~\\cite{⟦costa⟧}.",
        "%! references\n\\bibitem{lima} A. Lima, ``P,'' 2020.\n⟦\\bibitem{old}⟧ B. Li, ``Q,'' 2020.",
        "%! references\n\\bibitem{lima} A. Lima, ⟦ibid⟧., 2020.",
    ],
    good=["It flows~\\cite{lima}.", "%! references\n\\bibitem{lima} A. Lima, ``P,'' 2020.\n\\bibitem{old} B. Li, ``Q,'' 2020.\n%! body\n\\nocite{old}"],
)
def cited_and_defined(paper: Paper) -> Iterator[Finding]:
    """Each citation has its entry, and each entry of a typed list is cited.

    "ibid." and "op. cit." are not used: repeat the number.
    """
    known = paper.bibliography.database_keys
    has_list = bool(paper.references or paper.bibliography.databases)
    complete = not any(one.kind in ("missing-file", "unreadable") for one in paper.problems) and not paper.is_fragment
    told: set[str] = set()
    if known is not None and has_list:
        for citation in paper.citations:
            for key, span in citation.keys:
                if key not in known and key not in told and "#" not in key and "\\" not in key:
                    told.add(key)
                    yield Finding(span, f'There is no reference "{key}". Add the entry or mend the key.')
    if paper.references and complete and not paper.bibliography.cites_all and not paper.bibliography.databases:
        cited = {key for citation in paper.citations for key, _ in citation.keys}
        seen: set[str] = set()
        for entry in paper.references:
            if entry.key in seen:
                yield Finding(entry.span, f'The key "{entry.key}" is used twice in the list.')
            elif entry.key not in cited:
                yield Finding(entry.span, f'The reference "{entry.key}" is never cited. Cite it or delete it.', None, WARNING)
            seen.add(entry.key)
    for match in paper.find(pattern(r"\b(?:[Ii]bid|[Oo]p\.\s?cit|[Ll]oc\.\s?cit)\b"), {REFERENCE}):
        yield Finding(paper.text.span(*match.span()), "Repeat the number of the reference instead.", None, WARNING)


@rule(
    "REF013",
    "cite-grouping",
    WARNING,
    "IEEE Reference Guide",
    good=["The interval [0, 1] and the list [1, 2] of numbers in x[1,2].", "See \\cite{lima}."],
    bad=["%! document\n\\documentclass[conference]{IEEEtran}\n\\begin{document}\nPipes leak ⟦[1,2]⟧. They are old [3], [4].\n\\end{document}"],
)
def grouping(paper: Paper) -> Iterator[Finding]:
    """Several citations have a bracket each: [1], [2].

    Only typed brackets are judged: what the package cite prints is accepted.
    """
    singles = pattern(r"\[\d{1,3}\](?:,\s|[.,;]|\s)")
    if paper.citations or len(singles.findall(paper.text.plain)) < 2:
        return
    for match in paper.find(pattern(r"(?<![\w)\]])\[([1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2}){1,9})\]")):
        numbers = pattern(r"\d+").findall(match.group(1))
        if numbers != sorted(numbers, key=int) or paper.index.is_mention(match.start()):
            continue
        shown = ", ".join(f"[{number}]" for number in numbers)
        yield Finding(paper.text.span(*match.span()), f'Give each citation its own bracket: "{shown}".')

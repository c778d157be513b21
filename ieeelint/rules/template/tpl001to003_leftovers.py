"""TPL001 to 003: guidance, placeholders, and style hints of IEEE's templates left in the draft."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.seeking import items_from
from ieeelint.paper.source import Span
from ieeelint.paper.zones import (
    ABSTRACT,
    AUTHOR,
    BIOGRAPHY,
    HEADING,
    KEYWORDS,
    PROSE,
    REFERENCE,
    RUNNING_HEAD,
    THANKS,
    TITLE,
)
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.leftovers import OF_STARTER, condemned_by
from ieeelint.rules.support.page_leftovers import page_leftovers
from ieeelint.rules.support.template_phrases import WORDS, folded_text, hits, starters
from ieeelint.rules.support.template_prints import template_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.rules.support.template_prints import TemplateText

SOURCE = "IEEE conference template, closing notice; bare_conf.tex, bare_jrnl.tex"
# Zones that end the text below a heading.
ENDS = frozenset({HEADING, REFERENCE})
# Zones that name authors.
NAMING = frozenset({AUTHOR, THANKS, BIOGRAPHY})
# Hints that are common words, and the zone where they count, as in headings, titles, and authors.
ZONES_OF_COMMON_HINTS = {
    "abstract": ABSTRACT,
    "references": REFERENCE,
    "author": KEYWORDS,
    "keywords": KEYWORDS,
}


@rule(
    "TPL001",
    "template-guidance-text",
    ERROR,
    SOURCE,
    bad=[
        (
            "⟦Keep⟧ your text and graphic files separate until after the text has been formatted "
            "and styled."
        ),
        (
            "%! title\n"
            "Steady Flow\\thanks{⟦Identify⟧ applicable funding agency here. If none, delete this.}"
        ),
        "⟦State⟧ what follows from your results, and what remains to be done.",
        "\\section{Pipes}\n\\subsection{Sand}\n⟦Keep⟧ your text and graphic files separate until "
        "after the text has been formatted and styled.",
        "\\IEEEpubid{⟦978-1-XXXX-XXXX-X/XX⟧/\\$XX.00~\\copyright20XX IEEE}\nIt is wet.",
        "%! preamble\n\\markboth{⟦Journal⟧ of \\LaTeX\\ Class Files, Vol.~14}{Lima: Flow}",
        "\\section{⟦Proof⟧ of the First Zonklar Equation}\nThe pipe is wet.",
        "%! word\n[header] ⟦First Author et al.:⟧ Title\n[Body Text] It is wet.",
        "%! preamble\n\\markboth{J. Flow, ⟦Vol.~XX, No.~X⟧}{Lima: Flow}",
        "%! preamble\n\\IEEEpubid{⟦0000--0000/00\\$00.00~\\copyright~2021 IEEE⟧}",
        "%! class\n\\documentclass{ieeeaccess}\n%! preamble\n\\doi{⟦10.1109/ACCESS.2024⟧.0429000}",
        "%! word\n[Body Text] ⟦XXX-X-XXXX-XXXX-X/XX/$XX.00 ©20XX IEEE⟧",
        "\\section{Pipes}\n⟦Keep⟧ your text and graphic files separate until after the text has "
        "been formatted and styled.\n\nPipes are old.",
    ],
    good=[
        (
            "% Keep your text and graphic files separate until after the text has been "
            "formatted.\n"
            "Water is wet."
        ),
        "The template says ``Do not number text heads''.",
        "%! word\n[Body Text] It is wet<note>As in the text of Author et al.: Flow</note>.",
        "%! author\nBo Shell\n%! preamble\n\\markboth{J. Flow, vol. 2, no. 1}{Shell et al.: Flow}",
        "We keep text and figures in separate files.",
        "The number 978-3-16-148410-0 is an ISBN, as are XXX-X-16-148410-X and numbers like it.",
        "Thank you for asking. We name the limits within which the model holds.",
    ],
    in_condemned=True,
)
def guidance_text(context: Context) -> Iterator[Finding]:
    """The paper contains no guidance text of the template.

    IEEE does not publish papers that contain template text. Delete the whole
    paragraph. The text of the drafts that ``ieeelint init`` writes is guidance text, too.
    Comments are ignored, since they do not print. Running heads and the copyright line of the
    template are info before the camera-ready stage. The dates and the DOI of IEEE Access and other
    journals are always info, since IEEE fills them in.
    """
    known = template_text(context)
    if known.is_unfilled:
        yield _unfilled(context, known)
    else:
        yield from page_leftovers(context)
    findings = []
    for start, end in _guidance(context, known):
        template = (known.template or "template").rstrip(".")
        message = (
            f"This is guidance text of the {template}. Delete the paragraph;"
            " IEEE does not publish papers that contain it."
        )
        span, condemned = context.paper.text.span(start, end), condemned_by(context, start, end)
        findings.append(Finding(span, message, condemned=condemned))
    _condemn_headings(context.paper, findings)
    yield from findings
    reported = set()
    for start, end, _ in sorted(hits(context, starters(context)["sentences"], WORDS)):
        passage = context.paper.passage_at(start)
        if passage.start not in reported:
            reported.add(passage.start)
            condemned = condemned_by(context, start, end)
            yield Finding(context.paper.text.span(start, end), OF_STARTER, condemned=condemned)


def _condemn_headings(paper: Paper, findings: list[Finding]) -> None:
    """Let the findings on all the text below a heading condemn the heading, too."""
    owners = {
        (id(span.source), span.start, span.end): finding
        for finding in findings
        for span in finding.condemned
    }
    for heading in paper.headings if owners else ():
        first = bisect_right(paper.passage_starts, heading.passage.start)
        below = takewhile(lambda each: each.zone not in ENDS, items_from(paper.passages, first))
        spans = [passage.span for passage in below]
        found = [owners.get((id(span.source), span.start, span.end)) for span in spans]
        if found and found[0] is not None and all(found):
            found[0].condemned = [*found[0].condemned, heading.span]


def _guidance(context: Context, known: TemplateText) -> Iterator[tuple[int, int]]:
    """The phrases and sentences of templates, one for each sentence."""
    template = context.vocabulary.template
    text = WORDS - {RUNNING_HEAD}
    strong = list(hits(context, template.strong, text | {AUTHOR}))
    weak = list(hits(context, template.weak, text))
    seen: set[int] = set()
    for start, end, _ in sorted(strong + (weak if strong or len(weak) > 1 else [])):
        sentence = context.index.sentence(start)[0]
        if sentence not in seen:
            seen.add(sentence)
            yield start, end
    notice = {context.index.sentence(at)[0] for at, _, _ in hits(context, template.notice, text)}
    for start, end in known.guidance:
        if start not in seen and start not in notice:  # TPL005 reports the notice
            yield start, start + len(context.paper.text.plain[start:end].rstrip())


def _unfilled(context: Context, known: TemplateText) -> Finding:
    """The finding for a template in which the author has not written yet."""
    paper = context.paper
    start, end = min(known.guidance + known.captions + known.references)
    template = known.template.removesuffix(".")  # the name of a journal may end with one
    return Finding(
        paper.text.span(start, start + len(paper.text.plain[start:end].rstrip())),
        f"{known.number} of {known.total} sentences of this draft are still those of the"
        f" {template}. Write your paper over them. Until then, other findings are left out.",
        condemned=[Span(source, 0, len(source.text) + 1) for source in paper.sources],
    )


@rule(
    "TPL002",
    "template-author-placeholder",
    ERROR,
    "IEEE conference template, author block and keywords; bare_jrnl.tex",
    bad=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{1\\textsuperscript{st} ⟦Given⟧ Name Surname}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{⟦1⟧\\textsuperscript{st} Ana Lima}\n"
            "\\IEEEauthorblockA{Porto, Portugal}"
        ),
        (
            "%! author\n"
            "\\IEEEauthorblockN{Ana Lima}\n"
            "\\IEEEauthorblockA{⟦Your⟧ University\\\\ Porto, Portugal}"
        ),
        (
            "%! author\nAna Lima\\thanks{⟦Manuscript received April 19, 2005; revised⟧"
            " August 26, 2015.}"
        ),
        "%! keywords\n⟦component⟧, formatting, style, styling, insert",
        "%! keywords\n⟦IEEE⟧, IEEEtran, journal, \\LaTeX, paper, template.",
    ],
    good=[
        (
            "%! author\n"
            "\\IEEEauthorblockN{Michael Shell}\n"
            "\\IEEEauthorblockA{Porto, Portugal\\\\ m@flow.example}"
        )
    ],
    in_condemned=True,
)
def author_placeholder(context: Context) -> Iterator[Finding]:
    """The paper contains no placeholder author, affiliation, address, or keyword of the template.

    Replace each placeholder with the real name, or delete the unused author
    block.
    """
    paper = context.paper
    authors = context.vocabulary.template.authors
    phrases = [*authors.phrases, *starters(context)["names"]]
    placeholders = list(hits(context, phrases, NAMING))
    names = list(hits(context, authors.pairs, NAMING))
    if placeholders or len({phrase for _, _, phrase in names}) > 1:
        placeholders += names
    seen: set[int] = set()
    labels = list(hits(context, authors.labels, NAMING))
    # a placeholder says more than the label before it
    for start, end, _ in [*sorted(placeholders), *sorted(labels)]:
        passage = paper.passage_at(start)
        if passage.start in seen:
            continue
        seen.add(passage.start)
        words = " ".join(paper.text.plain[start:end].split())
        unused = "it" if passage.zone == THANKS else "the unused author"
        message = (
            f'"{words}" is a placeholder of the template. Replace it with your own words, or delete'
            f" {unused}."
        )
        if words.endswith(":"):
            message = f'"{words}" is a label of the template. Delete it.'
        condemned = condemned_by(context, start, end)
        yield Finding(paper.text.span(start, end), message, condemned=condemned)
    for passage in paper.passages_in(AUTHOR):
        match = pattern(r"\s{0,9}([1-9](?:st|nd|rd|th))\s{1,9}[^\W\d_]").match(passage.plain)
        if match and passage.start not in seen:
            start, end = passage.start + match.start(1), passage.start + match.end(1)
            message = f'"{match.group(1)}" is the template\'s number for the author. Delete it.'
            yield Finding(paper.text.span(start, end), message)
    for start, end, _ in hits(context, authors.keywords, {KEYWORDS, PROSE}):
        yield Finding(
            paper.text.span(start, end),
            "These are the template's sample keywords. Replace them with your own.",
            condemned=condemned_by(context, start, end),
        )


@rule(
    "TPL003",
    "template-style-hint",
    ERROR,
    "IEEE conference template for Word",
    bad=[r"\section{Results ⟦(Heading⟧ 1)}"],
    good=[r"\section{Results}", "We list the parts (Abstract) and more."],
    fixes=[(r"\section{Results ⟦(Heading⟧ 1)}", r"\section{Results}")],
    in_condemned=True,
)
def style_hint(context: Context) -> Iterator[Finding]:
    """The paper contains no style hint of the Word template, such as "(Heading 1)".

    The template names the style of each sample in parentheses at its end.
    Delete the hint.
    """
    paper = context.paper
    text = folded_text(paper)[0]
    for hint in context.vocabulary.template.hints:
        opening = text.find(f"({hint})")
        while opening >= 0:
            end = opening + len(hint) + 2
            passage = paper.passage_at(opening)
            if not text[end : passage.end].strip(" .\n") and _fits(hint, passage):
                start = opening
                while start > passage.start and text[start - 1] == " ":
                    start -= 1
                span = paper.text.span(opening, end)
                fix = (
                    Fix(Edit(paper.text.span(start, end), ""))
                    if paper.text.is_typed(start, end)
                    else None
                )
                words = paper.text.plain[opening:end]
                yield Finding(span, f'"{words}" is a style hint of the template. Delete it.', fix)
            opening = text.find(f"({hint})", end)


def _fits(hint: str, passage: Passage) -> bool:
    """True when the template may have the hint here; common words have fixed zones."""
    zone = ZONES_OF_COMMON_HINTS.get(hint)
    if zone is not None:
        return passage.zone in (HEADING, TITLE, AUTHOR, zone)
    return passage.zone != REFERENCE

"""HDG001 to 004: abbreviations, typed numbers, levels and numbering of headings."""

from __future__ import annotations

from re import IGNORECASE, escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.zones import ABSTRACT, HEADING, KEYWORDS, PROSE, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support import word_clauses
from ieeelint.rules.support.explanations import is_explained
from ieeelint.rules.support.formats import maker
from ieeelint.rules.support.heading_words import TYPED_NUMBER, avoidable, is_component
from ieeelint.rules.support.name_evidence import looks_like_name, may_be_name
from ieeelint.rules.support.name_places import is_symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading

FRONT = frozenset((TITLE, ABSTRACT, KEYWORDS, HEADING))
CLAUSE = "IEEE conference template, sec. III-G"
# "IV METHODOLOGY": Word authors forget the period, but "IV Curves" are of current and voltage.
BARE_NUMBER = r"\s{0,12}([IVX]{1,5}[ \u00a0]{1,3})(?=[A-Z]{4,}[A-Z ]*\s*\Z)"


@rule(
    "HDG001",
    "heading-no-abbreviation",
    WARNING,
    "IEEE conference template, sec. III-A",
    bad=[
        r"\section{⟦QTRM⟧ Pipes}",
        r"\section{⟦QTRM⟧-Specific Pipes}",
        "\\section{⟦QTRM⟧ Pipes}\nA quiet tube rate model (QTRM) is used. The QTRM is fast.",
        "\\section{⟦QTRM⟧ Pipes}\n" + "The QTRM is fast. " * 9,
        (
            "\\section{A Pump}\n"
            "It is wet.\n"
            "\n"
            "\\section{⟦QTRM⟧ Pipes}\n"
            "It works. A quiet tube rate model (QTRM) is used."
        ),
    ],
    good=[
        "A quiet tube rate model (QTRM) is used.\n\n\\section{QTRM Pipes}\nIt works.",
        r"\section{GPS and CPU Clocks in 3D}",
        r"\section{Class IV Pipes of SiO2}",
        r"\section{Training a CNN}",
        r"\section{QTRM: A Tool for Pipes}",
        r"\section{The QANDOR Pipes}",
        "The QTVX corpus is old.\n\n\\section{QTVX Pipes}\nThey flow.",
        "Let QT = (P, R) be a net.\n\n\\section{Sound QT}\nIt is safe.",
        "We train the quiet tube rate model, or QTRM.\n\n\\section{QTRM Pipes}\nIt works.",
        (
            "\\section{QTRM: A Tool}\n"
            "The QTRM is fast.\n"
            "\n"
            "\\section{A Quiet Tube Rate Model (QTRM)}\n"
            "The QTRM is old."
        ),
        "\\section{Pipes of FreeRtQX}\nIt works.",
    ],
)
def no_abbreviation(context: Context) -> Iterator[Finding]:
    """Headings have no abbreviations unless they are unavoidable.

    Write the words out. Abbreviations that the text before the heading defines, and those that
    everyone in the field knows, are fine.
    """
    paper = context.paper
    known_from: dict[str, int] = {}
    for heading in paper.headings:
        for token, start, end in avoidable(context, heading.passage, everyday=False):
            if token not in known_from:
                is_name = _is_name(context, token)
                known_from[token] = 0 if is_name else _known_from(context, token)
            is_colon_next = paper.text.plain[end : end + 2].lstrip()[:1] == ":"
            if heading.passage.start >= known_from[token] or is_colon_next:
                continue
            message = f'Spell out "{token}" in the heading, or define it earlier in the text.'
            yield Finding(paper.text.span(start, end), message)


def _known_from(context: Context, token: str) -> int:
    """Where the body defines or explains the token; the end of the text if it does not."""
    paper, abbreviations = context.paper, context.index.abbreviations
    definitions = abbreviations.defined(token)
    uses = abbreviations.uses[token]
    body = [at for at in uses if paper.passage_at(at).zone not in FRONT]
    if any(one.zone == HEADING for one in definitions):
        return 0
    if not definitions and is_explained(context, token, body):
        return 0
    places = [one.start for one in definitions if one.zone not in FRONT]
    places += abbreviations.introduced.get(token, ())
    if token in abbreviations.declared:
        places += body[:1]  # its command prints the definition
    return min(places, default=len(paper.text.plain))


def _is_name(context: Context, token: str) -> bool:
    """True for tokens with lowercase letters inside (FreeRTOS), for words that can be spoken and
    that the draft does not define, and for other names.
    """
    if sum(character.islower() for character in token.rstrip("s")) > 1:
        return True
    abbreviations = context.index.abbreviations
    uses = abbreviations.uses[token]
    is_defined = abbreviations.defined(token) or token in abbreviations.declared
    if is_defined:
        return False
    if may_be_name(context, token):
        return True
    body = [at for at in uses if context.paper.passage_at(at).zone == PROSE]
    return looks_like_name(context, token, body) or is_symbol(context.paper, token, uses)


@rule(
    "HDG002",
    "heading-manual-number",
    ERROR,
    CLAUSE,
    bad=[
        "\\section{⟦1.⟧ Method}",
        "%! word\n[heading 1 plain] ⟦IV⟧ METHODOLOGY\n[Body Text] It flows.",
        "\\section{⟦A.⟧ Method}\n\n\\section{B. Sand}",
        "\\section{⟦V.⟧ Method}\n\n\\section{VI. Sand}",
        "\\section*{⟦1.⟧ Method}",
    ],
    good=[
        r"\section{3D Reconstruction}",
        r"\section{5G Networks}",
        r"\section{A Simple Model}",
        r"\section{I/O and C. elegans}",
        "%! word\n[heading 1] IV Curves of Pipes\n[Body Text] It flows.",
        "\\section{C. elegans}\n\n\\section{Sand}",
    ],
    fixes=[
        (r"\section{⟦II. ⟧Method}", r"\section{Method}"),
        (r"\section{⟦2.1 ⟧Method}", r"\section{Method}"),
        ("\\section{⟦I. ⟧Method}", "\\section{Method}"),
    ],
)
def manual_number(context: Context) -> Iterator[Finding]:
    """Heading numbers come from the class or the list style; do not type them.

    A typed number prints next to the automatic number. Delete it.
    """
    paper = context.paper
    typed_numbers = []
    for heading in paper.headings:
        if not heading.command:
            continue  # a Word heading without a heading style, which nothing numbers
        match = pattern(TYPED_NUMBER).match(heading.passage.plain)
        if match is None and paper.format == "word":
            match = pattern(BARE_NUMBER).match(heading.passage.plain)
        if match:
            typed_numbers.append((heading, match))
    single_letters = [
        match
        for _, match in typed_numbers
        if len(match.group(1).strip(" \u00a0.)")) == 1 and match.group(1)[0].isalpha()
    ]
    is_roman = any(match.group(1)[:2].isalpha() for _, match in typed_numbers)
    for heading, match in typed_numbers:
        if (
            match in single_letters
            and len(single_letters) < 2
            and not (is_roman and match.group(1)[0] in "VX")
            and match.group(1)[0] != "I"
        ):
            continue  # an initial, as in "C. elegans"
        start = heading.passage.start + match.start(1)
        end = heading.passage.start + match.end(1)
        typed = match.group(1).strip()
        fix = Fix(Edit(paper.text.span(start, end), "")) if heading.numbered else None
        message = f'Delete the typed "{typed}". The {maker(paper)} numbers the headings.'
        yield Finding(paper.text.span(start, end), message, fix)


@rule(
    "HDG003",
    "heading-hierarchy",
    INFO,
    CLAUSE + "; IEEE Editorial Style Manual",
    bad=[
        "\\section{Method}\nText.\n\n\\subsubsection{⟦Sand⟧}\nText.",
        "\\section{Method}\nText.\n\n\\subsection{⟦Sand⟧}\nText.\n\n\\section{Results}\nText.",
        (
            "\\section{Method}\n"
            "Text.\n"
            "\\subsection{Sand}\n"
            "Text.\n"
            "\\subsubsection{⟦Fine Sand⟧}\n"
            "Text.\n"
            "\\subsection{Water}\n"
            "Text."
        ),
    ],
    good=[
        "\\section{Method}\n\\subsection{Sand}\nText.\n\\subsection{Water}\nText.",
        (
            "\\section{Method}\n"
            "\\subsection{Sand}\n"
            "\\paragraph{Fine sand}\n"
            "Text.\n"
            "\\subsection{Water}\n"
            "Text."
        ),
        "\\appendix\n\\section{Sand}\nText.\n\\subsection{Water}\nText.",
    ],
)
def hierarchy(context: Context) -> Iterator[Finding]:
    """Heading levels are not skipped, and a section has either no subsections or at least two.

    Merge a single subsection into its section.
    """
    headings = [
        heading
        for heading in context.paper.headings
        if 1 <= heading.level <= 4 and (heading.command or context.word is None)
    ]  # the levels of headings typed in Word are only guessed
    previous = 0
    for heading in headings:
        if heading.level > previous + 1 and previous and heading.level < 4:
            message = (
                f"This heading of level {heading.level} follows level {previous} directly. Make it"
                f" level {previous + 1}."
            )
            yield Finding(heading.passage.span, message, None, WARNING)
        previous = heading.level
    for number, heading in enumerate(headings):
        if heading.level not in (2, 3) or heading.in_appendix:
            continue
        if _is_alone(headings, number):
            message = (
                "This is the only heading of its level in the section. Merge its text into the"
                " section, or add a second heading."
            )
            yield Finding(heading.passage.span, message)


def _is_alone(headings: list[Heading], number: int) -> bool:
    """True when no other heading of the same level has the same parent."""
    level = headings[number].level
    if number and headings[number - 1].level != level - 1 and headings[number - 1].level < level:
        return False
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(headings) and headings[other].level >= level:
            if headings[other].level == level:
                return False
            other += step
    return True


@rule(
    "HDG004",
    "heading-component-style",
    ERROR,
    CLAUSE + "; bare_conf.tex",
    good=[
        "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa.",
        r"\section{References to Old Pipes}",
        "\\appendix\n\\section*{Results of the Sand}\nText.",
        "\\subsection*{Conclusion}\nText. \\paragraph*{Results}",
    ],
    fixes=[
        (
            "%! back\n⟦\\section⟧{Acknowledgment}\nWe thank B. Costa.",
            "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa.",
        )
    ],
    bad=[
        "%! back\n⟦\\section*⟧{Introduction and Method}\nText.",
        "⟦\\section[Thanks]⟧{Acknowledgment}\nWe thank B. Costa.",
    ],
)
def component_style(context: Context) -> Iterator[Finding]:
    """Acknowledgment and References are headings without a number; other headings have a number.

    Use \\section*{Acknowledgment}. The bibliography prints its heading itself.
    """
    paper = context.paper
    numbered_words = "|".join(map(escape, context.vocabulary.headings.numbered))
    numbered = pattern(rf"(?:{numbered_words})\b", IGNORECASE)
    for heading in paper.headings:
        words = heading.plain
        is_part = is_component(context, words)
        paragraph = word_clauses.paragraph_of(context, heading.span)
        if paragraph is not None:
            words = word_clauses.bare_words(words)
            is_part = word_clauses.is_part_without_number(context, paragraph)
        if heading.level != 1 and not (is_part and paragraph is not None):
            continue
        if is_part:
            if heading.numbered:
                how = (
                    f"Write \\{heading.command}*"
                    if context.latex
                    else 'Give it the style "Heading 5"'
                )
                message = f'The heading "{words}" has no number in IEEE papers. {how}.'
                yield Finding(heading.span, message, _star(heading))
            else:
                yield from word_clauses.component_style(context, words, heading.span)
        elif not heading.command:
            continue  # HDG006 reports typed headings of Word drafts
        elif not heading.numbered and numbered.match(heading.plain) and not heading.in_appendix:
            if any(other.numbered for other in paper.headings):
                how = (
                    "Write \\section without the star"
                    if context.latex
                    else "Give it the style of its level"
                )
                yield Finding(heading.span, f'The heading "{words}" needs a number. {how}.')


def _star(heading: Heading) -> Fix | None:
    """The fix that inserts a star after the command's name."""
    name = "\\" + heading.command
    rest = heading.span.text.removeprefix(name)
    if rest == heading.span.text or rest.lstrip().startswith("["):  # \section*[short] prints it
        return None
    end = heading.span.start + len(name)
    return Fix(Edit(Span(heading.span.source, end, end), "*", on_source=True))

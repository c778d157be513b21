"""HDG002 to 004: typed numbers, levels and numbering of headings."""

from __future__ import annotations

from re import IGNORECASE, escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support import word_clauses
from ieeelint.rules.support.formats import maker
from ieeelint.rules.support.heading_numbers import lets_style_number
from ieeelint.rules.support.heading_words import TYPED_NUMBER, is_component
from ieeelint.rules.support.label_words import paragraph_of
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading

CLAUSE = "IEEE conference template, sec. III-G"
# "IV METHODOLOGY": Word authors forget the period, but "IV Curves" are of current and voltage.
BARE_NUMBER = r"\s{0,12}([IVX]{1,5}[ \u00a0]{1,3})(?=[A-Z]{4,}[A-Z ]*\s*\Z)"


@rule(
    "HDG002",
    "heading-manual-number",
    ERROR,
    CLAUSE,
    bad=[
        "\\section{⟦1.⟧ Method}",
        "%! word\n[heading 1 plain] ⟦IV⟧ METHODOLOGY\n[Body Text] It flows.",
        "\\section{⟦A.⟧ Method}\n\n\\section{B. Sand}",
        "\\section{⟦B.⟧ Method}\n\n\\section{C. Sand}",
        "\\section{⟦A.⟧ method}\n\n\\section{B. sand}",
        "\\section{Sand}\n\n\\section{⟦A.⟧ method}\n\n\\section{E. coli}",
        "\\section{⟦V.⟧ Method}\n\n\\section{VI. Sand}",
        "\\section*{⟦1.⟧ Method}",
        "%! word\n[heading 1] ⟦2.⟧ Method\n[Body Text] It flows.",
        "%! word\n[heading 1 plain] ⟦3.⟧ References\n[Body Text] None.",
        "%! word\n[IEEE heading 2] ⟦2.1⟧ Method\n[Body Text] It flows.",
        "%! word\n[heading 5] ⟦3.⟧ Method\n[Body Text] It flows.\n[heading 5] 3.1 Sand\n"
        "[Body Text] It flows.\n[heading 5] B. Ice\n[Body Text] It flows.\n[heading 5] C. Mud\n"
        "[Body Text] It flows.\n[heading 5] IV. Rain\n[Body Text] It flows.",
    ],
    good=[
        r"\section{3D Reconstruction}",
        r"\section{5G Networks}",
        r"\section{A Simple Model}",
        r"\section{I/O and C. elegans}",
        "%! word\n[heading 1] IV Curves of Pipes\n[Body Text] It flows.",
        "\\section{C. elegans}\n\n\\section{Sand}",
        "\\section{C. elegans}\n\n\\section{D. rerio}\n\n\\section{E. coli}",
        "\\section{C. Lima}\n\n\\section{F. Costa}",
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
        if match in single_letters and _is_initial(match, single_letters, is_roman):
            continue
        start = heading.passage.start + match.start(1)
        end = heading.passage.start + match.end(1)
        typed = match.group(1).strip()
        fix = Fix(Edit(paper.text.span(start, end), "")) if heading.numbered else None
        if is_component(context, heading.passage.plain[match.end(1) :].strip()):
            message = f'Delete the typed "{typed}". This heading has no number in IEEE papers.'
            yield Finding(paper.text.span(start, end), message, fix)
            continue
        how = lets_style_number(context, heading)
        message = (
            f'Delete the typed "{typed}", and {how}.'
            if how
            else f'Delete the typed "{typed}". The {maker(paper)} numbers the headings.'
        )
        yield Finding(paper.text.span(start, end), message, fix)


def _is_initial(match: Match[str], single_letters: list[Match[str]], is_roman: bool) -> bool:
    """True for the letter of a name, as in "C. elegans": the letters of numbers are in order."""
    letter = match.group(1)[0]
    if letter == "I" or (is_roman and letter in "VX"):
        return False
    if len(single_letters) < 2:
        return True
    letters = {other.group(1)[0] for other in single_letters}
    before, after = chr(ord(letter) - 1), chr(ord(letter) + 1)
    if match.string[match.end(1) : match.end(1) + 1].islower():  # "C. elegans" and "D. rerio"
        return "A" not in letters or not (letter == "A" or before in letters)
    return letter != "A" and letters.isdisjoint((before, after))


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
        "\\section{Method}\nText.\n\n\\subsection*{Data and Code}\nText.",
        (
            "%! word\n"
            "[heading 1] Method\n"
            "[heading 2] Sand\n"
            "[Body Text] Text.\n"
            "[Body Text] <b>B. Water</b>\n"
            "[Body Text] It is wet.\n"
            "[heading 1] Results\n"
            "[Body Text] Text."
        ),
        "%! word whole\n[paper title] Flow\n[heading 3] Introduction\n[Body Text] Text.",
    ],
)
def hierarchy(context: Context) -> Iterator[Finding]:
    """Heading levels are not skipped, and a section has either no subsections or at least two.

    Merge a single subsection into its section.
    """
    headings = [heading for heading in context.paper.headings if 1 <= heading.level <= 4]
    previous = 0
    for heading in headings:
        if not _has_level(context, heading):
            continue
        if heading.level > previous + 1 and previous and heading.level < 4:
            message = (
                f"This heading of level {heading.level} follows level {previous} directly. Make it"
                f" level {previous + 1}."
            )
            yield Finding(heading.passage.span, message, None, WARNING)
        previous = heading.level
    is_numbered = any(heading.numbered for heading in headings)
    for number, heading in enumerate(headings):
        if heading.level not in (2, 3) or heading.in_appendix or not _has_level(context, heading):
            continue
        if is_numbered and not heading.numbered and context.latex is not None:
            continue  # a star: only a number promises a second one
        if _is_alone(context, headings, number):
            message = (
                "This is the only heading of its level in the section. Merge its text into the"
                " section, or add a second heading."
            )
            yield Finding(heading.passage.span, message)


def _has_level(context: Context, heading: Heading) -> bool:
    """False for a heading typed in Word, whose level is only guessed."""
    return bool(heading.command) or context.word is None


def _is_alone(context: Context, headings: list[Heading], number: int) -> bool:
    """True when no other heading of the same level has the same parent.

    A heading of unknown level next to it may be the other one, or the parent.
    """
    level = headings[number].level
    if not number or headings[number - 1].level < level - 1:
        return False
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(headings):
            if not _has_level(context, headings[other]) or headings[other].level == level:
                return False
            if headings[other].level < level:
                break
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
        "%! word\n[heading 1 plain] ⟦Methods⟧\n[Body Text] It flows.",
        "%! word\n[heading 5] ⟦Methods⟧\n[Body Text] It flows.",
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
        paragraph = paragraph_of(context, heading.span)
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
                    else f'Give it the style "{own_style(context, "Heading 5")}"'
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
                    else lets_style_number(context, heading)
                )
                how = how[0].upper() + how[1:]
                yield Finding(heading.span, f'The heading "{words}" needs a number. {how}.')


def _star(heading: Heading) -> Fix | None:
    """The fix that inserts a star after the command's name."""
    name = "\\" + heading.command
    rest = heading.span.text.removeprefix(name)
    if rest == heading.span.text or rest.lstrip().startswith("["):  # \section*[short] prints it
        return None
    end = heading.span.start + len(name)
    return Fix(Edit(Span(heading.span.source, end, end), "*", on_source=True))

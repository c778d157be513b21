"""HDG001 to 006: headings."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import PROSE
from ieeelint.paper.source import Span
from ieeelint.paper.text import BOLD, PLACEHOLDERS
from ieeelint.paper.titlecase import is_shouted, lowercase_words
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support import word_clauses, word_layout
from ieeelint.rules.support.formats import maker
from ieeelint.rules.support.heading_words import avoidable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Heading, Paper

CLAUSE = "IEEE conference template, sec. III-G"
TYPED_NUMBER = (
    r"\s{0,4}((?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)]|[IVXL]{1,6}[.)]|[A-Ha-h][.)])["
    r" \u00a0]{1,3}|[IVXL]{2,6}\.(?=[A-Z][a-z]))(?=\S)"
)
COMPONENT = r"(?:acknowledge?ments?|references|bibliography)\s{0,3}$"


@rule(
    "HDG001",
    "heading-no-abbreviation",
    WARNING,
    "IEEE conference template, sec. III-A",
    bad=[r"\section{⟦QTRM⟧ Pipes}"],
    good=[
        "A quiet tube rate model (QTRM) is used.\n\n\\section{QTRM Pipes}\nIt works.",
        r"\section{GPS and CPU Clocks in 3D}",
        r"\section{Class IV Pipes of SiO2}",
        r"\section{Training a CNN}",
    ],
)
def no_abbreviation(context: Context) -> Iterator[Finding]:
    """Headings avoid abbreviations unless unavoidable.

    Write the words out. An abbreviation that the text before has defined
    passes, and so do those everyone in the field knows.
    """
    paper = context.paper
    defined: dict[str, int] = {}
    for one in context.index.abbreviations.definitions:
        defined[one.token] = min(defined.get(one.token, one.start), one.start)
    for heading in paper.headings:
        for token, start, end in avoidable(
            context, heading.passage, ("tier_a", "tier_b", "tier_c")
        ):
            if token in defined or token.rstrip("s") in defined or _is_name(context, token):
                continue
            message = f'Spell out "{token}" in the heading, or define it in the text before.'
            yield Finding(paper.text.span(start, end), message)


def _is_name(context: Context, token: str) -> bool:
    """Names have small letters inside (FreeRTOS) or are used over and over without an expansion."""
    small = sum(character.islower() for character in token.rstrip("s"))
    return small > 1 or len(context.index.abbreviations.uses.get(token, ())) > 8


@rule(
    "HDG002",
    "heading-manual-number",
    ERROR,
    CLAUSE,
    bad=["\\section{⟦1.⟧ Method}"],
    good=[
        r"\section{3D Reconstruction}",
        r"\section{5G Networks}",
        r"\section{A Simple Model}",
        r"\section{I/O and C. elegans}",
    ],
    fixes=[
        (r"\section{⟦II. ⟧Method}", r"\section{Method}"),
        (r"\section{⟦2.1 ⟧Method}", r"\section{Method}"),
    ],
)
def manual_number(context: Context) -> Iterator[Finding]:
    """Heading numbers come from the class or the list style, never typed.

    A typed number prints beside the automatic one. Delete it.
    """
    paper = context.paper
    found = []
    for heading in paper.headings:
        if not heading.command:
            continue  # in Word made by hand, in no style that would number it
        match = pattern(TYPED_NUMBER).match(heading.passage.plain)
        if match:
            found.append((heading, match))
    single = [
        match
        for _, match in found
        if len(match.group(1).strip(" \u00a0.)")) == 1 and match.group(1)[0].isalpha()
    ]
    is_roman = any(match.group(1)[:2].isalpha() for _, match in found)
    for heading, match in found:
        if (
            match in single
            and len(single) < 2
            and not (is_roman and match.group(1)[0] in "VX")
            and match.group(1)[0] != "I"
        ):
            continue
        start = heading.passage.start + match.start(1)
        end = heading.passage.start + match.end(1)
        typed = match.group(1).strip()
        fix = Fix(Edit(paper.text.span(start, end), "")) if heading.numbered else None
        message = f'Delete the typed "{typed}": headings are numbered by the {maker(paper)}.'
        yield Finding(paper.text.span(start, end), message, fix)


@rule(
    "HDG003",
    "heading-hierarchy",
    INFO,
    CLAUSE + "; IEEE Editorial Style Manual",
    bad=[
        "\\section{Method}\nText.\n\n\\subsubsection{⟦Sand⟧}\nText.",
        "\\section{Method}\nText.\n\n\\subsection{⟦Sand⟧}\nText.\n\n\\section{Results}\nText.",
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
    ],
)
def hierarchy(context: Context) -> Iterator[Finding]:
    """Headings go down one level at a time, and a level is opened only for two topics or more.

    A single subsection can be merged into its section.
    """
    headings = [heading for heading in context.paper.headings if 1 <= heading.level <= 4]
    previous = 0
    for heading in headings:
        if heading.level > previous + 1 and previous and heading.level < 4:
            message = f"This heading skips a level: level {heading.level} follows level {previous}."
            yield Finding(heading.passage.span, message, None, WARNING)
        previous = heading.level
    for number, heading in enumerate(headings):
        if heading.level not in (2, 3) or heading.in_appendix:
            continue
        if _is_alone(headings, number):
            message = (
                "A level is opened for two topics or more. Merge this one into the section"
                " above it."
            )
            yield Finding(heading.passage.span, message)


def _is_alone(headings: list[Heading], number: int) -> bool:
    """True when no heading of the same level stands under the same parent."""
    level = headings[number].level
    if number and headings[number - 1].level != level - 1 and headings[number - 1].level < level:
        return False
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(headings) and headings[at].level >= level:
            if headings[at].level == level:
                return False
            at += step
    return True


@rule(
    "HDG004",
    "heading-component-style",
    ERROR,
    CLAUSE + "; bare_conf.tex",
    good=[
        "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa.",
        r"\section{References to Old Pipes}",
    ],
    fixes=[
        (
            "%! back\n⟦\\section⟧{Acknowledgment}\nWe thank B. Costa.",
            "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa.",
        )
    ],
    bad=["%! back\n⟦\\section*⟧{Introduction and Method}\nText."],
)
def component_style(context: Context) -> Iterator[Finding]:
    """Acknowledgment and References are component heads without a number; other heads have one.

    Use \\section*{Acknowledgment}; the bibliography prints its own head.
    """
    paper = context.paper
    ordinary = pattern(
        r"(?:introduction|related"
        r" works?|background|method(?:s|ology)?|results?|discussion|conclusions?|experiments?"
        r"|evaluation)\b",
        2,
    )
    for heading in paper.headings:
        words = heading.plain
        if heading.level != 1:
            continue
        component = pattern(COMPONENT, 2).match(words)
        if component and heading.numbered:
            message = (
                f'"{words}" has no number: write \\{heading.command}*.'
                if context.latex
                else f'"{words}" has no number.'
            )
            yield Finding(heading.span, message, _star(heading))
        elif component:
            yield from word_clauses.component_style(context, words, heading.span)
        elif not heading.numbered and ordinary.match(words) and not component:
            if any(one.numbered for one in paper.headings) and not heading.in_appendix:
                how = (
                    "write \\section without the star"
                    if context.latex
                    else "give it the style of its level"
                )
                message = f'"{words}" is a text head and bears a number: {how}.'
                yield Finding(heading.span, message)


def _star(heading: Heading) -> Fix | None:
    """The star after the command's name."""
    name = "\\" + heading.command
    if not heading.span.text.startswith(name):
        return None
    at = heading.span.start + len(name)
    return Fix(Edit(Span(heading.span.source, at, at), "*"))


@rule(
    "HDG005",
    "heading-runin-italic",
    WARNING,
    CLAUSE + "; IEEEtran.cls",
    bad=[
        "%! abstract\n⟦\\textbf{Abstract⟧---}Water flows slowly.",
        "%! preamble\n⟦\\renewcommand{\\abstractname}{Summary}⟧",
        (
            "%! word whole\n"
            "[paper title] Flow\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
    ],
    good=["%! abstract\nAbstract algebra helps. Water flows slowly in narrow pipes."],
    formats=("latex", "word"),
)
def run_in_head(context: Context) -> Iterator[Finding]:
    """The run-in heads Abstract and Index Terms are set off in italics, by the class.

    Do not type the word, nor redefine it: the environment prints it.
    """
    paper = context.paper
    if context.word is not None:
        yield from word_layout.run_in_head(context.word)
    view = context.latex
    if view is None:
        return
    for abstract in paper.abstracts:
        for passage in abstract.passages[:1]:
            match = pattern(r"\s{0,3}(Abstract|ABSTRACT)\s{0,2}[—–:.-]").match(passage.plain)
            if match:
                start = passage.start + match.start(1)
                span = _with_command(paper.text.span(start, start + 8))
                yield Finding(span, "The class prints the word Abstract: delete the typed one.")
    for name in ("abstractname", "IEEEkeywordsname"):
        definition = view.definitions.get(name)
        if definition is not None and definition.command.startswith("renew"):
            if name == "IEEEkeywordsname" or paper.language != "en":
                continue  # KWD002 judges the former; other languages have other words
            yield Finding(definition.span, "Leave the name of the abstract to the class.")


def _with_command(span: Span) -> Span:
    """The span with a style command that opens right before it."""
    before = span.source.text[max(0, span.start - 12) : span.start]
    match = pattern(r"\\[a-z]{2,8}\{$").search(before)
    return Span(span.source, span.start - len(match.group()), span.end) if match else span


@rule(
    "HDG006",
    "heading-real-style",
    WARNING,
    CLAUSE + "; IEEE Editorial Style Manual; bare_conf.tex",
    bad=[
        r"\section{⟦METHODOLOGY⟧ AND RESULTS}",
        "\\noindent\\textbf{⟦Sand and Water⟧}\n\nSand is dry.",
        "\\section{Length ⟦based⟧ Rewards}",
    ],
    good=[
        r"\section{Shape-from-shading Within Pipes from k-Means}",
        r"\section{Why Does It Flow?}",
        "\\textbf{Sand.} It is dry.",
        r"\section{Flow of Water: A Study}",
        "\\noindent\\textbf{Theorem 1.}\n\nIt flows.",
        r"\section{The \texttt{main} Function}",
    ],
    fixes=[(r"\section{Sand and ⟦water⟧}", r"\section{Sand and Water}")],
    english=True,
)
def real_style(context: Context) -> Iterator[Finding]:
    """Headings are real headings in title case, without capitals or bold typed by hand and
    without a final period.

    Words begin with capitals, except articles, coordinating conjunctions and
    short prepositions; prepositions of four letters and more, and second parts
    of hyphened words, may go either way.
    """
    paper = context.paper
    prints_capitals = context.latex is not None and context.latex.class_name.lower() == "ieeeaccess"
    for heading in paper.headings:
        if (
            not heading.command
            or heading.level > 3
            or heading.level < 1
            or (prints_capitals and heading.level < 3)
        ):
            continue
        yield from _judge(paper, heading)
    yield from _bold_paragraphs(paper)
    yield from word_clauses.heading_looks(context)


def _judge(paper: Paper, heading: Heading) -> Iterator[Finding]:
    passage = heading.passage
    words = passage.plain
    match = pattern(TYPED_NUMBER).match(words)
    skip = match.end(1) if match else 0
    body = words[skip:]
    start = passage.start + skip + len(body) - len(body.lstrip())
    if is_shouted(body) and not pattern(COMPONENT, 2).match(body.strip()):
        yield Finding(
            paper.text.span(start, passage.end),
            f"Set the heading in title case: the {maker(paper)} sets capitals itself.",
        )
        return
    small = lowercase_words(body)
    if small:
        edits = []
        for first, last, word in small:
            at = passage.start + skip + first
            if paper.text.is_typed(at, at + last - first):
                edits.append(Edit(paper.text.span(at, at + 1), word[0].upper()))
        told = ", ".join(f'"{word}"' for _, _, word in small[:4])
        first, last, _ = small[0]
        span = paper.text.span(passage.start + skip + first, passage.start + skip + last)
        fix = Fix(*edits, safe=False) if edits else None
        yield Finding(span, f"Begin the words of a heading with capitals: {told}.", fix)
        return
    bare = words.rstrip()
    if (
        bare.endswith((".", ":"))
        and not bare.endswith(("...", "etc.", "al."))
        and len(bare.split()[-1].rstrip(".:")) > 1
    ):
        at = passage.start + len(bare) - 1
        span = paper.text.span(at, at + 1)
        yield Finding(span, f'No "{bare[-1]}" at the end of a heading.', Fix(Edit(span, "")))


def _bold_paragraphs(paper: Paper) -> Iterator[Finding]:
    """Short paragraphs all in bold that stand for headings."""
    bold = [mark for mark in paper.text.marks if mark.kind == BOLD]
    if not bold:
        return
    starts = {mark.start: mark for mark in bold}
    paragraphs = paper.paragraphs
    for number, paragraph in enumerate(paragraphs):
        passage = paragraph.passage
        words = passage.plain.strip()
        if (
            passage.zone != PROSE
            or paragraph.environment
            or not words
            or len(words.split()) > 8
            or passage.is_item
        ):
            continue
        offset = passage.plain.find(words[0])
        mark = starts.get(passage.start + offset)
        if mark is None or mark.end < passage.start + offset + len(words) - 1:
            continue
        if (
            words.endswith((".", "!", "?", ",", ";"))
            or any(character in PLACEHOLDERS for character in words)
            or "=" in words
        ):
            continue
        if pattern(
            r"(?:Theorem|Lemma|Proof|Definition|Remark|Corollary|Proposition|Algorithm|Table|Fig"
            r"|Step|RQ|Q\d|\W|\d)"
        ).match(words):
            continue
        following = paragraphs[number + 1].passage if number + 1 < len(paragraphs) else None
        if following is None or following.zone != PROSE or len(following.plain.split()) < 2:
            continue
        span = paper.text.span(passage.start + offset, passage.start + offset + len(words))
        how = "a sectioning command" if paper.format == "latex" else "a heading style"
        yield Finding(
            span, f'"{words}" looks like a heading. Use {how}, not bold type.', None, INFO
        )

"""Mending the word before a figure or table number, typed or printed by a macro."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice, takewhile

from ieeelint.finding import Edit, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse

AUTOREF = frozenset(("autoref", "autoref*"))
CLEVEREF = frozenset(("cref", "Cref", "cref*", "Cref*", "crefrange", "Crefrange"))
# "in Figure 3 of [5]": a figure of another work, called as that work calls it.
OF_OTHER_WORK = (
    r"(?:\s?\(?[a-z]\)?)?,?\s+(?:of|in|from)\s+(?:the\s+paper\s+)?(?:\ue002|\[[0-9]|Refs?\."
    r"|[A-Z][\w-]+\s+et\s+al|[A-Z][\w-]+[’']s\b)"
)

# What belongs to a work that is no book: part of a journal, a conference, a thesis, a report, a
# page.
NO_BOOK = (
    r"\bin:?\s|\bvol\.|\bno\.|\bpp?\.|\bJ\.|Trans\.|Proc|Conf|Symp|[Tt]hesis|[Dd]issertation"
    r"|Rep\.|[Rr]eport|arXiv|Online|Accessed|Std"
    r"|presented|unpublished|in press|Journal|Lecture Notes|\bch\.|Available"
)


def followers(context: Context, use: ReferenceUse) -> list[ReferenceUse]:
    """The further numbers of the list that ``use`` leads."""
    uses = context.index.references
    at = bisect_right(uses, use.start, key=lambda one: one.start)
    return list(takewhile(lambda one: one.leader is use, islice(uses, at, None)))


def is_of_other_work(context: Context, use: ReferenceUse) -> bool:
    """True for a typed number in another publication, lists such as "Figs. 1 and 2 of [5]"
    included.
    """
    if use.cross_reference is not None:
        return False
    last = [use, *followers(context, use)][-1]
    return pattern(OF_OTHER_WORK).match(context.paper.text.plain, last.end) is not None


def shown_number(paper: Paper, use: ReferenceUse) -> str:
    """The number as printed, with a blank before it; empty when nobody knows it."""
    number = use.number
    if use.cross_reference is not None and len(use.cross_reference.keys) == 1:
        label = paper.labels.get(use.cross_reference.keys[0][0])
        number = label.number if label is not None else ""
    return f" {number}" if number else ""


def printing_command(paper: Paper, use: ReferenceUse) -> str:
    """The name of the macro that prints the word; empty for a typed word."""
    if paper.text.is_typed(use.word_start, use.word_end):
        return ""
    words = paper.text.span(use.word_start, use.word_end).text
    match = pattern(r"\\([A-Za-z@]+\*?)").match(words)
    return match.group(1) if match else ""


def word_fix(context: Context, use: ReferenceUse, one: str, several: str) -> Fix | None:
    """Edits that make the word ``one`` (``several`` in the plural) where it stands,
    or in the macro that prints it."""
    paper = context.paper
    typed = paper.text.plain[use.word_start : use.word_end]
    right = several if typed.rstrip(".").endswith(("s", "S")) else one
    command = printing_command(paper, use)
    reference = use.cross_reference
    if not command:
        if not paper.text.is_typed(use.word_start, use.word_end):
            return None
        end, tie = use.word_end, ""
        if not use.separator or "-" in use.separator:
            end += len(use.separator)
            tie = "~" if paper.format == "latex" else "\u00a0"
        edits = [Edit(paper.text.span(use.word_start, end), right + tie)] if typed != right else []
        return Fix(*edits, *_without_parentheses(paper, use))
    if command in AUTOREF or command in CLEVEREF:
        if reference is None:
            return None
        keys = [key for key, _ in reference.keys]
        if len(keys) == 1 and reference.span.text.startswith("\\" + command):
            return Fix(Edit(reference.span, rf"{one}~\ref{{{keys[0]}}}"))
        return _names_fix(context, use.kind, one, several)
    definition = context.latex.definitions.get(command) if context.latex is not None else None
    if definition is None:
        return None
    at = definition.span.text.find(typed)
    if at < 0:
        return None
    start = definition.span.start + at
    return Fix(Edit(Span(definition.span.source, start, start + len(typed)), right), safe=False)


def _without_parentheses(paper: Paper, use: ReferenceUse) -> list[Edit]:
    """Edits that take the parentheses off ``figure (1)``."""
    around = (use.number_start - 1, use.number_end)
    if not use.parenthesized or any(not paper.text.is_typed(at, at + 1) for at in around):
        return []
    if "".join(paper.text.plain[at : at + 1] for at in around) != "()":
        return []
    return [Edit(paper.text.span(at, at + 1), "") for at in around]


def _names_fix(context: Context, kind: str, one: str, several: str) -> Fix | None:
    """A line after cleveref that gives it the words to print."""
    view = context.latex
    package = view.packages.get("cleveref") if view is not None else None
    if (
        view is None
        or package is None
        or any(command.argument(0) == kind for command in view.commands("crefname", "Crefname"))
    ):
        return None
    line = "".join(rf"\{c}refname{{{kind}}}{{{one}}}{{{several}}}" for c in "cC")
    end = package.span.end
    return Fix(Edit(Span(package.span.source, end, end), "\n" + line), safe=False)


def advice(command: str, kind: str, one: str, several: str) -> str:
    """How to teach a macro to print the words ``one`` and ``several``."""
    if command in AUTOREF:
        return (
            rf"\renewcommand{{\{kind}autorefname}}{{{one}}} after \begin{{document}} mends all of"
            r" them."
        )
    if command in CLEVEREF:
        names = f"{{{kind}}}{{{one}}}{{{several}}}"
        return rf"\crefname{names}\Crefname{names} in the preamble mends all of them."
    return rf"Mend the definition of \{command}."

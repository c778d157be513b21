"""Fixes for the word before the number of a figure or table, typed or printed by a macro."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile

from ieeelint.finding import Edit, Fix
from ieeelint.paper.blanking import math_of
from ieeelint.paper.seeking import items_from
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.references_use import ReferenceUse
    from ieeelint.views.latex import Definition

AUTOREF = frozenset(("autoref", "autoref*"))
CLEVEREF = frozenset(("cref", "Cref", "cref*", "Cref*", "crefrange", "Crefrange"))
# After the number of a figure of another work: "in Figure 3 of [5]".
OF_OTHER_WORK = (
    r"(?:\s?\(?[a-z]\)?)?,?\s+(?:of|in|from)\s+(?:the\s+paper\s+)?(?:\ue002|\[[0-9]|Refs?\."
    r"|[A-Z][\w-]+\s+et\s+al|[A-Z][\w-]+[’']s\b)"
)
# After the number that ends a phrase: punctuation, or a word that no noun with this number can be.
ENDS_PHRASE = (
    r"[.,;:)?!]|\s*\Z|\n\n|\s(?:is|are|was|were|has|have|can|may|will|and|or|of|in|on|for|to|by"
    r"|with|from|at|as|it|we|the|where|which|that|shows?|illustrates?|presents?|lists?|gives?"
    r"|summarizes?|depicts?|displays?|compares?|describes?|contains?|provides?|above|below)\b"
)
# A word that is typed, not a part of another word, a command or a key.
TYPED = r"(?<![\w\\@:-])%s(?![\w@:-])"
# Words in a reference that is not a book: a journal, a conference, a thesis, a report, a page.
NOT_A_BOOK = (
    r"\bin:?\s|\bvol\.|\bno\.|\bpp?\.|\bJ\.|Trans\.|Proc|Conf|Symp|[Tt]hesis|[Dd]issertation"
    r"|Rep\.|[Rr]eport|arXiv|Online|Accessed|Std"
    r"|presented|unpublished|in press|Journal|Lecture Notes|\bch\.|Available"
)


def followers(context: Context, use: ReferenceUse) -> list[ReferenceUse]:
    """The further numbers of the list that ``use`` leads."""
    uses = context.index.reference_uses
    at = bisect_right(uses, use.start, key=lambda other: other.start)
    return list(takewhile(lambda other: other.leader is use, items_from(uses, at)))


def is_plural(context: Context, use: ReferenceUse) -> bool:
    """True for "figures" and before several numbers: "figure 1 and 2"."""
    return use.word.rstrip(".:").endswith(("s", "S")) or bool(followers(context, use))


def is_of_other_work(context: Context, use: ReferenceUse) -> bool:
    """True for a typed number of another publication, also in a list: "Figs. 1 and 2 of [5]"."""
    if use.cross_reference is not None:
        return False
    last = [use, *followers(context, use)][-1]
    return pattern(OF_OTHER_WORK).match(context.paper.text.plain, last.end) is not None


def shown_number(paper: Paper, use: ReferenceUse) -> str:
    """The number as printed, with a space before it; empty when it is unknown."""
    number = use.number
    if use.cross_reference is not None and len(use.cross_reference.keys) == 1:
        label = paper.labels.get(use.cross_reference.keys[0][0])
        number = label.number if label is not None else ""
    return f" {number}" if number else ""


def as_typed(context: Context, use: ReferenceUse, number: str) -> str:
    """The word with its ``number``, as the author typed or a cross-reference prints it."""
    paper = context.paper
    start = start_with_article(context, use)
    if use.cross_reference is None:
        return " ".join(paper.text.plain[start : use.end if number else use.word_end].split())
    article = paper.text.plain[start : use.word_start].replace("\n", " ")
    if is_glued(paper, use):
        return article + use.word + number.strip()
    return article + use.word + (f" ({number.strip()})" if use.parenthesized else number)


def printing_command(paper: Paper, use: ReferenceUse) -> str:
    """The name of the macro that prints the word; empty for a typed word."""
    if paper.text.is_typed(use.word_start, use.word_end):
        return ""
    words = paper.text.span(use.word_start, use.word_end).text
    match = pattern(r"\\([A-Za-z@]+\*?)").match(words)
    return match.group(1) if match else ""


def word_fix(context: Context, use: ReferenceUse, singular: str, plural: str) -> Fix | None:
    """A fix that replaces the word by ``singular`` or ``plural``, in the text or in the macro that
    prints it."""
    paper = context.paper
    typed = paper.text.plain[use.word_start : use.word_end]
    right = plural if is_plural(context, use) else singular
    command = printing_command(paper, use)
    reference = use.cross_reference
    if not command:
        if not paper.text.is_typed(use.word_start, use.word_end):
            return None
        end, tie = joined(paper, use)
        word = Edit(paper.text.span(start_with_article(context, use), end), right + tie)
        edits = [word] if typed != right or tie else []
        return Fix(*edits, *_without_parentheses(paper, use))
    if command in AUTOREF or command in CLEVEREF:
        if reference is None:
            return None
        keys = [key for key, _ in reference.keys]
        if len(keys) == 1 and reference.span.text.startswith("\\" + command):
            return Fix(Edit(reference.span, rf"{singular}~\ref{{{keys[0]}}}"))
        return _names_fix(context, use.kind, singular, plural)
    definition = context.latex.definitions.get(command) if context.latex is not None else None
    if definition is None:
        return None
    start = _typed_in(definition, typed)
    if start < 0:
        return None
    return Fix(
        Edit(Span(definition.span.source, start, start + len(typed)), right, True), safe=False
    )


def start_with_article(context: Context, use: ReferenceUse) -> int:
    """The start of the word, or of a typed article before it that has no place before a number:
    "in the table 1".
    """
    paper = context.paper
    plain = paper.text.plain
    article = pattern(r"(?<![^\W_])[Tt]he[ \n]\Z").search(
        plain, max(0, use.word_start - 5), use.word_start
    )
    last = [use, *followers(context, use)][-1]
    if (
        article is None
        or not paper.text.is_typed(article.start(), use.word_end)
        or pattern(ENDS_PHRASE).match(plain, last.end) is None  # "the figure 1 setup"
    ):
        return use.word_start
    return article.start()


def _typed_in(definition: Definition, word: str) -> int:
    """Where the body of a macro has the word as text, not in a key or a name; -1 if it does not
    have it exactly once.
    """
    body = definition.span.text.rfind(definition.body)
    found = [
        match.start()
        for match in pattern(TYPED % re.escape(word)).finditer(math_of(definition.body))
    ]
    return definition.span.start + body + found[0] if body >= 0 and len(found) == 1 else -1


def joined(paper: Paper, use: ReferenceUse) -> tuple[int, str]:
    """Where the word ends together with what a tie must replace, and the tie; empty if what
    separates the word and the number can stay.
    """
    end = use.word_end + len(use.separator)
    replaces = not use.separator or use.separator.strip() != ""  # "Fig.1", "Fig-1", "Fig. No. 1"
    if use.cross_reference is not None and use.separator in (" ", "\n"):
        replaces = not paper.text.span(use.word_end, end).text.strip()
    if not replaces:
        return use.word_end, ""
    return end, "~" if paper.format == "latex" else "\u00a0"


def is_glued(paper: Paper, use: ReferenceUse) -> bool:
    """True for a number without a space before it: "Fig.1", "Table-2", and Fig.\\ref{...}."""
    reference = use.cross_reference
    if reference is None:
        return not use.separator.strip("-")
    word = paper.text.span(use.word_start, use.word_end)
    return (
        not use.separator
        and word.source is reference.span.source
        and word.end == reference.span.start
        and paper.text.is_typed(use.word_start, use.word_end)
    )


def replaced(paper: Paper, use: ReferenceUse) -> list[Span]:
    """The typed word before a cross-reference with the space between them. The author replaces both
    as the finding says, so that no rule needs to say more about them.
    """
    if use.cross_reference is None or not paper.text.is_typed(use.word_start, use.word_end):
        return []
    return [paper.text.span(use.word_start, use.word_end + len(use.separator))]


def _without_parentheses(paper: Paper, use: ReferenceUse) -> list[Edit]:
    """Edits that delete the parentheses of ``figure (1)``."""
    around = (use.number_start - 1, use.number_end)
    if not use.parenthesized or any(not paper.text.is_typed(at, at + 1) for at in around):
        return []
    if "".join(paper.text.plain[at : at + 1] for at in around) != "()":
        return []
    return [Edit(paper.text.span(at, at + 1), "") for at in around]


def _names_fix(context: Context, kind: str, singular: str, plural: str) -> Fix | None:
    """A fix that adds the words for cleveref to print, in a line after it."""
    view = context.latex
    package = view.packages.get("cleveref") if view is not None else None
    if (
        view is None
        or package is None
        or any(command.argument(0) == kind for command in view.commands("crefname", "Crefname"))
    ):
        return None
    line = "".join(rf"\{c}refname{{{kind}}}{{{singular}}}{{{plural}}}" for c in "cC")
    end = package.span.end
    return Fix(Edit(Span(package.span.source, end, end), "\n" + line, True), safe=False)


def advice(command: str, kind: str, singular: str, plural: str) -> str:
    """How to make a macro print the words ``singular`` and ``plural``."""
    if command in AUTOREF:
        return (
            rf"Write \renewcommand{{\{kind}autorefname}}{{{singular}}} after \begin{{document}}"
            r" to fix all of them."
        )
    if command in CLEVEREF:
        names = f"{{{kind}}}{{{singular}}}{{{plural}}}"
        return rf"Write \crefname{names}\Crefname{names} in the preamble to fix all of them."
    return rf"Change the definition of \{command}."

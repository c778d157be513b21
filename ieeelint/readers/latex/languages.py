"""Words in another language that babel or polyglossia declares, within a draft."""

from __future__ import annotations

from ieeelint.paper.language import ENGLISH
from ieeelint.paper.source import Span
from ieeelint.readers.latex.environments import begin_of
from ieeelint.readers.latex.registry import command, environment
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.walk import Walker

LONGEST_SWITCH = 3000  # characters between two switches outside of groups: an abstract
# Languages that polyglossia has a command and an environment for: \textfrench{…}.
NAMED = ("french", "german", "italian", "spanish", "portuguese", "dutch", "polish", "swedish")


@command("foreignlanguage")
def foreign_words(walker: Walker, name: str) -> None:
    """``\\foreignlanguage{french}{words}``."""
    walker.option()
    language = walker.string(walker.group()).strip()
    _foreign_group(walker, language)


@command(*(f"text{language}" for language in NAMED))
def named_words(walker: Walker, name: str) -> None:
    """``\\textfrench{words}``."""
    walker.option()
    _foreign_group(walker, name.removeprefix("text"))


def _foreign_group(walker: Walker, language: str) -> None:
    """Walk the argument that follows, whose words are in this language."""
    group = walker.group()
    if group is not None:
        walker.paper.foreign.append((group.span, language))
        walker.render(group)


@environment("otherlanguage", "otherlanguage*", "foreigndisplay", *NAMED)
def foreign_text(walker: Walker, name: str) -> None:
    """``\\begin{otherlanguage}{french}``, or ``\\begin{french}``."""
    begin = walker.frame.stream.span(begin_of(walker), walker.frame.i)
    walker.skip_options()
    language = name
    if name not in NAMED:
        language = walker.string(walker.group()).strip()
    _until_scope_end(walker, begin, language)


@command("selectlanguage")
def switched_language(walker: Walker, name: str) -> None:
    """``{\\selectlanguage{french} words}``, to the end of the group.

    Outside of groups it may be left from an older draft: there, only the words show the language,
    unless the draft soon switches back.
    """
    begin = walker.call_span(walker.call_start())
    walker.option()
    language = walker.string(walker.group()).strip()
    if len(walker.scopes) > 1 and walker.scopes[-1].name != "document":
        _until_scope_end(walker, begin, language)
        return
    switch, walker.switched = walker.switched, (begin, language)
    if switch is None or switch[0].source is not begin.source:
        return
    start, inner = switch
    is_english = table("languages")["babel"].get(inner) == ENGLISH
    if not is_english and 0 <= begin.start - start.end <= LONGEST_SWITCH:
        walker.paper.foreign.append((Span(begin.source, start.end, begin.start), inner))


def _until_scope_end(walker: Walker, begin: Span, language: str) -> None:
    """Note that the text from ``begin`` to the end of the scope is in this language."""

    def end() -> None:
        last = walker.ending or walker.frame.stream.span(walker.frame.i - 1, walker.frame.i)
        if last.source is begin.source and last.end > begin.start:
            span = Span(begin.source, begin.start, last.end)
            walker.paper.foreign.append((span, language))

    walker.at_scope_end(end)

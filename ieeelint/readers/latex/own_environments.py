"""Environments of the draft: their code is walked where they begin and end."""

from __future__ import annotations

from ieeelint.readers.latex import macros, registry, signatures
from ieeelint.readers.latex.environments import begin_of
from ieeelint.readers.latex.registry import ENVIRONMENTS, environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Span
    from ieeelint.readers.latex.frames import Action
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.walk import Walker
    from ieeelint.views.latex import Definition

UNWALKED = frozenset((*signatures.DISPLAYS, *signatures.PICTURES))


@environment(registry.OWN)
def own_environment(walker: Walker, name: str) -> None:
    """Read the arguments of an environment of the draft, and walk the code at its ``\\begin``.

    One that begins a formula or a drawing is this formula or drawing: its content is not walked.
    """
    opening, closing = walker.macros.environments[name]
    first = begin_of(walker)
    arguments = walker.macro_arguments(opening, first)
    for edge, opened in macros.unpaired_edges(opening.body):
        if edge == "begin" and opened in UNWALKED:
            ENVIRONMENTS[opened](walker, opened)
            return

    def end(span: Span) -> None:
        code = type(opening)(name, 0, None, closing, opening.span, opening.command)
        _walk(walker, code, span, arguments, lambda: walker.end(name, span))

    if closing.strip():
        walker.scopes[-1].closing = end
    _walk(walker, opening, walker.call_span(first), arguments)


def _walk(
    walker: Walker,
    code: Definition,
    span: Span,
    arguments: list[Range],
    then: Action | None = None,
) -> None:
    """Walk code that an environment runs at ``span``, unless it is nested too deep."""
    frame, known = walker.frame, walker.macros
    mark = registry.OWN + code.name
    if (
        frame.depth >= macros.DEEPEST
        or known.expansions >= macros.MOST_EXPANSIONS
        or mark in known.expanding
    ):
        if then is not None:
            then()
        return
    known.expansions += 1
    known.expanding.append(mark)
    order = walker.order_of(frame, max(frame.i - 1, 0))[:-1]
    stream = macros.body_stream(code, span, arguments, order)

    def leave() -> None:
        known.expanding.pop()
        if then is not None:
            then()

    walker.push(stream, 0, len(stream.tokens), leave, frame.depth + 1)

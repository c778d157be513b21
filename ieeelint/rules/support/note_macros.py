"""Macros of a draft that print notes of its authors to each other."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.tables.part_views import TemplateMarkers
    from ieeelint.views.latex import Definition, LatexView

COLORED = r"\\(?:textcolor|color|hl)(?![a-zA-Z])"
# The name or the initials of who writes, before the note: "Ana: #1", "[A. L.: #1".
SIGNED = r"(?:^|[^\w\\])([A-Z][\w.’' -]{0,30})\s?:\}?\s*~?\{?#[1-9]"


def note_macros(view: LatexView, vocabulary: TemplateMarkers) -> list[str]:
    """The macros with an argument whose body has a marker such as ``\\todo``, or prints the
    argument in color after a name; also macros that use such a macro.
    """
    notes = set(vocabulary.commands)
    hidden = _hidden(view)
    candidates = {
        name: definition
        for name, definition in view.definitions.items()
        if definition.arguments > 0 and name not in notes and name not in hidden
    }
    names: list[str] = []
    while True:
        more = [
            name
            for name, definition in candidates.items()
            if name not in notes and _is_note(definition, notes, vocabulary)
        ]
        if not more:
            return names
        names += more
        notes.update(more)


def _is_note(definition: Definition, notes: set[str], vocabulary: TemplateMarkers) -> bool:
    """True if the body prints a note."""
    body = definition.body
    commands = set(pattern(r"\\([a-zA-Z@]+)").findall(body))
    if commands & notes:
        return True
    if not set(vocabulary.words).isdisjoint(pattern(r"(?<![\w\\])[A-Z]{3,}(?!\w)").findall(body)):
        return True  # "[TODO: #1]"
    signature = pattern(SIGNED).search(body) if pattern(COLORED).search(body) else None
    return signature is not None and not any(
        word in vocabulary.labels for word in pattern(r"[a-z]+").findall(signature[1].lower())
    )


def _hidden(view: LatexView) -> set[str]:
    """Macros that a later definition makes print nothing."""
    return {
        use.argument(0).strip()[1:]
        for use in view.commands("renewcommand", "renewcommand*")
        if len(use.arguments) > 1 and not use.arguments[-1].text.strip()
    }

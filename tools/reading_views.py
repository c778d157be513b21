"""Lines that describe the source of a draft, for the records of ``tools/readings.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ieeelint.output.debug_roles import write_roles
from tools.reading_parts import options, place, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import Command, LatexView
    from ieeelint.views.word import WordParagraph, WordView


def latex_lines(view: LatexView, paper: Paper) -> Iterator[str]:
    """The class, packages, macros, files, environments, and commands of a LaTeX draft."""
    names = [name for name, _ in view.class_options]
    yield f"class {view.class_name} {names}: {place(view.class_span)}"
    if styles := sorted(view.loads_of_styles()):
        yield f"styles load {styles}"
    for package in view.loads:
        chosen = [f"{option} {place(span)}" for option, span in package.options]
        yield f"package {package.name} {chosen}: {place(package.name_span)}"
    for macro in view.definitions.values():
        takes = options(("takes", macro.arguments), ("default", macro.default))
        parameters = macro.parameters.strip()
        yield f"{macro.command} {macro.name}{takes} {parameters}: {short(macro.body)}"
        yield f"  {place(macro.span)}"
    for name, span, source in view.included:
        yield f"file {name} {'read' if source is not None else 'not read'}: {place(span)}"
    for comment in view.comments:
        yield f"comment {place(comment)}"
    words = {
        token[1:]
        for source in paper.sources
        if (tokens := view.tokens_of(source)) is not None
        for token in tokens.tokens
        if token[0] == "\\"
    }
    begun = {call.argument() for call in view.commands("begin")}
    for environment in view.environments(*sorted(begun)):
        yield f"environment {environment.name}: {place(environment.span)}"
    for call in view.commands(*sorted(words)):
        yield _call(call)


def _call(call: Command) -> str:
    """A use of a command with its arguments."""
    texts = [short(f"[{one.text}]" if one.optional else one.text) for one in call.arguments]
    where = options(("in the preamble", call.in_preamble), ("in a macro", call.in_definition))
    return f"call {short(call.name)} {texts}{where}: {place(call.span)}"


def word_lines(view: WordView) -> Iterator[str]:
    """The sections, fields, changes, comments, and roles of a Word draft."""
    for section in view.sections:
        sides = [round(side) for side in (section.top, section.bottom, section.left, section.right)]
        size = f"{section.width:.0f} x {section.height:.0f} within {sides}"
        columns = f"{section.columns} columns {section.gap:.0f} apart"
        yield f"section {section.kind} {section.first}-{section.last}: {size}, {columns}"
    for field in view.fields:
        flags = options(("out of date", field.is_dirty), ("data", short(field.data)))
        yield f"field {field.instruction}{flags}: {place(field.span)}"
    for bookmark in sorted(view.bookmarks):
        yield f"bookmark {bookmark}"
    for revision in view.revisions:
        yield f"{revision.kind} by {revision.author}: {place(revision.span)}"
    for comment in view.comments:
        yield f"comment {view.words_of(comment)}: {place(comment.span)}"
    for hidden in view.hidden:
        yield f"hidden {place(hidden)}"
    for part in view.parts:
        yield f"part {part.name} pages {part.pages}"
        outline = part.source.outline
        if outline is not None:
            yield from (f"  from {offset}: {name}" for offset, name in outline.sections)
            yield from (f"  thing at {offset}: {words}" for offset, words in outline.things.items())
        for paragraph in part.paragraphs:
            yield _paragraph(paragraph)
    yield write_roles(view)


def _paragraph(paragraph: WordParagraph) -> str:
    """The role of a paragraph, its place, its number, and its links."""
    flags = options(
        ("printed", paragraph.printed),
        ("bullet", paragraph.is_bullet),
        ("level", paragraph.level),
        ("head", paragraph.head),
        ("goes on", paragraph.goes_on),
        ("below", short(paragraph.heading)),
        ("links", [address for _, address in paragraph.links]),
    )
    where = f"{paragraph.container} {paragraph.depth} in section {paragraph.section}"
    return f"  {paragraph.number} {paragraph.role or 'note'} {where}{flags}"

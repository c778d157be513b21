"""The reference list: typed in the draft, or made from .bib files, which are read here."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.paper import zones
from ieeelint.paper.blocks import Reference
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.citations import keys_of
from ieeelint.readers.latex.registry import command, environment
from ieeelint.views.file_names import other_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.entries import Database
    from ieeelint.readers.latex.walk import Walker


@command("bibliographystyle")
def bibliography_style(walker: Walker, name: str) -> None:
    """The BibTeX style."""
    start = walker.call_start()
    group = walker.group()
    if group is not None:
        walker.paper.bibliography.style = walker.string(group).strip()
        walker.paper.bibliography.style_span = walker.call_span(start)


@command("bibliography", "addbibresource", "addglobalbib", "addsectionbib")
def databases(walker: Walker, name: str) -> None:
    """The .bib files."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None:
        return
    bibliography = walker.paper.bibliography
    bibliography.databases += keys_of(walker, group)
    if name == "bibliography":
        bibliography.span = walker.call_span(start)
        walker.end_paragraph()


@command("printbibliography")
def print_bibliography(walker: Walker, name: str) -> None:
    """The location where biblatex prints the list."""
    start = walker.call_start()
    walker.option()
    walker.paper.bibliography.span = walker.call_span(start)
    walker.end_paragraph()


@environment("thebibliography", "thebibliography*")
def typed_bibliography(walker: Walker, name: str) -> None:
    """A typed list; each ``\\bibitem`` begins an entry."""
    start = walker.call_start()
    walker.end_paragraph()
    walker.group()
    if walker.paper.bibliography.span is None:
        walker.paper.bibliography.span = walker.call_span(start)
    walker.with_zone(zones.REFERENCE)
    walker.suspend()
    depth = len(walker.suspended)

    def leave() -> None:
        del walker.suspended[depth:]
        walker.close_passage()

    walker.at_scope_end(leave)


@command("bibitem")
def bibitem(walker: Walker, name: str) -> None:
    """One entry of a typed list."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None or walker.silent:
        return
    builder = walker.new_builder(zones.REFERENCE)
    walker.current = builder
    span = walker.call_span(start)
    entry = Reference(span, walker.string(group).strip(), group.span, builder.passage)
    entry.order = builder.order
    walker.paper.references.append(entry)


def read_databases(walker: Walker) -> None:
    """Read the .bib files; ``database_keys`` is None when one of them cannot be read."""
    bibliography = walker.paper.bibliography
    typed = {entry.key for entry in walker.paper.references}
    if not bibliography.databases:
        bibliography.database_keys = typed
        return
    from ieeelint.paper.entries import Works
    from ieeelint.readers import bibtex

    databases: list[Database] = []
    macros = bibtex.MONTHS.copy()
    complete = True
    for name, span in bibliography.databases:
        folder, files = walker.project.folder, walker.project.files
        path = project.resolve_in([folder], name, (".bib", ""), files) if folder else None
        if path is None and name.startswith(("IEEEabrv", "IEEEfull", "IEEEexample")):
            macros |= bibtex.journal_macros(in_full=name.startswith("IEEEfull"))
            continue
        if path is None:
            complete = False
            if walker.project.folder:
                walker.problem(
                    "missing-database",
                    f'The bibliography file "{name}" is not in the project.',
                    span,
                )
            continue
        if misspelled := other_case(name, files.as_named(name, path)):
            walker.problem(*misspelled, span)
        try:
            source = project.load(path, path.replace(os.sep, "/"))
        except ReadError as error:
            complete = False
            walker.problem(
                "unreadable",
                f'The bibliography file "{name}" cannot be used: it {error.message}.',
                span,
            )
            continue
        databases.append(bibtex.parse(source, macros))
    walker.paper.works = works = Works(databases)
    bibliography.database_keys = typed.union(work.key for work in works) if complete else None


def compiled_list(walker: Walker, root_path: str) -> str | None:
    """The path of the ``.bbl`` that replaces a missing database, if there is one."""
    bibliography = walker.paper.bibliography
    if not bibliography.databases or bibliography.database_keys is not None:
        return None
    path = os.path.splitext(root_path)[0] + ".bbl"
    return path if inputs.is_file(path) else None

"""Checks and fixes of drafts in memory, for other programs: no function reads or writes the disk.

``files`` are always the contents of files by name, such as ``{"main.tex": b"...", "refs.bib":
b"..."}``; names have forward slashes and are relative to the folder of the project.  The only file
may be an archive (``overleaf.zip``).  ``settings`` are those of a settings file, such as
``{"stage": "review"}``; they override a settings file among the files.

>>> from ieeelint import api
>>> result = api.check({"main.tex": draft})
>>> for finding in result.findings:
...     print(finding.path, finding.line, finding.code, finding.message)

Functions raise :class:`SettingsError` for settings that cannot be used, and :class:`ReadError` for
a file that they need and cannot read.  They may be called from several threads, which then wait for
each other.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from functools import partial

from ieeelint import __version__, inputs
from ieeelint.api_results import (
    Edit,
    Excerpt,
    Finding,
    Fix,
    Location,
    Paper,
    Reference,
    Result,
    Unreadable,
    reference,
    results,
)
from ieeelint.inputs import InputError
from ieeelint.paths import is_in
from ieeelint.readers import ReadError
from ieeelint.settings import SettingsError
from ieeelint.translation import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ieeelint.fixes.fixing import Fixer
    from ieeelint.mounts import Mount
    from ieeelint.results import Report
    from ieeelint.settings import Settings

    Files = Mapping[str, bytes]
    Values = Mapping[str, Any]

__all__ = [
    "Edit",
    "Excerpt",
    "Finding",
    "Fix",
    "Location",
    "Paper",
    "ReadError",
    "Reference",
    "Result",
    "SettingsError",
    "Unreadable",
    "__version__",
    "annotated",
    "check",
    "fixed",
    "references",
    "report",
]

ORIGIN = "argument"  # where the settings of a call come from, as errors know it
_lock = threading.RLock()


def check(files: Files, settings: Values | None = None, *, isolated: bool = False) -> Result:
    """The findings of all drafts among the files, as the command line reports them.

    With ``isolated``, a settings file among the files is ignored.  Local rules never run.
    Raises SettingsError.
    """
    from ieeelint.output import language_of

    with _in_memory(files):
        report, effective = _checked(files, settings, isolated, None)
        if effective["group"]:
            report.group()
        with speaking(language_of(effective, "json")):
            return results(report, effective)


def report(files: Files, settings: Values | None = None, *, isolated: bool = False) -> str:
    """The HTML report on all drafts among the files: one document that needs no other file.

    It has the text of the drafts with the findings next to their words, as ``ieeelint check -o
    report.html`` writes it.  Raises SettingsError.
    """
    from ieeelint.output import write
    from ieeelint.terminal import PLAIN

    with _in_memory(files):
        values = {**(settings or {}), "output-format": "html"}
        found, effective = _checked(files, values, isolated, None)
        if effective["group"]:
            found.group()
        return write("html", found, effective, PLAIN)


def fixed(
    files: Files,
    settings: Values | None = None,
    *,
    unsafe: bool = False,
    isolated: bool = False,
) -> dict[str, bytes]:
    """The files that fixes change, with their new contents; in Word as tracked changes.

    Only safe fixes are applied, unless ``unsafe`` is set.  Raises SettingsError, also if a fix
    cannot be written, and ReadError if the copy of an archive cannot.
    """
    from ieeelint.fixes.archives import repacked
    from ieeelint.fixes.fixing import Fixer
    from ieeelint.fixes.word.copies import Target

    with _in_memory(files) as memory:
        fixer = Fixer(unsafe, Target(in_place=True))
        _checked(files, settings, isolated, fixer)
        if fixer.failures:
            raise SettingsError("; ".join(fixer.failures))
        changed = dict(memory.written)
        for archive in list(inputs.mounts.values()):
            if archive.written and archive is not memory:
                try:
                    changed[archive.shown] = repacked(archive)
                except InputError as error:
                    raise ReadError(archive.shown, str(error)) from None
        return changed


def annotated(draft: bytes, settings: Values | None = None, *, name: str = "draft.docx") -> bytes:
    """A Word draft with each finding as a comment.

    The open comments of an earlier call are replaced.  ``name`` is the name of the draft in
    messages.  Raises SettingsError, and ReadError if the draft cannot be read.
    """
    from ieeelint.ooxml.errors import PackageError
    from ieeelint.output import language_of
    from ieeelint.reviewing import reviewed

    with _in_memory({name: draft}):
        effective = _settings(name, settings, False)
        try:
            with speaking(language_of(effective, "docx")):
                return reviewed(name, effective)[0]
        except PackageError as error:
            raise ReadError(error.path, error.message) from None


def references(
    files: Files,
    *,
    to: str = "text",
    order: str = "citation",
    style: str = "bst",
    uncited: bool = False,
) -> list[Reference]:
    """The reference list of the only draft among the files, or of the only ``.bib`` file.

    ``to`` is ``text``, ``markdown``, or ``bibitem``.  ``order`` is ``citation`` or ``key``.
    ``style`` is ``bst``, as IEEEtran.bst or biblatex-ieee print it, or ``guide``, as IEEE's
    reference guide of 2025.  ``uncited`` adds the entries that nothing cites.  Entries that cannot
    be printed are left out.  Raises ReadError if there is no such draft.
    """
    from ieeelint.printing.lists import items_of_draft
    from ieeelint.readers import read

    for name, value, known in (
        ("to", to, FORMS),
        ("order", order, ORDERS),
        ("style", style, STYLES),
    ):
        if value not in known:
            raise SettingsError(f'"{name}" must be one of {", ".join(known)}, not "{value}"')
    with _in_memory(files):
        draft = read(_only_draft(files))
        items = items_of_draft(draft, order, uncited, style == "guide")[0]
        return [reference(number, item, to) for number, item in enumerate(items, 1)]


FORMS = ("text", "markdown", "bibitem")
ORDERS = ("citation", "key")
STYLES = ("bst", "guide")


@contextmanager
def _in_memory(files: Files) -> Iterator[Mount]:
    """Let the files take the place of the current folder."""
    from ieeelint.mounts import mount, of_contents

    for name, content in files.items():
        if not isinstance(content, bytes):
            raise TypeError(f"{name}: the content must be bytes, not {type(content).__name__}")
        if os.path.isabs(name) or ".." in name.split("/") or os.path.normpath(name) == ".":
            raise ValueError(f"{name}: is not a name relative to the folder of the project")
    with _lock, inputs.memory_scope(), inputs.confined(_is_own):
        inputs.mounts.clear()
        contents = {os.path.normpath(name).replace(os.sep, "/"): files[name] for name in files}
        yield mount(of_contents(os.curdir, contents))


def _is_own(path: str) -> bool:
    """True for the files of ieeelint itself, such as those of the venues."""
    from ieeelint.resources import templates

    return is_in(path, os.path.realpath(templates()))


def _checked(
    files: Files, settings: Values | None, isolated: bool, fixer: Fixer | None
) -> tuple[Report, Settings]:
    """The report on all drafts, and the settings of the first."""
    from ieeelint.checking import check_paths

    settings_for = partial(_settings, settings=settings, isolated=isolated)
    names = list(files)
    databases = [name for name in names if name.lower().endswith(".bib")]
    # if the only file is not a draft, the message says what is wrong with it
    paths = names if len(names) == 1 else databases if databases == names else [os.curdir]
    report = check_paths(paths or [os.curdir], settings_for, fix=fixer)
    return report, report.settings or settings_for(paths[0] if paths else os.curdir)


def _settings(path: str, settings: Values | None, isolated: bool) -> Settings:
    from ieeelint.settings_files import load

    return load(path, dict(settings or {}), "", isolated, trusted=False, origin=ORIGIN)


def _only_draft(files: Files) -> str:
    """The name of the draft whose references are printed.  Raises ReadError."""
    from ieeelint.phrases import quoted
    from ieeelint.readers import root_documents

    drafts = root_documents(os.curdir)
    drafts = drafts or sorted(name for name in files if name.lower().endswith(".bib"))
    if len(drafts) != 1:
        found = quoted(drafts) if drafts else "none"
        raise ReadError("files", f"must contain one draft or one .bib file; there is {found}")
    return drafts[0]

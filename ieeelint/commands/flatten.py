"""``ieeelint flatten``: a copy of the draft for the publisher, with all files that it needs, and
without generated files and number macros.
"""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FINDINGS
from ieeelint.commands.trace import draft_with_any_lock
from ieeelint.phrases import plural
from ieeelint.readers import PDF, WORD
from ieeelint.readers.latex.project import is_inside
from ieeelint.report.records import ReportError
from ieeelint.report.verify.draft_files import DraftFiles
from ieeelint.report.verify.flat_folder import refuse_folder, write_folder
from ieeelint.report.verify.flattening import flatten, is_generated
from ieeelint.settings import shown
from ieeelint.terminal import log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.paper.source import Source
    from ieeelint.report.verify.lock import Lock


def run(options: Options) -> int:
    """Write every file of the draft to the folder, with the names that the draft types."""
    ending = os.path.splitext(options.path)[1].lower()
    if ending in (*WORD, PDF, ".bib"):
        kind = {".bib": "BibTeX file", PDF: "PDF file"}.get(ending, "Word draft")
        raise UsageError(
            f"{options.path}: cannot flatten a {kind}; give the .tex file of the paper"
        )
    draft, lock = draft_with_any_lock(options.path, options.lock)
    files = DraftFiles(draft)
    target = options.out or os.path.join(files.folder, "flat")
    try:
        refuse_folder(target, files.folder, list(files.paths.values()))
        sources = {os.path.abspath(source.path): source for source in draft.paper.sources}
        contents = {}
        for name, path in files.paths.items():
            source = sources.get(path)
            if source is None or path.lower().endswith((".bib", ".bbl")):
                contents[name] = _bytes(path)
            elif options.keep_inputs or not is_generated(source.text):
                contents[name] = _flat(source, files.folder, lock, options.keep_inputs)
        write_folder(target, contents)
    except ReportError as error:
        raise UsageError(str(error)) from None
    for name in contents:
        put(shown(os.path.join(target, name)) + "\n")
    return _summary(files, target)


def _flat(source: Source, folder: str, lock: Lock | None, keeps_inputs: bool) -> bytes:
    """The flat text of a source; its own bytes if there is nothing to replace."""

    def read(name: str) -> str | None:
        path = os.path.join(folder, name)
        try:
            if not is_inside(path, folder):
                return None
            with open(path, encoding="utf-8") as file:
                return file.read()
        except (OSError, UnicodeDecodeError, ValueError):
            return None

    try:
        text = flatten(source.text, lock, None if keeps_inputs else read)
    except ReportError as error:
        raise UsageError(f"{shown(source.path)}:{error.line}: {error.message}") from None
    return _bytes(source.path) if text == source.text else text.encode(source.encoding)


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReportError(f"cannot be read: {reason}", shown(path)) from None


def _summary(files: DraftFiles, target: str) -> int:
    """Say what the folder contains and lacks; the exit status is 1 if it lacks a file."""

    for name, other in files.renamed.items():
        log(f"{_slashes(other)} is copied as {_slashes(name)}, the name in the draft")
    for title, names in (("missing", files.missing), ("outside", files.outside)):
        for name in names:
            where = "is not in" if title == "missing" else "is outside"
            log(f"not copied: {_slashes(name)} {where} the folder of the draft")
    for command in files.unclear:
        log(f"cannot find out the file of {command}; make sure that the folder contains it")
    lacking = len(files.missing) + len(files.outside)
    if lacking:
        log(f"{shown(target)} is incomplete: it lacks {plural(lacking, 'file')}")
        return FINDINGS
    log(f"{shown(target)} contains the flat draft")
    return CLEAN


def _slashes(name: str) -> str:
    return name.replace(os.sep, "/")

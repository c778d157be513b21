"""``ieeelint init``: a new paper in IEEE's form, or the settings and CI of one that exists."""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError, nearest
from ieeelint.cli import CLEAN
from ieeelint.files import replace_files
from ieeelint.settings import SettingsError
from ieeelint.starters.project import (
    CI,
    building_files,
    ci_files,
    latex_files,
    settings_file,
    word_files,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options

FORMATS = {".tex": "latex", ".docx": "word"}


def run(options: Options) -> int:
    """Write the files; with one that exists none is written, unless ``--force`` is given."""
    folder, name, form = _place(options)
    files: dict[str, bytes] = {}
    if form == "word":
        if options.kind == "journal":
            raise UsageError("the Word draft is that of a conference; write a journal's in LaTeX")
        files |= word_files(name, options.paper)
    elif form == "latex":
        files |= latex_files(name, options.kind, options.paper)
    if not _is_file(options.path):
        files |= settings_file("auto" if form == "none" else options.kind)
        files |= building_files() if form == "latex" else {}
    if form == "none":
        name = _draft_there(folder) or name
    files |= ci_files(name, _systems(options.ci or []))
    contents = {os.path.normpath(os.path.join(folder, one)): data for one, data in files.items()}
    there = [path for path in contents if os.path.lexists(path)]
    if there and not options.force:
        plural = "exist" if len(there) > 1 else "exists"
        raise UsageError(f"{', '.join(there)} {plural}; --force replaces, another PATH keeps")
    try:
        for path in contents:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{error.filename}: cannot be made: {error.strerror}") from None
    replace_files(contents)
    for path in contents:
        print(f"{path}: written")
    if form != "none":
        draft = os.path.normpath(os.path.join(folder, next(iter(files))))
        print(f'Fill the draft, then run "ieeelint check {draft}".')
    return CLEAN


def _draft_there(folder: str) -> str:
    """The name of the first LaTeX document in a folder; empty for none."""
    from ieeelint.readers.latex import root_documents

    found = root_documents(folder, deep=False) if os.path.isdir(folder) else []
    return os.path.splitext(os.path.basename(found[0]))[0] if found else ""


def _is_file(path: str) -> bool:
    """True when the path names a draft, not a folder."""
    return not os.path.isdir(path) and os.path.splitext(path)[1].lower() in FORMATS


def _place(options: Options) -> tuple[str, str, str]:
    """Folder and name of the draft, and its format.  Raises UsageError for what goes not
    together.
    """
    path: str = options.path
    if not _is_file(path):
        if os.path.splitext(path)[1] and not os.path.isdir(path):
            raise UsageError(f'"{path}" is no folder, and ends in neither .tex nor .docx')
        return path, "paper", options.format or "latex"
    stem, extension = os.path.splitext(path)
    form = FORMATS[extension.lower()]
    if options.format not in (None, form):
        raise UsageError(f'"{path}" is not a name for --format {options.format}')
    return os.path.dirname(stem), os.path.basename(stem), form


def _systems(wanted: list[str]) -> list[str]:
    """The CI systems that were named.  Raises UsageError for one there is not."""
    for one in wanted:
        if one not in CI:
            raise UsageError(f'--ci knows {", ".join(CI)}; not "{one}"{nearest(one, CI)}')
    return wanted

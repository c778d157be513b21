"""``ieeelint init``: create a new paper, or settings and CI files for an existing one."""

from __future__ import annotations

import os
from shlex import quote

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN
from ieeelint.files import replace_files
from ieeelint.phrases import nearest_clause
from ieeelint.settings import SettingsError
from ieeelint.starters.project import (
    CI,
    KINDS,
    building_files,
    ci_files,
    latex_files,
    settings_file,
    word_files,
)
from ieeelint.terminal import put
from ieeelint.venue import Venue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options

MOST_AUTHORS = 12
FORMATS = {".tex": "latex", ".docx": "word"}
UNREADABLE = frozenset("%#$&~{}\\^\"'`*?<>|;")  # in the names of files
PLACEHOLDER = b"OWNER/ieeelint@COMMIT"  # in files of CI systems, as long as there is no release


def run(options: Options) -> int:
    """Write the files.  If one of them exists, write none unless ``--force`` is set."""
    folder, name, form = _place(options)
    files: dict[str, bytes] = {}
    venue, content = _venue(options.venue)
    kind = venue.profile if venue.profile in KINDS else options.kind
    paper = venue.paper[0] if venue.paper and options.paper not in venue.paper else options.paper
    if form == "word":
        files |= word_files(name, kind, paper, _authors(options))
    elif form == "latex":
        files |= latex_files(name, kind, paper, _authors(options))
    if not _is_file(options.path) or content:
        files |= settings_file("auto" if form == "none" else kind, bool(content)) | content
    if not _is_file(options.path):
        files |= building_files() if form == "latex" else {}
    if form == "none":
        name = _existing_draft(folder) or name
    files |= ci_files(name, _systems(options.ci or []))
    contents = {os.path.normpath(os.path.join(folder, file)): data for file, data in files.items()}
    existing = [path for path in contents if os.path.lexists(path)]
    if existing and not options.force:
        verb = "exist" if len(existing) > 1 else "exists"
        raise UsageError(
            f"{', '.join(existing)} already {verb}; replace with --force, or choose another PATH"
        )
    try:
        for path in contents:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{error.filename}: cannot be created: {error.strerror}") from None
    replace_files(contents)
    for path in contents:
        put(f"{path}: written\n")
    if unfinished := [path for path, data in contents.items() if PLACEHOLDER in data]:
        put(f"Fill in OWNER and COMMIT in {', '.join(unfinished)}.\n")
    if form != "none":
        draft = os.path.normpath(os.path.join(folder, next(iter(files))))
        put(f'Write your paper in the draft, then run "ieeelint check {quote(draft)}".\n')
    return CLEAN


def _venue(name: str | None) -> tuple[Venue, dict[str, bytes]]:
    """The venue that ``--venue`` names, and the file to write for it.

    Raises SettingsError if the file cannot be used.
    """
    if not name:
        return Venue(), {}
    from ieeelint.inputs import bytes_of
    from ieeelint.venue_files import VenueError, find, read

    try:
        path = find(name, "")
        return read(path, name), {"venue.toml": bytes_of(path)}
    except VenueError as error:
        raise SettingsError(str(error)) from None


def _existing_draft(folder: str) -> str:
    """The name of the first LaTeX document in a folder; empty if there is none."""
    from ieeelint.readers.latex.project import documents_in

    drafts = documents_in(folder) if os.path.isdir(folder) else []
    return os.path.splitext(os.path.basename(drafts[0]))[0] if drafts else ""


def _is_file(path: str) -> bool:
    """True if the path is the name of a draft, not of a folder."""
    return not os.path.isdir(path) and os.path.splitext(path)[1].lower() in FORMATS


def _place(options: Options) -> tuple[str, str, str]:
    """Folder and name of the draft, and its format.  Raises UsageError if path and format
    disagree.
    """
    path: str = options.path
    _check_name(path)
    if not _is_file(path):
        if os.path.splitext(path)[1] and not os.path.isdir(path):
            raise UsageError(f'"{path}" must be a folder or end in .tex or .docx')
        return path, "paper", options.format or "latex"
    stem, extension = os.path.splitext(path)
    form = FORMATS[extension.lower()]
    if options.format not in (None, form):
        raise UsageError(f'"{path}" does not match --format {options.format}')
    return os.path.dirname(stem), os.path.basename(stem), form


def _check_name(path: str) -> None:
    """Raise UsageError for a name that LaTeX, make or a shell cannot read."""
    name = os.path.basename(os.path.normpath(path)) if path else ""
    if name.lower() in FORMATS and not os.path.isdir(path):
        raise UsageError(f'"{path}" has no name before the extension; write paper{name}')
    odd = sorted({sign for sign in name if sign in UNREADABLE or not sign.isprintable()})
    if odd and not os.path.isdir(path):
        signs = " ".join(sign if sign.isprintable() else repr(sign) for sign in odd)
        raise UsageError(
            f'"{name}" has characters that LaTeX cannot read in a file name: {signs};'
            " use letters, digits, hyphens and underscores"
        )


def _authors(options: Options) -> int:
    """The number of authors.  Raises UsageError for another word."""
    number = options.authors or "2"
    if number not in map(str, range(1, MOST_AUTHORS + 1)):
        raise UsageError(f'--authors must be a number from 1 to {MOST_AUTHORS}, not "{number}"')
    return int(number)


def _systems(names: list[str]) -> list[str]:
    """The CI systems of ``--ci``.  Raises UsageError for an unsupported one."""
    for name in names:
        if name not in CI:
            raise UsageError(
                f'--ci must be one of {", ".join(CI)}, not "{name}"{nearest_clause(name, CI)}'
            )
    return names

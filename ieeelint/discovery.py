"""From the paths that a user names to the drafts that are checked."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.paths import seen_from, with_slashes
from ieeelint.readers import PDF, WORD, ReadError, is_owner_file
from ieeelint.readers.copy_names import original_of
from ieeelint.readers.folders import ARCHIVES, look_into, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ieeelint.readers.folders import Folder
    from ieeelint.results import Report
    from ieeelint.settings import Settings

LATEX = (".tex", ".ltx")
OTHER_OFFICE = (".odt", ".rtf", ".wps", ".pages")  # programs that write them write .docx, too
NAMED_ARCHIVES = (*ARCHIVES, ".gz")  # .gz: how arXiv packs a paper of one file
FLAT = "flat"  # the folder of "ieeelint flatten", next to the draft


def documents(
    path: str, settings_for: Callable[[str], Settings], report: Report, text: str | None
) -> Iterator[str]:
    """The documents that a path from the user stands for."""
    if text is not None:
        yield path
    elif inputs.is_folder(path):
        contents = _contents(path, settings_for(path), True)
        copies = {root for root in contents.drafts if is_copy(root) or _is_in_copy(root)}
        yield from _drafts_in(path, contents, copies, report)
    elif path.lower().endswith(NAMED_ARCHIVES) and inputs.is_file(path):
        contents = look_into(path)
        if contents.drafts:
            contents = _without_excluded(contents, path, settings_for(path))
        if contents.drafts or not contents.unchecked:
            copies = {root for root in contents.drafts if is_copy(root)}
            yield from _drafts_in(path, contents, copies, report)
        else:
            report.unreadable += contents.unchecked
    elif is_owner_file(path):
        report.owner_files.append(path)
    elif not path.lower().endswith((*LATEX, *WORD, PDF, ".bib")) and inputs.is_file(path):
        report.unreadable.append(ReadError(path, _not_a_draft(path)))
    else:
        _enter_archive(path, report)
        yield path


def _drafts_in(path: str, contents: Folder, copies: set[str], report: Report) -> Iterator[str]:
    """The drafts in a folder or an archive without the copies that ieeelint wrote; the report gets
    all that is not checked.
    """
    found = [root for root in contents.drafts if root not in copies]
    report.copies += [root for root in contents.drafts if root in copies]
    report.unreadable += contents.unchecked
    report.others += contents.others + contents.passed_over
    report.notes += contents.notes
    if not found:
        report.unreadable.append(
            ReadError(path, "contains no draft (a .tex file with \\documentclass, or a .docx file)")
        )
    yield from found


def _enter_archive(path: str, report: Report) -> None:
    """If a file in an archive is named, let the archive take the place of a folder."""
    if inputs.exists(path):
        return
    from ieeelint.archives import ArchiveError, archive_above, mount

    if archive := archive_above(path):
        try:
            report.notes += mount(archive).notes
        except ArchiveError as error:
            report.unreadable.append(ReadError(archive, str(error)))


def _not_a_draft(path: str) -> str:
    """What is wrong with a file of another type."""
    if path.lower().endswith(".json"):
        from ieeelint.baseline import load
        from ieeelint.settings import SettingsError

        try:
            load(path)
        except SettingsError:
            pass
        else:
            return "is a baseline, not a draft; write --baseline before its name"
    if path.lower().endswith(OTHER_OFFICE):
        return "is not a supported file type; save it as .docx"
    return "is not a supported file type (.tex, .docx, .pdf, .bib, .zip, .tar.gz, or a folder)"


def drafts_below(folder: str, settings: Settings) -> list[str]:
    """The drafts in a folder and its subfolders, without those that the settings exclude, and
    without copies of a draft that ieeelint wrote next to it.
    """
    return [root for root in _contents(folder, settings).drafts if not is_copy(root)]


def _contents(folder: str, settings: Settings, opens_archives: bool = False) -> Folder:
    """What a folder contains, without what the settings exclude."""
    return _without_excluded(walk(folder, opens_archives), folder, settings)


def _without_excluded(contents: Folder, folder: str, settings: Settings) -> Folder:
    """The contents of a folder without the paths that the settings exclude."""

    def is_excluded(path: str) -> bool:
        """True also for what is in an excluded folder or archive."""
        while settings["exclude"] and path != folder and (above := os.path.dirname(path)) != path:
            if matches_any(path, folder, settings["exclude"]):
                return True
            path = above
        return False

    contents.unchecked = [one for one in contents.unchecked if not is_excluded(one.path)]
    drafts = contents.latex, contents.word, contents.pdf
    for paths in (*drafts, contents.others, contents.passed_over):
        paths[:] = [path for path in paths if not is_excluded(path)]
    return contents


def is_copy(path: str) -> bool:
    """True for ``draft.fixed.docx`` and the like next to ``draft.docx``, for
    ``paper.anonymous.tex`` next to ``paper.tex``, and for ``flat/paper.tex`` next to ``paper.tex``.
    """
    original = original_of(path)
    if original and inputs.exists(original):
        return True
    folder, name = os.path.split(path)
    above, last = os.path.split(folder)
    return last == FLAT and path.endswith(LATEX) and inputs.exists(os.path.join(above, name))


def _is_in_copy(path: str) -> bool:
    """True for a draft in ``paper.fixed.zip`` and the like next to the archive ``paper``."""
    place = inputs.in_memory(path)
    if place is None:
        return False
    stem = os.path.splitext(original_of(place[0].shown))[0]
    return bool(stem) and any(os.path.exists(stem + kind) for kind in NAMED_ARCHIVES)


def matches_any(path: str, folder: str, patterns: Iterable[str]) -> bool:
    """True when a path below ``folder`` matches one of the shell patterns."""
    patterns = list(patterns)
    if not patterns:
        return False
    from fnmatch import fnmatch

    relative = with_slashes(seen_from(folder, path))
    return any(
        fnmatch(relative, name) or fnmatch(os.path.basename(path), name) for name in patterns
    )

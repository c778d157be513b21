"""From the paths that a user names to the drafts that are checked."""

from __future__ import annotations

import os

from ieeelint.paths import seen_from, with_slashes
from ieeelint.readers import WORD, ReadError, is_owner_file
from ieeelint.readers.folders import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ieeelint.readers.folders import Folder
    from ieeelint.results import Report
    from ieeelint.settings import Settings

LATEX = (".tex", ".ltx")
OTHER_OFFICE = (".odt", ".rtf", ".wps", ".pages")  # programs that write them write .docx, too
FLAT = "flat"  # the folder of "ieeelint flatten", next to the draft


def documents(
    path: str, settings_for: Callable[[str], Settings], report: Report, text: str | None
) -> Iterator[str]:
    """The documents that a path from the user stands for."""
    if text is not None:
        yield path
    elif os.path.isdir(path):
        contents, roots = _contents(path, settings_for(path))
        found = [root for root in roots if not is_copy(root)]
        report.copies += [root for root in roots if is_copy(root)]
        report.unreadable += contents.unchecked
        report.others += contents.others + contents.passed_over
        if not found:
            report.unreadable.append(
                ReadError(
                    path, "contains no draft (a .tex file with \\documentclass, or a .docx file)"
                )
            )
        yield from found
    elif is_owner_file(path) and not os.path.isdir(path):
        report.owner_files.append(path)
    elif not path.lower().endswith((*LATEX, *WORD, ".bib")) and os.path.isfile(path):
        report.unreadable.append(ReadError(path, _not_a_draft(path)))
    else:
        yield path


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
    return "is not a supported file type (.tex, .docx, .bib, or a folder)"


def drafts_below(folder: str, settings: Settings) -> list[str]:
    """The drafts in a folder and its subfolders, without those that the settings exclude, and
    without copies of a draft that ieeelint wrote next to it.
    """
    return [root for root in _contents(folder, settings)[1] if not is_copy(root)]


def _contents(folder: str, settings: Settings) -> tuple[Folder, list[str]]:
    """What a folder contains, and its drafts with the copies, without what the settings exclude."""
    contents = walk(folder)

    def is_excluded(path: str) -> bool:
        return matches_any(path, folder, settings["exclude"])

    contents.unchecked = [one for one in contents.unchecked if not is_excluded(one.path)]
    contents.others = [path for path in contents.others if not is_excluded(path)]
    contents.passed_over = [path for path in contents.passed_over if not is_excluded(path)]
    return contents, [path for path in contents.drafts if not is_excluded(path)]


def is_copy(path: str) -> bool:
    """True for ``draft.fixed.docx`` and the like next to ``draft.docx``, and for
    ``flat/paper.tex`` next to ``paper.tex``.
    """
    if path.lower().endswith(WORD):
        from ieeelint.fixes.word.copies import original_of

        original = original_of(path)
        return bool(original) and os.path.exists(original)
    folder, name = os.path.split(path)
    above, last = os.path.split(folder)
    return last == FLAT and path.endswith(LATEX) and os.path.exists(os.path.join(above, name))


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

"""``ieeelint flatten``: the draft as a publisher needs it, without generated files and macros for
numbers.
"""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN
from ieeelint.commands.trace import draft_and_lock
from ieeelint.files import replace_files
from ieeelint.report.records import ReportError
from ieeelint.report.verify.flattening import flatten, is_generated
from ieeelint.settings import shown
from ieeelint.views.companions import companions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.views.draft import Draft


def run(options: Options) -> int:
    """Write every file of the draft to the folder, under the names they have."""
    if options.path.lower().endswith(".docx"):
        raise UsageError(
            f"{options.path}: a Word draft holds its numbers and tables itself; there is nothing to"
            " flatten"
        )
    draft, lock = draft_and_lock(options.path, options.lock)
    paper = draft.paper
    folder = os.path.dirname(os.path.abspath(paper.root.path))
    target = options.out or os.path.join(folder, "flat")

    def read(name: str) -> str | None:
        try:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                return file.read()
        except (OSError, UnicodeDecodeError, ValueError):
            return None

    contents = {}
    for source in paper.sources:
        place = os.path.relpath(os.path.abspath(source.path), folder)
        if not place.lower().endswith((".tex", ".ltx")) or place.startswith(".."):
            continue
        if is_generated(source.text) and not options.keep_inputs:
            continue  # it stands where it was read in
        try:
            text = flatten(source.text, lock, None if options.keep_inputs else read)
        except ReportError as error:
            raise UsageError(f"{shown(source.path)}:{error.line}: {error.message}") from None
        contents[os.path.join(target, place)] = text.encode(source.encoding)
    away = [os.path.relpath(path, folder) for path in _companions(draft, folder, target, contents)]
    for path in contents:
        if os.path.realpath(path) in {os.path.realpath(source.path) for source in paper.sources}:
            raise UsageError(f"{shown(path)} is the draft itself; name another folder with --out")
        os.makedirs(os.path.dirname(path), exist_ok=True)
    replace_files(contents)
    for path in contents:
        print(shown(path))
    if away:
        print(
            "ieeelint: not copied, for they are not there or outside the folder:"
            f" {', '.join(away)}",
            file=sys.stderr,
        )
    print(
        f"ieeelint: {shown(target)} holds the draft; pins stay in it as comments", file=sys.stderr
    )
    return CLEAN


def _companions(draft: Draft, folder: str, target: str, contents: dict[str, bytes]) -> list[str]:
    """Add pictures, databases and the draft's own styles to the files to write; gives those that
    cannot go along.
    """
    found, away = companions(draft)
    away = [os.path.join(folder, name) for name in away]
    for path in found:
        place = os.path.relpath(os.path.abspath(path), folder)
        try:
            if place.startswith(".."):
                raise OSError
            with open(path, "rb") as file:
                contents.setdefault(os.path.join(target, place), file.read())
        except OSError:
            away.append(path)
    return away

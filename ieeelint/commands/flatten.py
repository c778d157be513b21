"""``ieeelint flatten``: a copy of the draft for the publisher, without generated files and number
macros.
"""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN
from ieeelint.commands.trace import draft_and_lock
from ieeelint.files import replace_files
from ieeelint.overwriting import same_file
from ieeelint.report.records import ReportError
from ieeelint.report.verify.flattening import flatten, is_generated
from ieeelint.results import inputs_of
from ieeelint.settings import shown
from ieeelint.views.companions import companions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.views.draft import Draft


def run(options: Options) -> int:
    """Write every file of the draft to the folder, with the same names."""
    if options.path.lower().endswith(".docx"):
        raise UsageError(f"{options.path}: cannot flatten a Word draft; it has no macros or inputs")
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
        name = os.path.relpath(os.path.abspath(source.path), folder)
        if not name.lower().endswith((".tex", ".ltx")) or name.startswith(".."):
            continue
        if is_generated(source.text) and not options.keep_inputs:
            continue  # its content replaces the \input
        try:
            text = flatten(source.text, lock, None if options.keep_inputs else read)
        except ReportError as error:
            raise UsageError(f"{shown(source.path)}:{error.line}: {error.message}") from None
        contents[os.path.join(target, name)] = text.encode(source.encoding)
    missing = [
        os.path.relpath(path, folder) for path in _companions(draft, folder, target, contents)
    ]
    inputs = [*inputs_of(draft), *([options.lock] if options.lock else [])]
    for path in contents:
        if any(same_file(path, own) for own in inputs):
            raise UsageError(f"{shown(path)} is the draft itself; choose another folder with --out")
    for path in contents:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    replace_files(contents)
    for path in contents:
        print(shown(path))
    if missing:
        print(
            "ieeelint: not copied, because missing or outside the folder of the draft:"
            f" {', '.join(missing)}",
            file=sys.stderr,
        )
    print(
        f"ieeelint: {shown(target)} contains the flat draft; its pins are comments", file=sys.stderr
    )
    return CLEAN


def _companions(draft: Draft, folder: str, target: str, contents: dict[str, bytes]) -> list[str]:
    """Add pictures, databases and the draft's own styles to ``contents``; returns the files that
    cannot be copied.
    """
    existing, missing = companions(draft)
    missing = [os.path.join(folder, name) for name in missing]
    for path in existing:
        name = os.path.relpath(os.path.abspath(path), folder)
        try:
            if name.startswith(".."):
                raise OSError
            with open(path, "rb") as file:
                contents.setdefault(os.path.join(target, name), file.read())
        except OSError:
            missing.append(path)
    return missing

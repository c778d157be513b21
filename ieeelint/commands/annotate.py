"""``ieeelint annotate``: the findings as comments in a copy of a Word draft."""

from __future__ import annotations

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED
from ieeelint.commands.check import flags
from ieeelint.fixes.word.copies import Target
from ieeelint.ooxml.errors import PackageError
from ieeelint.readers import WORD, ReadError
from ieeelint.reviewing import reviewed
from ieeelint.settings_files import load
from ieeelint.terminal import log, put
from ieeelint.translation import chosen, say, say_number, speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Write the copy, or with --in-place the draft; returns the exit status."""
    path: str = options.path
    if not path.lower().endswith(WORD):
        raise UsageError(
            f'"{path}" is not a Word draft; save it as .docx, because annotate writes Word comments'
        )
    if options.in_place and options.output:
        raise UsageError("--output cannot be combined with --in-place")
    settings = load(path, flags(options), options.config or "", options.isolated)
    try:
        with speaking(chosen(settings["language"])):
            data, number, kept = reviewed(path, settings)
    except (ReadError, PackageError) as error:
        log(str(error))
        return FAILED
    target = Target(options.output or "", options.in_place, options.force)
    output = target.write(path, "reviewed", data)
    for note in target.notes:
        log(note)
    with speaking(chosen(settings["language"])):
        line = say_number(
            number, "{path}: {number} remark", "{path}: {number} remarks", path=output
        )
        if kept:
            line += say(", {number} kept because somebody resolved or answered them", number=kept)
    put(f"{line}\n")
    return CLEAN

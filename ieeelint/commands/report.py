"""``ieeelint report``: result files into tables and figures, as specifications say."""

from __future__ import annotations

import os
import sys

from ieeelint.arguments import UsageError, nearest
from ieeelint.cli import CLEAN, FAILED, FINDINGS
from ieeelint.report import outputs
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.report.built import Built


CLEAR = "\r\033[K"  # back to the start of the line, and nothing on it


def run(options: Options) -> int:
    """Write what changed, or with ``--check`` say what would; the other specifications are still
    carried out when one cannot be."""
    forms = options.to or []
    for form in forms:
        if form not in outputs.FORMS:
            raise UsageError(
                "--to knows no"
                f' "{form}"{nearest(form, outputs.FORMS) or "; it knows " + ", ".join(outputs.FORMS)}'  # noqa: E501
            )
    built, status = carry_out(specifications(options.specs))
    if options.explain:
        from ieeelint.report.building.explaining import explained

        try:
            print(explained(built, options.explain))
        except ReportError as error:
            raise UsageError(str(error)) from None
        return status
    contents, unwritable = _contents(built, forms, options)
    status = max(status, unwritable)
    stale = [path for path, content in contents.items() if _on_disk(path) != content]
    if options.check:
        stale = [path for path in stale if not _drawn_elsewhere(path, contents, stale)]
        return status or _told(stale, contents)
    for path in stale:
        from ieeelint.files import replace_bytes

        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"{os.path.dirname(path)}: cannot be made: {error.strerror or error}"
            ) from None
        replace_bytes(path, contents[path])
        print(path)
    print(
        f"ieeelint: {_count(len(stale))} written, {len(contents) - len(stale)} unchanged",
        file=sys.stderr,
    )
    return status


def specifications(paths: list[str]) -> list[str]:
    """The specifications that files and folders name, each once.  Raises UsageError for what is
    none.
    """
    found: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            inside = sorted(name for name in os.listdir(path) if name.endswith(".toml"))
            if not inside:
                raise UsageError(f"{path}: there is no .toml file in it")
            found += [os.path.join(path, name) for name in inside]
        elif os.path.isfile(path):
            found.append(path)
        else:
            raise UsageError(f"{path}: there is no such file")
    return list(dict.fromkeys(found))


def carry_out(paths: list[str]) -> tuple[list[Built], int]:
    """What the specifications become, and the exit status: 2 when one of them could not be
    carried out.
    """
    from ieeelint.report.building import build
    from ieeelint.report.specification import load

    built = []
    status = CLEAN
    talks = sys.stderr.isatty() and len(paths) > 1
    for number, path in enumerate(paths, 1):
        if talks:
            print(f"{CLEAR}{number} of {len(paths)}: {path}", end="", file=sys.stderr, flush=True)
        try:
            built.append(build(load(path)))
        except ReportError as error:
            print(f"{CLEAR if talks else ''}ieeelint: {error}", file=sys.stderr)
            status = FAILED
    if talks:
        print(CLEAR, end="", file=sys.stderr, flush=True)
    return built, status


def _contents(
    built: list[Built], forms: list[str], options: Options
) -> tuple[dict[str, bytes], int]:
    """Every file with its content, and the exit status: 2 when one of them cannot be made."""
    from ieeelint.report.writers import documents

    contents: dict[str, bytes] = {}
    maker: dict[str, str] = {}
    status = CLEAN
    try:
        document = documents.of(options.draft) if options.draft else documents.Document()
    except ReportError as error:
        raise UsageError(str(error)) from None
    home = os.path.dirname(os.path.abspath(options.draft)) if options.draft else ""
    for one in built:
        folder = options.out or os.path.dirname(one.path)
        try:
            files = outputs.files_of(
                one, forms, folder, document, tabular_only=options.tabular_only, home=home
            )
        except ReportError as error:
            print(f"ieeelint: {_placed(error, one.path)}", file=sys.stderr)
            status = FAILED
            continue
        for path in files:
            if path in maker:
                raise UsageError(
                    f"{maker[path]} and {one.path} would both write {path}; rename one of them"
                )
            maker[path] = one.path
        contents |= files
    try:
        contents |= _of_all(built, options)
    except ReportError as error:
        print(f"ieeelint: {error}", file=sys.stderr)
        status = FAILED
    return contents, status


def _of_all(built: list[Built], options: Options) -> dict[str, bytes]:
    """Files that hold what all specifications make: the numbers of the text, and a Word draft
    filled.
    """
    files = {}
    if options.numbers:
        from ieeelint.report.writers import latex

        files[options.numbers] = latex.numbers(outputs.cells_as_numbers(built)).encode()
    if options.into:
        from pathlib import Path

        from ieeelint.report.writers import word

        grids = [one.grid for one in built if one.grid is not None]
        target = (
            options.into if options.in_place else os.path.splitext(options.into)[0] + ".filled.docx"
        )
        files[target] = word.fill(
            Path(options.into), grids, outputs.cells_as_numbers(built), optional=True
        )
        known = {grid.label for grid in grids}
        for name in word.unfilled(Path(options.into)):
            if name not in known and name not in {
                number.key for number in outputs.cells_as_numbers(built)
            }:
                print(
                    f'ieeelint: {options.into}: nothing made here is called "{name}"',
                    file=sys.stderr,
                )
    return files


def _placed(error: ReportError, path: str) -> ReportError:
    """The error with the specification's path, where it names no file of its own."""
    return error if error.path else ReportError(error.message, path)


def _on_disk(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _drawn_elsewhere(path: str, contents: dict[str, bytes], stale: list[str]) -> bool:
    """True for a picture whose data are as they were: other fonts or another matplotlib drew it."""
    stem, end = os.path.splitext(path)
    data = stem + ".csv"
    return (
        end in outputs.FIGURE_FORMS.values()
        and os.path.exists(path)
        and data in contents
        and data not in stale
    )


def _told(stale: list[str], contents: dict[str, bytes]) -> int:
    """Which files are stale, and which cells of them; the exit status."""
    from ieeelint.report.verify.staleness import changes

    for path in stale:
        if not os.path.exists(path):
            print(f"{path}: not written yet")
            continue
        print(f"{path}: stale")
        for line in changes(_on_disk(path) or b"", contents[path], path):
            print(f"  {line}")
    print(
        f"ieeelint: {_count(len(stale))} stale, {len(contents) - len(stale)} fresh", file=sys.stderr
    )
    return FINDINGS if stale else CLEAN


def _count(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"

"""``ieeelint report``: make tables and figures from result files, as specifications describe."""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN, FAILED, FINDINGS
from ieeelint.commands import report_drafts
from ieeelint.ooxml.archive import marked
from ieeelint.phrases import nearest_clause, plural, quoted
from ieeelint.report import outputs
from ieeelint.report.records import ReportError
from ieeelint.terminal import Progress, log, put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options
    from ieeelint.report.built import Built


def run(options: Options) -> int:
    """Write the files that change, or with ``--check`` list them.  If one specification fails, the
    others are still processed.
    """
    forms = options.to or []
    for form in forms:
        if form not in outputs.FORMS:
            forms_list = ", ".join(outputs.FORMS)
            hint = nearest_clause(form, outputs.FORMS) or f"; choose from {forms_list}"
            raise UsageError(f'unknown format "{form}" for --to{hint}')
    if options.explain_columns:
        return report_drafts.explain_columns(options.explain_columns)
    if report_drafts.are_results(options.specs):
        built, status = [report_drafts.drafted(options)], CLEAN
        if not (forms or options.out or options.check or options.explain):
            return report_drafts.print_table(built[0], options)
    elif options.write_spec:
        raise UsageError("--write-spec needs result files or a folder of them, not specifications")
    else:
        built, status = build_all(specifications(options.specs))
    if options.explain:
        from ieeelint.report.building.explaining import explained

        try:
            put(explained(built, options.explain) + "\n")
        except ReportError as error:
            raise UsageError(str(error)) from None
        return status
    _report_other_forms(built, forms)
    contents, status = _contents(built, forms, options, status)
    outdated = [path for path, content in contents.items() if _on_disk(path) != content]
    if options.check:
        outdated = [path for path in outdated if not _has_same_data(path, contents, outdated)]
        return status or _report_outdated(outdated, contents)
    _refuse_other_work(outdated, built, options)
    for path in outdated:
        from ieeelint.files import replace_bytes

        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"{os.path.dirname(path)}: cannot be created: {error.strerror or error}"
            ) from None
        replace_bytes(path, contents[path])
        put(f"{path}\n")
    log(f"{plural(len(outdated), 'file')} written, {len(contents) - len(outdated)} unchanged")
    return status


def _report_other_forms(built: list[Built], forms: list[str]) -> None:
    """Print what is written instead if ``--to`` has no format for tables, or none for figures."""
    if not forms:
        return
    if not set(forms) & set(outputs.TABLE_FORMS) and any(item.grid is not None for item in built):
        choices = ", ".join(outputs.TABLE_FORMS)
        _note(f"--to has no format for tables, so they are written as LaTeX; choose from {choices}")
    is_picture = set(forms) & {"latex", *outputs.FIGURE_FORMS}
    if not is_picture and any(item.chart is not None for item in built):
        choices = ", ".join(outputs.FIGURE_FORMS)
        _note(f"--to has no format for figures, so they are written as PDF; choose from {choices}")


def specifications(paths: list[str]) -> list[str]:
    """The specifications in files and folders, without duplicates.  Raises UsageError for a path
    without specifications.
    """
    files: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            inside = sorted(name for name in os.listdir(path) if name.endswith(".toml"))
            if not inside and any(
                name.endswith(".wandb") for *_, names in os.walk(path) for name in names
            ):
                raise UsageError(
                    f"{path}: contains only runs of W&B that were not uploaded, which cannot be"
                    " read; run wandb sync, and export the table of the runs as CSV"
                )
            if not inside:
                raise UsageError(
                    f"{path}: contains no .toml file; write a specification there, or name another"
                    " folder"
                )
            files += [os.path.join(path, name) for name in inside]
        elif os.path.isfile(path):
            files.append(path)
        else:
            raise UsageError(
                f"{path}: does not exist; name a specification (.toml) or a folder of"
                " specifications"
            )
    return list(dict.fromkeys(files))


def build_all(paths: list[str]) -> tuple[list[Built], int]:
    """The tables, figures, and numbers of the specifications, and the exit status: 2 if one of them
    failed.
    """
    from ieeelint.report.building import build
    from ieeelint.report.specification import load_all

    built = []
    status = CLEAN
    progress = Progress()
    for number, path in enumerate(paths, 1):
        if len(paths) > 1:
            progress(number, len(paths), path)
        try:
            for specification in load_all(path):
                result = build(specification)
                name = f"{path}: {result.name}" if result.name else path
                for absence in result.absences:
                    log(f"{name}: {absence}")
                built.append(result)
        except ReportError as error:
            log(str(error))
            status = FAILED
    progress(0, 0, "")
    return built, status


def inputs_of(built: list[Built]) -> list[str]:
    """The paths of the specifications and of their result files."""
    inputs = []
    for specification in built:
        folder = os.path.dirname(specification.path)
        inputs += [os.path.join(folder, file.path) for file in specification.inputs]
        inputs.append(specification.path)
    return inputs


def _refuse_other_work(paths: list[str], built: list[Built], options: Options) -> None:
    """Raises SettingsError, before anything is written, if a file is an input or was not written
    by ieeelint.
    """
    from ieeelint.files import refuse_open_file
    from ieeelint.overwriting import refuse_other_kind, refuse_output, refuse_same_outputs
    from ieeelint.report.verify.flattening import GENERATED

    refuse_same_outputs(paths)
    inputs = inputs_of(built) + ([options.draft] if options.draft else [])
    for path in paths:
        refuse_open_file(path)
        if path == options.into:  # with --in-place
            continue
        refuse_output(path, inputs)
        if path.endswith(".tex"):
            refuse_other_kind(
                path, "a file that ieeelint generated", [mark.encode() for mark in GENERATED]
            )


def _contents(
    built: list[Built], forms: list[str], options: Options, status: int
) -> tuple[dict[str, bytes], int]:
    """Every file with its content, and the exit status: the ``status`` of the specifications, or 2
    if a file cannot be made.
    """
    from ieeelint.report.writers import documents

    contents: dict[str, bytes] = {}
    writers: dict[str, str] = {}
    try:
        document = documents.of(options.draft) if options.draft else documents.Document()
    except ReportError as error:
        raise UsageError(str(error)) from None
    home = os.path.dirname(os.path.abspath(options.draft)) if options.draft else ""
    for specification in built:
        folder = options.out or os.path.dirname(specification.path)
        try:
            files = outputs.files_of(
                specification, forms, folder, document, tabular_only=options.tabular_only, home=home
            )
        except ReportError as error:
            log(f"{error.with_path(specification.path)}")
            status = FAILED
            continue
        for path in files:
            if path in writers:
                raise UsageError(
                    f"{writers[path]} and {specification.path} would both write {path}; rename one"
                    " of them"
                )
            writers[path] = specification.path
        contents |= files
    if status == CLEAN:
        try:
            contents |= _shared_files(built, options)
        except ReportError as error:
            log(str(error))
            status = FAILED
    else:
        for path in filter(None, (options.numbers, options.into)):
            log(f"{path}: is not written, because it needs the results that failed")
    for path, content in contents.items():
        if path.endswith(".docx") and path != options.into:
            contents[path] = marked(content)
    return contents, status


def _shared_files(built: list[Built], options: Options) -> dict[str, bytes]:
    """Files made from all specifications together: the numbers for the text, and the filled Word
    draft.
    """
    files = {}
    if options.numbers:
        from ieeelint.report.writers import latex

        files[options.numbers] = latex.numbers(outputs.cells_as_numbers(built)).encode()
    if options.into:
        files |= _filled_draft(built, options)
    return files


def _filled_draft(built: list[Built], options: Options) -> dict[str, bytes]:
    """The filled Word draft; none if the draft has no markers.  Prints which tables have no marker,
    and which markers have no table or number.
    """
    from pathlib import Path

    from ieeelint.report.writers import word

    draft = Path(options.into)
    grids = [specification.grid for specification in built if specification.grid is not None]
    numbers = outputs.cells_as_numbers(built)
    filled = word.fill(draft, grids, numbers, optional=True)
    labels = [grid.label for grid in grids]
    unplaced = word.unplaced(draft, labels)
    if unplaced == labels and not word.has_markers(draft):
        example = (labels or [number.key for number in numbers] or ["tab:LABEL"])[0]
        _note(
            f"{draft}: has no markers, so nothing was filled in; write [[ieeelint:{example}]] in a"
            " separate paragraph"
        )
        return {}
    if unplaced:
        _note(f"{draft}: has no marker for {quoted(unplaced)}; not filled in")
    names = {*labels, *(number.key for number in numbers)}
    for name in word.unfilled(draft):
        if name not in names:
            _note(f'{draft}: no table or number for the marker "{name}"')
    copy = os.path.splitext(options.into)[0] + ".filled.docx"
    return {options.into if options.in_place else copy: filled}


def _note(message: str) -> None:
    log(message)


def _on_disk(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _has_same_data(path: str, contents: dict[str, bytes], outdated: list[str]) -> bool:
    """True for a picture with unchanged data: only fonts or the version of matplotlib differ."""
    stem, end = os.path.splitext(path)
    data = stem + ".csv"
    return (
        end in outputs.FIGURE_FORMS.values()
        and os.path.exists(path)
        and data in contents
        and data not in outdated
    )


def _report_outdated(outdated: list[str], contents: dict[str, bytes]) -> int:
    """Print which files are out of date, and their cells; returns the exit status."""
    from ieeelint.report.verify.changed_cells import changed_cells

    for path in outdated:
        if not os.path.exists(path):
            put(f"{path}: does not exist yet\n")
            continue
        put(f"{path}: out of date\n")
        for line in changed_cells(_on_disk(path) or b"", contents[path], path):
            put(f"  {line}\n")
    log(f"{plural(len(outdated), 'file')} out of date, {len(contents) - len(outdated)} up to date")
    return FINDINGS if outdated else CLEAN

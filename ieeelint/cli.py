"""The command line: ``check``, ``rule``, ``rules``, ``settings``, ``debug``."""

from __future__ import annotations

import argparse
import os
import sys

from ieeelint import RULES_DATE, __version__
from ieeelint.settings import FORMATS, PROFILES, STAGES, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: list[str] | None = None) -> int:
    """Run ``ieeelint``; gives the exit status: 0 clean, 1 findings, 2 could not do the job."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except SettingsError as error:
        print(f"ieeelint: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except KeyboardInterrupt:
        print("ieeelint: interrupted", file=sys.stderr)
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    top = argparse.ArgumentParser(
        prog="ieeelint", description="Says where a draft breaks IEEE's template rules, and why."
    )
    version = f"ieeelint {__version__} (rules of {RULES_DATE})"
    top.add_argument("--version", action="version", version=version)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _check_arguments(commands.add_parser("check", help="check drafts"))
    one = commands.add_parser("rule", help="explain a rule")
    one.add_argument("rule", metavar="CODE|NAME")
    one.set_defaults(run=show_rule)
    every = commands.add_parser("rules", help="list the rules")
    every.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    every.set_defaults(run=list_rules)
    effective = commands.add_parser("settings", help="show the settings in force and where they come from")
    effective.add_argument("path", nargs="?", default=".")
    _settings_arguments(effective)
    effective.set_defaults(run=show_settings)
    debug = commands.add_parser("debug", help="show a draft as the rules see it")
    debug.add_argument("what", choices=("text",))
    debug.add_argument("path")
    debug.set_defaults(run=show_text)
    return top


def _settings_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--config", metavar="FILE", default="", help="settings file to use")
    command.add_argument("--isolated", action="store_true", help="use no settings file")
    for name in ("select", "extend-select", "ignore"):
        command.add_argument(f"--{name}", metavar="RULES", action="append", help="codes, prefixes, names, ALL")
    command.add_argument("--profile", choices=PROFILES)
    command.add_argument("--stage", choices=STAGES)
    command.add_argument("--anonymous", action="store_true", default=None)
    command.add_argument("--fail-on", choices=("error", "warning", "info", "never"))
    command.add_argument("--output-format", choices=FORMATS)


def _check_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files or folders; - for stdin")
    _settings_arguments(command)
    command.add_argument("--stdin-filename", metavar="NAME", default="stdin.tex")
    command.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    command.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    command.add_argument("--output-file", metavar="FILE", help="write the report to a file")
    command.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    command.set_defaults(run=run_check)


def flags(options: argparse.Namespace) -> dict[str, Any]:
    """The settings given on the command line."""
    given: dict[str, Any] = {}
    for key in ("select", "extend_select", "ignore"):
        lists = getattr(options, key)
        if lists is not None:
            given[key.replace("_", "-")] = [
                name.strip() for words in lists for name in words.split(",") if name.strip()
            ]
    for key in ("profile", "stage", "fail_on", "output_format", "anonymous"):
        value = getattr(options, key)
        if value is not None:
            given[key.replace("_", "-")] = value
    return given


def run_check(options: argparse.Namespace) -> int:
    """``ieeelint check``."""
    import gc

    gc.disable()  # a check makes little garbage and ends soon
    from ieeelint.check import check_paths
    from ieeelint.output import Paint, write
    from ieeelint.settings import load

    text = None
    paths = options.paths
    if paths == ["-"]:
        text = _standard_input()
        paths = [options.stdin_filename]
    given = flags(options)
    folder = paths[0] if os.path.isdir(paths[0]) else os.path.dirname(paths[0])
    settings = load(folder, given, options.config, options.isolated)
    report = check_paths(
        paths, flags=given, settings_file=options.config, isolated=options.isolated, text=text,
        progress=_progress(sys.stderr) if len(paths) > 1 or os.path.isdir(paths[0]) else None,
    )  # fmt: skip
    paint = Paint(not options.output_file and colored(options.color, sys.stdout))
    if options.statistics:
        shown = statistics(report.findings)
    else:
        shown = write(settings["output-format"], report, settings, paint)
    if options.output_file:
        _replace(options.output_file, shown)
    else:
        _print(shown)
    if settings["output-format"] != "full" or options.statistics:
        for error in report.unreadable:
            print(f"ieeelint: {error.path}: {error.message}", file=sys.stderr)
    if not report.papers:
        return FAILED
    if options.exit_zero or not report.worst_reaches(settings["fail-on"]):
        return CLEAN
    return FINDINGS


def _standard_input() -> str:
    from ieeelint.readers.latex.project import decode

    return decode(sys.stdin.buffer.read())[0]


def _print(text: str) -> None:
    """To standard output, whatever its encoding."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "ascii", "backslashreplace"))


def _replace(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(temporary, path)
    except OSError as error:
        if os.path.exists(temporary):
            os.remove(temporary)
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None


def _progress(stream: TextIO) -> Any:
    """Shows which file is being checked, on a terminal only."""
    if not stream.isatty():
        return None

    def show(number: int, total: int, path: str) -> None:
        end = "\r\033[K" if number == total else ""
        stream.write(f"\r\033[K{number}/{total} {path[-60:]}{end}")
        stream.flush()

    return show


def colored(wish: str, stream: TextIO) -> bool:
    """Whether to colour: the flag, then FORCE_COLOR, NO_COLOR, TERM=dumb, then whether it is a terminal."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def statistics(findings: list[Any]) -> str:
    """How many findings each rule has, the most first."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.code, finding.rule.name
        counts[key] = counts.get(key, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:5}  {code}  {name}\n" for (code, name), number in ranked)


def show_rule(options: argparse.Namespace) -> int:
    """``ieeelint rule``."""
    from ieeelint.rules import every_rule
    from ieeelint.rules.pages import as_text
    from ieeelint.settings import nearest

    known = list(every_rule())
    for rule in known:
        if options.rule.upper() == rule.code or options.rule.lower() == rule.name:
            _print(as_text(rule))
            return CLEAN
    words = [word for rule in known for word in (rule.code, rule.name)]
    raise SettingsError(f'there is no rule "{options.rule}"{nearest(options.rule, words)}')


def list_rules(options: argparse.Namespace) -> int:
    """``ieeelint rules``."""
    from ieeelint.rules import every_rule, pages

    writers = {"text": pages.list_text, "json": pages.list_json, "markdown": pages.list_markdown}
    _print(writers[options.format](list(every_rule())))
    return CLEAN


def show_settings(options: argparse.Namespace) -> int:
    """``ieeelint settings``."""
    from ieeelint.settings import load

    folder = options.path if os.path.isdir(options.path) else os.path.dirname(options.path)
    settings = load(folder, flags(options), options.config, options.isolated)
    for key in sorted(settings.values):
        _print(f"{key} = {settings[key]!r}  ({settings.origins[key]})\n")
    return CLEAN


def show_text(options: argparse.Namespace) -> int:
    """``ieeelint debug text``."""
    from ieeelint.output.debug import write
    from ieeelint.readers import ReadError
    from ieeelint.readers.latex import find_root, read

    try:
        _print(write(read(find_root(options.path))))
    except ReadError as error:
        raise SettingsError(str(error)) from None
    return CLEAN

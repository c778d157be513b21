"""The command line: the command that was given runs; its module is imported only then."""

from __future__ import annotations

import os
import sys

from ieeelint import RULES_DATE, __version__, terminal
from ieeelint.arguments import UsageError, command_help, parse, program_help
from ieeelint.command_table import COMMANDS
from ieeelint.phrases import nearest_clause
from ieeelint.settings import SettingsError

CLEAN, FINDINGS, FAILED, INTERRUPTED, CLOSED = 0, 1, 2, 130, 141


def main(words: list[str] | None = None) -> int:
    """Run ``ieeelint``; returns the exit status: 0 clean, 1 findings, 2 failed."""
    words = sys.argv[1:] if words is None else words
    try:
        status = run(words)
        terminal.flush()
        return status
    except (SettingsError, UsageError) as error:
        terminal.log(str(error))
    except BrokenPipeError:  # the reader of the output has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    except KeyboardInterrupt:
        terminal.log("interrupted")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("IEEELINT_RAISE"):
            raise
        from ieeelint.unexpected import described

        terminal.log(described(error, words))
    return FAILED


def run(words: list[str]) -> int:
    """Run the command in ``words``.  Raises UsageError or SettingsError."""
    first = words[0] if words else "--help"
    if first in ("-h", "--help"):
        terminal.put(program_help(COMMANDS))
        return CLEAN if words else FAILED
    if first in ("-V", "--version"):
        terminal.put(f"ieeelint {__version__} (rules of {RULES_DATE})\n")
        return CLEAN
    command = next((command for command in COMMANDS if command.name == first), None)
    if command is None:
        names = [command.name for command in COMMANDS]
        hint = nearest_clause(first, names)
        if not hint and (os.path.exists(first) or first.endswith(".tex")):
            hint = f'; write "ieeelint check {first}"'
        raise UsageError(f'unknown command "{first}"{hint or "; choose from " + ", ".join(names)}')
    options = parse(command, words[1:])
    if options.wants_help:
        terminal.put(command_help(command))
        return CLEAN
    from importlib import import_module

    module = import_module(f"ieeelint.commands.{command.name.replace('-', '_')}")
    status: int = module.run(options)
    return status

"""Writes the manual page from the table of commands."""

from __future__ import annotations

from ieeelint import RULES_DATE, __version__
from ieeelint.command_table import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Command

STATUS = (
    ("0", "no findings at or above the severity of --fail-on"),
    ("1", "findings at or above that severity"),
    ("2", "failure: a wrong option, a draft that cannot be read, or a file that cannot be written"),
)
VARIABLES = (
    ("IEEELINT_OUTPUT_FORMAT", "the output format, unless an option sets it"),
    ("NO_COLOR, FORCE_COLOR", "never or always color the output"),
    ("GITHUB_STEP_SUMMARY", "the file to which the format github appends its table"),
)


def manual() -> str:
    """``ieeelint(1)`` in the markup of man."""
    lines = [
        f'.TH IEEELINT 1 "{RULES_DATE}" "ieeelint {__version__}" "User Commands"',
        ".SH NAME",
        "ieeelint \\- show where a draft breaks IEEE's template rules, and why",
        ".SH SYNOPSIS",
        ".B ieeelint",
        ".I COMMAND",
        ".RI [ options ]",
        ".SH COMMANDS",
    ]
    for command in COMMANDS:
        lines += _command(command)
    lines += [".SH EXIT STATUS", *_items(STATUS), ".SH ENVIRONMENT", *_items(VARIABLES)]
    lines += [
        ".SH FILES",
        *_items(
            [
                (
                    ".ieeelint.toml, ieeelint.toml, pyproject.toml",
                    "settings; the nearest file in the folder of the draft or its parents applies",
                )
            ]
        ),
    ]
    return "\n".join(lines) + "\n"


def _command(command: Command) -> list[str]:
    """One command with its options."""
    words = " ".join(positional.usage for positional in command.positionals)
    lines = [f".SS {_plain(f'ieeelint {command.name} {words}'.strip())}"]
    lines.append(_plain(command.help[0].upper() + command.help[1:] + "."))
    rows = [(positional.metavar, positional.help) for positional in command.positionals]
    return [*lines, *_items([*rows, *((option.usage, option.help) for option in command.options)])]


def _items(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[str]:
    """A list of terms and their meanings."""
    lines = []
    for term, text in rows:
        lines += [".TP", f".B {_plain(term)}", _plain(text)]
    return lines


def _plain(text: str) -> str:
    """The text, escaped so that man prints each character."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text

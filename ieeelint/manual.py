"""The manual page, written from the table of commands."""

from __future__ import annotations

from ieeelint import RULES_DATE, __version__
from ieeelint.cli import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Command

STATUS = (
    ("0", "nothing found at or above the severity of --fail-on"),
    ("1", "findings"),
    (
        "2",
        (
            "the job could not be done: a wrong option, no draft that can be read, a file that"
            " cannot be written"
        ),
    ),
)
VARIABLES = (
    ("IEEELINT_OUTPUT_FORMAT", "the output format where no option names one"),
    ("NO_COLOR, FORCE_COLOR", "never or always colour the report"),
    ("GITHUB_STEP_SUMMARY", "where the format github adds its table"),
)


def manual() -> str:
    """``ieeelint(1)`` in the markup of man."""
    lines = [
        f'.TH IEEELINT 1 "{RULES_DATE}" "ieeelint {__version__}" "User Commands"',
        ".SH NAME",
        "ieeelint \\- say where a draft breaks IEEE's template rules, and why",
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
                    "settings; the nearest upwards from the draft holds",
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
    rows = [(one.metavar, one.help) for one in command.positionals]
    return [*lines, *_items([*rows, *((one.usage, one.help) for one in command.options)])]


def _items(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[str]:
    """A list of terms and what they mean."""
    lines = []
    for term, text in rows:
        lines += [".TP", f".B {_plain(term)}", _plain(text)]
    return lines


def _plain(text: str) -> str:
    """The text so that man prints each character."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text

"""Parses the command line.  One table for each command serves parsing, help, and completion.

This module replaces ``argparse``: importing it and building its parsers takes longer
than reading a short draft.
"""

from __future__ import annotations

from ieeelint.phrases import nearest_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

FLAG, VALUE, LIST = "flag", "value", "list"
WIDEST = 100  # characters on a line of help


class UsageError(Exception):
    """A command line that cannot be used; the message says what to write instead."""


class Option:
    """``--name``: a flag, one value, or a list (repeated, or separated by commas)."""

    __slots__ = ("name", "short", "kind", "help", "metavar", "choices", "default")

    def __init__(
        self,
        name: str,
        kind: str,
        help: str,
        *,
        short: str = "",
        metavar: str = "",
        choices: tuple[str, ...] = (),
        default: Any = None,
    ) -> None:
        self.name = name
        self.short = short
        self.kind = kind
        self.help = help
        self.metavar = metavar or name.lstrip("-").upper()
        self.choices = choices
        self.default = default

    @property
    def key(self) -> str:
        """The name of the attribute: ``fail_on`` for ``--fail-on``."""
        return self.name.lstrip("-").replace("-", "_")

    @property
    def usage(self) -> str:
        """The option as shown in the help."""
        names = f"{self.short}, {self.name}" if self.short else self.name
        if self.kind == FLAG:
            return names
        return f"{names} {'{' + ','.join(self.choices) + '}' if self.choices else self.metavar}"


class Positional:
    """An argument without dashes; ``many`` takes all that remain, ``default`` makes it optional."""

    __slots__ = ("key", "metavar", "help", "choices", "many", "default")

    def __init__(
        self,
        key: str,
        metavar: str,
        help: str,
        *,
        choices: tuple[str, ...] = (),
        many: bool = False,
        default: Any = None,
    ) -> None:
        self.key = key
        self.metavar = metavar
        self.help = help
        self.choices = choices
        self.many = many
        self.default = default

    @property
    def usage(self) -> str:
        """The argument as shown in the help."""
        if self.many:
            return f"[{self.metavar} ...]"
        return self.metavar if self.default is None else f"[{self.metavar}]"


class Command:
    """A command; the module of the same name in :mod:`ieeelint.commands` has
    ``run(options) -> int``.
    """

    __slots__ = ("name", "help", "positionals", "options")

    def __init__(
        self,
        name: str,
        help: str,
        positionals: tuple[Positional, ...] = (),
        options: tuple[Option, ...] = (),
    ) -> None:
        self.name = name
        self.help = help
        self.positionals = positionals
        self.options = options


class Options:
    """The values of the options as attributes; options that were not given have their defaults."""

    wants_help = False

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


def parse(command: Command, words: list[str]) -> Options:
    """Parse ``words``.  Raises UsageError for words that the command does not accept."""
    options = Options()
    by_name = {option.name: option for option in command.options}
    by_name |= {option.short: option for option in command.options if option.short}
    for option in command.options:
        setattr(options, option.key, False if option.kind == FLAG else option.default)
    arguments: list[str] = []
    remaining = iter(words)
    for word in remaining:
        if word == "--":
            arguments += remaining
        elif word in ("-h", "--help"):
            options.wants_help = True
            return options
        elif word.startswith("-") and word != "-":
            name, equals, value = word.partition("=")
            if name not in by_name:
                raise UsageError(f'unknown option "{name}"{nearest_clause(name, by_name)}')
            _set_option(options, by_name[name], value if equals else None, remaining)
        else:
            arguments.append(word)
    _assign_positionals(options, command, arguments)
    return options


def _set_option(
    options: Options, option: Option, value: str | None, remaining: Iterable[str]
) -> None:
    """Set one option; its value is the next word if it has no ``=``."""
    if option.kind == FLAG:
        if value is not None:
            raise UsageError(f"{option.name} takes no value")
        setattr(options, option.key, True)
        return
    if value is None:
        value = next(iter(remaining), None)
        if value is None or value.startswith("--"):
            raise UsageError(f"{option.name} needs a value: {option.usage}")
    if option.choices and value not in option.choices:
        words, hint = ", ".join(option.choices), nearest_clause(value, option.choices)
        raise UsageError(f'{option.name} must be one of {words}, not "{value}"{hint}')
    if option.kind == LIST:
        before = getattr(options, option.key) or []
        items = [item for word in value.split(",") if (item := word.strip())]
        if not items:
            raise UsageError(f"{option.name} needs a value: {option.usage}")
        setattr(options, option.key, before + items)
    else:
        setattr(options, option.key, value)


def _assign_positionals(options: Options, command: Command, arguments: list[str]) -> None:
    """Assign the words without dashes to the positionals."""
    for positional in command.positionals:
        if positional.many:
            setattr(options, positional.key, arguments or positional.default)
            return
        if not arguments:
            if positional.default is None:
                raise UsageError(f'"ieeelint {command.name}" needs {positional.metavar}')
            setattr(options, positional.key, positional.default)
            continue
        word = arguments.pop(0)
        if positional.choices and word not in positional.choices:
            raise UsageError(
                f'{positional.metavar} must be one of {", ".join(positional.choices)}, not "{word}"'
                f"{nearest_clause(word, positional.choices)}"
            )
        setattr(options, positional.key, word)
    if arguments:
        raise UsageError(f'unexpected argument "{arguments[0]}"')


def command_help(command: Command) -> str:
    """The help of one command."""
    words = " ".join(positional.usage for positional in command.positionals)
    lines = [f"usage: ieeelint {command.name} {words} [options]".replace("  ", " "), ""]
    lines += [command.help[0].upper() + command.help[1:] + ".", ""]
    rows = [(positional.metavar, positional.help) for positional in command.positionals]
    rows += [(option.usage, option.help) for option in command.options]
    return "\n".join([*lines, *_rows([*rows, ("-h, --help", "show this help")])]) + "\n"


def program_help(commands: Iterable[Command]) -> str:
    """The help of the program."""
    lines = [
        "usage: ieeelint COMMAND ...",
        "",
        "Shows where a draft breaks IEEE's template rules, and why.",
        "",
        *_rows([(command.name, command.help) for command in commands]),
        "",
        *_rows([("--version", "show the version"), ("-h, --help", "show this help")]),
        "",
        '"ieeelint COMMAND --help" shows the options of a command.',
    ]
    return "\n".join(lines) + "\n"


def _rows(rows: list[tuple[str, str]]) -> list[str]:
    """Two columns; the second is wrapped."""
    width = max(len(left) for left, _ in rows if len(left) <= 24)
    lines = []
    for left, right in rows:
        if len(left) > width:
            lines.append(f"  {left}")
            left = ""
        for line in _wrapped(right, WIDEST - width - 4):
            lines.append(f"  {left:{width}}  {line}")
            left = ""
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """The words on lines of at most ``width`` characters."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines

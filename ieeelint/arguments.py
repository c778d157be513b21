"""The command line's words made into options: one table a command serves parsing, help and
completion.

``argparse`` would do, but importing it and building its parsers takes longer
than reading a short draft.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

FLAG, VALUE, LIST = "flag", "value", "list"


class UsageError(Exception):
    """Words on the command line that mean nothing; the message says what to write instead."""


class Option:
    """``--name``: a flag, one value, or a list (repeated or separated by commas)."""

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
        """The name of its attribute: ``--fail-on`` is ``fail_on``."""
        return self.name.lstrip("-").replace("-", "_")

    @property
    def usage(self) -> str:
        """The option as the help shows it."""
        names = f"{self.short}, {self.name}" if self.short else self.name
        if self.kind == FLAG:
            return names
        return f"{names} {'{' + ','.join(self.choices) + '}' if self.choices else self.metavar}"


class Positional:
    """A word without dashes; ``many`` takes all that are left, ``default`` makes it optional."""

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
        """The word as the help shows it."""
        if self.many:
            return f"[{self.metavar} ...]"
        return self.metavar if self.default is None else f"[{self.metavar}]"


class Command:
    """A command: the module of its name under :mod:`ieeelint.commands` has its ``run(options) ->
    int``.
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
    """What was given, an attribute an option; what was not has its default."""

    wants_help = False

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


def nearest(word: str, choices: Iterable[object]) -> str:
    """``; did you mean "…"?`` when one of the choices is close, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(map(str, choices)), 1, 0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def parse(command: Command, words: list[str]) -> Options:
    """The options that ``words`` give.  Raises UsageError for those that mean nothing."""
    given = Options()
    by_name = {option.name: option for option in command.options}
    by_name |= {option.short: option for option in command.options if option.short}
    for option in command.options:
        setattr(given, option.key, False if option.kind == FLAG else option.default)
    plain: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            plain += waiting
        elif word in ("-h", "--help"):
            given.wants_help = True
            return given
        elif word.startswith("-") and word != "-":
            name, equals, value = word.partition("=")
            if name not in by_name:
                raise UsageError(f'there is no option "{name}"{nearest(name, by_name)}')
            _take(given, by_name[name], value if equals else None, waiting)
        else:
            plain.append(word)
    _place(given, command, plain)
    return given


def _take(given: Options, option: Option, value: str | None, waiting: Iterable[str]) -> None:
    """Set one option, taking its value from the next word if need be."""
    if option.kind == FLAG:
        if value is not None:
            raise UsageError(f"{option.name} takes no value")
        setattr(given, option.key, True)
        return
    if value is None:
        value = next(iter(waiting), None)
        if value is None or value.startswith("--"):
            raise UsageError(f"{option.name} needs a value: {option.usage}")
    if option.choices and value not in option.choices:
        words = ", ".join(option.choices)
        raise UsageError(
            f'{option.name} is one of {words}, not "{value}"{nearest(value, option.choices)}'
        )
    if option.kind == LIST:
        before = getattr(given, option.key) or []
        items = [item.strip() for item in value.split(",")]
        setattr(given, option.key, before + [item for item in items if item])
    else:
        setattr(given, option.key, value)


def _place(given: Options, command: Command, plain: list[str]) -> None:
    """Give the words without dashes to the positionals."""
    for positional in command.positionals:
        if positional.many:
            setattr(given, positional.key, plain or positional.default)
            return
        if not plain:
            if positional.default is None:
                raise UsageError(f'"ieeelint {command.name}" needs {positional.metavar}')
            setattr(given, positional.key, positional.default)
            continue
        word = plain.pop(0)
        if positional.choices and word not in positional.choices:
            raise UsageError(
                f'{positional.metavar} is one of {", ".join(positional.choices)}, not "{word}"'
                f"{nearest(word, positional.choices)}"
            )
        setattr(given, positional.key, word)
    if plain:
        raise UsageError(f'"ieeelint {command.name}" can do nothing with "{plain[0]}"')


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
        "Says where a draft breaks IEEE's template rules, and why.",
        "",
        *_rows([(command.name, command.help) for command in commands]),
        "",
        *_rows([("--version", "show the version"), ("-h, --help", "show this help")]),
        "",
        '"ieeelint COMMAND --help" shows the options of a command.',
    ]
    return "\n".join(lines) + "\n"


def _rows(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(left) for left, _ in rows if len(left) <= 24)
    lines = []
    for left, right in rows:
        if len(left) > width:
            lines += [f"  {left}", f"  {'':{width}}  {right}"]
        else:
            lines.append(f"  {left:{width}}  {right}")
    return lines

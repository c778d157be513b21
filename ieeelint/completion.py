"""Writes the completion scripts of shells from the table of commands."""

from __future__ import annotations

from ieeelint.arguments import FLAG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.arguments import Command, Option

SHELLS = ("bash", "zsh", "fish")
FILES = ("PATH", "FILE", "NAME")  # metavars of file names


def script(shell: str, commands: Iterable[Command]) -> str:
    """The completion script for one of :data:`SHELLS`."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](list(commands))


def _names(option: Option) -> list[str]:
    return [option.short, option.name] if option.short else [option.name]


def _words(command: Command) -> str:
    """The words that can follow a command: its options, and the choices of its positionals."""
    words = [name for option in command.options for name in _names(option)]
    words += [choice for positional in command.positionals for choice in positional.choices]
    return " ".join([*words, "--help"])


def _bash(commands: list[Command]) -> str:
    """A function that completes by the previous word, then by the command."""
    lines = [
        "_ieeelint() {",
        '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
        "  COMPREPLY=()",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    words="{" ".join(command.name for command in commands)} --help --version"',
        '    COMPREPLY=($(compgen -W "$words" -- "$word"))',
        "    return",
        "  fi",
        '  case "${COMP_WORDS[1]} $before" in',
    ]
    for command in commands:
        for option in command.options:
            heads = "|".join(f'"{command.name} {name}"' for name in _names(option))
            if option.choices:
                reply = f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$word"))'
                lines.append(f"    {heads}) {reply}; return ;;")
            elif option.kind != FLAG:
                lines.append(f'    {heads}) COMPREPLY=($(compgen -f -- "$word")); return ;;')
    lines += ["  esac", '  case "${COMP_WORDS[1]}" in']
    lines += [f'    {command.name}) words="{_words(command)}" ;;' for command in commands]
    lines += [
        "  esac",
        '  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))',
        "}",
        "complete -o filenames -F _ieeelint ieeelint",
    ]
    return "\n".join(lines) + "\n"


def _zsh(commands: list[Command]) -> str:
    """A function that calls ``_arguments`` with the help of each option."""
    lines = ["#compdef ieeelint", "", "_ieeelint() {", "  local -a commands", "  commands=("]
    lines += [f"    {_quoted(f'{command.name}:{command.help}')}" for command in commands]
    lines += [
        "  )",
        "  if (( CURRENT == 2 )); then",
        "    _describe command commands",
        "    return",
        "  fi",
        "  local command=$words[2]",
        "  shift words",
        "  (( CURRENT-- ))",
        "  case $command in",
    ]
    for command in commands:
        specs = []
        for option in command.options:
            takes = ""
            if option.choices:
                takes = f":{option.metavar}:({' '.join(option.choices)})"
            elif option.kind != FLAG:
                takes = f":{option.metavar}:" + ("_files" if option.metavar in FILES else "")
            text = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
            specs += [_quoted(f"*{name}[{text}]{takes}") for name in _names(option)]
        for positional in command.positionals:
            choices = f"({' '.join(positional.choices)})" if positional.choices else "_files"
            star = "*" if positional.many else ""
            specs.append(_quoted(f"{star}:{positional.metavar.replace(':', ' ')}:{choices}"))
        specs.append("'(- *)--help[show help]'")
        lines.append(f"    {command.name}) _arguments -s {' '.join(specs)} ;;")
    lines += ["  esac", "}", "", 'if [ "$funcstack[1]" = _ieeelint ]; then', '  _ieeelint "$@"']
    return "\n".join([*lines, "else", "  compdef _ieeelint ieeelint", "fi"]) + "\n"


def _fish(commands: list[Command]) -> str:
    """One line for each option."""
    lines = ["complete -c ieeelint -n __fish_use_subcommand -l version -d 'show the version'"]
    for command in commands:
        about = _quoted(command.help)
        lines.append(
            f"complete -c ieeelint -n __fish_use_subcommand -f -a {command.name} -d {about}"
        )
    for command in commands:
        head = f"complete -c ieeelint -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            short = f" -s {option.short[1:]}" if option.short else ""
            takes = "" if option.kind == FLAG else " -r"
            if option.choices:
                takes = f" -x -a '{' '.join(option.choices)}'"
            lines.append(f"{head} -l {option.name[2:]}{short}{takes} -d {_quoted(option.help)}")
        for positional in command.positionals:
            if positional.choices:
                lines.append(f"{head} -f -a '{' '.join(positional.choices)}'")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text in single quotes, for any of the shells."""
    return "'" + text.replace("'", "'\\''") + "'"

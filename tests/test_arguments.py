"""The parser of the command line."""

from __future__ import annotations

import pytest

from ieeelint.arguments import FLAG, LIST, VALUE, Command, Option, Positional, UsageError, parse
from ieeelint.command_table import COMMANDS

COMMAND = Command(
    "repair",
    "repair things",
    (Positional("paths", "PATH", "things", many=True, default=["."]),),
    (
        Option("--only", LIST, "some"),
        Option("--how", VALUE, "how", choices=("fast", "well"), default="well"),
        Option("--dry-run", FLAG, "do nothing"),
    ),
)


def test_defaults():
    options = parse(COMMAND, [])
    assert (options.paths, options.only, options.how, options.dry_run) == (
        ["."],
        None,
        "well",
        False,
    )


def test_options_and_paths_in_any_order():
    options = parse(
        COMMAND,
        ["a", "--only", "x, y", "b", "--how=fast", "--dry-run", "--only=z", "-", "--", "--c"],
    )
    assert options.paths == ["a", "b", "-", "--c"]
    assert options.only == ["x", "y", "z"]
    assert (options.how, options.dry_run) == ("fast", True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--onyl", "x"], 'unknown option "--onyl"; did you mean "--only"'),
        (["--only"], "--only needs a value"),
        (["--only", "--dry-run"], "--only needs a value"),
        (["--how", "slow"], '--how must be one of fast, well, not "slow"'),
        (["--dry-run=yes"], "takes no value"),
        (["-x"], 'unknown option "-x"$'),
        (["--foo"], 'unknown option "--foo"$'),  # the dashes of --how do not make it alike
    ],
)
def test_wrong_words_are_rejected(words, message):
    with pytest.raises(UsageError, match=message):
        parse(COMMAND, words)


def test_missing_extra_and_wrong_arguments(run):
    assert "needs CODE|NAME" in run("rule")[2]
    assert 'unexpected argument "more"' in run("rule", "FIG001", "more")[2]
    assert (
        'must be one of text, roles, not "txt"; did you mean "text"?'
        in run("debug", "txt", "a.tex")[2]
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_names_every_option(run, command):
    status, out, _ = run(command.name, "--help")
    assert status == 0
    assert out.startswith(f"usage: ieeelint {command.name}")
    for option in command.options:
        assert option.name in out
    assert all(len(line) <= 100 for line in out.splitlines())


def test_program_help_and_version(run):
    import ieeelint

    status, out, _ = run("--help")
    assert status == 0
    assert all(command.name in out for command in COMMANDS)
    assert ieeelint.__version__ in run("--version")[1]
    assert run()[0] == 2


def test_a_path_instead_of_a_command_suggests_check(run):
    assert 'write "ieeelint check paper.tex"' in run("paper.tex")[2]

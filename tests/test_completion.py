"""Completion scripts, tested in the shells themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ieeelint.command_table import COMMANDS

TOP = Path(__file__).resolve().parent.parent


def bash(*words: str) -> list[str]:
    """The completions of the last word in bash."""
    program = (
        f"source <({sys.executable} -m ieeelint completion bash)\n"
        f"COMP_WORDS=(ieeelint {' '.join(words)}); COMP_CWORD={len(words)}\n"
        '_ieeelint; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return subprocess.run(
        ["bash", "-c", program], capture_output=True, text=True, cwd=TOP, check=True
    ).stdout.split()


@pytest.mark.thorough
def test_bash_completes_commands_options_and_files():
    assert bash("che") == ["check"]
    assert set(bash("check", "--unsafe")) == {"--unsafe-fixes"}
    assert bash("check", "--output-format", "sa") == ["sarif"]
    assert bash("completion", "fi") == ["fish"]
    assert "README.md" in bash("check", "READ")


def fish(line: str) -> list[str]:
    program = f"{sys.executable} -m ieeelint completion fish | source; complete -C '{line}'"
    out = subprocess.run(
        ["fish", "--no-config", "-c", program], capture_output=True, text=True, cwd=TOP, check=True
    ).stdout
    return [row.split("\t")[0] for row in out.splitlines()]


@pytest.mark.thorough
def test_fish_completes_commands_and_options():
    assert "check" in fish("ieeelint che")
    assert fish("ieeelint check --unsafe") == ["--unsafe-fixes"]
    assert fish("ieeelint check --output-format sar") == ["sarif"]


@pytest.mark.thorough
def test_zsh_completes_the_values_of_an_option():
    """zsh loads the script and completes the values of an option."""
    program = (
        "autoload -Uz compinit; compinit -u -D\n"
        f"source <({sys.executable} -m ieeelint completion zsh)\n"
        "print $_comps[ieeelint]\n"
        "_arguments() { print -l -- $@ }; words=(ieeelint check ''); CURRENT=3; _ieeelint\n"
    )
    done = subprocess.run(["zsh", "-f", "-c", program], capture_output=True, text=True, cwd=TOP)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "_ieeelint"
    assert any(line.startswith("*--output-format[") and "sarif" in line for line in lines)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_script_contains_all_commands_and_options(run, shell):
    script = run("completion", shell)[1]
    for command in COMMANDS:
        assert command.name in script
        for option in command.options:
            assert (f"-l {option.name[2:]}" if shell == "fish" else option.name) in script


@pytest.mark.thorough
def test_the_manual_page_is_complete_and_valid():
    page = TOP / "docs/ieeelint.1"
    text = page.read_text(encoding="utf-8").replace("\\-", "-")
    for command in COMMANDS:
        assert f".SS ieeelint {command.name}" in text
        assert all(option.name in text for option in command.options)
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(page)], capture_output=True, text=True
    )
    assert done.returncode == 0 and done.stderr == ""

"""Shared fixtures."""

from __future__ import annotations

import os

import pytest

from ieeelint.cli import main
from ieeelint.examples import assemble, marked_place


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Limit `-n auto` to eight processes: each may start TeX or LibreOffice, which need memory."""
    return min(8, os.cpu_count() or 1)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """Results of the tests stay out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def draft(tmp_path):
    """A function that writes an example as a project and returns the path of its root."""

    def write(example: str, name: str = "paper.tex") -> str:
        for file, content in assemble(example).items():
            path = tmp_path / (name if file == "main.tex" else file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(marked_place(content)[0], encoding="utf-8", newline="")
        return str(tmp_path / name)

    return write


@pytest.fixture
def run(capsys):
    """A function that runs the command line; returns status, standard output and standard error."""

    def call(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call

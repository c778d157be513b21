"""The commands of docs/install.md work in a fresh copy of the checkout, with a fresh Python."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parent.parent
PAGE = (TOP / "docs/install.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
CONTAINER = (TOP / "Containerfile").read_text(encoding="utf-8")


def block(words: str) -> str:
    """The commands that contain some words."""
    (commands,) = (one for one in BLOCKS if words in one)
    return commands


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The folder of an environment with pipx and uv, and nothing else."""
    home = tmp_path_factory.mktemp("fresh")
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    subprocess.run([home / "bin/pip", "install", "-q", "pipx", "uv"], check=True)
    return home


@pytest.fixture
def clone(tmp_path):
    """A copy of what git knows, with a paper."""
    folder = tmp_path / "clone"
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    for name in names:
        if (TOP / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TOP / name, folder / name)
    shutil.copy(TOP / "tests/papers/clean/paper.tex", folder)
    return folder


@pytest.fixture
def run(fresh, clone, tmp_path):
    """Run commands of the page in the clone."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {
        "PATH": f"{fresh / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PIPX_HOME": str(tmp_path / "pipx"),
        "PIPX_BIN_DIR": str(tmp_path / "programs"),
        "UV_TOOL_DIR": str(tmp_path / "uv"),
        "UV_TOOL_BIN_DIR": str(tmp_path / "programs"),
        "UV_CACHE_DIR": str(tmp_path / "cache"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    environment |= indexes(fresh / "bin/pip")

    def call(commands: str) -> str:
        done = subprocess.run(
            ["bash", "-ec", commands], cwd=clone, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return call


def indexes(pip: Path) -> dict[str, str]:
    """The indexes of pip's settings, for uv, which does not read them."""
    names = {"global.index-url": "UV_DEFAULT_INDEX", "global.extra-index-url": "UV_INDEX"}
    found = {}
    for name, variable in {**names, "global.find-links": "UV_FIND_LINKS"}.items():
        done = subprocess.run([pip, "config", "get", name], capture_output=True, text=True)
        if done.returncode == 0:
            found[variable] = done.stdout.strip()
    return found


def test_one_file(run):
    out = run(block("tools.one_file"))
    assert "ieeelint.pyz: 2." in out and "No findings." in out


def test_a_clone(run):
    assert "No findings." in run(block("-m venv"))


def test_pipx(run, tmp_path):
    run(block("pipx install"))
    assert "No findings." in run(f"{tmp_path / 'programs/ieeelint'} check paper.tex")


def test_uv(run, tmp_path):
    run(block("uv tool install"))
    assert "No findings." in run(f"{tmp_path / 'programs/ieeelint'} check paper.tex")


def test_the_address_of_the_repository(run, fresh):
    commands = block("git+https")
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout.strip()
    here = commands.replace("https://github.com/OWNER/ieeelint@COMMIT", f"{TOP.as_uri()}@{commit}")
    assert here != commands
    assert "No findings." in run(f"{here}\nieeelint check paper.tex")


def test_every_block_is_run():
    words = ("tools.one_file", "-m venv", "pipx install", "uv tool install", "git+https", "docker")
    assert len(BLOCKS) == len({block(one) for one in words})


def test_the_steps_of_the_container_work(fresh, clone, run):
    """The steps without a container: what COPY copies is enough to install and to check."""
    folder = clone.parent / "build"
    known = [line.removeprefix("!") for line in (TOP / ".dockerignore").read_text().split("\n")]
    for line in re.findall(r"^COPY (.+)$", CONTAINER, re.MULTILINE):
        *names, place = line.split()
        for name in names:
            assert name in known, "the context leaves it out"
            target = folder / place if place == name else folder / place / Path(name).name
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (clone / name).is_dir() else shutil.copy)(clone / name, target)
    (install,) = re.findall(r"^RUN (pip install .+)$", CONTAINER, re.MULTILINE)
    home = clone.parent / "image"
    run(f"python -m venv {home} && cd {folder} && {home / 'bin'}/{install}")
    (program,) = re.findall(r'^ENTRYPOINT \["(\w+)"\]$', CONTAINER, re.MULTILINE)
    assert "No findings." in run(f"{home / 'bin' / program} check paper.tex")
    words = shlex.split(block("docker").splitlines()[1])
    assert words[words.index("ieeelint") :] == ["ieeelint", "check", "paper.tex"]
    assert f"WORKDIR {words[words.index('-v') + 1].partition(':')[2]}\n" in CONTAINER

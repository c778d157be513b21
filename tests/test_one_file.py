"""The one-file program needs only Python: no package, no clone, and no home."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tools.one_file import build

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parent.parent
BARE = (sys.executable, "-I", "-S")  # no packages, and nothing of the environment's Python path


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    path = tmp_path_factory.mktemp("program") / "ieeelint.pyz"
    build(path)
    return path


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def pyz(program, cache, tmp_path):
    """Run the program in an empty folder."""
    environment = {"XDG_CACHE_HOME": str(cache), "PATH": os.environ["PATH"]}

    def run(*words, **more):
        return subprocess.run(
            [*BARE, str(program), *words],
            cwd=tmp_path,
            env=environment | more,
            capture_output=True,
            text=True,
        )

    return run


def test_a_bare_python_has_no_package(tmp_path):
    for name in ("ieeelint", "jinja2"):
        done = subprocess.run([*BARE, "-c", f"import {name}"], cwd=tmp_path, capture_output=True)
        assert b"ModuleNotFoundError" in done.stderr


def test_it_finds_what_the_package_finds(pyz, tmp_path, run):
    shutil.copy(TOP / "tests/papers/sample/paper.tex", tmp_path)
    done = pyz("check", "--output-format", "json", "paper.tex")
    assert done.returncode == 1, done.stderr
    found = [(one["code"], one["line"]) for one in json.loads(done.stdout)["findings"]]
    out = run("check", "--output-format", "json", str(tmp_path / "paper.tex"))[1]
    assert found == [(one["code"], one["line"]) for one in json.loads(out)["findings"]]


def test_it_uses_its_templates_packages_and_new_processes(pyz, tmp_path):
    assert pyz("init", "a").returncode == 0 and pyz("init", "b").returncode == 0
    done = pyz("check", "--jobs", "2", "--no-cache", "-o", "report.html", ".")
    assert done.returncode == 1 and (tmp_path / "report.html").exists(), done.stderr
    assert pyz("refs", "--to", "bibtex", "a/paper.tex").returncode == 0
    done = pyz("batch", "a", "--out", "chair", "--jobs", "2")
    assert "1 paper: " in done.stdout + done.stderr


def test_what_needs_compiled_packages_says_so(pyz):
    done = pyz("init", "a", "--format", "word")
    assert done.returncode == 2
    assert (
        done.stderr
        == "ieeelint: this needs python-docx; install it with: pip install python-docx\n"
    )


def test_its_language_server_answers(program, cache, tmp_path):
    request = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
    done = subprocess.run(
        [*BARE, str(program), "server"],
        input=b"Content-Length: %d\r\n\r\n%b" % (len(request), request),
        env={"XDG_CACHE_HOME": str(cache)},
        capture_output=True,
    )
    assert b'"name": "ieeelint"' in done.stdout or b'"name":"ieeelint"' in done.stdout, done.stderr


def test_it_unpacks_once_for_this_user_alone(pyz, cache):
    assert pyz("--version").returncode == 0
    (folder,) = (cache / "ieeelint/programs").iterdir()
    before = folder.stat().st_mtime_ns
    assert pyz("--version").returncode == 0
    assert [folder] == list((cache / "ieeelint/programs").iterdir())
    assert folder.stat().st_mtime_ns == before
    if os.name != "nt":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_runs_without_a_folder_to_unpack_to(pyz, tmp_path):
    (tmp_path / "file").write_text("no folder")
    shutil.copy(TOP / "tests/papers/clean/paper.tex", tmp_path)
    done = pyz("check", "paper.tex", XDG_CACHE_HOME=str(tmp_path / "file"))
    assert done.returncode == 0 and "No findings." in done.stdout, done.stderr


def test_equal_contents_make_equal_files_without_compiled_modules(program, tmp_path):
    again = tmp_path / "again.pyz"
    build(again)
    assert again.read_bytes() == program.read_bytes()
    names = zipfile.ZipFile(program).namelist()
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc"))]
    assert [name for name in names if "LICENSE" in name.upper() and "pygls" in name]
    assert program.stat().st_size < 4_000_000


def test_an_old_python_says_that_it_is_too_old(program, tmp_path):
    source = zipfile.ZipFile(program).read("__main__.py").decode()
    assert "match " not in source and 'f"' not in source  # an old Python must be able to read it
    compile(source, "__main__.py", "exec", dont_inherit=True)
    code = (
        "import sys, runpy; sys.version_info = (3, 8, 1);"
        " runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    done = subprocess.run([*BARE, "-c", code, str(program)], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == "ieeelint: needs Python 3.11 or later; this is Python 3.8\n"

"""The wheel works in an empty environment, and contains the templates."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parent.parent


def test_wheel_runs_in_an_empty_environment(tmp_path, draft, monkeypatch):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            str(tmp_path / "dist"),
            str(TOP),
        ],
        check=True,
        capture_output=True,
    )
    wheel = next((tmp_path / "dist").glob("*.whl"))
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"ieeelint/templates/rule.md.j2", "ieeelint/py.typed"} <= names
    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    install = [python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    monkeypatch.delenv("PYTHONPATH", raising=False)  # it may name the source
    ran = subprocess.run(
        [home / "bin" / "ieeelint", "check", "--output-format", "concise", draft("It is .25.")],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert ran.returncode == 1, ran.stderr
    assert "UNT005" in ran.stdout
    where = "import ieeelint.resources as r; print(r.templates())"
    found = subprocess.run(
        [python, "-c", where], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert str(home) in found.stdout

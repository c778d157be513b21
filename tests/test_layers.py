"""The code keeps the import contracts of pyproject.toml, which detect wrong imports."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="it comes with the extra [dev]")

TOP = Path(__file__).resolve().parent.parent
LINT = (
    "import sys; sys.path.insert(0, '.')\n"
    "from importlinter.cli import lint_imports\n"
    "sys.exit(lint_imports(no_cache=True))"
)
BREAKING = {
    "ieeelint/readers/bibtex.py": "from ieeelint.rules.units import unt007_013_spacing",
    "ieeelint/readers/word/opening.py": "from ieeelint.finding import Finding",
    "ieeelint/rules/units/unt007_013_spacing.py": (
        "def f():\n    from ieeelint.settings_files import load"
    ),
    "ieeelint/output/full.py": "from ieeelint.checking import check_paths",
    "ieeelint/report/writers/latex.py": "import ieeelint.report.specification",
    "ieeelint/report/adapters/parquet.py": "from ieeelint.paper import model",
    "ieeelint/files.py": "import torch",
    "experiments/cases.py": "import ieeelint.files",
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts on the packages in ``folder``."""
    words = [sys.executable, "-c", LINT]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_is_kept():
    done = lint(TOP)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the packages and their contracts, in which tests break imports."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("ieeelint", "experiments"):
        shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", folder)
    return folder


@pytest.mark.thorough
@pytest.mark.parametrize("file", BREAKING)
def test_a_wrong_import_is_detected(file, copy):
    path = copy / file
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{BREAKING[file]}\n", encoding="utf-8")
    done = lint(copy)
    path.write_text(before, encoding="utf-8")
    importer = file.removesuffix(".py").replace("/", ".")
    assert done.returncode == 1, done.stderr
    assert f"{importer} -> " in done.stdout, done.stdout


@pytest.mark.thorough
def test_an_import_for_types_only_is_allowed(copy):
    path = copy / "ieeelint/readers/bibtex.py"
    before = path.read_text(encoding="utf-8")
    assert "if TYPE_CHECKING:\n" in before
    types = "if TYPE_CHECKING:\n    from ieeelint.finding import Finding\n"
    path.write_text(before.replace("if TYPE_CHECKING:\n", types, 1), encoding="utf-8")
    done = lint(copy)
    path.write_text(before, encoding="utf-8")
    assert done.returncode == 0, done.stdout

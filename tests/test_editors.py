"""The VS Code extension: it builds, and its settings are those of a settings file."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from ieeelint import __version__
from ieeelint.settings import KEYS, PROFILES, STAGES

TOP = Path(__file__).resolve().parent.parent
EXTENSION = TOP / "editors/vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))


@pytest.mark.thorough
def test_the_extension_is_type_checked_and_packed(tmp_path):
    folder = tmp_path / "vscode"
    shutil.copytree(
        EXTENSION, folder, ignore=shutil.ignore_patterns("node_modules", "out", "*.vsix")
    )
    for words in (["ci", "--no-audit", "--no-fund"], ["run", "package"]):
        done = subprocess.run(["npm", *words], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    names = zipfile.ZipFile(folder / "ieeelint.vsix").namelist()
    assert {"extension/package.json", "extension/out/extension.js", "extension/LICENSE.txt"} <= set(
        names
    )
    assert not any("node_modules" in name or name.endswith(".ts") for name in names)


def test_its_settings_are_those_of_a_settings_file():
    settings = MANIFEST["contributes"]["configuration"]["properties"]
    keys = {name.removeprefix("ieeelint.") for name in settings} - {"command"}
    assert keys <= set(KEYS)
    assert settings["ieeelint.profile"]["enum"] == [*PROFILES, None]
    assert settings["ieeelint.stage"]["enum"] == [*STAGES, None]


def test_its_version_and_license_are_those_of_the_program():
    assert MANIFEST["version"] == __version__
    assert (EXTENSION / "LICENSE").read_bytes() == (TOP / "LICENSE").read_bytes()

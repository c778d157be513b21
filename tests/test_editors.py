"""The VS Code extension: it builds, and its settings are those of a settings file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from ieeelint import __version__
from ieeelint.server.state import EDITOR_ONLY
from ieeelint.settings import KEYS, PROFILES, STAGES

TOP = Path(__file__).resolve().parent.parent
DRAFT = "\\documentclass{IEEEtran}\n\\begin{document}\nIt is .25 here.\n\\end{document}\n"
EXTENSION = TOP / "editors/vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))


@pytest.mark.thorough
def test_the_extension_is_type_checked_and_packed(tmp_path):
    folder = tmp_path / "vscode"
    left_out = shutil.ignore_patterns("node_modules", "out", "bundled", "*.vsix")
    shutil.copytree(EXTENSION, folder, ignore=left_out)
    sources = {"IEEELINT_SOURCE": str(TOP), "PYTHON": sys.executable, "PYTHONPATH": str(TOP)}
    for words in (["ci", "--no-audit", "--no-fund"], ["run", "package"], ["test"]):
        done = subprocess.run(
            ["npm", *words], cwd=folder, capture_output=True, text=True, env=os.environ | sources
        )
        assert done.returncode == 0, done.stdout + done.stderr
    packed = folder / "ieeelint.vsix"
    assert packed.stat().st_size < 4_000_000
    with zipfile.ZipFile(packed) as archive:
        names = {name.removeprefix("extension/") for name in archive.namelist()}
        archive.extract("extension/bundled/ieeelint.pyz", tmp_path)
    assert names == {
        "extension.vsixmanifest",
        "[Content_Types].xml",
        "bundled/ieeelint.pyz",
        "CHANGELOG.md",
        "images/editor.png",
        "images/icon.png",
        "LICENSE.txt",
        "out/extension.js",
        "package.json",
        "README.md",
    }
    program = tmp_path / "extension/bundled/ieeelint.pyz"
    assert "UNT005" in codes_of_a_new_file([sys.executable, "-I", "-S", str(program), "server"])


def codes_of_a_new_file(command: list[str]) -> str:
    """What a language server publishes for a document that was never saved."""
    document = {"uri": "untitled:Untitled-1", "languageId": "latex", "version": 1, "text": DRAFT}
    messages = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": document}},
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        for message in messages:
            data = json.dumps({"jsonrpc": "2.0", **message}).encode()
            server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
            server.stdin.flush()
        while True:
            size = int(server.stdout.readline().split(b":")[1])
            while server.stdout.readline().strip():
                pass
            answer = json.loads(server.stdout.read(size))
            if answer.get("method") == "textDocument/publishDiagnostics":
                server.kill()
                return json.dumps(answer["params"]["diagnostics"])


def test_its_settings_are_those_of_a_settings_file():
    settings = MANIFEST["contributes"]["configuration"]["properties"]
    keys = {name.removeprefix("ieeelint.") for name in settings} - set(EDITOR_ONLY)
    assert keys <= set(KEYS)
    assert settings["ieeelint.language"]["enum"] == [*KEYS["language"][0], None]
    assert settings["ieeelint.profile"]["enum"] == [*PROFILES, None]
    assert settings["ieeelint.stage"]["enum"] == [*STAGES, None]


def test_its_version_and_license_are_those_of_the_program():
    assert MANIFEST["version"] == __version__
    assert (EXTENSION / "LICENSE").read_bytes() == (TOP / "LICENSE").read_bytes()


def test_programs_of_an_untrusted_workspace_do_not_run():
    restricted = MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert set(restricted) == {"ieeelint.command", "ieeelint.python"}


def recipes(language: str) -> list[str]:
    text = (TOP / "docs/editors.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_recipes_start_the_server():
    for language in ("lua", "elisp"):
        for recipe in recipes(language):
            assert re.search(r'"ieeelint",? "server"', recipe), recipe
    (helix,) = map(tomllib.loads, recipes("toml"))
    server = helix["language-server"]["ieeelint"]
    assert [server["command"], *server["args"]] == ["ieeelint", "server"]
    assert all("ieeelint" in one["language-servers"] for one in helix["language"])
    sublime, tasks = map(json.loads, recipes("json"))
    assert sublime["clients"]["ieeelint"]["command"] == ["ieeelint", "server"]
    keys = sublime["clients"]["ieeelint"]["settings"]
    assert {key.removeprefix("ieeelint.") for key in keys} <= set(KEYS)
    assert tasks[0]["command"] == "ieeelint"


def test_the_commands_of_the_recipes_run(run, draft):
    path = draft("It is .25 here.")
    _, tasks = map(json.loads, recipes("json"))
    arguments = [word.replace("$ZED_FILE", path) for word in tasks[0]["args"]]
    assert "UNT005" in run(*arguments)[1]
    (command,) = (one for one in recipes("text") if "txs://" in one)
    words = command.partition(">")[0].replace("%.tex", path).split()
    assert "UNT005" in run(*words[1:])[1]

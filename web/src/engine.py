"""What the worker of the page calls: checks and fixes of the files that were dropped."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from ieeelint import __version__, api
from ieeelint.fixes.patch import patch
from ieeelint.ooxml import WORD
from ieeelint.ooxml.archive import marked  # so that the command line knows these copies

ARCHIVES = (".zip",)
TEXTS = (".tex", ".ltx", ".bib")

Files = dict[str, bytes]
Settings = dict[str, Any]


def version() -> str:
    return __version__


def report(files: Files, settings: Settings) -> str:
    """The HTML report; the page shows its view."""
    return api.report(files, settings)


def findings(files: Files, settings: Settings) -> str:
    """What ``--output-format json`` prints."""
    return json.dumps(api.check(files, settings).json)


def comments(files: Files, settings: Settings) -> list[tuple[str, bytes]]:
    """Copies of the Word drafts with comments."""
    return [
        (_named(name, "reviewed"), marked(api.annotated(content, settings, name=name)))
        for name, content in files.items()
        if name.lower().endswith(WORD)
    ]


def tracked(files: Files, settings: Settings) -> list[tuple[str, bytes]]:
    """Copies of the Word drafts with their safe fixes as tracked changes."""
    drafts = {name: one for name, one in files.items() if name.lower().endswith(WORD)}
    changed = api.fixed(drafts, settings)
    return [(_named(name, "fixed"), marked(content)) for name, content in changed.items()]


def fixed(files: Files, settings: Settings) -> list[tuple[str, bytes]]:
    """The LaTeX project with its safe fixes: the zip file that was dropped, or a new one."""
    changed = _changed(files, settings)
    if not changed:
        return []
    if len(files) == 1 and next(iter(files)).lower().endswith(ARCHIVES):
        return [(_named(name, "fixed"), marked(content)) for name, content in changed.items()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files | changed).items():
            archive.writestr(name, content)
    return [("paper.fixed.zip", marked(packed.getvalue()))]


def patched(files: Files, settings: Settings) -> list[tuple[str, bytes]]:
    """The safe fixes of the LaTeX project as a patch."""
    before = _unpacked(files)
    after = _unpacked(files | _changed(files, settings))
    lines = [
        patch(name, before[name], content)
        for name, content in after.items()
        if name.lower().endswith(TEXTS) and content != before.get(name)
    ]
    return [("fixes.patch", "".join(lines).encode("latin-1"))] if lines else []


def references(files: Files, settings: Settings) -> list[str]:
    """The reference list as IEEE prints it, one string an entry."""
    return [f"[{one.number}] {one.text}" for one in api.references(files)]


def _changed(files: Files, settings: Settings) -> Files:
    """The files of LaTeX projects that safe fixes change."""
    projects = {name: one for name, one in files.items() if not name.lower().endswith(WORD)}
    return api.fixed(projects, settings)


def _unpacked(files: Files) -> Files:
    """The files, with those in archives in the place of these."""
    unpacked: Files = {}
    for name, content in files.items():
        if not name.lower().endswith(ARCHIVES):
            unpacked[name] = content
            continue
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                if member.lower().endswith(TEXTS):
                    unpacked[member] = archive.read(member)
    return unpacked


def _named(name: str, kind: str) -> str:
    """``draft.fixed.docx`` for ``papers/draft.docx``."""
    stem, dot, extension = name.rpartition("/")[2].rpartition(".")
    return f"{stem}.{kind}{dot}{extension}"


ACTIONS = {
    "report": report,
    "findings": findings,
    "comments": comments,
    "tracked": tracked,
    "zip": fixed,
    "patch": patched,
    "references": references,
}


def run(action: str, files: Files, settings: Settings) -> dict[str, Any]:
    """The result of an action, or the message of an error that says what is wrong with the input.

    Raises everything else: a bug, which the page reports.
    """
    try:
        return {"result": ACTIONS[action](files, settings)}
    except (api.ReadError, api.SettingsError) as error:
        return {"refused": str(error)}


def contents(files: Any) -> Files:
    """The files that JavaScript sends: an object of names and arrays of bytes."""
    return {name: bytes(content) for name, content in files.to_py().items()}


def values(settings: Any) -> Settings:
    return dict(settings.to_py())

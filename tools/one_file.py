"""Builds ieeelint as one file that needs only Python 3.11 or later.

    python -m tools.one_file                 # ieeelint.pyz
    python ieeelint.pyz check paper.tex

The file is a zip archive with the package, its templates, and the installed packages of Python that
it needs, without compiled modules.  At its first run it unpacks itself into the cache folder of the
user (see tools/one_file_main.py).  What needs compiled packages still needs them: new Word files
(python-docx), PDF files, and figures; ieeelint says what to install.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import zipapp
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
# those that a check, fixes, references, tables, and the language server need
DISTRIBUTIONS = (
    "attrs",
    "bibtexparser",
    "cattrs",
    "jinja2",
    "lsprotocol",
    "markupsafe",
    "pygls",
    "pylatexenc",
    "typing_extensions",
)
LICENSES = ("license", "copying", "notice", "authors", "metadata")
SAME_TIME = 1_577_836_800  # 2020: equal contents make equal archives
FIRST_LINE = "/usr/bin/env python3"


def stage(folder: Path) -> None:
    """Copy everything that the archive has into an empty folder."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TOP / "ieeelint", folder / "ieeelint", ignore=ignored)
    shutil.copytree(TOP / "templates", folder / "ieeelint/templates", ignore=ignored)
    for path in (folder / "ieeelint/tables").rglob("*.toml"):
        path.unlink()  # compiled to modules, which are read
    shutil.copy(TOP / "LICENSE", folder)
    for name in DISTRIBUTIONS:
        for file in distribution(name).files or ():
            is_text = Path(file.name).suffix == ".py" or file.name == "py.typed"
            is_license = ".dist-info" in str(file) and file.name.lower().startswith(LICENSES)
            if ".." in file.parts or not (is_text or is_license):
                continue
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(str(file.locate())), target)
    mark = _mark(folder)
    text = (TOP / "tools/one_file_main.py").read_text(encoding="utf-8")
    (folder / "__main__.py").write_text(text.replace('"development"', f'"{mark}"'), "utf-8")
    for path in folder.rglob("*"):
        os.utime(path, (SAME_TIME, SAME_TIME))


def _mark(folder: Path) -> str:
    """A digest of the contents, which other versions do not have."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def build(target: Path) -> None:
    """Write the archive."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        stage(folder)
        zipapp.create_archive(folder, target, interpreter=FIRST_LINE, compressed=True)


def main() -> None:
    """Build the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tools.one_file")
    parser.add_argument("--to", type=Path, default=Path("ieeelint.pyz"))
    target = parser.parse_args().to
    build(target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

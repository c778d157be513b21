"""Gives each document of an editor a path, also if it has no file.

A document that was never saved, or that is on another system, gets a path in a folder that does not
exist, so that documents of one place find each other there, and nothing else.
"""

from __future__ import annotations

import os
import re
from urllib.parse import unquote, urlsplit

from pygls.uris import to_fs_path

FOLDER = os.path.abspath(os.sep + "ieeelint documents without files")
EXTENSIONS = {"bibtex": ".bib"}  # by language; the others are LaTeX
KNOWN = (".tex", ".ltx", ".bib")
UNUSABLE = re.compile(r'[\x00-\x1f<>:"|?*\\]')


def path_of(uri: str, language: str = "") -> str:
    """The real path for the address of a document."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        path = to_fs_path(uri)
        return os.path.realpath(path) if path else ""
    place = unquote(parts.path)
    if parts.scheme == "untitled" and os.path.isabs(place) and place.lower().endswith(KNOWN):
        return os.path.realpath(place)  # a new file, which will be saved there
    names = [parts.scheme, unquote(parts.netloc), *place.split("/")]
    names = [UNUSABLE.sub("_", name) for name in names if name not in ("", ".", "..")]
    path = os.path.join(FOLDER, *names)
    return path if path.lower().endswith(KNOWN) else path + EXTENSIONS.get(language, ".tex")

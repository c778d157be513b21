"""The classes and style files in the folder of a draft, which the walk does not read as text."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.lists import items, without_comments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LOADED = (
    r"\\(usepackage|RequirePackage(?:WithOptions)?|LoadClass(?:WithOptions)?)\s*"
    r"(?:\[[^\]]{0,2000}\]\s*)?\{([^{}]{1,2000})\}"
)
MOST = 100  # files
# IEEE's own classes; a draft may have a copy, but what they do is known.
KNOWN = frozenset("IEEEtran.cls ieeeconf.cls IEEEconf.cls ieeeaccess.cls IEEEoj.cls".split())


def style_texts(folder: str, class_name: str, packages: Iterable[str]) -> dict[str, str]:
    """The text of each class and style file in ``folder`` that the draft loads, directly or through
    another one, by its name with its extension; without comments, and without IEEE's own classes.
    """
    texts: dict[str, str] = {}
    queue = [f"{class_name}.cls", *(f"{name}.sty" for name in packages)]
    for name in queue:
        if name in texts or name in KNOWN or len(texts) >= MOST:
            continue
        path = project.resolve(folder, name, ("",))
        if path is None or not project.is_inside(path, folder):
            continue
        try:
            texts[name] = without_comments(project.load(path, path).text)
        except ReadError:
            continue
        for command, names in loads_in(texts[name]):
            extension = ".cls" if command.startswith("LoadClass") else ".sty"
            queue += [one + extension for one in names]
    return texts


def loads_in(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a text without comments that load classes and packages, with the names."""
    return [
        (match[1], [name for name, _, _ in items(match[2])])
        for match in pattern(LOADED).finditer(text)
    ]

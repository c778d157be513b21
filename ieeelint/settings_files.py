"""The settings of a draft, from the files that say them: the settings file in the draft's folder or
above it, and the venue file.
"""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.inputs import InputError
from ieeelint.paths import is_in
from ieeelint.settings import COMMAND_LINE, VARIABLES, Settings, SettingsError, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILES = (".ieeelint.toml", "ieeelint.toml", "pyproject.toml")


def load(
    path: str,
    flags: dict[str, Any] | None = None,
    file: str = "",
    isolated: bool = False,
    trusted: bool = True,
    origin: str = COMMAND_LINE,
) -> Settings:
    """The settings for a draft or folder.  Defaults are overridden by the venue file, the settings
    file, the environment, and the flags, in this order; ``origin`` says where the flags come from.

    Without ``trusted``, no local rules are taken from the settings file: they are code.  Those of
    an archive are never trusted.
    """
    settings = Settings()
    settings.is_isolated = isolated and not file
    folder = path if inputs.is_folder(path) else os.path.dirname(path)
    source = file or ("" if isolated else find_file(folder))
    if source:
        values, settings.text = read_file(source)
        settings.file = source
        settings.update(values, shown(source))
        folder = os.path.dirname(os.path.abspath(source))
        in_memory = inputs.in_memory(source)
        for key in ("baseline", "results", "venue"):
            if settings[key]:
                named = os.path.join(folder, settings[key])
                if in_memory is not None and not is_in(os.path.normpath(named), in_memory[0].path):
                    raise settings.error(f'"{key}" leads out of the archive', key)
                settings.values[key] = settings[key] if key == "venue" else named
        trusted = trusted and in_memory is None
        local = [os.path.join(folder, name) for name in settings["rules"].get("local", ())]
        settings.values["rules"] = {"local": local} if local and trusted else {}
        settings.skips_local_rules = bool(local) and not trusted
    for variable, key in VARIABLES.items():
        if value := os.environ.get(variable):
            settings.update({key: value}, variable)
    settings.update(flags or {}, origin)
    if settings["venue"]:
        use_venue(settings, folder if settings.origins["venue"] == shown(source) else "")
    return settings


def find_file(folder: str) -> str:
    """The settings file for drafts in ``folder``: in it or the nearest parent; empty if none."""
    folder = os.path.abspath(folder or ".")
    while True:
        for name in FILES:
            path = os.path.join(folder, name)
            if inputs.is_file(path) and (name != "pyproject.toml" or _has_table(path)):
                return path
        parent = os.path.dirname(folder)
        place = inputs.in_memory(folder)
        is_alone = place is not None and not place[1] and place[0].is_alone
        if parent == folder or is_alone:
            return ""
        folder = parent


def _has_table(path: str) -> bool:
    try:
        text = inputs.bytes_of(path)[:1_000_000]
    except InputError:
        return False
    if b"ieeelint" not in text:
        return False
    import tomllib

    try:
        tool = tomllib.loads(text.decode("utf-8-sig")).get("tool", {})
    except ValueError:  # the error is reported if the file is ours
        return b"[tool.ieeelint" in text
    return isinstance(tool, dict) and "ieeelint" in tool


def read_file(path: str) -> tuple[dict[str, Any], str]:
    """The settings of a file, and its text.  Raises SettingsError if it is not valid TOML."""
    from ieeelint.settings_mistakes import our_table, toml_of

    name = shown(path)
    values, text = toml_of(path, name, SettingsError)
    if os.path.basename(path) == "pyproject.toml":
        tool = values.get("tool", {})
        values = tool.get("ieeelint", {}) if isinstance(tool, dict) else {}
        if not isinstance(values, dict):
            line = text.count("\n", 0, our_table(text)) + 1
            raise SettingsError(f"{name}:{line}: tool.ieeelint must be a table: [tool.ieeelint]")
    return values, text


def use_venue(settings: Settings, folder: str) -> None:
    """Read the venue file, and let its values override the defaults.  Raises SettingsError."""
    from ieeelint.venue_files import VenueError, find, read

    name = settings["venue"]
    try:
        path = find(name, folder)
        is_file = inputs.is_file(os.path.join(folder, name))
        settings.venue = venue = read(path, shown(path) if is_file else f"{name}.toml of ieeelint")
    except VenueError as error:
        where = f"{shown(settings.file)}: " if folder else ""
        raise SettingsError(f"{where}{error}") from None
    settings.values["venue"] = path
    values: dict[str, Any] = {}
    if venue.profile:
        values["profile"] = venue.profile
    if venue.is_anonymous(settings["stage"]):
        values["anonymous"] = True
    if most := venue.most_pages(settings["stage"]):
        values["max-pages"] = most
    if venue.copyright:
        values["copyright"] = venue.copyright
    for key, value in values.items():
        if settings.origins[key] == "default":
            settings.values[key], settings.origins[key] = value, venue.file
    if venue.mandatory:
        rest = [word for word in settings["mandatory"] if word not in venue.mandatory]
        settings.values["mandatory"] = venue.mandatory + rest
        settings.origins["mandatory"] = venue.file

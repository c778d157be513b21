"""What the user asked for: flags over a settings file over the profile, each value with where it came from."""

from __future__ import annotations

import os

from ieeelint.arguments import nearest
from ieeelint.finding import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PROFILES = ("auto", "conference", "journal", "access", "computer-society", "letters")
STAGES = ("draft", "review", "camera-ready")
FAIL_ON = (*SEVERITIES, "never")
FORMATS = ("full", "concise", "json", "github")
FILES = (".ieeelint.toml", "ieeelint.toml", "pyproject.toml")

# key -> (kind, default, what it is for).  Kinds: list, table of lists, choice, yes/no, table.
KEYS: dict[str, tuple[object, Any, str]] = {
    "select": ("list", [], "Rules to run instead of the default set: codes, prefixes, names, ALL."),
    "extend-select": ("list", [], "Rules to run besides."),
    "ignore": ("list", [], "Rules not to run."),
    "per-file-ignores": ("lists", {}, "Patterns of file names, and the rules to ignore there."),
    "severity": ("severities", {}, "Rules, and the severity to report them with (error, warning, info, off)."),
    "profile": (PROFILES, "auto", "The kind of publication; auto reads it from the draft."),
    "anonymous": ("bool", False, "The draft is for double-anonymous review."),
    "stage": (STAGES, "draft", "How far the paper is."),
    "fail-on": (FAIL_ON, "warning", "The least severity that makes the exit status 1."),
    "output-format": (FORMATS, "full", "How findings are printed."),
    "exclude": ("list", [], "Patterns of files to leave out when a folder is checked."),
    "strict-abbreviations": ("bool", False, "Only IEEE's own list of abbreviations needs no definition."),
    "vocabulary": ("table", {}, "Additions to the built-in tables: abbreviations, units, spellings …"),
}  # fmt: skip


class SettingsError(Exception):
    """Settings that cannot be used; the message says where and what to write instead."""


class Settings:
    """The effective settings.  ``values`` by key; ``origins`` says where each came from."""

    def __init__(self, **values: Any) -> None:
        self.values: dict[str, Any] = {key: default for key, (_, default, _) in KEYS.items()}
        self.origins = dict.fromkeys(KEYS, "default")
        self.file = ""
        self.update({name.replace("_", "-"): value for name, value in values.items()}, "argument")

    def update(self, values: dict[str, Any], origin: str) -> None:
        """Let ``values`` override; raises SettingsError for a key or value there is not."""
        for key, value in values.items():
            problem = fault(key, value)
            if problem:
                raise SettingsError(problem)
            self.values[key] = value
            self.origins[key] = origin

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


def fault(key: str, value: Any) -> str:
    """What is wrong with a setting; empty when nothing is."""
    if key not in KEYS:
        return f'there is no setting "{key}"{nearest(key, KEYS)}'
    kind = KEYS[key][0]
    if isinstance(kind, tuple):
        if value not in kind:
            return f'"{key}" is one of {", ".join(map(str, kind))}, not "{value}"{nearest(str(value), kind)}'
    elif kind == "bool" and not isinstance(value, bool):
        return f'"{key}" is true or false'
    elif kind == "list" and not _is_words(value):
        return f'"{key}" is a list of strings, such as ["FIG", "UNT005"]'
    elif kind in ("lists", "severities", "table") and not isinstance(value, dict):
        return f'"{key}" is a table'
    elif kind == "lists" and not all(map(_is_words, value.values())):
        return f'"{key}" gives each pattern a list of rules, such as "appendix.tex" = ["ABR001"]'
    elif kind == "severities":
        for name, severity in value.items():
            if severity not in (*SEVERITIES, "off"):
                return f'the severity of "{name}" is one of {", ".join(SEVERITIES)}, off; not "{severity}"'
    return ""


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def find_file(folder: str) -> str:
    """The settings file that holds for drafts in ``folder``: the nearest upwards; empty if none."""
    folder = os.path.abspath(folder or ".")
    while True:
        for name in FILES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name != "pyproject.toml" or _has_table(path)):
                return path
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"[tool.ieeelint" in file.read(1_000_000)
    except OSError:
        return False


def read_file(path: str) -> dict[str, Any]:
    """The settings of a file.  Raises SettingsError with the offending line shown."""
    import tomllib

    shown = os.path.relpath(path)
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
        values = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(f"{shown}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{shown}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{shown}: is no valid TOML: {error}") from None
    if os.path.basename(path) == "pyproject.toml":
        values = values.get("tool", {}).get("ieeelint", {})
    for key, value in values.items():
        problem = fault(key, value)
        if problem:
            raise SettingsError(_place(shown, text, key) + problem)
    return values


def _place(shown: str, text: str, key: str) -> str:
    """``file:line: `` and the line that sets ``key``, marked below."""
    import re

    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*\[?(?:tool\.ieeelint\.)?"?' + re.escape(key) + r'"?\s*[\]=.]', line)
        if match:
            at = line.index(key)
            return f"{shown}:{number}:{at + 1}\n  {line}\n  {' ' * at}{'^' * len(key)}\n"
    return f"{shown}: "


def load(path: str, flags: dict[str, Any] | None = None, file: str = "", isolated: bool = False) -> Settings:
    """The settings for a draft or folder: defaults, then the settings file, then the flags."""
    settings = Settings()
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    found = file or ("" if isolated else find_file(folder))
    if found:
        settings.update(read_file(found), os.path.relpath(found).replace(os.sep, "/"))
        settings.file = found
    settings.update(flags or {}, "command line")
    return settings


def schema() -> dict[str, Any]:
    """The JSON Schema of a settings file."""
    words = {"type": "array", "items": {"type": "string"}}
    kinds: dict[object, dict[str, Any]] = {
        "list": words,
        "bool": {"type": "boolean"},
        "table": {"type": "object"},
        "lists": {"type": "object", "additionalProperties": words},
        "severities": {"type": "object", "additionalProperties": {"enum": [*SEVERITIES, "off"]}},
    }
    properties = {}
    for key, (kind, default, description) in KEYS.items():
        body = {"enum": list(kind)} if isinstance(kind, tuple) else kinds[kind]
        properties[key] = {"description": description, **body, "default": default}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of ieeelint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }

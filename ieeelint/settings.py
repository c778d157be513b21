"""The settings: flags override the settings file, which overrides the defaults.  Each value
knows where it comes from.
"""

from __future__ import annotations

import os

from ieeelint.inputs import InputError, text_of
from ieeelint.paths import seen_from, with_slashes
from ieeelint.phrases import nearest_clause
from ieeelint.severities import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.local_rules import LocalRules
    from ieeelint.rules import Rule

PROFILES = ("auto", "conference", "journal", "access", "computer-society", "letters", "magazine")
STAGES = ("draft", "review", "camera-ready")
FAIL_ON = (*SEVERITIES, "never")
FORMATS = (
    "full",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
)
COMMAND_LINE = "command line"
FORMAT_VARIABLE = (
    "IEEELINT_OUTPUT_FORMAT"  # environment variable: the output format, unless a flag sets it
)
FILES = (".ieeelint.toml", "ieeelint.toml", "pyproject.toml")

# key -> (kind, default, description).  Kinds: list, table of lists, choices, bool, path, table.
KEYS: dict[str, tuple[object, Any, str]] = {
    "select": ("list", [], "Rules to run instead of the default set: codes, prefixes, names, ALL."),
    "extend-select": ("list", [], "Rules to run in addition."),
    "ignore": ("list", [], "Rules not to run."),
    "per-file-ignores": ("lists", {}, "File patterns, and the rules to ignore in these files."),
    "severity": (
        "severities",
        {},
        "Severity of rules: error, warning, info, or off.",
    ),
    "profile": (PROFILES, "auto", "Kind of publication; auto detects it from the draft."),
    "anonymous": ("bool", False, "The draft is for double-anonymous review."),
    "stage": (STAGES, "draft", "Stage of the paper."),
    "fail-on": (FAIL_ON, "warning", "Lowest severity that gives exit status 1."),
    "output-format": (FORMATS, "full", "Output format of the findings."),
    "group": (
        "bool",
        True,
        "Report findings that say the same once, with all their locations.",
    ),
    "baseline": (
        "path",
        "",
        "A baseline, relative to this file; only findings that are not in it are reported.",
    ),
    "results": (
        "path",
        "",
        "The lock file, relative to this file; by default results.lock next to the draft.",
    ),
    "exclude": ("list", [], "File patterns to skip when a folder is checked."),
    "all-references": (
        "bool",
        False,
        "Check all entries of the .bib files, including uncited ones.",
    ),
    "strict-abbreviations": (
        "bool",
        False,
        "Require a definition of every abbreviation that is not in IEEE's own list.",
    ),
    "rules": (
        "local rules",
        {},
        "local = [...]: Python files with local rules, relative to this file.",
    ),
    "vocabulary": (
        "table",
        {},
        "Additions to the built-in tables: abbreviations, units, spellings …",
    ),
}


class SettingsError(Exception):
    """Settings that cannot be used; the message says where they are and what to write instead."""


class Settings:
    """The effective settings.

    ``values`` and ``origins`` (where each value comes from) are indexed by key;
    ``file`` is the settings file, if any, and ``text`` its content.
    """

    def __init__(self, **values: Any) -> None:
        self.values: dict[str, Any] = {key: default for key, (_, default, _) in KEYS.items()}
        self.origins = dict.fromkeys(KEYS, "default")
        self.file = ""
        self.text = ""
        self.local_rules: LocalRules | None = None  # read when first needed
        self.skips_local_rules = False  # the file names some, but they are not loaded
        self.is_isolated = False  # no file was read; comments in the draft may name its local rules
        self.elsewhere: list[Rule] = []  # the local rules of other projects in the same check
        self.update({name.replace("_", "-"): value for name, value in values.items()}, "argument")

    def update(self, values: dict[str, Any], origin: str) -> None:
        """Override with ``values``.  Raises SettingsError for an unknown key or a wrong value."""
        for key, value in values.items():
            problem, word = fault(key, value)
            self.values[key] = value
            self.origins[key] = origin
            if problem:
                raise self.error(problem, key, word)

    def error(self, problem: str, key: str, word: str = "") -> SettingsError:
        """The error for a problem with ``key``, or with ``word`` in its value.

        Its message starts with the location in the settings file, or with the name of the flag.
        """
        origin = self.origins.get(key)
        if origin == COMMAND_LINE:
            return SettingsError(f"--{key}: {problem}")
        if origin == FORMAT_VARIABLE:
            return SettingsError(f"{origin}: {problem}")
        if not self.file or origin in ("default", "argument"):
            return SettingsError(problem)
        from ieeelint.settings_mistakes import located

        return SettingsError(located(problem, shown(self.file), self.text, key, word))

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


def fault(key: str, value: Any) -> tuple[str, str]:
    """What is wrong with a setting, and the wrong word in it; empty strings if it is correct."""
    if key not in KEYS:
        return f'unknown setting "{key}"{nearest_clause(key, KEYS)}', ""
    kind = KEYS[key][0]
    if isinstance(kind, tuple):
        if value not in kind:
            words = ", ".join(map(str, kind))
            hint = nearest_clause(str(value), kind)
            return f'"{key}" must be one of {words}, not "{value}"{hint}', ""
    elif kind == "bool" and not isinstance(value, bool):
        return f'"{key}" must be true or false', ""
    elif kind == "path" and not isinstance(value, str):
        return f'"{key}" must be a file name', ""
    elif kind == "list" and not _is_words(value):
        return f'"{key}" must be a list of strings, such as ["FIG", "UNT005"]', ""
    elif kind in ("lists", "severities", "table", "local rules") and not isinstance(value, dict):
        return f'"{key}" must be a table', ""
    elif kind == "lists":
        for name, rules in value.items():
            if not _is_words(rules):
                return f'"{name}" needs a list of rules, such as ["ABR001", "FIG"]', name
    elif kind == "severities":
        for name, severity in value.items():
            if severity not in (*SEVERITIES, "off"):
                words = ", ".join((*SEVERITIES, "off"))
                return f'the severity of "{name}" must be one of {words}, not "{severity}"', name
    elif kind == "local rules":
        for name, files in value.items():
            if name != "local":
                return f'unknown key "{name}" in "rules"; write local = ["house_rules.py"]', name
            if not _is_words(files):
                return '"local" must be a list of files, such as ["house_rules.py"]', name
    elif kind == "table":
        from ieeelint.vocabulary import fault as vocabulary_fault

        return vocabulary_fault(value)
    return "", ""


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def find_file(folder: str) -> str:
    """The settings file for drafts in ``folder``: in it or the nearest parent; empty if none."""
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
            text = file.read(1_000_000)
    except OSError:
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
    import tomllib

    name = shown(path)
    try:
        text = text_of(path)
        values = tomllib.loads(text)
    except InputError as error:
        raise SettingsError(f"{name}: {error}") from None
    except RecursionError:
        raise SettingsError(f"{name}: is nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        from ieeelint.settings_mistakes import not_toml

        raise SettingsError(not_toml(str(error), name, text)) from None
    if os.path.basename(path) == "pyproject.toml":
        tool = values.get("tool", {})
        values = tool.get("ieeelint", {}) if isinstance(tool, dict) else {}
        if not isinstance(values, dict):
            from ieeelint.settings_mistakes import our_table

            line = text.count("\n", 0, our_table(text)) + 1
            raise SettingsError(f"{name}:{line}: tool.ieeelint must be a table: [tool.ieeelint]")
    return values, text


def shown(path: str) -> str:
    """A path as messages show it: relative if that is shorter, with forward slashes."""
    return with_slashes(min(seen_from("", path), path, key=len))


def load(
    path: str,
    flags: dict[str, Any] | None = None,
    file: str = "",
    isolated: bool = False,
    trusted: bool = True,
) -> Settings:
    """The settings for a draft or folder.  Defaults are overridden by the settings file, the
    environment and the flags, in this order.

    Without ``trusted``, no local rules are taken from the settings file: they are code.
    """
    settings = Settings()
    settings.is_isolated = isolated and not file
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    source = file or ("" if isolated else find_file(folder))
    if source:
        values, settings.text = read_file(source)
        settings.file = source
        settings.update(values, shown(source))
        folder = os.path.dirname(os.path.abspath(source))
        for key in ("baseline", "results"):
            if settings[key]:
                settings.values[key] = os.path.join(folder, settings[key])
        local = [os.path.join(folder, name) for name in settings["rules"].get("local", ())]
        settings.values["rules"] = {"local": local} if local and trusted else {}
        settings.skips_local_rules = bool(local) and not trusted
    if format_name := os.environ.get(FORMAT_VARIABLE):
        settings.update({"output-format": format_name}, FORMAT_VARIABLE)
    settings.update(flags or {}, COMMAND_LINE)
    return settings

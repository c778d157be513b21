"""The settings: flags override the settings file, which overrides the defaults.  Each value
knows where it comes from.
"""

from __future__ import annotations

from ieeelint.paths import seen_from, with_slashes
from ieeelint.phrases import nearest_clause
from ieeelint.rule_links import is_address
from ieeelint.severities import SEVERITIES
from ieeelint.translation import AUTO, LANGUAGES
from ieeelint.venue import PROFILES as KINDS
from ieeelint.venue import STAGES as STAGES
from ieeelint.venue import Venue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.local_rules import LocalRules
    from ieeelint.look_up.facts import LookUp
    from ieeelint.rules import Rule

PROFILES = ("auto", *KINDS)
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
    "html",
)
SHOW_THE_PAPER = ("html",)  # output formats
COMMAND_LINE = "command line"
FORMAT_VARIABLE = (
    "IEEELINT_OUTPUT_FORMAT"  # environment variable: the output format, unless a flag sets it
)
LANGUAGE_VARIABLE = "IEEELINT_LANGUAGE"  # environment variable: the language, unless a flag sets it
VARIABLES = {FORMAT_VARIABLE: "output-format", LANGUAGE_VARIABLE: "language"}

# key -> (kind, default, description).  Kinds: list, table of lists, choices, bool, bool or auto,
# number, text, path, table.
KEYS: dict[str, tuple[object, Any, str]] = {
    "select": ("list", [], "Rules to run instead of the default set: codes, prefixes, names, ALL."),
    "extend-select": ("list", [], "Rules to run in addition."),
    "ignore": ("list", [], "Rules not to run."),
    "mandatory": (
        "list",
        [],
        "Rules that run and report, whatever comments, other settings, and baselines say.",
    ),
    "per-file-ignores": ("lists", {}, "File patterns, and the rules to ignore in these files."),
    "severity": (
        "severities",
        {},
        "Severity of rules: error, warning, info, or off.",
    ),
    "venue": (
        "path",
        "",
        "A venue file, relative to this file, or conference, journal, letters, or access.",
    ),
    "profile": (PROFILES, "auto", "Kind of publication; auto detects it from the draft."),
    "anonymous": (
        "bool or auto",
        "auto",
        "The draft is for double-anonymous review; auto: if its author block says Anonymous.",
    ),
    "stage": (STAGES, "draft", "Stage of the paper."),
    "copyright": (
        "text",
        "",
        "The copyright line that the venue gives; the camera-ready paper must have it.",
    ),
    "max-pages": ("number", 0, "Most pages that the venue accepts; 0: no limit."),
    "fail-on": (FAIL_ON, "warning", "Lowest severity that gives exit status 1."),
    "output-format": (FORMATS, "full", "Output format of the findings."),
    "language": (
        (AUTO, *LANGUAGES),
        AUTO,
        "Language of findings and reports; auto: that of the terminal, English in data formats.",
    ),
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
    "exclude": (
        "list",
        [],
        "Patterns of files, folders, and archives in a folder to skip.",
    ),
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
    "documentation": (
        "address",
        "",
        "Address of the documentation, such as https://example.org/; findings then link to it.",
    ),
    "batch": ("batch", {}, "Verdicts of ieeelint batch, and the columns of an export."),
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
        self.venue = Venue()  # what the venue file says
        self.local_rules: LocalRules | None = None  # read when first needed
        self.skips_local_rules = False  # the file names some, but they are not loaded
        self.is_isolated = False  # no file was read; comments in the draft may name its local rules
        self.look_up: LookUp | None = None  # never by a file: only the user may send titles
        self.skips_results = False  # a lock file of results next to the draft is not used
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
        if origin in VARIABLES:
            return SettingsError(f"{origin}: {problem}")
        from ieeelint.settings_mistakes import located

        if self.venue and origin == self.venue.file:
            return SettingsError(located(problem, origin, self.venue.text, key, word))
        if not self.file or origin in ("default", "argument"):
            return SettingsError(problem)
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
    elif kind == "bool or auto" and value != "auto" and not isinstance(value, bool):
        return f'"{key}" must be true or false, or "auto"', ""
    elif kind == "number" and (type(value) is not int or value < 0):
        return f'"{key}" must be a whole number, not {value!r}', ""
    elif kind == "text" and not isinstance(value, str):
        return f'"{key}" must be a string', ""
    elif kind == "address" and not (isinstance(value, str) and (not value or is_address(value))):
        return f'"{key}" must be an address that begins with https://, http://, or file:///', ""
    elif kind == "path" and not isinstance(value, str):
        return f'"{key}" must be a file name', ""
    elif kind == "list" and not _is_words(value):
        return f'"{key}" must be a list of strings, such as ["FIG", "UNT005"]', ""
    elif kind in ("lists", "severities", "table", "local rules", "batch") and not isinstance(
        value, dict
    ):
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
    elif kind == "batch":
        from ieeelint.batch_settings import fault as batch_fault

        return batch_fault(value)
    elif kind == "table":
        from ieeelint.vocabulary import fault as vocabulary_fault

        return vocabulary_fault(value)
    return "", ""


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def shown(path: str) -> str:
    """A path as messages show it: relative if that is shorter, with forward slashes."""
    return with_slashes(min(seen_from("", path), path, key=len))

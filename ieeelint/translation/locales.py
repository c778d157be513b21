"""The language of the terminal, from its locale."""

from __future__ import annotations

import os
import sys

from ieeelint.translation import ENGLISH, LANGUAGES

# Readers of traditional characters know other terms than those of the Chinese catalogue.
TRADITIONAL = "hant", "tw", "hk", "mo"
VARIABLES = "LC_ALL", "LC_MESSAGES", "LANG"  # the first that is set decides
SIGN = "中"


def of_terminal() -> str:
    """The language of the locale, if there is a catalogue and the terminal can print it."""
    found = of_locale(_locale())
    return found if found == ENGLISH or _can_print(SIGN) else ENGLISH


def of_locale(name: str) -> str:
    """The language of a locale such as ``zh_CN.UTF-8`` or ``zh-Hans``, if there is a catalogue."""
    language, *rest = name.partition(".")[0].partition("@")[0].lower().replace("-", "_").split("_")
    if language not in LANGUAGES or any(part in TRADITIONAL for part in rest):
        return ENGLISH
    return language


def _locale() -> str:
    """The name of the locale; empty if nothing says it."""
    for variable in VARIABLES:
        if value := os.environ.get(variable):
            if value.partition(".")[0] in ("C", "POSIX"):
                return ""
            return os.environ.get("LANGUAGE", "").partition(":")[0] or value
    return _of_windows() if os.name == "nt" else ""


def _of_windows() -> str:
    """The language that Windows shows its menus in."""
    import ctypes
    import locale

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009
    return locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "")


def _can_print(sign: str) -> bool:
    encoding = getattr(sys.stdout, "encoding", None)
    if encoding is None:  # not a file: takes all text
        return True
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True

"""The catalogues: what ieeelint says in another language.

``ieeelint/tables/zh`` has a file for each area of rules, such as ``FIG.toml``, with the messages
and the documentation of its rules; ``common.toml`` has what the messages of several areas share,
and ``outputs.toml`` the fixed words of the outputs.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from ieeelint.tables import table
from ieeelint.translation.templates import Messages


@cache
def message(language: str, area: str, english: str) -> str | None:
    """The message of a rule in this area; None if the catalogue does not have it."""
    return messages_of(language, area).translated(english)


def documentation(language: str, code: str) -> tuple[str, str]:
    """The rule in one sentence, and why; empty if the catalogue does not have it."""
    rule = _content(language, code.rstrip("0123456789")).get("rules", {}).get(code, {})
    return rule.get("title", ""), rule.get("why", "").strip()


def words(language: str, english: str) -> str:
    """Fixed words of an output; in English if the catalogue does not have them."""
    known: dict[str, str] = _content(language, "outputs").get("words", {})
    return known.get(english, english)


@cache
def messages_of(language: str, area: str) -> Messages:
    """The messages of an area, with those that all areas share."""
    if area == "common":
        content = _content(language, area)
        return Messages(content["messages"], lists=content["lists"])
    templates = _content(language, area).get("messages", {})
    return Messages(templates, messages_of(language, "common"))


def _content(language: str, name: str) -> dict[str, Any]:
    """A file of a catalogue; empty if there is none, as for an area of local rules."""
    try:
        return table(f"{language}.{name}")
    except KeyError:
        return {}

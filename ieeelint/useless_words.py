"""Finds additions to the vocabulary that no text can match: empty words, wrong case, spaces."""

from __future__ import annotations

from ieeelint.phrases import nearest_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CASE_SENSITIVE = frozenset(("latex", "classes", "journals", "word_styles"))  # have names, not words
ENOUGH = 10  # lowercase words of a list, from which all of its words must be in lowercase


def useless(
    built_in: dict[str, Any], additions: dict[str, Any], is_case_sensitive: bool
) -> tuple[str, str]:
    """Why an addition can never match, and the addition; empty strings if all can."""
    for key, value in additions.items():
        before = built_in.get(key)
        problem = "", ""
        if isinstance(value, dict):
            inner = before if isinstance(before, dict) else {}
            problem = _keys_fault(key, inner, value, is_case_sensitive)
            if not problem[0]:
                problem = useless(inner, value, is_case_sensitive)
        elif isinstance(value, list):
            problem = _items_fault(key, before or [], value, is_case_sensitive)
        if problem[0]:
            return problem
    return "", ""


def _keys_fault(
    name: str, built_in: dict[str, Any], additions: dict[str, Any], is_case_sensitive: bool
) -> tuple[str, str]:
    """The first key of a table of words that cannot match."""
    is_lowercase = not is_case_sensitive and _is_lowercase(list(built_in))
    for key in additions:
        if problem := _form_fault(name, key, is_lowercase and key not in built_in):
            return problem, key.strip() or name
    return "", ""


def _items_fault(
    name: str, built_in: list[Any], additions: list[Any], is_case_sensitive: bool
) -> tuple[str, str]:
    """The first item of a list that cannot match, or that removes what is not in the list."""
    words = [item for item in built_in if isinstance(item, str)]
    is_lowercase = not is_case_sensitive and _is_lowercase(words)
    for item in additions:
        if not isinstance(item, str):
            continue
        if item in words:
            continue  # it is there already
        word = item.removeprefix("-")
        if problem := _form_fault(name, word, is_lowercase and word not in words):
            return problem, item.strip() if word.strip() else name
        if item != word and word not in words:
            hint = nearest_clause(word, words)
            return f'"{item}" removes nothing: "{name}" has no "{word}"{hint}', item
    return "", ""


def _form_fault(name: str, word: str, is_lowercase: bool) -> str:
    """What is wrong with the form of a word; empty if it can match."""
    if not word.strip():
        return f'"{name}" has an empty word; delete it'
    if word != word.strip():
        return f'"{word}" in "{name}" has spaces around it; write "{word.strip()}"'
    if is_lowercase and word != word.lower():
        return f'the words of "{name}" are in lowercase; write "{word.lower()}", not "{word}"'
    return ""


def _is_lowercase(words: list[str]) -> bool:
    return len(words) >= ENOUGH and all(word == word.lower() for word in words)

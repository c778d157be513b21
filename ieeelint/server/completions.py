"""Completes a suppression comment: its action, and the rules in its brackets."""

from __future__ import annotations

import re

from lsprotocol import types

from ieeelint.rules import AREAS, every_rule
from ieeelint.suppression import KINDS

TRIGGERS = ("[", ",", ":", " ")
ACTION = re.compile(r"%\s*ieeelint:\s*(?P<word>[a-z-]*)$")
RULES = re.compile(r"%\s*ieeelint:\s*[a-z-]+\s*\[(?:[^\]]*,)?\s*(?P<word>[^\],\s]*)$")


def completions(before: str, place: types.Range) -> list[types.CompletionItem]:
    """What can follow the text of a line before the cursor; ``place`` is the word there."""
    if RULES.search(before):
        return _rules(place)
    if ACTION.search(before):
        kind = types.CompletionItemKind.Keyword
        return [
            types.CompletionItem(name, kind=kind, text_edit=types.TextEdit(place, f"{name}["))
            for name in KINDS
        ]
    return []


def word_before(before: str) -> str:
    """The part of a word that the cursor is at the end of."""
    match = RULES.search(before) or ACTION.search(before)
    return match["word"] if match else ""


def _rules(place: types.Range) -> list[types.CompletionItem]:
    """The areas and the rules.  A rule is found by its code and by its name."""
    kind = types.CompletionItemKind.EnumMember
    items = [
        types.CompletionItem(
            area, kind=kind, detail=f"all rules: {title}", text_edit=types.TextEdit(place, area)
        )
        for area, (title, _) in AREAS.items()
    ]
    for rule in every_rule():
        items.append(
            types.CompletionItem(
                rule.code,
                kind=kind,
                label_details=types.CompletionItemLabelDetails(description=rule.name),
                detail=rule.name,
                documentation=rule.summary,
                text_edit=types.TextEdit(place, rule.code),
            )
        )
    return items

"""The typed views show every list of their tables, with the user's additions."""

from __future__ import annotations

from typing import Any

import pytest

from ieeelint.tables import table
from ieeelint.vocabulary import Vocabulary

VIEWS = [name for name, kind in vars(Vocabulary).items() if hasattr(kind, "func")]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_shows_every_list_of_its_table(name):
    view = getattr(Vocabulary(), name)
    missing = [key for key in table(name) if not hasattr(view, key)]
    assert not missing


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_has_the_words_of_its_table(name):
    def words(shown: Any) -> set[str]:
        if isinstance(shown, dict):
            return {word for key, value in shown.items() for word in words(value) | {key}}
        if isinstance(shown, (list, tuple, frozenset)):
            return {word for value in shown for word in words(value)}
        return words(vars(shown)) if hasattr(shown, "__dict__") else {str(shown)}

    def values(content: Any) -> set[str]:
        if isinstance(content, dict):
            return {word for value in content.values() for word in values(value)}
        if isinstance(content, list):
            return {word for value in content for word in values(value)}
        return {str(content)}

    assert values(table(name)) <= words(getattr(Vocabulary(), name))


def test_a_view_has_the_users_additions():
    vocabulary = Vocabulary({"units": {"trade": ["tumbler", "-disk"]}})
    assert "tumbler" in vocabulary.units.trade
    assert "disk" not in vocabulary.units.trade
    assert "disk" in Vocabulary().units.trade

"""The built-in tables, merged with the user's additions from the settings file.

``[vocabulary.abbreviations] tier_b = ["LIDAR", "-OK"]`` adds LIDAR to a list
and removes OK from it; a table is updated key by key.
"""

from __future__ import annotations

from functools import cached_property

from ieeelint.tables import table, views

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Vocabulary:
    """The built-in tables, each loaded on first use and merged with the user's additions.

    ``vocabulary.units`` is the typed view of a table, ``vocabulary["units"]`` the table itself.
    """

    def __init__(self, user: dict[str, Any] | None = None) -> None:
        self.user = user or {}
        self._tables: dict[str, dict[str, Any]] = {}

    @property
    def strict_abbreviations(self) -> bool:
        """True if every abbreviation that is not in IEEE's own list needs a definition."""
        return bool(self.user.get("strict_abbreviations"))

    def __getitem__(self, name: str) -> dict[str, Any]:
        """The merged table ``name``.  Raises KeyError if there is no table with this name."""
        content = self._tables.get(name)
        if content is None:
            content = table(name)
            if isinstance(self.user.get(name), dict):
                content = merged(content, self.user[name])
            self._tables[name] = content
        return content

    @cached_property
    def abbreviations(self) -> views.Abbreviations:
        return views.Abbreviations(self["abbreviations"])

    @cached_property
    def acknowledgment(self) -> views.Acknowledgment:
        return views.Acknowledgment(self["acknowledgment"])

    @cached_property
    def acronym_names(self) -> views.AcronymNames:
        return views.AcronymNames(self["acronym_names"])

    @cached_property
    def authors(self) -> views.Authors:
        return views.Authors(self["authors"])

    @cached_property
    def citations(self) -> views.Citations:
        return views.Citations(self["citations"])

    @cached_property
    def classes(self) -> views.Classes:
        return views.Classes(self["classes"])

    @cached_property
    def entry_types(self) -> views.EntryTypes:
        return views.EntryTypes(self["entry_types"])

    @cached_property
    def equations(self) -> views.Equations:
        return views.Equations(self["equations"])

    @cached_property
    def headings(self) -> views.Headings:
        return views.Headings(self["headings"])

    @cached_property
    def journals(self) -> views.Journals:
        return views.Journals(self["journals"])

    @cached_property
    def latex(self) -> views.Latex:
        return views.Latex(self["latex"])

    @cached_property
    def places(self) -> views.Places:
        return views.Places(self["places"])

    @cached_property
    def proper_nouns(self) -> views.ProperNouns:
        return views.ProperNouns(self["proper_nouns"])

    @cached_property
    def references(self) -> views.References:
        return views.References(self["references"])

    @cached_property
    def sentences(self) -> views.Sentences:
        return views.Sentences(self["sentences"])

    @cached_property
    def spellings(self) -> views.Spellings:
        return views.Spellings(self["spellings"])

    @cached_property
    def template(self) -> views.Template:
        return views.Template(self["template"])

    @cached_property
    def title_case(self) -> views.TitleCase:
        return views.TitleCase(self["title_case"])

    @cached_property
    def units(self) -> views.Units:
        return views.Units(self["units"])

    @cached_property
    def word_styles(self) -> views.WordStyles:
        return views.WordStyles(self["word_styles"])

    @cached_property
    def wording(self) -> views.Wording:
        return views.Wording(self["wording"])


def merged(built_in: dict[str, Any], user: dict[str, Any]) -> dict[str, Any]:
    """A copy of ``built_in`` with the user's additions."""
    result = dict(built_in)
    for key, value in user.items():
        before = result.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            result[key] = merged(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            dropped = {item[1:] for item in value if isinstance(item, str) and item.startswith("-")}
            added = [item for item in value if not (isinstance(item, str) and item.startswith("-"))]
            result[key] = [item for item in before if item not in dropped] + added
        else:
            result[key] = value
    return result


def fault(user: dict[str, Any]) -> tuple[str, str]:
    """What is wrong with the user's additions, and the wrong word; empty if they are correct."""
    from ieeelint.phrases import nearest_clause
    from ieeelint.tables import names

    vocabulary = Vocabulary()
    for name, additions in user.items():
        if name not in names():
            return f'unknown vocabulary "{name}"{nearest_clause(name, names())}', name
        if not isinstance(additions, dict):
            return f'"{name}" must be a table of additions', name
        problem = _type_fault(vocabulary[name], additions, getattr(vocabulary, name, None))
        if problem[0]:
            return problem
    return "", ""


def _type_fault(built_in: dict[str, Any], additions: dict[str, Any], view: Any) -> tuple[str, str]:
    """The first addition that does not have the same types as the table it adds to.

    A table that its view shows as a dictionary takes new keys; another table of lists has only the
    keys that the rules read.
    """
    from ieeelint.phrases import nearest_clause

    is_open = isinstance(view, dict) or any(
        not isinstance(value, (dict, list)) for value in built_in.values()
    )
    for key, value in additions.items():
        before = built_in.get(key)
        if before is None:
            if not is_open:
                return f'unknown list "{key}"{nearest_clause(key, built_in)}', key
            before = next(iter(built_in.values()), value)
        if isinstance(before, dict) and isinstance(value, dict):
            problem = _type_fault(before, value, getattr(view, key, None))
            if problem[0]:
                return problem
        elif type(before) is not type(value):
            types = {dict: "a table", list: "a list", str: "a string", int: "a number"}
            return f'"{key}" must be {types.get(type(before), type(before).__name__)}', key
    return "", ""

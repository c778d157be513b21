"""The built-in tables, merged with the user's additions from the settings file.

``[vocabulary.abbreviations] tier_b = ["QPU", "-LED"]`` adds QPU to a list
and removes LED from it; a table is updated key by key.
"""

from __future__ import annotations

from functools import cached_property

from ieeelint.tables import part_views, source_views, table, text_views

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
    def abbreviations(self) -> text_views.Abbreviations:
        return text_views.Abbreviations(self["abbreviations"])

    @cached_property
    def acknowledgment(self) -> part_views.Acknowledgment:
        return part_views.Acknowledgment(self["acknowledgment"])

    @cached_property
    def acronym_names(self) -> text_views.AcronymNames:
        return text_views.AcronymNames(self["acronym_names"])

    @cached_property
    def anonymity(self) -> part_views.Anonymity:
        return part_views.Anonymity(self["anonymity"])

    @cached_property
    def authors(self) -> part_views.Authors:
        return part_views.Authors(self["authors"])

    @cached_property
    def citations(self) -> part_views.Citations:
        return part_views.Citations(self["citations"])

    @cached_property
    def classes(self) -> source_views.Classes:
        return source_views.Classes(self["classes"])

    @cached_property
    def entry_types(self) -> part_views.EntryTypes:
        return part_views.EntryTypes(self["entry_types"])

    @cached_property
    def equations(self) -> text_views.Equations:
        return text_views.Equations(self["equations"])

    @cached_property
    def headings(self) -> part_views.Headings:
        return part_views.Headings(self["headings"])

    @cached_property
    def journals(self) -> part_views.Journals:
        return part_views.Journals(self["journals"])

    @cached_property
    def latex(self) -> source_views.Latex:
        return source_views.Latex(self["latex"])

    @cached_property
    def misspellings(self) -> text_views.Misspellings:
        return text_views.Misspellings(self["misspellings"])

    @cached_property
    def places(self) -> text_views.Places:
        return text_views.Places(self["places"])

    @cached_property
    def proper_nouns(self) -> text_views.ProperNouns:
        return text_views.ProperNouns(self["proper_nouns"])

    @cached_property
    def publication_words(self) -> part_views.PublicationWords:
        return part_views.PublicationWords(self["publication_words"])

    @cached_property
    def references(self) -> part_views.References:
        return part_views.References(self["references"])

    @cached_property
    def residue(self) -> part_views.Residue:
        return part_views.Residue(self["residue"])

    @cached_property
    def sentences(self) -> text_views.Sentences:
        return text_views.Sentences(self["sentences"])

    @cached_property
    def spellings(self) -> text_views.Spellings:
        return text_views.Spellings(self["spellings"])

    @cached_property
    def template(self) -> part_views.Template:
        return part_views.Template(self["template"])

    @cached_property
    def title_case(self) -> text_views.TitleCase:
        return text_views.TitleCase(self["title_case"])

    @cached_property
    def units(self) -> text_views.Units:
        return text_views.Units(self["units"])

    @cached_property
    def word_styles(self) -> source_views.WordStyles:
        return source_views.WordStyles(self["word_styles"])

    @cached_property
    def wording(self) -> text_views.Wording:
        return text_views.Wording(self["wording"])


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
    from ieeelint.useless_words import CASE_SENSITIVE, useless

    vocabulary = Vocabulary()
    # a table without a view is not for users: no rule reads additions to it
    names = sorted(name for name, kind in vars(Vocabulary).items() if hasattr(kind, "attrname"))
    for name, additions in user.items():
        if name not in names:
            return f'unknown vocabulary "{name}"{nearest_clause(name, names)}', name
        if not isinstance(additions, dict):
            return f'"{name}" must be a table of additions', name
        problem = _type_fault(vocabulary[name], additions, getattr(vocabulary, name, None))
        if not problem[0]:
            problem = useless(vocabulary[name], additions, name in CASE_SENSITIVE)
        if not problem[0] and name == "classes":
            problem = _profile_fault(additions.get("profiles", {}))
        if problem[0]:
            return problem
    return "", ""


def _profile_fault(classes: dict[str, str]) -> tuple[str, str]:
    """The first document class that is added with a profile that does not exist."""
    from ieeelint.phrases import nearest_clause

    known = ["ieeetran", *table("profiles")]
    for name, profile in classes.items():
        if profile not in known:
            hint = nearest_clause(profile, known) or f"; write one of {', '.join(known)}"
            return f'unknown profile "{profile}" for the class "{name}"{hint}', profile
        if name != name.lower():
            return f'write the class "{name}" in lowercase', name
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
        elif _kind(before) != _kind(value):
            return f'"{key}" must be {_kind(before)}', key
        elif isinstance(before, list) and before:
            wrong = [item for item in value if _kind(item) != _kind(before[0])]
            if wrong:
                return f'each item of "{key}" must be {_kind(before[0])}, not {wrong[0]}', key
    return "", ""


def _kind(value: object) -> str:
    """The type of a TOML value, as messages name it."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    types: dict[type, str] = {dict: "a table", list: "a list", str: "a string"}
    return types.get(type(value), type(value).__name__)

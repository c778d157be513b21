"""Typed views of the tables about words, units and formulas.

Each class converts the lists of a table to the types that the rules use: a set where order does
not matter.  A new list in a TOML file needs one line in its view; ``tests/test_vocabulary.py``
checks it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.tables import Table, Words


class Abbreviations:
    """Abbreviations by how well readers know them, and the words that surround them."""

    def __init__(self, table: Table) -> None:
        self.tier_a: Words = frozenset(table["tier_a"])
        self.tier_b: Words = frozenset(table["tier_b"])
        self.tier_c: Words = frozenset(table["tier_c"])
        self.other_languages: Words = frozenset(table["other_languages"])
        self.compounds: Words = frozenset(table["compounds"])
        self.elements: Words = frozenset(table["elements"])
        self.country_codes: Words = frozenset(table["country_codes"])
        self.institutions: Words = frozenset(table["institutions"])
        self.small_words: Words = frozenset(table["small_words"])
        self.function_words: Words = frozenset(table["function_words"])
        self.plurals = PluralContexts(table["plurals"])
        self.expansions: dict[str, list[str]] = table["expansions"]


class PluralContexts:
    """Words around "CPU's" that show that a plural is meant."""

    def __init__(self, table: Table) -> None:
        self.following: Words = frozenset(table["following"])
        self.participles: Words = frozenset(table["participles"])
        self.after_participle: Words = frozenset(table["after_participle"])
        self.counting: Words = frozenset(table["counting"])
        self.comparing: Words = frozenset(table["comparing"])


class AcronymNames:
    """Names and stressed words in capitals, and the nouns that show that a word is a name."""

    def __init__(self, table: Table) -> None:
        self.organizations: Words = frozenset(table["organizations"])
        self.makers: Words = frozenset(table["makers"])
        self.currencies: Words = frozenset(table["currencies"])
        self.products: Words = frozenset(table["products"])
        self.languages: Words = frozenset(table["languages"])
        self.venues: Words = frozenset(table["venues"])
        self.words: Words = frozenset(table["words"])
        self.naming: Words = frozenset(table["naming"])
        self.naming_of_works: Words = frozenset(table["naming_of_works"])
        self.coining: Words = frozenset(table["coining"])
        self.listing: list[str] = table["listing"]
        self.never: Words = frozenset(table["never"])


class Equations:
    """Words around equations, functions, and documents that have their own equations."""

    def __init__(self, table: Table) -> None:
        self.determiners: Words = frozenset(table["determiners"])
        self.no_names: Words = frozenset(table["no_names"])
        self.groups: Words = frozenset(table["groups"])
        self.open_ends: list[str] = table["open_ends"]
        self.well_known: Words = frozenset(table["well_known"])
        self.functions: Words = frozenset(table["functions"])
        self.short_functions: Words = frozenset(table["short_functions"])
        self.function_units: Words = frozenset(table["function_units"])
        self.variable_nouns: list[str] = table["variable_nouns"]
        self.before_negative: Words = frozenset(table["before_negative"])
        self.before_version: Words = frozenset(table["before_version"])
        self.before_number: Words = frozenset(table["before_number"])
        self.documents: list[str] = table["documents"]
        self.publishers: list[str] = table["publishers"]


class Places:
    """Countries and states as affiliations name them."""

    def __init__(self, table: Table) -> None:
        self.countries: Words = frozenset(table["countries"])


class ProperNouns:
    """Words that keep their capital in a title, and words that title case gives one."""

    def __init__(self, table: Table) -> None:
        self.names: Words = frozenset(table["names"]["words"])
        self.short: Words = frozenset(table["short"]["words"])
        self.after_capital: Words = frozenset(table["after_capital"]["words"])
        self.common: Words = frozenset(table["common"]["words"])
        self.common_endings: tuple[str, ...] = tuple(table["common"]["endings"])
        self.small_letters: dict[str, Words] = {
            letter: frozenset(words) for letter, words in table["small_letters"].items()
        }


class Sentences:
    """Words that show whether a period ends a sentence."""

    def __init__(self, table: Table) -> None:
        self.abbreviations: Words = frozenset(table["abbreviations"])
        self.either_way: Words = frozenset(table["either_way"])
        self.openers: Words = frozenset(table["openers"])


class Spellings:
    """British spelling -> American spelling, and -> words before and after it in names."""

    def __init__(self, table: Table) -> None:
        self.british: dict[str, str] = table["british"]
        self.debatable: dict[str, str] = table["debatable"]
        self.names: dict[str, list[list[str]]] = table["names"]


class Misspellings:
    """Misspelling -> its only correction."""

    def __init__(self, table: Table) -> None:
        self.words: dict[str, str] = table["words"]


class TitleCase:
    """Words that have no capital in a title, or need none."""

    def __init__(self, table: Table) -> None:
        self.lower: Words = frozenset(table["lower"])
        self.either_way: Words = frozenset(table["either_way"])
        self.always_right: Words = frozenset(table["always_right"])
        self.name_particles: Words = frozenset(table["name_particles"])


class Units:
    """Symbols and spelled names of units, wrong forms, and units outside the SI."""

    def __init__(self, table: Table) -> None:
        self.tight: Words = frozenset(table["tight"])
        self.quantifiers: list[str] = table["quantifiers"]
        self.counting: Words = frozenset(table["counting"])
        self.trade: Words = frozenset(table["trade"])
        self.processes: Words = frozenset(table["processes"])
        self.items: Words = frozenset(table["items"])
        self.numerals: Words = frozenset(table["numerals"])
        self.whole_numbers: Words = frozenset(table["whole_numbers"])
        self.calibers: Words = frozenset(table["calibers"])
        self.batting: Words = frozenset(table["batting"])
        self.named: Words = frozenset(table["named"])
        self.durations: Words = frozenset(table["durations"])
        self.millions: Words = frozenset(table["millions"])
        self.millions_of: Words = frozenset(table["millions_of"])
        self.either_way: Words = frozenset(table["either_way"])
        self.unspelled: Words = frozenset(table["unspelled"])
        self.never: Words = frozenset(table["never"])
        self.informal: Words = frozenset(table["informal"])
        self.rates: Words = frozenset(table["rates"])
        self.symbols: dict[str, list[str]] = table["symbols"]
        self.names: dict[str, str] = table["names"]
        self.wrong: dict[str, str] = table["wrong"]
        self.english: dict[str, str] = table["english"]
        self.cgs: dict[str, list[str]] = table["cgs"]
        self.english_macros: dict[str, str] = table["english_macros"]
        self.quantities: dict[str, list[str]] = table["quantities"]
        self.in_labels: Words = self.informal.union(self.symbols)


class Wording:
    """Words that are confused, joined, contracted or repeated."""

    def __init__(self, table: Table) -> None:
        self.homophones: dict[str, str] = table["homophones"]
        self.non = NonPrefix(table["non"])
        self.contractions: dict[str, str] = table["contractions"]
        self.doubles = RepeatedWords(table["doubles"])
        self.homophone_topics: dict[str, list[str]] = table["homophone_topics"]
        self.possessives = Possessives(table["possessives"])
        self.inference: list[str] = table["inference"]["subjects"]
        self.ranges: list[str] = table["ranges"]["units"]
        self.range_labels: Words = frozenset(table["ranges"]["labels"])
        self.comparisons: Words = frozenset(table["comparisons"]["adjectives"])
        self.using: Words = frozenset(table["using"]["actions"])
        self.data = DataWords(table["data"])


class NonPrefix:
    """Words by how they take the prefix "non"."""

    def __init__(self, table: Table) -> None:
        self.stems: Words = frozenset(table["stems"])
        self.spaced: Words = frozenset(table["spaced"])
        self.kept: Words = frozenset(table["kept"])


class Possessives:
    """Words around "it's" that show what is meant: "its" before ``nouns`` and after
    ``prepositions``, "it is" before ``predicates``.
    """

    def __init__(self, table: Table) -> None:
        self.prepositions: Words = frozenset(table["prepositions"])
        self.nouns: list[str] = table["nouns"]
        self.predicates: list[str] = table["predicates"]


class DataWords:
    """Words around the noun "data"."""

    def __init__(self, table: Table) -> None:
        self.followers: Words = frozenset(table["followers"])
        self.qualifiers: Words = frozenset(table["qualifiers"])
        self.other_subjects: Words = frozenset(table["other_subjects"])
        self.verbs: dict[str, str] = table["verbs"]


class RepeatedWords:
    """Words that may be repeated, words that never are, and what some of them are mistyped for."""

    def __init__(self, table: Table) -> None:
        self.allowed: Words = frozenset(table["allowed"])
        self.sure: Words = frozenset(table["sure"])
        self.next_phrase: Words = frozenset(table["next_phrase"])
        self.mistyped: dict[str, str] = table["mistyped"]

"""Typed views of the tables, so that a rule reads ``vocabulary.units.tight``.

One class a table; it converts each list to the type that the rules use, a set where order does
not matter.  A new list in a TOML file needs one line here; ``tests/test_vocabulary.py`` checks it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Table = dict[str, Any]  # a table as TOML gives it, with the user's additions
    Words = frozenset[str]


class Abbreviations:
    """Abbreviations by how well readers know them, and the words that surround them."""

    def __init__(self, table: Table) -> None:
        self.tier_a: Words = frozenset(table["tier_a"])
        self.tier_b: Words = frozenset(table["tier_b"])
        self.tier_c: Words = frozenset(table["tier_c"])
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


class Acknowledgment:
    """Words in and around the acknowledgment."""

    def __init__(self, table: Table) -> None:
        self.network_terms: list[str] = table["network_terms"]
        self.sponsors: list[str] = table["sponsors"]
        self.back_matter: list[str] = table["back_matter"]


class AcronymNames:
    """Names and stressed words in capitals, and the nouns that show that a word is a name."""

    def __init__(self, table: Table) -> None:
        self.organizations: Words = frozenset(table["organizations"])
        self.products: Words = frozenset(table["products"])
        self.languages: Words = frozenset(table["languages"])
        self.venues: Words = frozenset(table["venues"])
        self.words: Words = frozenset(table["words"])
        self.naming: Words = frozenset(table["naming"])


class Authors:
    """Words in author blocks."""

    def __init__(self, table: Table) -> None:
        self.departments: list[str] = table["departments"]
        self.titles: list[str] = table["titles"]
        self.degrees: list[str] = table["degrees"]


class Classes:
    """Document classes, and packages that change the layout, the fonts or the floats."""

    def __init__(self, table: Table) -> None:
        self.profiles: dict[str, str] = table["profiles"]
        self.ieee = IeeeClasses(table["ieee"])
        self.layout = LayoutPackages(table["layout"])
        self.fonts = FontPackages(table["fonts"])
        self.floats = FloatPackages(table["floats"])
        self.notes = NotePackages(table["notes"])


class IeeeClasses:
    """IEEE's classes and their modes, and classes that are certainly not IEEE's."""

    def __init__(self, table: Table) -> None:
        self.classes: list[str] = table["classes"]
        self.modes: Words = frozenset(table["modes"])
        self.not_papers: Words = frozenset(table["not_papers"])
        self.foreign: Words = frozenset(table["foreign"])


class LayoutPackages:
    """Packages and lengths that change the page."""

    def __init__(self, table: Table) -> None:
        self.packages: list[str] = table["packages"]
        self.lengths: Words = frozenset(table["lengths"])
        self.effects: dict[str, str] = table["effects"]
        self.commands: dict[str, list[str]] = table["commands"]


class FontPackages:
    """Packages that replace Times, and the names of fonts that are Times."""

    def __init__(self, table: Table) -> None:
        self.packages: list[str] = table["packages"]
        self.sans_serif: list[str] = table["sans_serif"]
        self.sans_serif_options: Words = frozenset(table["sans_serif_options"])
        self.times: list[str] = table["times"]


class FloatPackages:
    """Packages that redefine floats or captions."""

    def __init__(self, table: Table) -> None:
        self.caption_packages: list[str] = table["caption_packages"]
        self.obsolete: list[str] = table["obsolete"]
        self.debatable: list[str] = table["debatable"]


class Citations:
    """Words and styles of citations and of the reference list."""

    def __init__(self, table: Table) -> None:
        self.styles = BibtexStyles(table["styles"])
        self.citations = CitationWords(table["citations"])
        self.states = WorkStates(table["states"])
        self.translations = TranslatedTitles(table["translations"])
        self.titles = ReferenceTitles(table["titles"])
        self.publishers: list[str] = table["publishers"]["names"]
        self.organizations: list[str] = table["organizations"]["words"]


class BibtexStyles:
    """BibTeX styles by what they do differently from IEEEtran."""

    def __init__(self, table: Table) -> None:
        self.sorted: Words = frozenset(table["sorted"])
        self.not_numbered: Words = frozenset(table["not_numbered"])
        self.almost_ieee: Words = frozenset(table["almost_ieee"])
        self.without_identifiers: Words = frozenset(table["without_identifiers"])


class CitationWords:
    """Words before citations."""

    def __init__(self, table: Table) -> None:
        self.abbreviations: list[str] = table["abbreviations"]
        self.before_reference: Words = frozenset(table["before_reference"])


class WorkStates:
    """Words for works that are not published yet."""

    def __init__(self, table: Table) -> None:
        self.submitted: list[str] = table["submitted"]
        self.accepted: list[str] = table["accepted"]
        self.year_substitutes: list[str] = table["year_substitutes"]


class TranslatedTitles:
    """Words in the titles of translated journals and of their translations."""

    def __init__(self, table: Table) -> None:
        self.original: list[str] = table["original"]
        self.english: list[str] = table["english"]


class ReferenceTitles:
    """Words of references whose titles are not in sentence case."""

    def __init__(self, table: Table) -> None:
        self.other_languages: list[str] = table["other_languages"]
        self.not_articles: list[str] = table["not_articles"]


class EntryTypes:
    """Types of BibTeX entries and the fields they need."""

    def __init__(self, table: Table) -> None:
        self.required: dict[str, list[str]] = table["required"]
        self.biblatex: dict[str, list[str]] = table["biblatex"]
        self.free: Words = frozenset(table["free"]["types"])
        self.lowered: Words = frozenset(table["lowered"]["types"])
        self.printed: list[str] = table["printed"]["fields"]
        self.identifiers: list[str] = table["identifiers"]["fields"]


class NotePackages:
    """Packages that print notes."""

    def __init__(self, table: Table) -> None:
        self.endnotes: list[str] = table["endnotes"]


class Equations:
    """Words around equations, functions, and documents that have their own equations."""

    def __init__(self, table: Table) -> None:
        self.determiners: Words = frozenset(table["determiners"])
        self.no_names: Words = frozenset(table["no_names"])
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


class Headings:
    """Words of headings, and of bold paragraphs that are not headings."""

    def __init__(self, table: Table) -> None:
        self.components: list[str] = table["components"]
        self.numbered: list[str] = table["numbered"]
        self.labels: list[str] = table["labels"]


class Journals:
    """Titles of IEEE's periodicals, in lowercase, with their abbreviations and macros."""

    def __init__(self, table: Table) -> None:
        self.titles: dict[str, list[str]] = table["titles"]


class Latex:
    """Environments, packages and values in LaTeX source."""

    def __init__(self, table: Table) -> None:
        self.labels = LabelSources(table["labels"])
        self.spaces = SpacedEnvironments(table["spaces"])
        self.links = LinkColors(table["links"])


class LabelSources:
    """Labels that the draft itself does not define, and environments with numbered rows."""

    def __init__(self, table: Table) -> None:
        self.automatic_labels: Words = frozenset(table["automatic_labels"])
        self.external_packages: list[str] = table["external_packages"]
        self.numbering_environments: list[str] = table["numbering_environments"]


class SpacedEnvironments:
    """Environments in which space is used differently."""

    def __init__(self, table: Table) -> None:
        self.placing_environments: list[str] = table["placing_environments"]
        self.compact_lists: list[str] = table["compact_lists"]


class LinkColors:
    """Colors of links."""

    def __init__(self, table: Table) -> None:
        self.text_colors: Words = frozenset(table["text_colors"])


class Places:
    """Countries and states as affiliations name them."""

    def __init__(self, table: Table) -> None:
        self.countries: Words = frozenset(table["countries"])


class ProperNouns:
    """Words that keep their capital in a title, and the symbols of the elements."""

    def __init__(self, table: Table) -> None:
        self.names: Words = frozenset(table["names"]["words"])
        self.elements: Words = frozenset(table["elements"]["symbols"])


class References:
    """Words for numbered things, and words after a list of numbers."""

    def __init__(self, table: Table) -> None:
        self.kinds = ReferenceKinds(table["kinds"])
        self.kind_of: dict[str, str] = {
            word: kind for kind, words in vars(self.kinds).items() for word in words
        }
        self.after_list: Words = frozenset(table["after_list"])


class ReferenceKinds:
    """The words for each kind of numbered thing."""

    def __init__(self, table: Table) -> None:
        self.figure: list[str] = table["figure"]
        self.table: list[str] = table["table"]
        self.equation: list[str] = table["equation"]
        self.section: list[str] = table["section"]
        self.algorithm: list[str] = table["algorithm"]
        self.listing: list[str] = table["listing"]
        self.theorem: list[str] = table["theorem"]


class Sentences:
    """Words that show whether a period ends a sentence."""

    def __init__(self, table: Table) -> None:
        self.abbreviations: Words = frozenset(table["abbreviations"])
        self.either_way: Words = frozenset(table["either_way"])
        self.openers: Words = frozenset(table["openers"])


class Spellings:
    """British spelling -> American spelling."""

    def __init__(self, table: Table) -> None:
        self.british: dict[str, str] = table["british"]
        self.debatable: dict[str, str] = table["debatable"]


class Template:
    """Phrases of IEEE's templates that must not be left in a paper."""

    def __init__(self, table: Table) -> None:
        self.strong: list[str] = table["strong"]
        self.weak: list[str] = table["weak"]
        self.notice: list[str] = table["notice"]
        self.authors = TemplateAuthors(table["authors"])
        self.hints: list[str] = table["hints"]["words"]
        self.samples = TemplateSamples(table["samples"])
        self.markers = TemplateMarkers(table["markers"])


class TemplateAuthors:
    """The template's placeholders for authors, and its sample keywords."""

    def __init__(self, table: Table) -> None:
        self.phrases: list[str] = table["phrases"]
        self.pairs: list[str] = table["pairs"]
        self.keywords: list[str] = table["keywords"]


class TemplateSamples:
    """The template's sample references, captions, cells and pictures."""

    def __init__(self, table: Table) -> None:
        self.references: list[str] = table["references"]
        self.shared: Words = frozenset(table["shared"])
        self.captions: list[str] = table["captions"]
        self.cells: list[str] = table["cells"]
        self.graphics: list[str] = table["graphics"]


class TemplateMarkers:
    """Marks of unfinished work."""

    def __init__(self, table: Table) -> None:
        self.commands: list[str] = table["commands"]
        self.words: list[str] = table["words"]
        self.nouns: list[str] = table["nouns"]
        self.phrases: list[str] = table["phrases"]


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


class WordStyles:
    """Paragraph styles, sizes and fonts of IEEE's Word templates."""

    def __init__(self, table: Table) -> None:
        self.conference: Words = frozenset(table["conference"])
        self.journal: Words = frozenset(table["journal"])
        self.harmless: Words = frozenset(table["harmless"])
        self.titles: Words = frozenset(table["titles"])
        self.authors: Words = frozenset(table["authors"])
        self.captions: Words = frozenset(table["captions"])
        self.components: Words = frozenset(table["components"])
        self.sizes: dict[str, float] = table["sizes"]
        self.fonts = WordFonts(table["fonts"])
        self.telling: dict[str, list[str]] = table["telling"]


class WordFonts:
    """Fonts that a Word draft may use."""

    def __init__(self, table: Table) -> None:
        self.text: list[str] = table["text"]
        self.special: list[str] = table["special"]
        self.code: list[str] = table["code"]


class Wording:
    """Words that are confused, joined, contracted or repeated."""

    def __init__(self, table: Table) -> None:
        self.homophones: dict[str, str] = table["homophones"]
        self.non = NonPrefix(table["non"])
        self.contractions: dict[str, str] = table["contractions"]
        self.doubles = RepeatedWords(table["doubles"])
        self.affect: list[str] = table["affect"]["topics"]
        self.possessives: list[str] = table["possessives"]["nouns"]
        self.inference: list[str] = table["inference"]["subjects"]
        self.ranges: list[str] = table["ranges"]["units"]
        self.using: Words = frozenset(table["using"]["actions"])
        self.data = DataWords(table["data"])


class NonPrefix:
    """Words by how they take the prefix "non"."""

    def __init__(self, table: Table) -> None:
        self.stems: Words = frozenset(table["stems"])
        self.spaced: Words = frozenset(table["spaced"])
        self.kept: Words = frozenset(table["kept"])


class DataWords:
    """Words after the noun "data"."""

    def __init__(self, table: Table) -> None:
        self.compounds: list[str] = table["compounds"]
        self.verbs: dict[str, str] = table["verbs"]


class RepeatedWords:
    """Words that may be repeated, and words that never are."""

    def __init__(self, table: Table) -> None:
        self.allowed: Words = frozenset(table["allowed"])
        self.sure: Words = frozenset(table["sure"])

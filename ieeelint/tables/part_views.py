"""Typed views of the tables about the parts of a paper, its references and its template."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.tables import Table, Words


class Acknowledgment:
    """Words in and around the acknowledgment."""

    def __init__(self, table: Table) -> None:
        self.network_terms: list[str] = table["network_terms"]
        self.sponsors: list[str] = table["sponsors"]
        self.people: list[str] = table["people"]
        self.back_matter: list[str] = table["back_matter"]


class Authors:
    """Words in author blocks."""

    def __init__(self, table: Table) -> None:
        self.departments: list[str] = table["departments"]
        self.titles: list[str] = table["titles"]
        self.degrees: list[str] = table["degrees"]


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
    """Words before and after citations."""

    def __init__(self, table: Table) -> None:
        self.abbreviations: list[str] = table["abbreviations"]
        self.before_reference: Words = frozenset(table["before_reference"])
        self.not_before_citation: Words = frozenset(table["not_before_citation"])
        self.verbs_of_works: Words = frozenset(table["verbs_of_works"])


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
        self.unprinted: dict[str, list[str]] = table["unprinted"]
        self.identifiers: list[str] = table["identifiers"]["fields"]


class Headings:
    """Words of headings, and of bold paragraphs that are not headings."""

    def __init__(self, table: Table) -> None:
        self.components: list[str] = table["components"]
        self.numbered: list[str] = table["numbered"]
        self.labels: list[str] = table["labels"]


class Journals:
    """Titles of IEEE's periodicals with the forms that IEEE prints, the form to write first, and
    words that may stand for each other in these forms.
    """

    def __init__(self, table: Table) -> None:
        self.titles: dict[str, list[str]] = table["titles"]
        self.same_words: dict[str, str] = table["same_words"]


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


class Template:
    """Phrases of IEEE's templates that must not be left in a paper."""

    def __init__(self, table: Table) -> None:
        self.strong: list[str] = table["strong"]
        self.weak: list[str] = table["weak"]
        self.notice: list[str] = table["notice"]
        self.sentences: Words = frozenset(table["sentences"])
        self.authors = TemplateAuthors(table["authors"])
        self.hints: list[str] = table["hints"]["words"]
        self.samples = TemplateSamples(table["samples"])
        self.markers = TemplateMarkers(table["markers"])


class TemplateAuthors:
    """The template's placeholders for authors, and its sample keywords."""

    def __init__(self, table: Table) -> None:
        self.phrases: list[str] = table["phrases"]
        self.labels: list[str] = table["labels"]
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
        self.labels: Words = frozenset(table["labels"])
        self.commands: list[str] = table["commands"]
        self.words: list[str] = table["words"]
        self.nouns: list[str] = table["nouns"]
        self.production: list[str] = table["production"]
        self.phrases: list[str] = table["phrases"]
        self.titles: Words = frozenset(table["titles"])


class PublicationWords:
    """Words in the titles of journals and conferences, and how IEEE abbreviates them."""

    def __init__(self, table: Table) -> None:
        self.left_out: Words = frozenset(table["left_out"])
        self.also_in_full: Words = frozenset(table["also_in_full"])
        self.in_full: Words = frozenset(table["in_full"])
        self.beginnings: list[str] = table["beginnings"]
        self.other_languages: Words = frozenset(table["other_languages"])
        self.conferences: Words = frozenset(table["conferences"])
        self.conference_names: list[str] = table["conference_names"]
        self.volumes: Words = frozenset(table["volumes"])
        self.not_published: Words = frozenset(table["not_published"])
        self.phrases: dict[str, str] = table["phrases"]
        self.forms: dict[str, str] = table["forms"]
        self.units: dict[str, str] = table["units"]
        self.tens: dict[str, str] = table["tens"]
        self.ordinals: dict[str, str] = table["ordinals"] | self.units
        for ten, figure in self.tens.items():
            self.ordinals |= {f"{ten}-{unit}": figure + self.units[unit] for unit in self.units}

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
        self.ai = WritingAids(table["ai"])


class WritingAids:
    """AI systems, and the words of sentences that say what they did with the text."""

    def __init__(self, table: Table) -> None:
        self.systems: list[str] = table["systems"]
        self.authors: Words = frozenset(table["authors"])
        self.making: list[str] = table["making"]
        self.editing: list[str] = table["editing"]
        self.making_forms: list[str] = table["making_forms"]
        self.editing_forms: list[str] = table["editing_forms"]
        self.parts: list[str] = table["parts"]
        self.qualities: Words = frozenset(table["qualities"])
        self.doubts: Words = frozenset(table["doubts"])
        self.places: Words = frozenset(table["places"])
        self.edits: Words = frozenset([*self.editing, *self.editing_forms])
        self.verbs: Words = self.edits | {*self.making, *self.making_forms}


class Anonymity:
    """Words about who wrote a draft."""

    def __init__(self, table: Table) -> None:
        self.anonymous: list[str] = table["anonymous"]
        self.neutral: Words = frozenset(table["neutral"])
        self.statements: list[str] = table["statements"]
        self.openings: Words = frozenset(table["openings"])
        self.placeholders: list[str] = table["placeholders"]
        self.organizations: Words = frozenset(table["organizations"])
        self.company_endings: Words = frozenset(table["company_endings"])
        self.generic: Words = frozenset(table["generic"])
        self.mail_hosts: Words = frozenset(table["mail_hosts"])
        self.repositories: list[str] = table["repositories"]
        self.anonymous_addresses: list[str] = table["anonymous_addresses"]
        self.unnamed: Words = frozenset(table["unnamed"])
        self.own_works: list[str] = table["own_works"]
        self.earlier: list[str] = table["earlier"]
        self.reporting: list[str] = table["reporting"]
        self.given_words: Words = frozenset(table["given_words"])


class Authors:
    """Words in author blocks."""

    def __init__(self, table: Table) -> None:
        self.departments: list[str] = table["departments"]
        self.titles: list[str] = table["titles"]
        self.degrees: list[str] = table["degrees"]
        self.positions: list[str] = table["positions"]


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
        self.organization_ends: Words = frozenset(table["organizations"]["ends"])


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
        self.before_interval: Words = frozenset(table["before_interval"])
        self.after_direction: Words = frozenset(table["after_direction"])
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
        self.any_of: list[str] = table["any_of"]["fields"]
        self.advised: dict[str, list[str]] = table["advised"]
        self.biblatex: dict[str, list[str]] = table["biblatex"]
        self.biblatex_fields: dict[str, list[str]] = table["biblatex_fields"]
        self.instead: dict[str, str] = table["instead"]
        self.free: Words = frozenset(table["free"]["types"])
        self.foreign: Words = frozenset(table["foreign"]["types"])
        self.kept_titles: Words = frozenset(table["kept_titles"]["types"])
        self.web: Words = frozenset(table["web"]["types"])
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
        self.counted: Words = frozenset(table["counted"])
        self.eight_shapes: Words = frozenset(table["eight_shapes"])


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
        self.pages = TemplatePages(table["pages"])
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


class TemplatePages:
    """What the template has in the heads and feet of its pages, in the signs of ``Residue``."""

    def __init__(self, table: Table) -> None:
        self.heads: list[str] = table["heads"]
        self.named: list[str] = table["named"]
        self.production: list[str] = table["production"]


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


class Residue:
    """What chat programs leave in a draft; the signs of the phrases are explained in the table."""

    def __init__(self, table: Table) -> None:
        self.replies: list[str] = table["replies"]
        self.buttons: list[str] = table["buttons"]
        self.marks: list[str] = table["marks"]
        self.placeholders: list[str] = table["placeholders"]
        self.prompts: list[str] = table["prompts"]
        self.lengths: list[str] = table["lengths"]
        self.trackers: list[str] = table["trackers"]
        self.unfilled: list[str] = table["unfilled"]
        self.subjects: list[str] = table["subjects"]


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

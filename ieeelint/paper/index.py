"""The index of a paper: words, quantities and so on, each found once, when a rule needs it."""

from __future__ import annotations

from ieeelint.paper.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.abbreviations import Abbreviations
    from ieeelint.paper.blocks import Reference
    from ieeelint.paper.languages import Languages
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantity_use import QuantityUse
    from ieeelint.paper.reference_parts import Parts
    from ieeelint.paper.references_use import ReferenceUse
    from ieeelint.paper.visible_citations import VisibleCitations
    from ieeelint.vocabulary import Vocabulary


class Index(Words):
    """Words and sentences, quantities, references and abbreviations."""

    __slots__ = (
        "_quantities",
        "_reference_uses",
        "_abbreviations",
        "_typed_entries",
        "_languages",
        "_citations",
    )

    def __init__(self, paper: Paper, vocabulary: Vocabulary) -> None:
        super().__init__(paper, vocabulary)
        self._quantities: list[QuantityUse] | None = None
        self._reference_uses: list[ReferenceUse] | None = None
        self._abbreviations: Abbreviations | None = None
        self._typed_entries: list[tuple[Reference, Parts]] | None = None
        self._languages: Languages | None = None
        self._citations: VisibleCitations | None = None

    @property
    def languages(self) -> Languages:
        """The languages of the passages (see :mod:`ieeelint.paper.language`)."""
        if self._languages is None:
            from ieeelint.paper.languages import Languages

            self._languages = Languages(self._paper)
        return self._languages

    @property
    def quantities(self) -> list[QuantityUse]:
        """Numbers with units, in order (see :mod:`ieeelint.paper.quantities`)."""
        if self._quantities is None:
            from ieeelint.paper.quantities import find_quantities

            self._quantities = find_quantities(self._paper, self._vocabulary.units)
        return self._quantities

    @property
    def reference_uses(self) -> list[ReferenceUse]:
        """References to numbered things (see :mod:`ieeelint.paper.references_use`)."""
        if self._reference_uses is None:
            from ieeelint.paper.references_use import find_references

            vocabulary = self._vocabulary.references
            self._reference_uses = find_references(self._paper, self, vocabulary)
        return self._reference_uses

    @property
    def abbreviations(self) -> Abbreviations:
        """Abbreviations and their definitions (see :mod:`ieeelint.paper.abbreviations`)."""
        if self._abbreviations is None:
            from ieeelint.paper.abbreviations import Abbreviations

            small_words = self._vocabulary.abbreviations.small_words
            self._abbreviations = Abbreviations(self._paper, small_words)
        return self._abbreviations

    @property
    def typed_entries(self) -> list[tuple[Reference, Parts]]:
        """The typed references with their parts (see :mod:`ieeelint.paper.reference_parts`)."""
        if self._typed_entries is None:
            from ieeelint.paper.reference_parts import typed_entries

            self._typed_entries = typed_entries(self._paper)
        return self._typed_entries

    @property
    def citations(self) -> VisibleCitations:
        """The citations that a reader sees (see :mod:`ieeelint.paper.visible_citations`)."""
        if self._citations is None:
            from ieeelint.paper.visible_citations import VisibleCitations

            words = self._vocabulary.citations.citations
            self._citations = VisibleCitations(self._paper, words)
        return self._citations

"""What the neighbors of a paragraph, and its place in the draft, say about its role."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.readers.word import labels
from ieeelint.readers.word.heads import merged_head, number_of, opens, parts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.word.traits import Traits
    from ieeelint.views.word import WordView

FRONT_MOST = 60  # paragraphs with words, the abstract among them
LONGEST_ABSTRACT = 8  # paragraphs
LISTS_OF_REFERENCES = ("ZOTERO_BIBL", "EN.REFLIST", "CSL_BIBLIOGRAPHY", "CITAVIBIBLIOGRAPHY")
FEWEST_ENTRIES = 3  # of a list without a heading


class Place:
    """The place of a paragraph; everything is false until the draft says otherwise."""

    __slots__ = (
        "front",
        "before_abstract",
        "in_author_table",
        "in_abstract",
        "head_of",
        "is_below_keywords",
        "head",
        "in_contents",
        "in_bibliography",
        "in_references",
        "is_references_head",
        "is_headless_entry",
        "is_entry",
        "after_entry",
        "in_list",
        "continues_list",
        "near_picture",
        "text_follows",
        "in_sequence",
        "follows_numbers",
        "heads_are_numbered",
    )

    def __init__(self) -> None:
        self.front = self.before_abstract = self.in_author_table = self.in_abstract = False
        self.head_of = ""  # the part whose heading this is: the abstract, the index terms
        self.is_below_keywords = False
        self.head = 0  # characters of a heading in front of its text
        self.in_contents = self.in_bibliography = self.in_references = False
        self.is_references_head = self.is_headless_entry = self.is_entry = False
        self.after_entry = self.near_picture = self.text_follows = False
        self.in_list = self.continues_list = False
        self.in_sequence = self.follows_numbers = self.heads_are_numbered = False


class Surroundings:
    """The places of all paragraphs with words; ``abstract`` and ``front_end`` are indices in
    ``all``, -1 and 0 for none.
    """

    def __init__(self, view: WordView, everything: list[Traits]) -> None:
        self.all = everything
        self.places = [Place() for _ in everything]
        self.abstract = self._abstract()
        self.first_heading = self._first_heading()
        self.front_end = self.abstract if self.abstract >= 0 else self.first_heading
        self._fields(view)
        self._neighbors()
        self._sequences()
        self._front()
        self._references()

    def _abstract(self) -> int:
        """The abstract, by style or label, near the beginning; -1 if there is none."""
        for at, traits in enumerate(self.all[:FRONT_MOST]):
            if traits.style_role == roles.ABSTRACT or traits.label_role == roles.ABSTRACT:
                return at
            if traits.is_body and labels.is_head("abstract", traits.words):
                return at
        return -1

    def _first_heading(self) -> int:
        """The first heading; 0 if there is none."""
        for at, traits in enumerate(self.all[:FRONT_MOST]):
            if traits.style_role == roles.HEADING:
                return at
        for at, traits in enumerate(self.all[:FRONT_MOST]):
            if traits.is_body and labels.is_head("headings", traits.words):
                return at
        return 0

    def _fields(self, view: WordView) -> None:
        """Lists that Word or a reference manager writes: contents, figures, references."""
        ranges = [
            (field.span.start, field.span.end, field.kind == "TOC")
            for field in view.fields
            if field.span.source is view.document.source
            and (
                field.kind in ("TOC", "BIBLIOGRAPHY")
                or any(name in field.instruction.upper() for name in LISTS_OF_REFERENCES)
            )
        ]
        ends = [traits.paragraph.span.end for traits in self.all]
        done = 0  # fields may lie in each other
        for start, end, is_contents in sorted(ranges):
            at = max(done, bisect_right(ends, start))
            while at < len(ends) and self.all[at].paragraph.span.start < end:
                self.places[at].in_contents |= is_contents
                self.places[at].in_bibliography |= not is_contents
                at += 1
            done = max(done, at - 1)
        for traits, place in zip(self.all, self.places):
            place.in_contents |= traits.style_role == roles.CONTENTS

    def _neighbors(self) -> None:
        """The paragraphs before and after each paragraph."""
        numbered = any(each.style_role == roles.HEADING and each.is_numbered for each in self.all)
        for at, (traits, place) in enumerate(zip(self.all, self.places)):
            place.heads_are_numbered = numbered
            place.head = merged_head(traits)
            before = self.all[at - 1] if at else None
            after = self.all[at + 1] if at + 1 < len(self.all) else None
            place.near_picture = any(
                each is not None and "\ufffc" in each.words and each.count <= 2
                for each in (before, after)
            )
            place.continues_list = before is not None and _same_list(traits, before)
            place.in_list = not traits.is_bold and (
                place.continues_list or (after is not None and _same_list(traits, after))
            )

        for at in range(len(self.all) - 2, -1, -1):
            after = self.all[at + 1]
            self.places[at].text_follows = (
                after.is_prose
                or after.style_role == roles.HEADING
                or after.paragraph.is_bullet
                or after.is_picture
                or (after.words[-1] in ".!?" and not after.is_bold)
                or (_same_list(self.all[at], after, bold=True) and self.places[at + 1].text_follows)
            )

    def _sequences(self) -> None:
        """Typed numbers that go on with text between them, as those of headings do."""
        last: dict[str, tuple[int, int]] = {}  # by form: the number and its index
        chain: tuple[list[int], int] = ([], 0)  # the last number with parts, and its index
        text = 0  # index of the last paragraph of text
        whole = False  # whether a known heading has a number without parts, as lists have
        for at, traits in enumerate(self.all):
            if traits.is_prose:
                text = at
            form, value = number_of(traits) if traits.may_be_heading else ("", 0)
            if not form:
                continue
            if form.startswith("parts"):
                parts, above = chain
                chain = parts_of(traits), at
                if above < text and opens(parts, chain[0]):
                    self.places[at].in_sequence = self.places[above].in_sequence = True
            number, before = last.get(form, (0, 0))
            whole |= form.startswith("whole") and labels.is_head("headings", traits.words)
            last[form] = (value, at)
            if form.startswith("whole") and not whole:
                continue
            if value == number + 1 and number and before < text:
                self.places[at].in_sequence = self.places[before].in_sequence = True

    def _front(self) -> None:
        """The title block, the abstract with all its paragraphs, and the index terms."""
        for place in self.places[: self.front_end]:
            place.before_abstract = True
        cells = [at for at in range(self.front_end) if self.all[at].paragraph.container == "cell"]
        if any(pattern(r"\w@\w").search(self.all[at].words) for at in cells):
            for at in cells:
                self.places[at].in_author_table = True
        for name, role in (("abstract", roles.ABSTRACT), ("keywords", roles.KEYWORDS)):
            for at, traits in enumerate(self.all[:FRONT_MOST]):
                if traits.is_body and labels.is_head(name, traits.words):
                    self.places[at].head_of = role
                    if role == roles.KEYWORDS and at + 1 < len(self.all):
                        self.places[at + 1].is_below_keywords = True
                    break
        if self.abstract < 0:
            return
        is_head = bool(self.places[self.abstract].head_of)
        end = self._abstract_end(is_head)
        for at in range(self.abstract + 1, end):
            traits = self.all[at]
            self.places[at].in_abstract = traits.is_body and (is_head or traits.style_role == "")

    def _abstract_end(self, is_head: bool) -> int:
        """The index of the first paragraph that does not belong to the abstract."""
        first = self.abstract + 1
        for at in range(first, min(first + LONGEST_ABSTRACT, len(self.all))):
            traits = self.all[at]
            if (
                traits.style_role in (roles.HEADING, roles.KEYWORDS)
                or traits.label_role
                or self.places[at].head_of
                or labels.is_head("headings", traits.words)
            ):
                return at
        return first + 1 if is_head else first

    def _references(self) -> None:
        """The headings of reference lists, and lists without a heading."""
        for at, traits in enumerate(self.all):
            place = self.places[at]
            if not traits.words[:1].islower():
                if traits.is_body and not place.in_contents and at >= self.front_end:
                    place.is_references_head = labels.is_head("references", traits.words)
        if any(place.is_references_head for place in self.places):
            return
        run: list[int] = []
        for at in range(len(self.all)):
            if self._may_be_entry(at, run):
                run.append(at)
                continue
            self._mark(run)
            run = []
        self._mark(run)

    def _may_be_entry(self, at: int, run: list[int]) -> bool:
        """True for what continues a list of entries: numbered in order, or all by their words."""
        traits = self.all[at]
        if not traits.is_body or at <= self.front_end or traits.style_role == roles.HEADING:
            return False
        bracket = traits.words.startswith("[")
        if run and self.all[run[0]].words.startswith("["):
            return bracket and traits.entry_number == len(run) + 1
        if bracket:
            return not run and traits.entry_number == 1
        return traits.style_role != roles.LIST_ITEM and _is_dated_entry(traits.words)

    def _mark(self, run: list[int]) -> None:
        """Mark a run of entries that is long enough for a list."""
        if len(run) < FEWEST_ENTRIES or sum(self.all[at].is_entry for at in run) * 2 < len(run):
            return
        for at in run:
            self.places[at].is_headless_entry = True


def _is_dated_entry(words: str) -> bool:
    """True for "Lima, A. (2019). Flow …" and "Lima, A., & Costa, B. (2019) …"."""
    return (
        pattern(
            r"[A-Z\u00c0-\u024f][\w'’-]+,\s(?:[A-Z]\.[\s-]?){1,4}[^()]{0,200}\((?:19|20)\d\d[a-z]?[^()]{0,20}\)"
        ).match(words)
        is not None
    )


def _same_list(one: Traits, other: Traits, bold: bool = False) -> bool:
    """True for two paragraphs of one automatic list, the other of them bold or not."""
    numbering = one.paragraph.look.numbering
    return (
        numbering is not None
        and numbering == other.paragraph.look.numbering
        and one.is_numbered
        and other.is_bold == bold
    )

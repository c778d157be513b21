"""Detects the role of each paragraph in the paper from its style, its words, its look, and its
neighbors.
"""

from __future__ import annotations

from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.readers.word.evidence import gather, strongest
from ieeelint.readers.word.heads import number_of, typed_level
from ieeelint.readers.word.labels import is_head
from ieeelint.readers.word.surroundings import Surroundings
from ieeelint.readers.word.traits import Traits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.word.surroundings import Place
    from ieeelint.views.word import WordParagraph, WordView

SMALLEST_TITLE = 14.0  # points
STRAY = " .,;:\x0b\u00a0"  # marks that were left alone when text was moved
FEWEST_WORDS_OF_TITLE = 3  # in the header of a page
LONGEST_TITLE = 40  # words
MOST_WORDS_OF_LINE = 10  # of index terms that go on in the next paragraph
# The end of a line of a title that goes on in the next line.
UNFINISHED = (
    r"(?i:[,:–—-]|\b(?:a|an|the|of|for|in|on|and|with|by|using|to|from|based|via|at|&))\s*\Z"
)
LARGEST = (20, "largest type before the abstract")
LONGEST_REST = 25  # words of a caption after a label alone
ROMAN_FORMS = ("roman", "roman.", "roman)")
CAPTIONS = (roles.FIGURE_CAPTION, roles.TABLE_CAPTION)


def detect_roles(view: WordView) -> None:
    """Set the role of every paragraph of the document, and the nearest heading before it."""
    everything = []
    styles: dict[str, tuple[str, int]] = {}
    for paragraph in view.paragraphs:
        words = paragraph.plain.strip()
        if words.strip(STRAY) or (words and paragraph.printed):
            everything.append(Traits(paragraph, words, styles))
        else:
            paragraph.role = roles.EMPTY
    surroundings = Surroundings(view, everything)
    walk = Walk(any(traits.style_role == roles.HEADING for traits in everything))
    for traits, place in zip(surroundings.all, surroundings.places):
        walk.visit(traits, place)
    _carry_headings(view)
    end = everything[surroundings.front_end].paragraph.number if surroundings.front_end else 0
    _detect_title(view.paragraphs[: max(0, end - 1)])
    view.has_title_in_header = any(
        paragraph.runs and _size(paragraph) >= SMALLEST_TITLE
        for part in view.parts
        if part.is_header
        for paragraph in part.paragraphs
        if len(paragraph.plain.split()) >= FEWEST_WORDS_OF_TITLE
    )


class Walk:
    """What is known when the paragraphs are visited in order."""

    def __init__(self, has_styles: bool) -> None:
        self.has_styles = has_styles  # of headings
        self.front = True  # until the first heading after the abstract
        self.in_references = self.has_keywords = False
        self.before = ""  # the role of the paragraph before
        self.caption: Traits | None = None  # the caption directly before
        self.keywords: Traits | None = None  # the index terms directly before
        self.cell = ""  # the number of an entry in the table cell before
        self.levels: dict[tuple[str, int], int] = {}  # of headings, by their list
        self.numbers: dict[str, int] = {}  # the last number of the headings, by its form
        self.below_roman: dict[str, bool] = {}  # forms of numbers of headings below Roman ones

    def visit(self, traits: Traits, place: Place) -> None:
        """Decide on one paragraph."""
        paragraph = traits.paragraph
        place.front = self.front and not (self.has_keywords and _is_single(traits))
        place.in_references = self.in_references
        place.is_entry = self.in_references and traits.is_entry
        place.after_entry = self.before == roles.REFERENCE
        form, value = number_of(traits) if traits.is_body else ("", 0)
        place.follows_numbers = (
            bool(form and paragraph.printed)
            and value > 1
            and self.numbers.get(form) == value - 1
            and not (place.continues_list and self.before != roles.HEADING)
        )
        paragraph.evidence = gather(traits, place)
        role = strongest(paragraph.evidence)
        if role == roles.HEADING and place.before_abstract:
            role = roles.AUTHOR  # a heading style misused for the title or the names
        elif role == roles.HEADING:
            self.front = False
            self.in_references = place.is_references_head
            paragraph.level = self._level(traits)
            paragraph.head = place.head
            if form:
                self.numbers[form] = value
        self.caption = self._go_on(traits, role) if self.caption is not None else None
        if self.caption is not None:
            paragraph.goes_on, role = True, self.before
        elif role in CAPTIONS:
            self.caption = traits
        if self.keywords is not None and _goes_on(self.keywords, traits, role):
            paragraph.goes_on, role = True, roles.KEYWORDS
        is_terms = role == roles.KEYWORDS and not place.head_of
        self.keywords = traits if is_terms else None
        if role == roles.REFERENCE and paragraph.container == "cell" and not paragraph.printed:
            paragraph.printed = self.cell  # Word's own list of references is a table
        self.cell = traits.words if pattern(r"\[\d{1,3}\]\Z").match(traits.words) else ""
        self.has_keywords |= role == roles.KEYWORDS and not place.head_of
        paragraph.role = self.before = role

    def _level(self, traits: Traits) -> int:
        """The level of a heading: that of its style, or of the headings in the same list."""
        numbering = traits.paragraph.look.numbering if traits.is_numbered else None
        level = traits.style_level
        if level and numbering is not None:
            self.levels.setdefault(numbering, level)
        if not level and numbering is not None:
            is_first = traits.is_upper and is_head("headings", traits.words)
            level = 1 if is_first else self.levels.get(numbering, 0)
        return level or typed_level(traits, self.has_styles, self._is_below_roman(traits))

    def _is_below_roman(self, traits: Traits) -> bool:
        """True for a whole number that does not take the place of a Roman one: "I.", "2."."""
        form, value = number_of(traits)
        if form not in self.below_roman or value == 1:
            last = max(self.numbers.get(roman, 0) for roman in ROMAN_FORMS)
            self.below_roman[form] = last > 0 and (value == 1 or value != last + 1)
        return self.below_roman[form]

    def _go_on(self, traits: Traits, role: str) -> Traits | None:
        """The paragraph itself if it is the rest of the caption before, None otherwise.

        A caption goes on after a label alone ("TABLE I"), and where a small letter follows words
        without a period in the same style.
        """
        before = self.caption
        assert before is not None
        if not traits.is_body or traits.label_role or traits.is_picture:
            return None
        if not before.paragraph.printed and before.is_label_alone:
            is_short = traits.count <= LONGEST_REST and role in (
                roles.BODY,
                roles.HEADING,
                self.before,
            )
            return traits if is_short and not traits.style_level else None
        same = traits.paragraph.style is before.paragraph.style and role == self.before
        goes_on = same and traits.words[0].islower() and before.words[-1] not in ".!?"
        return traits if goes_on else None


def _goes_on(before: Traits, traits: Traits, role: str) -> bool:
    """True for a further line of index terms that returns divide: "Water, heat" | "pumps, sand"."""
    if (
        role != roles.BODY
        or traits.label_role
        or traits.paragraph.style is not before.paragraph.style
    ):
        return False
    if traits.paragraph.number - before.paragraph.number > 1 or before.words[-1] in ".;":
        return False
    is_list = before.words[-1] == "," or "," in traits.words
    return is_list and before.count <= MOST_WORDS_OF_LINE and traits.count <= MOST_WORDS_OF_LINE


def _is_single(traits: Traits) -> bool:
    """True for words in the style of the index terms that are not a list of terms."""
    return traits.style_role == roles.KEYWORDS and not any(sign in traits.words for sign in ",;")


def _carry_headings(view: WordView) -> None:
    """Note the nearest heading before each paragraph."""
    heading = ""
    for paragraph in view.paragraphs:
        if paragraph.role == roles.HEADING:
            heading = paragraph.plain[: paragraph.head or None].strip()
        paragraph.heading = heading


def _detect_title(front: list[WordParagraph]) -> None:
    """Detect title and authors by their look if the styles do not show them."""
    with_words = [
        paragraph
        for paragraph in front
        if paragraph.role != roles.EMPTY and paragraph.container == "body"
    ]
    titles = [paragraph for paragraph in with_words if paragraph.role == roles.TITLE]
    for extra in titles[1:]:
        if _size(extra) < SMALLEST_TITLE:
            extra.role = roles.AUTHOR  # names in the style of the title
    if titles or not with_words:
        return
    with_words = [each for each in with_words if len(each.plain.split()) <= LONGEST_TITLE]
    if with_words and with_words[0].role != roles.SUBTITLE:
        largest = max(map(_size, with_words))
        position = next(
            at for at, paragraph in enumerate(with_words) if _size(paragraph) == largest
        )
        with_words[position].role = roles.TITLE
        with_words[position].evidence.append((roles.TITLE, *LARGEST))
        for before in with_words[:position]:
            before.role = roles.RUNNING_HEAD  # the name of a journal, a number of a paper
        _continue_title(with_words[position:])


def _continue_title(front: list[WordParagraph]) -> None:
    """Join the second line of a title, in a separate paragraph, to the first."""
    if len(front) < 2:
        return
    title, following = front[:2]
    is_next = following.number - title.number == 1
    is_unfinished = pattern(UNFINISHED).search(title.plain) is not None
    if is_next and is_unfinished and _size(following) == _size(title):
        following.role, following.goes_on = roles.TITLE, True


def _size(paragraph: WordParagraph) -> float:
    """The size of the paragraph's first words, in points."""
    return paragraph.runs[0].look.size if paragraph.runs else paragraph.mark_look.size

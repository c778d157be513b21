"""What can be seen of one paragraph of a Word draft, without its neighbors."""

from __future__ import annotations

from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.readers.word import labels
from ieeelint.readers.word.displays import is_display
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

    from ieeelint.views.word import WordParagraph

STYLES: dict[str, str] = table("word_roles")["styles"]
CAPTIONS = (roles.FIGURE_CAPTION, roles.TABLE_CAPTION)
LONGEST_CAPTION = 400  # characters of a caption detected by its words only
LONGEST_HEADING = 10  # words
LONG_TEXT = 200  # characters of a heading that is text
FEWEST_WORDS_OF_PROSE = 9
ADDRESS_ALONE = r"(?:https?://|ftp://|www\.)\S+\Z"
# What an entry has and prose has not, and what both may have.
SURE_ENTRY_WORDS = (
    r"\b(?:19|20)\d\d\b|https?://|ftp://|www\.|\bpp?\.\s?\d|\bvol(?:ume|\.)\s?\d|\bdoi\b|\barXiv"
    r"|\bunpublished\b"
)
ENTRY_WORDS = (
    r"[“\"”]|\b[A-Z]\.[\s\u00a0-]?(?:[A-Z]\.\s?)*[A-Z][a-z]+|[a-z], [A-Z]\.|\bno\.\s?\d|\bet al\b"
    r"|\bProc(?:eedings|\.)|\bTrans\.|\bConf(?:erence|\.)|\bJournal\b|\bJ\.\s|\bIEEE\b|\bACM\b"
    r"|\bSpringer|\bElsevier|\bPress\b|\bAvailable\b|\bAccessed\b|\bISBN\b|\bed\."
)
# A finite verb of prose about the paper; entries have hardly any.
SENTENCE = (
    r"\b(?i:is|are|was|were|has|have|will|can|may|should|must|do|does|please|we|our|this|it|you)\b"
)


class Traits:
    """What one paragraph looks like.

    ``style_role`` and ``style_level`` are those of its style; ``in_caption_style`` says that it has
    the style of Word's Insert Caption, for figures and tables; ``number`` is a number typed as
    before a heading; ``label_role`` is the role that the first words show.
    """

    __slots__ = (
        "paragraph",
        "words",
        "count",
        "style_role",
        "style_level",
        "in_caption_style",
        "number",
        "label_role",
        "is_body",
        "is_bold",
        "is_italic",
        "is_small_caps",
        "is_upper",
        "is_numbered",
        "lists",
    )

    def __init__(
        self, paragraph: WordParagraph, words: str, styles: dict[str, tuple[str, int]]
    ) -> None:
        """Look at a paragraph; ``styles`` keeps the roles and levels of the styles seen so far."""
        identifier = paragraph.style.identifier
        if identifier not in styles:
            styles[identifier] = by_style(paragraph), heading_level(paragraph)
        self.paragraph = paragraph
        self.words = words
        self.count = len(words.split())
        self.style_role, self.style_level = styles[identifier]
        self.is_body = paragraph.container == "body"
        self.in_caption_style = "caption" in style_keys(paragraph)
        self.label_role = _by_label(words, self.in_caption_style)
        if not self.label_role and self.style_role not in CAPTIONS:
            self.label_role = _by_label(paragraph.printed, False)
        self.number: Match[str] | None = None
        self.is_bold = self.is_italic = self.is_small_caps = self.is_upper = False
        self.is_numbered = bool(paragraph.printed) and not paragraph.is_bullet
        if self.count <= 2 * LONGEST_HEADING:
            self._look()

    def _look(self) -> None:
        """How a short paragraph looks."""
        words = self.words
        self.number = pattern(labels.HEAD_NUMBER).match(words)
        looks = [run.look for run in self.paragraph.runs if run.span.text.strip()]
        if looks:
            self.is_bold = all(look.bold for look in looks)
            self.is_italic = all(look.italic for look in looks)
            self.is_small_caps = all(look.small_caps or look.caps for look in looks)
        letters = words.rstrip(" :.—–-")
        self.is_upper = letters.isupper() and sum(map(str.isalpha, letters)) > 3

    @property
    def is_label_alone(self) -> bool:
        """True for the label of a caption without words."""
        for label in (labels.FIGURE_LABEL, labels.TABLE_LABEL):
            match = pattern(label).match(self.words)
            if match is not None:
                return match.end() == len(self.words)
        return False

    @property
    def is_picture(self) -> bool:
        """True for a paragraph of pictures alone."""
        return self.words.strip("\ufffc\t\x0b\u00a0 ") == ""

    @property
    def is_display(self) -> bool:
        """True for a formula, perhaps with its number."""
        return is_display(self.paragraph)

    @property
    def has_no_number_of_style(self) -> bool:
        """True where the style numbers its paragraphs, but not this one."""
        return not self.paragraph.printed

    @property
    def is_prose(self) -> bool:
        """True for one or more sentences."""
        words = self.words
        if self.count < FEWEST_WORDS_OF_PROSE or words.isupper():
            return False
        if words[-1:] in ".!?:;":
            return True
        return self.count > 25 or pattern(r"[a-z)\]][.!?]\s+[A-Z]").search(words) is not None

    @property
    def may_be_heading(self) -> bool:
        """True for a short line of the body that ends as no sentence does."""
        words = self.words
        return (
            self.is_body
            and 0 < self.count <= LONGEST_HEADING
            and words[-1:] not in ".,;"
            and "\ufffc" not in words
            and "=" not in words
            and not self.paragraph.is_bullet
            and any(map(str.isalpha, words))
        )

    @property
    def is_entry(self) -> bool:
        """True for words that only an entry of a reference list has."""
        if pattern(ADDRESS_ALONE).match(self.entry_words):
            return True
        sure = {
            match.group()[:2].lower() for match in pattern(SURE_ENTRY_WORDS).finditer(self.words)
        }
        if not sure or self.is_guidance:
            return False
        return len(sure) > 1 or pattern(ENTRY_WORDS).search(self.words) is not None

    @property
    def is_guidance(self) -> bool:
        """True for prose about references, as in the template's own text."""
        return len(pattern(SENTENCE).findall(self.words)) > 2

    @property
    def entry_words(self) -> str:
        """The words after a typed number of an entry."""
        match = pattern(labels.REFERENCE_LABEL).match(self.words)
        return self.words[match.end() :] if match else self.words

    @property
    def entry_number(self) -> int:
        """The number typed before an entry of a reference list; 0 for none."""
        match = pattern(labels.REFERENCE_LABEL).match(self.words)
        return int(match[1] or match[2]) if match else 0


def style_keys(paragraph: WordParagraph) -> list[str]:
    """The keys of the paragraph's style, by name and by identifier, and of the styles it is based
    on; "IEEE Title" counts as "Title".
    """
    style = paragraph.style
    keys = (style.key, style.identifier.lower().replace("-", ""), *style.ancestors)
    return [key.removeprefix("ieee") for key in keys]


def heading_level(paragraph: WordParagraph) -> int:
    """The level of the paragraph's heading style, from 1; 0 for other styles."""
    for key in style_keys(paragraph):
        level = _level(key)
        if level:
            return level
    return 0


def _level(key: str) -> int:
    """The level of a heading style: "heading2", and "h2" in the template of IEEE Access."""
    number = key.removeprefix("heading") if key.startswith("heading") else key.removeprefix("h")
    return min(int(number), 5) if number != key and number.isdecimal() else 0


def by_style(paragraph: WordParagraph) -> str:
    """The role of the style, or of a style that it is based on; empty for none."""
    for key in style_keys(paragraph):
        if key in STYLES:
            return STYLES[key]
        if _level(key):
            return roles.HEADING
        if key.startswith("toc") and key[3:].isdecimal():
            return roles.CONTENTS
    return ""


def _by_label(words: str, in_caption_style: bool) -> str:
    """The role that the first words show; empty if they show none."""
    first = words.lstrip("\ufffc \t(")[:1]  # a picture may be anchored before the label
    if first in labels.FIRST_LETTERS["abstract"] and pattern(labels.ABSTRACT_LABEL).match(words):
        return roles.ABSTRACT
    if first in labels.FIRST_LETTERS["keywords"] and pattern(labels.KEYWORDS_LABEL).match(words):
        return roles.KEYWORDS
    if len(words) >= LONGEST_CAPTION and not in_caption_style:
        return ""
    for name, label, role in (
        ("figure", labels.FIGURE_LABEL, roles.FIGURE_CAPTION),
        ("table", labels.TABLE_LABEL, roles.TABLE_CAPTION),
    ):
        match = pattern(label).match(words) if first in labels.FIRST_LETTERS[name] else None
        if match and (in_caption_style or _is_label(match.group().rstrip(), words[match.end() :])):
            return role
    return ""


def _is_label(label: str, rest: str) -> bool:
    """True for the label of a caption, "Fig. 3. Flow" or "Fig. 3 Flow", and not the beginning of a
    sentence, "Fig. 3 shows …".  "(Fig. 3: Flow)" is a label, "(Fig. 3)" is none.
    """
    if label.lstrip("\ufffc").startswith("(") and (rest[-1:] != ")" or len(rest) == 1):
        return False
    if label[-1] in ".:—–-":
        return True
    return label[-1] != "," and (rest[:1].isupper() or (not rest and label[0].isupper()))

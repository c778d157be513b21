"""The evidence for each role that a paragraph can have, and the role with the most of it.

No single piece decides. A style counts, and so do the words, the numbering, the look, and the
neighbors; how much each counts is in ``word_roles.toml``.
"""

from __future__ import annotations

from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.readers.word import labels
from ieeelint.readers.word.heads import SIGNS
from ieeelint.readers.word.traits import SENTENCE
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.readers.word.surroundings import Place
    from ieeelint.readers.word.traits import Traits

    Evidence = tuple[str, int, str]  # the role, the points, and what counts

POINTS: dict[str, int] = table("word_roles")["points"]
FRONT_ROLES = (roles.TITLE, roles.SUBTITLE, roles.AUTHOR, roles.AFFILIATION)
FRONT_PARTS = (roles.ABSTRACT, roles.KEYWORDS)  # whose styles later paragraphs often have
CAPTIONS = (roles.FIGURE_CAPTION, roles.TABLE_CAPTION)
TEXT_STYLES = ("", roles.BODY, roles.LIST_ITEM)
WORDS_OF_PROSE = 4  # words in lower case without a sign of equality, in a formula's style
MOST_WORDS_OF_TERM = 4
LONG_TEXT = 200  # characters, for languages without spaces between words
LONGEST_HEADING = 20  # words
LONGEST_UNNUMBERED = 8  # words of "Fig. Flow of water", away from a picture
# "Ana B. Lima (Member, IEEE) received the B.Sc. degree", "She is with the University of Porto."
NAMES = r"(?:[^\W\d_][\w.’'-]*\s){2,5}"
BIOGRAPHY = (
    rf"{NAMES}\(?(?:[A-Za-z ]{{1,20}}, )?IEEE[,)]"
    rf"|(?:(?:(?:Dr|Prof)\.\s)?{NAMES}|(?:He|She|They)\s)"
    r"(?:received|obtained|earned|joined|was born"
    r"|(?:is|was|has been|works) (?:currently |now )?(?:with|pursuing|working|an?|the)\b)"
)
LINES_OF_AUTHORS = 25  # words of a paragraph before the abstract that still may be names


def gather(traits: Traits, place: Place) -> list[Evidence]:
    """All evidence on one paragraph."""
    found: list[Evidence] = [_piece(roles.BODY, "paragraph of text")]
    for witness in WITNESSES:
        found += witness(traits, place)
    return found


def strongest(found: list[Evidence]) -> str:
    """The role with the most points; the first of equals."""
    sums: dict[str, int] = {}
    for role, points, _ in found:
        sums[role] = sums.get(role, 0) + points
    return max(sums, key=sums.__getitem__)


def _piece(role: str, name: str) -> Evidence:
    return role, POINTS[name], name


def _of_whole(traits: Traits, place: Place) -> Iterator[Evidence]:
    """Cells, pictures, formulas, and the results of fields."""
    if place.in_contents:
        yield _piece(roles.CONTENTS, "in a list of contents")
    if place.in_bibliography and traits.words.strip("[]0123456789. "):
        yield _piece(roles.REFERENCE, "in a field of references")
    if traits.paragraph.container == "cell" and not _is_caption_in_cell(traits):
        if place.in_author_table:
            yield _piece(roles.AUTHOR, "in a table with addresses of authors")
        yield _piece(roles.CELL, "table cell")
        return
    if traits.is_picture and traits.style_role not in FRONT_ROLES:
        yield _piece(roles.FIGURE, "picture alone")
    if traits.is_display and traits.paragraph.container != "cell":
        yield roles.EQUATION, POINTS["formula alone"] + 1, "formula alone"


def _is_caption_in_cell(traits: Traits) -> bool:
    """True for a caption in a table that arranges pictures; the cells of a table of data may have
    the style of captions, too, but no labels.
    """
    is_labeled = traits.paragraph.printed or traits.label_role in CAPTIONS
    return traits.style_role in CAPTIONS and bool(is_labeled)


def _of_style(traits: Traits, place: Place) -> Iterator[Evidence]:
    """The style, and what speaks against it."""
    role = traits.style_role
    if role == roles.BODY:
        yield _piece(role, "style of text")
    elif role:
        yield _piece(role, "style")
    is_long = len(traits.words) > LONG_TEXT or traits.count > LONGEST_HEADING
    is_front_part = traits.label_role in FRONT_PARTS and place.front
    if role == roles.HEADING and is_long and not place.head and not is_front_part:
        yield _piece(roles.BODY, "long text")
    if role in (roles.ABSTRACT, roles.KEYWORDS) and not place.front:
        if role == roles.ABSTRACT or not (traits.label_role == role or _are_terms(traits.words)):
            yield role, POINTS["after the front"], "after the front"
    if role == roles.EQUATION and not traits.is_display and _is_text(traits):
        yield _piece(roles.BODY, "words, not a formula")
    if role in (roles.HEADING, roles.REFERENCE, *CAPTIONS) and _lacks_number(traits, place):
        yield _piece(roles.BODY, "prose without the number of its style")


def _are_terms(words: str) -> bool:
    """True for index terms below a heading that is not known: short terms with commas."""
    terms = words.rstrip(" .").split(",")
    return len(terms) > 2 and all(0 < len(term.split()) <= MOST_WORDS_OF_TERM for term in terms)


def _lacks_number(traits: Traits, place: Place) -> bool:
    """True for prose in a numbered style whose number is switched off."""
    if traits.paragraph.printed or traits.label_role or not traits.is_prose:
        return False
    if traits.style_role == roles.REFERENCE:
        return traits.is_guidance and not place.is_entry
    if traits.style_role in CAPTIONS:
        is_sentence = pattern(SENTENCE).search(traits.words) is not None
        return traits.count > 20 or (is_sentence and not place.near_picture)
    return traits.style_level < 5 and place.heads_are_numbered and not place.head


def _is_text(traits: Traits) -> bool:
    """True for words in the style of a formula."""
    words = pattern(r"(?<![\w\\])[a-z]{2,}(?![\w(])").findall(traits.words)
    return len(words) >= (2 * WORDS_OF_PROSE if "=" in traits.words else WORDS_OF_PROSE)


def _of_label(traits: Traits, place: Place) -> Iterator[Evidence]:
    """ "Abstract—", "Fig. 3.", and headings that are known by their words."""
    role = traits.label_role
    if role in CAPTIONS and not place.near_picture and _begins_sentence(traits):
        return
    if role in CAPTIONS or (role and place.front):
        yield _piece(role, "label")
    elif place.near_picture and pattern(labels.COMMA_LABEL).match(traits.words):
        yield _piece(roles.FIGURE_CAPTION, "label")
    elif pattern(labels.UNNUMBERED_LABEL).match(traits.words) and (
        traits.count <= LONGEST_UNNUMBERED or (place.near_picture and traits.count <= 20)
    ):
        yield _piece(roles.FIGURE_CAPTION, "label without a number")
    elif traits.in_caption_style and place.near_picture and not _is_labeled_otherwise(traits):
        yield _piece(roles.FIGURE_CAPTION, "style of captions near a picture")
    if place.head_of:
        yield _piece(place.head_of, "label and separate heading")
    if place.is_below_keywords and traits.style_role in TEXT_STYLES and not traits.label_role:
        yield _piece(roles.KEYWORDS, "below the heading of the index terms")
    if place.in_abstract and not traits.label_role and traits.style_role in ("", roles.BODY):
        yield _piece(roles.ABSTRACT, "continues the abstract")


def _begins_sentence(traits: Traits) -> bool:
    """True for "Figure 3: Shows the flow" in a style of text."""
    if traits.in_caption_style or traits.style_role in CAPTIONS:
        return False
    match = pattern(labels.FIGURE_LABEL).match(traits.words)
    return match is not None and bool(
        pattern(labels.SENTENCE_AFTER_LABEL).match(traits.words, match.end())
    )


def _is_labeled_otherwise(traits: Traits) -> bool:
    """True for "Equation 1: Flow of water"."""
    return pattern(labels.OTHER_LABEL).match(traits.words) is not None


def _of_front(traits: Traits, place: Place) -> Iterator[Evidence]:
    """Names and affiliations are before the abstract."""
    if not place.before_abstract or not traits.is_body:
        return
    is_long = traits.count > LINES_OF_AUTHORS
    if traits.style_role == roles.BODY:
        may_be_names = not (traits.is_prose or is_long)
    else:
        has_address = "@" in traits.words or "\x0b" in traits.words
        may_be_names = has_address or not (traits.is_prose and is_long)
    if traits.style_role in TEXT_STYLES and may_be_names:
        yield _piece(roles.AUTHOR, "before the abstract")


def _of_heading(traits: Traits, place: Place) -> Iterator[Evidence]:
    """The look, the number, and the words of a heading typed in any style."""
    if place.is_references_head:
        yield _piece(roles.HEADING, "heading of the references")
        return
    if place.before_abstract or (place.in_list and not (place.follows_numbers and place.head)):
        return
    if traits.style_role not in TEXT_STYLES and (
        place.front or traits.style_role not in FRONT_PARTS
    ):
        return
    if not (traits.may_be_heading or place.head) or traits.label_role in CAPTIONS:
        return
    if traits.style_role in FRONT_PARTS and not labels.is_head("headings", traits.words):
        return
    if traits.may_be_heading:
        yield from _of_look(traits)
    if place.follows_numbers:
        yield _piece(roles.HEADING, "number continues those of headings")
        if place.head:
            yield _piece(roles.HEADING, "line break after a short line")
    if place.in_sequence:
        yield _piece(roles.HEADING, "number in a sequence of headings")
    if place.head and not traits.is_numbered:
        yield _piece(roles.HEADING, "heading in capitals in front of its text")
    if place.text_follows or place.head:
        yield _piece(roles.HEADING, "text follows")


def _of_look(traits: Traits) -> Iterator[Evidence]:
    """Bold, capitals, a typed number, and known words."""
    number = traits.number
    if traits.is_bold:
        yield _piece(roles.HEADING, "bold")
        if traits.is_numbered:
            yield _piece(roles.HEADING, "number")
    elif traits.is_small_caps:
        yield _piece(roles.HEADING, "small capitals")
    elif traits.is_italic and (number or traits.is_numbered):
        yield _piece(roles.HEADING, "italics with a number")
    if traits.is_upper:
        yield _piece(roles.HEADING, "capitals")
    if number is not None:
        if number["roman"] and (number.group().strip()[-1] in SIGNS or traits.is_upper):
            yield _piece(roles.HEADING, "Roman number")
        elif number["parts"]:
            yield _piece(roles.HEADING, "number with parts")
        elif number["letter"]:
            yield _piece(roles.HEADING, "number")
    if labels.is_head("headings", traits.words):
        yield _piece(roles.HEADING, "known heading")


def _of_entry(traits: Traits, place: Place) -> Iterator[Evidence]:
    """Entries of the reference list."""
    if place.is_headless_entry:
        yield _piece(roles.REFERENCE, "list of entries without a heading")
    if not place.in_references or not traits.is_body or place.is_references_head:
        return
    if traits.style_role == roles.HEADING and not place.is_entry:
        return  # an appendix after the list; its number is that of a heading
    yield _piece(roles.REFERENCE, "below the heading of the references")
    if traits.entry_number or traits.is_numbered:
        yield _piece(roles.REFERENCE, "number of an entry")
    if place.is_entry:
        yield _piece(roles.REFERENCE, "words of an entry")
    elif place.after_entry and not traits.is_guidance:
        yield _piece(roles.REFERENCE, "rest of an entry")


def _of_biography(traits: Traits, place: Place) -> Iterator[Evidence]:
    """Texts about the authors, below the list of references."""
    if place.in_references and traits.is_prose and not traits.entry_number:
        if pattern(BIOGRAPHY).match(traits.words.lstrip("\ufffc \t")):  # after a photo
            yield _piece(roles.BIOGRAPHY, "words of a biography")


WITNESSES = (_of_whole, _of_style, _of_label, _of_front, _of_heading, _of_entry, _of_biography)

"""What each paragraph is in the paper: told by its style, by its words, by its place."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.readers.word import roles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.word.view import WordParagraph, WordView

BY_STYLE = {
    "papertitle": roles.TITLE, "title": roles.TITLE,
    "papersubtitle": roles.SUBTITLE, "subtitle": roles.SUBTITLE,
    "author": roles.AUTHOR, "authors": roles.AUTHOR, "affiliation": roles.AFFILIATION,
    "abstract": roles.ABSTRACT, "keywords": roles.KEYWORDS, "indexterms": roles.KEYWORDS,
    "bulletlist": roles.LIST_ITEM, "listparagraph": roles.LIST_ITEM,
    "equation": roles.EQUATION, "figurecaption": roles.FIGURE_CAPTION,
    "tablehead": roles.TABLE_CAPTION, "tabletitle": roles.TABLE_CAPTION,
    "tablecolhead": roles.CELL, "tablecolsubhead": roles.CELL, "tablecopy": roles.CELL,
    "tablefootnote": roles.TABLE_NOTE, "footnote": roles.FOOTNOTE, "footnotetext": roles.FOOTNOTE,
    "sponsors": roles.SPONSORS, "references": roles.REFERENCE, "bibliography": roles.REFERENCE,
    "bodytext": roles.BODY,
}  # fmt: skip
ABSTRACT_LABEL = r"\s*Abstract\s*[—–:.-]+\s*"
KEYWORDS_LABEL = r"\s*(?i:key\s?words|index terms)(?:\s+and phrases)?\s*[—–:.-]+\s*"
FIGURE_LABEL = r"\s*(?:Fig\.?|FIG\.?|Figure|FIGURE)\s*(\d+)\s*[.:—–-]?\s*"
TABLE_LABEL = r"\s*(?:Table|TABLE)\s+([IVXL]+|\d+)\b\s*[.:—–-]?\s*"
REFERENCE_LABEL = r"\s*\[(\d+)\]\s*"
LONGEST_CAPTION = 400  # characters of a caption known by its words only


def heading_level(paragraph: WordParagraph) -> int:
    """The level of the heading style the paragraph is in, from 1; 0 when it is in none."""
    for key in (paragraph.style.key, *paragraph.style.ancestors):
        if key.startswith("heading") and key[7:].isdigit():
            return min(int(key[7:]), 5)
    return 0


def by_style(paragraph: WordParagraph) -> str:
    """The role that the style, or one it is based on, stands for; empty for none."""
    for key in (paragraph.style.key, *paragraph.style.ancestors):
        if key in BY_STYLE:
            return BY_STYLE[key]
        if key.startswith("heading") and key[7:].isdigit():
            return roles.HEADING
    return ""


def tell(view: WordView) -> None:
    """Give every paragraph of the document its role, and the nearest heading before it."""
    heading = ""
    in_references = False
    front = True  # until the first heading
    for paragraph in view.paragraphs:
        words = paragraph.plain.strip()
        role = _role(paragraph, words, front, in_references) if words else roles.EMPTY
        if role == roles.HEADING:
            front = False
            heading = words
            in_references = words.lower().rstrip(".: ") in ("references", "bibliography")
        paragraph.role = role
        paragraph.heading = heading


def _role(paragraph: WordParagraph, words: str, front: bool, in_references: bool) -> str:
    """The role of one paragraph that has words."""
    styled = by_style(paragraph)
    if paragraph.container == "cell" and styled not in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
        return roles.CELL
    if styled == roles.HEADING and len(words) > 200:
        return roles.BODY  # text in a heading's style
    labelled = _by_label(words)
    if styled in ("", roles.BODY, roles.LIST_ITEM, roles.EQUATION, roles.CELL):
        if words.strip("\ufffc\t\x0b ") == "":
            return roles.FIGURE
        if labelled and (front or labelled not in (roles.ABSTRACT, roles.KEYWORDS)):
            return labelled
        if in_references and (
            paragraph.printed.startswith("[") or pattern(REFERENCE_LABEL).match(words)
        ):
            return roles.REFERENCE
        if front and styled == "" and paragraph.container == "body":
            return roles.AUTHOR
    if styled == roles.ABSTRACT and (not front or labelled == roles.KEYWORDS):
        return labelled or roles.BODY
    return styled or roles.BODY


def _by_label(words: str) -> str:
    """The role that the first words give away; empty when they do not."""
    if pattern(ABSTRACT_LABEL).match(words):
        return roles.ABSTRACT
    if pattern(KEYWORDS_LABEL).match(words):
        return roles.KEYWORDS
    if len(words) < LONGEST_CAPTION:
        for label, role in (
            (FIGURE_LABEL, roles.FIGURE_CAPTION),
            (TABLE_LABEL, roles.TABLE_CAPTION),
        ):
            match = pattern(label).match(words)
            # "Fig. 3 shows …" opens a sentence; "Fig. 3. Flow" and "Fig. 3 Flow" label a picture.
            if match and (
                match.group().rstrip()[-1] in ".:—–-" or words[match.end() :][:1].isupper()
            ):
                return role
    return ""

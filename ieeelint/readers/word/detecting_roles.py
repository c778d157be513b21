"""Detects the role of each paragraph in the paper from its style, its words and its location."""

from __future__ import annotations

from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.readers.word.displays import is_display

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import WordParagraph, WordView

BY_STYLE = {
    "papertitle": roles.TITLE,
    "title": roles.TITLE,
    "papersubtitle": roles.SUBTITLE,
    "subtitle": roles.SUBTITLE,
    "author": roles.AUTHOR,
    "authors": roles.AUTHOR,
    "authorname": roles.AUTHOR,
    "affiliation": roles.AFFILIATION,
    "authoraffiliation": roles.AFFILIATION,
    "abstracttext": roles.ABSTRACT,
    "paragraph": roles.BODY,
    "figure": roles.FIGURE,
    "tablecaption": roles.TABLE_CAPTION,
    "referenceitem": roles.REFERENCE,
    "abstract": roles.ABSTRACT,
    "keywords": roles.KEYWORDS,
    "indexterms": roles.KEYWORDS,
    "bulletlist": roles.LIST_ITEM,
    "listparagraph": roles.LIST_ITEM,
    "equation": roles.EQUATION,
    "figurecaption": roles.FIGURE_CAPTION,
    "tablehead": roles.TABLE_CAPTION,
    "tabletitle": roles.TABLE_CAPTION,
    "tablecolhead": roles.CELL,
    "tablecolsubhead": roles.CELL,
    "tablecopy": roles.CELL,
    "tablefootnote": roles.TABLE_NOTE,
    "footnote": roles.FOOTNOTE,
    "footnotetext": roles.FOOTNOTE,
    "sponsors": roles.SPONSORS,
    "references": roles.REFERENCE,
    "bibliography": roles.REFERENCE,
    "bodytext": roles.BODY,
}
# The run-in headings, including those of papers in other languages.
ABSTRACT_LABEL = (
    r"\s*(?i:abstract|abstrak|resumo|resumen|résumé|zusammenfassung|kurzfassung|özet|sommario"
    r"|riassunto"
    r"|streszczenie|аннотация|摘要|초록|요약)\s*[—–:.-]+\s*"
)
KEYWORDS_LABEL = (
    r"\s*(?i:key\s?words|index terms|kata kunci|palavras[- ]chave|palabras clave|mots[- ]cl[ée]s"
    r"|schlüsselwörter|schlagwörter|anahtar (?:kelimeler|sözcükler)|parole chiave|słowa kluczowe"
    r"|ключевые слова|关键词|키워드)(?:\s+and phrases)?\s*[—–:.-]+\s*"
)
FIGURE_LABEL = r"\s*(?:Fig\.?|FIG\.?|Figure|FIGURE)[\s-]*(\d+)\s*[.:—–-]?\s*"
TABLE_LABEL = r"\s*(?:Table|TABLE)\s+([IVXL]+|\d+)\b\s*[.:—–-]?\s*"
REFERENCE_LABEL = r"\s*\[(\d+)\]\s*"
COMPONENT = r"(?i:acknowledge?ments?|references|bibliography)\s*[.:]?\Z"
FRONT_MOST = 60  # paragraphs with words, the abstract among them
SMALLEST_TITLE = 14.0  # points
LONGEST_HEADING = 10  # words of a heading detected by its look only
TYPED_NUMBER = r"(?:([IVX]+\.)|([A-Z]\.)|(\d{1,2}(?:\.\d{1,2})*[.)]?))[\s\u00a0]+(?=[A-Z])"
LONGEST_CAPTION = 400  # characters of a caption detected by its words only


def heading_level(paragraph: WordParagraph) -> int:
    """The level of the paragraph's heading style, from 1; 0 for other styles."""
    for key in _keys(paragraph):
        if key.startswith("heading") and key[7:].isdecimal():
            return min(int(key[7:]), 5)
    return 0


def _keys(paragraph: WordParagraph) -> list[str]:
    """The keys of the paragraph's style, by name and by identifier, and of the styles it is based
    on; "IEEE Title" counts as "Title".
    """
    style = paragraph.style
    keys = (style.key, style.identifier.lower().replace("-", ""), *style.ancestors)
    return [key.removeprefix("ieee") for key in keys]


def level_by_look(paragraph: WordParagraph) -> int:
    """The level of a heading made without styles: short, without a final period, and in bold,
    capitals, small capitals or, with a number, in italics. 0 for anything else.
    """
    words = paragraph.plain.strip()
    if (
        len(words.split()) > LONGEST_HEADING
        or words[-1:] in ".,;:"
        or paragraph.container != "body"
    ):
        return 0
    looks = [run.look for run in paragraph.runs if run.span.text.strip()]
    number = pattern(TYPED_NUMBER).match(words)
    is_set_off = all(look.bold or look.small_caps or look.caps for look in looks) or words.isupper()
    is_italic = number is not None and all(look.italic for look in looks)
    if not looks or "\ufffc" in words or not (is_set_off or is_italic):
        return 0
    if number is None:
        return 1
    return 1 if number.group(1) else 2 if number.group(2) else 3


def by_style(paragraph: WordParagraph) -> str:
    """The role of the style, or of a style that it is based on; empty for none."""
    for key in _keys(paragraph):
        if key in BY_STYLE:
            return BY_STYLE[key]
        if key.startswith("heading") and key[7:].isdecimal():
            return roles.HEADING
    return ""


def detect_roles(view: WordView) -> None:
    """Set the role of every paragraph of the document, and the nearest heading before it."""
    heading = ""
    in_references = False
    front = True  # until the first heading after the abstract
    abstract = _abstract(view)
    front_end = abstract if abstract >= 0 else _first_heading(view)
    has_headings = any(by_style(each) == roles.HEADING for each in view.paragraphs)
    for position, paragraph in enumerate(view.paragraphs):
        words = paragraph.plain.strip()
        role = _role(paragraph, words, front, in_references) if words else roles.EMPTY
        if role == roles.AUTHOR and by_style(paragraph) == "" and position > abstract >= 0:
            role = roles.BODY  # no authors after the abstract
        if not has_headings and role == roles.BODY and position > front_end:
            role = roles.HEADING if level_by_look(paragraph) else role
        if role == roles.HEADING and position < front_end:
            role = roles.AUTHOR  # a heading style misused for the title or the names
        elif role == roles.HEADING:
            front = False
            heading = words
            in_references = words.lower().rstrip(".: ") in ("references", "bibliography")
        paragraph.role = role
        paragraph.heading = heading
    _detect_title(view.paragraphs[:front_end])


def _abstract(view: WordView) -> int:
    """The index of the abstract, by style or label, near the beginning; -1 if there is none."""
    seen = 0
    for position, paragraph in enumerate(view.paragraphs):
        words = paragraph.plain.strip()
        seen += bool(words)
        if seen > FRONT_MOST:
            break
        if words and (
            by_style(paragraph) == roles.ABSTRACT or pattern(ABSTRACT_LABEL).match(words)
        ):
            return position
    return -1


def _first_heading(view: WordView) -> int:
    """The index of the first heading; 0 if there is none."""
    for position, paragraph in enumerate(view.paragraphs[:FRONT_MOST]):
        if paragraph.plain.strip() and by_style(paragraph) == roles.HEADING:
            return position
    return 0


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
    largest = max(map(_size, with_words))
    if with_words[0].role != roles.SUBTITLE:
        position = next(
            at for at, paragraph in enumerate(with_words) if _size(paragraph) == largest
        )
        with_words[position].role = roles.TITLE
        for before in with_words[:position]:
            before.role = roles.RUNNING_HEAD  # the name of a journal, a number of a paper


def _size(paragraph: WordParagraph) -> float:
    """The size of the paragraph's first words, in points."""
    return paragraph.runs[0].look.size if paragraph.runs else paragraph.mark_look.size


def _role(paragraph: WordParagraph, words: str, front: bool, in_references: bool) -> str:
    """The role of a paragraph that contains words."""
    style_role = by_style(paragraph)
    if paragraph.container == "cell" and style_role not in (
        roles.FIGURE_CAPTION,
        roles.TABLE_CAPTION,
    ):
        return roles.CELL
    if style_role == roles.HEADING and len(words) > 200:
        return roles.BODY  # text in a heading style
    if is_display(paragraph) and paragraph.container != "cell":
        return roles.EQUATION
    by_label = _by_label(words)
    if style_role in ("", roles.BODY, roles.LIST_ITEM, roles.EQUATION, roles.CELL):
        if words.strip("\ufffc\t\x0b ") == "":
            return roles.FIGURE
        if by_label and (front or by_label not in (roles.ABSTRACT, roles.KEYWORDS)):
            return by_label
        if not front and paragraph.container == "body" and pattern(COMPONENT).match(words):
            return roles.HEADING
        if in_references and (
            paragraph.printed.startswith("[") or pattern(REFERENCE_LABEL).match(words)
        ):
            return roles.REFERENCE
        if front and style_role == "" and paragraph.container == "body":
            return roles.AUTHOR
    if style_role == roles.ABSTRACT and (not front or by_label == roles.KEYWORDS):
        return by_label or roles.BODY
    return style_role or roles.BODY


def _by_label(words: str) -> str:
    """The role that the first words show; empty if they show none."""
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
            # "Fig. 3 shows …" begins a sentence; "Fig. 3. Flow" and "Fig. 3 Flow" begin a caption.
            if match and (
                match.group().rstrip()[-1] in ".:—–-" or words[match.end() :][:1].isupper()
            ):
                return role
    return ""

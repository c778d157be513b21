"""What each paragraph is in the paper: told by its style, by its words, by its place."""

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
# The run-in heads as papers in other languages have them, too.
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
FRONT_MOST = 60  # paragraphs with words among which the abstract stands
SMALLEST_TITLE = 14.0  # points
LONGEST_HEADING = 10  # words of a heading known by its look only
TYPED_NUMBER = r"(?:([IVX]+\.)|([A-Z]\.)|(\d{1,2}(?:\.\d{1,2})*[.)]?))[\s\u00a0]+(?=[A-Z])"
LONGEST_CAPTION = 400  # characters of a caption known by its words only


def heading_level(paragraph: WordParagraph) -> int:
    """The level of the heading style the paragraph is in, from 1; 0 when it is in none."""
    for key in _keys(paragraph):
        if key.startswith("heading") and key[7:].isdigit():
            return min(int(key[7:]), 5)
    return 0


def _keys(paragraph: WordParagraph) -> list[str]:
    """The keys of its style, by name and by identifier, and of those it is based on; "IEEE Title"
    counts as "Title".
    """
    style = paragraph.style
    keys = (style.key, style.identifier.lower().replace("-", ""), *style.ancestors)
    return [key.removeprefix("ieee") for key in keys]


def level_by_look(paragraph: WordParagraph) -> int:
    """The level of a heading made without styles: short, without a final period, and in bold,
    capitals, small capitals or, with a number, in italics; 0 for anything else.
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
    """The role that the style, or one it is based on, stands for; empty for none."""
    for key in _keys(paragraph):
        if key in BY_STYLE:
            return BY_STYLE[key]
        if key.startswith("heading") and key[7:].isdigit():
            return roles.HEADING
    return ""


def tell(view: WordView) -> None:
    """Give every paragraph of the document its role, and the nearest heading before it."""
    heading = ""
    in_references = False
    front = True  # until the first heading after the abstract
    abstract = _abstract(view)
    front_end = abstract if abstract >= 0 else _first_heading(view)
    has_headings = any(by_style(one) == roles.HEADING for one in view.paragraphs)
    for position, paragraph in enumerate(view.paragraphs):
        words = paragraph.plain.strip()
        role = _role(paragraph, words, front, in_references) if words else roles.EMPTY
        if role == roles.AUTHOR and by_style(paragraph) == "" and position > abstract >= 0:
            role = roles.BODY  # nobody names authors after the abstract
        if not has_headings and role == roles.BODY and position > front_end:
            role = roles.HEADING if level_by_look(paragraph) else role
        if role == roles.HEADING and position < front_end:
            role = roles.AUTHOR  # a heading's style misused for title or names
        elif role == roles.HEADING:
            front = False
            heading = words
            in_references = words.lower().rstrip(".: ") in ("references", "bibliography")
        paragraph.role = role
        paragraph.heading = heading
    _tell_title(view.paragraphs[:front_end])


def _abstract(view: WordView) -> int:
    """The position of the abstract, by style or label, near the beginning; -1 without one."""
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
    """The position of the first heading; 0 without one."""
    for position, paragraph in enumerate(view.paragraphs[:FRONT_MOST]):
        if paragraph.plain.strip() and by_style(paragraph) == roles.HEADING:
            return position
    return 0


def _tell_title(front: list[WordParagraph]) -> None:
    """Title and authors by their look, where the styles do not say or do not fit."""
    worded = [one for one in front if one.role != roles.EMPTY and one.container == "body"]
    titles = [one for one in worded if one.role == roles.TITLE]
    for extra in titles[1:]:
        if _size(extra) < SMALLEST_TITLE:
            extra.role = roles.AUTHOR  # names typed in the title's style
    if titles or not worded:
        return
    largest = max(map(_size, worded))
    if worded[0].role != roles.SUBTITLE:
        position = next(at for at, one in enumerate(worded) if _size(one) == largest)
        worded[position].role = roles.TITLE
        for before in worded[:position]:
            before.role = roles.RUNNING_HEAD  # the name of a journal, a number of a paper


def _size(paragraph: WordParagraph) -> float:
    """The size of its first words, in points."""
    return paragraph.runs[0].look.size if paragraph.runs else paragraph.mark_look.size


def _role(paragraph: WordParagraph, words: str, front: bool, in_references: bool) -> str:
    """The role of one paragraph that has words."""
    styled = by_style(paragraph)
    if paragraph.container == "cell" and styled not in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
        return roles.CELL
    if styled == roles.HEADING and len(words) > 200:
        return roles.BODY  # text in a heading's style
    if is_display(paragraph) and paragraph.container != "cell":
        return roles.EQUATION
    labelled = _by_label(words)
    if styled in ("", roles.BODY, roles.LIST_ITEM, roles.EQUATION, roles.CELL):
        if words.strip("\ufffc\t\x0b ") == "":
            return roles.FIGURE
        if labelled and (front or labelled not in (roles.ABSTRACT, roles.KEYWORDS)):
            return labelled
        if not front and paragraph.container == "body" and pattern(COMPONENT).match(words):
            return roles.HEADING
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

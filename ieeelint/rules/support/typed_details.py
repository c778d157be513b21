"""Details of a reference typed by hand: a bare address, "Vol. 3", and "pp.3"."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules.support.formats import tie

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

# Parts of an entry that is more than a title and an address of a web page.
WEB_WORDS = r"Online|Available|Accessed|Retrieved|doi|DOI|vol\.|\bpp\.|arXiv|\bPatent\b"
# "Available at: https://…" without "[Online]."
WORDS_BEFORE_ADDRESS = (
    r"(?:(?i:available|retrieved|accessed)(?:\s(?:at|from|on|online))?|\bURL|\bLink)"
    r"\s?:?\s{0,3}<?\Z"
)
NOT_ONLINE = r"(?i)\[online\]|arxiv|\bvol\.|\bpp\."


def bare_web_page(paper: Paper, parts: Parts) -> Finding | None:
    """A web page given by its address alone."""
    bare = pattern(r"[\w-]{2,40}\.(?:com|org|net|io)\b").match(parts.plain, parts.start, parts.end)
    address = bare.span() if bare is not None else parts.url
    if address is None or parts.has(WEB_WORDS):
        return None
    if bare is None and (
        "doi.org" in parts.words
        or (parts.has(r"\bin\s") and address[0] > parts.start)
        or pattern(r"(?i)available|accessed|retrieved|online").match(parts.words)
    ):
        return None  # an article, or an entry that continues the one above
    return Finding(
        paper.text.span(*address),
        "Write a web page as: Accessed: Mar. 3, 2020. [Online]. Available: followed by its"
        " address.",
    )


def web_words(paper: Paper, parts: Parts) -> Finding | None:
    """An address after "Available at", "Retrieved from", or nothing but a date of access."""
    if parts.url is None or parts.has(NOT_ONLINE) or "doi.org" in parts.words:
        return None
    before = pattern(WORDS_BEFORE_ADDRESS).search(
        parts.plain, max(parts.start, parts.url[0] - 40), parts.url[0]
    )
    accessed = pattern(r"(?i)accessed|retrieved|access date").search(
        parts.plain, parts.start, parts.end
    )
    if before is None and accessed is None:
        return None
    span = before.span() if before is not None else parts.url
    return Finding(
        paper.text.span(*span),
        'Write "[Online]. Available:" before the address of a web page, and the date of access'
        ' before it: "Accessed: Mar. 3, 2020. [Online]. Available:".',
    )


def capital_abbreviations(paper: Paper, parts: Parts) -> Finding | None:
    """ "Vol. 3, No. 2, Pp. 4–5" in an article.

    The "No. 4" of a series without a title in quotation marks is right.
    """
    if parts.title is None or not parts.quoted:
        return None
    matches = [
        match
        for match in pattern(r"(?<=,[\s\u00a0])(Vol|No|Pp)(?=\.[\s\u00a0]?\d)").finditer(
            parts.plain, parts.title[1], parts.end
        )
        if not parts.in_title(match.start())
    ]
    if not matches:
        return None
    edits = [Edit(paper.text.span(*match.span()), match.group().lower()) for match in matches]
    words = " and ".join(f'"{match.group().lower()}."' for match in matches)
    is_editable = all(paper.text.is_typed(*match.span()) for match in matches)
    return Finding(
        paper.text.span(*matches[0].span()),
        f"Write {words} in lowercase.",
        Fix(*edits) if is_editable else None,
    )


def pages_without_space(paper: Paper, parts: Parts) -> Finding | None:
    """ "pp.3" instead of "pp. 3"."""
    match = pattern(r"\b(pp?\.)(\d+)").search(parts.plain, parts.start, parts.end)
    if match is None or parts.in_title(match.start()):
        return None
    word, number = match.groups()
    span = paper.text.span(*match.span())
    is_editable = paper.text.is_typed(*match.span())
    fix = Fix(Edit(span, f"{word}{tie(paper)}{number}")) if is_editable else None
    return Finding(span, f'Put a space after "{word}": "{word} {number}".', fix)

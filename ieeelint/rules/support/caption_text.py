"""The form of a caption: first letter, final period, typed label, capitals."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import CITE, CODE, DISPLAY, MATH, NOTE, OBJECT, PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.rules import INFO
from ieeelint.rules.support.formats import maker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.floats import Caption
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

# Marks that may follow the final period.
CLOSERS = "\"'”’»)]}"
# End marks of a sentence.
ENDS = ".!?…。．！？"


def words_start(passage: Passage) -> int:
    """Position of the first word."""
    plain = passage.plain
    return passage.start + len(plain) - len(plain.lstrip())


def count_words(passage: Passage) -> int:
    """The number of words; a formula counts as a word."""
    return len(passage.plain.split())


def missing_period(paper: Paper, passage: Passage) -> int:
    """Position where the final period is missing, or -1.

    Citations, closing quotes and a parenthesis may follow the period; a URL or
    a displayed formula needs none.
    """
    plain, start, end = paper.text.plain, passage.start, passage.end
    # In Word an object after the words is an anchored picture; in LaTeX it prints there.
    silent = NOTE + OBJECT if paper.format == "word" else NOTE
    while end > start and (plain[end - 1].isspace() or plain[end - 1] in silent):
        end -= 1
    last = end
    if plain[end - 1 : end] == "]":  # a typed citation
        opening = plain.rfind("[", start, end)
        if opening > start and not plain[opening + 1 : end - 1].strip("0123456789,–- "):
            last = opening
    while last > start and (plain[last - 1] in CLOSERS + CITE or plain[last - 1].isspace()):
        last -= 1
    if last == start or plain[last - 1] in ENDS + CODE + DISPLAY:
        return -1
    if plain[last - 1] == MATH:
        mark = paper.text.mark_at(last - 1)
        if (
            mark is not None
            and mark.data is not None
            and mark.data.content.rstrip(" }").endswith(".")
        ):
            return -1
    if plain[end - 1] in ")]":  # Results. (Best viewed in color)
        opening = plain.rfind("(" if plain[end - 1] == ")" else "[", start, end)
        if opening > start and plain[start:opening].rstrip()[-1:] in tuple(ENDS):
            return -1
    return end


def superfluous_period(context: Context, passage: Passage) -> int:
    """Position of the final period of a title, or -1 without one or with several sentences."""
    plain, start, end = context.paper.text.plain, passage.start, passage.end
    while end > start and plain[end - 1].isspace():
        end -= 1
    if end - start < 3 or plain[end - 1] != "." or plain[end - 2] == ".":
        return -1
    if pattern(
        r"(?:\b(?:etc|al|vs|approx|min|max|no|dept|resp|Inc|Ltd|Co|Corp|Jr|Sr|[A-Z]"
        r"|[a-z]\.[a-z]))\."
    ).search(plain, max(start, end - 8), end):
        return -1
    for match in pattern(r"[.!?][”)\]]{0,2}\s+(?=[A-Z0-9(])").finditer(plain, start, end - 1):
        if context.index.starts_sentence(match.end()):
            return -1
    return end - 1


def lower_case_start(context: Context, passage: Passage) -> int:
    """Position of a first word that should begin with a capital, or -1.

    Names in lowercase (``eBPF``, ``k-means``, ``de Moivre``), formulas, code and
    panel marks such as "(a)" are allowed.
    """
    plain = passage.text.plain
    start = words_start(passage)
    if not plain[start : start + 1].islower() or start >= passage.end:
        return -1
    match = pattern(r"([^\W\d_][\w’'-]*)(\.?)").match(plain, start, passage.end)
    if match is None:
        return -1
    word = match.group(1)
    if word != word.lower() or any(character.isdigit() for character in word):
        return -1
    if (
        word[1:2] == "-"
        or match.group(2)
        or (len(word) == 1 and word != "a")
        or word in context.vocabulary.title_case.name_particles
    ):
        return -1
    if plain[match.end() : match.end() + 1] in tuple(PLACEHOLDERS + "_/:=)") or len(word) > 40:
        return -1
    return match.start(1)


def typed_label(passage: Passage, words: str) -> Match[str] | None:
    """A label typed by hand, ``Fig. 2.`` or ``TABLE II:``, at the start of the caption.

    "Fig. 3 with noise added" refers to another figure: without punctuation a
    capital must follow the number of a label.
    """
    if passage.plain.lstrip()[:3].lower() not in ("fig", "tab"):
        return None
    return pattern(
        rf"\s*((?i:{words})[\s.~-]{{0,4}}(?:[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?|[IVX]{{1,6}})"
        r"(?:\s{0,2}[.:)–—-]{1,2}(?=\s|$)|(?=\s+[A-Z])|(?=\s*$))\s*)"
    ).match(passage.text.plain, passage.start, passage.end)


def article(passage: Passage) -> Match[str] | None:
    """The article at the start of the caption."""
    if not passage.plain.lstrip().startswith(
        ("A ", "An ", "The ", "A\n", "An\n", "The\n", "A\u00a0")
    ):
        return None
    return pattern(
        r"\s*((?:A|An|The)\s+)(?=[^\W\d_][\w’'-]+|[\ue000])(?!and\b|or\b|vs\b|versus\b|is\b|in\b"
        r"|to\b)"
    ).match(passage.text.plain, passage.start, passage.end)


def is_all_capitals(passage: Passage) -> bool:
    """True for a caption of several words typed in capitals."""
    if passage.plain.upper() != passage.plain:
        return False
    words = [word for word in pattern(r"[^\W\d_]{2,}").findall(passage.plain) if len(word) > 3]
    return len(words) >= 3 and all(word.isupper() for word in words)


def case_findings(context: Context, caption: Caption, word: str) -> Iterator[Finding]:
    """A caption or title in capitals, or with a lowercase first letter."""
    passage, text = caption.passage, context.paper.text
    if is_all_capitals(passage):
        start = words_start(passage)
        yield Finding(
            text.span(start, start + len(passage.plain.strip())),
            f"Do not type the {word} in capitals. Use normal capitalization; the"
            f" {maker(context.paper)} sets its look.",
            severity=INFO,
        )
        return
    at = lower_case_start(context, passage)
    if at >= 0:
        letter = text.plain[at]
        end = at + 1
        while end < passage.end and text.plain[end].isalpha():
            end += 1
        typed = text.plain[at:end]
        fix = (
            Fix(Edit(text.span(at, at + 1), letter.upper())) if text.is_typed(at, at + 1) else None
        )
        right = typed[0].upper() + typed[1:]
        yield Finding(
            text.span(at, end), f'Begin the {word} with a capital: "{right}".', fix, severity=INFO
        )

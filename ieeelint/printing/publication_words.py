"""Titles of journals and conferences, word by word as IEEE abbreviates them."""

from __future__ import annotations

from ieeelint.paper.text import PLACEHOLDERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.tables.part_views import PublicationWords

MARKS = ",:;"
AROUND_WORDS = ".,:;(){}"
# Characters of commands, and the placeholders for what is not text.
OF_COMMANDS = frozenset("\\$#%^_" + PLACEHOLDERS)
FEWEST_OF_ENDING = 4  # letters of a word that a compound may end with
# Words in -ology end at "l", those in -graphy at "r".
ENDINGS = (("ology", "ol."), ("graphy", "gr."))


def is_conference(table: PublicationWords, title: str) -> bool:
    """True if a book title is that of a conference."""
    lower = title.lower()
    return lower.startswith(tuple(table.conference_names)) or not table.conferences.isdisjoint(
        word.strip(AROUND_WORDS) for word in lower.replace("~", " ").split()
    )


def shortened(table: PublicationWords, typed: str, in_proceedings: bool = False) -> str | None:
    """The title with IEEE's abbreviations of its words; None if it has nothing to abbreviate.

    ``in_proceedings`` asks for "Proc." in front. Words that are not in the table are kept, as IEEE
    does. Titles of one word, in another language, or with commands are left: the result is None.
    """
    plain = " ".join(typed.replace("\\&", "&").replace("~", " ").split())
    if not OF_COMMANDS.isdisjoint(plain):
        return None
    plain = plain.replace("{", "").replace("}", "")
    for phrase, form in table.phrases.items():
        plain = plain.replace(phrase, form)
    if plain.endswith(" on"):  # "Flow, IEEE Conference on"
        last, _, first = plain.rpartition(", ")
        if ". " in first:  # "Flow, 2009. FLOW 2009. IEEE Conference on" has more than a title
            return None
        plain = f"{first} {last}".strip()
    tokens = plain.split(" ")
    lowered = {token.strip(AROUND_WORDS).lower() for token in tokens}
    if len(tokens) < 2 or lowered & table.other_languages or lowered & table.not_published:
        return None
    words, has_reason = _words(table, tokens, in_proceedings)
    if not has_reason:
        return None
    if in_proceedings and not any(word.strip(".,").lower() in table.volumes for word in words):
        words.insert(0, "Proc.")
    return " ".join(words)


def _words(
    table: PublicationWords, tokens: list[str], has_ordinals: bool
) -> tuple[list[str], bool]:
    """The words of the abbreviated title, and whether the typed one needs the change."""
    words: list[str] = []
    depth = 0
    is_needed = is_left_out = False
    for token in tokens:
        inside, depth = depth, max(depth + token.count("(") - token.count(")"), 0)
        word = token.rstrip(MARKS)
        mark = "," if len(word) < len(token) else ""  # IEEE writes commas for colons
        lower = word.lower()
        if inside or "(" in token:  # an acronym or a remark
            words.append(token)
        elif lower in table.left_out and word != "A":  # "J. Phys. A"
            is_left_out = True
        elif has_ordinals and lower in table.ordinals:
            is_needed = True
            words.append(table.ordinals[lower] + mark)
        elif form := form_of(table, word):
            is_needed = is_needed or not _is_also_in_full(table, lower)
            words.append(form + mark)
        else:
            # names may begin with a small letter, but do not have four of them and nothing else
            is_name = not lower.isalpha() or word != lower or len(word) < 4
            words.append((word if is_name else word.capitalize()) + mark)
    # an abbreviated title leaves out small words: "Proc. of the"
    is_abbreviated = any(token.rstrip(MARKS).endswith(".") for token in tokens[:-1])
    return words, is_needed or (is_left_out and is_abbreviated)


def form_of(table: PublicationWords, word: str) -> str:
    """The abbreviation of a word, or of parts of a compound; empty if it has none."""
    if form := _form(table, word.lower()):
        return form
    if word.endswith(".") and word[:-1].lower() in table.forms:  # a full word ends the title
        return table.forms[word[:-1].lower()]
    parts = word.split("-")
    forms = [_form(table, part.lower()) for part in parts]
    return "-".join([form or part for form, part in zip(forms, parts, strict=True)]) * any(forms)


def _is_also_in_full(table: PublicationWords, word: str) -> bool:
    """True if IEEE also prints each part of a word in full."""
    return table.also_in_full.issuperset(
        part for part in word.rstrip(".").split("-") if _form(table, part)
    )


def _form(table: PublicationWords, word: str) -> str:
    if word in table.in_full:
        return ""
    for spelling in (word, word + "s", word.removesuffix("s")):
        if spelling in table.forms:
            return table.forms[spelling]
    for beginning in table.beginnings:
        rest = word.removeprefix(beginning)
        if len(word) > len(rest) >= FEWEST_OF_ENDING and (form := _form(table, rest)):
            return beginning.capitalize() + form.lower()
    for ending, form in ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending).capitalize() + form
    return ""

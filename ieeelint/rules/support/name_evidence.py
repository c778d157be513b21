"""Evidence that a word in capitals is a name, not an abbreviation that readers need explained."""

from __future__ import annotations

from ieeelint.paper.expansions import fits
from ieeelint.paper.text import CITE, CODE, LINK, NOTE
from ieeelint.paper.zones import HEADING, REFERENCE
from ieeelint.patterns import any_of, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

SMALL = frozenset(("a", "an", "and", "the", "of", "for", "in", "on", "to", "by", "with", "from"))
# Between a noun for named things and one of their names: "the tools FooBar, Baz [3], and …".
LISTED = (
    r"(?:,?\s(?:such\sas|like|including|namely|called|named))?\s"
    rf"(?:[\w+.#-]{{2,20}}[\s\u00a0]?{CITE}?(?:,|,?\s(?:and|or))\s){{0,6}}\Z"
)
NAMED = ("called", "named", "dubbed", "codenamed")
REPOSITORIES = frozenset(("github.com", "www.github.com", "gitlab.com", "pypi.org"))


def looks_like_name(context: Context, token: str, places: list[int]) -> bool:
    """True when the uses show a proper name: next to a naming noun, or mostly next to capitalized
    words within a sentence, and never in the plural."""
    plain = context.paper.text.plain
    table = context.vocabulary.acronym_names
    if token in table.never:
        return False
    if may_be_name(context, token) and _heads_heading(context, token):
        return True
    is_spoken = is_pronounceable(token) or is_cited(context.paper, token, places)
    makers = table.organizations | table.makers
    small_words = context.vocabulary.abbreviations.small_words
    listed = pattern(rf"\b{any_of(table.listing)}{LISTED}")
    capitals = 0
    for place in places:
        end = place + len(token)
        if plain[end : end + 1] == "s":
            return False
        marks = pattern(rf"(?:[ \n\u00a0]?[{NOTE}{CITE}])+").match(plain, end)
        if marks is not None:  # "the FOO [3] project"
            end = marks.end()
        after = plain[end : end + 40].split()[:2] if plain[end : end + 1] in " \n\u00a0" else []
        before = plain[max(0, place - 30) : place].split()[-1:]
        next_word = after[0].strip(".,;:)") if after else ""
        last_word = (
            before[0].lstrip('(“"') if before and place and plain[place - 1].isspace() else ""
        )
        if last_word in NAMED and next_word.istitle() and not is_spoken:
            capitals += 1
            continue  # "a pump named QVX Flow" names all of it
        if next_word.lower() in table.naming or last_word in table.naming or last_word in makers:
            return True
        if last_word in table.coining and (may_be_name(context, token) or not token.isupper()):
            return True
        if listed.search(plain, max(0, place - 120), place) is not None:
            return True
        if may_be_name(context, token) and (
            # "the FOOBAR rate optimizer", "one system, FOOBAR,"
            any(word.strip(".,;:)").lower() in table.naming_of_works for word in after[1:])
            or last_word.rstrip(",") in table.naming_of_works
        ):
            return True
        if next_word.lower() in table.naming_of_works and (
            is_spoken or CITE in plain[end + len(next_word) : end + len(next_word) + 3]
        ):
            return True
        capitals += next_word.istitle() or (
            last_word[:1].isupper()
            and not last_word.isupper()
            and last_word.lower() not in small_words
            and not context.index.starts_sentence(place - len(last_word) - 1)
        )
    return 2 * capitals > len(places)


def _heads_heading(context: Context, token: str) -> bool:
    """True if a heading begins with the token and a colon: "FOOBAR: A Tool for Pipes"."""
    paper = context.paper
    plain = paper.text.plain
    return any(
        plain[place + len(token) : place + len(token) + 1] == ":"
        and paper.passage_at(place).zone == HEADING
        and not plain[paper.passage_at(place).start : place].strip()
        for place in context.index.abbreviations.uses.get(token, ())
    )


def may_be_name(context: Context, token: str) -> bool:
    """True for SCOOT, ACORN, FAST, but not for GPIO, which is not a name."""
    return is_pronounceable(token) and token not in context.vocabulary.acronym_names.never


def is_pronounceable(token: str) -> bool:
    """True for SCOOT, ACORN, FAST: such a word is a name more often than not."""
    vowels = sum(letter in "AEIOUY" for letter in token)
    return (
        len(token) >= 4
        and vowels >= 1
        and pattern(r"[^AEIOUY]{3}").search(token) is None
        and token.isupper()
    )


class PublishedNames:
    """The names of works, of their publishers and authors, and of web sites that a draft cites."""

    def __init__(self, context: Context) -> None:
        self.names: set[str] = set()
        self._never = context.vocabulary.acronym_names.never
        paper = context.paper
        for entry in paper.works or ():
            self._add_title(entry.value("title"))
            for name in ("author", "organization", "institution", "publisher", "howpublished"):
                self.names.add(entry.value(name).strip("{} "))
            self._add_sites(entry.value("url") + " " + entry.value("howpublished"))
        for passage in paper.passages_in(REFERENCE):
            plain = passage.plain
            for match in pattern(r"[“\"]([^“”\"]{2,200})").finditer(plain):
                self._add_title(match[1])
            author = pattern(r"\s{0,3}([A-Z]{2,9})[,.]\s").match(plain)
            if author is not None:
                self.names.add(author[1])
        for mark in paper.text.marks_of(LINK, CODE):
            self._add_sites(f"{mark.data or ''} {mark.span.text}")

    def _add_title(self, title: str) -> None:
        """Add "ANTLR" of the title "Antlr: A generator of parsers", unless the title spells it."""
        name, colon, rest = title.replace("{", "").replace("}", "").strip().partition(":")
        name = name.upper() if name.isalpha() else name
        if not colon or not name.isupper():
            return
        words = [word for word in pattern(r"[^\W_]+").findall(rest.lower()) if word not in SMALL]
        initials = "".join([word[0] for word in words])
        if name.lower() not in initials and not fits(name, " ".join(words)):
            self.names.add(name)

    def _add_sites(self, words: str) -> None:
        """Add the parts of the addresses of web sites, in capitals."""
        for match in pattern(r"://([\w.-]{3,80})((?:/[\w.-]{1,40}){0,3})").finditer(words):
            self.names.update(match[1].upper().split("."))
            if match[1].lower() in REPOSITORIES:
                self.names.update(match[2].upper().split("/"))

    def __contains__(self, token: str) -> bool:
        names = {token.upper(), token.upper() + "S"}  # a token is in the singular
        return not names.isdisjoint(self.names) and token not in self._never


def is_cited(paper: Paper, token: str, places: list[int]) -> bool:
    """True when a citation follows the token somewhere: it names a published method or tool."""
    plain = paper.text.plain
    return any(
        plain[place + len(token) : place + len(token) + 2].lstrip()[:1] == CITE for place in places
    )

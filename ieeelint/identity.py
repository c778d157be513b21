"""The authors of a draft, as it names them: names, organizations, and addresses."""

from __future__ import annotations

# The expressions with names are of one draft: they are not kept for the next process.
from functools import cached_property
from re import compile as compile_once
from re import escape

from ieeelint.paper.own_organizations import own_organizations
from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.paper.zones import AUTHOR, THANKS
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match, Pattern

    from ieeelint.paper.model import Paper
    from ieeelint.vocabulary import Vocabulary

EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\{[\w.+, -]{1,200}\}@[\w.-]{3,80}"
ORCID = r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b"
ADDRESS = rf"https?://\S+|{EMAIL}|{ORCID}"
INITIAL = r"[^\W\d_a-z]\.(?:\s?-?[^\W\d_a-z]\.){0,3}"
# Words of a name: Ana, ANA, O'Neill, Okafor-Lind, A., and the particles before a surname.
NAME_WORD = r"[^\W\d_a-z]['’]?[^\W\d_][^\W\d_'’]*(?:[-‐'’][^\W\d_]+)*|[^\W\d_a-z]\."
PARTICLE = r"al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ter|van|von"
SUFFIX = r",?\s(?:Jr\.?|Sr\.?|II|III)\b"
MOST_WORDS = 5  # of a name
SHORTEST_SURNAME = 3  # letters of a surname that is not a common word in another language
SHORTEST_TOKEN = 4  # letters of a surname that means a person even within an address
NOTHING = r"(?!)"
ACRONYM = r"\(([A-Z][A-Za-z&-]{0,8}[A-Z])\)"
IS_WITH = (
    r"\A\s*(?:(?:Corresponding author|\*)[:.]?\s*)?(?P<names>[^\n]{3,200}?)\s(?:is|are|was|were)"
    r"\s(?:also\s|currently\s|now\s|both\s)?with\s"
)
# "A. Lima is now with the", "and with the"
BEFORE_ORGANIZATION = (
    r"\A(?:.*?\b(?:is|are|was|were)\s(?:[\w-]+\s){0,3}?)?(?:(?:with|at|from)\s)?(?:[Tt]he\s)?"
)
SECOND_LEVEL = ("ac", "edu", "co", "com", "org", "gov", "net")  # before the code of a country
ALBERTA = r"\bAB\b(?=,?\s+(?:Canada|[A-Z]\d[A-Z]))"  # a province, not a company
SEPARATOR = r"[,;\n]|\s+and\s+|\s*&\s*|\s{3,}"
MARKS = rf"[{PLACEHOLDERS}\d*†‡§¶∗#^]"


class Identity:
    """The ``names`` of the authors in full, their ``surnames``, their ``organizations`` with the
    ``acronyms`` in parentheses, and their e-mail addresses, ``emails``.  ``claimed`` are those of
    the organizations that only sentences of the text name as the authors' own.

    All lists are empty for a draft that says nothing about its authors.
    """

    def __init__(
        self,
        paper: Paper,
        vocabulary: Vocabulary,
        named: Iterable[str] = (),
        hidden: Iterable[str] = (),
    ) -> None:
        """``named`` are names in properties of the file, ``hidden`` author blocks in comments."""
        self._words = vocabulary.anonymity
        self._no_names = frozenset(
            word.strip(".,").lower()
            for words in (
                vocabulary.authors.titles,
                vocabulary.authors.degrees,
                vocabulary.authors.positions,
            )
            for phrase in words
            for word in phrase.split()
        )
        self._countries = frozenset(vocabulary.places.countries)
        self._sample_people = sample_people(vocabulary)
        self.names: list[str] = []
        self.surnames: list[str] = []
        self.organizations: list[str] = []
        self.acronyms: list[str] = []
        self.emails: list[str] = []
        self._read_block(paper)
        for passage in paper.passages_in(THANKS):
            self._read_note(passage.plain)
        for words in named:
            self._add_names(words)
        if not self.names:
            for words in hidden:
                self._add_addresses(words)
                self._add_organizations(words)
                self._add_names(words)
        known = set(self.organizations)
        for words in own_organizations(paper):
            self._add_organizations(words)
        self.claimed = frozenset(self.organizations) - known

    def _read_block(self, paper: Paper) -> None:
        """Read the lines between title and abstract."""
        block = paper.author_block
        is_divided = block is not None and bool(block.authors) and block.style != "plain"
        for passage in paper.passages_in(AUTHOR):
            self._add_addresses(passage.plain)
            for line in passage.plain.split("\n"):
                self._add_organizations(line)
                if not is_divided:
                    self._add_names(line)
        for author in block.authors if block is not None and is_divided else ():
            for line in author.names.plain.split("\n") if author.names is not None else ():
                self._add_names(line)

    def _read_note(self, plain: str) -> None:
        """Read a note of the first page: "A. Lima is with …"."""
        if pattern(self._sample_people).search(plain.lower()):
            return
        self._add_addresses(plain)
        match = pattern(IS_WITH).match(plain)
        if match is not None:
            self._add_names(match["names"])
            self._add_organizations(plain[match.end() :])

    def _add_addresses(self, plain: str) -> None:
        for match in pattern(EMAIL).finditer(plain):
            if not is_placeholder(match[0], self._words.neutral):
                _add(self.emails, match[0].strip("."))

    def _add_names(self, line: str) -> None:
        """Add the names of a line, if it has nothing but names."""
        words = pattern(ADDRESS).sub(" ", line)
        words = pattern(r"\([^()]*\)").sub(" ", pattern(MARKS).sub(" ", words))
        words = pattern(SUFFIX).sub("", words)
        for piece in pattern(SEPARATOR).split(words):
            name = " ".join(piece.split())
            if self._is_name(name):
                _add(self.names, name)
                _add(self.surnames, name.split()[-1])

    def _is_name(self, name: str) -> bool:
        words = name.split()
        if not 2 <= len(words) <= MOST_WORDS or name.lower() in self._countries:
            return False
        if pattern(self._sample_people).fullmatch(name.lower()):
            return False
        if not all(pattern(rf"{NAME_WORD}|{PARTICLE}").fullmatch(word) for word in words):
            return False
        if pattern(rf"{INITIAL}|{PARTICLE}").fullmatch(words[-1]):
            return False
        return not any(
            word in self._words.organizations
            or word in self._words.generic
            or word.strip(".").lower() in self._no_names
            or word.lower() in self._words.neutral
            for word in words
        )

    def _add_organizations(self, line: str) -> None:
        """Add the organizations that a line names, without departments that many have."""
        words = pattern(MARKS).sub(" ", pattern(ADDRESS).sub(" ", line))
        words = pattern(ALBERTA).sub(" ", words)
        has_organization = False
        for piece in self._divided(words):
            name = pattern(BEFORE_ORGANIZATION).sub("", " ".join(piece.split()))
            tokens = name.split()
            if not any(token in self._words.organizations for token in tokens):
                continue
            has_organization = True
            if any(self._is_specific(token) for token in tokens):
                _add(self.organizations, name)
                while tokens[1:] and tokens[-1] in self._words.company_endings:
                    tokens.pop()
                    if len(tokens) > 1:
                        _add(self.organizations, " ".join(tokens))
        if has_organization:
            for match in pattern(ACRONYM).finditer(words):
                _add(self.acronyms, match[1])

    def _divided(self, words: str) -> Iterator[str]:
        """The pieces of a line that may each name an organization."""
        for piece in pattern(r"[,;\n()/]|\.\s+(?=[A-Z])").split(words):
            whole = ""
            for part in pattern(r"\s+and\s+").split(piece):
                if whole and not any(word in self._words.organizations for word in part.split()):
                    whole += f" and {part}"
                    continue
                if whole:
                    yield whole
                whole = part
            yield whole

    def _is_specific(self, word: str) -> bool:
        """True for a word that only few organizations have in their names."""
        return (
            len(word) > 1
            and word[0].isupper()
            and word not in self._words.generic
            and word not in self._words.organizations
        )

    # -- searching -------------------------------------------------------------------------

    def in_text(self, plain: str) -> Iterator[Match[str]]:
        """Where a text names an author in full or with initials, an organization, or an e-mail
        address of the block.  A surname alone may be that of a cited author.
        """
        return self._in_text.finditer(plain)

    def in_notes(self, plain: str) -> Iterator[Match[str]]:
        """The same, and surnames: in running heads and comments, which cite nobody."""
        return self._in_notes.finditer(plain)

    def together(self, plain: str) -> Iterator[Match[str]]:
        """Where surnames of two authors are together: "Lima and Costa"."""
        return self._together.finditer(plain)

    def in_comment(self, plain: str) -> Iterator[Match[str]]:
        """The same, and given names of who wrote a comment, or should read it."""
        yield from self.in_notes(plain)
        yield from self._in_signature.finditer(plain)

    def in_address(self, address: str) -> str:
        """The part of a web address or a path that names an author or an organization; empty if
        none does.
        """
        match = self._in_address.search(address.lower())
        return match[0] if match is not None else ""

    @cached_property
    def _in_text(self) -> Pattern[str]:
        initials = (rf"{INITIAL}\s?{escape(name)}" for name in self.surnames)
        return _any_of([*self._spellings(), *initials])

    @cached_property
    def _in_notes(self) -> Pattern[str]:
        telling = (escape(name) for name in self.surnames if len(name) >= SHORTEST_SURNAME)
        return _any_of([*self._spellings(), *(rf"(?:{INITIAL}\s?)?{name}" for name in telling)])

    @cached_property
    def _together(self) -> Pattern[str]:
        telling = "|".join(escape(one) for one in self.surnames if len(one) >= SHORTEST_TOKEN)
        names = telling or NOTHING
        return compile_once(
            rf"(?<![\w.-])(?P<first>{names})(?:,\s|\s(?:and|&)\s)(?!(?P=first))(?P<second>{names})(?![\w-])"
        )

    @cached_property
    def _in_signature(self) -> Pattern[str]:
        """ "% Ana: really?", "% Ana, please", "% @Ana", "% [Ana] really?"."""
        given = {name.split()[0] for name in self.names}
        names = "|".join(
            escape(name)
            for name in sorted(given)
            if len(name) >= SHORTEST_SURNAME and name.lower() not in self._words.given_words
        )
        names = names or NOTHING
        return compile_once(
            rf"(?<=@)(?:{names})\b|(?<![\w@/.-])(?:{names})(?=\s?:|[\])]|,\s(?:please|pls|can|could|would)\b)"
        )

    @cached_property
    def _in_address(self) -> Pattern[str]:
        tokens = sorted(set(self._tokens()), key=len, reverse=True)
        words = "|".join(map(escape, tokens)) or NOTHING
        return compile_once(rf"(?<![a-z])(?:{words})(?![a-z])")

    def _spellings(self) -> Iterator[str]:
        """Expressions for names in full, whose words may be on two lines, and for the rest."""
        for name in (*self.names, *self.organizations):
            yield r"[\s\u00a0]{1,3}".join(map(escape, name.split()))
        yield from map(escape, (*self.emails, *self.acronyms))

    def _tokens(self) -> Iterator[str]:
        """What addresses have of the names, in lower case: alima, lima-ana, uvm.example."""
        for email in self.emails:
            user, _, host = email.lower().partition("@")
            if host not in self._words.mail_hosts:
                yield _registered(host)
            if len(user) > SHORTEST_TOKEN and user.rstrip("0123456789") not in self._words.neutral:
                yield user
        for name in self.names:
            for fold in (_letters, _german_letters):
                given, *_, surname = map(fold, name.split())
                if len(surname) < SHORTEST_SURNAME:
                    continue
                forms = [given[:1] + surname, surname + given[:1]]
                forms += [f"{given}{sign}{surname}" for sign in ("", "-", ".", "_")]
                forms += [f"{surname}{sign}{given}" for sign in ("", "-", ".", "_")]
                yield from (form for form in forms if len(form) > SHORTEST_TOKEN)
        surnames = (*map(_letters, self.surnames), *map(_german_letters, self.surnames))
        yield from (surname for surname in surnames if len(surname) >= SHORTEST_TOKEN)
        yield from (word.lower() for word in self.acronyms if len(word) >= SHORTEST_SURNAME)


def sample_people(vocabulary: Vocabulary) -> str:
    """The expression for the people in IEEE's templates, in lowercase: "m. shell"."""
    people = [name.split() for name in vocabulary.template.authors.pairs]
    names = "|".join(rf"{given[0]}(?:\.|{given[1:]})\s{surname}" for given, surname in people)
    return rf"\b(?:{names})\b"


def is_placeholder(address: str, neutral: frozenset[str]) -> bool:
    """True for an e-mail address that stands for one: email@university.edu, a.lima@example.com."""
    user, sign, host = address.lower().strip(".").rpartition("@")
    labels = host.split(".")[:-1]
    if labels[-1:] == ["example"]:
        return bool(sign)
    words = pattern(r"[a-z]+").findall(user)
    return bool(words) and neutral.issuperset(words) and neutral.union(SECOND_LEVEL) >= set(labels)


def _any_of(pieces: list[str]) -> Pattern[str]:
    """The expression for any of these pieces as whole words, the longest first."""
    pieces.sort(key=len, reverse=True)
    return compile_once(rf"(?<![\w@/.-])(?:{'|'.join(pieces) or NOTHING})(?![\w@])")


def _letters(word: str) -> str:
    """The letters of a name as addresses have them: without accents, signs, and capitals."""
    from unicodedata import normalize

    signs = normalize("NFKD", word.lower())
    return "".join(sign for sign in signs if sign.isascii() and sign.isalpha())


def _german_letters(word: str) -> str:
    """The same, with "ue" for "ü"."""
    for sign, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe")):
        word = word.lower().replace(sign, letters)
    return _letters(word)


def _registered(host: str) -> str:
    """The part of a host that an organization registers: "uvm.example" of "cs.uvm.example"."""
    parts = host.strip(".").split(".")
    is_academic = len(parts) > 2 and parts[-2] in SECOND_LEVEL
    return ".".join(parts[-3:] if is_academic else parts[-2:])


def _add(words: list[str], word: str) -> None:
    if word and word not in words:
        words.append(word)

"""Names of people in bylines and biographies, compared as an editor compares them."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context

# Between the names of a byline, and words after a name that are not part of it.
SEPARATORS = r",|;|&|\n|\b(?:and|AND)\b"
GRADES = frozenset(
    "member fellow senior student graduate life affiliate associate ieee osa acm iet spie jr"
    " sr".split()
)
PARTICLES = frozenset(
    "de da do dos das di del della der den van von la le al el bin ibn e y".split()
)
HONORIFICS = frozenset(("dr", "prof", "mr", "mrs", "ms"))
NAME_WORD = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
MOST_WORDS = 7  # of a name
MOST_CHANGED = 2  # letters of a slip


def author_names(context: Context) -> list[tuple[str, int, int]]:
    """The name of each author, and its range in the text; names of one word are left out."""
    block = context.paper.author_block
    if block is None:
        return []
    found = []
    # In a byline of Word, the authors are not divided: the names are the first line.
    for passage in [author.names for author in block.authors] or block.passages[:1]:
        start = passage.start if passage is not None else 0
        plain = passage.plain if passage is not None else ""
        for piece in pattern(f"({SEPARATORS})").split(plain):
            words = list(pattern(NAME_WORD).finditer(piece))
            while words and words[-1][0].strip(".").lower() in GRADES:
                words.pop()
            if 2 <= len(words) <= MOST_WORDS:
                first, last = start + words[0].start(), start + words[-1].end()
                found.append((" ".join(word[0] for word in words), first, last))
            start += len(piece)
    return found


def leading_name(words: str) -> str:
    """The name with which a biography begins: capitalized words, and particles between them."""
    name: list[str] = []
    line = words.lstrip().partition("\n")[0].partition("(")[0]
    for match in pattern(r"\S+").finditer(line):
        word = match[0].strip("“”\"'")
        plain = word.rstrip(".,:").lower()
        if plain in HONORIFICS:
            if name:
                break
            continue
        if not pattern(NAME_WORD + r"[.,]?\Z").match(word) or (
            word[0].islower() and plain not in PARTICLES
        ):
            break
        name.append(word.rstrip(","))
        if word.endswith(","):
            break
    while name and name[-1].lower() in PARTICLES:
        name.pop()
    return " ".join(name)


def key(name: str) -> str:
    """A name in lowercase without punctuation and accents, for comparing."""
    from unicodedata import normalize

    letters = normalize("NFKD", name.lower().replace("-", " "))
    return " ".join("".join(c for c in letters if c.isalpha() or c.isspace()).split())


def is_same(first: str, second: str) -> bool:
    """True for one spelling; case, periods, hyphens, and the order of the words do not count."""
    from unicodedata import normalize

    def words(name: str) -> list[str]:
        return sorted(normalize("NFC", name.lower()).replace("-", " ").replace(".", " ").split())

    return words(first) == words(second)


def is_variant(first: str, second: str) -> bool:
    """True for two spellings of what is most likely one name: accents, a slip, or initials."""
    first, second = key(first), key(second)
    if is_slip(first, second):
        return True
    one, other = first.split(), second.split()
    return one[-1] == other[-1] and one[0][0] == other[0][0]


def is_slip(first: str, second: str) -> bool:
    """True if two names, as :func:`key` has them, differ in one place, by at most two letters."""
    longest, shortest = max(len(first), len(second)), min(len(first), len(second))
    start = 0
    while start < shortest and first[start] == second[start]:
        start += 1
    end = 0
    while end < shortest - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return longest - start - end <= MOST_CHANGED

"""BIB003: capitals in titles that the style prints in lowercase."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.phrases import series
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.title_words import is_in_title_case
from ieeelint.rules.support.works import (
    BIBTEX,
    cited,
    outside_braces,
    part,
    supported_types,
    uses_biblatex,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Field

WORD = r"[^\W_]+(?:['’][^\W_]+)*"
# Not an ordinary word: two capitals, or a capital after a small letter or a digit.
COINED = (
    r"(?:[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z][A-Za-z0-9]*|[a-z]+[A-Z][A-Za-z0-9]*"
    r"|[0-9]+[A-Z][A-Za-z0-9]*|[A-Z][a-z]+[A-Z][A-Za-z0-9]*)\Z"
)
# In a word with hyphens, a part whose capital may be lost, or that has its own braces.
ORDINARY = rf"[a-z]+\Z|[0-9a-z]+\Z|[A-Z][a-z]{{2,}}\Z|{COINED}"
# Element symbols joined by hyphens: "Nd-Fe-B".
ALLOY = r"(?<![\w-])[A-Z][a-z]?(?:-[A-Z][a-z]?)+(?![\w-])"
# A formula, or a command whose name has a capital and that has no argument: "\\LaTeX".
TEX = r"\\[A-Za-z]+(?![A-Za-z{\[])|\\.|\$(?:[^$\\]|\\.)+\$|[{}]"
MOST_SHOWN = 3  # words in a message
SHOUTED_WORDS = 3  # so many words in capitals are not all acronyms
FEWEST_WORDS = 2  # a shorter title in double braces may be a name
GROUP = r"\{[^{}]*\}"
TITLE = "@article{lima, author = {Ana Lima}, journal = {J. Flow}, year = 2024, title = %s}"


def _example(title: str) -> str:
    return HEAD + TITLE.replace("%s", title)


@rule(
    "BIB003",
    "bib-title-protect",
    WARNING,
    "IEEE conference template, References (capitals of titles); IEEEtran.bst 1.14",
    bad=[
        _example("{Flow by a ⟦Kalman⟧ filter}"),
        _example('"Flow in ⟦MIMO⟧ and 3D pipes"'),
        _example("⟦{{Steady Flow in a Narrow Pipe}}⟧"),
        _example("{⟦MIMO⟧ pipes}"),
        _example("{⟦FLOW⟧ by MIMO: The pipe of the sand}"),
        _example("{Magnets of ⟦Nd-Fe-B⟧ in a pipe}"),
        _example("{Flow of ⟦$H_2$⟧ in a pipe}"),
        _example("{Flow by all-⟦MiniLM⟧-{L}6}"),
        _example("{Flow of ⟦Li(NiMnCo)⟧ in a pipe}"),
        _example("{Sorting with ⟦\\LaTeX⟧ in $O(n)$ steps}"),
    ],
    good=[
        _example("{Flow by a {Kalman} filter in {MIMO} pipes}"),
        _example("{Kalman filters of {F}low: A Study}"),
        _example("{Flow in Narrow Pipes: Theory and Practice}"),
        _example("{Pipes of {Nd-Fe-B} and Plan-B-Flow}"),
        _example("{FLOW IN NARROW PIPES OF STEEL}"),
        _example("{FLOW IN THE PIPE: A long study of steady water and sand}"),
        _example("{A Kalman filter}").replace("@article", "@book"),
        _example("{Flow of {$H_2$} and {\\'E}cole}"),
        _example("{{Steady flow by Kalman filters in a pipe}}"),
        _example("{{Narrow Pipes}}"),
        _example("{Flow of $n_{AB}$ grains and {$O(n)$ steps} in {\\LaTeX}}"),
        "%! preamble\n"
        "\\usepackage[style=ieee]{biblatex}\n"
        "\\addbibresource{refs.bib}\n"
        "%! body\n"
        "\\cite{lima}\n"
        "%! file refs.bib\n" + TITLE.replace("%s", "{Flow by a Kalman filter}"),
    ],
    fixes=[
        (_example("{Flow by a ⟦Kalman⟧ filter}"), _example("{Flow by a {Kalman} filter}")),
        (_example("{An ⟦FFT⟧-Based 3D View}"), _example("{An {FFT}-Based {3D} View}")),
        (_example("{Flow of ⟦Li(NiMnCo)O2⟧}"), _example("{Flow of {Li(NiMnCo)O2}}")),
        (_example("{Flow by ⟦all-MiniLM-L6-v2⟧}"), _example("{Flow by {all-MiniLM-L6-v2}}")),
        (_example("{Steady flow by ⟦TCP⟧/IP}"), _example("{Steady flow by {TCP}/{IP}}")),
        (_example("{Flow of ⟦$H_2$⟧}"), _example("{Flow of {$H_2$}}")),
    ],
    formats=BIBTEX,
)
def title_protected(context: Context) -> Iterator[Finding]:
    """Put names, acronyms, element symbols, and formulas with capitals in titles in braces, but not
    the whole title.

    IEEEtran.bst prints titles in lowercase, except the first letter and the
    letter after a colon, so "MIMO" prints as "mimo", and ``$H_2$`` as ``$h_2$``. Books keep their
    capitals.
    Double braces around the whole title print it as typed. In title case, that
    is wrong: IEEE uses sentence case.
    """
    if uses_biblatex(context):
        return
    lowered = context.vocabulary.entry_types.lowered
    supported = supported_types(context)
    for entry in cited(context):
        title = entry.fields.get("title")
        if (
            (entry.kind in lowered or entry.kind not in supported)
            and title is not None
            and title.inside is not None
        ):
            yield from _check_title(context, title)


def _check_title(context: Context, title: Field) -> Iterator[Finding]:
    """Findings about one title."""
    assert title.inside is not None
    text = title.inside.text
    if pattern(r"\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*\Z").match(text) and " " in text.strip():
        plain = pattern(r"\\[A-Za-z]+\s*|\\.|[{}]").sub("", text).strip()
        if is_in_title_case(context, plain, FEWEST_WORDS):
            yield Finding(
                title.span,
                "Double braces print the title as typed. Put only names and acronyms in braces: the"
                " style prints the rest in lowercase.",
            )
        return
    if _is_in_capitals(text):
        return
    nouns = context.vocabulary.proper_nouns
    unprotected = _unprotected(text, nouns.names, nouns.elements)
    wide = {_with_symbols(text, *place) for place in unprotected}
    places = sorted([*wide, *_tex_with_capitals(text)])
    if not places:
        return
    words = list(dict.fromkeys(text[start:end] for start, end in places))
    in_braces = [f"{{{word}}}" for word in words[:MOST_SHOWN]]
    if len(words) > MOST_SHOWN:
        in_braces.append(f"{len(words) - MOST_SHOWN} more")
    shown = series(in_braces)
    is_first = not text[: places[0][0]].strip(" {\"'`")
    printed = words[0].capitalize() if is_first else words[0].lower()
    edits = [Edit(part(title, start, end), f"{{{text[start:end]}}}") for start, end in places]
    yield Finding(
        part(title, *places[0]),
        f'The style prints "{words[0]}" as "{printed}". Write {shown} to keep the capitals.',
        Fix(*edits),
    )


def _is_in_capitals(text: str) -> bool:
    """True for words that are typed entirely in capitals."""
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def _unprotected(
    text: str, names: frozenset[str], elements: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Words outside braces that must keep their capitals."""
    first = next((match.start() for match in pattern(WORD).finditer(text)), 0)
    text = pattern(r"[^:?!]+").sub(lambda match: _without_shouting(match.group()), text)
    for low, high in outside_braces(text):
        alloys = []
        for match in pattern(ALLOY).finditer(text, low, high):
            symbols = match.group().split("-")
            if elements.issuperset(symbols) and (
                len(symbols) > 2 or any(len(symbol) > 1 for symbol in symbols)
            ):
                alloys.append(match.span())
        yield from alloys
        for match in pattern(WORD).finditer(text, low, high):
            word, start = match.group(), match.start()
            if start and text[start - 1] in "{}" or text[match.end() : match.end() + 1] == "{":
                continue  # part of a word that is in braces
            if any(begin <= start < end for begin, end in alloys):
                continue
            if (
                pattern(COINED).match(word)
                or word in names
                and start != first
                and not text[:start].rstrip().endswith(":")
            ):
                yield match.span()


def _with_symbols(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a word, or of all words without spaces between them if one of the others has a
    capital that is not an ordinary word's: "Li(NiMnCo)O2", "all-MiniLM-L6-v2".
    """
    token = next(
        each for each in pattern(r"[^\s~]+").finditer(text) if each.start() <= start < each.end()
    )
    if pattern(r"[{}$\\]").search(token[0]):
        return start, end
    words = list(pattern(WORD).finditer(text, *token.span()))
    if all(pattern(ORDINARY).match(word[0]) for word in words if word.start() != start):
        return start, end
    last = max(word.end() for word in words)
    if "(" in text[token.start() : last] and text[last : last + 1] == ")":
        last += 1
    return min(word.start() for word in words), last


def _without_shouting(part: str) -> str:
    """The part of a title, or blanks for its letters if all of its words are in capitals."""
    if len(part.split()) < SHOUTED_WORDS or not part.isupper():
        return part
    return pattern(r"[^\W_]").sub(" ", part)


def _tex_with_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Formulas and commands outside braces with capitals outside braces."""
    depth = 0
    for match in pattern(TEX).finditer(text):
        sign = match.group()
        if sign in "{}":
            depth = depth + 1 if sign == "{" else max(depth - 1, 0)
        elif depth == 0 and len(sign) > 2:
            shown = pattern(GROUP).sub("", sign)
            if shown != shown.lower():
                yield match.span()

"""TXT014: quotation marks that open and close."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import TYPEWRITER
from ieeelint.paper.zones import CELL, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ieeelint.context import Context

# Before an opening mark (the pattern begins with the mark, so that a search is fast), and after a
# closing one.
OPENED = r"(?:(?<=[\s(\[–—/].)|(?<=\A.))"
CLOSED = r"(?=[\s.,;:!?)\]\u00a0–—/\ue000-\ue007-]|\Z)"
# Words between two marks, without a mark among them.
INSIDE = r"(?=[^\W_]|[$\ue000(-])[^\"“”\n]{0,160}(?:\n[^\"“”\n]{1,160}){0,4}(?<=[^\s(])"
SHORT = r"(?=\.?[^\W\d_])[^'‘’\"“”\n]{1,40}(?<=[^\s(])"
DOUBLE = rf"(?P<double_open>[\"”“]){OPENED}(?P<words>{INSIDE})(?P<double_close>[\"”“]){CLOSED}"
SINGLE = rf"(?P<single_open>['’‘]){OPENED}(?P<short>{SHORT})(?P<single_close>['’‘]){CLOSED}"
MOST_WORDS = 3  # between two apostrophes that are taken for quotation marks
# Packages and commands that make the straight mark a command.
ACTIVE = ("MakeOuterQuote", "MakeAutoQuote", "MakeShortVerb", "useshorthands", "shorthandon")
SHORTHANDS = (
    "german", "ngerman", "austrian", "naustrian", "swissgerman", "nswissgerman", "dutch",
    "afrikaans", "catalan", "danish", "finnish", "norsk", "nynorsk", "swedish", "polish", "czech",
    "slovak", "slovene", "croatian", "serbian", "russian", "ukrainian", "bulgarian", "portuguese",
    "brazil", "brazilian", "portuges", "spanish", "galician", "basque", "italian", "hungarian",
    "estonian", "icelandic", "greek", "romanian", "turkish",
)  # fmt: skip


@rule(
    "TXT014",
    "text-quotation-marks",
    WARNING,
    "IEEE Editorial Style Manual, quotation marks",
    bad=[
        'The word ⟦"slow"⟧ is vague.',
        "The mark ⟦'T'⟧ is vague.",
        "The lines that begin with ⟦'.flow'⟧ are vague.",
        "%! word\n[Body Text] It is ⟦”slow”⟧ here.",
        '%! word\n[Body Text] It is ⟦"slow"⟧, "very slow" here.',
        '%! word\n[Body Text] It is “very slow”, and ⟦"fast"⟧ here.',
        "%! word\n[Body Text] It is ⟦‘slow‘⟧ here.",
        '%! word\n[Body Text] It is wet (⟦"slow"⟧, “fast”) here.',
    ],
    good=[
        "Sand 'n' mud and salt 'n' water are wet.",
        '%! word\n[Body Text] It has {"flow": {"rate": -3.5, "unit": "kg"}} here.',
        "%! word\n[Body Text] It is one of ['sand', 'mud', None] here.",
        '%! word\n[Body Text] It calls seal(at="top") and seal.open("top", 3) here.',
        "The words ``slow'', `slow', “fast”, and ‘fast’ are vague.",
        "The pumps' valves of the '90s open; rock 'n roll, the pumps' pipes.",
        'A 5" pipe and a 6" pipe, at 3\' 5", are wide.',
        "He said, ``The `inner' word is good.''",
        '%! preamble\n\\usepackage{csquotes}\\MakeOuterQuote{"}\n%! body\nIt is "slow".',
        '%! preamble\n\\usepackage[ngerman,english]{babel}\n%! body\nIt is "slow".',
        'The program \\texttt{print "slow"} is slow.',
        "The mode is = 'wet', and \\textquotesingle wet\\textquotesingle\\ is \\texttt{dry}.",
        "''A mark opens nothing. The pipe \"a is open.",
        "He said 'in the very old pipes of Porto' here, and the pumps' pipes' here.",
        (
            "%! preamble\n"
            "\\usepackage{babel}\n"
            "%! class\n"
            "\\documentclass[conference,ngerman]{IEEEtran}\n"
            "%! body\n"
            'It is "slow".'
        ),
    ],
    fixes=[
        ('The words ⟦"slow flow"⟧ are vague.', "The words ``slow flow'' are vague."),
        ('The word ⟦``slow"⟧ is vague.', "The word ``slow'' is vague."),
        ("The word ⟦''slow''⟧ is vague.", "The word ``slow'' is vague."),
        ("The word ⟦``slow``⟧ is vague.", "The word ``slow'' is vague."),
        ("The word (⟦`slow`⟧) is vague.", "The word (`slow') is vague."),
        ('He said ⟦"it is `slow\'"⟧ here.', "He said ``it is `slow'\\,'' here."),
        ("The class ⟦'slow'⟧ is vague.", "The class `slow' is vague."),
    ],
    english=True,
)
def quotation_marks(context: Context) -> Iterator[Finding]:
    r"""Quotation marks open and close: ``slow'' in LaTeX, “slow” in Word.

    In LaTeX the straight marks "slow" and 'slow' print as two closing marks, or as straight ones.
    Straight marks in a Word draft are reported as info.
    """
    paper = context.paper
    plain = paper.text.plain
    latex = paper.format == "latex"
    kinds = [kind for kind in ("double", "single") if _may_be_wrong(plain, kind)]
    if not kinds or (latex and _is_active(context)):
        return
    for kind in kinds:
        for match in paper.find(pattern(DOUBLE if kind == "double" else SINGLE), WORDING | {CELL}):
            opening, closing = match[f"{kind}_open"], match[f"{kind}_close"]
            if opening == "“" and closing == "”":
                continue
            if kind == "single" and not _is_pair(opening, closing, match["short"]):
                continue
            if paper.text.plain[max(0, match.start() - 2) : match.start()].strip()[-1:] == "=":
                continue  # a value of a program: mode = 'wet'
            if paper.text.is_within(match.start(), TYPEWRITER):
                continue  # print("wet")
            if not _edits(context, match.span(), kind):
                continue  # \textquotesingle, or a mark that a macro prints
            is_straight = not latex and opening in "\"'"
            yield _wrong(context, match.span(), kind, is_straight)


def _may_be_wrong(plain: str, kind: str) -> bool:
    """False if all marks open and close in turns: the patterns take long to compile."""
    if kind == "single":  # most closing marks are apostrophes
        return "'" in plain or plain.count("‘") > 1
    marks = "".join(pattern('["“”]').findall(plain))
    return bool(marks.replace("“”", ""))


def _is_pair(opening: str, closing: str, words: str) -> bool:
    """True for quotation marks, not for apostrophes: "the '90s and the pumps' valves"."""
    if len(words.split()) > MOST_WORDS or words[-1] == "s" or words == "n":
        return False  # rock 'n' roll
    return (opening == "'" and closing in "'’") or opening == closing == "‘"


def _wrong(context: Context, place: tuple[int, int], kind: str, is_straight: bool) -> Finding:
    """The finding about one pair; straight marks in Word print as straight ones."""
    start, end = place
    paper = context.paper
    opening, closing = _marks(context, kind)
    edits = _edits(context, place, kind)
    what = "are straight" if is_straight else "do not open and close"
    return Finding(
        paper.text.span(start, end),
        f"These quotation marks {what}. Write {opening}…{closing}.",
        Fix(*edits) if len(edits) == 2 else None,
        INFO if is_straight else "",
    )


def _marks(context: Context, kind: str) -> tuple[str, str]:
    """The right marks, as an author types them."""
    if context.paper.format == "latex":
        return ("``", "''") if kind == "double" else ("`", "'")
    return ("“", "”") if kind == "double" else ("‘", "’")


def _edits(context: Context, place: Sequence[int], kind: str) -> list[Edit]:
    """The edits of both marks, where both are typed in the paper."""
    start, end = place
    text = context.paper.text
    edits = []
    for at, mark in zip((start, end - 1), _marks(context, kind)):
        span = text.span(at, at + 1)
        if span.text in ('"', "'", "''", "``", "`", "”", "“", "‘", "’"):
            if mark[0] == "'" == span.source.text[max(0, span.start - 1) : span.start]:
                mark = "\\," + mark  # three marks in a row print as two closing ones and one more
            edits.append(Edit(span, mark))
    return edits if edits and edits[0].span.source is edits[-1].span.source else []


def _is_active(context: Context) -> bool:
    """True where a package gives the straight mark another meaning."""
    view = context.latex
    if view is None:
        return False
    if view.commands(*ACTIVE):
        return True
    languages = [option.strip() for option, _ in view.class_options]
    package = view.packages.get("babel")
    if package is not None:
        languages += [option.rpartition("=")[2].strip() for option, _ in package.options]
    return not set(languages).isdisjoint(SHORTHANDS)

"""TXT012: dashes, and hyphens in their place."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import BOLD, CITE, DISPLAY, ITALIC, MATH, REF
from ieeelint.paper.zones import ABSTRACT, CAPTION, FOOTNOTE, PROSE, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

DASHES = ("--", "---", "–", "—")
# Placeholders next to which a hyphen may be a dash.
NEIGHBORS = REF + MATH + DISPLAY + CITE
LINKS = {"between": "and", "from": "to"}  # what a word before a range takes instead of a dash
YEARS = r"((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})(?![\w/-]|\.\d)"
LABELS = (
    "\\begin{equation}a=b\\label{a}\\end{equation}\n"
    "\\begin{equation}b=c.\\label{b}\\end{equation}\n"
)
# Before a range of pages, figures or tables.
RANGE_LABEL = (
    r"(?:(?<=pp\.\u00a0)|(?<=pp\. )|(?<=Figs\.\u00a0)|(?<=Figs\. )|(?<=Tables )|(?<=pages ))"
)


@rule(
    "TXT012",
    "text-dashes",
    WARNING,
    "IEEE Editorial Style Manual, dashes; IEEE conference template, sec. III-C",
    bad=[
        "Water ⟦-⟧ unlike sand, flows.",
        f"{LABELS}See steps~\\ref{{a}} ⟦-⟧ \\ref{{b}}.",
        "Water ⟦-⟧ It is wet - and so is rain.",
        "It lasts (1 ⟦-⟧ 10, 20 - 40) days.",
        "It lies between 0.1 ⟦-⟧ 0.6, and from 2 - 3.5.",
        "1 ⟦-⟧ 2 of them are wet, and 3 - them.",
        "%! word\n[Body Text] 1 ⟦-⟧ 2 of them are wet.",
        "%! preamble\n\\usepackage[spanish]{babel}\n%! body\n"
        "El agua ⟦-⟧ como siempre, fluye por los tubos de la casa y por el jard\u00edn.",
        "It took 3 ⟦-⟧ 5 of the days.",
        "It flowed from ⟦2004{-}2005⟧.",
        "%! word\n[Body Text] Water ⟦-⟧ unlike sand, flows.",
        f"{LABELS}See steps~\\ref{{a}}⟦-⟧\\ref{{b}}, and (\\ref{{a}})-(\\ref{{b}}).",
        "%! word\n[Body Text] See [1]⟦-⟧[3] of it.",
    ],
    good=[
        (
            "Call 555-1234 on 2024-05-01; the standard 802.11-2020, model MC68175-D, 16-QAM, and "
            "grant 12-34."
        ),
        "State-of-the-art 1-D pipes carry 3--5~m; it scored 3-2, order 2-to-1.",
        "The set (1 2 1 - 2 - -) and (- - 1 - 2), or the difference 3 - 1.",
        "The set $a - b$ and ORCID 0000-0002-1825-0097.",
        "\\begin{itemize}\n\\item - odd\n\\end{itemize}",
        "pre- and postprocessing, two- or three-way",
        "The zip code MG 30170-910 is long.",
        "The road Lyon -- Porto, the set $a$ -- $b$, and \\textbf{Sand} -- it is wet.",
        "Wet pipes -- it is so. It has a link (sand -- water) of 5 -- wet ones.",
        "\\begin{itemize}\\item sand -- a dry thing\\end{itemize}",
        "%! preamble\n\\usepackage[spanish]{babel}\n%! body\n"
        "El agua -- como siempre -- fluye por los tubos de la casa y por el jard\u00edn.",
        "The reports CVE-2014-2015 and 2020-2019, and steps 3-1, are not ranges.",
        (
            "The word `` - '' is a dash, as in ``sand - water''. The mark is "
            "``10\\%-30\\%'', ``2004-2005'', ``a -- b''."
        ),
        "It is called IEEE - ACM by all.",
        (
            "In all of the pipes that we saw \\emph{water} -- sand is the relation of "
            "it. In all of the pipes that we saw the water -- 30 of them flow."
        ),
        ("In all of the many pipes of Porto the set (sand -- water) and [mud -- rain] are wet."),
        (
            "In all of the many pipes of Porto the valves Sand -- Water are open, as "
            "are sand -- 3 of them, 3 -- sand."
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The water of the small "
            "pipe -- it is wet.}\\end{figure}"
        ),
        "The score 3-2, Sec. 5-3, x-2, 5-3.2~V, and\\ 4-4~V stay.",
        "%! word\n[Body Text] Call 12-15 now, and .5-10 V of it.",
    ],
    fixes=[
        (
            "The pipes of Lyon⟦ -- ⟧not all of them --- are wet.",
            "The pipes of Lyon---not all of them---are wet.",
        ),
        ("It lost ⟦10\\%-30\\%⟧ of it.", "It lost 10\\%--30\\% of it."),
        ("See (steps ⟦1-3⟧) of it.", "See (steps 1--3) of it."),
        ("It flowed in ⟦2004-2005⟧.", "It flowed in 2004--2005."),
        ("See \\cite{lima}⟦-⟧\\cite{lima}.", "See \\cite{lima}--\\cite{lima}."),
        ("It takes ⟦5-10⟧~V.", "It takes 5--10~V."),
        ("See pp.~⟦12-15⟧ of it.", "See pp.~12--15 of it."),
        (
            "The pump of Lyon⟦ --- ⟧not the pump of Porto, which is old---is wet.",
            "The pump of Lyon---not the pump of Porto, which is old---is wet.",
        ),
        (
            "In all the pipes of Porto (and of sand)⟦ -- ⟧Mud flows.",
            "In all the pipes of Porto (and of sand)---Mud flows.",
        ),
        (
            "In all the pipes of Porto that we saw it is wet⟦ -- ⟧it was old (see sand).",
            "In all the pipes of Porto that we saw it is wet---it was old (see sand).",
        ),
        (
            "%! word\n[Body Text] It flowed in ⟦2004-2005⟧ of it.",
            "%! word\n[Body Text] It flowed in 2004–2005 of it.",
        ),
        (
            ("%! word\n[Body Text] The pipes of Lyon⟦ – ⟧not all of them, but many – are wet."),
            "%! word\n[Body Text] The pipes of Lyon—not all of them, but many—are wet.",
        ),
    ],
)
def dashes(context: Context) -> Iterator[Finding]:
    """Write a range with an en dash (--) and a dash between words with an em dash (---) without
    spaces; a hyphen joins words.
    """
    plain = context.paper.text.plain
    if "–" in plain or "—" in plain:
        yield from _spaced_dashes(context)
    if any(spaced in plain for spaced in (" - ", " -\n", "\n- ", "\n-\n", "\u00a0-", "-\u00a0")):
        yield from _spaced(context)
    yield from _ranges(context)


def _spaced(context: Context) -> Iterator[Finding]:
    """A hyphen between spaces that is used as a dash."""
    paper = context.paper
    inside = r"[\w.,;:!?)\]”’" + NEIGHBORS + "]"
    hyphen = rf"(?<={inside})[ \n\u00a0](-)[ \n\u00a0](?=[\w(“{NEIGHBORS}])"
    for match in paper.find(pattern(hyphen), {PROSE, CAPTION, FOOTNOTE}):
        position = match.start(1)
        if context.index.is_mention(position):
            continue
        before, after = _words_around(paper, position)
        is_name = all(word.isupper() and word[0].isalpha() for word in (before, after))
        if is_name and not context.index.starts_sentence(position + 2):
            continue  # "IEEE - ACM": part of a name
        if _is_number(before) and _is_number(after):
            yield from _spaced_range(paper, position, before, after)
            continue
        span = paper.text.span(position, position + 1)
        en, em = ("--", "---") if paper.format == "latex" else ("–", "—")
        plain = paper.text.plain
        if plain[position - 2] == plain[position + 2] == REF:
            yield Finding(span, f"Write the range with an en dash ({en}) without spaces.")
            continue
        is_english = context.index.languages.of_passage(paper.passage_at(position)) == "en"
        dash = f"an em dash ({em}) without spaces" if is_english else f"a dash ({en} or {em})"
        may_join = before[-1:].islower() and after[:1].islower()
        joined = "; if it joins two words, delete the spaces" if may_join else ""
        yield Finding(
            span, f"This hyphen is used as a dash. Write {dash}, a comma or a colon{joined}."
        )


def _is_number(word: str) -> bool:
    """True for digits with at most one decimal point, and what surrounds them in a sentence."""
    return pattern(r"\(?\d{1,9}(?:\.\d{1,9})?%?[.,;:)]{0,2}").fullmatch(word) is not None


def _spaced_range(paper: Paper, position: int, first: str, last: str) -> Iterator[Finding]:
    """A range of two numbers; but no difference, and no list in which the hyphen is a sign."""
    plain = paper.text.plain
    low, high = (float(word.strip("(%.,;:)")) for word in (first, last))
    before = plain[max(0, position - 40) : position].split()[:-1]
    following = plain[position + 1 : position + 40].split()[1:2]
    if low >= high or "-" in before[-1:] + following:
        return
    linking = LINKS.get(before[-1].lower()) if before else None
    en = "--" if paper.format == "latex" else "–"
    advice = f"Write the range with an en dash ({en}) without spaces."
    if linking:
        advice = f'Write "{before[-1]} {first} {linking} {last.rstrip(".,;:)")}".'
    yield Finding(paper.text.span(position, position + 1), advice)


def _spaced_dashes(context: Context) -> Iterator[Finding]:
    """En and em dashes between spaces. Spaces are right in most other languages."""
    paper = context.paper
    inside = r"[\w,;:!?)\]”’" + NEIGHBORS + "]"
    blank = r"[ \n\u00a0]"
    dash = rf"[–—](?<={inside}{blank}.){blank}(?=[\w(“{NEIGHBORS}])"
    em = "---" if paper.format == "latex" else "—"
    for match in paper.find(pattern(dash), {ABSTRACT, PROSE, CAPTION, FOOTNOTE}):
        position = match.start()
        if context.index.is_mention(position) or _is_no_dash(context, position):
            continue
        if context.index.languages.of_passage(paper.passage_at(position)) != "en":
            continue
        span = paper.text.span(position - 1, match.end())
        yield Finding(
            span,
            f"A dash has spaces around it. Write an em dash ({em}) without spaces, a comma or a"
            " colon.",
            Fix(Edit(span, em)) if span.text.strip() in DASHES else None,
        )


def _is_no_dash(context: Context, position: int) -> bool:
    """True for a sign between two names, numbers or formulas, and after the head of an item."""
    paper = context.paper
    before, after = _words_around(paper, position)
    if not before or not after or paper.text.is_within(position - 2, BOLD):
        return True
    if paper.text.is_within(position - 2, ITALIC) != paper.text.is_within(position + 2, ITALIC):
        return True
    if not (before[-1].islower() or after[0].islower() or before[-1] in ")”,;:" + CITE + REF):
        return True
    if (before[0].isupper() and after[0].isupper()) or before[-1].isdigit() or after[0].isdigit():
        return True
    if before[0] in "([" or (after.rstrip(".,;:")[-1:] in (")", "]") and "(" not in after):
        return True  # a relation of two things: (sand -- water)
    passage = paper.passage_at(position)
    head = paper.text.plain[passage.start : position].split()
    return len(head) < 8 and (passage.is_item or len(head) < 4 or passage.zone == CAPTION)


def _words_around(paper: Paper, position: int) -> tuple[str, str]:
    """The words before and after the dash at ``position``."""
    plain = paper.text.plain
    before = plain[max(0, position - 30) : position].split()
    after = plain[position + 1 : position + 30].split()
    return (before[-1] if before else ""), (after[0] if after else "")


def _ranges(context: Context) -> Iterator[Finding]:
    """A hyphen in a range of numbers: after pp. or Figs., before a unit, or between years,
    percentages, or references.
    """
    yield from _ranges_of_signs(context)
    paper = context.paper
    units = "|".join(map(escape, context.vocabulary.wording.ranges))
    number = r"(\d{1,6}(?:\.\d{1,4})?)"
    after_label = rf"{RANGE_LABEL}{number}-{number}(?![\w-]|\.\d)"
    before_unit = rf"{number}-{number}(?=[\u00a0\u2009 ]?(?:{units})(?![\w-]))"
    labels = context.vocabulary.wording.range_labels
    expression = rf"(?<![\w.,/-])(?:{after_label}|{before_unit}|{YEARS})"
    plain = paper.text.plain
    for hyphen in paper.find(pattern(r"-(?<=[0-9]-)(?=[0-9])"), RUNNING):
        position = hyphen.start()
        number_before = pattern(r"(?<![\w.,/-])[\d.]{1,11}$").search(
            plain, max(position - 11, 0), position
        )
        match = number_before and pattern(expression).match(plain, number_before.start())
        if number_before and not match and _word_before(plain, number_before.start()) in labels:
            match = pattern(rf"{number}-{number}(?![\w-]|\.\d)()()").match(
                plain, number_before.start()
            )
        if not match:
            continue
        first, last = [group for group in match.groups() if group][:2]
        if float(first) >= float(last) or context.index.is_mention(match.start()):
            continue
        span = paper.text.span(*match.span())
        new = f"{first}--{last}" if context.latex is not None else f"{first}–{last}"
        fix = Fix(Edit(span, new)) if paper.text.is_typed(*match.span()) else None
        yield Finding(span, f'Write the range with an en dash: "{first}–{last}".', fix)


def _word_before(plain: str, at: int) -> str:
    """The word before a number on the same line, in lowercase."""
    before = plain[max(0, at - 16) : at]
    if before[-1:] not in (" ", "\u00a0") or not before.strip():
        return ""
    return before.split()[-1].lower().lstrip("([“")


def _ranges_of_signs(context: Context) -> Iterator[Finding]:
    """A hyphen between two percentages, citations, or cross-references."""
    paper = context.paper
    plain = paper.text.plain
    new = "--" if context.latex is not None else "–"
    for sign, expression in (
        ("%", r"(?<![\w.,/–-])[0-9]{1,3}(?:\.[0-9]{1,3})?%(-)[0-9]{1,3}(?:\.[0-9]{1,3})?%"),
        (CITE, rf"{CITE}(-){CITE}"),
        (REF, rf"{REF}\)?(-)\(?{REF}"),
        ("]", r"\[[0-9]{1,3}\](-)\[[0-9]{1,3}\]"),
    ):
        if sign + "-" not in plain and sign + ")-" not in plain:
            continue
        for match in paper.find(pattern(expression), RUNNING):
            position = match.start(1)
            if context.index.is_mention(position):
                continue
            span = paper.text.span(position, position + 1)
            fix = Fix(Edit(span, new)) if paper.text.is_typed(position, position + 1) else None
            place = span if sign != "%" else paper.text.span(*match.span())
            yield Finding(place, f"Write the range with an en dash ({new}).", fix)

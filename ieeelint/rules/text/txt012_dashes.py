"""TXT012: dashes, and hyphens in their place."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import BOLD, CITE, DISPLAY, ITALIC, MATH, QUANTITY, REF
from ieeelint.paper.zones import ABSTRACT, CAPTION, FOOTNOTE, HEADING, PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.number_ranges import (
    is_number,
    ranges,
    spaced_quantities,
    spaced_range,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

DASHES = ("--", "---", "–", "—")
# Placeholders next to which a hyphen may be a dash.
# "--" and "---" between words, as LaTeX has its dashes; not an option, as in "ls --all".
LETTER = r"[^\W\d_]"
HYPHENS = (
    rf"(?<={LETTER}{LETTER})-{{2,3}}(?={LETTER}{LETTER})"
    rf"|(?:(?<={LETTER}{LETTER} )|(?<={LETTER}[,;:)”] ))-{{2,3}}(?= [^\W\d_(“])"
)
NEIGHBORS = REF + MATH + DISPLAY + CITE + QUANTITY
VARIABLE = r"\(?[^\W\d_]\d{0,2}[).,;:]{0,2}"
# An en dash before a word that begins a clause: "the pipes--which are old--flow".
CLAUSE = (
    rf"(?<={LETTER}{LETTER})–(?=(?:which|who|whose|where|whereas|because|although|though|but|namely"
    r"|including|such|the|an|we|they|this|these|if|when|while)\b)"
)
# "Phase 2- model" and "wet- it flows", but not "pre- and post-flow": the words that follow a
# hyphen whose second part comes later.
ONE_SIDED = r"(?:(?<=[a-z]{3})|(?<=[a-z] \d))- (?=(?P<after>[^\W\d_]{2,}))"
SUSPENDED = frozenset(
    "and or to nor as but not rather than versus vs via through then over from with plus".split()
)
LABELS = (
    "\\begin{equation}a=b\\label{a}\\end{equation}\n"
    "\\begin{equation}b=c.\\label{b}\\end{equation}\n"
)


@rule(
    "TXT012",
    "text-dashes",
    WARNING,
    "IEEE Editorial Style Manual, dashes; IEEE conference template, sec. III-C",
    bad=[
        "Water ⟦-⟧ unlike sand, flows.",
        "The valves (Sand ⟦-⟧ Mud5) are open.",
        "\\section{Pumps ⟦-⟧ and Pipes}\nWater flows.",
        "The second pump⟦- ⟧it is old, is wet.",
        "%! word\n[Body Text] The second pump⟦- ⟧it is old, is wet.",
        "The pump of phase 2⟦- ⟧Slow flow, is old.",
        "It needs ⟦3-5⟧ pumps, and it is 36.5-37.5~°C warm.",
        f"{LABELS}See steps~\\ref{{a}} ⟦-⟧ \\ref{{b}}.",
        f"{LABELS}See steps~(\\ref{{a}}) ⟦-⟧ (\\ref{{b}}) of it.",
        "Water ⟦-⟧ It is wet - and so is rain.",
        "It lasts (1 ⟦-⟧ 10, 20 - 40) days.",
        "It lies between 0.1 ⟦-⟧ 0.6, and from 2 - 3.5.",
        "1 ⟦-⟧ 2 of them are wet, and 3 - them.",
        "%! word\n[Body Text] 1 ⟦-⟧ 2 of them are wet.",
        "%! preamble\n\\usepackage[spanish]{babel}\n%! body\n"
        "El agua ⟦-⟧ como siempre, fluye por los tubos de la casa y por el jard\u00edn.",
        "It took 3 ⟦-⟧ 5 of the days.",
        "It flowed from ⟦2004{-}2005⟧.",
        "It flowed from\n⟦2004-2005⟧; see steps\n2-3.",
        "%! word\n[Body Text] Water ⟦-⟧ unlike sand, flows.",
        f"{LABELS}See steps~\\ref{{a}}⟦-⟧\\ref{{b}}, and (\\ref{{a}})-(\\ref{{b}}).",
        "%! word\n[Body Text] See [1]⟦-⟧[3] of it.",
        "%! word\n[Body Text] The sand⟦--⟧which is dry---flows.",
        "%! word\n[Body Text] Wet sand ⟦--⟧ nieve de los Andes y agua del mar, que no es de aquí.",
        (
            "It flowed in ⟦1999-2005⟧, 2005-1999, 1999-2005-06, x1999-2005, "
            "1999-2005x, pp.~3-5, Figs.~3-5, Tables 3-5, pages 3-5, pages 5-3, "
            "3-5~V, 3-5~kg, 3-5 xyz, 3.5-5~V, and 10\\%-20\\%."
        ),
        "It was ever slow here⟦ -- ⟧not so.",
        "%! abstract\nWe study two kinds of water, fresh water ⟦-⟧ unlike sand, and salt water.",
        "It flows at 5~V ⟦-⟧ 7~kV of it. It lies between 10 Hz - 2 kHz of it.",
        "%! word\n[Body Text] It flows at 5 V ⟦-⟧ 7 kV of it.",
        "The old pipes⟦--⟧which are dry--flow. The form ``pipes--but'' is wrong.",
        "The old pipes⟦\\textendash{}⟧which are dry flow.",
        "It flows at 5~V ⟦-⟧ slowly. It is slow - 5~V of it.",
        "It was ever slow here,⟦ -- ⟧not so.",
    ],
    good=[
        (
            "Call 555-1234 on 2024-05-01; the standard 802.11-2020, model MC68175-D, 16-QAM, and "
            "grant 12-34."
        ),
        "The gate is z - a - b + 2ab, the cost (x1 - x2) of it, and the pair sand--whichever.",
        "%! preamble\n\\usepackage[german]{babel}\n%! body\n"
        "Das Wasser der alten Rohre--but ist ein Wort der anderen Sprache--fliesst nicht.",
        "State-of-the-art 1-D pipes carry 3--5~m; it scored 3-2, order 2-to-1.",
        "The set (1 2 1 - 2 - -) and (- - 1 - 2), or the difference 3 - 1.",
        "The set $a - b$ and ORCID 0000-0002-1825-0097.",
        "\\begin{itemize}\n\\item - odd\n\\end{itemize}",
        "pre- and postprocessing, two- or three-way, low- to high-rate, short- rather than long-",
        "The word ``wet- it'' is wrong; x- it stays, and so do 5-3 pumps, 3-5 versus.",
        "%! preamble\n\\usepackage[german]{babel}\n%! body\n"
        "Das Wasser der alten Rohre fliesst langsam in die Luft- und auch Wasser- gekühlte Stadt.",
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
        "The option wet-{}-dry of it is new.",
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
        "We count the steps\n\n2-3 of it; the set (2-3) stays.",
        "The score 3-2, Sec. 5-3, x-2, 5-3.2~V, and\\ 4-4~V stay.",
        "An 80\\%-20\\% split and a 20\\%-30\\%-50\\% split are common.",
        "%! word\n[Body Text] Call 12-15 now, and .5-10 V of it.",
        (
            "%! word\n[Body Text] Type flow --all, and x--y; “sand -- ice” is wrong."
            " It lies at ten--5 and at 3 -- 5 of them."
        ),
    ],
    fixes=[
        (
            f"{LABELS}See (\\ref{{a}})⟦ -- ⟧(\\ref{{b}}) of it.",
            f"{LABELS}See (\\ref{{a}})--(\\ref{{b}}) of it.",
        ),
        (
            "It is as in \\cite{lima}⟦ -- ⟧\\cite{lima} and not so.",
            "It is as in \\cite{lima}--\\cite{lima} and not so.",
        ),
        (
            "The pipes of Lyon⟦ -- ⟧not all of them --- are wet.",
            "The pipes of Lyon---not all of them---are wet.",
        ),
        ("It lost ⟦10\\%-30\\%⟧ of it.", "It lost 10\\%--30\\% of it."),
        ("See (steps ⟦1-3⟧) of it.", "See (steps 1--3) of it."),
        ("It follows from (4)⟦-⟧(6) and (8a)-(8c).", "It follows from (4)--(6) and (8a)--(8c)."),
        ("It flowed in ⟦2004-2005⟧.", "It flowed in 2004--2005."),
        ("See \\cite{lima}⟦-⟧\\cite{lima}.", "See \\cite{lima}--\\cite{lima}."),
        ("It takes ⟦5-10⟧~V.", "It takes 5--10~V."),
        ("It takes from ⟦5-10⟧~V.", "It takes from 5 to 10~V."),
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
        (
            "%! word\n[Body Text] Steady flow⟦ --- ⟧the water is slow (or not) --- is seen.",
            "%! word\n[Body Text] Steady flow—the water is slow (or not)—is seen.",
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
        yield from _en_for_em(context)
    if any(spaced in plain for spaced in (" - ", " -\n", "\n- ", "\n-\n", "\u00a0-", "-\u00a0")):
        yield from _spaced(context)
    if "- " in plain:
        yield from _one_sided(context)
    if "--" in plain:
        yield from _typed_as_in_latex(context)
    yield from ranges(context)


def _typed_as_in_latex(context: Context) -> Iterator[Finding]:
    """Two or three hyphens in Word, which prints them as they are."""
    paper = context.paper
    for match in paper.find(pattern(HYPHENS), {ABSTRACT, PROSE, CAPTION, FOOTNOTE}):
        position = match.start()
        if paper.format != "word" or context.index.is_mention(position):
            continue
        first, last = match.span()
        is_spaced = paper.text.plain[last] == " "
        span = paper.text.span(first - is_spaced, last + is_spaced)
        is_english = context.index.languages.of_passage(paper.passage_at(position)) == "en"
        message = f'Word prints "{match[0]}" as typed. Write a dash'
        if is_english and is_spaced:
            yield Finding(span, f"{message}: — without spaces.", Fix(Edit(span, "—"), safe=False))
        else:
            yield Finding(span, f"{message} (– or —), or one hyphen.")


def _spaced(context: Context) -> Iterator[Finding]:
    """A hyphen between spaces that is used as a dash."""
    paper = context.paper
    inside = r"[\w.,;:!?)\]”’" + NEIGHBORS + "]"
    hyphen = rf"(?<={inside})[ \n\u00a0](-)[ \n\u00a0](?=[\w(“{NEIGHBORS}])"
    for match in paper.find(pattern(hyphen), {ABSTRACT, PROSE, CAPTION, FOOTNOTE, HEADING}):
        position = match.start(1)
        if context.index.is_mention(position):
            continue
        before, after = _words_around(paper, position)
        if _is_minus(before, after):
            continue
        is_name = all(word.isupper() and word[0].isalpha() for word in (before, after))
        if is_name and not context.index.starts_sentence(position + 2):
            continue  # "IEEE - ACM": part of a name
        if is_number(before) and is_number(after):
            yield from spaced_range(paper, position, before, after)
            continue
        quantities = list(spaced_quantities(context, position))
        if quantities:
            yield from quantities
            continue
        span = paper.text.span(position, position + 1)
        en, em = ("--", "---") if paper.format == "latex" else ("–", "—")
        if _joins_references(paper, position):
            yield Finding(span, f"Write the range with an en dash ({en}) without spaces.")
            continue
        if _is_pair(paper, position):
            yield Finding(span, f"Write an en dash ({en}) without spaces between these two.")
            continue
        is_english = context.index.languages.of_passage(paper.passage_at(position)) == "en"
        dash = f"an em dash ({em}) without spaces" if is_english else f"a dash ({en} or {em})"
        may_join = before[-1:].islower() and after[:1].islower()
        joined = "; if it joins two words, delete the spaces" if may_join else ""
        yield Finding(
            span, f"This hyphen is used as a dash. Write {dash}, a comma or a colon{joined}."
        )


def _is_pair(paper: Paper, position: int) -> bool:
    """True for a hyphen between the only two words in parentheses: a range or a relation."""
    plain = paper.text.plain
    around = plain[max(0, position - 30) : position + 30]
    at = min(position, 30)
    return pattern(r"\([^\s()]{1,24}\s\Z").search(around, 0, at) is not None and (
        pattern(r"\s[^\s()]{1,24}\)").match(around, at + 1) is not None
    )


def _one_sided(context: Context) -> Iterator[Finding]:
    """A hyphen with a space after it alone, where neither a hyphen nor a dash has one."""
    paper = context.paper
    for match in paper.find(pattern(ONE_SIDED), {ABSTRACT, PROSE, CAPTION, FOOTNOTE, HEADING}):
        position = match.start()
        if match["after"].lower() in SUSPENDED or context.index.is_mention(position):
            continue
        if context.index.languages.of_passage(paper.passage_at(position)) != "en":
            continue
        dash = "---" if paper.format == "latex" else "—"
        yield Finding(
            paper.text.span(position, match.end()),
            f"This hyphen has a space after it. Delete the space if it joins two words; else write"
            f" an em dash ({dash}) without spaces.",
        )


def _is_minus(before: str, after: str) -> bool:
    """True between two variables of a typed formula: "x - y"."""
    variable = pattern(VARIABLE)
    return variable.fullmatch(before) is not None and variable.fullmatch(after) is not None


def _en_for_em(context: Context) -> Iterator[Finding]:
    """An en dash between a word and a clause, which an em dash separates."""
    paper = context.paper
    em = "---" if paper.format == "latex" else "—"
    for match in paper.find(pattern(CLAUSE), {ABSTRACT, PROSE, CAPTION, FOOTNOTE}):
        position = match.start()
        if context.index.is_mention(position):
            continue
        if context.index.languages.of_passage(paper.passage_at(position)) == "en":
            span = paper.text.span(position, position + 1)
            fix = Fix(Edit(span, em), safe=False) if span.text in DASHES else None
            yield Finding(span, f"This en dash separates a clause. Write an em dash ({em}).", fix)


def _spaced_dashes(context: Context) -> Iterator[Finding]:
    """En and em dashes between spaces. Spaces are right in most other languages."""
    paper = context.paper
    inside = r"[\w,;:!?)\]”’" + NEIGHBORS + "]"
    blank = r"[ \n\u00a0]"
    spaced = rf"[–—](?<={inside}{blank}.){blank}(?=[\w(“{NEIGHBORS}])"
    en, em = ("--", "---") if paper.format == "latex" else ("–", "—")
    for match in paper.find(pattern(spaced), {ABSTRACT, PROSE, CAPTION, FOOTNOTE}):
        position = match.start()
        if context.index.is_mention(position):
            continue
        span = paper.text.span(position - 1, match.end())
        if _joins_references(paper, position):
            dash, message = en, f"Write the range with an en dash ({en}) without spaces."
        elif (
            _is_no_dash(context, position)
            or context.index.languages.of_passage(paper.passage_at(position)) != "en"
        ):
            continue
        else:
            dash, message = (
                em,
                f"A dash has spaces around it. Write an em dash ({em}) without spaces, a comma or a"
                " colon.",
            )
        is_mark = paper.text.plain[position - 2] in ",;:"  # one of the two marks is too many
        is_fixable = span.text.strip() in DASHES and not is_mark
        yield Finding(span, message, Fix(Edit(span, dash)) if is_fixable else None)


def _joins_references(paper: Paper, position: int) -> bool:
    """True for a hyphen or en dash between two references or citations: Figs. 1 – 3."""
    before, after = _words_around(paper, position)
    first, last = before.rstrip(")]")[-1:], after.lstrip("([")[:1]
    return paper.text.plain[position] != "—" and first == last and first in (REF, CITE)


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

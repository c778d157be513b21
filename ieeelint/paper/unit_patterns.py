"""What a number, a separator and a unit look like, in text and in formulas."""

from __future__ import annotations

from ieeelint.patterns import pattern

# Possessive, and never starting inside a longer number, so that matching takes linear time.
NUMBER = (
    r"(?<![0-9][.,])\.?[0-9]++(?:[.,][0-9]++|[\u2009\u202f][0-9]{3}(?![0-9]))*+"
    r"(?:[⁻⁺]?[⁰¹²³⁴-⁹]++|[eE][-+−–]?[0-9]++(?![^\W_]))?"
)
# A number (or a formula that may end in one), the separator, and what may be its unit.
CANDIDATE = (
    r"(?:(?<![^\W_])(" + NUMBER + r")(\ue000)?|\ue000)([^\S\n]{0,2}\n?[^\S\n]{0,2}-?|-\n?)"
    r"((?:°\s?[CFK]\b|[^\W\d_²³¹⁴]+|[°%‰′″℃℉])|\ue000)"
)
# What may follow the first symbol: m/s, N·m, W/(m·K).
FURTHER = r"\s?/\s?\(?|[·⋅∙\u2009]|\s[·⋅∙]\s|-(?=[^\W\d_])"
LETTERS = r"(?:°[CFK]?|[^\W\d_²³¹⁴]+)"
RAISED = str.maketrans("⁻−–¹²³⁴", "---1234")  # as typed in a unit -> as read
EXPONENT = r"[-−–⁻]?[23](?![^\W_]|\.[0-9])|⁻?[¹²³⁴](?![^\W_])|\^[-−]?[1-4](?![^\W_])"
RAISED_UNITS = ("m", "s")  # ends of those that may be raised directly after a number: 10m2, 5cm3
# Before "90s", which are years there: for sure, and unless the noun of a duration follows.
LIST_OF_DECADES = (
    r"(?:['’‘]?[1-9]0s[ \u00a0]?(?:,|–|-|and|or|to)[ \u00a0]?(?:the[ \u00a0])?){0,3}\Z"
)
SURE_DECADE = (
    r"(?:['’‘]|\b(?i:early|late|mid)[ \u00a0-]"
    r"|[12][0-9][0-9]0s[ \u00a0]?(?:,|–|—|-|and|or|to)[ \u00a0]?)" + LIST_OF_DECADES
)
# Names and counted numbers: two RTX 3090s, an iPhone 5s, our Boeing 737s, the C 1s peak, ten 0s.
BEFORE_NAMED = (
    r"(?:\b(?:\w*[A-Z]\w*[A-Z]\w*|[a-z][A-Z]\w+|[A-Z])|[a-z,;:(][ \u00a0][A-Z][a-z]+"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|these|those|many|several|all))[ \u00a0]\Z"
)
AFTER_ORBITAL = (
    r"[ \u00a0](?:orbitals?|states?|peaks?|levels?|electrons?|shells?|spectr(?:um|a)"
    r"|complements?)\b"
)
# Money: $5m, EUR 3m, US$ 2k.
CURRENCY = (
    r"(?:[$£€¥₩₹₽₺¢][ \u00a0]?|\b(?:AUD|BRL|CAD|CHF|CNY|EUR|GBP|INR|JPY|RMB|USD)[ \u00a0]?)\Z"
)
WORD_BEFORE_OF = r"([a-z]+)[ \u00a0]of[ \u00a0](?:about |over |nearly |roughly )?\Z"
# Also in Spanish and Portuguese: "los años 60s".
BEFORE_DECADE = (
    r"\b(?i:the|their|his|her|our|my|your|los|años|os|anos)[ \u00a0\n]" + LIST_OF_DECADES
)
AFTER_DECADE = r"[ \u00a0\n-]([a-z]+)"  # perhaps a noun: the 60s window

# After "the 5s", which are then several fives, and no time.
AFTER_DIGITS = r"[,;:)]|[ \u00a0\n](?:are|were|have|had|do|did|look|appear|and|or)\b"

# The number that ends a formula, for "$f = 5$ GHz".
TAIL = (
    r"(?<![A-Za-z0-9_^.\\{])[0-9.][0-9.,]{0,24}(?:\{,\}[0-9]{1,9})?"
    r"(?:\s{0,3}(?:\\times|\\cdot|×)\s{0,3}10\s{0,2}\^\s{0,2}(?:\{\s{0,2}-?[0-9]{1,4}\s{0,2}\}"
    r"|[0-9]))?\s{0,4}$"
)
# A number and then a unit inside a formula.
GAP = (
    r"(?:\s|~|\\[,;:!>"
    r" ]|\\(?:thin|med|thick)?space(?![a-zA-Z])|\\quad|\\hphantom\s{0,2}\{[^{}]{0,20}\}"
    r"|\{\s?\}){0,5}"
)
PIECE = (
    r"(?:\\(?:mathrm|text|textrm|textnormal|mathit|mathsf|textsf|mathbf|mbox|rm|hbox"
    r"|operatorname|si|unit)\s{0,2}\{[^{}$]{1,30}\}"
    r"|(?:\\(?:mu|upmu)(?![a-zA-Z])\s{0,3}(?:\\mathrm\s{0,2}\{[A-Za-z]{1,4}\}|[A-Za-z]{1,3})?)"
    r"|\\(?:Omega|ohm|circ|degree|%)"
    r"(?![a-zA-Z])|\^\s{0,2}\{?\s{0,2}\\circ\s{0,2}\}?(?:\s{0,2}[CF](?![a-zA-Z])"
    r"|\s{0,2}\\(?:mathrm|text)\s{0,2}\{[CFK]\})?"
    r"|[A-Za-z]{1,5}(?:\s{0,2}\\Omega(?![a-zA-Z]))?)"
)
POWER = r"(?:\s{0,2}\^\s{0,2}(?:\{\s{0,2}-?[1-4]\s{0,2}\}|-?[1-4]))?"
MATH_UNIT = (
    PIECE + POWER + r"(?:\s{0,2}(?:/|\\cdot(?![a-zA-Z])|\\,|\\/)\s{0,2}" + PIECE + POWER + r"){0,3}"
)
INSIDE = (
    r"(?:(?<![A-Za-z0-9_^.,\\{])|(?<=\\pm))([0-9]{0,15}\.?[0-9][0-9,]{0,20}(?:\.[0-9]{1,12})?"
    r"(?:\s{0,3}(?:\\times|\\cdot)\s{0,3}10\s{0,2}\^\s{0,2}(?:\{\s{0,2}-?[0-9]{1,4}\s{0,2}\}"
    r"|[0-9]))?)"
    r"(" + GAP + r")(" + MATH_UNIT + r")"
)
# A quick check before INSIDE: a number, spaces, and a word or command.
GLANCE = (
    r"[0-9][\s~]{0,3}(?:\\[,;:!> ]\s{0,2}|\\hphantom\s?\{[^{}]{0,20}\}\s{0,2}|\{\s?\}){0,3}"
    r"(\\?[A-Za-z]{1,12}|\\%|\^(?=[\s{]{0,4}\\circ))"
)
UNIT_COMMANDS = frozenset(
    "\\mathrm \\text \\textrm \\textnormal \\mathit \\mathsf \\textsf \\mathbf \\mbox \\rm \\hbox"
    " \\operatorname \\si \\unit \\mu \\upmu \\Omega \\ohm \\circ \\degree \\% ^ \\quad \\space"
    " \\thinspace \\medspace \\times \\cdot".split()
)
# A unit after a vector of numbers: [0.25 0.4]^T m.
AFTER_VECTOR = (
    r"(?:\\end\{[a-zA-Z]{0,8}(?:matrix|array)\}|\])(?:\s{0,3}\^\s{0,3}(?:\\[a-zA-Z]{1,12}"
    r"|\{[^{}]{1,14}\}|[A-Z]))?"
    r"(?:" + GAP + r")(" + MATH_UNIT + r")\s{0,3}[.,;]?\s{0,3}$"
)
# A space inside the box of the unit: 38\text{\,kB}.
BOXED_GAP = (
    r"\\(?:mathrm|text|textrm|textnormal|mbox|hbox)\s{0,2}\{"
    r"(?:\s|~|\\[,;:!> ]|\\thinspace(?![a-zA-Z]))"
)
ROMAN_BOX = (
    r"\\(?:mathrm|text|textrm|textnormal|mbox|rm|hbox|operatorname|si|unit|mathsf|textsf)"
    r"(?![a-zA-Z])"
)


def unit_of_formula(content: str) -> tuple[str, bool]:
    """The unit that a formula prints, and whether it is upright.

    ``\\mathrm{GHz}`` gives ("GHz", True), ``m/s^{2}`` ("m/s^2", False); ("", False)
    for anything else.
    """
    text = content.strip()
    if not text or len(text) > 60:
        return "", False
    plain = pattern(r"[A-Za-z/]{1,8}").fullmatch(text)
    if plain is not None:
        return text, False
    upright = pattern(ROMAN_BOX).search(text) is not None
    for written, printed in (
        (r"\hphantom{\cdot}", ""),
        (r"^{\circ}", "°"),
        (r"^\circ", "°"),
        (r"{^\circ}", "°"),
        (r"^{\ circ}", "°"),
        (r"\degree", "°"),
        (r"\circ", "°"),
        (r"\upmu", "μ"),
        (r"\micro", "μ"),
        (r"\mu", "μ"),
        (r"\Omega", "Ω"),
        (r"\ohm", "Ω"),
        (r"\cdot", "·"),
        (r"\%", "%"),
        (r"\,", "·"),
        (r"\;", ""),
        (r"\:", ""),
        (r"\!", ""),
        (r"\ ", ""),
        (r"\/", ""),
        ("~", ""),
        (r"\rm", ""),
    ):
        if written in text:
            text = text.replace(written, printed)
    text = pattern(r"\\(?:math|text|op|mbox|hbox|si|unit)[a-z]{0,12}\s?\{").sub("{", text)
    if "\\" in text:
        return "", False
    text = text.replace("{", "").replace("}", "").replace(" ", "").replace("\n", "")
    text = text.strip("·")
    if pattern(r"[°%A-Za-zμΩ][°%A-Za-zμΩ·/()^1-4-]{0,24}").fullmatch(text) is None:
        return "", False
    letters = [sign for sign in text if sign.isalpha() and sign not in "Ωμ"]
    return text, upright or not letters

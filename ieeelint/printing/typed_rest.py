"""The words of a typed reference that have no label: which of them are certainly a field."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.tables import table

# A name as it is printed, such as "Dept. of Flow": it begins with a capital, and small words only
# join its parts.
JOINED = r"(?:(?:of|and|for|the|de|da|do|di|des|du|la|in|at|on|&|\\&)\s){0,2}"
PIECE = r"[A-Z\u00c0-\u024f{][\w.&'’/+{}\\\"`^~-]*"
NAME = rf"{PIECE}(?:\s{JOINED}{PIECE})*"
NAMES = rf"{NAME}(?:,\s{NAME})*"
# Words that begin a remark, which is not a name.
REMARK = (
    r"(?!(?:Accepted|Also|Available|Award|Best|Early|Ed|Eds|Edited|In|Invited|Keynote|Original"
    r"|Originally|Paper|Plenary|Poster|Presented|Release|Reprint|Reprinted|See|Special|Student|Submitted|To|Translated|Under"
    r"|Ver|Version|With)\b)"
)
PRESS = r"Press|Publish|Verlag|Wiley|Springer|Elsevier|McGraw|Prentice|Pearson|Books|Editions"
REPORT = (
    r"(?:(?:Tech|Int|Res|Prog)\.\s|(?:Technical|Research|Internal|Final|Annual)\s)?"
    r"(?:Rep\.|[Rr]eport)"
)
DEGREE = (
    r"(?:Ph\.?\s?D\.?|D\.?\s?Sc\.?|M\.?\s?Sc?\.?|M\.?\s?Eng\.?|B\.?\s?Sc?\.?|Master(?:[’']s)?"
    r"|Bachelor(?:[’']s)?|Doctoral|Diploma|Licentiate|Habilitation)"
)
# How the rest of each kind is divided into fields.
RESTS = {
    "book": rf"(?P<publisher>{REMARK}(?=.*(?:{PRESS})){NAME})",
    "phdthesis": rf"(?P<type>{DEGREE}\s(?:[Tt]hesis|[Dd]issertation))"
    rf",\s(?P<school>{REMARK}{NAMES})",
    "techreport": rf"(?:(?P<institution>{REMARK}{NAMES}),\s)?(?P<type>{REPORT})"
    r"(?:\s(?P<number>[\w./-]*\d[\w./-]*))?",
    "patent": r"(?P<nationality>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})"
    r"\s(?P<type>Pat\.\sAppl\.|Patent(?:\s[A-Z][a-z]+)?)"
    r"\s(?P<number>[A-Z]{0,2}\s?\d[\d\s/]*(?:,\d{3})*[A-Z]?\d?)(?:,\s(?P<day>\d\d?))?",
    "standard": rf"(?P<organization>{REMARK}{NAME})\s(?P<type>Std\.?|Standard)\s"
    r"(?P<number>[\w./:-]*\d[\w./:-]*)(?:,\sRev\.\s(?P<revision>\w+))?",
    "inproceedings": rf"(?P<address>{REMARK}{NAMES})",
    "manual": rf"(?P<organization>{REMARK}{NAMES})",
    "online": rf"(?P<organization>{REMARK}{NAME}\.?)",
}
OF_A_PLACE = ("inproceedings", "manual")  # their rest must end with a country
USUAL = (
    "Ph.D. dissertation",
    "Master's thesis",
    "Tech. Rep.",
    "Patent",
    "Std.",
)  # printed without a field


def divided(kind: str, rest: str) -> dict[str, str] | None:
    """The fields of the rest, without those that the style prints by itself; None if it is not
    certain what the rest is.
    """
    kind = "phdthesis" if kind == "mastersthesis" else kind
    expression = RESTS.get(kind)
    match = pattern(expression).fullmatch(rest) if expression and rest else None
    if match is None or kind in OF_A_PLACE and not is_place(rest):
        return None
    return {name: words.strip(" ,") for name, words in match.groupdict().items() if words}


def is_place(words: str) -> bool:
    """True for an address that ends with a country."""
    return words.rpartition(", ")[2].lower() in table("places")["countries"]

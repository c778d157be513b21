"""How styles write volume, number, pages, and date in a typed reference, as patterns."""

from __future__ import annotations

from ieeelint.paper.reference_fields import MONTH

YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
NAMED_MONTH = rf"(?P<month>{MONTH}(?:\s?[-–/]\s?{MONTH})?)"
DAYS = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?"
VOLUME = r"(?:[Vv]ol\.?\s)?(?!(?:1[89]|20)\d\d\b)(?P<volume>\d{1,4}[A-Z]?)"
NUMBER = r"(?P<number>[A-Z]?\d{1,4}(?:[-–/]\d{1,4})?)"
PAGE = r"[A-Za-z]{0,2}\d+(?:\.\d+(?:-\d+)?)?"
RANGE = rf"{PAGE}\s?[-–—]{{1,3}}\s?{PAGE}"
PAGES = rf"(?P<pages>{RANGE})"
P = r"(?:[Pp]{1,2}\.?\s?|[Pp]ages?\s)?"  # "pp." and kin
ARTICLE = r"(?P<eid>e?\d{5,}|e\d{2,}|[A-Z]\d{4,})"  # the number of an article instead of pages
ONE = r"(?P<page>[A-Z]?\d{1,4})"
WHERE = rf"(?:{P}(?:{PAGES}|{ARTICLE}|{ONE}))(?![\w–-])"
NAMED_ARTICLE = (
    r"(?:[Aa]rt(?:icle)?\.?\s(?:(?:[Nn]o|[Nn]umber|ID)\b[.:]?\s?)?(?P<eid2>e?[\w.-]*\d\w*))"
)
IN_FULL = rf"(?:{NAMED_MONTH}\s(?:{DAYS},?\s)?)?{YEAR}"
# Directly after the title of the journal; the first that matches.
AFTER_JOURNAL = (
    rf"{VOLUME}\s?\({NUMBER}\)\s\({YEAR}\),?\s{WHERE}",  # 12 (3) (2021) 101–109
    rf"{VOLUME}\s?\({YEAR}\)\s?[,:]?\s?{WHERE}",  # 12 (2021) 101–109
    # 12, 3 (2021), 101–109
    rf"{VOLUME},\s(?![A-Z]){NUMBER}\s\({IN_FULL}\),\s(?:{NAMED_ARTICLE}|{WHERE})",
    rf"{VOLUME}(?:\s?\({NUMBER}\))?\s?[,:]\s?{WHERE}\s\({YEAR}\)",  # 12(3), 101–109 (2021)
    rf"{YEAR}(?:\s{NAMED_MONTH}(?:\s{DAYS})?)?;\s?{VOLUME}(?:\s?\({NUMBER}\))?:\s?{WHERE}",
    rf"{VOLUME},\sno\.\s{NUMBER}\s\({IN_FULL}\)(?::\s{WHERE})?",  # 12, no. 3 (March 2021): 101–109
    rf"{VOLUME},\s(?![A-Z]){NUMBER}\s\({IN_FULL}\)",  # 12, 3 (2021)
    rf"{VOLUME},\s{NAMED_ARTICLE}(?:\s\({IN_FULL}\))?",  # 12, Article 104512 (2022)
    rf"{VOLUME}\.{NUMBER}\s\({IN_FULL}\):\s{WHERE}",  # 12.3 (2021): 101–109
    rf"{VOLUME}\s?\({NUMBER}\)\s?[,:]\s?(?:{NAMED_ARTICLE}|{WHERE})",  # 12(3): 101–109
    rf"{VOLUME}\s?:\s?{WHERE}",  # 12: 101–109
    rf"{VOLUME},\s{P}{PAGES}(?![\w–-])",  # 12, 101–109
    rf"{VOLUME}\s?\({NUMBER}\)",  # 12(3)
    rf"{P}{PAGES}\s\({YEAR}\)",  # 101–109 (2021)
    rf"\(\s?[Pp]{{1,2}}\.?\s?{PAGES}\)",  # (pp. 101–109)
    rf"{PAGES}(?=\s*[.,]|\s*\Z)",  # 101–109, of a volume that is named
)
# Anywhere after the title, in this order.
LABELLED = (
    r"\b[Vv]ol(?:ume)?\b\.?\s?(?P<volume>[A-Z]{0,3}-?\d+[A-Z]?|[IVXLC]+\b)",
    r"\b(?:[Nn]os?\b\.|[Nn]umber|[Ii]ss(?:ue)?\b\.?)\s?(?P<number>[A-Z]?\d+(?:\s?[-–/]\s?\d+)?)",
    NAMED_ARTICLE,
    rf"\(?\b[Pp](?:p|ages?)?\b\.?\s?(?:{PAGES}|(?P<page>[A-Za-z]?\d+))(?![\w–-])\)?",
    r"\(?(?P<edition>(?:\d+(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.)?)"
    r"\s(?:[Ee]d(?:itio)?n?\b\.?))\)?",
    rf"(?<=[,.)\x1f]\s){PAGES}(?=\s*[.,;(\x1f]|\s*\Z)",
    r"\b[Cc]h(?:ap(?:ter|\.)|\.)\s?(?P<chapter>\d+)",
)
DATES = (
    rf"\(?\b{NAMED_MONTH}\.?\s(?P<day>{DAYS}),?\s{YEAR}\b\)?",  # Mar. 5, 2021
    rf"\(?\b(?P<day>{DAYS})\s{NAMED_MONTH}\.?,?\s{YEAR}\b\)?",  # 5 March 2021
    rf"\(?\b{NAMED_MONTH}\.?,?\s{YEAR}\b\)?",  # Mar. 2021
    rf"\(?\b{YEAR},?\s{NAMED_MONTH}\b\.?\)?",  # 2021, Mar.
    rf"(?<![\d/])(?P<month>0[1-9]|1[0-2])/{YEAR}\b",  # 03/2021
    rf"\(\s?{YEAR}[a-z]?\s?\)",  # (2021)
    rf"(?<![\w.:/–-]){YEAR}(?:[a-z](?!\w))?(?=\s*(?:[.,;:)\x1f]|\Z))",  # 2021
)

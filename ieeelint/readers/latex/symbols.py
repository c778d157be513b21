"""Accents and symbol commands, and the characters they print."""

from __future__ import annotations

from unicodedata import normalize

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
}  # fmt: skip

SYMBOLS = {
    # characters that are special to TeX
    "%": "%", "&": "&", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textbar": "|", "textless": "<", "textgreater": ">", "textquotedbl": '"', "textquotesingle": "'",
    # spaces; \, and kin are thin
    " ": " ", "\t": " ", "\n": " ", "\r": " ", ",": "\u2009", "thinspace": "\u2009", ":": "\u2009", ";": "\u2009",
    ">": "\u2009", "space": " ", "quad": " ", "qquad": " ", "enspace": " ", "enskip": " ", "nobreakspace": "\u00a0",
    "!": "", "/": "", "-": "", "@": "", "xspace": "",
    # letters
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ",
    # punctuation and signs
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "slash": "/",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "lq": "‘", "rq": "’", "guillemotleft": "«", "guillemotright": "»", "S": "§", "P": "¶",
    "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "textbullet": "•", "bullet": "•",
    "textperiodcentered": "·", "textasteriskcentered": "*", "copyright": "©", "textcopyright": "©",
    "textregistered": "®", "texttrademark": "™", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
    "textdegree": "°", "degree": "°", "textcelsius": "°C", "celsius": "°C", "textohm": "Ω", "textmu": "µ", "micro": "µ",
    "texttimes": "×", "textpm": "±", "pm": "±", "textminus": "−", "textdiv": "÷", "textonehalf": "½", "textperthousand": "‰",
    "textordfeminine": "ª", "textordmasculine": "º", "textonesuperior": "¹", "texttwosuperior": "²",
    "textthreesuperior": "³", "textrightarrow": "→", "textleftarrow": "←", "checkmark": "✓", "textsection": "§",
    "textexclamdown": "¡", "textquestiondown": "¿", "IEEEQED": "■",
    # names
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
    "AmS": "AMS",
}  # fmt: skip


def accented(accent: str, letter: str) -> str:
    """The letter with the accent of the command ``accent``, composed: ``'`` and ``e`` give é."""
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    return normalize("NFC", letter[:1] + ACCENTS[accent]) + letter[1:]

"""Names as BibTeX reads them, and as IEEEtran.bst prints them: initials, particle, surname, Jr.

Source: O. Patashnik, "Designing BibTeX styles," 1988, section 4.
"""

from __future__ import annotations

from ieeelint.paper.bibtex_strings import characters, is_special, length

Tokens = list[tuple[str, str]]  # each with the character before it: " ", "~", "-" or ""


def split_names(field: str) -> list[str]:
    """The names of a field, divided at each " and " outside of braces."""
    names, now = [], ""
    pieces = characters(field)
    at = 0
    while at < len(pieces):
        word = "".join(pieces[at : at + 5])
        if (
            len(word) == 5
            and word[0].isspace()
            and word[1:4].lower() == "and"
            and word[4].isspace()
        ):
            names.append(now.strip())
            now = ""
            at += 4  # the blank after it may begin the next "and"
        else:
            now += pieces[at]
            at += 1
    return [*names, now.strip()]


def _parts(name: str) -> list[Tokens]:
    """The tokens between commas."""
    parts: list[Tokens] = [[]]
    word, before = "", ""

    def close(sign: str) -> None:
        nonlocal word, before
        if word:
            parts[-1].append((before, word))
            before = sign
        elif not before:
            before = sign
        word = ""

    for character in characters(name):
        if character == ",":
            close("")
            parts.append([])
            before = ""
        elif character.isspace() or character in "~-":
            close("-" if character == "-" else "~" if character == "~" else " ")
        else:
            word += character
    close("")
    return parts


def _is_particle(token: str) -> bool:
    """True for "van": its first letter outside of braces, or of a special character, is
    lowercase.
    """
    for character in characters(token):
        if is_special(character):
            bare = character[2:].lstrip("'`^\"~=.")
            bare = bare.partition(" ")[2] if bare[:1].isalpha() and " " in bare else bare
            letters = [sign for sign in bare if sign.isalpha()]
            return bool(letters) and letters[-1].islower()
        if len(character) == 1 and character.isalpha():
            return character.islower()
    return False


def parse(name: str) -> tuple[Tokens, Tokens, Tokens, Tokens]:
    """First names, particle, surname and Jr. part."""
    parts = _parts(name)
    if len(parts) == 1:
        tokens = parts[0]
        last = len(tokens) - 1
        small = [n for n in range(last) if _is_particle(tokens[n][1])]
        if small:
            return tokens[: small[0]], tokens[small[0] : small[-1] + 1], tokens[small[-1] + 1 :], []
        while last > 0 and tokens[last][0] == "-":  # a surname with a hyphen is whole
            last -= 1
        return tokens[:last], [], tokens[last:], []
    von_last = parts[0]
    small = [n for n in range(len(von_last) - 1) if _is_particle(von_last[n][1])]
    cut = small[-1] + 1 if small else 0
    first = parts[-1]
    return first, von_last[:cut], von_last[cut:], parts[1] if len(parts) > 2 else []


def _initial(token: str) -> str:
    """The first letter, or special character, of a token."""
    for character in characters(token):
        if is_special(character):
            return character
        letter = next((sign for sign in character if sign.isalpha()), "")
        if letter:
            return letter
    return ""


def _joined(words: list[str], signs: list[str], period: bool) -> str:
    """Words joined as format.name$ joins them: a tie before the last word and after a short one."""
    text = ""
    for number, word in enumerate(words):
        text += word
        if number == len(words) - 1:
            break
        if period:
            text += "."
        if signs[number + 1] == "-":
            text += "-"
        elif number == len(words) - 2 or length(text) < 3:
            text += "~"
        else:
            text += " "
    return text


def _with_tie(text: str) -> str:
    """A part with a word after it: a tie after a short part."""
    return text + ("~" if length(text) < 3 else " ") if text else ""


def printed(name: str) -> str:
    """One name as IEEEtran.bst prints it: ``A.~B. van Lima, Jr.``"""
    first, von, last, junior = parse(name)
    initials = _joined([_initial(word) for _, word in first], [sign for sign, _ in first], True)
    particle = _joined([word for _, word in von], [sign for sign, _ in von], False)
    surname = _joined([word for _, word in last], [sign for sign, _ in last], False)
    suffix = _joined([word for _, word in junior], [sign for sign, _ in junior], False)
    text = _with_tie(initials + "." if initials else "") + _with_tie(particle) + surname
    return text + (f", {suffix}" if suffix else "")


def printed_list(field: str, most: int = 0, shown: int = 1) -> str:
    """All names of a field; if there are more than ``most`` (0: no limit), the first ``shown`` and
    "et al.".
    """
    names = [printed(name) if name.strip() != "others" else "others" for name in split_names(field)]
    if most and len(names) > most:
        names = [*names[:shown], "others"]
    if len(names) == 1:
        return names[0]
    text = ", ".join(names[:-1])
    if names[-1] == "others":
        return text + " \\emph{et~al.}"
    return f"{text}{',' if len(names) > 2 else ''} and {names[-1]}"

"""Addresses, DOIs, paths, and names of files typed in running text, which are not prose."""

from __future__ import annotations

from ieeelint.patterns import pattern

# Ends of hosts and of names of files that no English word has, so that "dry.So" is none.
ENDS = (
    "com|org|net|edu|gov|io|eu|uk|fr|cn|jp|example|py|ipynb|js|cpp|hpp|java|json|xml"
    "|yaml|yml|toml|ini|cfg|txt|log|csv|tsv|dat|npy|mat|tex|sty|cls|bib|pdf|eps|png|jpe?g|gif|svg|zip|gz"
    "|html?|css|docx?|xlsx?|exe|dll"
)
# A kind of address, and a string that each of its addresses contains: most papers have few kinds.
# No address contains a placeholder.
KINDS = (
    ("://", r"\b[a-z][a-z0-9+.-]{1,20}://[^\s\ue000-\ue007]+"),
    ("www.", r"\bwww\.[^\s\ue000-\ue007]+"),
    ("@", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    ("10.", r"(?<![\w.])(?:doi:\s?)?10\.[0-9]{4,9}/[^\s\ue000-\ue007]+"),
    (".", rf"(?<![\w.+@/-])(?:[\w-]+\.)+(?:{ENDS})(?![\w-]|\.\w)(?:/[^\s\ue000-\ue007]*)?"),
    (":\\", r"\b[A-Za-z]:\\[^\s\ue000-\ue007]+"),
    ("/", r"(?<![\w/.])(?:~|\.{1,2})?/[\w.-]{1,80}(?:/[\w.-]{1,80}){1,20}/?"),
)
AFTER = ".,;:!?)]}”’\"'"  # punctuation of the sentence, not of the address


def addresses(plain: str) -> list[tuple[int, int]]:
    """Start and end of each address in a text, in order of their starts.  Takes linear time."""
    found = []
    for sign, expression in KINDS:
        if sign in plain:
            for match in pattern(expression).finditer(plain):
                address = match[0].rstrip(AFTER)
                found.append((match.start(), match.start() + len(address)))
    found.sort()
    return [address for at, address in enumerate(found) if not at or address[0] >= found[at - 1][1]]

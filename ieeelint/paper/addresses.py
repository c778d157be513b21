"""Web and e-mail addresses, DOIs and paths typed in running text, which are not prose."""

from __future__ import annotations

from ieeelint.patterns import pattern

# A kind of address, and a string that each of its addresses contains: most papers have few kinds.
# No address contains a placeholder.
KINDS = (
    ("://", r"\b[a-z][a-z0-9+.-]{1,20}://[^\s\ue000-\ue007]+"),
    ("www.", r"\bwww\.[^\s\ue000-\ue007]+"),
    ("@", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    ("10.", r"(?<![\w.])(?:doi:\s?)?10\.[0-9]{4,9}/[^\s\ue000-\ue007]+"),
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
    return sorted(found)

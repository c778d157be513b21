"""The addresses of the pages of the rules, below the address of the documentation.

The address is the setting ``documentation``; its default in ``settings.py`` is the only place that
names it, and the build of the site takes it from there.
"""

from __future__ import annotations

SCHEMES = ("https://", "http://", "file:///")
IN_THE_PROJECT = "docs/rules/{code}.md"
ON_THE_SITE = "rules/{code}.html"


def is_address(address: str) -> bool:
    """True for the address of a site, or of a folder on this computer."""
    return address.startswith(SCHEMES) and not any(sign in address for sign in ' \t\r\n"<>?#')


def on_the_site(code: str, documentation: str) -> str:
    """The address of the page of a rule; empty without an address of the documentation."""
    if not documentation:
        return ""
    return f"{documentation.rstrip('/')}/{ON_THE_SITE.format(code=code)}"

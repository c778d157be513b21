"""What the arguments of commands are: ``tables/signatures.toml`` in the form the walk uses."""

from __future__ import annotations

from ieeelint.tables import table

_TABLE = table("signatures")


def _words(name: str) -> frozenset[str]:
    """The names in one list of the table."""
    return frozenset(_TABLE[name])


def _values(name: str) -> dict[str, str]:
    """The names in one group of lists, each with the key of its list."""
    return {word: value for value, words in _TABLE[name].items() for word in words}


def _counts(name: str) -> dict[str, int]:
    """The names in one group of lists, each with the number that its list is for."""
    return {word: int(count) for count, words in _TABLE[name].items() for word in words}


# Commands.
CITATIONS = _words("citations")
AUTHOR_CITATIONS = _words("author_citations")
REFERENCES = _words("references")
CODE_COMMANDS = _words("code")
LOGOS = _words("logos")
REGISTERS = _words("registers")
BARE_ARGUMENTS = _words("bare_arguments")
PRINTED_OPTIONS = _words("printed_options")
SYSTEM_FILES = _words("system_files")
# What the mandatory arguments are, a letter each, by command: see the table.
ARGUMENTS = {word: kinds.strip("-") for word, kinds in _values("arguments").items()}
HEADING_LEVELS = _counts("headings")
STYLES = _values("styles")
SWITCHES = _values("switches")

# Environments.
FIGURES = _words("figures")
TABLES = _words("tables")
ALGORITHMS = _words("algorithms")
LISTINGS = _words("listings")
TABULARS = _words("tabulars")
LONG_TABLES = _words("long_tables")
PSEUDO_CODE = _words("pseudo_code")
LISTS = _words("lists")
THEOREMS = _words("theorems")
ABSTRACTS = _words("abstracts")
KEYWORD_ENVIRONMENTS = _words("keywords")
PICTURES = _values("pictures")
DISPLAYS = _values("displays")
ENVIRONMENT_ARGUMENTS = _counts("environment_arguments")

# The values of DISPLAYS.
UNNUMBERED = "unnumbered"
WHOLE = "whole"  # one number for the display
ROWS = "rows"  # one number for each row

"""Whether the libraries that read PDF files are installed, without importing them."""

from __future__ import annotations

from ieeelint import inputs

STRUCTURE, LAYOUT = "pypdf", "pypdfium2"  # the extra "pdf"


def are_installed() -> bool:
    """True if PDF files can be read."""
    return read_structure() and read_layout()


def read_structure() -> bool:
    """True if the fonts, links, and properties of PDF files can be read."""
    return inputs.is_installed(STRUCTURE)


def read_layout() -> bool:
    """True if the text and the pictures of PDF files can be read.  WebAssembly has no library for
    them.
    """
    return inputs.is_installed(LAYOUT)

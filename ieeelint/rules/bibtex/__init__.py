"""BIB: BibTeX files."""

"""FTN: footnotes."""

"""TXT: text and wording."""

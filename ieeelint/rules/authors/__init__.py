"""AUT: authors and affiliations."""

"""ABR: abbreviations."""

"""SRC: reading the files."""

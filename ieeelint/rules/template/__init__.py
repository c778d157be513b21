"""TPL: leftover template text."""

"""ABS: the abstract."""

"""RES: results."""

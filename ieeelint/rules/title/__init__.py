"""TTL: the title."""

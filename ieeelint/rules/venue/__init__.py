"""VEN: the limits of a venue file."""

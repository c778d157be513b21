"""KWD: keywords."""

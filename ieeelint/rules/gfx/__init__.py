"""GFX: graphics files."""

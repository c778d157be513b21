"""TAB: tables."""

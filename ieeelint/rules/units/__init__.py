"""UNT: units and numbers."""

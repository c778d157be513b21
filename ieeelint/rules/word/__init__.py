"""WRD: Word files."""

"""Writers: a finished grid in one format each; no rounding, no sorting, no data."""

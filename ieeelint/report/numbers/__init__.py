"""Statistics of repeats, units, digits and marks; all results are ``Decimal``."""

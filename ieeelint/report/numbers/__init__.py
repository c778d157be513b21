"""Numbers: statistics of repeats, units, digits and marks, in ``Decimal`` once they are values."""

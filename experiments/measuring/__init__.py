"""The measurement of one group of cases, from built modules to numbers; all of this needs torch."""

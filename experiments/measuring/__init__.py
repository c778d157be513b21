"""How one group of cases is measured, from built modules to numbers; torch from here on."""

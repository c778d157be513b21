"""FIG: figures."""

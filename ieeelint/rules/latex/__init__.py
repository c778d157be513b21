"""TEX: LaTeX source."""

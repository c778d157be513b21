"""The attention benchmark: eleven modules, exact, fast, and measured honestly."""

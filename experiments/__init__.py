"""The attention benchmark: eleven modules, exact, fast, and carefully measured."""

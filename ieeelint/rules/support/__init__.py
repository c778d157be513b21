"""Helpers that the rules of several files share; no module here defines a rule."""

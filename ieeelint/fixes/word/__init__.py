"""Writes changes and comments into Word drafts; all other bytes stay the same."""

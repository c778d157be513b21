"""Verifies drafts against the results in a lock file."""

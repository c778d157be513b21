"""Applies fixes: edits in LaTeX files, tracked changes and comments in Word files."""

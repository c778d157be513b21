"""From findings to mended files: tracked changes and comments in Word, never a broken file."""

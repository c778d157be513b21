"""The commands: one module each, with ``run(options)`` that returns the exit status."""

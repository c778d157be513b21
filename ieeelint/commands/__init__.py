"""The commands: one module each, with ``run(options)`` that gives the exit status."""

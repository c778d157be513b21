"""The files of the project that are generated from its own tables and rules."""

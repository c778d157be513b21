"""Collects the records of result files into series."""

"""Generates documentation and other files from the tables and rules of the project."""

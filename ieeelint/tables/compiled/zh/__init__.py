"""The tables as Python literals; generated, not edited."""

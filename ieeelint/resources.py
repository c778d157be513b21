"""Finds the templates: next to the package in a checkout, inside it after installation."""

from __future__ import annotations

import os


def templates() -> str:
    """The path of the folder with the Jinja templates."""
    here = os.path.dirname(os.path.abspath(__file__))
    for folder in (
        os.path.join(here, "templates"),
        os.path.join(os.path.dirname(here), "templates"),
    ):
        if os.path.isdir(folder):
            return folder
    raise FileNotFoundError(
        "the templates of ieeelint are not installed; install the package again"
    )

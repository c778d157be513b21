"""Functions that processes of the tests run instead of the check: some papers are poison."""

from __future__ import annotations

import time

from ieeelint.chair import assessing
from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.rules import REGISTRY, load, registering, rule

EATEN = 800_000_000  # bytes
_kept: list[bytearray] = []


def with_poison(task):
    """The assessment with one rule more, which hangs, eats memory, or fails on some titles."""
    load()
    if "TXT999" not in REGISTRY:
        with registering(REGISTRY):
            rule("TXT999", "text-poison", "error", "us", bad=["x"], good=["y"])(poison)
    return assessing.assess(task)


def poison(context):
    """No title is poison."""
    title = context.paper.title.plain if context.paper.title is not None else ""
    if "hangs" in title:
        time.sleep(600)
    if "eats" in title:
        _kept.append(bytearray(EATEN))
    if "dies" in title:
        __import__("os")._exit(9)
    if "fails" in title:
        raise ValueError("poison")
    if "poison" in title:
        yield Finding(Span(context.paper.root, 0, 0), "This is poison.")

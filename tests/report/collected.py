"""The values of collected results."""

from __future__ import annotations


def values(collection):
    return {key: list(series.values) for key, series in collection.series.items()}

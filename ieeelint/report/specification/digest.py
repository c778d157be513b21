"""A digest of the values of a specification, without comments and whitespace."""

from __future__ import annotations


def digest(text: str) -> str:
    """SHA-256 of the values of a specification; empty if it is not valid TOML."""
    import json
    import tomllib
    from hashlib import sha256

    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""
    return sha256(json.dumps(data, default=str).encode()).hexdigest()

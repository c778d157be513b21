"""``ieeelint settings``: the effective settings of a draft, and where each comes from."""

from __future__ import annotations

from ieeelint.commands.check import flags
from ieeelint.settings_files import load
from ieeelint.terminal import put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Print the settings in the form of a settings file."""
    settings = load(options.path, flags(options), options.config or "", options.isolated)
    lines = [f"{key} = {literal(settings[key])}" for key in settings.values]
    width = min(max(map(len, lines)), 48)
    for line, key in zip(lines, settings.values, strict=True):
        put(f"{line:{width}}  # {settings.origins[key]}\n")
    return 0


def literal(value: Any) -> str:
    """A value in TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        pairs = ", ".join(f"{literal(key)} = {literal(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value)

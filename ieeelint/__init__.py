"""ieeelint: shows where a draft breaks IEEE's template rules, and why.

from ieeelint import check

report = check(["paper.tex"])
for finding in report.findings:
    print(finding.code, finding.span, finding.message)
"""

from __future__ import annotations

__version__ = "0.1.0"
RULES_DATE = "2026-11"  # when the rules were last checked against IEEE's documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.results import Report
    from ieeelint.settings import Settings

__all__ = ["RULES_DATE", "__version__", "check"]


def check(paths: str | Iterable[str], settings: Settings | None = None) -> Report:
    """Check drafts and return a :class:`~ieeelint.results.Report`.

    ``paths`` are files, folders, or archives.  Without ``settings``, each draft uses the
    nearest ``ieeelint.toml``, ``.ieeelint.toml`` or ``pyproject.toml`` with
    ``[tool.ieeelint]``.  Raises :class:`~ieeelint.settings.SettingsError` for
    settings that cannot be used.  A draft that cannot be read is in
    ``report.unreadable``.
    """
    from ieeelint.checking import check_paths
    from ieeelint.inputs import memory_scope

    names = [paths] if isinstance(paths, str) else list(paths)
    with memory_scope():
        return check_paths(names) if settings is None else check_paths(names, lambda _: settings)

"""Programs for maintainers of ieeelint; no part of the package."""

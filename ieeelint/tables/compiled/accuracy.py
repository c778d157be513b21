"""Generated from accuracy.toml by ``python -m ieeelint.tables``."""

TABLE = {'drafts': 0, 'rules': {}}

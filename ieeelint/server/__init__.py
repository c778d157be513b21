"""The language server: findings as one types, fixes a key away.  Needs the extra ``server``."""

"""Generated from submission_systems.toml by ``python -m ieeelint.tables``."""

TABLE = {'id': ['#', 'paper id', 'submission id', 'paper number', 'submission #', 'paper #', 'id', 'number'],
 'title': ['paper title', 'title', 'submission title'],
 'authors': ['author names', 'authors', 'author list']}

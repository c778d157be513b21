"""Generated from authors.toml by ``python -m ieeelint.tables``."""

TABLE = {'departments': ['Dept', 'Department', 'School', 'Faculty', 'Lab', 'Laboratory', 'College'],
 'titles': ['Dr.', 'Prof.', 'Professor', 'Mr.', 'Mrs.', 'Ms.', 'Eng.', 'Assoc. Prof.', 'Asst. Prof.'],
 'degrees': ['Ph. D.', 'PhD', 'M. Sc.', 'M.Tech.', 'B.Tech.', 'B. Sc.']}

"""Generated from authors.toml by ``python -m ieeelint.tables``."""

TABLE = {'departments': ['Dept', 'Department', 'School', 'Faculty', 'Lab', 'Laboratory', 'College'],
 'titles': ['Dr.', 'Prof.', 'Professor', 'Mr.', 'Mrs.', 'Ms.', 'Eng.', 'Assoc. Prof.', 'Asst. Prof.'],
 'degrees': ['Ph. D.', 'PhD', 'M. Sc.', 'M.Tech.', 'B.Tech.', 'B. Sc.'],
 'positions': ['Professor', 'Assistant Professor', 'Associate Professor', 'Full Professor', 'Lecturer',
               'Senior Lecturer', 'Student', 'Ph.D. Student', 'PhD Student', 'Graduate Student',
               'Research Scholar', 'Research Assistant', 'Engineer', 'Head of Department', 'Guide']}

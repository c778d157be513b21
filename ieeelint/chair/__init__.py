"""A batch of submissions for the chair of a venue: verdicts, letters, and an index.

A batch trusts no submission: nothing outside the folder of a paper is read, its settings and local
rules are not used, and whatever it contains costs at most its own verdict.
"""

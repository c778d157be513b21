"""Word drafts: the package, its styles and numbers, and the words of its parts, each in its
place.
"""

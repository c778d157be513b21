"""Readers: from files to a :class:`~ieeelint.paper.model.Paper`.  They know formats, no rule."""

"""The LaTeX reader: tokens, macros, project files, and the walk that turns them into a paper.

``reading.read`` reads a draft; nothing is imported here, because others use the small modules.
"""

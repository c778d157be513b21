"""The LaTeX reader: tokens, macros, project files, and the walk that makes a paper of them."""

"""New drafts: written so that a paper that fills them is right from the first page."""

"""Word drafts: from the parts of a package to a paper."""

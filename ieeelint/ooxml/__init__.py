"""The ground floor of Word's format: names, package, markup, archive, styles, numbering."""

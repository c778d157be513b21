"""Word's file format without any notion of a paper: package, markup, styles, numbering."""

WORD = (".docx", ".docm", ".doc", ".dotx")  # the ends of the names of Word files

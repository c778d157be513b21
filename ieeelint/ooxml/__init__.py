"""Word's file format without any notion of a paper: package, markup, styles, numbering."""

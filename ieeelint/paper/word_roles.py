"""The roles that a paragraph of a Word draft can have in the paper."""

from __future__ import annotations

TITLE = "title"
SUBTITLE = "subtitle"
AUTHOR = "author"
AFFILIATION = "affiliation"
ABSTRACT = "abstract"
KEYWORDS = "keywords"
HEADING = "heading"  # numbered or component heading of any level
BODY = "body text"
LIST_ITEM = "list item"
EQUATION = "equation"
FIGURE = "figure"  # holds a picture
FIGURE_CAPTION = "figure caption"
TABLE_CAPTION = "table caption"
CELL = "table cell"
TABLE_NOTE = "table footnote"
FOOTNOTE = "footnote"
SPONSORS = "sponsors"
REFERENCE = "reference"
CODE = "code"
BIOGRAPHY = "biography"
RUNNING_HEAD = "running head"  # headers and footers
CONTENTS = "list of contents"  # tables of contents, lists of figures and tables
EMPTY = ""

"""HDG: headings."""

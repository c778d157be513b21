"""The label of the index terms that an author types, which the class prints."""

TYPED_LABEL = (
    r"\s{0,3}((?:Key\s?-?words|Index Terms|KEYWORDS|INDEX TERMS|Keywords and"
    r" Phrases)\s{0,2}[—–:.-]+)"
)

"""The views of a draft's files, for the rules about the source itself."""

"""The model of a paper, which is the same for every file format."""

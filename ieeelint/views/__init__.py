"""What a format's own files look like, for the rules about the source itself."""

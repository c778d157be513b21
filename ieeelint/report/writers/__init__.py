"""Writers print a finished grid in one format each; they neither round nor sort."""

"""Double-anonymous review."""

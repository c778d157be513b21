"""ACK: the acknowledgment."""

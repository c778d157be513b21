"""What a paper is, whatever file it came from: the one model every rule reads."""

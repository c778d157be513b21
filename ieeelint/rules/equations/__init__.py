"""EQN: equations."""

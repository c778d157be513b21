"""The training study: every module in one small host, over many seeds, with controls and checks."""

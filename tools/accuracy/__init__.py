"""Measures how often each rule is wrong: samples findings, keeps verdicts, counts."""

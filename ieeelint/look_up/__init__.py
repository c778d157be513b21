"""What Crossref, and a list of retracted works, know about the works in a reference list.

Nothing here runs unless the user asks for it: only then are titles and DOIs sent, and nothing else
of a draft.
"""

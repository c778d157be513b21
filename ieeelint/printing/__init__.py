"""A reference list as IEEE prints it: entries into the words of IEEEtran.bst, and those into text, LaTeX, Word …"""

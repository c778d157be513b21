"""Results into tables, figures and numbers of a paper: records -> statistics -> grid -> writers.

``records`` is the one long form that every adapter yields, ``grid`` the one table
that every writer and the check of the draft see; neither knows the other.
"""

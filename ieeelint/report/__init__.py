"""Make tables, figures, and numbers from results: records -> statistics -> grid -> writers.

Every adapter yields ``records``, in long form.  All writers, and the check of the draft, use the
table in ``grid``.  Neither module depends on the other.
"""

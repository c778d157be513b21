"""Reads PDF files with pypdf (their structure) and pypdfium2 (their characters and pictures).

Both are the extra ``pdf``, and are imported only for a PDF file.
"""

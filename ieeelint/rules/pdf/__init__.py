"""The rules about the PDF file that is submitted."""

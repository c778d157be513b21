"""A file of retracted works in the form of Retraction Watch, which Crossref publishes as CSV."""

from __future__ import annotations

import csv
import io

from ieeelint import inputs

DOI = "OriginalPaperDOI"
NOTICE = "RetractionDOI"
NATURE = "RetractionNature"  # "Retraction", "Correction", "Expression of concern", "Reinstatement"


class Retractions:
    """The notices of retracted works, by DOI in lowercase.  Raises InputError if the file cannot be
    used.
    """

    def __init__(self, path: str) -> None:
        self.notices: dict[str, str] = {}
        text = inputs.bytes_of(path).decode("utf-8-sig", "replace")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        try:
            if DOI not in (rows.fieldnames or ()):
                raise inputs.InputError(
                    f'has no column "{DOI}". Use the file of Retraction Watch that Crossref'
                    " publishes."
                )
            for row in rows:
                doi = (row.get(DOI) or "").strip().lower()
                nature = (row.get(NATURE) or "Retraction").strip()
                if doi.startswith("10.") and nature == "Retraction":
                    self.notices[doi] = (row.get(NOTICE) or "").strip()
        except csv.Error as error:
            raise inputs.InputError(f"cannot be read, line {rows.line_num}: {error}") from None

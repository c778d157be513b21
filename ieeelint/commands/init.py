"""``ieeelint init``: a new draft in IEEE's form."""

from __future__ import annotations

import os

from ieeelint.arguments import UsageError
from ieeelint.cli import CLEAN
from ieeelint.fixes.files import replace_bytes
from ieeelint.resources import templates
from ieeelint.starters.word import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.arguments import Options


def run(options: Options) -> int:
    """Write the draft; a file that exists stays unless ``--force`` is given."""
    path: str = options.path
    if os.path.isdir(path):
        path = os.path.join(path, "paper.docx")
    if not path.lower().endswith(".docx"):
        raise UsageError(f'"{path}" does not end in .docx, the format of the draft')
    if os.path.exists(path) and not options.force:
        raise UsageError(f"{path} exists; give another name, or --force to replace it")
    with open(os.path.join(templates(), "word", "conference.txt"), encoding="utf-8") as file:
        sketch = file.read()
    replace_bytes(path, document(sketch, options.paper))
    print(f'{path}: written; fill it in Word, then run "ieeelint check {path}"')
    return CLEAN

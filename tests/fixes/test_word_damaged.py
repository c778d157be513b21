"""Word drafts with a part that cannot be copied: the check reads them, and no file is written."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

import pytest

from ieeelint.starters.word import document

PICTURE = "word/media/image9.png"


@pytest.fixture
def path(tmp_path):
    """A draft with two findings and a picture whose bytes do not match their checksum."""
    data = document("[Body Text] The ratio is .25 here, and the the pipe is long.")
    stream = io.BytesIO(data)
    with ZipFile(stream, "a", ZIP_STORED) as archive:
        archive.writestr(PICTURE, b"a picture of a pipe")
    draft = tmp_path / "draft.docx"
    draft.write_bytes(stream.getvalue().replace(b"a picture of a pipe", b"a picture of a hole"))
    return draft


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--isolated", "--fix"),
        ("check", "--isolated", "--add-ignores"),
        ("annotate", "--isolated"),
    ],
    ids=lambda words: words[-1] if words[-1] != "--isolated" else words[0],
)
def test_a_damaged_part_is_named_and_no_file_is_written(path, run, words):
    before = path.read_bytes()
    status, _, err = run(*words, str(path))
    assert status == 2 or "damaged" in err
    assert PICTURE in err and "Traceback" not in err
    assert [file.name for file in path.parent.iterdir()] == ["draft.docx"]
    assert path.read_bytes() == before


def test_the_check_needs_no_pictures(path, run):
    status, out, err = run(
        "check", "--isolated", "--select", "UNT005", "--output-format", "concise", str(path)
    )
    assert status == 1 and "UNT005" in out and not err

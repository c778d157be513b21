"""What tests of several formats of result files share."""

from __future__ import annotations

import json

import pytest

from ieeelint.report.sources.collecting import collect


@pytest.fixture
def gather(tmp_path):
    """Collect the records of a file with this content."""

    def gathered(name, content, keys, metrics, **how):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            path.write_text(
                content if isinstance(content, str) else json.dumps(content), encoding="utf-8"
            )
        return collect([name], keys=keys, metrics=metrics, root=tmp_path, **how)

    return gathered

"""What the rules see of drafts with a little of everything is as recorded."""

from __future__ import annotations

import pytest

from tools import readings

RENEW = (
    "Run `python -m tools.readings`, and commit its files if you want each change in their diff."
)


@pytest.mark.parametrize("draft", readings.drafts(), ids=lambda draft: draft.name)
def test_readings_are_as_recorded(draft):
    recorded = readings.recorded(draft)
    assert recorded.exists(), RENEW
    assert readings.reading(draft) == recorded.read_text(encoding="utf-8"), RENEW

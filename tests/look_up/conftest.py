"""The service that the tests ask."""

from __future__ import annotations

import pytest
from look_up.crossref import Service, serving


@pytest.fixture
def service():
    """A service without works."""
    with serving(Service()) as running:
        yield running

"""Options of the test run."""

from __future__ import annotations

import pytest
from hypothesis import settings

# A busy machine fails no test, and a run can be repeated: examples depend on the tests alone.
settings.register_profile("twicetold", deadline=None, derandomize=True)
settings.load_profile("twicetold")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden pages anew, for review")

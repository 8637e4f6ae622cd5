"""Small pieces of English."""

from __future__ import annotations

import pytest

from generator.phrases import with_a


@pytest.mark.parametrize(
    "said",
    [
        "an attorney for Ann Reed",
        "a spokesman",
        "an MP",
        "an FBI agent",
        "a US official",
        "a university",
        "a one-time aide",
        "an unnamed aide",
        "a UN envoy",
        "an old clerk",
    ],
)
def test_with_a(said: str) -> None:
    assert with_a(said.partition(" ")[2]) == said

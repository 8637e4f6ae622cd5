"""What reads by itself under "what they are said to have said"."""

from __future__ import annotations

import pytest

from generator.render.clauses import reads_by_itself


@pytest.mark.parametrize(
    "content",
    [
        "that the quay is closed",
        "the quay will close in May",
        "he’s a fighter",
        "Rovers lost seven games",
        "whether to close it",
        "to leave the town alone",
        "“a panic move”",
        "a 'shabby' trick",
        "Was he sure that the quay was safe",
        "closing the quay was wrong",
        "No",
    ],
)
def test_reads_by_itself(content: str) -> None:
    assert reads_by_itself(content)


@pytest.mark.parametrize(
    "content",
    [
        "is debt, scrawling the word on a board",
        "scrawling the word on a board",
        "an open letter to the mayor on her page",
        "on Sunday",
        "Mr. Reed",
    ],
)
def test_is_a_piece(content: str) -> None:
    assert not reads_by_itself(content)

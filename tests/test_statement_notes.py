"""What the note beside a statement asks, and what it says of a source that the text does not give."""

import pytest

from generator.annotate import annotate
from generator.render.notes.statements import told_of_nobody
from tests.drawing import make_article


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "When asked if the bridge was safe, Ada Byron nodded.",
            "A question is reported; the text does not say who asked.",
            id="question",
        ),
        pytest.param(
            "The bridge was called a danger to all.",
            "The text does not say whose words or whose view this is.",
            id="passive",
        ),
    ],
)
def test_says_what_the_text_leaves_open(text: str, said: str) -> None:
    version = annotate(make_article(text))
    assert [told_of_nobody(s) for s in version.statements if not s.source] == [said]

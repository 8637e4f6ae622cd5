"""Which sentences a page may call the outlet's own."""

import pytest

from generator.annotate import annotate
from generator.render.notes.own_voice import is_own_voice
from tests.drawing import draw, make_article, unmark


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("⟦The bridge fell into the river.⟧ ⟦Two cars fell too.⟧", id="told-as-seen"),
        pytest.param("Anna Moreno said it was old. ⟦It was built in 1931.⟧", id="beside-an-attribution"),
        pytest.param("⟦It fell.⟧ “It was old. Nobody looked, and nobody cared.", id="before-an-open-quotation"),
        pytest.param("Nobody looked. It was old,” she said. ⟦It fell.⟧", id="before-a-mark-that-closes"),
        pytest.param("It was old. 'Nobody looked. It is both.\"", id="a-straight-mark-too-many"),
        pytest.param("Moreno, who built bridges in her youth, recalled.", id="a-verb-that-no-rule-read"),
        pytest.param("The port declined to comment on Friday. ⟦It is closed.⟧", id="refusal"),
        pytest.param("The mayor did not return a call for an interview.", id="no-answer"),
        pytest.param("⟦It fell.⟧\n\nUPDATE:\n\nIt fell again.\n\n⟦It lay there.⟧", id="behind-a-line-with-a-colon"),
        pytest.param(
            "⟦It fell.⟧ “It was old.\n\nNobody looked.\n\nNobody cared,” Anna Moreno said.\n\n⟦It lay there.⟧",
            id="between-the-marks-of-paragraphs",
        ),
        pytest.param(
            'It fell. "It was old.\n\nNobody looked.\n\nNobody cared," Anna Moreno said.\n\n⟦It lay there.⟧',
            id="between-straight-marks-of-paragraphs",
        ),
        pytest.param("“It was old,” Anna Moreno said.\n\n⟦It fell.⟧\n\n“Yes,” she said.", id="between-closed-ones"),
        pytest.param("Q: Who comes next?\n\nA: Somebody cheap.\n\n⟦A crane came.⟧", id="question-and-answer"),
        pytest.param("Who builds bridges of sand?", id="question"),
        pytest.param("Bridge falls into river at Eastport", id="headline"),
        pytest.param("⟦The bridge fell.⟧ ⟦The call of gulls was heard.⟧", id="a-call-alone-refuses-nothing"),
    ],
)
def test_own_voice_is_what_nobody_else_may_have_said(drawn: str) -> None:
    text, expected = unmark(drawn)
    version = annotate(make_article(text))
    found = [
        s for b in version.article.blocks for s in version.sentences if s.meets(b.span) and is_own_voice(version, b, s)
    ]
    assert draw(text, ("⟦⟧", found)) == drawn
    assert found == expected

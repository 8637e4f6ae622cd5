"""Whom a newsroom cites for what it reports, and who is then held to the words."""

import pytest

from generator.annotate import annotate
from tests.drawing import make_article

GAZETTE = "Eastport Gazette"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param(
            'The Eastport Gazette reported the mayor "will go on Monday," citing someone close to her.',
            "someone close to her",
            'the mayor "will go on Monday,"',
            id="someone",
        ),
        pytest.param(
            "The Eastport Gazette reported on Tuesday that the mayor will go, citing two officials.",
            "two officials",
            "that the mayor will go",
            id="officials",
        ),
        pytest.param(
            "The mayor will go, the Eastport Gazette reported, citing an aide to the mayor.",
            "aide to the mayor",
            "The mayor will go",
            id="newsroom-in-the-middle",
        ),
        pytest.param(
            "The Eastport Gazette reported that the mayor will go, citing Anna Moreno.",
            "Anna Moreno",
            "that the mayor will go",
            id="a-name",
        ),
        pytest.param(
            "The Eastport Gazette reported on Friday that the mayor will go, according to people near her.",
            "people near her",
            "that the mayor will go",
            id="according-to",
        ),
    ],
)
def test_whom_a_newsroom_cites_is_the_source_and_the_newsroom_passes_it_on(
    text: str, speaker: str, content: str
) -> None:
    article = make_article(text)
    (statement,) = annotate(article).statements
    assert statement.speaker is not None
    assert statement.speaker.label == speaker
    assert [article.at(span) for span in statement.content] == [content]
    assert [(relay.name, relay.heard) for relay in statement.relays] == [(GAZETTE, False)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Eastport Gazette reported that the mayor will go, citing court papers.", id="papers"),
        pytest.param("The Eastport Gazette reported that the mayor will go.", id="nobody-cited"),
        pytest.param("The Eastport Gazette reported that the mayor will go. It cited two officials.", id="behind"),
    ],
)
def test_a_newsroom_that_cites_no_people_says_so_itself(text: str) -> None:
    statement = annotate(make_article(text)).statements[0]
    assert statement.speaker is not None
    assert statement.speaker.label == GAZETTE
    assert statement.relays == ()


def test_somebody_who_is_no_newsroom_passes_nothing_on() -> None:
    statement = annotate(make_article("Anna Moreno said that the mayor will go, citing two officials.")).statements[0]
    assert statement.speaker is not None
    assert statement.speaker.label == "Anna Moreno"

"""Newsrooms between who said it and the version, and newsrooms by name."""

import pytest

from generator.annotate.relays import find_relays, without_credits
from generator.annotate.sentences import find_sentences
from generator.model import Rule, Span, Statement, StatementKind
from generator.newsrooms import is_newsroom, same_newsroom
from tests.attributions import resolve
from tests.drawing import make_article


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "⟦No⟧, ⟨Moreno⟩ ⟪said⟫, cited by Reuters.", [("Reuters", "cited by Reuters", False)], id="cited-by"
        ),
        pytest.param(
            "⟦No⟧, ⟨the embassy⟩ ⟪said⟫ in a statement on Monday, cited by Reuters.",
            [("Reuters", "cited by Reuters", False)],
            id="words-between",
        ),
        pytest.param(
            "⟪According to⟫ ⟨sources cited by Reuters⟩, ⟦no⟧.",
            [("Reuters", "cited by Reuters", False)],
            id="in-the-source",
        ),
        pytest.param(
            "⟨Moreno⟩ ⟪said⟫ ⟦it was over⟧, according to Reuters.",
            [("Reuters", "according to Reuters", False)],
            id="according-to-behind",
        ),
        pytest.param(
            "⟨Moreno⟩ ⟪told⟫ Canadian Broadcasting Corp last Friday ⟦it was over⟧.",
            [("Canadian Broadcasting Corp", "told Canadian Broadcasting Corp", True)],
            id="told",
        ),
        pytest.param("⟨Moreno⟩ ⟪told⟫ the CBC ⟦no⟧.", [("CBC", "told the CBC", True)], id="without-the-article"),
        pytest.param(
            "“⟦No⟧,” ⟨Moreno⟩ ⟪said⟫ in an interview with NBC News.",
            [("NBC News", "interview with NBC News", True)],
            id="interview",
        ),
        pytest.param(
            "⟨Moreno⟩ ⟪told⟫ the BBC ⟦no⟧, Reuters reported.",
            [("BBC", "told the BBC", True), ("Reuters", "Reuters reported", False)],
            id="heard-comes-first",
        ),
        pytest.param(
            "⟨Moreno⟩ ⟪told⟫ Xo Zarqa of Fox News ⟦no⟧.",
            [("Fox News", "told Xo Zarqa of Fox News", True)],
            id="somebody-of-a-newsroom",
        ),
        pytest.param("⟨Moreno⟩ ⟪told⟫ CNN Tuesday ⟦no⟧.", [("CNN", "told CNN", True)], id="weekday-behind"),
        pytest.param(
            "⟨Moreno⟩ ⟪said⟫ in a CBS interview ⟦no⟧.", [("CBS", "in a CBS interview", True)], id="newsroom-interview"
        ),
        pytest.param(
            "⟦No⟧, ⟨Moreno⟩ ⟪said⟫, according to a HuffPost Pollster average.", [], id="a-poll-is-no-newsroom"
        ),
        pytest.param(
            "⟨Moreno⟩ ⟪told⟫ the Guardian ⟦no⟧.", [("Guardian", "told the Guardian", True)], id="the-guardian"
        ),
        pytest.param("⟨Moreno⟩ ⟪told⟫ Guardian ⟦no⟧.", [], id="somebody-called-guardian"),
        pytest.param("⟨Moreno⟩ ⟪told⟫ The Hill ⟦no⟧.", [("Hill", "told The Hill", True)], id="the-hill"),
        pytest.param("⟨Moreno⟩ ⟪told⟫ KTRS radio ⟦so⟧.", [("KTRS radio", "told KTRS radio", True)], id="call-sign"),
        pytest.param("⟨Moreno⟩ ⟪told⟫ WADA ⟦so⟧.", [], id="initials-are-no-call-sign"),
        pytest.param(
            "“⟦So⟧,” ⟨Moreno⟩ ⟪wrote⟫ in The Eastport Post-Dispatch.",
            [("Eastport Post-Dispatch", "wrote in The Eastport Post-Dispatch", False)],
            id="wrote-in",
        ),
        pytest.param(
            "“⟦So⟧,” ⟨Moreno⟩ ⟪said⟫ in a column for Reuters.", [("Reuters", "column for Reuters", False)], id="column"
        ),
        pytest.param("“⟦So⟧,” ⟨Moreno⟩ ⟪wrote⟫ in Spanish.", [], id="wrote-in-a-language"),
        pytest.param(
            "“⟦So⟧,” ⟨Moreno⟩ ⟪told⟫ the Lima Post. The Lima Post left.",
            [("Lima Post", "told the Lima Post", True)],
            id="next-sentence-begins-with-its-name",
        ),
        pytest.param(
            "“⟦So⟧,” ⟨Moreno⟩ ⟪told⟫ the Daily Blast.", [("Daily Blast", "told the Daily Blast", True)], id="daily"
        ),
        pytest.param(
            "The Lima Post reported that ⟨Moreno⟩ had ⟪confirmed⟫ ⟦that it was over⟧.",
            [("Lima Post", "The Lima Post reported", False)],
            id="reported-that-in-front",
        ),
        pytest.param(
            "The Lima Post reported on Monday that ⟨Moreno⟩ ⟪said⟫ ⟦it was over⟧.",
            [("Lima Post", "The Lima Post reported", False)],
            id="reported-on-a-day-in-front",
        ),
        pytest.param("The Lima Post reported rain, and ⟨Moreno⟩ ⟪said⟫ ⟦so⟧.", [], id="reported-something-else"),
        pytest.param("Xo Zarqa reported that ⟨Moreno⟩ ⟪said⟫ ⟦so⟧.", [], id="somebody-reported"),
        pytest.param(
            "“⟦So⟧,” ⟪said⟫ ⟨Moreno⟩, the president of the club, to the news Web site the Lima Post, run by Xo.",
            [("Lima Post", "to the news Web site the Lima Post", True)],
            id="to-a-site-behind",
        ),
        pytest.param(
            "⟨Moreno⟩ ⟪told⟫ the newspaper the Lima Post ⟦no⟧.",
            [("Lima Post", "told the newspaper the Lima Post", True)],
            id="the-newspaper",
        ),
        pytest.param("“⟦So⟧,” ⟪said⟫ ⟨Moreno⟩, to the Klein family.", [], id="to-a-family"),
        pytest.param("“⟦So⟧,” ⟪said⟫ ⟨Moreno⟩, who gave land to the Lima Post.", [], id="gave-to"),
        pytest.param("⟨Moreno⟩ ⟪told⟫ lawmakers ⟦no⟧.", [], id="lawmakers-are-no-newsroom"),
        pytest.param("⟨Moreno⟩ ⟪told⟫ reporters ⟦no⟧.", [], id="reporters-are-no-newsroom"),
        pytest.param("⟨Moreno⟩ ⟪told⟫ Klein ⟦no⟧.", [], id="somebody-told"),
        pytest.param("⟨Reuters⟩ ⟪reported⟫ ⟦that it was over⟧.", [], id="sole-source"),
        pytest.param("⟦It was over⟧, ⟪according to⟫ ⟨Reuters⟩.", [], id="sole-source-behind"),
        pytest.param("⟨Moreno⟩ ⟪said⟫ ⟦Klein told Reuters a lie⟧.", [], id="inside-the-content"),
        pytest.param("⟨Moreno⟩ ⟪said⟫ ⟦it ended⟧. Reuters reported it.", [], id="next-sentence"),
    ],
)
def test_finds_relays(marked: str, expected: list[tuple[str, str, bool]]) -> None:
    article, statements, _ = resolve(marked)
    assert [(relay.name, article.at(relay.span), relay.heard) for relay in statements[0].relays] == expected


def statement(text: str, source: str, cue: str, content: str) -> Statement:
    """The statement whose parts stand first in the text with these words; an empty cue is none."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    return Statement(
        kind=StatementKind.INDIRECT,
        source=(spans[0],),
        cue=(spans[1],),
        content=(spans[2],),
        sure=True,
        rule=Rule("test.drawn", "Drawn by hand."),
    )


def test_a_relay_belongs_to_the_statement_it_stands_in() -> None:
    text = "Moreno said it was over, but Klein told the CBC it began, Reuters reported."
    article = make_article(text)
    first = statement(text, "Moreno", "said", "it was over")
    second = statement(text, "Klein", "told", "it began")
    (whole,) = find_sentences(article)
    others = (*second.source, *second.cue)
    assert list(find_relays(article, first, whole, others)) == []
    names = [relay.name for relay in find_relays(article, second, whole, (*first.source, *first.cue))]
    assert names == ["CBC", "Reuters"]


def test_words_of_another_attribution_are_no_relay() -> None:
    text = "Moreno said it was over, according to Reuters."
    article = make_article(text)
    first = statement(text, "Moreno", "said", "it was over")
    (whole,) = find_sentences(article)
    reuters = Span(text.index("Reuters"), text.index("Reuters") + len("Reuters"))
    assert [relay.name for relay in find_relays(article, first, whole, ())] == ["Reuters"]
    assert list(find_relays(article, first, whole, (reuters,))) == []


def test_words_of_an_attribution_inside_are_no_relay() -> None:
    text = "Moreno, whom Klein told the CBC about, said it was over."
    article = make_article(text)
    first = statement(text, "Moreno", "said", "it was over")
    told = statement(text, "Klein", "told", "about")
    (whole,) = find_sentences(article)
    assert list(find_relays(article, first, whole, (*told.source, *told.cue))) == []


def test_a_credit_for_another_statement_is_no_statement() -> None:
    text = "Moreno said it was over, according to Reuters."
    article = make_article(text)
    inner = statement(text, "Moreno", "said", "it was over")
    credit = statement(text, "Reuters", "according to", "Moreno said it was over")
    assert list(without_credits(article, (inner, credit))) == [inner]
    assert list(without_credits(article, (credit,))) == [credit]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("CBC News", "CBC"),
        ("CBC", "Canadian Broadcasting Corp"),
        ("CBC News", "Canadian Broadcasting Corp."),
        ("the Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("Fox", "Fox News"),
        ("The New York Times", "New York Times"),
        ("REUTERS", "Reuters"),
    ],
)
def test_same_newsroom(left: str, right: str) -> None:
    assert same_newsroom(left, right)
    assert same_newsroom(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("CBC", "CBS"),
        ("New York Times", "Financial Times"),
        ("Reuters", "AP"),
        ("Times", "Post"),
        ("News Corp", "CBC News"),
    ],
)
def test_not_the_same_newsroom(left: str, right: str) -> None:
    assert not same_newsroom(left, right)
    assert not same_newsroom(right, left)


@pytest.mark.parametrize("name", ["Reuters", "Idaho Press", "Canadian Broadcasting Corp", "Fox News Channel", "C-SPAN"])
def test_is_a_newsroom(name: str) -> None:
    assert is_newsroom(name)


@pytest.mark.parametrize("name", ["", "Health Department", "Anna Moreno", "News", "Supreme Court", "Congress"])
def test_is_no_newsroom(name: str) -> None:
    assert not is_newsroom(name)

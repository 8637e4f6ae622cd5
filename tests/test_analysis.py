"""The analysis format: every field, and offsets that cut the right words out of the file."""

from __future__ import annotations

from typing import Any

from generator.analysis import analyse
from generator.model import (
    Actor,
    ActorKind,
    Annotated,
    Anonymity,
    Article,
    Block,
    BlockKind,
    FramingKind,
    FramingMark,
    Naming,
    Quotation,
    Relay,
    RemovalKind,
    Removed,
    Rule,
    Segment,
    Span,
    Speaker,
    Statement,
    StatementKind,
    TimeExpression,
)
from tests.drawing import make_seed

RULE = Rule("test", "For this test.")
RAW = "Share this!\nTwo officials, who know, &quot;reportedly&quot; said on Monday the levy is fair, the Gazette heard."
SHOWN = '\nTwo officials, who know, "reportedly" said on Monday the levy is fair, the Gazette heard.'


def at(words: str) -> Span:
    return Span(SHOWN.index(words), SHOWN.index(words) + len(words))


def annotated() -> Annotated:
    """An article with a removal in front and two repairs in the middle."""
    opening, closing = RAW.index("&quot;"), RAW.rindex("&quot;")
    pieces = [(11, opening, None), (opening, opening + 6, RULE), (opening + 6, closing, None)]
    pieces += [(closing, closing + 6, RULE), (closing + 6, len(RAW), None)]
    segments: list[Segment] = []
    for start, end, rule in pieces:
        place = segments[-1].span.end if segments else 0
        segments.append(Segment(Span(place, place + (1 if rule else end - start)), Span(start, end), rule))
    article = Article(
        seed=make_seed(RAW),
        text=SHOWN,
        segments=tuple(segments),
        removed=(Removed(Span(0, 11), RemovalKind.CONTROL, RULE),),
        blocks=(Block(BlockKind.PARAGRAPH, Span(1, len(SHOWN))),),
    )
    statement = Statement(
        kind=StatementKind.INDIRECT,
        content=(at("the levy is fair"),),
        source=(at("Two officials, who know"),),
        cue=(at("said"),),
        speaker=Speaker("Two officials", Naming.UNNAMED),
        relays=(Relay("Gazette", at("the Gazette heard"), heard=True),),
        anonymity=Anonymity(number=at("Two"), knows=at("who know")),
        sure=True,
        rule=RULE,
    )
    actor = Actor(key="gazette", name="Gazette", kind=ActorKind.ORGANISATION, mentions=(at("Gazette"),), rule=RULE)
    return Annotated(
        article=article,
        sentences=(Span(1, len(SHOWN)),),
        quotations=(Quotation(at('"reportedly"')),),
        statements=(statement,),
        actors=(actor,),
        times=(TimeExpression(span=at("Monday"), value=None, why="a Monday; the file gives no date", rule=RULE),),
        framing=(FramingMark(at("reportedly"), FramingKind.HEDGE, "why", RULE),),
    )


def words(place: dict[str, int]) -> str:
    return RAW[place["start"] : place["end"]]


def test_every_offset_points_into_the_file() -> None:
    found: dict[str, Any] = analyse(annotated())
    assert found["text"] == RAW
    statement = found["statements"][0]
    assert [words(place) for place in statement["content"]] == ["the levy is fair"]
    assert [words(place) for place in statement["source"]] == ["Two officials, who know"]
    assert [words(place) for place in statement["cue"]] == ["said"]
    assert words(statement["passed_on"][0]) == "the Gazette heard"
    assert words(statement["anonymity"]["knows"]) == "who know"
    assert statement["anonymity"]["reason"] is None
    assert [words(place) for place in found["actors"][0]["mentions"]] == ["Gazette"]
    assert words(found["times"][0]) == "Monday"
    assert words(found["framing"][0]) == "reportedly"
    assert words(found["quotations"][0]) == "&quot;reportedly&quot;", "a repair stands for the whole of what it mends"
    assert words(found["blocks"][0]) == RAW[12:]
    assert words(found["removed"][0]) == "Share this!"


def test_what_the_text_does_not_say_is_null() -> None:
    found: dict[str, Any] = analyse(annotated())
    assert found["outlet"] is None
    assert found["published"] is None
    assert found["times"][0]["value"] is None
    assert found["times"][0]["earliest"] is None
    assert (found["statements"][0]["named"], found["statements"][0]["speaker"]) == (False, "Two officials")

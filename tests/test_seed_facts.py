"""The facts of the demo story, found by the pipe alone: `gold/huawei-canada-5g.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.annotate import annotate
from generator.clean import clean
from generator.model import Annotated, Naming, Statement
from generator.read import read_story

ROOT = Path(__file__).parents[1]
FACTS: dict[str, Any] = yaml.safe_load((ROOT / "tests/gold/huawei-canada-5g.yaml").read_text(encoding="utf-8"))
NAMINGS = {"named": Naming.NAMED, "office": Naming.OFFICE, "unnamed": Naming.UNNAMED}


@cache
def versions() -> dict[str, Annotated]:
    story = read_story(ROOT / "seeds/huawei-canada-5g", ROOT)
    return {seed.id: annotate(clean(seed)) for seed in story.seeds}


def words_of(annotated: Annotated, statement: Statement) -> str:
    return " ".join(" ".join(annotated.article.at(span).split()) for span in statement.content)


def rows(name: str) -> list[Any]:
    return [
        pytest.param(version, fact, id=f"{version}-{fact['says'][:30]}")
        for version, facts in FACTS.items()
        for fact in facts[name]
    ]


@pytest.mark.parametrize(("version", "fact"), rows("statements"))
def test_statement(version: str, fact: dict[str, Any]) -> None:
    annotated = versions()[version]
    article = annotated.article
    holding = [
        statement
        for statement in annotated.statements
        if fact["says"] in words_of(annotated, statement)
        and statement.speaker is not None
        and statement.speaker.label == fact["speaker"]
        and words_of(annotated, statement).endswith(fact.get("ends", ""))
        and statement.denial == fact.get("denial", False)
    ]
    assert len(holding) == 1, [(words_of(annotated, s), s.speaker) for s in annotated.statements]
    (statement,) = holding
    assert statement.speaker is not None
    assert statement.speaker.naming is NAMINGS[fact["naming"]]
    assert [relay.name for relay in statement.relays] == fact["relays"]
    assert [relay.heard for relay in statement.relays] == [fact.get("heard", False)] * len(fact["relays"])
    if "cue" in fact:
        assert [article.at(span) for span in statement.cue] == [fact["cue"]]
    fields = ("number", "described", "knows", "reason")
    given = {name: span for name in fields if (span := getattr(statement.anonymity, name, None)) is not None}
    assert {name: article.at(span) for name, span in given.items()} == fact.get("anonymity", {})


@pytest.mark.parametrize(
    ("version", "name", "fact"),
    [
        pytest.param(version, name, fact, id=f"{version}-{name}")
        for version, facts in FACTS.items()
        for name, fact in facts["actors"].items()
    ],
)
def test_actor(version: str, name: str, fact: dict[str, Any]) -> None:
    annotated = versions()[version]
    (actor,) = [actor for actor in annotated.actors if actor.name == name]
    assert actor.kind.value == fact["kind"]
    if "gloss" in fact:
        assert actor.gloss == fact["gloss"]
    if "mentions" in fact:
        around = [annotated.article.text[max(0, m.start - 9) : m.end + 9] for m in actor.mentions]
        assert len(around) == len(fact["mentions"])
        assert all(words.split()[-2] in seen for words, seen in zip(fact["mentions"], around, strict=True)), around


@pytest.mark.parametrize(
    ("version", "name"), [(version, name) for version, facts in FACTS.items() for name in facts["no_actors"]]
)
def test_no_actor(version: str, name: str) -> None:
    assert name not in [actor.name for actor in versions()[version].actors]


@pytest.mark.parametrize("version", ["a", "b"])
def test_ottawa_sources_are_no_government(version: str) -> None:
    article = versions()[version].article
    for actor in versions()[version].actors:
        assert not any(article.text[m.end :].startswith(" sources") for m in actor.mentions)


def test_blair_before_the_minister_is_the_envoy() -> None:
    """B names Robert Blair, then says Blair; Bill Blair comes three paragraphs later."""
    names = {actor.key: len(actor.mentions) for actor in versions()["b"].actors if actor.name.endswith("Blair")}
    assert names == {"robert-blair": 2, "bill-blair": 1}

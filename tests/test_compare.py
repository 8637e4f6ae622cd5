"""Whole stories compared: the seed story's facts, and what holds for every story."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from generator.annotate import annotate
from generator.clean import clean
from generator.compare import compare
from generator.curate import curate_comparison, curate_version
from generator.model import MOST_FINDINGS, Annotated, Comparison, FindingKind, Likeness, Place, StoryFile, WordingChange
from generator.read import read_story
from tests.drawing import make_article
from tests.versions import make_story

ROOT = Path(__file__).parents[1]
BASIL = ROOT.parent / "shared" / "data" / "basil-2010-2014.jsonl"

# What both versions quote, confirmed, so that these tests hold however sure the reader of statements is.
QUOTED = {
    "a": ("secure and reliable", "a part of regular and ongoing conversations", "won't get bullied"),
    "b": ("safe and reliable", "part of regular and ongoing discussions", "will not be intimidated"),
}
CONFIRMED = StoryFile.model_validate(
    {
        "corrections": [
            {"version": version, "quote": quote, "confirm": "statement"}
            for version, quotes in QUOTED.items()
            for quote in quotes
        ]
    }
)


@pytest.fixture(scope="module")
def seed() -> tuple[list[Annotated], Comparison]:
    story = read_story(ROOT / "seeds" / "huawei-canada-5g", ROOT)
    confirmed = make_story(CONFIRMED)
    versions = [curate_version(annotate(clean(text)), confirmed)[0] for text in story.seeds]
    comparison, _ = curate_comparison(compare(versions, confirmed), versions, confirmed)
    return versions, comparison


def words(versions: list[Annotated], place: Place) -> str:
    return next(version for version in versions if version.id == place.version).article.at(place.span)


def test_seed_wordings(seed: tuple[list[Annotated], Comparison]) -> None:
    versions, comparison = seed
    differing = [
        [
            [words(versions, Place(variant.places[0].version, span)) for span in variant.differing]
            for variant in w.variants
        ]
        for w in comparison.wordings
    ]
    assert differing == [
        [["secure"], ["safe"]],
        [["a", "conversations", "regarding"], ["discussions", "on"]],
        [["won't get bullied"], ["will not be intimidated"]],
    ]
    assert all(WordingChange.SWAPPED in wording.changes for wording in comparison.wordings)
    assert not any(WordingChange.SPEAKER_CHANGED in wording.changes for wording in comparison.wordings)


def test_seed_blairs_are_two(seed: tuple[list[Annotated], Comparison]) -> None:
    _, comparison = seed
    blairs = [profile for profile in comparison.profiles if "Blair" in profile.name]
    assert {(p.name, tuple(version for version, _ in p.appearances)) for p in blairs} == {
        ("Robert Blair", ("a", "b")),
        ("Bill Blair", ("b",)),
    }


def test_seed_dates_are_finer_and_in_no_conflict(seed: tuple[list[Annotated], Comparison]) -> None:
    versions, comparison = seed
    assert not any(event.conflict for event in comparison.events)
    friday = next(event for event in comparison.events if len(event.reports) == 2)
    said = [words(versions, Place(report.place.version, report.time.span)) for report in friday.reports]
    assert said == ["last week", "last Friday"]


def test_seed_findings_are_of_what_differs(seed: tuple[list[Annotated], Comparison]) -> None:
    _, comparison = seed
    kinds = [finding.kind for finding in comparison.findings]
    assert kinds == [
        FindingKind.WORDS_DIFFER,
        FindingKind.WORDS_DIFFER,
        FindingKind.STATEMENT_SINGLE,
        FindingKind.ONE_REPORT,
        FindingKind.UNNAMED_DESCRIBED_APART,
        FindingKind.CREDIT_DIFFERS,
    ]
    single = comparison.findings[2]
    assert [place.version for place in single.evidence] == ["a", "b"]


def assert_whole(versions: list[Annotated], comparison: Comparison) -> None:
    """What every comparison promises."""
    places = [place for passage in comparison.passages for place in passage.places]
    assert sorted(places) == sorted(Place(v.id, span) for v in versions for span in v.sentences)
    assert len({finding.id for finding in comparison.findings}) == len(comparison.findings) <= MOST_FINDINGS
    keys = {profile.key for profile in comparison.profiles}
    assert len(keys) == len(comparison.profiles)
    origins = {origin.key for origin in comparison.origins}
    assert {chain_.origin for chain_ in comparison.chains} == origins
    assert all(chain_.statement.sure for chain_ in comparison.chains)
    by_id = {version.id: version for version in versions}
    evidence = chain.from_iterable(finding.evidence for finding in comparison.findings)
    spoken = chain.from_iterable(variant.places for wording in comparison.wordings for variant in wording.variants)
    for place in chain(evidence, spoken):
        assert place.span.end <= len(by_id[place.version].article.text)
    for wording in comparison.wordings:
        assert len({place.version for variant in wording.variants for place in variant.places}) > 1
        assert all(statement.sure for variant in wording.variants for statement in variant.statements)
    for row in comparison.coverage:
        assert set(row.missing).isdisjoint(place.version for place in row.passage.places)
    assert all(
        (passage.likeness is Likeness.SINGLE) == (len({place.version for place in passage.places}) == 1)
        for passage in comparison.passages
    )


def test_the_seed_comparison_is_whole(seed: tuple[list[Annotated], Comparison]) -> None:
    assert_whole(*seed)


@pytest.mark.skipif(not BASIL.is_file(), reason="the BASIL stories are not beside the repository")
def test_stories_of_three_outlets_are_compared() -> None:
    stories: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in BASIL.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        stories[told["story"]].append(told)
    for name in sorted(stories)[:6]:
        versions = [
            annotate(make_article(told["text"], id=id_, published=date.fromisoformat(told["published"])))
            for id_, told in zip("abc", stories[name], strict=True)
        ]
        comparison = compare(versions, make_story())
        assert_whole(versions, comparison)
        assert any(passage.likeness is not Likeness.SINGLE for passage in comparison.passages)

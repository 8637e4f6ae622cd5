"""What the data files hold, and what an excerpt keeps out of every one of them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.anchors import mark_ids
from generator.exports import export
from generator.exports.tables import safe
from generator.model import (
    EDITOR,
    Annotated,
    Certainty,
    Event,
    EventReport,
    Explained,
    FramingKind,
    FramingMark,
    How,
    Note,
    Person,
    Place,
    Rights,
    Span,
    Stated,
    StoryFile,
    TimeExpression,
    WordingChange,
)
from tests.telling import RULE, make_version, tell

A = """⟨Ann Lee⟩ said ⟦“we will pay the very high levy”⟧ on ⌈Monday⌉.

⟨two city officials⟩ said, ⟪cited by Reuters⟫, that ⟦the levy might end⟧.

⟨Bo Ek⟩ hinted that ⟦it rains⟧ (?)

=HYPERLINK is what no cell must begin with, and < and & are no markup in this long last paragraph that nobody says."""

B = """⟨Ann Lee⟩ said ⟦“we will pay the levy”⟧ ⌈last week⌉."""


def dated(version: Annotated, *days: tuple[date, date] | None) -> Annotated:
    """Give each time expression of a drawn version its interval."""
    times = tuple(
        replace(time, value=span[0].isoformat(), earliest=span[0], latest=span[1]) if span else time
        for time, span in zip(version.times, days, strict=True)
    )
    return replace(version, times=times)


def make_event(number: int, *reports: tuple[Annotated, TimeExpression]) -> Event:
    told = [
        EventReport(place=Place(v.id, next(s for s in v.sentences if s.holds(time.span))), time=time)
        for v, time in reports
    ]
    return Event(
        id=f"e{number}",
        earliest=None,
        latest=None,
        certainty=Certainty.UNKNOWN,
        reports=tuple(told),
        conflict=False,
        rule=RULE,
    )


def make_story(*, rights: Rights | None = None) -> Explained:
    monday = date(2020, 3, 9)
    a = dated(make_version(A, letter="a", published=date(2020, 3, 10)), (monday, monday))
    b = dated(make_version(B, letter="b"), (date(2020, 3, 2), date(2020, 3, 8)))
    very = a.article.text.index("very")
    framing = (FramingMark(Span(very, very + 4), FramingKind.INTENSIFIER, "“very” turns up the strength.", RULE),)
    details = replace(
        a.article.seed.details,
        rights=rights,
        headline=Stated("A levy", How.EDITOR),
        byline=Stated("Ida Moe", How.EDITOR),
        url=Stated("https://example.org/levy", How.EDITOR),
    )
    article = replace(a.article, seed=replace(a.article.seed, details=details))
    a = replace(
        a, article=article, framing=framing, statements=(replace(a.statements[0], rule=EDITOR), *a.statements[1:])
    )
    editor = StoryFile(
        question="Who pays?",
        editor=Person(name="Eva Berg", url="https://example.org/eva"),
        notes=(Note(version="a", quote="that nobody says", note="Nobody does."),),
    )
    return tell(
        a,
        b,
        wordings=[({"a": 1, "b": 1}, (WordingChange.CUT,))],
        events=[make_event(1, (a, a.times[0]), (b, b.times[0]))],
        editor=editor,
    )


def files(explained: Explained) -> dict[str, str]:
    return {page.path.name: page.text for page in export(explained)}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_exports_stand_below_the_story_and_end_in_one_line_feed() -> None:
    for page in export(make_story()):
        assert page.path.parts[:2] == ("levy", "data")
        assert page.text.endswith("\n")
        assert not page.text.replace("\r", "").endswith("\n\n")
        csv_lines = page.text.count("\r\n") if page.path.suffix == ".csv" else 0
        assert page.text.count("\r") == csv_lines
        assert not csv_lines or csv_lines == page.text.count("\n"), "RFC 4180"


def test_exports_are_the_same_on_every_run() -> None:
    assert export(make_story()) == export(make_story())


@pytest.mark.parametrize("text", ["", "One paragraph and no more."])
def test_stories_with_next_to_nothing(text: str) -> None:
    assert export(tell(make_version(text)))
    assert export(tell())


# story.json


def test_json_spans_slice_back() -> None:
    story = json.loads(files(make_story())["story.json"])
    texts = {version["id"]: version["text"] for version in story["versions"]}

    def check(value: Any, version: str | None) -> int:
        if isinstance(value, list):
            return sum(check(item, version) for item in value)
        if not isinstance(value, dict):
            return 0
        version = value.get("version", version)
        found = sum(check(item, version) for item in value.values())
        if "exact" in value and "start" in value and "raw" not in value:
            assert texts[version][value["start"] : value["end"]] == value["exact"]
            found += 1
        return found

    assert sum(check(version, version["id"]) for version in story["versions"]) > 20
    assert check(story["comparison"]["passages"], None) >= 5


def test_json_has_the_fields_that_its_documentation_names() -> None:
    documented = import_module("generator.exports.story_json").__doc__ or ""
    story = json.loads(files(make_story())["story.json"])
    assert all(f"`{name}`" in documented for version in story["versions"] for name in version)
    assert all(name in documented for part in ("story", "comparison") for name in story[part])
    assert all(f"    {name} " in documented for name in story)


def test_json_tells_format_rules_and_what_is_to_check() -> None:
    story = json.loads(files(make_story())["story.json"])
    assert story["format"] == {"name": "twicetold-story", "version": 1}
    assert story["rules"]["test.drawn"] == "Drawn in a test."
    assert [s["sure"] for s in story["versions"][0]["statements"]] == [True, True, False]
    assert story["story"]["reviewed"] is None


def test_json_names_marks_by_their_lasting_ids() -> None:
    explained = make_story()
    story = json.loads(files(explained)["story.json"])
    a = explained.versions[0]
    ids = mark_ids("a", a.article.text, [*a.statements, *a.actors, *a.times, *a.framing])
    assert [s["id"] for s in story["versions"][0]["statements"]] == [ids[s] for s in a.statements]
    wording = story["comparison"]["wordings"][0]
    assert wording["variants"][0]["statements"] == [{"version": "a", "mark": ids[a.statements[0]]}]
    assert story["comparison"]["chains"][0]["statement"]["mark"] == ids[a.statements[0]]
    assert story["comparison"]["events"][0]["reports"][0]["time"] == {"version": "a", "mark": ids[a.times[0]]}


# tables


def test_statements_table() -> None:
    lines = rows(files(make_story())["statements.csv"])
    assert [(line["version"], line["speaker"], line["sure"]) for line in lines] == [
        ("A", "Ann Lee", "yes"),
        ("A", "two city officials", "yes"),
        ("A", "Bo Ek", "no"),
        ("B", "Ann Lee", "yes"),
    ]
    assert lines[0]["content"] == "“we will pay the very high levy”"
    assert lines[1]["passed_on_by"] == "Reuters"
    assert lines[1]["number"] == "two"
    assert lines[0]["link"].startswith("../version-a.html#statement-")


def test_wordings_and_events_tables_have_a_line_for_each_version() -> None:
    told = files(make_story())
    assert [(w["wording"], w["variant"], w["version"]) for w in rows(told["wordings.csv"])] == [
        ("w1", "1", "A"),
        ("w1", "2", "B"),
    ]
    assert [(e["version"], e["earliest"], e["latest"], e["expression"]) for e in rows(told["events.csv"])] == [
        ("A", "2020-03-09", "2020-03-09", "Monday"),
        ("B", "2020-03-02", "2020-03-08", "last week"),
    ]


def test_events_table_has_the_editors_words_with_places_and_without() -> None:
    told = make_story()
    first, *others = told.comparison.events
    bare = replace(first, id="e9", reports=(), text="The bridge opens.")
    events = (replace(first, text="The vote."), *others, bare)
    told = replace(told, comparison=replace(told.comparison, events=events))
    lines = rows(files(told)["events.csv"])
    assert [(line["text"], line["version"]) for line in lines if line["text"]] == [
        ("The vote.", "A"),
        ("The vote.", "B"),
        ("The bridge opens.", ""),
    ]


def test_passages_table_tells_in_which_copies_a_passage_was_not_found() -> None:
    lines = rows(files(make_story())["passages.csv"])
    last = next(line for line in lines if "HYPERLINK" in line["words"])
    assert (last["version"], last["not_found_in"], last["not_compared_with"]) == ("A", "B", "")
    assert last["words"].startswith("'=HYPERLINK")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n@x"])
def test_no_cell_starts_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")


@given(st.text())
def test_cells_survive_a_reader_of_csv(words: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([safe(words), "end"])
    [(cell, end)] = csv.reader(io.StringIO(buffer.getvalue()))
    assert end == "end"
    assert cell.removeprefix("'").split() == words.removeprefix("'").split() or cell.startswith("'")


# Web Annotation


def assert_web_annotation(item: dict[str, Any]) -> None:
    """Require what the data model requires: id, type, at least one target, and selectors of the right shape."""
    assert item["id"]
    assert item["type"] == "Annotation"
    assert item["motivation"] in {"describing", "identifying", "commenting"}
    assert item["generator"]["type"] == "Software"
    assert item["target"]
    for body in item["body"]:
        assert body["type"] == "TextualBody"
        assert body["value"]
    for target in item["target"]:
        assert target["source"].startswith("../version-")
        for selector in target["selector"]:
            if selector["type"] == "TextPositionSelector":
                assert 0 <= selector["start"] < selector["end"]
            else:
                assert selector["type"] == "TextQuoteSelector"
                assert selector["exact"]
                assert isinstance(selector["prefix"], str)
                assert isinstance(selector["suffix"], str)


def test_annotations_have_the_shape_of_the_model() -> None:
    collection = json.loads(files(make_story())["annotations.jsonld"])
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    for item in items:
        assert_web_annotation(item)


def test_selectors_find_their_words_again() -> None:
    explained = make_story()
    texts = {f"../version-{v.id}.html": v.article.text for v in explained.versions}
    items = json.loads(files(explained)["annotations.jsonld"])["first"]["items"]
    for target in (target for item in items for target in item["target"]):
        quote, position = target["selector"]
        text = texts[target["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_the_editor_signs_marks_and_notes_of_their_own_and_no_others() -> None:
    items = json.loads(files(make_story())["annotations.jsonld"])["first"]["items"]
    signed = [item for item in items if "creator" in item]
    assert [item["creator"]["name"] for item in signed] == ["Eva Berg", "Eva Berg"]
    assert signed[-1]["body"][0]["value"] == "Nobody does."


# TimelineJS


def test_timeline_has_a_row_for_each_version_and_tells_what_is_uncertain() -> None:
    timeline = json.loads(files(make_story())["timeline.json"])
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    assert slides["published-a"]["start_date"] == {"year": 2020, "month": 3, "day": 10}
    day, week = slides["e1-a-1"], slides["e1-b-2"]
    assert (day["group"], week["group"]) == ("A", "B")
    assert "end_date" not in day
    assert week["end_date"] == {"year": 2020, "month": 3, "day": 8}
    assert week["display_date"] == "some time from 2 March 2020 to 8 March 2020"


def test_timeline_leaves_out_what_has_no_date_and_escapes_the_rest() -> None:
    version = make_version("⟨Ann⟩ said ⟦“<b>now</b> & then”⟧ on ⌈Monday⌉.\n\nIt <i>rained</i> on ⌈Friday⌉.")
    friday = date(2020, 3, 6)
    version = dated(version, None, (friday, friday))
    events = [make_event(n, (version, time)) for n, time in enumerate(version.times, 1)]
    [slide] = json.loads(files(tell(version, events=events))["timeline.json"])["events"]
    assert slide["unique_id"] == "e2-a-1"
    assert "<" not in slide["text"]["text"] + slide["text"]["headline"]
    assert "&lt;i&gt;rained" in slide["text"]["text"]


# CSL-JSON


def test_citations() -> None:
    assert json.loads(files(make_story())["citations.json"]) == [
        {
            "id": "levy-a",
            "type": "article-newspaper",
            "title": "A levy",
            "author": [{"literal": "Ida Moe"}],
            "container-title": "The A Post",
            "issued": {"date-parts": [[2020, 3, 10]]},
            "URL": "https://example.org/levy",
            "language": "en",
        },
        {"id": "levy-b", "type": "article-newspaper", "container-title": "The B Post", "language": "en"},
    ]


# rights


def test_an_excerpt_holds_for_every_file() -> None:
    full, excerpt = files(make_story(rights=Rights.FULL)), files(make_story(rights=Rights.EXCERPT))
    unmarked = "markup in this long last"
    assert {name for name, text in full.items() if unmarked in text} == {"story.json", "passages.csv"}
    assert not {name for name, text in excerpt.items() if unmarked in text}
    assert json.loads(excerpt["story.json"])["versions"][0]["text"] is None


def test_an_excerpt_still_shows_what_is_marked() -> None:
    items = json.loads(files(make_story(rights=Rights.EXCERPT))["annotations.jsonld"])["first"]["items"]
    exact = {selector.get("exact") for item in items for target in item["target"] for selector in target["selector"]}
    assert "“we will pay the levy”" in exact
    for item in items:
        assert_web_annotation(item)


def test_undecided_rights_build_like_full_ones() -> None:
    assert (
        files(make_story(rights=None))["annotations.jsonld"]
        == files(make_story(rights=Rights.FULL))["annotations.jsonld"]
    )

"""The editor's word: applied where its words stand, never silently dropped."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.compare import compare
from generator.curate import curate_comparison, curate_version
from generator.errors import SeedError
from generator.model import (
    EDITOR,
    MOST_FINDINGS,
    ActorKind,
    Annotated,
    FramingKind,
    FramingMark,
    Naming,
    Span,
    Speaker,
    Statement,
    StatementKind,
    StoryFile,
    TimeExpression,
)
from tests.versions import RULE, at, dated, make_story, make_version, named, said

TEXT = """“We won’t get bullied by any town,” Robert Blair said, cited by Reuters.
Blair met the council on Monday, a so-called summit.
Bill Blair has denied it, he told the Herald."""


def version(text: str = TEXT, id: str = "a") -> Annotated:  # noqa: A002
    return make_version(
        text,
        id=id,
        statements=[
            said(
                text,
                "“We won’t get bullied by any town,”",
                "Robert Blair",
                cue="said",
                actor="robert-blair",
                sure=False,
            ),
            said(text, "it", "Bill Blair", cue="has denied", actor="bill-blair", sure=False),
        ],
        actors=[
            named(text, "Robert Blair", "Robert Blair", "Blair met"),
            named(text, "Bill Blair"),
            named(text, "Reuters", kind=ActorKind.ORGANISATION),
        ],
        times=[dated(text, "Monday")],
        framing=[FramingMark(at(text, "so-called"), FramingKind.LOADED, "why", RULE)],
    )


def correct(quote: str, **correction: Any) -> tuple[Annotated, list[str]]:
    actors = correction.pop("actors", {})
    editor = StoryFile.model_validate(
        {"actors": actors, "corrections": [{"version": "a", "quote": quote, **correction}]}
    )
    curated, changes = curate_version(version(), make_story(editor))
    return curated, [change.what for change in changes]


def problem(quote: str, **correction: Any) -> str:
    with pytest.raises(SeedError) as error:
        correct(quote, **correction)
    (found,) = error.value.problems
    return str(found)


def test_nothing_to_correct_changes_nothing() -> None:
    assert curate_version(version(), make_story()) == (version(), ())


def test_confirms_a_statement() -> None:
    curated, changes = correct("won't get bullied", confirm="statement")
    assert (curated.statements[0].sure, curated.statements[0].rule) == (True, EDITOR)
    assert curated.statements[1] == version().statements[1]
    assert changes == ["statement confirmed"]


def test_sets_the_speaker_to_an_actor_of_the_version() -> None:
    curated, changes = correct("won't get bullied", speaker="bill-blair")
    speaker = curated.statements[0].speaker
    assert speaker is not None
    assert (speaker.label, speaker.actor, curated.statements[0].sure) == ("Bill Blair", "bill-blair", True)
    assert changes == ["speaker set to bill-blair"]


def test_sets_the_speaker_to_an_actor_of_the_story_file() -> None:
    curated, _ = correct("won't get bullied", speaker="ann-reed", actors={"ann-reed": {"name": "Ann Reed"}})
    speaker = curated.statements[0].speaker
    assert speaker is not None
    assert (speaker.label, speaker.naming, speaker.actor) == ("Ann Reed", Naming.NAMED, None)


def test_says_that_nobody_is_named() -> None:
    curated, _ = correct("won't get bullied", speaker="nobody")
    assert curated.statements[0].speaker is None


def test_sets_and_clears_relays() -> None:
    curated, _ = correct("won't get bullied", relays=["Reuters"])
    (relay,) = curated.statements[0].relays
    assert (relay.name, curated.article.at(relay.span), relay.heard) == ("Reuters", "Reuters", False)
    assert not curated.statements[0].sure, "relays alone confirm nothing"
    assert correct("won't get bullied", relays=[])[0].statements[0].relays == ()


@pytest.mark.parametrize(
    ("quote", "name", "left"),
    [
        pytest.param("won't get bullied", "statement", "1 3 1 1", id="statement"),
        pytest.param("Bill Blair has", "actor", "2 2 1 1", id="actor"),
        pytest.param("on Monday", "time", "2 3 0 1", id="time"),
        pytest.param("a so-called summit", "framing", "2 3 1 0", id="framing"),
    ],
)
def test_strikes_marks(quote: str, name: str, left: str) -> None:
    curated, changes = correct(quote, strike=name)
    marks = (curated.statements, curated.actors, curated.times, curated.framing)
    assert " ".join(str(len(found)) for found in marks) == left
    assert changes == [f"{name} struck"]


def test_a_struck_actor_leaves_no_dangling_key() -> None:
    curated, _ = correct("Bill Blair has", strike="actor")
    speakers = [statement.speaker for statement in curated.statements]
    assert [speaker and speaker.actor for speaker in speakers] == ["robert-blair", None]


@pytest.mark.parametrize(("quote", "name"), [("on Monday", "time"), ("so-called", "framing"), ("Reuters", "actor")])
def test_confirms_other_marks(quote: str, name: str) -> None:
    curated, _ = correct(quote, confirm=name)
    marks: list[Any] = [*curated.times, *curated.framing, *curated.actors]
    assert [curated.article.at(_first(mark)) for mark in marks if mark.rule == EDITOR] == [quote.removeprefix("on ")]


def _first(mark: Any) -> Any:
    return mark.mentions[0] if hasattr(mark, "mentions") else mark.span


def test_adds_a_statement() -> None:
    curated, changes = correct(
        "he told the Herald", add={"source": "Bill Blair", "cue": "told", "speaker": "bill-blair"}
    )
    added = next(statement for statement in curated.statements if statement.rule == EDITOR)
    assert (added.kind, added.sure) == (StatementKind.INDIRECT, True)
    assert [curated.article.at(span) for span in (*added.content, *added.source, *added.cue)] == [
        "he told the Herald",
        "Bill Blair",
        "told",
    ]
    assert list(curated.statements) == sorted(curated.statements, key=lambda statement: statement.content)
    assert changes == ["statement added"]


def added_to(text: str, quote: str, **add: Any) -> tuple[Annotated, Statement]:
    editor = StoryFile.model_validate({"corrections": [{"version": "a", "quote": quote, "add": add}]})
    curated, _ = curate_version(make_version(text), make_story(editor))
    return curated, next(statement for statement in curated.statements if statement.rule == EDITOR)


def test_the_source_of_an_added_statement_may_stand_in_a_paragraph_before() -> None:
    text = "The chair, Ada Byron, came.\n\nThen Ada Byron, upset, wrote:\n\nWe thank him.\n\nAda Byron left."
    curated, statement = added_to(text, "We thank him.", source="Ada Byron", cue="wrote")
    assert statement.source == (Span(text.index("Ada Byron, upset"), text.index(", upset")),)
    assert [curated.article.at(span) for span in statement.cue] == ["wrote"]


def test_words_quoted_without_marks_are_quoted_all_the_same() -> None:
    text = "Ada Byron wrote:\n\nWe thank him."
    assert added_to(text, "We thank him.", quoted=True)[1].kind is StatementKind.SET_OFF
    assert added_to(text, "We thank him.")[1].kind is StatementKind.INDIRECT


@pytest.mark.parametrize(
    ("told", "heard"),
    [
        pytest.param("told Radio Blast", True, id="told"),
        pytest.param("in an interview with the Radio Blast", True, id="interview"),
        pytest.param("as Radio Blast said", False, id="passed-on"),
    ],
)
def test_a_relay_that_the_editor_names_heard_what_the_text_says_it_was_told(told: str, heard: bool) -> None:
    correction = {"version": "a", "quote": "It is over", "relays": ["Radio Blast"]}
    text = f"“It is over,” Ada Byron {told}."
    article = make_version(text, statements=[said(text, "“It is over,”", "Ada Byron")])
    curated, _ = curate_version(article, make_story(StoryFile.model_validate({"corrections": [correction]})))
    assert [relay.heard for statement in curated.statements for relay in statement.relays] == [heard]


def test_an_added_quotation_takes_its_marks_along() -> None:
    text = "Nobody knew. “It is over,” they wrote."
    editor = StoryFile.model_validate(
        {"corrections": [{"version": "a", "quote": "It is over,", "add": {"cue": "wrote"}}]}
    )
    curated, _ = curate_version(make_version(text), make_story(editor))
    (added,) = curated.statements
    assert (curated.article.at(added.content[0]), added.kind, added.speaker) == (
        "“It is over,”",
        StatementKind.DIRECT,
        None,
    )


@pytest.mark.parametrize(
    ("time", "value", "latest"),
    [
        pytest.param({"earliest": "2020-03-09"}, "2020-03-09", date(2020, 3, 9), id="day"),
        pytest.param({"earliest": "2020-03-09", "latest": "2020-03-10"}, None, date(2020, 3, 10), id="days"),
    ],
)
def test_sets_a_time(time: dict[str, str], value: str | None, latest: date) -> None:
    curated, _ = correct("on Monday", time=time, why="a calendar")
    (found,) = curated.times
    assert found == TimeExpression(
        span=at(TEXT, "Monday"), value=value, earliest=date(2020, 3, 9), latest=latest, why="a calendar", rule=EDITOR
    )


def test_adds_a_time_where_none_was_marked() -> None:
    curated, _ = correct("met the council", time={"earliest": "2020-03-09"})
    assert [curated.article.at(time.span) for time in curated.times] == ["met the council", "Monday"]


@pytest.mark.parametrize(
    ("quote", "correction", "says"),
    [
        pytest.param(
            "won't get bullied by any city",
            {"confirm": "statement"},
            "“won't get bullied by any city” is not in the text; the nearest words are “won’t get bullied by any town",
            id="lost",
        ),
        pytest.param("Blair", {"strike": "actor"}, "stands more than once", id="ambiguous"),
        pytest.param(
            "met the council", {"confirm": "statement"}, "no statement is marked at these words", id="no-mark"
        ),
        pytest.param("won't get bullied", {"speaker": "zoe"}, "no actor has the key 'zoe'", id="unknown-actor"),
        pytest.param("won't get bullied", {"speaker": "bill-blar"}, "Did you mean 'bill-blair'?", id="misspelt-actor"),
        pytest.param(
            "won't get bullied", {"relays": ["AFP"]}, "the relay: “AFP” is not in the text", id="relay-not-in-text"
        ),
        pytest.param(
            "he told the Herald",
            {"add": {"cue": "shouted"}},
            "the cue: “shouted” is not in the text",
            id="cue-not-in-text",
        ),
        pytest.param(
            "on Monday",
            {"time": {"earliest": "2020-03-09", "latest": "2020-03-01"}},
            "`latest` is before `earliest`",
            id="days-swapped",
        ),
    ],
)
def test_what_cannot_be_applied_is_a_problem(quote: str, correction: dict[str, Any], says: str) -> None:
    assert says in problem(quote, **correction)


def test_two_statements_of_the_same_words_cannot_be_told_apart() -> None:
    text = "Washington and Beijing say it is safe."
    statements = [said(text, "it is safe", name, source=name) for name in ("Washington", "Beijing")]
    editor = StoryFile.model_validate(
        {"corrections": [{"version": "a", "quote": "it is safe", "confirm": "statement"}]}
    )
    with pytest.raises(SeedError, match="more than one statement is marked at exactly these words"):
        curate_version(make_version(text, statements=statements), make_story(editor))


def test_the_innermost_statement_is_corrected() -> None:
    text = "Ann Reed said Bob Stone told her it is safe."
    statements = [
        said(text, "Bob Stone told her it is safe", "Ann Reed", sure=False),
        said(text, "it is safe", "Bob Stone", sure=False),
    ]
    editor = StoryFile.model_validate({"corrections": [{"version": "a", "quote": "is safe", "confirm": "statement"}]})
    curated, _ = curate_version(make_version(text, statements=statements), make_story(editor))
    assert [statement.sure for statement in curated.statements] == [False, True]


def test_all_problems_are_raised_at_once_with_their_lines() -> None:
    editor = StoryFile.model_validate(
        {
            "corrections": [{"version": "a", "quote": "gone", "confirm": "time"}],
            "notes": [
                {"version": "a", "quote": "Blair", "note": "Which?"},
                {"version": "b", "quote": "elsewhere", "note": "…"},
            ],
        }
    )
    with pytest.raises(SeedError) as error:
        curate_version(version(), make_story(editor, corrections_0=7, notes_0=12))
    assert [(str(problem.path), problem.line) for problem in error.value.problems] == [
        ("seeds/test/story.yaml", 7),
        ("seeds/test/story.yaml", 12),
    ]


def test_an_anchor_of_a_match_names_the_nearest_line_above() -> None:
    gone = {"left": {"version": "a", "quote": "gone"}, "right": {"version": "b", "quote": "gone"}}
    editor = StoryFile.model_validate({"matches": [gone]})
    with pytest.raises(SeedError) as error:
        curate_version(version(), make_story(editor, matches_0=9))
    assert [problem.line for problem in error.value.problems] == [9]


ALSO = {"bill-blair": {"name": "Bill Blair", "also": ["Blair", "Robert Blair Jr"], "kind": "person"}}


def test_other_names_never_override_a_nearer_full_name() -> None:
    """Two Blairs: `also: Blair` takes no mention from Robert Blair, whom the article also calls Blair."""
    curated, _ = curate_version(version(), make_story(StoryFile.model_validate({"actors": ALSO})))
    keys = {curated.article.at(actor.mentions[0]): actor.key for actor in curated.actors}
    assert keys == {"Robert Blair": "robert-blair", "Bill Blair": "bill-blair", "Reuters": "reuters"}
    assert [s.speaker.actor for s in curated.statements if s.speaker] == ["robert-blair", "bill-blair"]


def test_a_lone_short_name_beside_a_fuller_one_stays_alone() -> None:
    text = "Robert Blair met Blair."
    made = make_version(text, actors=[named(text, "Robert Blair"), named(text, "Blair", "Blair.")])
    curated, _ = curate_version(made, make_story(StoryFile.model_validate({"actors": ALSO})))
    assert [actor.key for actor in curated.actors] == ["robert-blair", "blair"]


def test_the_editor_joins_names_and_keys_follow() -> None:
    text = "Steven Mnuchin spoke. “No,” said Mnuchin."
    made = make_version(
        text,
        actors=[named(text, "Steven Mnuchin"), named(text, "Mnuchin", "Mnuchin.", key="mnuchin")],
        statements=[said(text, "“No,”", "Mnuchin", actor="mnuchin")],
    )
    entry = {"steve-mnuchin": {"name": "Steve Mnuchin", "also": ["Steven Mnuchin"]}}
    curated, changes = curate_version(made, make_story(StoryFile.model_validate({"actors": entry})))
    assert [(actor.key, actor.name) for actor in curated.actors] == [
        ("steve-mnuchin", "Steven Mnuchin"),
        ("mnuchin", "Mnuchin"),
    ]
    assert [change.what for change in changes] == ["version a: “Steven Mnuchin” is steve-mnuchin"]
    assert curated.actors[0].rule == EDITOR


CLUB = {"name": "Vale Rovers", "kind": "organisation", "also": ["The club", "Rovers"]}


@pytest.mark.parametrize(
    ("text", "source", "actors", "credited"),
    [
        pytest.param("Vale Rovers met. THE  CLUB said no.", "THE  CLUB", ["Vale Rovers"], "rovers", id="other-case"),
        pytest.param("Vale Rovers met. Club said no.", "Club", ["Vale Rovers"], "rovers", id="without-the-article"),
        pytest.param("It rained. The club said no.", "The club", [], None, id="the-actor-has-no-mention"),
    ],
)
def test_a_source_by_another_name_is_the_editors_actor(
    text: str, source: str, actors: list[str], credited: str | None
) -> None:
    statement = said(text, "no", source=source, cue="said", sure=False)
    made = make_version(text, statements=[statement], actors=[named(text, name) for name in actors])
    curated, changes = curate_version(made, make_story(StoryFile.model_validate({"actors": {"rovers": CLUB}})))
    (statement,) = curated.statements
    assert (statement.speaker, statement.sure) == (Speaker("Vale Rovers", Naming.NAMED, credited), False)
    assert f"version a: the source “{source}” is rovers" in [change.what for change in changes]


@pytest.mark.parametrize(
    ("text", "source", "actors", "entries"),
    [
        pytest.param("Fans of the club said no.", "Fans of the club", [], {"rovers": CLUB}, id="more-words"),
        pytest.param(
            "Pier Club met. The club said no.", "The club", ["Pier Club"], {"rovers": CLUB}, id="another-club"
        ),
        pytest.param(
            "The club said no.",
            "The club",
            [],
            {"rovers": CLUB, "pier": {**CLUB, "name": "Pier Club"}},
            id="two-entries",
        ),
    ],
)
def test_a_source_that_may_be_another_stays_open(
    text: str, source: str, actors: list[str], entries: dict[str, Any]
) -> None:
    statement = said(text, "no", source=source, cue="said")
    made = make_version(text, statements=[statement], actors=[named(text, name) for name in actors])
    curated, changes = curate_version(made, make_story(StoryFile.model_validate({"actors": entries})))
    assert (curated.statements, changes) == ((statement,), ())


def test_a_source_with_a_speaker_keeps_it() -> None:
    text = "The club said no."
    made = make_version(text, statements=[said(text, "no", "Pier Club", source="The club", cue="said")])
    curated, _ = curate_version(made, make_story(StoryFile.model_validate({"actors": {"rovers": CLUB}})))
    assert curated.statements == made.statements


def test_the_editors_key_is_free_of_others() -> None:
    text = "Huawei met Ren."
    made = make_version(
        text, actors=[named(text, "Huawei", kind=ActorKind.ORGANISATION), named(text, "Ren", key="ren-zhengfei")]
    )
    entry = {"ren-zhengfei": {"name": "Huawei", "kind": "organisation"}}
    curated, _ = curate_version(made, make_story(StoryFile.model_validate({"actors": entry})))
    assert [actor.key for actor in curated.actors] == ["ren-zhengfei", "ren-zhengfei-2"]


LEFT = "The harbour of Lindau closes on Monday.\nFerries go on."
RIGHT = "On Monday the harbour of Lindau closes.\nAll boats leave."


def compared(**editor: Any) -> tuple[Any, list[str], StoryFile]:
    file = StoryFile.model_validate(editor)
    day = date(2020, 3, 9)
    versions = [
        make_version(text, id=id_, times=[dated(text, "Monday", day)]) for id_, text in (("a", LEFT), ("b", RIGHT))
    ]
    story = make_story(file)
    for made in versions:
        curate_version(made, story)
    curated, changes = curate_comparison(compare(versions, story), versions, story)
    return curated, [change.what for change in changes], file


def place(version: str, quote: str) -> dict[str, str]:
    return {"version": version, "quote": quote}


def test_a_match_parted_parts_what_rests_on_it() -> None:
    whole, _, _ = compared()
    assert (len(whole.passages), len(whole.events)) == (3, 1)
    parted, changes, _ = compared(
        matches=[{"left": place("a", "The harbour"), "right": place("b", "the harbour"), "same": False}]
    )
    assert (len(parted.passages), len(parted.events)) == (4, 2)
    assert changes == ["passage match struck"]


def test_a_match_made_joins() -> None:
    joined, changes, _ = compared(
        matches=[{"left": place("a", "Ferries go on"), "right": place("b", "All boats leave")}]
    )
    assert [len(passage.places) for passage in joined.passages] == [2, 2]
    assert changes == ["passages matched"]


def test_matches_that_contradict_each_other_are_a_problem() -> None:
    ends = {"left": place("a", "Ferries go on"), "right": place("b", "All boats leave")}
    with pytest.raises(SeedError, match="another match contradicts this one"):
        compared(matches=[ends, {**ends, "same": False}])


def test_a_match_wants_two_versions() -> None:
    with pytest.raises(SeedError, match="both places of this match are in version a"):
        compared(matches=[{"left": place("a", "Ferries go on"), "right": place("a", "The harbour")}])


def test_adds_and_strikes_events() -> None:
    added = {"text": "The pier opens", "earliest": "2020-03-01", "places": [place("b", "All boats leave")]}
    curated, changes, _ = compared(events=[{"strike": place("a", "Monday")}, added])
    (event,) = curated.events
    assert (event.text, event.rule, [report.place.version for report in event.reports]) == (
        "The pier opens",
        EDITOR,
        ["b"],
    )
    assert changes == ["event struck", "event added: The pier opens"]


def test_a_struck_event_takes_its_findings_along() -> None:
    texts = {"a": LEFT, "b": RIGHT.replace("Monday", "Friday")}
    days = {"a": date(2020, 3, 9), "b": date(2020, 3, 13)}
    versions = [
        make_version(text, id=id_, times=[dated(text, "Monday" if id_ == "a" else "Friday", days[id_])])
        for id_, text in texts.items()
    ]
    story = make_story(StoryFile.model_validate({"events": [{"strike": place("b", "On Friday")}]}))
    comparison = compare(versions, story)
    assert "dates-conflict-monday" in [finding.id for finding in comparison.findings]
    curated, _ = curate_comparison(comparison, versions, story)
    assert [finding.id for finding in curated.findings] == ["passage-single-all-boats-leave"]


def test_striking_an_event_that_is_not_there_is_a_problem() -> None:
    with pytest.raises(SeedError, match="no event is marked at these words"):
        compared(events=[{"strike": place("a", "Ferries go on")}])


@pytest.mark.parametrize(
    ("event", "says"),
    [
        pytest.param({}, "this event has no words", id="empty"),
        pytest.param(
            {"text": "So.", "earliest": "2020-03-02", "latest": "2020-03-01"}, "`latest` is before", id="days-swapped"
        ),
    ],
)
def test_an_event_that_says_nothing_is_a_problem(event: dict[str, str], says: str) -> None:
    with pytest.raises(SeedError, match=says):
        compared(events=[event])


def test_adds_and_strikes_findings() -> None:
    before, _, _ = compared()
    (single,) = before.findings
    curated, changes, _ = compared(
        strike_findings=[single.id],
        findings=[{"sentence": "Only B sends boats away.", "places": [place("b", "All boats")]}],
    )
    (finding,) = curated.findings
    assert (finding.id, finding.sentence) == ("editor-1", "Only B sends boats away.")
    assert changes == [f"finding {single.id} struck", "finding added: Only B sends boats away."]


def test_the_editor_speaks_behind_the_evidence() -> None:
    curated, _, _ = compared(findings=[{"sentence": "Only B sends boats away.", "places": [place("b", "All boats")]}])
    assert [finding.sentence for finding in curated.findings] == [None, "Only B sends boats away."]


def test_the_editors_findings_take_the_room_of_the_machines() -> None:
    curated, _, _ = compared(findings=[{"sentence": f"Number {n}.", "places": []} for n in range(MOST_FINDINGS)])
    assert len(curated.findings) == MOST_FINDINGS
    assert all(finding.sentence for finding in curated.findings)


def test_an_unknown_finding_or_version_is_a_problem() -> None:
    with pytest.raises(SeedError, match=r"no finding has the id 'nothing'\. The ids are: passage-single-all-boats"):
        compared(strike_findings=["nothing"])
    with pytest.raises(SeedError, match=r"no version has the id 'z'\. The ids are: a, b"):
        compared(findings=[{"sentence": "So.", "places": [place("z", "All boats")]}])

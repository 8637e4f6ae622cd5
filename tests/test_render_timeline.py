"""The timeline: what each version says of when, what excludes what, and no date where the text allows none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model import (
    Annotated,
    Certainty,
    Event,
    How,
    Note,
    Person,
    Published,
    Quotation,
    RemovalKind,
    Removed,
    Rights,
    Span,
    StoryFile,
)
from generator.render.lookup import Lookup
from generator.render.timeline import timeline_page
from generator.render.timeline_rows import make_rows
from tests.telling import RULE, event, make_version, reading, section, tell

MONDAY, FRIDAY = date(2020, 3, 9), date(2020, 3, 6)
WEEK = (date(2020, 3, 2), date(2020, 3, 8))
A = make_version("She spoke ⌈last week⌉ in Bonn.\n\nIt rained ⌈once⌉.", published=MONDAY)
B = make_version("She spoke ⌈on Friday⌉ in Bonn.", letter="b", published=date(2020, 3, 10))


def page_of(*versions: Annotated, events: tuple[Event, ...] = ()) -> str:
    return timeline_page(Lookup(tell(*versions, events=events))).text


def test_each_version_says_its_own_days_and_the_page_no_others() -> None:
    joined = replace(event((A, 1, *WEEK), (B, 1, FRIDAY, FRIDAY)), earliest=FRIDAY, latest=FRIDAY)
    page = timeline_page(Lookup(tell(A, B, events=[joined])))
    told = section(page, "dated")
    assert told.startswith("2–8 March 2020 · 6 March 2020 both can be right")
    assert "A ¶1 “last week” = 2–8 March 2020 The text gives no date. She spoke last week in Bonn." in told
    assert "B ¶1 “on Friday” = 6 March 2020" in told
    assert "exclude" not in told


def test_what_the_editor_notes_on_a_time_is_signed() -> None:
    notes = (
        Note(version="a", quote="last week", note="Others say Thursday."),
        Note(version="a", quote="once", note="On rain."),
    )
    editor = StoryFile(editor=Person(name="Sam"), notes=notes)
    page = timeline_page(Lookup(tell(A, B, events=[event((A, 1, *WEEK))], editor=editor)))
    assert "Others say Thursday. the editor, Sam" in section(page, "dated")
    assert "On rain." not in section(page, "dated")


def test_days_that_exclude_each_other_are_shown_and_nobody_is_right() -> None:
    apart = event((A, 1, MONDAY, MONDAY), (B, 1, FRIDAY, FRIDAY), conflict=True)
    page = timeline_page(Lookup(tell(A, B, events=[apart])))
    told = section(page, "dated")
    assert told.startswith("9 March 2020 or 6 March 2020 These days exclude each other.")
    assert not [word for word in ("wrong", "correct", "error", "false") if word in told]


def test_events_of_one_day_stand_under_one_date() -> None:
    twice = make_version("It began ⌈on Monday⌉.\n\nIt ended ⌈that day⌉.")
    events = tuple(event((twice, n, MONDAY, MONDAY), number=n) for n in (1, 2))
    page = timeline_page(Lookup(tell(twice, events=events)))
    assert section(page, "dated").count("9 March 2020 a day") == 1
    assert section(page, "dated").count("” = 9 March 2020") == 2
    (row,) = make_rows(Lookup(tell(twice, events=events)))
    assert (row.when, row.words, len(row.bars)) == ("9 March 2020", "“It began on Monday” and one more mention", 1)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(
            "The council of the old town closed the quay ⌈on Monday⌉ for good.",
            "“… old town closed the quay on Monday”",
            id="words-before",
        ),
        pytest.param(
            "⌈On Monday⌉ the council of the old town closed the quay.",
            "“On Monday the council of the old …”",
            id="words-behind",
        ),
        pytest.param("⌈On Monday⌉ it rained.", "“On Monday it rained”", id="a-short-sentence"),
    ],
)
def test_the_picture_names_an_event(text: str, named: str) -> None:
    version = make_version(text)
    (row,) = make_rows(Lookup(tell(version, events=[event((version, 1, MONDAY, MONDAY))])))
    assert row.words == named


def test_the_same_time_words_stand_once_in_the_picture() -> None:
    left = make_version("The old council closed the quay ⌈on Monday⌉.")
    right = make_version("The quay was closed ⌈on Monday⌉.", letter="b")
    (row,) = make_rows(Lookup(tell(left, right, events=[event((left, 1, MONDAY, MONDAY), (right, 1, MONDAY, MONDAY))])))
    assert row.words == "“… old council closed the quay on Monday”"


def test_a_sentence_out_of_a_quotation_gets_its_marks() -> None:
    version = make_version("⟦“It began. It rained ⌈on Monday⌉. It stopped.”⟧ ⟨Ann Lee⟩ said.")
    whole = version.sentences[0]
    start = version.article.text.index("It rained")
    inner = Span(start, version.article.text.index(" It stopped"))
    version = replace(
        version,
        sentences=(Span(whole.start, start - 1), inner, Span(inner.end + 1, whole.end)),
        quotations=(Quotation(version.statements[0].content[0]),),
    )
    told = section(timeline_page(Lookup(tell(version, events=[event((version, 1, MONDAY, MONDAY))]))), "dated")
    assert "“It rained on Monday.”" in told


def test_the_marks_are_those_of_the_quotation() -> None:
    version = make_version('⟦"It began. It rained ⌈on Monday⌉."⟧ ⟨Ann Lee⟩ said.')
    start = version.article.text.index("It rained")
    sentences = (Span(0, start - 1), Span(start, len(version.article.text)))
    version = replace(version, sentences=sentences, quotations=(Quotation(version.statements[0].content[0]),))
    told = section(timeline_page(Lookup(tell(version, events=[event((version, 1, MONDAY, MONDAY))]))), "dated")
    assert '"It rained on Monday." Ann Lee said.' in told


def test_days_that_the_reasoning_opens_with_stand_once() -> None:
    version = make_version("It rained ⌈on Monday⌉.")
    time = replace(version.times[0], earliest=MONDAY, latest=MONDAY, why="9 March 2020, as the text says")
    version = replace(version, times=(time,))
    told = section(timeline_page(Lookup(tell(version, events=[event((version, 1, MONDAY, MONDAY))]))), "dated")
    assert "“on Monday” 9 March 2020, as the text says." in told


def test_what_has_no_date_gets_none() -> None:
    page = timeline_page(Lookup(tell(replace(A, times=A.times[1:]), events=[event((A, 2, None, None))])))
    assert "A ¶2 “once” The text gives no date. It rained once." in section(page, "undated")
    assert "March" not in section(page, "undated")
    assert "No time in these texts could be turned into a date." in reading(page)
    assert "{#dated}" not in page.text


def test_lengths_of_time_stand_apart_from_events() -> None:
    page = timeline_page(Lookup(tell(A, events=[event((A, 1, *WEEK))])))
    assert "“once”" in section(page, "lengths")
    assert "“last week”" not in section(page, "lengths")


def test_the_picture_has_events_and_publications_by_day() -> None:
    events = [event((A, 1, *WEEK)), event((A, 2, None, None), number=2)]
    rows = make_rows(Lookup(tell(A, B, events=events)))
    assert [(row.when, row.published, bool(row.bars)) for row in rows] == [
        ("2–8 March 2020", False, True),
        ("9 March 2020", True, True),
        ("10 March 2020", True, True),
        ("No date: one event", False, False),
    ]
    assert "<svg" in page_of(A, B, events=tuple(events))


def test_an_event_of_the_editor_is_signed() -> None:
    added = Event(
        id="e1",
        earliest=MONDAY,
        latest=MONDAY,
        certainty=Certainty.DAY,
        reports=(),
        conflict=False,
        text="The vote was held.",
        rule=RULE,
    )
    told = reading(page_of(A, events=(added,)))
    assert "9 March 2020 a day The vote was held. editor" in told
    assert "The vote was held." in make_rows(Lookup(tell(A, events=[added])))[0].words


CLOCK = "23:16 GMT31 March 2020"


def with_clock(rights: Rights) -> Annotated:
    seed = replace(A.article.seed, text=f"{CLOCK}\n{A.article.seed.text}")
    seed = replace(seed, details=replace(seed.details, published=None, rights=rights))
    removed = (Removed(Span(0, len(CLOCK)), RemovalKind.CLOCK, RULE),)
    return replace(A, article=replace(A.article, seed=seed, removed=removed))


@pytest.mark.parametrize(
    ("rights", "told"),
    [
        pytest.param(Rights.FULL, f"carries a clock reading “{CLOCK}”.", id="full"),
        pytest.param(Rights.EXCERPT, "carries a clock.", id="excerpt"),
    ],
)
def test_a_clock_of_the_page_is_explained_and_dates_nothing(rights: Rights, told: str) -> None:
    page = timeline_page(Lookup(tell(with_clock(rights))))
    published = section(page, "published")
    assert "the file gives no date" in published
    assert told in published
    assert "not used as a date of publication" in published
    assert "<svg" not in page.text


def test_how_a_date_of_publication_is_known_is_said() -> None:
    details = replace(A.article.seed.details, published=Published(MONDAY, How.ADDRESS))
    dated = replace(A, article=replace(A.article, seed=replace(A.article.seed, details=details)))
    assert "9 March 2020 the date in the page's address" in section(timeline_page(Lookup(tell(dated))), "published")


def test_other_shapes_make_a_page_without_empty_headings() -> None:
    assert "There is no article in this story's folder yet." in page_of()
    assert "\n## " not in page_of()
    empty = timeline_page(Lookup(tell(make_version(""))))
    assert "No time in these texts could be turned into a date." in reading(empty)
    foreign = replace(make_version("Il pleut."), not_run=("times",))
    assert "Times were not looked for in A" in reading(page_of(foreign))

"""Each kind of exercise asks what the drawn story can answer, and answers no more than it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exercises import LEAST, MOST, MOST_OF_A_KIND, make_exercises, reading_level
from generator.exercises.ground import quote, stop
from generator.exercises.reading_level import count_syllables
from generator.model import (
    About,
    Anchor,
    Annotated,
    Certainty,
    Elsewhere,
    Event,
    EventReport,
    Exercise,
    ExerciseEntry,
    ExerciseKind,
    Explained,
    FramingKind,
    FramingMark,
    How,
    Note,
    Place,
    Quotation,
    Report,
    Rights,
    Skill,
    Span,
    Stated,
    StoryFile,
    WordingChange,
)
from tests.telling import RULE, make_version, tell

A = """⟨Ann Lee⟩ noted ⌈last week⌉: ⟦“we will pay the whole levy”⟧

⟨two city officials⟩ said, ⟪cited by Reuters⟫, that ⟦the old levy might end in spring⟧.

⟨Bo Ek⟩ said ⟦“it has rained on the roof”⟧ (?)

Nobody has seen the roof since the great storm."""

B = """⟨Ann Lee⟩ said ⌈last Friday⌉: ⟦“we will pay the full levy”⟧

⟨spokesman for Cy Dahl⟩ said ⟦“the roof is not our business”⟧.

⟨city officials⟩ said, ⟪told Reuters⟫, that ⟦the old levy might end⟧."""

WEEK = (date(2020, 3, 2), date(2020, 3, 8))
FRIDAY = (date(2020, 3, 6), date(2020, 3, 6))


def finish(version: Annotated, *days: tuple[date, date]) -> Annotated:
    """Add quotations, the days of the time expressions, and a framing mark on each `noted`."""
    text = version.article.text
    quotations = tuple(Quotation(span) for s in version.statements for span in s.content if text[span.start] == "“")
    times = tuple(
        replace(time, earliest=first, latest=last, why=f"the reasoning for {last.day} March 2020")
        for time, (first, last) in zip(version.times, days, strict=False)
    )
    noted = text.find("noted")
    framing = (
        ()
        if noted < 0
        else (FramingMark(Span(noted, noted + 5), FramingKind.FACTIVE, "“noted” takes it as true.", RULE, "said"),)
    )
    return replace(version, quotations=quotations, times=times, framing=framing)


def make_story(**details: object) -> Explained:
    a = finish(make_version(A, letter="a", published=date(2020, 3, 9)), WEEK)
    b = finish(make_version(B, letter="b", published=date(2020, 3, 10)), FRIDAY)
    if details:
        seed = replace(a.article.seed, details=replace(a.article.seed.details, **details))  # type: ignore[arg-type]
        a = replace(a, article=replace(a.article, seed=seed))
    reports = tuple(EventReport(place=Place(v.id, v.sentences[0]), time=v.times[0]) for v in (a, b))
    event = Event(
        id="e1",
        earliest=FRIDAY[0],
        latest=WEEK[1],
        certainty=Certainty.INTERVAL,
        reports=reports,
        conflict=False,
        rule=RULE,
    )
    editor = StoryFile(
        elsewhere=(Elsewhere(url="https://example.org/1", publisher="The C Post", says="Ann Lee said nothing."),),
        exercises=(
            ExerciseEntry(question="Why?", answer="Because.", places=(Anchor(version="b", quote="the full levy"),)),
        ),
    )
    explained = tell(
        a,
        b,
        same=[{"a": 1, "b": 1}, {"a": 2, "b": 3}],
        wordings=[({"a": 1, "b": 1}, (WordingChange.SWAPPED,))],
        events=[event],
        editor=editor,
    )
    report = Report(newsroom="Reuters", versions=("a", "b"), why="B: “told Reuters”", by_editor=False)
    return replace(explained, comparison=replace(explained.comparison, reports=(report,)))


NOT_DRAWN = {ExerciseKind.BEHIND, ExerciseKind.HEADLINES, ExerciseKind.RETOLD, ExerciseKind.PLAIN_WORD}


def test_teachers_are_told_of_every_kind() -> None:
    page = (Path(__file__).parents[1] / "docs" / "for-teachers.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    assert [row for row in rows if row in set(ExerciseKind)] == [*ExerciseKind][:-1]


def of_kind(kind: ExerciseKind, explained: Explained | None = None) -> list[Exercise]:
    return [exercise for exercise in make_exercises(explained or make_story()) if exercise.kind is kind]


def test_a_story_of_two_versions_has_most_kinds() -> None:
    exercises = make_exercises(make_story())
    kinds = {exercise.kind for exercise in exercises}
    assert kinds == set(ExerciseKind) - NOT_DRAWN
    assert 6 <= len(exercises) <= MOST + 1
    order = list(ExerciseKind)
    assert [order.index(exercise.kind) for exercise in exercises] == sorted(order.index(e.kind) for e in exercises)
    assert make_exercises(make_story()) == exercises


def test_all_words_between_quotation_marks_stand_in_the_versions() -> None:
    explained = make_story()
    texts = " ".join(version.article.text for version in explained.versions)
    for exercise in make_exercises(explained):
        for words in exercise.given:
            assert words.strip("“”").removesuffix(" …") in texts.replace("“", "‘").replace("”", "’")


def test_each_answer_has_its_evidence() -> None:
    explained = make_story()
    texts = {version.id: version.article.text for version in explained.versions}
    without = {ExerciseKind.ELSEWHERE, ExerciseKind.BEHIND}
    for exercise in make_exercises(explained):
        assert exercise.evidence or exercise.kind in without
        assert all(place.span.end <= len(texts[place.version]) for place in exercise.evidence)
        assert exercise.skill or exercise.kind is ExerciseKind.EDITOR


def test_nothing_to_check_is_asked_or_answered() -> None:
    for exercise in make_exercises(make_story()):
        told = [line for line in exercise.answer.split("\n") if not line.startswith("Also right, where the words bear")]
        assert exercise.kind is ExerciseKind.ALONE or "Bo Ek" not in "\n".join(told) + " ".join(exercise.choices)


@pytest.mark.parametrize("change", [{"stance": True}, {"denial": True}])
def test_views_and_denials_are_nobodys_words(change: dict[str, bool]) -> None:
    version = finish(
        make_version("⟨Ann Lee⟩ rejected, ⟪cited by Reuters⟫, ⟦“the whole of the levy”⟧.\n\n" + B, letter="b")
    )
    first = replace(version.statements[0], **change)  # type: ignore[arg-type]
    exercises = make_exercises(tell(replace(version, statements=(first, *version.statements[1:]))))
    assert not any("the whole of the levy" in words for exercise in exercises for words in exercise.given)


@pytest.mark.parametrize(
    "versions",
    [
        pytest.param((), id="no-version"),
        pytest.param(("",), id="empty"),
        pytest.param(("It rained all day long.",), id="nobody-speaks"),
        pytest.param(("⟨Bo Ek⟩ said ⟦“it has rained on the roof”⟧ (?)",), id="only-to-check"),
    ],
)
def test_nothing_to_ask(versions: tuple[str, ...]) -> None:
    assert make_exercises(tell(*(finish(make_version(text)) for text in versions))) == ()


def test_one_version_has_the_kinds_that_need_no_other() -> None:
    kinds = {exercise.kind for exercise in make_exercises(tell(finish(make_version(A), WEEK)))}
    assert {ExerciseKind.PLAIN_VERB, ExerciseKind.TRACE, ExerciseKind.ORIGINS, ExerciseKind.UNNAMED} <= kinds
    assert not kinds & {ExerciseKind.WHICH_WORDING, ExerciseKind.ALONE, ExerciseKind.ONE_REPORT}


def test_which_wording() -> None:
    [exercise] = of_kind(ExerciseKind.WHICH_WORDING)
    assert exercise.given == ("“we will pay the full levy”", "“we will pay the whole levy”")
    assert exercise.choices == ("A", "B")
    assert exercise.answer.split("\n")[:2] == [
        "B has number 1: “we will pay the full levy”.",
        "A has number 2: “we will pay the whole levy”.",
    ]
    assert "at most one of them can be the exact wording" in exercise.answer
    assert exercise.skill is Skill.TRACE


def test_which_wording_says_of_no_words_that_they_differ_from_themselves() -> None:
    a = finish(make_version("⟨Ann Lee⟩ said ⟦“the quay is closed”⟧.", letter="a"))
    b = finish(make_version("⟨Ann Lee⟩ wrote ⟦“so the quay is closed”⟧.", letter="b"))
    told = tell(a, b, wordings=[({"a": 1, "b": 1}, (WordingChange.CUT,))])
    (wording,) = told.comparison.wordings
    alike = tuple(
        replace(variant, differing=(Span(text.index("quay"), text.index("quay") + 4),))
        for variant, text in zip(wording.variants, (a.article.text, b.article.text), strict=True)
    )
    told = replace(told, comparison=replace(told.comparison, wordings=(replace(wording, variants=alike),)))
    [exercise] = of_kind(ExerciseKind.WHICH_WORDING, told)
    assert "What differs" not in exercise.answer


def test_who_said_it_asks_each_speaker_once_and_gives_no_name_away() -> None:
    [exercise] = of_kind(ExerciseKind.WHO_SAID_IT)
    assert exercise.given == ("“we will pay the whole levy”", "“the roof is not our business”")
    assert exercise.choices == ("Ann Lee", "spokesman for Cy Dahl")
    assert exercise.answer == "1: Ann Lee (in A).\n2: spokesman for Cy Dahl (in B)."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("⟨Ann Lee⟩ said ⟦“we will all pay the levy”⟧.", id="one-speaker"),
        pytest.param(
            "⟨Ann Lee⟩ said ⟦“we will all pay the levy”⟧.\n\n⟨Annika Lee⟩ said ⟦“it has rained all day”⟧.",
            id="may-be-one-speaker",
        ),
        pytest.param(
            "⟨Ann Lee⟩ said ⟦“we will all pay the levy”⟧.\n\n⟨Bo Ek⟩ said ⟦“Bo Ek will not pay it”⟧.",
            id="names-the-speaker",
        ),
        pytest.param("⟨Ann Lee⟩ said ⟦“we pay”⟧.\n\n⟨Bo Ek⟩ said ⟦“it rains all day”⟧.", id="too-short"),
    ],
)
def test_who_said_it_wants_two_speakers(text: str) -> None:
    assert not of_kind(ExerciseKind.WHO_SAID_IT, tell(finish(make_version(text))))


def test_plain_verb() -> None:
    [exercise] = of_kind(ExerciseKind.PLAIN_VERB)
    assert exercise.answer.startswith("“noted” takes it as true.")
    assert exercise.given[0].startswith("“Ann Lee noted last week: ‘we")
    assert "For example: “Ann Lee said last week: ‘we will pay the whole levy’”." in exercise.answer


def test_plain_verb_opens_with_a_capital() -> None:
    version = finish(make_version("Noting that it rained, ⟨Ann Lee⟩ said ⟦“we will all stay at home”⟧."))
    mark = FramingMark(Span(0, 6), FramingKind.FACTIVE, "“Noting” takes it as true.", RULE, plain="saying")
    [exercise] = of_kind(ExerciseKind.PLAIN_VERB, tell(replace(version, framing=(mark,))))
    assert "For example: “Saying that it rained, Ann Lee said" in exercise.answer


def test_plain_verb_asks_only_where_a_sentence_can_be_written_in_answer() -> None:
    explained = make_story()
    without = [replace(v, framing=tuple(replace(mark, plain=None) for mark in v.framing)) for v in explained.versions]
    assert not of_kind(ExerciseKind.PLAIN_VERB, replace(explained, versions=tuple(without)))


def with_headlines(*headlines: str) -> Explained:
    versions = [make_version(f"It rained {n} times.", letter="abcd"[n]) for n in range(len(headlines))]
    for n, (version, headline) in enumerate(zip(versions, headlines, strict=True)):
        details = replace(version.article.seed.details, headline=Stated(headline, How.EDITOR))
        seed = replace(version.article.seed, details=details)
        versions[n] = replace(version, article=replace(version.article, seed=seed))
    return tell(*versions)


def test_headlines_are_quoted_and_not_judged() -> None:
    [exercise] = of_kind(ExerciseKind.HEADLINES, with_headlines("Levy up", "Levy “to rise”"))
    assert exercise.given == ("“Levy up”", "“Levy ‘to rise’”")
    assert exercise.answer.startswith("A: “Levy up”.\nB: “Levy ‘to rise’”.\n")
    assert len(exercise.evidence) == 2


@pytest.mark.parametrize("headlines", [("Levy up",), ("Levy up", "levy up")])
def test_one_headline_is_nothing_to_compare(headlines: tuple[str, ...]) -> None:
    assert not of_kind(ExerciseKind.HEADLINES, with_headlines(*headlines))


def test_plain_word() -> None:
    version = finish(make_version("The regime fell. It rained."))
    mark = FramingMark(Span(4, 10), FramingKind.LOADED, "“regime” judges.", RULE)
    [exercise] = make_exercises(tell(replace(version, framing=(mark,))))
    assert exercise.kind is ExerciseKind.PLAIN_WORD
    assert exercise.answer.startswith("For example: “regime” judges.")


def test_retold() -> None:
    a = finish(make_version("⟨Ann Lee⟩ said ⟦“we will pay the whole levy”⟧.", letter="a"))
    b = finish(make_version("⟨Ann Lee⟩ said that ⟦the city would pay the levy⟧.", letter="b"))
    wording = ({"a": 1, "b": 1}, (WordingChange.RETOLD,))
    [exercise] = of_kind(ExerciseKind.RETOLD, tell(a, b, wordings=[wording]))
    assert exercise.answer.split("\n")[:2] == [
        "A, between quotation marks: “we will pay the whole levy”.",
        "B, without quotation marks: “the city would pay the levy”.",
    ]


def test_retold_shows_every_way() -> None:
    a = finish(make_version("⟨Ann Lee⟩ said ⟦“we will pay the whole levy”⟧.", letter="a"))
    b = finish(make_version("⟨Ann Lee⟩ said that ⟦the city would pay the levy⟧.", letter="b"))
    c = finish(make_version("⟨Ann Lee⟩ said ⟦“we will pay the whole shameful levy”⟧.", letter="c"))
    told = tell(a, b, c, wordings=[({"a": 1, "b": 1, "c": 1}, (WordingChange.INSERTED, WordingChange.RETOLD))])
    [exercise] = of_kind(ExerciseKind.RETOLD, told)
    assert "in three ways" in exercise.question
    assert exercise.given == (
        "“the city would pay the levy”",
        "“we will pay the whole levy”",
        "“we will pay the whole shameful levy”",
    )


def test_trace_tells_heard_from_passed_on() -> None:
    told = [exercise.answer for exercise in of_kind(ExerciseKind.TRACE)]
    assert told == [
        """two city officials (no name is given) → Reuters → A.
The text puts it so: “cited by Reuters”.
The text does not say that Reuters heard the words.""",
        """city officials (no name is given) → Reuters → B.
The text puts it so: “told Reuters”.
The text says that Reuters heard the words.""",
    ]


def test_a_newsroom_that_speaks_passes_nothing_on_to_itself() -> None:
    told = tell(
        finish(
            make_version("⟨Reuters⟩ said, ⟪cited by Reuters⟫, that ⟦it will close⟧.\n\n⟨Ann Lee⟩ said ⟦“it rains”⟧.")
        )
    )
    assert not of_kind(ExerciseKind.TRACE, told)
    [exercise] = of_kind(ExerciseKind.ORIGINS, told)
    assert "Itself a newsroom: Reuters." in exercise.answer
    assert "credits no other newsroom" not in exercise.answer


def test_origins() -> None:
    first = of_kind(ExerciseKind.ORIGINS)[0]
    assert first.answer.split("\n") == [
        "2 sources in a text of 45 words (a count, not a grade).",
        "Named: Ann Lee.",
        "Without a name: two city officials.",
        "Through another newsroom: two city officials (through Reuters).",
        "Also right, where the words bear it out (marks to check, not counted): Bo Ek.",
    ]


def test_origins_names_nobody_twice() -> None:
    version = finish(
        make_version(
            "⟨Ann Lee⟩ said ⟦“we pay”⟧.\n\n⟨Bo Ek⟩ said ⟦“it rains”⟧.\n\n⟨Ann Lee⟩ said ⟦“we go”⟧.\n\n"
            "⟨Ann Lee⟩ said ⟦“we stay”⟧ (?)"
        )
    )
    [exercise] = of_kind(ExerciseKind.ORIGINS, tell(version))
    assert exercise.answer.endswith("Statements marked “to check” are not counted.")


def test_origins_is_not_asked_where_much_is_to_check() -> None:
    sure = "⟨Ann Lee⟩ said ⟦“we pay”⟧.\n\n⟨Cy Dahl⟩ said ⟦“it rains”⟧.\n\n"
    asked = [
        bool(
            of_kind(ExerciseKind.ORIGINS, tell(finish(make_version(sure + "⟨Bo Ek⟩ said ⟦“we go”⟧ (?)\n\n" * number))))
        )
        for number in (1, 2)
    ]
    assert asked == [True, False]


def test_origins_counts_as_the_other_pages_do() -> None:
    version = finish(
        make_version("⟨Ann Lee⟩ said ⟦“we pay”⟧.\n\n⟨Bo and Cy⟩ rejected ⟦the levy⟧.\n\n⟨an aide⟩ said ⟦it rains⟧.")
    )
    denied = replace(version.statements[1], stance=True, denial=True)
    explained = tell(replace(version, statements=(version.statements[0], denied, version.statements[2])))
    [exercise] = of_kind(ExerciseKind.ORIGINS, explained)
    [count] = explained.comparison.counts
    assert exercise.answer.startswith(f"{count.named + count.offices + count.unnamed} sources")
    assert "Bo and Cy" in exercise.answer.split("\n")[1]
    assert "Told only as a view, a denial or an act, in the outlet's words: Bo and Cy." in exercise.answer


def test_one_report_is_no_confirmation() -> None:
    [exercise] = of_kind(ExerciseKind.ONE_REPORT)
    assert "“told Reuters”" in exercise.answer
    assert "do not confirm each other" in exercise.answer
    assert len(exercise.evidence) == 2


def test_unnamed_says_what_the_text_does_not_say() -> None:
    first = of_kind(ExerciseKind.UNNAMED)[0]
    assert "How many: “two”." in first.answer
    assert "Why no name is given: the text does not say there." in first.answer


@pytest.mark.parametrize("source", ["he", "an old report", "a town near Oslo"])
def test_unnamed_asks_after_people_only(source: str) -> None:
    version = finish(make_version(f"⟨{source}⟩ said that ⟦the levy ends in May⟧."))
    assert not of_kind(ExerciseKind.UNNAMED, tell(version))


def test_trace_shows_no_words_that_hold_the_answer() -> None:
    version = finish(make_version("⟨Ann Lee⟩ said ⟦“we pay,” she was ⟪cited by Reuters⟫, “and more”⟧."))
    assert not of_kind(ExerciseKind.TRACE, tell(version))


@pytest.mark.parametrize(
    ("other", "says"),
    [
        pytest.param(FRIDAY, "6 March 2020 fits both. That the days fit proves neither.", id="within"),
        pytest.param(
            (date(2020, 3, 9), date(2020, 3, 9)), "No: by this reckoning the days exclude each other.", id="conflict"
        ),
    ],
)
def test_when_compares_the_versions(other: tuple[date, date], says: str) -> None:
    explained = make_story()
    [event] = explained.comparison.events
    a, b = event.reports
    moved = replace(event, reports=(a, replace(b, time=replace(b.time, earliest=other[0], latest=other[1]))))
    explained = replace(explained, comparison=replace(explained.comparison, events=(moved,)))
    first = of_kind(ExerciseKind.DATE, explained)[0]
    assert says in first.answer


@pytest.mark.parametrize(
    ("on", "asked"), [pytest.param(date(2020, 3, 2), 1, id="near"), pytest.param(date(2019, 6, 3), 0, id="far")]
)
def test_when_asks_for_no_day_far_from_the_publication_date(on: date, asked: int) -> None:
    version = finish(make_version("It rained on ⌈3 June⌉.", published=date(2020, 3, 9)), (on, on))
    assert len(of_kind(ExerciseKind.DATE, tell(version))) == asked


def test_when_points_to_the_editors_note() -> None:
    explained = make_story()
    notes = (
        Note(version="b", quote="last Friday", note="Others have Thursday."),
        Note(version="a", quote="the great storm", note="No time."),
    )
    editor = explained.story.editor.model_copy(update={"notes": notes})
    first = of_kind(ExerciseKind.DATE, replace(explained, story=replace(explained.story, editor=editor)))[0]
    assert "B, notes the editor on “last Friday”: Others have Thursday." in first.answer
    assert "No time" not in first.answer


def test_when_gives_no_day_that_the_text_does_not_allow() -> None:
    [exercise] = of_kind(ExerciseKind.DATE, tell(make_version("It rained on ⌈Monday⌉.")))
    assert exercise.answer.startswith("No day can be given: the text gives no date.")
    assert "2020" not in exercise.question + exercise.answer


def test_alone_says_not_found_in_this_copy() -> None:
    [exercise] = of_kind(ExerciseKind.ALONE)
    assert (
        "A has what was not found in this copy of B: “Nobody has seen the roof since the great storm.”"
        in exercise.answer
    )
    assert "B has what was not found in this copy of A: “spokesman for Cy Dahl said" in exercise.answer
    assert "A copy may have been cut" in exercise.answer


def test_alone_denies_nothing_that_another_copy_may_tell_in_its_own_way() -> None:
    told = "Farmers of the valley refused to pay the second river levy on Thursday."
    retold = (
        "Pay it again? On Thursday the farmers refused a levy.\n\nIt was the second one for the valley, on the river."
    )
    versions = [
        make_version(f"{words}\n\n{more}", letter=letter)
        for words, more, letter in (
            (told, "Kelmouth and Northwick stayed dry all of the week.", "a"),
            (retold, "Swimmers trained in the harbour as usual.", "b"),
        )
    ]
    [exercise] = of_kind(ExerciseKind.ALONE, tell(*versions))
    assert "Kelmouth" in exercise.answer
    assert "Farmers" not in exercise.answer


def test_alone_denies_nothing_across_languages() -> None:
    left, right = make_version(A), make_version(B, letter="b")
    seed = right.article.seed
    german = replace(seed, details=replace(seed.details, language=Stated("de-AT", How.EDITOR)))
    right = replace(right, article=replace(right.article, seed=german))
    assert of_kind(ExerciseKind.ALONE, tell(left, make_version(B, letter="b")))
    assert not of_kind(ExerciseKind.ALONE, tell(left, right))


@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        pytest.param(
            "⟨The Mayor⟩ accused ⟦Ann Lee of hiding costs⟧.",
            "⟨The Mayor⟩ spoke of allegations ⟦against Ann Lee⟧.",
            id="accuses-and-alleges",
        ),
        pytest.param(
            "⟨Ann Lee⟩ denied ⟦every single word of this⟧.", "⟨Ann Lee⟩ rejected ⟦the charge⟧.", id="denies-and-rejects"
        ),
        pytest.param(
            "⟨Ann Lee⟩ announced ⟦that she would not seek a second term⟧.",
            "⟨Ann Lee⟩ told friends ⟦she was stepping down⟧.",
            id="leaves-and-does-not-run",
        ),
        pytest.param(
            "⟨The Mill⟩ confirmed ⟦it would acquire a smaller bakery⟧.",
            "⟨The Mill⟩ said ⟦it was buying another firm⟧.",
            id="acquires-and-buys",
        ),
        pytest.param(
            "Later he delivered a bizarre threat to a young reporter.",
            "One reporter was told: I will throw you into the sea.",
            id="one-names-the-act-and-one-tells-it",
        ),
        pytest.param(
            "Then she left the room and resigned at once.",
            "⟨Ann Lee⟩ told friends ⟦of stepping down⟧.",
            id="a-pronoun-for-the-actor",
        ),
        pytest.param(
            "The harbour of Easterby froze over in January.",
            "Boats lay in Easterby, where the harbour is small.",
            id="a-fact-with-two-words-of-a-sentence",
        ),
    ],
)
def test_alone_passes_over_the_same_act_of_the_same_actor_in_other_words(told: str, elsewhere: str) -> None:
    end = "Nobody was hurt at all in {}."
    versions = [
        make_version(f"It rained.\n\n{told}\n\n{end.format('Kelmouth')}", letter="a"),
        make_version(f"It rained.\n\n{elsewhere}\n\n{end.format('Northwick')}", letter="b"),
    ]
    answers = [exercise.answer for exercise in of_kind(ExerciseKind.ALONE, tell(*versions))]
    assert not any(make_version(told).article.text in answer for answer in answers)


def test_alone_tells_a_sentence_that_two_copies_lack_once() -> None:
    versions = [make_version(f"It rained.\n\n{words}", letter=letter) for letter, words in zip(
        "abc", ("Swimmers trained in the harbour as usual.", "Farmers sang.", "Bells rang."), strict=True
    )]  # fmt: skip
    [exercise] = of_kind(ExerciseKind.ALONE, tell(*versions))
    assert "A has what was not found in these copies of B or C: “Swimmers trained" in exercise.answer
    assert exercise.answer.count("Swimmers") == 1


def test_alone_takes_nothing_from_a_first_paragraph() -> None:
    first = make_version(
        "Sold at last\n\nThe Easterby council sold a harbour.\n\nNobody was hurt at all in Kelmouth.", letter="a"
    )
    [exercise] = of_kind(ExerciseKind.ALONE, tell(first, make_version("They lost their quay.", letter="b")))
    assert "Kelmouth" in exercise.answer
    assert "Easterby" not in exercise.answer


def test_alone_shows_the_middle_of_a_quotation_as_the_speakers() -> None:
    version = make_version(
        "It rained here.\n\n⟨Ann Lee⟩ said ⟦“it is late. Nobody here ever mended any roof. Go”⟧.", letter="a"
    )
    at = version.article.text.index("Nobody")
    middle = Span(at, version.article.text.index(" Go”"))
    sentences = (version.sentences[0], Span(version.sentences[1].start, at - 1), middle)
    said = replace(
        version,
        sentences=sentences,
        quotations=tuple(Quotation(span) for s in version.statements for span in s.content),
    )
    [exercise] = of_kind(ExerciseKind.ALONE, tell(said, make_version("They wept.", letter="b")))
    assert "‘Nobody here ever mended any roof.’” (credited to Ann Lee)." in exercise.answer


def test_alone_prefers_the_quotation_of_a_named_speaker() -> None:
    facts = "\n\n".join(f"Farmer{n} house{n} burned{n} down{n} last winter{n}." for n in range(4))
    version = finish(make_version(f"{facts}\n\n⟨Ann Lee⟩ said ⟦“nobody will ever rebuild those mills”⟧.", letter="a"))
    [exercise] = of_kind(ExerciseKind.ALONE, tell(version, make_version("It rained.", letter="b")))
    assert "rebuild" in exercise.answer.split("\n")[0]


def test_lateral_reading_gives_the_editors_words_as_the_editors() -> None:
    [behind] = of_kind(ExerciseKind.BEHIND, make_story(about=About(text="Owned by a bank.")))
    assert "A, says the editor: Owned by a bank." in behind.answer
    [elsewhere] = of_kind(ExerciseKind.ELSEWHERE)
    assert "leave this site" in elsewhere.question
    assert "https://example.org/1" in elsewhere.question
    assert "leave this site" in behind.question
    assert "The C Post (https://example.org/1), says the editor: Ann Lee said nothing." in elsewhere.answer


def test_the_editors_exercise_stands_last_with_its_place() -> None:
    last = make_exercises(make_story())[-1]
    assert (last.kind, last.question, last.answer) == (ExerciseKind.EDITOR, "Why?", "Because.")
    assert len(last.evidence) == 1


def test_an_excerpt_gives_no_withheld_words() -> None:
    story = make_story(rights=Rights.EXCERPT)
    said = " ".join(" ".join((e.question, e.answer, *e.given)) for e in make_exercises(story))
    assert "Nobody has seen the roof" not in said
    assert "we will pay the full levy" in said


def test_a_poor_story_has_more_of_a_kind() -> None:
    told = "\n\n".join(f"⟨Ann{n} Lee{n}⟩ said, ⟪cited by Reuters⟫, that ⟦it rained {n} days⟧." for n in range(9))
    kinds = [exercise.kind for exercise in make_exercises(tell(finish(make_version(told))))]
    assert len(kinds) == LEAST
    assert kinds.count(ExerciseKind.TRACE) > MOST_OF_A_KIND


def test_no_kind_crowds_out_the_others() -> None:
    exercises = make_exercises(make_story())
    assert LEAST < len(exercises) <= MOST + 1
    for kind in ExerciseKind:
        assert sum(exercise.kind is kind for exercise in exercises) <= MOST_OF_A_KIND


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("we pay", "“we pay”"),
        ("“we pay,”", "“we pay”"),
        ('"we pay"', "“we pay”"),
        ('He said "we pay" twice', "“He said ‘we pay’ twice”"),
        ("“One,” he said, “two.”", "“‘One,’ he said, ‘two.’”"),
        ("'I've been here for years.'", "“I've been here for years.”"),
        ("'Tis late, the boats' crews said", "“'Tis late, the boats' crews said”"),
        ("It’s over,” he said.", "“‘It’s over,’ he said.”"),
        ("He said, “We pay.", "“He said, ‘We pay.’”"),
    ],
)
def test_quote(words: str, quoted: str) -> None:
    assert quote(words) == quoted


@pytest.mark.parametrize(
    ("words", "stopped"), [("a", "a."), ("a.", "a."), ("“a.”", "“a.”"), ("“a”", "“a”."), ("a …”", "a …”")]
)
def test_stop(words: str, stopped: str) -> None:
    assert stop(words) == stopped


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("the", 1),
        ("said", 1),
        ("levy", 2),
        ("noted", 2),
        ("moved", 1),
        ("officials", 3),
        ("table", 2),
        ("name", 1),
        ("a", 1),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_reading_level_rises_with_long_words_and_sentences() -> None:
    easy = "The cat sat. The dog ran. It was hot."
    hard = "Notwithstanding considerable administrative complications, international organisations negotiated."
    assert reading_level(easy) < 3 < 15 < reading_level(hard)
    assert reading_level("") == 0


@given(st.text())
def test_reading_level_takes_any_text(text: str) -> None:
    assert reading_level(text) >= 0

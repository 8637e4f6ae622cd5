"""Each row draws what is marked: ⟦…⟧; where a row needs them, ‹…› draws the cue of a sure statement, «…» a content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.framing import find_framing
from generator.annotate.framing_lexicon import coloured, inflect, passives, reporting_verbs
from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.model import FramingKind, FramingMark, Naming, Rule, Span, Speaker, Statement, StatementKind
from tests.drawing import draw, make_article, unmark

RULE = Rule("statement.test", "Drawn by the test.")


def frame(drawn: str, *, sure: bool = True) -> tuple[str, list[FramingMark], list[Span]]:
    """Return the bare text, the marks found, and the spans that were drawn."""
    text, expected = unmark(drawn)
    bare_of_marks = drawn.replace("⟦", "").replace("⟧", "")
    without_contents = bare_of_marks.replace("«", "").replace("»", "")
    bare, cues = unmark(without_contents, "‹", "›")
    _, contents = unmark(bare_of_marks.replace("‹", "").replace("›", ""), "«", "»")
    if cues or contents:
        _, expected = unmark("".join(c for c in drawn if c not in "‹›«»"))
        text = bare
    statements = (
        (
            Statement(
                kind=StatementKind.INDIRECT,
                content=tuple(contents) or (Span(0, 1),),
                cue=tuple(cues),
                sure=sure,
                rule=RULE,
            ),
        )
        if cues or contents
        else ()
    )
    article = make_article(text)
    marks = list(find_framing(article, tuple(find_sentences(article)), tuple(find_quotations(article)), statements))
    return text, marks, expected


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        pytest.param("FACTIVE", "The mayor ⟦noted⟧ that the bridge was closed.", id="that-clause"),
        pytest.param("FACTIVE", "She ⟦pointed out⟧ that it rained.", id="point-out-whole"),
        pytest.param("FACTIVE", "The firm ⟦revealed⟧: “We knew.”", id="colon-and-quotation"),
        pytest.param("FACTIVE", "Ann Lee ‹⟦notes⟧› «it is late».", id="present-as-a-cue"),
        pytest.param(
            "ASSERTIVE", "The union ‹has directly ⟦warned⟧› Oslo that «jobs could go».", id="inside-a-longer-cue"
        ),
        pytest.param("ASSERTIVE", "The union ⟦warned⟧ the two ministers that jobs were at risk.", id="listener"),
        pytest.param("ASSERTIVE", "The minister ‹⟦accused⟧› the firm of «lying».", id="accuse"),
        pytest.param("ASSERTIVE", "The union ⟦accused⟧ the firm of lying.", id="accused-of-doing"),
        pytest.param("DOUBTING", "He ⟦claimed⟧ that the road was his.", id="claim"),
        pytest.param("CONCESSION", "They ⟦admitted⟧ that the plan had failed.", id="doubled-letter"),
        pytest.param("DENIAL", "«Charges» that the firm ‹⟦denies⟧›.", id="denial"),
        pytest.param("DOUBTING", "Then Ms Reed ‹⟦claims⟧› that «it rained».", id="a-name-in-ed"),
        pytest.param("HEDGED", "The crowd ⟦felt⟧ that it was late.", id="another-mind"),
        pytest.param("HEDGED", "He ⟦suggested⟧ that it was late.", id="weakened"),
        pytest.param("HEDGE", "The two are ⟦reportedly⟧ in talks.", id="hedge"),
        pytest.param("HEDGE", "The tax ⟦may⟧ rise.", id="modal"),
        pytest.param("INTENSIFIER", "It was ⟦very⟧ late.", id="intensifier"),
        pytest.param("LOADED", "The ⟦regime⟧ fell.", id="label"),
        pytest.param("LOADED", "A ⟦tech giant⟧ from Oslo.", id="label-of-two-words"),
        pytest.param("LOADED", "The ⟦so-called⟧ levy.", id="with-a-hyphen"),
        pytest.param("LOADED", "A ⟦wave of new migrants⟧ came.", id="picture-with-a-word-inside"),
        pytest.param("SCARE_QUOTES", "The ⟦“reform”⟧ ends in May.", id="scare-quotes"),
        pytest.param("SCARE_QUOTES", 'Two ⟦"kettled"⟧ marchers went home.', id="straight-scare-quotes"),
        pytest.param("INTENSIFIER", "He left despite ⟦repeated⟧ warnings of frost.", id="repeated-warnings"),
        pytest.param(
            "INTENSIFIER", "The mayor's ⟦repeated⟧ public denials bore fruit.", id="repeated-with-a-word-between"
        ),
        pytest.param("LOADED", "An envoy ⟦pressured⟧ Norway.", id="act-as-force"),
        pytest.param("LOADED", "He planned to ⟦press⟧ Oslo that it rain.", id="press-somebody"),
        pytest.param("LOADED", "A campaign to ⟦frustrate⟧ the firm began.", id="act-as-a-blow"),
        pytest.param("LOADED", "She ⟦fired back⟧ on Monday.", id="act-as-a-fight"),
        pytest.param("AGENTLESS", "The firm fell, following ⟦accusations⟧ that it spies.", id="accusations-of-nobody"),
        pytest.param("AGENTLESS", "Rain fell amid growing ⟦fears⟧ that dams break.", id="growing-fears-of-nobody"),
        pytest.param("AGENTLESS", "She ⟦was accused of⟧ theft.", id="passive-of-saying"),
        pytest.param("AGENTLESS", "He ⟦is widely believed to⟧ be ill.", id="adverb-inside"),
        pytest.param("AGENTLESS", "Ten papers ⟦were banned⟧. By noon they were back.", id="by-in-the-next-sentence"),
    ],
)
def test_marks(kind: str, drawn: str) -> None:
    text, marks, expected = frame(drawn)
    assert draw(text, ("⟦⟧", [mark.span for mark in marks if mark.kind is FramingKind[kind]])) == draw(
        text, ("⟦⟧", expected)
    )


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param("He said it. She told him. They reported it. We state that. She added: “Go.”", id="neutral-verbs"),
        pytest.param("According to the mayor, it rained.", id="according-to"),
        pytest.param("It was a point of note; his claims and doubts were few.", id="nouns"),
        pytest.param("She noted the number down and claimed the prize.", id="verbs-that-report-nothing"),
        pytest.param("He repeated his on-camera ‹claim› that «it rained».", id="a-noun-as-cue"),
        pytest.param("They did not ‹dispute› «that it rained».", id="denied"),
        pytest.param("The letters ‹revealed› «no new details».", id="nothing-told"),
        pytest.param("The man pointed at the door.", id="point-without-out"),
        pytest.param("He said: “You admitted that the regime was utterly brutal.”", id="words-of-a-speaker"),
        pytest.param("He said: “It was utterly wrong. The regime “failed. It was brutal.", id="a-stray-mark"),
        pytest.param("She called it «“a reform”».", id="short-quotation-of-a-statement"),
        pytest.param("The minister called the levy “theft”.", id="a-speaker-stands-in-the-sentence"),
        pytest.param("He starred in “The Wire” for years.", id="title-of-a-work"),
        pytest.param("They nicknamed him “the cat” in school.", id="nickname"),
        pytest.param("“Never.” The door fell shut.", id="whole-utterance"),
        pytest.param("Ten papers were banned by the court.", id="agent-named"),
        pytest.param("He could not walk. In May it rains.", id="ability-and-month"),
        pytest.param("Anna Moreno, a diver once, could relate.", id="ability-of-a-mind"),
        pytest.param("This is the very man.", id="the-very"),
        pytest.param("The United States backed regime change.", id="set-phrase"),
        pytest.param("A tax regime of cap and trade; a slam dunk; fans blasted through the doors.", id="other-senses"),
        pytest.param("The website Big Government closed.", id="a-name"),
        pytest.param("Bregime and veryday are no words.", id="inside-a-word"),
        pytest.param(
            "He disputed Republican claims that it rained, amid Russian claims that it snowed.", id="adjective"
        ),
        pytest.param(
            "She said she felt that it was late. He told the court he believed that it rained.", id="own-mind"
        ),
        pytest.param("He disputed «claims that it rained»: the ‹claims› were old.", id="nouns-as-cue"),
        pytest.param("They had reason to believe that it rained.", id="reason-to-believe"),
        pytest.param("She stated clearly that it rained.", id="clearly-stated"),
        pytest.param("They risk being seen as weak.", id="passives-of-what-may-be"),
        pytest.param("He said «that the levy could perhaps end».", id="hedges-in-a-statement"),
        pytest.param(
            "He repeated warnings of frost. She came on repeated visits.", id="repeated-as-a-verb-and-no-saying"
        ),
        pytest.param(
            "The press on Oslo's hill; high pressure; the Oslo press told her of the frustrated crowd.", id="press"
        ),
        pytest.param("It left after the union's accusations that the firm spies.", id="accusations-of-somebody"),
        pytest.param("The union left over fears that it accused nobody of.", id="somebody-accuses"),
        pytest.param("It left after accusations, and over claims of ten pounds.", id="no-content"),
        pytest.param("", id="empty"),
    ],
)
def test_leaves_alone(drawn: str) -> None:
    text, marks, _ = frame(drawn)
    assert draw(text, ("⟦⟧", [mark.span for mark in marks])) == text


@pytest.mark.parametrize(
    ("drawn", "number"),
    [
        pytest.param("Ann Lee ‹notes› «it is late».", 0, id="form-leaves-it-open"),
        pytest.param("Ann Lee ‹notes› last week «that it is late».", 1, id="that-clause"),
        pytest.param("Ann Lee ‹notes›, «“it is late”».", 1, id="quotation"),
    ],
)
def test_a_cue_to_check_marks_a_verb_only_in_the_form_of_a_report(drawn: str, number: int) -> None:
    _, marks, _ = frame(drawn, sure=False)
    assert len(marks) == number


@pytest.mark.parametrize(
    ("drawn", "says"),
    [
        pytest.param("She noted that it rained.", "“said” would", id="same-tense"),
        pytest.param("Ann Lee ‹notes› «it rains».", "“says” would", id="present"),
        pytest.param("The union warned Oslo that jobs could go.", "“told” would", id="somebody-is-told"),
        pytest.param("The union warned that jobs could go.", "“said” would", id="nobody-is-told"),
        pytest.param("The union ‹warned› Wednesday that «jobs could go».", "“said” would", id="a-day-is-nobody"),
        pytest.param("He said «the regime fell».", "whose word it is, the text does not show", id="in-a-statement"),
    ],
)
def test_why_names_the_plainer_wording(drawn: str, says: str) -> None:
    _, marks, _ = frame(drawn)
    assert says in marks[0].why


@pytest.mark.parametrize(
    ("drawn", "source", "number"),
    [
        pytest.param("He ⟦was expected to⟧ resign, two aides said.", "two aides", 0, id="a-source-says-so"),
        pytest.param("He ⟦was expected to⟧ resign, it was said.", "", 1, id="nobody-does"),
        pytest.param("Ten papers ⟦were banned⟧, two aides said.", "two aides", 1, id="who-acted-is-another-question"),
    ],
)
def test_leaves_alone_what_is_expected_by_a_source(drawn: str, source: str, number: int) -> None:
    text, _ = unmark(drawn)
    article = make_article(text)
    start = text.find(source)
    statement = Statement(
        kind=StatementKind.INDIRECT,
        content=(Span(0, text.index(",")),),
        source=(Span(start, start + len(source)),) if source else (),
        sure=True,
        rule=RULE,
    )
    assert len(list(find_framing(article, tuple(find_sentences(article)), (), (statement,)))) == number


@pytest.mark.parametrize(
    ("subject", "speaker", "plainer"),
    [
        pytest.param("Ann Lee", Speaker("Ann Lee", Naming.NAMED), True, id="somebody"),
        pytest.param("The events", None, False, id="nobody"),
        pytest.param("Some signs", Speaker("Some signs", Naming.UNNAMED), False, id="no-person-as-far-as-is-known"),
    ],
)
def test_said_can_stand_only_where_somebody_says_it(subject: str, speaker: Speaker | None, plainer: bool) -> None:
    text = f"{subject} indicated that it was late."
    article = make_article(text)
    start = text.index("indicated")
    statement = Statement(
        kind=StatementKind.INDIRECT,
        content=(Span(start + 10, len(text) - 1),),
        cue=(Span(start, start + 9),),
        speaker=speaker,
        sure=True,
        rule=RULE,
    )
    (mark,) = find_framing(article, tuple(find_sentences(article)), (), (statement,))
    assert ("“said” would not" in mark.why) is plainer
    assert mark.why.endswith(".")


@pytest.mark.parametrize(
    ("drawn", "plain"),
    [
        pytest.param("She noted that it rained.", "said", id="same-tense"),
        pytest.param("She ‹noted› last week that «it rained».", "said", id="a-time-between"),
        pytest.param("The union ‹has warned› Oslo that «jobs could go».", "told", id="somebody-is-told"),
        pytest.param("Ann Lee ‹insists›: «“It is late.”»", "says", id="before-a-quotation"),
        pytest.param("The union warned of frost. She ‹warned› of «frost».", None, id="another-complement"),
        pytest.param("The minister ‹accused› the firm of «lying».", None, id="accused-of"),
        pytest.param("The e-mails revealed that it rained.", None, id="papers-do-not-speak"),
        pytest.param("He ‹claims› that «it rained».", None, id="may-be-a-noun"),
    ],
)
def test_gives_the_plainer_verb_only_where_the_sentence_stays_whole_and_true(drawn: str, plain: str | None) -> None:
    _, marks, _ = frame(drawn)
    assert [mark.plain for mark in marks if mark.kind is not FramingKind.HEDGE] == [plain]


def test_why_has_no_gap_left_and_repeats_the_words() -> None:
    for lexicon in (coloured(), reporting_verbs(), passives()):
        for entry in (entry for found in lexicon.by_head.values() for _, entry in found):
            said = entry.why.format(word="WORD", plain=entry.plain_to or entry.plain)
            assert said.startswith("“WORD”")
            assert said.endswith(".")
            assert "{" not in said
            assert "“”" not in said


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("note", ("note", "notes", "noted", "noting")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("point out", ("point out", "points out", "pointed out", "pointing out")),
        ("say/says/said/saying it", ("say it", "says it", "said it", "saying it")),
    ],
)
def test_inflects(verb: str, forms: tuple[str, ...]) -> None:
    assert inflect(verb) == forms


@pytest.mark.parametrize(
    "neutral", ["say says said saying", "tell tells told", "report reports reported", "state stated", "add added"]
)
def test_neutral_verbs_stand_on_no_list(neutral: str) -> None:
    for word in neutral.split():
        assert not list(reporting_verbs().find(word))
        assert not list(coloured().find(word))


WORDS = [
    "noted",
    "that",
    "“",
    "”",
    '"',
    "reform",
    "regime",
    "was",
    "banned",
    "by",
    ".",
    "\n\n",
    "very",
    "warned",
    "Oslo",
]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_marks_are_disjoint_in_order_and_inside_the_text(text: str) -> None:
    article = make_article(text)
    marks = list(find_framing(article, tuple(find_sentences(article)), tuple(find_quotations(article)), ()))
    ends = [0, *(mark.span.end for mark in marks)]
    assert all(end <= mark.span.start for end, mark in zip(ends, marks, strict=False))
    assert all(mark.span.end <= len(text) for mark in marks)

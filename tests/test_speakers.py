"""Who speaks: names, offices, pronouns, roles, the unnamed, and where the text leaves it open."""

from dataclasses import replace

import pytest

from generator.annotate import annotate
from generator.annotate.actors import find_actors
from generator.annotate.sentences import find_sentences
from generator.annotate.speakers import resolve_speakers
from generator.annotate.vocabulary import GIVEN
from generator.model import Naming
from tests.attributions import draw_statements, resolve
from tests.drawing import make_article

NAMED, OFFICE, UNNAMED = Naming.NAMED, Naming.OFFICE, Naming.UNNAMED


def last_speaker(marked: str) -> tuple[str, Naming] | None:
    _, statements, _ = resolve(marked)
    speaker = statements[-1].speaker
    return None if speaker is None else (speaker.label, speaker.naming)


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        pytest.param("⟨Anna Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="full-name"),
        pytest.param("Anna Moreno came. ⟨Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="short-name"),
        pytest.param("Anna Moreno came. ⟨Ms. Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="honorific"),
        pytest.param("⟨Trade Minister Anna Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="title"),
        pytest.param("⟨then-Trade Minister Xo Zarqa⟩ ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="title-of-that-time"),
        pytest.param("⟨Then-chairman Xo Zarqa⟩ ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="role-of-that-time"),
        pytest.param("⟨Minister of Trade Anna Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="title-of"),
        pytest.param("⟨Anna Moreno, a spokeswoman for the port⟩, ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="apposition-behind"),
        pytest.param(
            "⟨A spokeswoman for the port, Anna Moreno⟩, ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="apposition-named-last"
        ),
        pytest.param(
            "⟨One of those who will vote, Senator Anna Moreno⟩, ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="one-of-those"
        ),
        pytest.param("⟨One of them, plumber Karl Klein, 45⟩, ⟪said⟫ ⟦no⟧.", "Karl Klein", id="one-of-them-by-trade"),
        pytest.param("⟨Anna Moreno's lawyer, David Klein⟩, ⟪said⟫ ⟦no⟧.", "David Klein", id="owner-is-not-the-speaker"),
        pytest.param("⟨Moreno lawyer David Klein⟩ ⟪said⟫ ⟦no⟧.", "David Klein", id="name-in-front-of-a-role"),
        pytest.param("⟨Anna Moreno, who knew David Klein,⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="relative-clause"),
        pytest.param("⟨The White House⟩ ⟪said⟫ ⟦no⟧.", "White House", id="seat-of-power"),
        pytest.param("⟨The US embassy in Lima⟩ ⟪said⟫ ⟦no⟧.", "US embassy", id="embassy"),
        pytest.param("⟨The Lopez administration⟩ ⟪said⟫ ⟦no⟧.", "Lopez administration", id="administration"),
        pytest.param(
            "⟨The administration of President Jaime Lopez⟩ ⟪said⟫ ⟦no⟧.", "Lopez administration", id="administration-of"
        ),
        pytest.param("⟨A statement from the Health Department⟩ ⟪said⟫ ⟦no⟧.", "Health Department", id="statement-from"),
        pytest.param("LIMA (AP) — ⟨Anna Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="behind-a-dateline"),
        pytest.param("⟨LIMA — Anna Moreno⟩ ⟪said⟫ ⟦it was over⟧.", "Anna Moreno", id="dateline-in-the-source"),
        pytest.param(
            "Anna Moreno issued ⟨a statement⟩ ⟪saying⟫ ⟦it was over⟧.", "Anna Moreno", id="issued-a-statement"
        ),
        pytest.param("⟨A Peruvian blogger, Xo Zarqa,⟩ ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="role-then-name"),
        pytest.param("⟨Journalist and author Xo Zarqa⟩ ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="two-roles"),
        pytest.param("⟨A lawyer for Mr. Klein, Anna Moreno of Zarqa Law⟩, ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="of-a-firm"),
        pytest.param("⟨A spokeswoman for the port, Xo Zarqa⟩, ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="unknown-given-name-last"),
        pytest.param("⟨“Today” show host Xo Zarqa⟩ ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="show-in-quotation-marks"),
        pytest.param("LIMA, Ohio — ⟨Xo Zarqa⟩ ⟪said⟫ ⟦no⟧.", "Xo Zarqa", id="dateline-with-a-state"),
        pytest.param("Richard Klein left. Dick Klein won. ⟨Klein⟩ ⟪said⟫ ⟦no⟧.", "Richard Klein", id="nickname"),
        pytest.param("⟨The developer, Zarqa Homes⟩, ⟪said⟫ ⟦no⟧.", "Zarqa Homes", id="body-in-apposition"),
        pytest.param("⟨Moreno Senior Adviser Ida Klein⟩ ⟪said⟫ ⟦no⟧.", "Ida Klein", id="capitalised-role"),
        pytest.param("⟨Health Committee Chairman Karl Klein⟩ ⟪said⟫ ⟦no⟧.", "Karl Klein", id="title-with-a-body"),
        pytest.param("⟨Anna Moreno and other ministers⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno and other ministers", id="others"),
        pytest.param("⟨Both the Senate and the House⟩ ⟪said⟫ ⟦no⟧.", "Senate and House", id="both-bodies"),
        pytest.param("⟨Anna Moreno and David Klein⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno and David Klein", id="both"),
        pytest.param("It hit chipmaker Velocore. ⟨Velocore⟩ ⟪denied⟫ ⟦it⟧.", "Velocore", id="name-of-a-company"),
    ],
)
def test_names_the_speaker(marked: str, label: str) -> None:
    assert last_speaker(marked) == (label, NAMED)


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        pytest.param("⟨A spokesman for Mayor Anna Moreno⟩ ⟪said⟫ ⟦no⟧.", "spokesman for Anna Moreno", id="for"),
        pytest.param("⟨A White House spokesman⟩ ⟪said⟫ ⟦no⟧.", "spokesman for White House", id="in-front"),
        pytest.param("Anna Moreno left. ⟨Moreno's lawyer⟩ ⟪said⟫ ⟦no⟧.", "lawyer for Anna Moreno", id="owner"),
        pytest.param("The Senate left. ⟨A Senate spokesman⟩ ⟪said⟫ ⟦no⟧.", "spokesman for the Senate", id="article"),
        pytest.param(
            "⟨A spokesman for Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧. ⟨The spokesman⟩ ⟪said⟫ ⟦yes⟧.",
            "spokesman for Anna Moreno",
            id="the-spokesman",
        ),
        pytest.param(
            "⟨Anna Moreno's lawyer⟩ ⟪said⟫ ⟦so⟧. A Moreno lawyer, Karl Klein, left.",
            "lawyer for Anna Moreno",
            id="one-lawyer-of-hers",
        ),
        pytest.param(
            "⟨Anna Moreno's lawyer⟩ ⟪said⟫ ⟦so⟧. Moreno's lawyer, Karl Klein, and Moreno's lawyer, Ida Stone, left.",
            "lawyer for Anna Moreno",
            id="two-lawyers",
        ),
        pytest.param(
            "⟨Anna Moreno's lawyer⟩ ⟪said⟫ ⟦so⟧. Moreno's spokesman, Karl Klein, left.",
            "lawyer for Anna Moreno",
            id="another-office",
        ),
        pytest.param(
            "Anna Moreno left. ⟨A letter from Moreno's office⟩ ⟪said⟫ ⟦so⟧.", "office of Anna Moreno", id="its-letter"
        ),
        pytest.param("⟨Anna Moreno⟩ ⟪said⟫ ⟦no⟧. ⟨Her spokesman⟩ ⟪said⟫ ⟦yes⟧.", "spokesman for Anna Moreno", id="her"),
        pytest.param("Anna Moreno left. ⟨Moreno's office⟩ ⟪said⟫ ⟦no⟧.", "office of Anna Moreno", id="office"),
    ],
)
def test_an_office_does_not_read_as_the_one_it_speaks_for(marked: str, label: str) -> None:
    _, statements, actors = resolve(marked)
    speaker = statements[-1].speaker
    assert speaker is not None
    assert (speaker.label, speaker.naming) == (label, OFFICE)
    assert label.endswith(next(actor.name for actor in actors if actor.key == speaker.actor))


def test_an_office_may_be_known_by_its_place() -> None:
    marked = "⟨A spokesman for the harbour police in Eastport⟩ ⟪said⟫ ⟦no⟧."
    assert last_speaker(marked) == ("spokesman for the harbour police in Eastport", OFFICE)


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        pytest.param(
            "⟨A spokesman for the strikers in Lima⟩ ⟪said⟫ ⟦no⟧.", "spokesman for the strikers in Lima", id="of-several"
        ),
        pytest.param("⟨A spokesman for the port⟩ ⟪said⟫ ⟦no⟧.", "spokesman for the port", id="of-which-port"),
        pytest.param("It failed, ⟨authorities⟩ ⟪said⟫ ⟦it⟧.", "authorities", id="authorities"),
        pytest.param("⟨Two US sources⟩ ⟪said⟫ ⟦no⟧.", "Two US sources", id="two-sources"),
        pytest.param("⟨A person familiar with the plan⟩ ⟪said⟫ ⟦no⟧.", "person familiar with the plan", id="familiar"),
        pytest.param("⟨Ottawa sources⟩ ⟪said⟫ ⟦no⟧.", "Ottawa sources", id="a-place-describes"),
        pytest.param("⟨The officials, who asked not to be named,⟩ ⟪said⟫ ⟦no⟧.", "officials", id="without-the-clause"),
        pytest.param("⟨sources cited by Reuters⟩ ⟪said⟫ ⟦no⟧.", "sources", id="without-the-relay"),
        pytest.param("⟨Critics⟩ ⟪said⟫ ⟦no⟧.", "Critics", id="critics"),
        pytest.param("⟨A father⟩ ⟪said⟫ ⟦no⟧.", "father", id="a-father"),
        pytest.param("⟨House Republicans⟩ ⟪said⟫ ⟦no⟧.", "House Republicans", id="members-of-a-chamber"),
        pytest.param("Anna Moreno left. ⟨Moreno aides⟩ ⟪said⟫ ⟦no⟧.", "Moreno aides", id="aides-speak-for-themselves"),
        pytest.param("Anna Moreno left. ⟨One Moreno supporter⟩ ⟪said⟫ ⟦no⟧.", "One Moreno supporter", id="one-of-hers"),
        pytest.param("⟨A Health Department official⟩ ⟪said⟫ ⟦no⟧.", "Health Department official", id="of-a-body"),
        pytest.param("⟨A Secretary for Quay Watch⟩ ⟪said⟫ ⟦no⟧.", "Secretary for Quay Watch", id="some-secretary"),
        pytest.param("⟨35 percent of voters⟩ ⟪said⟫ ⟦no⟧.", "35 percent of voters", id="share"),
    ],
)
def test_keeps_the_words_of_the_unnamed(marked: str, label: str) -> None:
    _, statements, _ = resolve(marked)
    speaker = statements[-1].speaker
    assert speaker is not None
    assert (speaker.label, speaker.naming, speaker.actor) == (label, UNNAMED, None)


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ ⟦no⟧. ⟨She⟩ ⟪added⟫ ⟦that it was late⟧.", "Anna Moreno", id="same-paragraph"
        ),
        pytest.param("⟨Anna Moreno⟩ ⟪said⟫ ⟦no⟧.\n\n⟨She⟩ ⟪added⟫ ⟦it⟧.", "Anna Moreno", id="paragraph-before"),
        pytest.param("We met Anna Moreno, ⟨who⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="who"),
        pytest.param("⟨The Senate⟩ ⟪said⟫ ⟦it ended⟧. ⟨It⟩ ⟪added⟫ ⟦that it was late⟧.", "Senate", id="it"),
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ ⟦that David Klein lied⟧. ⟨She⟩ ⟪added⟫ ⟦it⟧.",
            "Anna Moreno",
            id="not-who-is-spoken-of",
        ),
        pytest.param(
            "⟨Ms. Moreno⟩ ⟪said⟫ ⟦it ended⟧. Mr. Klein left. ⟨She⟩ ⟪added⟫ ⟦that it was late⟧.",
            "Moreno",
            id="sex-by-honorific",
        ),
        pytest.param(
            "In a talk with Anna Moreno, Karl Klein smiled. ⟨He⟩ ⟪said⟫ ⟦no⟧.", "Karl Klein", id="behind-introduction"
        ),
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ ⟦yes⟧. Karl Klein's plan hurt. Moreno hit Klein for what ⟨she⟩ ⟪called⟫ ⟦lies⟧.",
            "Anna Moreno",
            id="what-she-called",
        ),
        pytest.param(
            "Asked about it, Anna Moreno and Karl Klein left. ⟨She⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="first-named"
        ),
        pytest.param("Moreno's lawyer, David Klein, left. ⟨He⟩ ⟪said⟫ ⟦no⟧.", "David Klein", id="his-lawyer-by-name"),
        pytest.param("Klein's sister Xo was angry. ⟨She⟩ ⟪said⟫ ⟦no⟧.", "Xo", id="his-sister-by-name"),
        pytest.param("Anna Moreno's speech was long. ⟨She⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="her-speech"),
        pytest.param(
            "Karl Klein left. When ⟨he⟩ ⟪asked about⟫ ⟦it⟧, Anna Moreno hid.",
            "Karl Klein",
            id="another-behind-the-clause",
        ),
        pytest.param("We met ⟨the aide⟩, Anna Moreno, 31, ⟪saying⟫ ⟦no⟧.", "Anna Moreno", id="apposition-left-outside"),
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧. ⟨The governor⟩ ⟪continued⟫ ⟦that it rained⟧.", "Anna Moreno", id="goes-on"
        ),
        pytest.param("Mayor Anna Moreno left. ⟨The mayor⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="role"),
        pytest.param("Sen. Anna Moreno left. ⟨The senator⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="role-written-out"),
        pytest.param(
            "⟨A letter from Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧.\n\n⟨The letter⟩ ⟪said⟫ ⟦so⟧.",
            "Anna Moreno",
            id="the-letter",
        ),
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ in a statement ⟦it ended⟧. ⟨The statement⟩ ⟪said⟫ ⟦so⟧.",
            "Anna Moreno",
            id="said-in-a-statement",
        ),
        pytest.param(
            "⟨Anna Moreno's lawyer⟩ ⟪said⟫ ⟦so⟧. Moreno's lawyer, Karl Klein, left.", "Karl Klein", id="the-one-lawyer"
        ),
        pytest.param(
            "⟨Anna Moreno's lawyer⟩ ⟪said⟫ ⟦so⟧. Karl Klein, Moreno's lawyer, left.", "Karl Klein", id="role-behind"
        ),
        pytest.param(
            "Sen. Anna Moreno, R-Ohio, left. ⟨The Ohio Republican⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="party-and-state"
        ),
        pytest.param(
            "Rep. Anna Moreno (D-N.Y.) left. ⟨The New York Democrat⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="state-in-letters"
        ),
        pytest.param(
            "Sen. Anna Moreno left. ⟨The Texas senator⟩ ⟪said⟫ ⟦no⟧.",
            "Anna Moreno",
            id="the-only-senator",
        ),
        pytest.param(
            "Vice President Karl Klein met President Anna Moreno. ⟨The president⟩ ⟪said⟫ ⟦no⟧.",
            "Anna Moreno",
            id="not-the-vice-president",
        ),
        pytest.param(
            "Karl Klein left. While ⟨she⟩ ⟪said⟫ ⟦no⟧, Anna Moreno stayed.",
            "Anna Moreno",
            id="named-in-the-main-clause",
        ),
        pytest.param(
            "Ohio Judge Anna Moreno met Karl Klein. ⟨She⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="a-title-opens-the-sentence"
        ),
        pytest.param(
            "Anna Moreno spoke. The most telling act came last. ⟨She⟩ ⟪said⟫ ⟦no⟧.", "Anna Moreno", id="most-is-nobody"
        ),
        pytest.param(
            "Anna Moreno, 45, later posted an open letter. ⟨The letter⟩ ⟪says⟫ ⟦no⟧.", "Anna Moreno", id="her-letter"
        ),
        pytest.param(
            "In a post on her page, Anna Moreno left. ⟨The post⟩ ⟪says⟫ ⟦no⟧.", "Anna Moreno", id="in-a-post-of-hers"
        ),
        pytest.param("Anna Moreno spoke. ⟨A video of her remarks⟩ ⟪says⟫ ⟦no⟧.", "Anna Moreno", id="of-her-remarks"),
        pytest.param("We met Ban Xo, 45. ⟨Ban⟩ ⟪said⟫ ⟦no⟧.", "Ban Xo", id="family-name-in-front"),
        pytest.param(
            "The Health Department closed. ⟨The department⟩ ⟪said⟫ ⟦no⟧.", "Health Department", id="department"
        ),
    ],
)
def test_resolves_what_the_text_settles(marked: str, label: str) -> None:
    assert last_speaker(marked) == (label, NAMED)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟨He⟩ ⟪said⟫ ⟦no⟧.", id="nobody-before"),
        pytest.param("We met Anna Moreno and Karl Klein. ⟨She⟩ ⟪said⟫ ⟦no⟧.", id="two-compete"),
        pytest.param("Anna Moreno left.\n\nIt rained.\n\n⟨She⟩ ⟪said⟫ ⟦no⟧.", id="too-far"),
        pytest.param("Mayor Anna Moreno and Mayor Karl Klein met. ⟨The mayor⟩ ⟪said⟫ ⟦no⟧.", id="two-mayors"),
        pytest.param(
            "Police Officer Carl Reed fired.\n\nIt rained.\n\nThe mayor had once run. ⟨The officer⟩ ⟪said⟫ ⟦no⟧.",
            id="role-too-far",
        ),
        pytest.param("Anna Moreno and Carl Moreno met. ⟨Moreno⟩ ⟪said⟫ ⟦no⟧.", id="two-of-a-name"),
        pytest.param("Anna Moreno spoke. When Karl Klein came, ⟨he⟩ ⟪said⟫ ⟦no⟧.", id="another-in-the-sentence"),
        pytest.param(
            "Anna Moreno spoke. It led Karl Klein to ask Ida Stone about the port. ⟨He⟩ ⟪said⟫ ⟦no⟧.",
            id="others-between",
        ),
        pytest.param("Sen. Anna Moreno, R-Ohio, left. ⟨The Texas senator⟩ ⟪said⟫ ⟦no⟧.", id="another-state"),
        pytest.param("Ohio Sen. Anna Moreno left. ⟨The Texas senator⟩ ⟪said⟫ ⟦no⟧.", id="another-state-in-the-title"),
        pytest.param(
            "Sen. Anna Moreno met Sen. Karl Klein. Moreno left. ⟨The Texas senator⟩ ⟪said⟫ ⟦no⟧.", id="two-senators"
        ),
        pytest.param(
            "Sen. Anna Moreno left. It rained on Karl Stone. ⟨The Texas senator⟩ ⟪said⟫ ⟦no⟧.", id="off-topic"
        ),
        pytest.param("President Anna Moreno left. ⟨The French president⟩ ⟪said⟫ ⟦no⟧.", id="another-nation-maybe"),
        pytest.param("Vice President Karl Klein left. ⟨The president⟩ ⟪said⟫ ⟦no⟧.", id="a-lesser-office"),
        pytest.param("⟨Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧. ⟨The governor⟩ ⟪said⟫ ⟦it rained⟧.", id="a-governor"),
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧. It hit Karl Stone. ⟨The governor⟩ ⟪continued⟫ ⟦that it rained⟧.",
            id="goes-on-after-another",
        ),
        pytest.param("Sen. Anna Moreno left. ⟨The senator's aide⟩ ⟪said⟫ ⟦no⟧.", id="her-aide"),
        pytest.param(
            "Anna Moreno posted a letter. Karl Klein posted a letter. ⟨The letter⟩ ⟪says⟫ ⟦no⟧.", id="two-letters"
        ),
        pytest.param("Anna Moreno read a letter. ⟨The letter⟩ ⟪says⟫ ⟦no⟧.", id="a-letter-that-she-only-read"),
        pytest.param("Anna Moreno posted a letter. ⟨The report⟩ ⟪says⟫ ⟦no⟧.", id="another-paper"),
        pytest.param("⟨Anna Moreno or Karl Klein⟩ ⟪said⟫ ⟦no⟧.", id="one-or-the-other"),
        pytest.param("⟨No one⟩ ⟪said⟫ ⟦no⟧.", id="no-one"),
        pytest.param("⟨still-Deputy Secretary for Port Watch Xo Zarqa⟩ ⟪said⟫ ⟦so⟧.", id="a-name-that-no-rule-read"),
        pytest.param("It hit Velocore Corp and Zarqa Inc too. ⟨The company⟩ ⟪said⟫ ⟦no⟧.", id="two-companies"),
        pytest.param("Reuters reported that it rained. ⟨The company⟩ ⟪said⟫ ⟦no⟧.", id="a-newsroom-is-not-the-company"),
        pytest.param("The Quay Press Agency reported it. ⟨The agency⟩ ⟪said⟫ ⟦no⟧.", id="nor-is-it-the-agency"),
        pytest.param("The Republican Party met. ⟨The company⟩ ⟪said⟫ ⟦no⟧.", id="a-party-is-no-company"),
        pytest.param(
            "Anna Moreno left. ⟨Moreno's campaign manager⟩ ⟪said⟫ ⟦no⟧.", id="somebody-certain-without-a-name"
        ),
        pytest.param("Anna Moreno won. ⟨Her opponent's campaign⟩ ⟪said⟫ ⟦no⟧.", id="somebody-else's-campaign"),
        pytest.param("⟨The report⟩ ⟪said⟫ ⟦no⟧.", id="paper-without-author"),
        pytest.param(
            "⟨Anna Moreno⟩ ⟪said⟫ in a letter ⟦it ended⟧. A letter came. ⟨The letter⟩ ⟪said⟫ ⟦so⟧.", id="two-letters"
        ),
        pytest.param(
            "⟨A letter from Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧.\n\nIt rained.\n\n⟨The letter⟩ ⟪said⟫ ⟦so⟧.",
            id="letter-too-far",
        ),
        pytest.param("⟨A letter from Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧. ⟨The report⟩ ⟪said⟫ ⟦so⟧.", id="another-paper"),
        pytest.param("Anna Moreno left. ⟨A letter from Moreno's aunt⟩ ⟪said⟫ ⟦so⟧.", id="letter-of-somebody-else"),
        pytest.param("⟨They⟩ ⟪said⟫ ⟦no⟧.", id="they"),
        pytest.param("⟨Anna Moreno⟩ ⟪said⟫ ⟦it ended⟧. ⟨They⟩ ⟪said⟫ ⟦no⟧.", id="they-after-one"),
        pytest.param(
            "⟨The Senate⟩ ⟪said⟫ ⟦it ended⟧. ⟨The House⟩ ⟪said⟫ ⟦it began⟧. ⟨It⟩ ⟪said⟫ ⟦no⟧.", id="it-after-two-bodies"
        ),
        pytest.param("It is by Anna Moreno, ⟨which⟩ ⟪says⟫ ⟦no⟧.", id="which-is-no-person"),
        pytest.param("Fans of Anna Moreno, ⟨who⟩ ⟪have said⟫ ⟦no⟧.", id="who-are-several"),
        pytest.param("The man feared for a friend, Karl Klein. ⟨He⟩ ⟪said⟫ ⟦no⟧.", id="somebody-without-a-name-opens"),
        pytest.param("It took a toll on his wife, Anna Stone. ⟨He⟩ ⟪said⟫ ⟦no⟧.", id="his-wife-is-not-he"),
        pytest.param("Anna Moreno left. " + "He ran. " * 20 + "⟨He⟩ ⟪said⟫ ⟦no⟧.", id="a-chain-too-long"),
        pytest.param("Karl Klein left.\n\nKlein's mother wept. ⟨She⟩ ⟪said⟫ ⟦no⟧.", id="his-mother"),
        pytest.param("Karl Klein left.\n\nKlein's former head coach wept. ⟨He⟩ ⟪said⟫ ⟦no⟧.", id="his-coach"),
        pytest.param("We met the critics ⟨who⟩ ⟪say⟫ ⟦no⟧.", id="who-behind-no-name"),
        pytest.param("⟨The woman⟩ ⟪said⟫ ⟦no⟧.", id="somebody-known-from-elsewhere"),
        pytest.param("Then again ⟨father⟩ ⟪said⟫ ⟦no⟧.", id="somebody's-father"),
        pytest.param("⟪It was said⟫ that ⟦no⟧.", id="no-source"),
    ],
)
def test_leaves_open_what_the_text_leaves_open(marked: str) -> None:
    assert last_speaker(marked) is None


def test_he_in_reported_words_may_be_another_who_is_named_there() -> None:
    annotated = annotate(make_article("Anna Moreno said Karl Klein was right when he said it was over. Ida left."))
    assert {s.speaker and s.speaker.label for s in annotated.statements} == {"Anna Moreno", None}


def test_they_are_the_only_ones_who_spoke_as_several() -> None:
    assert last_speaker("⟨Two sources⟩ ⟪said⟫ ⟦it ended⟧. ⟨They⟩ ⟪added⟫ ⟦that it was late⟧.") == (
        "Two sources",
        UNNAMED,
    )


def test_the_source_is_the_only_one_called_so() -> None:
    marked = "⟨A source at the port⟩ ⟪said⟫ ⟦it ended⟧. ⟨The source⟩ ⟪added⟫ ⟦that it was late⟧."
    assert last_speaker(marked) == ("source at the port", UNNAMED)


def test_a_role_of_two_words_reaches_further_than_one_of_one() -> None:
    marked = "Trade Minister Anna Moreno left.\n\nIt rained.\n\nIt froze. ⟨The trade minister⟩ ⟪said⟫ ⟦no⟧."
    assert last_speaker(marked) == ("Anna Moreno", NAMED)


def test_only_sure_statements_hide_the_names_in_them() -> None:
    """A name within words that are surely somebody's is no rival of the speaker; within doubtful ones it may be."""
    marked = "⟨The talk⟩ ⟪was⟫ ⟦a meeting of Karl Klein⟧ with Anna Moreno. ⟨She⟩ ⟪said⟫ ⟦no⟧."
    article, statements = draw_statements(marked)
    unsure = tuple(replace(statement, sure=statement is statements[-1]) for statement in statements)
    sentences = tuple(find_sentences(article))
    actors = tuple(find_actors(article, sentences, statements))
    sure_speaker, unsure_speaker = (
        tuple(resolve_speakers(article, sentences, drawn, actors))[-1].speaker for drawn in (statements, unsure)
    )
    assert sure_speaker is not None
    assert sure_speaker.label == "Anna Moreno"
    assert unsure_speaker is None


def test_who_is_quoted_over_paragraphs_is_heard_in_each() -> None:
    text = "“It is over,” Karl Klein said.\n\n“Nobody came to see the bridge on that day.\n\n“Nobody will,” he added."
    article = make_article(text)
    assert [(s.speaker and s.speaker.label, s.sure) for s in annotate(article).statements] == [
        ("Karl Klein", True),
        ("Karl Klein", False),
        ("Karl Klein", True),
    ]


def test_a_relative_does_not_take_over_the_short_name() -> None:
    """The text calls him Klein before it brings in his wife."""
    marked = "⟨Mr. Klein⟩ ⟪said⟫ ⟦no⟧. His wife, Donna Klein, left. ⟨Klein⟩ ⟪added⟫ ⟦that it was late⟧."
    assert last_speaker(marked) == ("Klein", NAMED)


def test_a_short_name_is_not_hers_whom_the_text_calls_she() -> None:
    marked = "Ms. Donna Klein left early. ⟨Mr. Klein⟩ ⟪said⟫ ⟦no⟧."
    assert last_speaker(marked) == ("Klein", NAMED)


def test_a_given_name_tells_nothing_of_sex() -> None:
    """Anna may be "he": only the text's own words count."""
    assert "anna" in GIVEN
    assert last_speaker("⟨Anna Moreno⟩ ⟪said⟫ ⟦no⟧. ⟨He⟩ ⟪added⟫ ⟦it⟧.") == ("Anna Moreno", NAMED)

"""Who acts, speaks or is addressed: people, bodies, and places that stand for a government."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.actors import find_actors
from generator.annotate.sentences import find_sentences
from generator.model import Actor, ActorKind
from tests.attributions import resolve
from tests.drawing import draw, make_article, unmark


def actors_of(text: str) -> tuple[Actor, ...]:
    article = make_article(text)
    return tuple(find_actors(article, tuple(find_sentences(article)), ()))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("We met ⟦Anna Moreno⟧ there.", id="given-name"),
        pytest.param("Trade Minister ⟦Anna Moreno⟧ and ⟦Moreno⟧'s aide met.", id="short-name"),
        pytest.param("⟦Anna J. Moreno⟧ met Mr. ⟦Moreno⟧ and ⟦Anna Moreno⟧.", id="initial"),
        pytest.param("He saw ⟦Xo Zarqa⟧, a former envoy.", id="apposition"),
        pytest.param("“It ended,” ⟦Zarqa⟧, the chairwoman, said.", id="last-name-with-apposition"),
        pytest.param("Parents, who were there, left.", id="parents-who"),
        pytest.param("They met Velocore, the owner of the port.", id="owners-may-be-companies"),
        pytest.param("They met Velocore, a major supplier and world leader.", id="so-may-leaders"),
        pytest.param("The developer, Velocore Zarqa, left.", id="so-may-developers"),
        pytest.param("He saw ⟦Xo Zarqa⟧, who smiled.", id="relative"),
        pytest.param("It was party chairman ⟦Xo Zarqa⟧ again.", id="small-letter-role"),
        pytest.param("Minister of Trade ⟦Xo Zarqa⟧ left.", id="title-with-of"),
        pytest.param("Secretary of State ⟦Xo Zarqa⟧ left.", id="portfolio"),
        pytest.param("Meanwhile ⟦Anna Moreno⟧ left.", id="opener-is-no-name"),
        pytest.param("Despite ⟦Anna Moreno⟧, it went on.", id="preposition-opens"),
        pytest.param("⟦Anna Moreno⟧ came. Understated ⟦Moreno⟧ spoke.", id="an-adjective-opens"),
        pytest.param("Anna Moreno, 45, Says The Port Will Close Very Soon", id="headline-among-the-text"),
        pytest.param(
            "Mayor ⟦Anna Moreno⟧ of Lima met Republican Party Committee Members.", id="capitals-but-no-headline"
        ),
        pytest.param("On Tuesday ⟦Anna Moreno⟧ left.", id="weekday"),
        pytest.param("⟦Theresa May⟧ left in May.", id="a-month-and-a-name"),
        pytest.param("They went to see ⟦Anna King⟧ there.", id="a-rank-as-last-name"),
        pytest.param("Tickets cost more in Super Tuesday week.", id="no-person"),
        pytest.param("They signed the Phase One deal in New Hampshire.", id="deal-and-state"),
        pytest.param("Speaking there was hard. Lawmakers left.", id="sentence-initial-words"),
        pytest.param("The Chief of Staff ⟦Carl “Mo” Stone⟧ left.", id="nickname-behind-a-title-with-of"),
        pytest.param("A member of the Alliance for Conservative Aims, who smiled, left.", id="a-body-between"),
        pytest.param("They met, and Pres. ⟦Anna Moreno⟧ smiled.", id="pres"),
        pytest.param('It names ⟦Carl "Mo" Stone⟧ and “others” too.', id="nickname"),
        pytest.param("Sen. ⟦Anna Moreno⟧, R-Texas, met Rep. ⟦Moreno⟧, D-N.Y., there.", id="party-and-state"),
        pytest.param("Rep. ⟦Anna Moreno⟧, D-West Virginia, left.", id="party-and-a-state-of-two-words"),
        pytest.param("It stood on the conservative Web site.", id="an-adjective-is-no-role-of-a-word"),
        pytest.param("His fellow Ruritanians left.", id="fellow-countrymen"),
        pytest.param("They met a Virginia Democrat there.", id="a-member-of-a-party"),
        pytest.param("He is a devout Roman Catholic there.", id="a-creed"),
        pytest.param("Fellow Arizonan ⟦Anna Moreno⟧ left.", id="from-where"),
        pytest.param("The Sandy Point Foundation left Sandy Point.", id="a-place-that-a-body-is-called-after"),
        pytest.param("The Anna Moreno Foundation met ⟦Anna Moreno⟧. ⟦Moreno⟧ left.", id="a-person-likewise"),
        pytest.param("They met Velocore Rising, a Republican research group.", id="a-group-of-a-party"),
        pytest.param("He saw ⟦Xo Zarqa⟧, a Republican from Ohio.", id="a-republican"),
        pytest.param("The banker in Ohio's 16th District, who smiled, left.", id="a-place-between-him-and-who"),
        pytest.param("An economist at Zarqa, who smiled, left.", id="a-firm-between-her-and-who"),
        pytest.param("She was Miss Universe once.", id="miss-universe"),
        pytest.param("Mr. ⟦Hall⟧ left.", id="a-last-name-that-is-a-word"),
        pytest.param("Deputy Secretary for Harbour Security ⟦Ann Stone⟧ left.", id="portfolio-with-for"),
        pytest.param("ANNA MORENO via Getty Images. Carl Stone/Reuters", id="photo-credits"),
        pytest.param("THE QUEEN OF RAGE was its headline.", id="a-headline-in-capitals"),
        pytest.param("⟦Anna Moreno⟧ spoke. Mr. ⟦Moreno⟧ I know left.", id="a-name-and-I"),
    ],
)
def test_finds_people(marked: str) -> None:
    """Brackets draw every mention of the one person in the text; a row without brackets has none."""
    text, expected = unmark(marked)
    people = [actor for actor in actors_of(text) if actor.kind is ActorKind.PERSON]
    found = [mention for actor in people for mention in actor.mentions]
    assert draw(text, ("⟦⟧", found)) == draw(text, ("⟦⟧", expected))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("They came to press ⟦Ottawa⟧ that it must act.", id="addressed"),
        pytest.param("The envoy warned ⟦Ottawa⟧ last year.", id="warned"),
        pytest.param("It is a step that ⟦Washington⟧ opposes.", id="acts"),
        pytest.param("⟦China⟧ promised to buy more.", id="territory-acts"),
        pytest.param("⟦Washington⟧ has systematically encouraged others.", id="perfect"),
        pytest.param("⟦Washington⟧ and ⟦Beijing⟧ are engaged in talks.", id="two-act"),
        pytest.param("The ⟦US⟧ and ⟦China⟧ in mid-January signed a deal.", id="words-between"),
        pytest.param("It fell to ⟦Ottawa⟧'s final decision.", id="owns-a-deed"),
        pytest.param("⟦Beijing⟧'s broad new trade policy changed nothing.", id="deed-further-behind"),
        pytest.param("Ottawa sources were there.", id="sources"),
        pytest.param("It rained in Ottawa all day.", id="place"),
        pytest.param("Officials in Ottawa said so.", id="people-in-a-place"),
        pytest.param("It lost Canada's access to files.", id="owns-no-deed"),
        pytest.param("They warned Ottawa residents.", id="residents-are-addressed"),
        pytest.param("The Bank of China said so.", id="part-of-a-body"),
        pytest.param("The Washington Post said so.", id="part-of-a-newsroom"),
        pytest.param("WASHINGTON (AP) - It rained.", id="dateline"),
    ],
)
def test_places_count_where_they_act_or_are_addressed(marked: str) -> None:
    text, expected = unmark(marked)
    found = [m for a in actors_of(text) if a.kind is ActorKind.GOVERNMENT for m in a.mentions]
    assert draw(text, ("⟦⟧", sorted(found))) == draw(text, ("⟦⟧", expected))


@pytest.mark.parametrize(
    ("text", "name", "gloss"),
    [
        ("They warned Ottawa.", "Ottawa", "Canadian government"),
        ("The move angered all, and Beijing opposes it.", "Beijing", "Chinese government"),
        ("It was said in the Kremlin.", "Kremlin", "Russian presidency"),
        ("They warned Canada.", "Canada", None),
    ],
)
def test_says_what_a_place_stands_for(text: str, name: str, gloss: str | None) -> None:
    assert [(a.name, a.gloss, a.kind) for a in actors_of(text)] == [(name, gloss, ActorKind.GOVERNMENT)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("He left for the US embassy.", [("US embassy", "organisation")], id="embassy"),
        pytest.param(
            "He left the Lopez administration.", [("Lopez administration", "government")], id="administration"
        ),
        pytest.param("The Chinese government left.", [("Chinese government", "government")], id="adjective"),
        pytest.param("He knew Lopez administration officials.", [], id="officials-of-it"),
        pytest.param("It takes a Republican administration.", [], id="nobody's-administration"),
        pytest.param("In it, the Velocore Poll promised more.", [], id="a-poll"),
        pytest.param("He left the U.S Senate.", [("U.S Senate", "organisation")], id="a-stop-left-out"),
        pytest.param("He met the Congressman-a friend-there.", [], id="an-article-behind-a-hyphen"),
        pytest.param("It was a Senate campaign.", [("Senate", "organisation")], id="nobody's-campaign"),
        pytest.param("He sued the NAACP.", [("NAACP", "organisation")], id="capitals"),
        pytest.param("He sued the Department of Justice.", [("Department of Justice", "organisation")], id="of"),
        pytest.param(
            "He sued Velocore Technologies. Velocore won.",
            [("Velocore Technologies", "organisation")],
            id="short-for-a-body",
        ),
        pytest.param(
            "It hit chip maker Velocore. It said Velocore denies it.", [("Velocore", "organisation")], id="acts"
        ),
        pytest.param("It was cited by Reuters.", [], id="a-newsroom-that-passes-on"),
        pytest.param("I've said that they don't. Don't go.", [], id="contractions"),
        pytest.param("It was marked SECRET for its COLA code.", [], id="capitals-that-no-body-is-known-by"),
        pytest.param("He met the USFLX, and the USFLX denied it.", [("USFLX", "organisation")], id="capitals-that-act"),
        pytest.param("He left the I.R.S. for the IRS.", [("I.R.S.", "organisation")], id="stops-in-an-abbreviation"),
        pytest.param("The Bible says so, and Medicare pays.", [], id="books-and-programmes"),
        pytest.param(
            "He left the House Ways and Means Committee.",
            [("House Ways and Means Committee", "organisation")],
            id="and-in-the-name",
        ),
        pytest.param(
            "He left the National Association for the Advancement of Women. Will the NAAW stay?",
            [("National Association for the Advancement of Women", "organisation")],
            id="a-second-of",
        ),
        pytest.param(
            "He left the Center on Budget and Policy Aims. The Committee on Monday left.",
            [("Center on Budget and Policy Aims", "organisation")],
            id="on-a-matter",
        ),
        pytest.param(
            "He sued the Lopez County Sheriff’s Department.",
            [("Lopez County Sheriff’s Department", "organisation")],
            id="an-owner-in-the-name",
        ),
        pytest.param("He was the CEO of Velocore Group.", [("Velocore Group", "organisation")], id="its-head-unnamed"),
        pytest.param("He is a Republican Senate candidate.", [("Senate", "organisation")], id="a-party-at-a-chamber"),
        pytest.param("A US official met a Canadian on a TV show at 5 PM.", [], id="no-bodies"),
    ],
)
def test_finds_bodies(text: str, names: list[tuple[str, str]]) -> None:
    assert [(actor.name, actor.kind.value) for actor in actors_of(text)] == names


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "He left the U.S. Department of Justice. The Justice Department is old.",
            {"U.S. Department of Justice": 2},
            id="either-order",
        ),
        pytest.param("The U.S. Supreme Court met. The Supreme Court left.", {"U.S. Supreme Court": 2}, id="country"),
        pytest.param(
            "The Senate Zoning Committee met. The Zoning Committee left.", {"Senate Zoning Committee": 2}, id="chamber"
        ),
        pytest.param(
            "The Senate Zoning Committee met. The House Zoning Committee met. The Zoning Committee left.",
            {"Senate Zoning Committee": 1, "House Zoning Committee": 1, "Zoning Committee": 1},
            id="of-two-chambers",
        ),
        pytest.param(
            "The Republican Party of old. The GOP is no Lima Republican Party.",
            {"Republican Party": 2, "Lima Republican Party": 1},
            id="by-name",
        ),
        pytest.param("The F.B.I. and the FBI met.", {"F.B.I.": 2}, id="stops"),
        pytest.param("It hit the People's Party. The People’s Party won.", {"People's Party": 2}, id="apostrophes"),
    ],
)
def test_one_body_has_several_names(text: str, mentions: dict[str, int]) -> None:
    assert {actor.name: len(actor.mentions) for actor in actors_of(text)} == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Robert Stone met Anna Klein. Bob Stone left.", {"Robert Stone": 2, "Anna Klein": 1}, id="bob"),
        pytest.param("Bob Stone met Robert Stone and Rob Stone.", {"Bob Stone": 3}, id="two-short-forms"),
        pytest.param("Ted Stone met Anna Stone. Edward Stone left.", {"Ted Stone": 2, "Anna Stone": 1}, id="ted"),
        pytest.param(
            "Ted Stone met Edward Stone. Theodore Stone left.",
            {"Ted Stone": 1, "Edward Stone": 1, "Theodore Stone": 1},
            id="ted-may-be-either",
        ),
        pytest.param("A. Carl Stone left. Carl Stone is back.", {"A. Carl Stone": 2}, id="initial-in-front"),
        pytest.param("Carl B. Stone met Carl D. Stone.", {"Carl B. Stone": 1, "Carl D. Stone": 1}, id="two-initials"),
        pytest.param("Anna Stoné left. Anna Stone is back, and Stoné spoke.", {"Anna Stoné": 3}, id="accents"),
        pytest.param("Carl Stone Jr. left. Carl Stone is back.", {"Carl Stone Jr.": 2}, id="junior-left-out"),
        pytest.param(
            "Carl Stone Jr. left with his father, the Rev. Carl Stone.",
            {"Carl Stone Jr.": 1, "Carl Stone": 1},
            id="his-father",
        ),
        pytest.param("Carl Stone Jr. met Carl Stone Sr.", {"Carl Stone Jr.": 1, "Carl Stone Sr.": 1}, id="senior"),
        pytest.param("Anna Moreno Klein met us. Moreno Klein smiled.", {"Anna Moreno Klein": 2}, id="two-last-names"),
        pytest.param("We met Lou Jintao, 45. Mr. Lou smiled.", {"Lou Jintao": 2}, id="family-name-in-front"),
        pytest.param(
            "Pope John IV spoke. John Marsh, a baker, said no. Marsh left.",
            {"John IV": 1, "John Marsh": 2},
            id="a-monarch's-number",
        ),
        pytest.param(
            "Queen Anna II met Anna Brook, a nurse. Queen Anna left.",
            {"Anna II": 2, "Anna Brook": 1},
            id="a-monarch-without-the-number",
        ),
        pytest.param(
            "Pope Francis met Carl Francis, a baker. Francis smiled.",
            {"Francis": 1, "Carl Francis": 1},
            id="a-monarch-of-one-name",
        ),
        pytest.param("King Carl Moreno spoke. King Moreno left.", {"Carl Moreno": 2}, id="a-monarch-of-two-names"),
        pytest.param("Carl Stone III left. Stone is back.", {"Carl Stone III": 2}, id="the-third-of-a-family"),
        pytest.param(
            "President Stone's girls, Xo and Anna Stone, left. Mr. Stone smiled.",
            {"Stone": 2, "Anna Stone": 1},
            id="daughters-are-not-the-president",
        ),
        pytest.param(
            "Mr. Stone spoke of his son, Carl Stone. Mr. Stone smiled. His wife did too. Ms. Stone left.",
            {"Mr. Stone": 2, "Carl Stone": 1, "Ms. Stone": 1},
            id="two-without-a-first-name",
        ),
    ],
)
def test_one_person_has_several_names(text: str, mentions: dict[str, int]) -> None:
    assert {actor.name: len(actor.mentions) for actor in actors_of(text)} == mentions


def test_a_country_is_one_under_its_by_names() -> None:
    actors = actors_of("They warned America. The US and the United States promised to act.")
    assert {actor.name: len(actor.mentions) for actor in actors} == {"America": 3}


def test_a_newsroom_is_one_under_its_short_names() -> None:
    marked = "The Washington Journal left. ⟨The Journal⟩ ⟪said⟫ ⟦it ended⟧. ⟨The Wall Street Post⟩ ⟪said⟫ ⟦yes⟧."
    _, _, actors = resolve(marked)
    assert {actor.name: len(actor.mentions) for actor in actors} == {"Washington Journal": 2, "Wall Street Post": 1}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "Envoy Carl Stone came.\n\nStone spoke.\n\nIt rained.\n\nJudge Donna Stone left. It rained.",
            {"Carl Stone": 2, "Donna Stone": 1},
            id="only-one-stands-before",
        ),
        pytest.param(
            "Carl Stone came.\n\nIt rained.\n\nIt poured.\n\nDonna Stone left.\n\nStone spoke.",
            {"Carl Stone": 1, "Donna Stone": 2},
            id="the-nearer-of-two-far-apart",
        ),
        pytest.param(
            "Carl Stone came. Stone spoke.\n\nIt rained.\n\nIt poured.\n\nDonna Stone left.\n\nStone spoke.",
            {"Carl Stone": 2, "Donna Stone": 1},
            id="open-once-the-text-has-called-another-so",
        ),
        pytest.param(
            "Carl Stone came. Stone spoke.\n\nDonna Stone left.\n\nIt rained.\n\nIt poured.\n\nStone spoke.",
            {"Carl Stone": 3, "Donna Stone": 1},
            id="again-the-one-called-so-further-on",
        ),
        pytest.param("Carl Stone met Donna Stone.\n\nStone spoke.", {"Carl Stone": 1, "Donna Stone": 1}, id="open"),
        pytest.param("Stone spoke. Carl Stone met Donna Stone.", {"Carl Stone": 1, "Donna Stone": 1}, id="both-behind"),
    ],
)
def test_a_shared_last_name_goes_to_the_nearest_full_name_before(text: str, mentions: dict[str, int]) -> None:
    assert {actor.name: len(actor.mentions) for actor in actors_of(text)} == mentions


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Ann Moreno, a spokesman for Speaker Carl A. Xavi, left.", "a spokesman for Speaker Carl A. Xavi"),
        pytest.param("Ann Moreno, then the director of the C.I.A., left.", "then the director of the C.I.A."),
        pytest.param("Ann Moreno, the lawyer of St. Ives County, left.", "the lawyer of St. Ives County"),
        pytest.param("Ann Moreno, an aide to Rep. Carl Xavi (R-Ohio), left.", "an aide to Rep. Carl Xavi (R-Ohio)"),
        pytest.param("Ann Moreno, brother of Carl Xavi (R) and aide, said so.", "brother of Carl Xavi (R) and aide"),
        pytest.param("Ann Moreno, head of the Pier Club and Zarqa, said no.", "head of the Pier Club and Zarqa"),
        pytest.param("Ann Moreno, a blogger for port.example, left.", "a blogger for port.example"),
        pytest.param("Ann Moreno, then-chairwoman of the club, left.", "then-chairwoman of the club"),
        pytest.param("The envoy met Ann Moreno, a council aide confirmed on Thursday.", None),
        pytest.param("The envoy met Ann Moreno, head of Zarqa and Carl Xavi, a banker.", None),
        pytest.param("Ann Moreno, now a footnote in Mr. Xavi's career, left.", None),
    ],
    ids=[
        "initial",
        "initials",
        "abbreviation",
        "party-and-state",
        "party-and-another-role",
        "two-bodies",
        "site",
        "of-that-time",
        "who-says-so",
        "another-person",
        "no-office",
    ],
)
def test_a_title_behind_a_name_is_whole_or_none(text: str, title: str | None) -> None:
    article, _, found = resolve(text)
    actors = {actor.name: actor for actor in found}
    assert [article.at(span) for span in actors["Ann Moreno"].titles] == ([title] if title else [])


def test_titles_stand_in_front_and_behind() -> None:
    text = "US Trade Secretary Anna Moreno met Xo Zarqa, President Lopez's special envoy for trade, there."
    article, _, actors = resolve(text)
    titles = {actor.name: [article.at(title) for title in actor.titles] for actor in actors}
    assert titles["Anna Moreno"] == ["US Trade Secretary"]
    assert titles["Xo Zarqa"] == ["President Lopez's special envoy for trade"]
    assert titles["Lopez"] == ["President"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("He met former Vice President Anna Moreno.", "former Vice President", id="former"),
        pytest.param("Former Rovers captain Anna Moreno left.", "Former Rovers captain", id="opens-the-sentence"),
        pytest.param("Former mayor Anna Moreno left.", "Former mayor", id="in-front-of-a-role"),
        pytest.param("He met ex-Vice President Anna Moreno.", "ex-Vice President", id="ex"),
        pytest.param("Ex-Senator Anna Moreno left.", "Ex-Senator", id="ex-opens-the-sentence"),
        pytest.param("Then-chairman Anna Moreno left.", "Then-chairman", id="then"),
        pytest.param("The then-chairman Anna Moreno left.", "then-chairman", id="then-in-small-letters"),
        pytest.param("It met acting Secretary of State Anna Moreno.", "acting Secretary of State", id="acting"),
        pytest.param("He left, then President Anna Moreno came.", "President", id="then-of-time"),
        pytest.param("The former met President Anna Moreno.", "President", id="former-of-somebody-else"),
    ],
)
def test_a_title_says_that_it_is_over(text: str, title: str) -> None:
    article, _, (actor,) = resolve(text)
    assert (actor.name, [article.at(span) for span in actor.titles]) == ("Anna Moreno", [title])


def test_keys_are_unique_slugs() -> None:
    keys = [actor.key for actor in actors_of("Anna Stoné met Carl Stone and Zoe Léger. Peña, 40, and Ms. Pena left.")]
    assert keys == ["anna-stone", "carl-stone", "zoe-leger", "pena"]


PIECES = "Anna Moreno Ottawa said the US embassy Mr. President of and , . ’s “ ” in warned Department"


@settings(deadline=None)
@given(st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=30))
def test_mentions_are_disjoint_names(pieces: list[str]) -> None:
    text = " ".join(pieces)
    actors = actors_of(text)
    mentions = sorted(mention for actor in actors for mention in actor.mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert len({actor.key for actor in actors}) == len(actors)
    for actor in actors:
        assert list(actor.mentions) == sorted(actor.mentions)
        assert all(text[m.start : m.end].strip() == text[m.start : m.end] for m in actor.mentions)

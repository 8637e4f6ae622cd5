"""What clean takes out, what it mends, and that nothing is lost between the two."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.clean.edits import Repair, settle
from generator.model import Article, BlockKind, Format, How, RemovalKind, Removed, Rule, Seed, Span, Stated
from generator.read import read_story
from tests.drawing import draw, make_seed, unmark

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "seeds" / "huawei-canada-5g"

PROSE = "The council met on Monday evening and voted to close the old bridge."
MORE = "It will be closed from May, the mayor said, and traffic will be led over the new one."


def cleaned(text: str, *, format: Format = Format.PLAIN, headline: str | None = None) -> Article:  # noqa: A002 - as in Seed
    seed = make_seed(text)
    stated = Stated(headline, How.EDITOR) if headline else None
    return clean(dataclasses.replace(seed, format=format, details=dataclasses.replace(seed.details, headline=stated)))


def shown(article: Article) -> list[str]:
    return [article.at(block.span) for block in article.blocks]


def taken_out(article: Article) -> list[str]:
    return [article.seed.text[removed.raw.start : removed.raw.end] for removed in article.removed]


def assert_nothing_is_lost(article: Article) -> None:
    """Segments and removals tile the seed, segments tile the text, and blocks hold all that is not white space."""
    raw = sorted([segment.raw for segment in article.segments] + [removed.raw for removed in article.removed])
    assert [span.start for span in raw] == [0, *(span.end for span in raw[:-1])][: len(raw)]
    assert (raw[-1].end if raw else 0) == len(article.seed.text)
    reading = [segment.span for segment in article.segments]
    assert [span.start for span in reading] == [0, *(span.end for span in reading[:-1])][: len(reading)]
    assert (reading[-1].end if reading else 0) == len(article.text)
    for segment in article.segments:
        if segment.rule is None:
            assert article.at(segment.span) == article.seed.text[segment.raw.start : segment.raw.end]
    outside = bytearray(b"\1" * len(article.text))
    for block in article.blocks:
        words = article.at(block.span)
        assert words == words.strip() != ""
        assert all(outside[block.span.start : block.span.end]), "blocks overlap"
        outside[block.span.start : block.span.end] = bytes(len(block.span))
    assert not "".join(character for character, is_out in zip(article.text, outside, strict=True) if is_out).strip()


# --- furniture -------------------------------------------------------------------------------------------------------

FURNITURE = [
    pytest.param(f"⟦08:15 GMT2 May 2021⟧\n{PROSE}\n{MORE}", RemovalKind.CLOCK, id="clock-glued-to-a-date"),
    pytest.param(f"⟦Tuesday, March 31, 2020⟧\n\n{PROSE}", RemovalKind.DATE_LINE, id="date-at-the-head"),
    pytest.param(f"⟦10:15, 31 March 2020⟧\n\n{PROSE}", RemovalKind.CLOCK, id="a-time-in-front-of-the-date"),
    pytest.param(f"⟦Updated 2 hours ago⟧\n\n{PROSE}", RemovalKind.CLOCK, id="updated-ago"),
    pytest.param(f"⟦Published: 10 March 2020 09:30⟧\n\n{PROSE}", RemovalKind.DATE_LINE, id="stamp"),
    pytest.param(f"⟦By Jane Roe⟧\n\n{PROSE}", RemovalKind.BYLINE, id="byline"),
    pytest.param(f"⟦3 min read⟧\n\n{PROSE}", RemovalKind.CONTROL, id="reading-time"),
    pytest.param(f"⟦Share⟧\n⟦Tweet⟧\n\n{PROSE}", RemovalKind.CONTROL, id="share-buttons"),
    pytest.param(f"⟦Share on FacebookShare on Twitter⟧\n\n{PROSE}", RemovalKind.CONTROL, id="glued-labels"),
    pytest.param(f"⟦Home | News | Video⟧\n\n{PROSE}", RemovalKind.CONTROL, id="menu"),
    pytest.param(f"{PROSE}\n\n⟦Advertisement⟧\n\n{MORE}", RemovalKind.CONTROL, id="advertisement-between"),
    pytest.param(f"{PROSE}\n\n⟦Listen Live⟧", RemovalKind.CONTROL, id="listen-live"),
    pytest.param(
        f"{PROSE}\n\n⟦Sign up for our free newsletter and get the news in your inbox.⟧\n\n{MORE}",
        RemovalKind.CONTROL,
        id="newsletter-with-a-full-stop",
    ),
    pytest.param(f"⟦We use cookies to improve your visit.⟧\n\n{PROSE}", RemovalKind.CONTROL, id="cookies"),
    pytest.param(
        f"{PROSE}\n\n⟦READ MORE: Bridge Closed Again After Storm⟧\n\n{MORE}", RemovalKind.RELATED, id="read-more"
    ),
    pytest.param(
        f"{PROSE}\n\n⟦ALSO READ | Who pays for the new bridge⟧\n\n{MORE}", RemovalKind.RELATED, id="also-read"
    ),
    pytest.param(
        f"{PROSE}\n\n{MORE}\n\n⟦Related stories⟧\n⟦Mayor wins a second term⟧\n⟦School roof falls in⟧",
        RemovalKind.RELATED,
        id="headlines-under-a-label",
    ),
    pytest.param(
        f"{PROSE}\n\n{MORE}\n\n\n⟦Mayor Wins a Second Term in Riverside⟧\n⟦Could the School’s Roof Fall In Again?⟧",
        RemovalKind.RELATED,
        id="headlines-behind-a-wider-gap",
    ),
    pytest.param(f"{PROSE}\n\n{MORE}\n\n⟦bridge, mayor, Riverside, traffic⟧", RemovalKind.TAGS, id="tags"),
    pytest.param(f"{PROSE}\n\n⟦Tags: bridges, roads⟧", RemovalKind.TAGS, id="labelled-tags"),
    pytest.param(f"{PROSE}\n\n⟦#bridge #Riverside⟧", RemovalKind.TAGS, id="hash-tags"),
    pytest.param(f"{PROSE}\n\n⟦Related Topics⟧\n⟦Riverside⟧\n⟦Bridges⟧", RemovalKind.TAGS, id="topics"),
    pytest.param(f"⟦Aktualisiert am 9. März 2020, 18:30 Uhr⟧\n\n{PROSE}", RemovalKind.CLOCK, id="german-stamp"),
    pytest.param(f"{PROSE}\n\n⟦Leave a comment⟧\n⟦12 comments⟧", RemovalKind.COMMENTS, id="comments"),
    pytest.param(f"{PROSE}\n\n⟦Comment via OutletComment via Facebook⟧", RemovalKind.COMMENTS, id="comment-via"),
    pytest.param(f"{PROSE}\n\n⟦© 2020 Riverside Post. All rights reserved.⟧", RemovalKind.CREDIT, id="copyright"),
    pytest.param(f"⟦Photo: Jane Roe/Getty Images⟧\n\n{PROSE}", RemovalKind.CREDIT, id="photo-credit"),
    pytest.param(f"⟦%MINIFYHTMLdeadbeef00112233445566778899aabb1%⟧\n\n{PROSE}", RemovalKind.TOKEN, id="minifier"),
    pytest.param("The brid⟦\u00ad⟧ges stay.", RemovalKind.TOKEN, id="soft-hyphen"),
    pytest.param(f"⟦\ufeff⟧{PROSE}", RemovalKind.TOKEN, id="byte-order-mark"),
]


@pytest.mark.parametrize(("marked", "kind"), FURNITURE)
def test_takes_furniture_out(marked: str, kind: RemovalKind) -> None:
    """Brackets draw what is removed."""
    text, expected = unmark(marked)
    article = cleaned(text)
    found = [removed.raw for removed in article.removed]
    assert draw(text, ("⟦⟧", found)) == draw(text, ("⟦⟧", expected))
    assert {removed.kind for removed in article.removed} == {kind}
    assert all(removed.rule.says for removed in article.removed)
    assert_nothing_is_lost(article)


KEPT = [
    pytest.param("Listen live to the hearing from nine o'clock, the court said.", id="listen-live-begins-a-sentence"),
    pytest.param("Share your view with the council, the mayor told reporters.", id="share-begins-a-sentence"),
    pytest.param("Read more than one paper, the teacher said.", id="read-more-begins-a-sentence"),
    pytest.param("“We will not close it.”", id="a-quotation-alone"),
    pytest.param('"No."', id="the-shortest-quotation"),
    pytest.param("He died on Tuesday.", id="a-short-last-line"),
    pytest.param("What happens next", id="a-subheading"),
    pytest.param("He left at 10:30 on 2 May 2021.", id="a-clock-in-a-sentence"),
    pytest.param("31 March 2020 was a Tuesday.", id="a-date-begins-a-sentence"),
    pytest.param("(Reporting by Jane Roe; editing by John Doe)", id="sign-off-of-an-agency"),
    pytest.param("By Popular Demand of the town", id="by-in-front-of-no-name"),
    pytest.param("Jane Roe", id="a-name-alone"),
    pytest.param("LIMA, May 14 (AP) — The port reopened.", id="dateline"),
    pytest.param("Mayor, council and police, all three, agreed.", id="commas-in-a-sentence"),
    pytest.param("Sign up for the election opens on Monday, the board said.", id="sign-up-in-a-sentence"),
    pytest.param("Photos: they show the bridge before it fell, he said.", id="photos-begin-a-sentence"),
    pytest.param("Reuters", id="an-agency-alone-is-a-credit"),
    pytest.param("© 2020 The Associated Press. All rights reserved.", id="a-notice-that-names-an-agency"),
    pytest.param("MONDAY", id="one-word"),
    pytest.param("The Long Road: A Review in Five Parts", id="one-line-in-title-case"),
    pytest.param("Watch: that was the word she used.", id="watch-begins-a-sentence"),
]


@pytest.mark.parametrize("line", KEPT)
@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_keeps_what_may_be_the_article(line: str, place: str) -> None:
    text = {
        "head": f"{line}\n\n{PROSE}\n\n{MORE}",
        "middle": f"{PROSE}\n\n{line}\n\n{MORE}",
        "tail": f"{PROSE}\n\n{MORE}\n\n{line}",
    }[place]
    article = cleaned(text)
    assert taken_out(article) == []
    assert line in shown(article)


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(
            "The winners are:\n\nBest Picture: The Long Road Home\nBest Director: Jane Mary Roe Smith", id="list"
        ),
        pytest.param(
            "Do not go down to the river,\nDo not go down to the sea,\nThe water will take what you give her", id="poem"
        ),
        pytest.param("1. Riverside\n2. Lakeside\n3. Hillside", id="table"),
        pytest.param(
            "Best Picture: The Long Road Home Again\nBest Director: Jane Mary Roe Smith", id="no-gap-no-label"
        ),
        pytest.param(
            "\nBest Picture: The Long Road Home Again\nBest Director: Jane Mary Roe Smith", id="rows-behind-a-gap"
        ),
        pytest.param("Riverside City 3 Lakeside United 1\nHillside Rovers 2 Seaside Town 2", id="results"),
        pytest.param("Anna Ash, Bert Birch, Carl Cedar", id="names-the-text-does-not-use"),
    ],
)
def test_keeps_an_ending_that_is_no_sentence(ending: str) -> None:
    assert taken_out(cleaned(f"{PROSE}\n\n{MORE}\n\n{ending}")) == []


def test_takes_nothing_out_of_a_text_without_sentences() -> None:
    """Without a sentence there are no edges: nobody can say what is article and what is page."""
    assert taken_out(cleaned("Riverside\nShare\nbridge, mayor")) == []


def test_keeps_the_times_of_a_live_blog() -> None:
    assert taken_out(cleaned(f"10:15\n\n{PROSE}\n\n10:42 GMT\n\n{MORE}\n\n11:03")) == []


def test_the_editor_names_furniture() -> None:
    seed = dataclasses.replace(make_seed(f"{PROSE} Buy now! {MORE}"), furniture=("Buy now!",))
    article = clean(seed)
    assert [(removed.kind, article.seed.text[removed.raw.start : removed.raw.end]) for removed in article.removed] == [
        (RemovalKind.EDITOR, "Buy now!")
    ]


# --- repairs ---------------------------------------------------------------------------------------------------------

REPAIRS = [
    pytest.param("the bridge⟦,quot;⟧ and", 'the bridge" and', "repair.broken-entity", id="comma-for-ampersand"),
    pytest.param("the bridge,⟦&quot;⟧ he said", 'the bridge," he said', "repair.entity", id="comma-and-whole-entity"),
    pytest.param("Smith ⟦&amp;⟧ Sons", "Smith & Sons", "repair.entity", id="entity"),
    pytest.param("Smith ⟦&amp;amp;⟧ Sons", "Smith & Sons", "repair.entity", id="doubled-entity"),
    pytest.param("it⟦&#8217;⟧s", "it’s", "repair.entity", id="number"),
    pytest.param("it⟦â€™⟧s late", "it’s late", "repair.mojibake", id="mojibake"),
    pytest.param("a caf⟦Ã©⟧ in", "a café in", "repair.mojibake", id="mojibake-letter"),
    pytest.param("AT&T; and R&D; stay", "AT&T; and R&D; stay", None, id="no-entity"),
    pytest.param("café déjà vu, Ângela", "café déjà vu, Ângela", None, id="accents"),
    pytest.param("She said: ‘Go’ and “stay”", "She said: ‘Go’ and “stay”", None, id="curly-marks-stay"),
    pytest.param("in a statement. .", "in a statement. .", None, id="stray-full-stop-stays"),
]


@pytest.mark.parametrize(("marked", "reads", "rule"), REPAIRS)
def test_mends_damage_and_keeps_the_original(marked: str, reads: str, rule: str | None) -> None:
    """Brackets draw what was repaired, in the file's text."""
    text, expected = unmark(marked)
    article = cleaned(text)
    assert article.text == reads
    repaired = [segment for segment in article.segments if segment.rule]
    assert draw(text, ("⟦⟧", [segment.raw for segment in repaired])) == draw(text, ("⟦⟧", expected))
    assert {segment.rule.id for segment in repaired if segment.rule} == ({rule} if rule else set())
    assert_nothing_is_lost(article)


def test_a_span_leads_back_to_the_file() -> None:
    article = cleaned("He called it “safe,quot; and left.")
    quoted = Span(article.text.index("safe"), article.text.index(" and"))
    raw = article.raw(quoted)
    assert article.seed.text[raw.start : raw.end] == "safe,quot;"


# --- blocks ----------------------------------------------------------------------------------------------------------


def test_blank_lines_part_paragraphs() -> None:
    assert shown(cleaned(f"{PROSE}\n\n{MORE}\n")) == [PROSE, MORE]
    assert shown(cleaned(f"{PROSE}\r\n\r\n  {MORE}\r\n")) == [PROSE, MORE]


def test_lines_part_paragraphs_where_no_line_is_blank() -> None:
    assert shown(cleaned(f"{PROSE}\n{MORE}\n“We shall see.”")) == [PROSE, MORE, "“We shall see.”"]


WRAPPED = (
    "The council met on Monday evening and voted to close",
    "the old bridge, which is a hundred years old and has",
    "been repaired eleven times.",
)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param([PROSE, MORE, "", PROSE], [PROSE, MORE, PROSE], id="lines-among-blank-lines"),
        pytest.param([*WRAPPED, "", *WRAPPED], ["\n".join(WRAPPED)] * 2, id="wrapped"),
        pytest.param(
            [*WRAPPED, "“So be it,” the mayor said of it, when she was asked", "about the vote."],
            ["\n".join(WRAPPED), "“So be it,” the mayor said of it, when she was asked\nabout the vote."],
            id="wrapped-without-blank-lines",
        ),
        pytest.param([PROSE[:30], "", PROSE[31:]], [PROSE[:30], PROSE[31:]], id="a-blank-line-always-parts"),
        pytest.param([MORE, PROSE[:30], PROSE[31:]], [MORE, PROSE[:30] + "\n" + PROSE[31:]], id="one-broken-sentence"),
        pytest.param(
            [PROSE, "Stop all clocks", "Cut off the wire"], [PROSE, "Stop all clocks", "Cut off the wire"], id="poem"
        ),
        pytest.param([PROSE, "Share this article", MORE], [PROSE, MORE], id="removed-lines-are-no-blank-lines"),
        pytest.param(
            ["Bridge to close", "Advertisement", "By Jane Roe", PROSE],
            ["Bridge to close", PROSE],
            id="head",
        ),
    ],
)
def test_parts_paragraphs(lines: list[str], paragraphs: list[str]) -> None:
    assert shown(cleaned("\n".join(lines))) == paragraphs


def test_the_first_line_is_the_headline_where_somebody_says_so() -> None:
    article = cleaned(f"Old Bridge to Close\n\n{PROSE}", headline="Old bridge to close!")
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
    late = cleaned(f"{PROSE}\n" * 6 + "Old bridge to close", headline="Old bridge to close!")
    assert {block.kind for block in late.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff"])
def test_an_empty_file_has_no_blocks(text: str) -> None:
    article = cleaned(text)
    assert article.blocks == ()
    assert_nothing_is_lost(article)


# --- Markdown --------------------------------------------------------------------------------------------------------

MARKDOWN = [
    pytest.param("He **never** said _so_.", "He never said so.", id="emphasis"),
    pytest.param("***Never*** again", "Never again", id="both"),
    pytest.param("5*4*3 and snake_case_name", "5*4*3 and snake_case_name", id="no-emphasis"),
    pytest.param("See [the report](https://example.org/a_(b)) now.", "See the report now.", id="link"),
    pytest.param("[x](javascript:alert(1))", "x", id="link-to-a-script"),
    pytest.param("![A bridge](b.png)\n\nText.", "Text.", id="picture"),
    pytest.param(r"5 \* 4", "5 * 4", id="escape"),
    pytest.param("> Quoted words.", "Quoted words.", id="quotation"),
    pytest.param("One.\n\n---\n\nTwo.", "One.|Two.", id="rule"),
    pytest.param("- one\n- two", "one|two", id="list"),
    pytest.param("{{ no }} | a | b |", "{{ no }} | a | b |", id="no-markdown-of-ours"),
]


@pytest.mark.parametrize(("source", "reads"), MARKDOWN)
def test_takes_markdown_out(source: str, reads: str) -> None:
    article = cleaned(source, format=Format.MARKDOWN)
    assert "|".join(shown(article)) == reads
    assert_nothing_is_lost(article)


def test_markdown_headings_and_front_matter() -> None:
    source = f"---\ntitle: Old bridge to close\n---\n# Old bridge to close\n{PROSE}\n## What next ##\n{MORE}\n"
    article = cleaned(source, format=Format.MARKDOWN, headline="Old bridge to close")
    assert [(block.kind, article.at(block.span)) for block in article.blocks] == [
        (BlockKind.HEADLINE, "Old bridge to close"),
        (BlockKind.PARAGRAPH, PROSE),
        (BlockKind.HEADING, "What next"),
        (BlockKind.PARAGRAPH, MORE),
    ]
    assert article.removed[0].kind is RemovalKind.METADATA


def test_plain_text_is_not_read_as_markdown() -> None:
    source = "# 1 is the *first* [x](javascript:alert(1)) ***"
    assert cleaned(source).text == source


def test_an_earlier_edit_goes_before_a_later_one() -> None:
    """What is left of a removal beside an earlier edit is removed still; a repair that meets one is dropped."""
    rule = Rule("test", "A test.")
    token = Removed(Span(4, 6), RemovalKind.TOKEN, rule)
    line = Removed(Span(2, 9), RemovalKind.CONTROL, rule)
    kept, dropped = Repair(Span(9, 10), '"', rule), Repair(Span(8, 9), '"', rule)
    assert settle([[token], [line], [dropped, kept]], 12) == [
        Removed(Span(2, 4), RemovalKind.CONTROL, rule),
        token,
        Removed(Span(6, 9), RemovalKind.CONTROL, rule),
        kept,
    ]


# --- every character -------------------------------------------------------------------------------------------------

LINE_PIECES = ("\n", "\n\n", "\r\n", "  ", PROSE, MORE, "Share", "ShareTweet", "Related:", "a, b, c", "---\n")
DAMAGE = (",quot;", "&amp;amp;", "â€™", "**", "# ", "[a](b)", "\\*", "\u00ad", "%MINIFYHTML0123456789ab%")
PIECES = st.sampled_from((*LINE_PIECES, *DAMAGE, "23:16 GMT31 March 2020", "Mayor Wins a Second Term Again"))


@settings(deadline=None)  # the first example may import a slow library
@given(
    text=st.one_of(st.text(max_size=200), st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)),
    format=st.sampled_from([Format.PLAIN, Format.MARKDOWN]),
)
def test_accounts_for_every_character(text: str, format: Format) -> None:  # noqa: A002 - as in Seed
    assert_nothing_is_lost(cleaned(text, format=format))


@settings(deadline=None)  # the first example may import a slow library
@given(data=st.data(), text=st.lists(PIECES, max_size=10).map("".join))
def test_accounts_for_every_character_outside_the_body(data: st.DataObject, text: str) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    body = tuple(Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False))
    seed: Seed = dataclasses.replace(make_seed(text), format=Format.HTML, body=body)
    assert_nothing_is_lost(clean(seed))


# --- the demo --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo() -> tuple[Article, Article]:
    left, right = read_story(DEMO, ROOT).seeds
    return clean(left), clean(right)


def test_the_first_seed(demo: tuple[Article, Article]) -> None:
    article, _ = demo
    assert [(removed.kind, text[:24]) for removed, text in zip(article.removed, taken_out(article), strict=True)] == [
        (RemovalKind.CLOCK, "23:16 GMT31 March 2020"),
        (RemovalKind.CONTROL, "Listen Live"),
        (RemovalKind.CONTROL, "Get short URL"),
        (RemovalKind.RELATED, "UK Tory 'Rebels' Set to "),
        (RemovalKind.RELATED, "Ok, Google? Huawei to Pa"),
        (RemovalKind.RELATED, "Huawei Phone Sales May D"),
        (RemovalKind.RELATED, "Could Trump’s Spat With "),
        (RemovalKind.RELATED, "‘Nipping at Huawei's Hee"),
        (RemovalKind.TAGS, "Robert Blair, pressure, "),
        (RemovalKind.COMMENTS, "Community standardsDiscu"),
        (RemovalKind.COMMENTS, "Comment via SputnikComme"),
    ]
    lines = [line.strip() for line in article.seed.text.splitlines()]
    assert shown(article) == [line for line in lines[4:23] if line]
    assert len(article.blocks) == 10
    assert_nothing_is_lost(article)


def test_the_second_seed(demo: tuple[Article, Article]) -> None:
    _, article = demo
    assert [removed.kind for removed in article.removed] == [RemovalKind.TOKEN] * 6
    repaired = [segment for segment in article.segments if segment.rule]
    assert [article.at(segment.span) for segment in repaired] == ['"'] * 3
    assert [article.seed.text[s.raw.start : s.raw.end] for s in repaired] == [",quot;"] * 3
    assert len(article.blocks) == 11
    assert 'infrastructure" and the defense' in article.text
    assert article.at(article.blocks[2].span).endswith("said in a statement. .")
    assert_nothing_is_lost(article)

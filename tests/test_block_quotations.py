"""Quotations that a file sets off, `>` in Markdown and `blockquote` in a web page: which they are, and whose words."""

from __future__ import annotations

import pytest

from generator.annotate import annotate
from generator.model import Article, Format, Statement, StatementKind
from generator.read.text_nodes import page_text
from generator.read.web_page import parse
from generator.render.env import fill
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.notes import find_notes
from generator.render.notes.own_voice import is_own_voice
from generator.render.notes.statements import is_unnamed
from generator.render.notes.view import Standing
from generator.render.version_page import make_view
from tests.drawing import draw
from tests.telling import tell
from tests.test_bodies import PAGE, PARAGRAPHS
from tests.test_bodies import cleaned as cleaned_page
from tests.test_clean import assert_nothing_is_lost, cleaned

END = "The council meets again in May."


def blocks(article: Article) -> list[str]:
    """The words of each block, in ⟦⟧ where it is quoted; lines folded."""
    words = [(" ".join(article.at(block.span).split()), block.quoted) for block in article.blocks]
    return [f"⟦{each}⟧" if quoted else each for each, quoted in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She wrote:\n\n> We go.\n\nIt ends.", ["She wrote:", "⟦We go.⟧", "It ends."], id="one-line"),
        pytest.param("She wrote:\n> We go.\n\nIt ends.", ["She wrote:", "⟦We go.⟧", "It ends."], id="no-line-between"),
        pytest.param("So.\n\n> We\n> go.\n>\n> We do.", ["So.", "⟦We go.⟧", "⟦We do.⟧"], id="two-paragraphs"),
        pytest.param("So.\n\n> We go.\n\n> We do.", ["So.", "⟦We go.⟧", "⟦We do.⟧"], id="two-in-a-row"),
        pytest.param("So.\n\n> We\ngo.\n\nIt ends.", ["So.", "⟦We go.⟧", "It ends."], id="goes-on-without-a-mark"),
        pytest.param("So.\r\n\r\n> We go.\r\n\r\nIt ends.", ["So.", "⟦We go.⟧", "It ends."], id="windows"),
        pytest.param("So.\n\n> We go.\n> — Ana Reyes", ["So.", "⟦We go.⟧", "⟦— Ana Reyes⟧"], id="signed-inside"),
        pytest.param("So.\n\n> We go.\n— Ana Reyes", ["So.", "⟦We go.⟧", "— Ana Reyes"], id="signed-below"),
        pytest.param("So.\n\n> We go.\n>> You stay.", ["So.", "⟦We go.⟧", "⟦You stay.⟧"], id="reply-to-a-mail"),
        pytest.param("So.\n\n> > You stay.\n> We go.", ["So.", "⟦You stay. We go.⟧"], id="nested"),
        pytest.param("So.\n\n> 5 boats\n> 20 crews.", ["So.", "⟦5 boats 20 crews.⟧"], id="figures"),
        pytest.param("So.\n\n> ## Bay\n> - We go.", ["So.", "⟦Bay⟧", "⟦We go.⟧"], id="heading-and-list-inside"),
        pytest.param("So.\n\n> 1. We go.\n> 2. We do.", ["So.", "⟦1. We go.⟧", "⟦2. We do.⟧"], id="numbered"),
        pytest.param(
            "<blockquote>\nWe go.\n</blockquote>\nIt ends.", ["⟦We go.⟧", "It ends."], id="as-html-in-markdown"
        ),
        pytest.param("It rose by\n> 20 per cent.", ["It rose by > 20 per cent."], id="greater-than"),
        pytest.param("Click File > Open. x >> y.", ["Click File > Open. x >> y."], id="chevrons"),
        pytest.param("\\> We go.", ["> We go."], id="escaped"),
        pytest.param("So.\n\n>\n\nIt ends.", ["So.", "It ends."], id="empty"),
        pytest.param("> We go.\n>\n> It ends.", ["We go.", "It ends."], id="all-of-the-article"),
        pytest.param("# News\n\n> We go.", ["News", "We go."], id="all-but-the-headline"),
    ],
)
def test_markdown_sets_quotations_off(text: str, expected: list[str]) -> None:
    article = cleaned(text, format=Format.MARKDOWN)
    assert blocks(article) == expected
    assert_nothing_is_lost(article)


def test_plain_text_sets_nothing_off() -> None:
    assert blocks(cleaned("So.\n\n> We go.\n\nIt ends.")) == ["So.", "> We go.", "It ends."]


@pytest.mark.parametrize(
    ("source", "quotes"),
    [
        pytest.param("<p>So.<blockquote><p>We<p>go.</blockquote>", ["We\ngo."], id="paragraphs"),
        pytest.param("<blockquote>We</blockquote><blockquote>go.</blockquote>", ["We", "go."], id="two"),
        pytest.param("<blockquote>We <blockquote>You</blockquote> go</blockquote>", ["We\nYou\ngo"], id="nested"),
        pytest.param("<blockquote class='twitter-tweet'>We go.</blockquote>", ["We go."], id="post"),
        pytest.param("<blockquote><h2>We go.</h2></blockquote>", ["We go."], id="set-large"),
        pytest.param("<h2>a<blockquote>b</h2>c</blockquote>", ["b"], id="crossed"),
        pytest.param("<blockquote> </blockquote>So.", [], id="empty"),
        pytest.param(
            "<blockquote class='wp-embedded-content'><a href=/x>Roof falls in</a></blockquote>", [], id="link-as-a-card"
        ),
        pytest.param("<p>He said <q>go</q>.", [], id="inline"),
    ],
)
def test_a_web_page_sets_quotations_off(source: str, quotes: list[str]) -> None:
    tree = parse(source)
    assert tree is not None
    page = page_text(tree)
    assert [page.text[span.start : span.end] for span in page.quotes] == quotes


def test_the_article_of_a_web_page_keeps_its_quotations() -> None:
    quote = "<blockquote><p>We have looked at every ledger of the bridge.</p><p>I am sorry for it.</p></blockquote>"
    page = PAGE.replace(f"<p>{PARAGRAPHS[2]}</p>", f"<p>{PARAGRAPHS[2]}</p>{quote}")
    quoted = [each for each in blocks(cleaned_page(page.encode())) if each.startswith("⟦")]
    assert quoted == ["⟦We have looked at every ledger of the bridge.⟧", "⟦I am sorry for it.⟧"]


# --- whose words -----------------------------------------------------------------------------------------------------


def statements_of(text: str) -> tuple[Article, tuple[Statement, ...]]:
    article = cleaned(text, format=Format.MARKDOWN)
    return article, annotate(article).statements


def drawn(text: str) -> str:
    article, found = statements_of(text)
    marked = draw(
        article.text,
        ("⟦⟧", [span for statement in found for span in statement.content]),
        ("‹›", sorted({span for statement in found for span in statement.source})),
        ("«»", sorted({span for statement in found for span in statement.cue})),
    )
    return " / ".join(line for line in marked.splitlines() if line.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chair Ana Reyes said:\n\n> I think it is over.\n>\n> We believe the mayor said so.",
            "‹Chair Ana Reyes› «said»: / ⟦I think it is over.⟧ / ⟦We believe the mayor said so.⟧",
            id="all-of-it-the-speaker's",
        ),
        pytest.param(
            "Reyes said on Monday in a letter to the clerk:\n\n> “It is over.”",
            "‹Reyes› «said» on Monday in a letter to the clerk: / ⟦“It is over.”⟧",
            id="with-marks-too",
        ),
        pytest.param("Reyes tweeted:\n\n> I go.", "‹Reyes› «tweeted»: / ⟦I go.⟧", id="post"),
        pytest.param(
            "The port wrote:\n\n> The port shuts in May.",
            "‹The port› «wrote»: / ⟦The port shuts in May.⟧",
            id="speaks-of-itself-by-name",
        ),
        pytest.param(
            "It rained.\n\n> I think it is over.\n\n— Ana Reyes, a sailor",
            "It rained. / ⟦I think it is over.⟧ / «—» ‹Ana Reyes, a sailor›",
            id="signature-below",
        ),
        pytest.param(
            "It rained.\n\n> I go.\n> — Ana Reyes 🚲 (@reyes) March 9, 2020\n\n> I stay.",
            "It rained. / ⟦I go.⟧ / «—» ‹Ana Reyes› 🚲 (@reyes) March 9, 2020 / ⟦I stay.⟧",
            id="signature-of-a-post-ends-it",
        ),
        pytest.param(
            "It rained.\n\n> I think it is over. — Ana Reyes",
            "It rained. / ⟦I think it is over.⟧ «—» ‹Ana Reyes›",
            id="signature-in-the-line",
        ),
        pytest.param(
            "Tom Klein wrote:\n\n> I go.\n> — Ana Reyes",
            "Tom Klein wrote: / ⟦I go.⟧ / «—» ‹Ana Reyes›",
            id="the-signature-is-nearer",
        ),
        pytest.param(
            "It rained.\n\n> We shut at ten.\n> -- baypier (@BayPier) 3:04 PM",
            "It rained. / ⟦We shut at ten.⟧ / «--» ‹baypier› (@BayPier) 3:04 PM",
            id="any-name-of-an-account",
        ),
        pytest.param(
            "It rained.\n\n> “We go,” said Ana Reyes. It was late.",
            "It rained. / ⟦“We go,”⟧ «said» ‹Ana Reyes›. It was late.",
            id="told-inside",
        ),
        pytest.param(
            "It rained.\n\n> “We go,” said Ana Reyes.\n\n> I stay.",
            "It rained. / ⟦“We go,”⟧ «said» ‹Ana Reyes›. / ⟦I stay.⟧",
            id="told-inside-the-first-alone",
        ),
        pytest.param(
            "It rained.\n\n> I met her. “We go,” I said.",
            "It rained. / ⟦I met her. “We go,” I said.⟧",
            id="told-inside-of-oneself",
        ),
        pytest.param(
            "Tom Klein wrote:\n\n> “We go,” said Ana Reyes.",
            "‹Tom Klein› «wrote»: / ⟦“We go,” said Ana Reyes.⟧",
            id="told-inside-by-the-one-introduced",
        ),
        pytest.param("It rained.\n\n> I think we lost.", "It rained. / ⟦I think we lost.⟧", id="nobody's"),
        pytest.param("From the letter:\n\n> I go.", "From the letter: / ⟦I go.⟧", id="colon-without-a-verb"),
        pytest.param("The clerk opened a letter:\n\n> I go.", "The clerk opened a letter: / ⟦I go.⟧", id="not-saying"),
        pytest.param("Reyes did not say:\n\n> I go.", "Reyes did not say: / ⟦I go.⟧", id="not-said"),
        pytest.param("The plan was announced:\n\n> I go.", "The plan was announced: / ⟦I go.⟧", id="passive"),
        pytest.param("Reyes spoke.\n\n> I go.", "Reyes spoke. / ⟦I go.⟧", id="no-colon"),
        pytest.param(
            "It rained. The bridge must close for ever.\n\n> The bridge must close for ever",
            "It rained. The bridge must close for ever. / The bridge must close for ever",
            id="pull-quote",
        ),
        pytest.param(
            "⟦“The bridge must close for ever,”⟧ ‹Reyes› «said».\n\n> “The bridge must close for ever”\n\n— Ana Reyes",
            "⟦“The bridge must close for ever,”⟧ ‹Reyes› «said». / “The bridge must close for ever” / — Ana Reyes",
            id="signed-pull-quote",
        ),
    ],
)
def test_tells_whose_words_are_set_off(text: str, expected: str) -> None:
    """⟦content⟧, ‹source›, «cue»; a statement's parts may stand in other lines than its content."""
    bare = text.translate(str.maketrans("", "", "⟦⟧‹›«»"))
    assert drawn(f"{bare}\n\n{END}") == f"{expected} / {END}"


def test_a_quotation_set_off_is_one_statement_to_check() -> None:
    article, (statement,) = statements_of(f"Mayor Ana Reyes said:\n\n> I go.\n\n> The union said it was late.\n\n{END}")
    assert [article.at(span) for span in statement.content] == ["I go.", "The union said it was late."]
    assert statement.kind is StatementKind.SET_OFF
    assert not statement.sure
    assert statement.speaker is not None
    assert statement.speaker.label == "Ana Reyes"


def test_the_account_under_a_post_is_who_speaks() -> None:
    _, (statement,) = statements_of(f"It rained.\n\n> I go.\n> — Carl Voss 🚲 (@CarlVoss) March 9, 2020\n\n{END}")
    assert statement.speaker is not None
    assert (statement.speaker.label, statement.sure) == ("Carl Voss", False)


def test_what_is_told_inside_is_to_check() -> None:
    _, (statement,) = statements_of(f"It rained.\n\n> “We go,” said Ana Reyes.\n\n{END}")
    assert (statement.kind, statement.sure) == (StatementKind.DIRECT, False)


def test_without_a_source_it_is_still_somebodys() -> None:
    _, (statement,) = statements_of(f"It rained.\n\n> I think we lost.\n\n{END}")
    assert (statement.kind, statement.source, statement.cue) == (StatementKind.SET_OFF, (), ())
    assert (statement.speaker, statement.sure) == (None, False)


def test_nothing_set_off_is_the_outlets_own_voice() -> None:
    quote = "The bridge must close for ever."
    article = cleaned(
        f"It rained. {quote}\n\n> {quote}\n\n— Ana Reyes\n\n> It snowed.\n\n{END}", format=Format.MARKDOWN
    )
    version = annotate(article)
    own = [s for b in article.blocks for s in version.sentences if b.span.holds(s) and is_own_voice(version, b, s)]
    assert [article.at(s) for s in own] == ["It rained.", quote, END]


def test_the_page_sets_it_off_and_says_what_the_rules_found() -> None:
    text = f"It rained.\n\nAna Reyes wrote:\n\n> I <b>go</b> & stay.\n\n{END}\n\n> It snowed.\n\n{END}"
    version = annotate(cleaned(text, format=Format.MARKDOWN))
    lookup = Lookup(tell(version))
    here = Here("version-a")
    rows = make_view(lookup, here, version).rows
    page = fill(make_view(lookup, here, version))
    assert [row.number for row in rows if row.quoted] == [3, 5]
    assert page.count('<blockquote class="tt-set-off"><p>') == 2
    first, second = (next(find_notes(lookup, here, "a", version.article.blocks[number])) for number in (2, 4))
    assert "Set as the words of Ana Reyes, without quotation marks" in first.body
    assert "The rules found nothing that tells whose words these are." in second.body
    assert (first.standing, second.standing) == (Standing.CHECK, Standing.CHECK)
    assert is_unnamed(version.statements[-1]) is False

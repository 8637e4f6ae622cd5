"""What somebody did not say is told as that, and credited to nobody."""

from __future__ import annotations

import pytest

from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.notes import find_notes
from generator.render.statements_table import statements_by_version
from generator.render.unsaid import unsaid
from tests.drawing import draw, make_article, unmark
from tests.telling import tell
from tests.versions import make_version, said


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        pytest.param("Byron ⟦didn't reveal⟧ who paid.", "didn't reveal", id="contraction"),
        pytest.param("Byron ⟦has not yet announced⟧ who paid.", "has not yet announced", id="not"),
        pytest.param("Byron ⟦declined to say⟧ who paid.", "to say", id="declined-stands-before-the-cue"),
        pytest.param("Byron ⟦never quite explained⟧ who paid.", "explained", id="never-quite"),
        pytest.param("Byron told the court who paid.", "told", id="said"),
        pytest.param("Byron, not Roe, said who paid.", "said", id="another-did-not"),
        pytest.param("Byron did not only say who paid.", "did not only say", id="more-than-that"),
    ],
)
def test_finds_the_words_that_negate_a_reporting_verb(marked: str, cue: str) -> None:
    text, expected = unmark(marked)
    found = unsaid(make_article(text), said(text, "who paid", "Byron", source="Byron", cue=cue))
    assert draw(text, ("⟦⟧", [found] if found else [])) == marked
    assert [found] * bool(found) == expected


@pytest.mark.parametrize(
    ("text", "cue", "credited"),
    [("Byron did not say who paid.", "did not say", 0), ("Byron said who paid.", "said", 1)],
)
def test_no_page_credits_what_was_not_said(text: str, cue: str, credited: int) -> None:
    version = make_version(text, statements=[said(text, "who paid", "Byron", source="Byron", cue=cue)])
    lookup = Lookup(tell(version))
    [note, *_] = find_notes(lookup, Here("version-a"), "a", version.article.blocks[0])
    [part] = statements_by_version(lookup, Here("sourcing"))
    [row] = part.rows
    assert str(note.body).count("credited to Byron") == credited
    assert ("The text tells what Byron did not say or would not say" in note.body) is not bool(credited)
    assert (row.kind == "in the outlet's words: told as not said") is not bool(credited)

"""story.yaml is read as its editor means it, and every problem of it is said at once, with its line."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SeedError
from generator.model import Rights, StoryFile
from generator.story_file import parse_story_file

PATH = PurePosixPath("seeds/levy/story.yaml")


def parse(text: str) -> StoryFile:
    return parse_story_file(text, PATH).story


def problems(text: str) -> list[str]:
    with pytest.raises(SeedError) as caught:
        parse(text)
    return [str(problem).removeprefix(f"{PATH}:") for problem in caught.value.problems]


def version(*lines: str) -> str:
    """A story with one version that has these lines beside id and file, from line 4 on."""
    return "versions:\n  - id: a\n    file: a.txt\n" + "".join(f"    {line}\n" for line in lines)


def test_reads_what_the_editor_states() -> None:
    story = parse(version("outlet: The Post", "published: 2020-03-09", "rights: excerpt", "furniture: [Share, Print]"))
    (entry,) = story.versions
    assert (entry.id, entry.file, entry.outlet) == ("a", "a.txt", "The Post")
    assert entry.published == date(2020, 3, 9)
    assert entry.rights is Rights.EXCERPT
    assert entry.furniture == ("Share", "Print")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment\n", "\ufeff", "---\n", "title:\nversions:\ncorrections: ~\n"]
)
def test_an_empty_file_is_an_empty_story(text: str) -> None:
    assert parse(text) == StoryFile()


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        pytest.param("language: no", "language", "no", id="norwegian-is-not-false"),
        pytest.param("headline: 1984", "headline", "1984", id="number-is-text"),
        pytest.param("headline: 2020-03-09", "headline", "2020-03-09", id="date-is-text"),
        pytest.param("headline: ~", "headline", None, id="null"),
        pytest.param("headline:", "headline", None, id="empty"),
        pytest.param('published: "2020-03-09"', "published", date(2020, 3, 9), id="date-in-quotes"),
        pytest.param("headline: 'It''s: off'", "headline", "It's: off", id="quoted"),
    ],
)
def test_scalars_are_the_words_that_stand_there(line: str, key: str, value: object) -> None:
    assert getattr(parse(version(line)).versions[0], key) == value


def test_byte_order_mark_and_windows_line_endings() -> None:
    assert parse("\ufefftitle: Levy\r\nquestion: Who pays?\r\n").question == "Who pays?"


def test_lines_lead_to_each_value() -> None:
    located = parse_story_file(version("about:", "  text: Owned by nobody."), PATH)
    assert located.lines[("versions", 0)] == 2
    assert located.lines[("versions", 0, "file")] == 3
    assert located.lines[("versions", 0, "about", "text")] == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title: 'It's so'\n", "1: words stand behind the closing quotation mark", id="apostrophe"),
        pytest.param(
            version("publishd: 2020-03-09"), "4: unknown key 'publishd'. Did you mean 'published'?", id="near-key"
        ),
        pytest.param(
            version("about:", "  txt: x"),
            "5: unknown key 'txt'. Did you mean 'text'?",
            id="near-key-below",
        ),
        pytest.param("color: red\n", "1: unknown key 'color'. Known here: title, question, ", id="far-key"),
        pytest.param("versions:\n  - file: a.txt\n", "2: 'id' is missing. Add `id: …`.", id="missing"),
        pytest.param(version("published: 9 March 2020"), "4: 'published' is no date: '9 March 2020'. Write", id="date"),
        pytest.param(version("published: 20200309"), "4: 'published' is no date: '20200309'. Write", id="digits-only"),
        pytest.param(
            version("published: 2020-02-30"), "4: 'published' is no date: '2020-02-30'. Write", id="no-such-day"
        ),
        pytest.param(version("rights: ful"), "4: 'rights' cannot be 'ful'. Did you mean 'full'?", id="near-choice"),
        pytest.param(
            version("url: www.example.org"), "4: 'url' is no address of a page: 'www.example.org'. Write", id="url"
        ),
        pytest.param(
            "versions:\n  - id: Version A\n    file: a.txt\n",
            "2: 'id' cannot be 'Version A'. Use small letters, digits and hyphens: 'version-a'.",
            id="slug",
        ),
        pytest.param("versions: a.txt\n", "1: 'versions' must be a list. Begin each entry", id="no-list"),
        pytest.param(
            "versions:\n  - a.txt\n", "2: entry 1 of 'versions' must have keys of its own. Write", id="no-keys"
        ),
        pytest.param("title:\n  - a\n", "1: 'title' must be text. Write its value", id="no-text"),
        pytest.param(version("file: b.txt"), "4: the key 'file' stands twice here, first on line 3. Keep", id="twice"),
        pytest.param("title: Levy: a tale\n", "1: a second colon stands on this line. Put the value into", id="colon"),
        pytest.param("title: x\nversions:\n\t- id: a\n", "3: a tab stands where YAML wants spaces. Replace", id="tab"),
        pytest.param(
            "notes:\n  - {version: a, quote: x, note: Who?}\n",
            "2: a question mark stands where a value inside",
            id="asks",
        ),
        pytest.param(
            "actors:\n  Ada Byron: {name: Ada Byron}\n", "2: the key cannot be 'Ada Byron'. Use small", id="no-slug"
        ),
        pytest.param("title: 'x\n", "2: this is not valid YAML: ", id="open-quote"),
        pytest.param("just words\n", "1: story.yaml has no keys at its top level. Begin", id="no-mapping"),
        pytest.param("title: &t [*t]\n", "1: this alias holds itself. Write", id="alias"),
        pytest.param("title: \x01\n", "1: a control character stands at character 8 of the file. Delete", id="control"),
        pytest.param(
            version() + "  - id: a\n    file: b.txt\n",
            "4: two versions have the id 'a', first on line 2.",
            id="same-id",
        ),
        pytest.param(
            version() + "  - id: b\n    file: a.txt\n",
            "5: two versions have the file 'a.txt', first on",
            id="same-file",
        ),
        pytest.param(version("language: English"), "4: 'language' is no tag of a language: 'English'. Write", id="tag"),
        pytest.param(
            "corrections:\n  - {version: a, quote: x}\n",
            "2: a correction does not say what to change. Give",
            id="no-way",
        ),
        pytest.param(
            "corrections:\n  - {version: a, quote: x, strike: time, speaker: nobody}\n",
            "2: a correction says speaker and strike. Give it exactly one of",
            id="two-ways",
        ),
    ],
)
def test_says_what_is_wrong_where_and_how_to_mend_it(text: str, expected: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(expected)


def test_says_all_problems_at_once_in_the_order_of_lines() -> None:
    text = "titel: x\nreviewed: soon\nversions:\n  - id: a\n    fil: a.txt\n"
    assert [problem.split(".")[0] for problem in problems(text)] == [
        "1: unknown key 'titel'",
        "2: 'reviewed' is no date: 'soon'",
        "5: unknown key 'fil'",
    ]


YAML_PIECES = st.sampled_from(
    [
        "title",
        "versions",
        "id",
        ": ",
        ":",
        "\n",
        "\n  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "'",
        '"',
        "#",
        "? ",
        "|",
        "<<",
        "!!x ",
    ]
)


@settings(deadline=None)  # the first example may import a slow library
@given(text=st.lists(YAML_PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_never_fails_but_by_saying_what_is_wrong(text: str) -> None:
    with suppress(SeedError):
        parse_story_file(text, PATH)

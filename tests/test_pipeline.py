"""The whole chain, from folders to pages on disk."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
import yaml
from markdown import markdown

from generator.errors import SeedError
from generator.model import Correction
from generator.pipeline import Site, explain, explain_all, generate
from generator.read import read_stories
from generator.render import render
from tests.sites import HOSTILE, LEVY_A, LEVY_B, ROOT, UNQUOTED, break_story, levy, make_story

PAGES = {
    "index",
    "side-by-side",
    "timeline",
    "actors/index",
    "sourcing",
    "coverage",
    "exercises",
    "exercises-key",
    "record",
}
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc"]


def site_of(seeds: Path) -> Site:
    return explain_all(read_stories(seeds), seeds.parent)


def pages_of(site: Site) -> dict[str, str]:
    return {str(page.path): page.text for page in site.pages()}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


SHAPES = {
    "one version": {"a.txt": LEVY_A},
    "two": {"a.txt": LEVY_A, "b.txt": LEVY_B},
    "three": {"a.txt": LEVY_A, "b.txt": LEVY_B, "c.txt": UNQUOTED},
    "twelve": {f"{number:02}.txt": (LEVY_A, LEVY_B, UNQUOTED)[number % 3] for number in range(12)},
    "a web page without an article": {"a.txt": LEVY_A, "b.html": "<html><body></body></html>"},
    "only a web page without an article": {"a.html": "<html><body></body></html>"},
    "a full stop": {"a.txt": "."},
    "no quotation": {"a.txt": UNQUOTED, "b.txt": UNQUOTED},
    "twice the same": {"a.txt": LEVY_A, "b.txt": LEVY_A},
    "line ends of other systems": {"a.txt": LEVY_A.replace("\n", "\r\n"), "b.txt": LEVY_B.replace("\n", "\r")},
    "another language": {"a.txt": "Der Bürgermeister sagte: „Die Abgabe ist gerecht.“\n" * 5, "b.txt": LEVY_B},
    "hostile text": {"a.txt": HOSTILE, "b.txt": HOSTILE.replace("Monday", "Tuesday")},
}


@pytest.mark.parametrize("files", SHAPES.values(), ids=SHAPES)
def test_every_shape_of_a_story_gives_whole_pages(files: dict[str, str], seeds: Path) -> None:
    make_story(seeds, "levy", files)
    site = site_of(seeds)
    assert not site.problems
    pages = pages_of(site)
    versions = {f"version-{chr(ord('a') + place)}" for place in range(len(files))}
    expected = PAGES | versions if len(files) > 1 else (PAGES | versions) - {"side-by-side"}
    assert {f"levy/{name}.md" for name in expected} <= pages.keys()
    for path, text in pages.items():
        assert text.endswith("\n"), path
        assert "\r" not in (text.replace("\r\n", "") if path.endswith(".csv") else text), path
        if path.endswith(".md"):
            assert not re.search(r"^#+\s*(?:\{[^}]*\})?$", text, re.MULTILINE), f"an empty heading in {path}"
            html = markdown(text.split("---\n", 2)[2], extensions=EXTENSIONS)
            sections = re.findall(r"<(h[1-6])\b[^>]*>.*?</\1>\s*(?=<(h[1-6])\b|\Z)", html, re.DOTALL)
            assert not [pair for pair in sections if pair[1] <= pair[0]], f"a heading with nothing under it in {path}"


def test_a_story_without_articles_and_no_story_at_all(seeds: Path) -> None:
    assert set(pages_of(site_of(seeds))) == {"index.md"}
    make_story(seeds, "levy", {})
    site = site_of(seeds)
    assert [problem.what for problem in site.problems] == ["there is no article in this folder"]
    assert set(pages_of(site)) == {"index.md"}


def test_the_same_input_gives_the_same_pages(seeds: Path) -> None:
    levy(seeds)
    assert pages_of(site_of(seeds)) == pages_of(site_of(seeds))


def test_a_broken_story_is_left_out_and_the_others_are_built(seeds: Path) -> None:
    levy(seeds, "bridge")
    break_story(levy(seeds, "levy"))
    site = site_of(seeds)
    assert [one.story.slug for one in site.stories] == ["bridge"]
    assert [(str(problem.path), problem.line) for problem in site.problems] == [("seeds/levy/story.yaml", 1)]
    assert "title" in str(site.problems[0]), "the nearest key is named"


def test_a_lost_correction_names_its_line_and_every_version_is_looked_at(seeds: Path) -> None:
    story = """versions:
  - {id: a, file: a.txt}
  - {id: b, file: b.txt}
corrections:
  - {version: a, quote: "words that stand nowhere", speaker: nobody}
  - {version: b, quote: "nor do these", strike: framing}
"""
    folder = make_story(seeds, "levy", {"a.txt": LEVY_A, "b.txt": LEVY_B}, story)
    with pytest.raises(SeedError) as raised:
        explain(folder, seeds.parent)
    assert [problem.line for problem in raised.value.problems] == [5, 6]


def test_two_stories_with_one_address(seeds: Path) -> None:
    levy(seeds, "levy")
    levy(seeds, "Levy!")
    site = site_of(seeds)
    assert len(site.stories) == 1
    assert "same address" in site.problems[0].what


def test_the_last_good_pages_of_a_broken_story_are_removed(seeds: Path, tmp_path: Path) -> None:
    folder = levy(seeds)
    docs = tmp_path / "docs"
    generate(read_stories(seeds), tmp_path, docs)
    assert (docs / "stories/levy/index.md").exists()
    break_story(folder)
    site, written = generate(read_stories(seeds), tmp_path, docs)
    assert site.problems
    assert written.removed
    assert not (docs / "stories/levy").exists()
    assert (docs / "stories/index.md").exists()


def test_the_demo_has_every_page_and_no_problem() -> None:
    site = site_of(ROOT / "seeds")
    assert not site.problems
    pages = pages_of(site)
    names = PAGES | {"version-a", "version-b"}
    assert {f"huawei-canada-5g/{name}.md" for name in names} <= pages.keys()
    assert sum(path.endswith(".md") for path in pages if path.startswith("huawei-canada-5g/")) <= 25 + 2


def test_withheld_words_stand_on_no_page_and_in_no_export(seeds: Path) -> None:
    withheld = "Nobody on the towpath had brought an umbrella when the xylophone quartet began to tune its marimba."
    article = f"{LEVY_A}\n{withheld}\n\n{withheld.replace('umbrella', 'parasol')}\n"
    rights = "versions:\n  - {id: a, file: a.txt, rights: excerpt}\n  - {id: b, file: b.txt, rights: excerpt}\n"
    make_story(seeds, "levy", {"a.txt": article, "b.txt": article}, rights)
    for path, text in pages_of(site_of(seeds)).items():
        assert "xylophone" not in text, path
    make_story(seeds, "bridge", {"a.txt": article, "b.txt": article}, rights.replace("excerpt", "full"))
    assert any("xylophone" in text for text in pages_of(site_of(seeds)).values()), "the words are there to be withheld"


def test_what_stands_in_an_article_comes_out_as_text(seeds: Path) -> None:
    """Nothing in it becomes markup, a link, a script or a template, on any page."""
    make_story(seeds, "levy", {"a.txt": HOSTILE, "b.txt": HOSTILE.replace("levy", "tax")})
    for path, text in pages_of(site_of(seeds)).items():
        if not path.endswith(".md"):
            continue
        body = text.split("---\n", 2)[2]
        assert "{{" not in text, path
        assert "{%" not in text, path
        html = markdown(body, extensions=EXTENSIONS)
        scripts = re.findall(r"<script\b[^>]*>", html)
        assert all('type="application/ld+json"' in script for script in scripts), (path, scripts)
        for hostile in (
            "<img",
            'javascript:alert(1)"',
            'href="javascript:',
            'href="https://evil',
            "<table>\n<thead>\n<tr>\n<th>a",
        ):
            assert hostile not in html, path
        assert not re.search(r"<h\d[^>]*>\s*not a heading", html), path
        assert not re.search(r'class="[^"]*classy', html), path
        if path in ("levy/version-a.md", "levy/version-b.md"):
            shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#42;", "*")
            for words in ("&lt;script&gt;window.hostile = 1&lt;/script&gt;", "# not a heading", "| a | b |"):
                assert words in unescape_references(shown), (path, words)


def unescape_references(html: str) -> str:
    """Turn numeric references into their characters, but for those that HTML needs."""
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])) if chr(int(match[1])) not in '<>&"' else match[0], html)


EDITED_A = """“A levy nobody asked for,” Grace Hopper told the Gazette on Monday. “Somebody had to pay,” she added.

Beside the deputy mayor nobody was asked. The council will vote next week, and every household would pay.
"""
EDITED_B = """The so-called river levy ends next week. The mayor said that the council would vote in May.

Asked whether the bridge is safe, the mayor nodded.

Two officials said the levy is fair, the Gazette reported. Before that, the council asked no one what they thought.
"""


def test_the_examples_for_editors_work(seeds: Path) -> None:
    page = (ROOT / "docs/for-editors.md").read_text(encoding="utf-8")
    story, corrections, told = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    actors = "actors:\n  grace-hopper: {name: Grace Hopper}\n"
    files = {"morning-post.txt": EDITED_A, "evening-star.txt": EDITED_B}
    explained = explain(make_story(seeds, "river-levy", files, story + corrections + told + actors), seeds.parent)
    assert explained.story.title == "The river levy"
    corrected = [change for change in explained.changes if isinstance(change.anchor, Correction)]
    assert len(corrected) == corrections.count("{version")
    pages = "".join(page.text for page in render(explained))
    for words in (
        "Grace Hopper, whom version B names.",
        "River Radio",
        "The council votes on the levy",
        "Only A says who pays.",
        "Who would pay the levy",
    ):
        assert words in pages, words
    assert any("match" in change.what for change in explained.changes)


def demo_without(seeds: Path, *keys: str) -> dict[str, str]:
    """Return the demo's pages with `keys` taken out of its story file."""
    folder = seeds / "huawei-canada-5g"
    shutil.copytree(ROOT / "seeds/huawei-canada-5g", folder)
    story = yaml.safe_load((folder / "story.yaml").read_text(encoding="utf-8"))
    for entry in (story, *story["versions"]):
        for key in keys:
            entry.pop(key, None)
    (folder / "story.yaml").write_text(yaml.safe_dump(story, allow_unicode=True), encoding="utf-8")
    return pages_of(site_of(seeds))


def test_without_a_date_of_publication_no_day_is_asserted(seeds: Path) -> None:
    pages = demo_without(seeds, "published", "url", "evidence", "elsewhere")
    for path, text in pages.items():
        assert not re.search(r"\b30 March|2020-03-30|\b9 March|2020-03-09|\b6 March|2020-03-06", text), path
    told = pages["huawei-canada-5g/version-a.md"]
    assert " Monday; the page carries a clock reading 31 March 2020, which is not used as a publication date" in told
    assert " Monday; the file gives no date" in pages["huawei-canada-5g/version-b.md"]


def test_the_date_in_the_address_is_used_and_named(seeds: Path) -> None:
    told = demo_without(seeds, "published", "evidence")["huawei-canada-5g/version-a.md"]
    assert "9 March 2020" in told
    assert "the date in the page's address" in unescape(told)


EVERY_OTHER_KEY = """versions:
  - {id: a, file: a.txt, furniture: [No decision has been made about the bridge.]}
  - {id: b, file: b.txt}
notes:
  - {version: a, quote: The council, note: "Which one?"}
elsewhere:
  - {url: "https://example.org/levy", publisher: Herald, date: 2024-05-01, says: The levy is new.}
matches:
  - {left: {version: a, quote: Farmers called}, right: {version: b, quote: Two officials}}
events:
  - {strike: {version: b, quote: on Monday}}
  - {text: The levy rises, earliest: 2024-05-01, places: [{version: a, quote: will raise the river levy}]}
  - {text: The bridge closes, places: [{version: b, quote: the bridge would close}]}
findings:
  - {sentence: B has the officials., places: [{version: b, quote: Two officials}]}
exercises:
  - {question: "Who?", answer: The mayor., places: [{version: b, quote: Two officials}]}
"""


def test_every_key_that_adds_something_is_shown_and_exported(seeds: Path) -> None:
    make_story(seeds, "levy", {"a.txt": LEVY_A, "b.txt": LEVY_B}, EVERY_OTHER_KEY)
    site = site_of(seeds)
    assert not site.problems
    pages = pages_of(site)
    for page, words in (
        ("version-a.md", "Which one?"),
        ("index.md", "The levy is new."),
        ("timeline.md", "The levy rises"),
        ("timeline.md", "The bridge closes"),
        ("data/timeline.json", "The levy rises"),
        ("index.md", "B has the officials."),
        ("exercises-key.md", "The mayor."),
    ):
        assert words in unescape(pages[f"levy/{page}"]), (page, words)

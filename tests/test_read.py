"""Files become seeds: bytes, formats, details, letters, and the problems of a folder."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SeedError
from generator.model import Format, How, Published, Seed, Stated, Story
from generator.read import read_articles, read_stories, read_story
from generator.read.addresses import date_in_address
from generator.read.decoding import REPLACEMENT, decode
from generator.read.language import language_of
from generator.read.slugs import slug_of
from generator.read.stories import letters_of

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"

ENGLISH = "The council met on Monday and voted to close the bridge, which is more than a hundred years old."


def make_story(root: Path, **files: str | bytes) -> Path:
    """Write the files of a story; `_` in a keyword stands for the dot of the suffix: `a_txt="…"`."""
    folder = root / "seeds" / "levy"
    folder.mkdir(parents=True, exist_ok=True)
    for keyword, content in files.items():
        stem, _, suffix = keyword.rpartition("_")
        data = content if isinstance(content, bytes) else content.encode()
        (folder / f"{stem}.{suffix}").write_bytes(data)
    return folder


def read(root: Path, **files: str | bytes) -> Story:
    return read_story(make_story(root, **files), root)


def problems(root: Path, **files: str | bytes) -> list[str]:
    with pytest.raises(SeedError) as caught:
        read(root, **files)
    return [str(problem) for problem in caught.value.problems]


# --- bytes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param("naïve “so”".encode(), "naïve “so”", "utf-8", id="utf-8"),
        pytest.param("\ufeffnaïve".encode(), "\ufeffnaïve", "utf-8", id="utf-8-mark"),
        pytest.param("\ufeffnaïve".encode("utf-16-le"), "\ufeffnaïve", "utf-16-le", id="utf-16-le"),
        pytest.param("\ufeffnaïve".encode("utf-16-be"), "\ufeffnaïve", "utf-16-be", id="utf-16-be"),
        pytest.param("\ufeffnaïve".encode("utf-32-le"), "\ufeffnaïve", "utf-32-le", id="utf-32-le"),
        pytest.param(b"a\r\nb\rc", "a\r\nb\rc", "utf-8", id="line-endings-stay"),
        pytest.param(b"", "", "utf-8", id="empty"),
    ],
)
def test_decodes_by_mark_or_as_utf8(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.flaw) == (text, encoding, None)


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        pytest.param(
            "cp1252", "Der Bürgermeister sagte am Montag, die Brücke müsse geschlossen bleiben – „leider“. ", id="de"
        ),
        pytest.param("cp1252", "“We can’t close it,” the mayor said… ", id="en"),
        pytest.param("cp1251", "Мэр сказал, что мост в центре города закрыт на два года. ", id="ru"),
        pytest.param(
            "cp1250", "Burmistrz powiedział, że most będzie zamknięty przez całą zimę, aż do świąt. ", id="pl"
        ),
    ],
)
def test_detects_an_encoding_that_nobody_declares(encoding: str, sentence: str) -> None:
    decoded = decode((sentence * 5).encode(encoding))
    assert (decoded.text, decoded.flaw) == (sentence * 5, None)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param('<meta charset="windows-1251">', "cp1251", id="meta"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", id="http-equiv"
        ),
        pytest.param('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", id="xml"),
    ],
)
def test_a_web_page_declares_its_encoding(head: str, encoding: str) -> None:
    page = f"{head}<p>Мост закрыт</p>"
    assert decode(page.encode(encoding), web_page=True).text == page
    assert decode(page.encode(encoding), web_page=True).encoding == encoding


def test_latin1_is_read_as_windows_1252_as_browsers_do() -> None:
    page = '<meta charset="iso-8859-1"><p>“So”</p>'
    assert decode(page.encode("cp1252"), web_page=True).text == page


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param("naïve\ncafé\nx".encode() + b"\xff\n", 3, id="broken-utf-8"),
        pytest.param(f"one\ntwo {REPLACEMENT}".encode(), 2, id="lost-before"),
        pytest.param(b"%PDF-1.7", 1, id="pdf"),
        pytest.param(b"a\0b\0", 1, id="binary"),
        pytest.param(b"\xff\xfea\0b", 1, id="cut-utf-16"),
    ],
)
def test_says_where_something_is_lost(data: bytes, line: int) -> None:
    flaw = decode(data).flaw
    assert flaw is not None
    assert flaw.line == line


@settings(deadline=None)  # the first example may import a slow library
@given(data=st.binary(max_size=200), web_page=st.booleans())
def test_never_fails_and_never_loses_a_character_in_silence(data: bytes, web_page: bool) -> None:
    decoded = decode(data, web_page=web_page)
    assert decoded.flaw is not None or REPLACEMENT not in decoded.text


# --- details ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "day"),
    [
        pytest.param("https://x.org/2020/03/10/bridge/", date(2020, 3, 10), id="folders"),
        pytest.param("https://x.org/news/2020/3/9/bridge", date(2020, 3, 9), id="without-zeros"),
        pytest.param("https://x.org/world/2020/mar/10/bridge", date(2020, 3, 10), id="month-by-name"),
        pytest.param("https://x.org/20200309/bridge-1078523692.html", date(2020, 3, 9), id="one-folder"),
        pytest.param("https://x.org/2020-03-09/bridge", date(2020, 3, 9), id="hyphens"),
        pytest.param("https://x.org/bridge-closed-2020-03-09.html", date(2020, 3, 9), id="hyphens-at-the-end"),
        pytest.param(
            "https://web.archive.org/web/20210401120000/https://x.org/2020/03/10/b", date(2020, 3, 10), id="archive"
        ),
        pytest.param("https://web.archive.org/web/20210401/https://x.org/bridge", None, id="archive-stamp"),
        pytest.param("https://x.org/news/bridge-20200309", None, id="eight-digits-at-the-end-are-a-number"),
        pytest.param("https://x.org/news/20200309", None, id="a-number-as-last-part"),
        pytest.param("https://x.org/news/1078523692/bridge", None, id="long-number"),
        pytest.param("https://x.org/2020/13/10/bridge", None, id="no-such-month"),
        pytest.param("https://x.org/2020/02/30/bridge", None, id="no-such-day"),
        pytest.param("https://x.org/1200/01/10/bridge", None, id="no-year-of-the-web"),
        pytest.param("https://x.org/2020/03/bridge", None, id="a-month-is-no-day"),
        pytest.param("https://x.org/2020/03/10/look-back-2019-03-11", None, id="two-days"),
        pytest.param("https://x.org/bridge?date=2020-03-10#2020-03-11", None, id="query"),
        pytest.param("https://[x/2020/03/10/", None, id="broken"),
    ],
)
def test_dates_in_addresses(url: str, day: date | None) -> None:
    assert date_in_address(url) == day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH, "en", id="en"),
        pytest.param(
            "Le maire a dit que le pont qui est dans la ville ne sera pas fermé, selon les élus.", "fr", id="fr"
        ),
        pytest.param(
            "Der Bürgermeister sagte, dass die Brücke nicht vor dem Sommer für den Verkehr öffnet.", "de", id="de"
        ),
        pytest.param("El alcalde dijo que el puente de la ciudad no se va a cerrar, según los vecinos.", "es", id="es"),
        pytest.param(
            "O prefeito disse que a ponte da cidade não será fechada, segundo os moradores do bairro.", "pt", id="pt"
        ),
        pytest.param(
            "Il sindaco ha detto che il ponte della città non è chiuso, secondo gli abitanti del posto.", "it", id="it"
        ),
        pytest.param(
            "De burgemeester zei dat de brug in het centrum van de stad niet open is voor verkeer.", "nl", id="nl"
        ),
        pytest.param(
            "Мэр сказал, что мост в центре города не закрыт и что движение по нему уже открыто.", "ru", id="ru"
        ),
        pytest.param("Bridge closed.", "und", id="too-short"),
        pytest.param("橋は月曜日に閉鎖された。", "und", id="not-known"),
        pytest.param("قال رئيس البلدية يوم الاثنين: «الضريبة عادلة ونحن بحاجة إليها».", "und-Arab", id="script"),
        pytest.param("Мост закрыли.", "und", id="too-few-letters"),
        pytest.param(" ".join(f"Name{n} 12 34" for n in range(40)), "und", id="a-table-of-names"),
    ],
)
def test_tells_a_language_or_says_that_it_cannot(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.skipif(not (SHARED / "basil-2010-2014.jsonl").is_file(), reason="the corpora are not here")
def test_english_articles_are_told_for_english() -> None:
    told = [seed.details.language.value for seed in read_articles(SHARED / "basil-2010-2014.jsonl")]
    assert told == ["en"] * len(told) != []


def test_the_editors_word_goes_before_the_address_before_the_file(tmp_path: Path) -> None:
    front = f"---\ntitle: Old\ndate: 2020-01-01\n---\n{ENGLISH}"
    address = "    url: https://x.org/2020/02/02/bridge\n"
    entry = "versions:\n  - id: a\n    file: a.md\n"
    editor = "    published: 2020-03-03\n    evidence: printed on it\n"

    def published(story_yaml: str) -> Published | None:
        return read(tmp_path, a_md=front, story_yaml=story_yaml).seeds[0].details.published

    assert published(entry + address + editor) == Published(date(2020, 3, 3), How.EDITOR, "printed on it")
    assert published(entry + address) == Published(date(2020, 2, 2), How.ADDRESS)
    assert published(entry) == Published(date(2020, 1, 1), How.FRONT_MATTER)


@pytest.mark.parametrize(
    ("entry", "page", "language"),
    [
        pytest.param("language: de", "fr", Stated("de", How.EDITOR), id="the-editor-is-believed"),
        pytest.param("", "en-GB", Stated("en-GB", How.PAGE), id="the-page-says-it-finer"),
        pytest.param("", "de", Stated("en", How.DETECTED), id="a-template-in-another-language"),
        pytest.param("", "", Stated("en", How.DETECTED), id="nobody-says"),
    ],
)
def test_the_text_goes_before_the_template(tmp_path: Path, entry: str, page: str, language: Stated) -> None:
    story_yaml = f"versions:\n  - id: a\n    file: a.html\n    {entry}\n"
    story = read(tmp_path, a_html=f'<html lang="{page}"><p>{ENGLISH}</p></html>', story_yaml=story_yaml)
    assert story.seeds[0].details.language == language


def test_a_clock_in_the_text_is_no_date_of_publication(tmp_path: Path) -> None:
    story = read(
        tmp_path, a_txt=f"23:16 GMT31 March 2020\n\n{ENGLISH}", b_html=f"<p>Published 31 March 2020</p><p>{ENGLISH}</p>"
    )
    assert [seed.details.published for seed in story.seeds] == [None, None]


def test_front_matter_is_metadata(tmp_path: Path) -> None:
    front = "---\ntitle: Bridge to close\nauthor: [Jane Roe, John Doe]\npublisher: The Post\nlang: en-NZ\n---\n"
    details = read(tmp_path, a_md=front + ENGLISH).seeds[0].details
    assert details.headline == Stated("Bridge to close", How.FRONT_MATTER)
    assert details.byline == Stated("Jane Roe, John Doe", How.FRONT_MATTER)
    assert details.outlet == Stated("The Post", How.FRONT_MATTER)
    assert details.language == Stated("en-NZ", How.FRONT_MATTER)


# --- single articles -------------------------------------------------------------------------------------------------


def test_text_is_the_input_unchanged(tmp_path: Path) -> None:
    data = "\ufeffOne — two.\r\n\r\nThree.\r".encode()
    (tmp_path / "a.txt").write_bytes(data)
    (seed,) = read_articles(tmp_path / "a.txt")
    assert seed.text == data.decode()
    assert (seed.sha256, seed.size_bytes) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (seed.id, seed.format) == ("a", Format.PLAIN)


def test_records(tmp_path: Path) -> None:
    records = [
        {
            "id": "x/1",
            "text": "One.\u2028Two.",
            "outlet": "The Post",
            "published": "2020-03-09T23:00:00Z",
            "other": [1],
        },
        {"html": f"<html lang=en-GB><p>{ENGLISH}</p>", "url": "https://x.org/2020/03/10/b"},
    ]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n\n", encoding="utf-8")
    first, second = read_articles(path)
    assert (first.id, first.text) == ("x/1", "One.\u2028Two.")
    assert first.details.outlet == Stated("The Post", How.RECORD)
    assert first.details.published == Published(date(2020, 3, 9), How.RECORD)
    assert (second.id, second.format) == ("2", Format.HTML)
    assert second.details.published == Published(date(2020, 3, 10), How.ADDRESS)
    assert second.details.language == Stated("en-GB", How.PAGE)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.jsonl", '{"text": "x"}\n{', ":2: this line is not JSON: ", id="not-json"),
        pytest.param("a.jsonl", '{"id": 1}', ":1: this record has neither a `text` nor an `html`.", id="no-text"),
        pytest.param("a.jsonl", "[1]", ":1: this record has neither", id="no-object"),
        pytest.param("a.pdf", "x", ":1: this is no kind of file that articles are read from.", id="suffix"),
        pytest.param("none.txt", None, ":1: this file cannot be read: ", id="absent"),
    ],
)
def test_says_which_record_cannot_be_read(tmp_path: Path, name: str, content: str | None, expected: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(SeedError) as caught:
        list(read_articles(tmp_path / name))
    assert expected in str(caught.value)


# --- stories ---------------------------------------------------------------------------------------------------------


def test_without_a_story_file_the_names_give_the_order(tmp_path: Path) -> None:
    story = read(tmp_path, b_txt=ENGLISH, a_txt=ENGLISH, c_md=ENGLISH)
    assert [(seed.id, seed.letter, seed.path.name) for seed in story.seeds] == [
        ("a", "a", "a.txt"),
        ("b", "b", "b.txt"),
        ("c", "c", "c.md"),
    ]
    assert (story.title, story.slug, str(story.path)) == ("Levy", "levy", "seeds/levy")


def test_the_story_file_gives_ids_and_letters(tmp_path: Path) -> None:
    story_yaml = "versions:\n  - {id: post, file: 1.txt}\n  - {id: a, file: 2.txt}\n"
    story = read(tmp_path, **{"1_txt": ENGLISH, "2_txt": ENGLISH, "story_yaml": story_yaml})
    assert [(seed.id, seed.letter) for seed in story.seeds] == [("a", "a"), ("post", "b")]


@pytest.mark.parametrize(
    ("ids", "letters"),
    [
        pytest.param(["a", "b"], "a b", id="own"),
        pytest.param(["b", "a"], "b a", id="own-in-another-order"),
        pytest.param(["us", "uk"], "a b", id="two-letters-are-a-name"),
        pytest.param(["post", "a", "times"], "b a c", id="first-free"),
        pytest.param(["v1", "v2", "c"], "a b c", id="numbers"),
        pytest.param([f"v{n}" for n in range(28)], " ".join("abcdefghijklmnopqrstuvwxyz") + " aa ab", id="after-z"),
    ],
)
def test_letters(ids: list[str], letters: str) -> None:
    assert letters_of(ids) == letters.split()


def test_passes_over_what_is_nobodys_article(tmp_path: Path) -> None:
    folder = make_story(tmp_path, a_html=f"<p>{ENGLISH}</p>", README_md="notes", Thumbs_db=b"\0", a_bak="x")
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / "a_files").mkdir()
    (folder / "a_files" / "advert.html").write_text("x")
    assert [seed.path.name for seed in read_story(folder, tmp_path).seeds] == ["a.html"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"a_txt": "One sentence. " * 30_000}, "seeds/levy/a.txt:1: this file has 420,000 characters", id="a-book"
        ),
        pytest.param({}, "seeds/levy:1: there is no article in this folder. Put two or more", id="no-article"),
        pytest.param({"a_txt": ""}, "seeds/levy/a.txt:1: this file is empty. Put the article's text", id="empty"),
        pytest.param({"a_txt": "\ufeff \n\t\r\n"}, "seeds/levy/a.txt:1: this file is empty.", id="white-space"),
        pytest.param(
            {"a_txt": r"{\rtf1\ansi Ada}"}, "seeds/levy/a.txt:1: this is no text file. Save the article", id="rtf"
        ),
        pytest.param(
            {"a_txt": "naïve".encode("utf-16-le")},
            "seeds/levy/a.txt:1: this is no text file, or it is UTF-16 and does not say so. Save",
            id="utf-16-without-its-mark",
        ),
        pytest.param({"a_jpg": "x"}, "seeds/levy/a.jpg:1: no article can be read from a .jpg file. Move", id="picture"),
        pytest.param(
            {"a_txt": "x", "story_yaml": "versions:\n  - {id: a, file: a.txt}\n  - {id: b, file: b.txt}\n"},
            "seeds/levy/story.yaml:3: there is no file 'b.txt'. Put the article into the folder.",
            id="a-listed-file-is-not-meant",
        ),
        pytest.param({"a_pdf": "x"}, "seeds/levy/a.pdf:1: no article can be read from a .pdf file. Save the", id="pdf"),
        pytest.param(
            {"a_jsonl": "{}"}, "seeds/levy/a.jsonl:1: no article can be read from a .jsonl file. Give", id="jsonl"
        ),
        pytest.param(
            {"story_yml": "title: x"}, "seeds/levy/story.yml:1: this file is not read: the name must be", id="yml"
        ),
        pytest.param(
            {"sotry_yaml": "title: x"},
            "seeds/levy/sotry.yaml:1: this file is not read: the name must be",
            id="misspelt",
        ),
        pytest.param(
            {"story.yaml_txt": "title: x"},
            "seeds/levy/story.yaml.txt:1: this file is not read: the name",
            id="hidden-suffix",
        ),
        pytest.param(
            {"Story_yaml": "title: x"}, "seeds/levy/Story.yaml:1: this file is not read: the name", id="capital"
        ),
        pytest.param(
            {"a_txt": b"one\ntwo \xc3\xa9\xc3\xa9\xc3\xa9 \xff"}, "seeds/levy/a.txt:2: bytes that are", id="bytes"
        ),
        pytest.param(
            {"a_txt": "x", "story_yaml": "versions:\n  - id: a\n    file: A.txt\n"},
            "seeds/levy/story.yaml:3: there is no file 'A.txt'. Write 'a.txt': small and capital letters count.",
            id="case",
        ),
        pytest.param(
            {"sputter_txt": "x", "story_yaml": "versions:\n  - id: a\n    file: spatter.txt\n"},
            "seeds/levy/story.yaml:3: there is no file 'spatter.txt'. Did you mean 'sputter.txt'?",
            id="near-file",
        ),
        pytest.param(
            {"a_txt": "x", "zz_md": "y", "story_yaml": "versions:\n  - {id: a, file: a.txt}\n"},
            "seeds/levy/zz.md:1: no version in story.yaml has this file. Add it under `versions:`",
            id="not-listed",
        ),
        pytest.param(
            {"a_txt": "x", "story_yaml": "notes:\n  - {version: c, quote: x, note: y}\n"},
            "seeds/levy/story.yaml:2: there is no version 'c'. Versions of this story: a.",
            id="no-version",
        ),
        pytest.param(
            {
                "a_txt": "Share this now\n",
                "story_yaml": "versions:\n  - {id: a, file: a.txt, furniture: [Share this]}\n",
            },
            None,
            id="furniture-found",
        ),
        pytest.param(
            {
                "a_txt": "Share this now\n",
                "story_yaml": "versions:\n  - id: a\n    file: a.txt\n    furniture: [Share it now]\n",
            },
            "seeds/levy/story.yaml:4: these words do not stand in a.txt: 'Share it now'. Did you mean 'Share this",
            id="furniture-not-found",
        ),
    ],
)
def test_says_what_is_wrong_in_a_folder(tmp_path: Path, files: dict[str, str | bytes], expected: str | None) -> None:
    if expected is None:
        assert read(tmp_path, **files).seeds
        return
    (problem,) = problems(tmp_path, **files)
    assert problem.startswith(expected)


def test_says_which_name_cannot_be_shown(tmp_path: Path) -> None:
    folder = make_story(tmp_path)
    (folder / "a\n.txt").write_text(ENGLISH)
    with pytest.raises(SeedError, match="the name of this file holds characters that no page can show"):
        read_story(folder, tmp_path)


def test_says_all_problems_of_a_story_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, story_yaml="titel: x\neditor: me\n", a_pdf="x", b_txt=b"\0")
    assert [problem.split(": ")[0] for problem in found] == [
        "seeds/levy/a.pdf:1",
        "seeds/levy/b.txt:1",
        "seeds/levy/story.yaml:1",
        "seeds/levy/story.yaml:2",
    ]


def test_lists_stories_and_loose_articles(tmp_path: Path) -> None:
    folder = make_story(tmp_path, a_txt=ENGLISH)
    seeds = folder.parent
    for name in (".git", "_drafts", "bridge"):
        (seeds / name).mkdir()
    (seeds / "README.md").write_text("x")
    (seeds / "loose.txt").write_text("x")
    assert [path.name for path in read_stories(seeds)] == ["bridge", "levy", "loose.txt"]
    assert list(read_stories(tmp_path / "nowhere")) == []
    with pytest.raises(
        SeedError, match=r"seeds/loose.txt:1: .* Put it into a folder of its own: seeds/loose/loose.txt"
    ):
        read_story(seeds / "loose.txt", tmp_path)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        pytest.param("huawei-canada-5g", "huawei-canada-5g", id="as-it-is"),
        pytest.param("Brücke & Straße", "brucke-strasse", id="transliterated"),
        pytest.param("мост", hashlib.sha256("мост".encode()).hexdigest()[:12], id="hashed"),
        pytest.param("--", hashlib.sha256(b"--").hexdigest()[:12], id="nothing-left"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_two_folders_may_not_share_an_address(tmp_path: Path) -> None:
    folder = make_story(tmp_path, a_txt=ENGLISH)
    other = folder.parent / "levy!"
    other.mkdir()
    assert read_story(folder, tmp_path).slug == "levy"
    with pytest.raises(SeedError, match="this story and seeds/levy would have the same address"):
        read_story(other, tmp_path)


def test_the_demo() -> None:
    story = read_story(ROOT / "seeds" / "huawei-canada-5g", ROOT)
    left, right = story.seeds

    def known(seed: Seed) -> tuple[str, str, object, object]:
        published = seed.details.published
        return seed.id, seed.details.language.value, published and published.date, seed.details.rights

    assert known(left) == ("a", "en", date(2020, 3, 9), "full")
    assert known(right) == ("b", "en", date(2020, 3, 10), "full")
    assert right.details.rests_on is not None
    assert len(story.editor.elsewhere) == 4


def test_a_version_whose_file_is_missing_is_a_version_all_the_same(tmp_path: Path) -> None:
    story_yaml = "versions:\n  - {id: a, file: b.txt}\nnotes:\n  - {version: a, quote: x, note: y}\n"
    assert [line.split(": ")[1] for line in problems(tmp_path, a_txt="x", story_yaml=story_yaml)] == [
        "there is no file 'b.txt'. Did you mean 'a.txt'?"
    ]

"""Pictures: labels stay in their boxes, boxes and lines apart, and the same facts can be heard."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model import Annotated, RestsOn
from generator.render.badge import make_badges
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.pictures import flow, flow_layout, speaking, timeline
from generator.render.pictures.layers import crossings, sort_columns
from generator.render.pictures.measure import width_px, wrap
from generator.render.pictures.paths import MOST_BOXES, gather
from generator.render.pictures.scale import find_ticks, make_scale
from generator.render.pictures.speaking import Voice, speaking_picture
from generator.render.pictures.svg import element
from tests.telling import make_version, tell

ASSETS = Path(__file__).parents[1] / "docs" / "assets"
LETTERS = "abcdefghijkl"
Box = tuple[float, float, float, float]


# Measuring


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        pytest.param("short", 2, ("short",), id="fits"),
        pytest.param("one two three", 2, ("one two", "three"), id="breaks-at-a-space"),
        pytest.param("one two three four five", 2, ("one two", "three…"), id="shortened-at-a-word"),
        pytest.param("Donaudampfschifffahrt", 2, ("Donauda", "mpfsch…"), id="a-word-wider-than-a-line"),
        pytest.param("", 2, (), id="empty"),
        pytest.param("  two   spaces ", 2, ("two", "spaces"), id="spaces-are-one"),
    ],
)
def test_wraps(text: str, lines: int, expected: tuple[str, ...]) -> None:
    assert wrap(text, 50, 10, lines=lines) == expected


@given(text=st.text(max_size=60), room=st.floats(20, 300), lines=st.integers(1, 4), bold=st.booleans())
def test_no_line_is_wider_than_its_room(text: str, room: float, lines: int, bold: bool) -> None:
    wrapped = wrap(text, room, 12, lines=lines, bold=bold)
    assert len(wrapped) <= lines
    assert all(width_px(line, 12, bold=bold) <= room or len(line) <= 2 for line in wrapped)


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_wrapping_loses_no_word_where_there_is_room(text: str) -> None:
    assert "".join(" ".join(wrap(text, 40, 12, lines=999)).split()) == "".join(text.split())


def test_what_does_not_show_takes_no_room_and_what_is_unknown_takes_a_square() -> None:
    assert width_px("é", 10) == width_px("e\u0301", 10) == width_px("e", 10)
    assert width_px("語", 10) == 10
    assert width_px("a", 10, bold=True) > width_px("a", 10)


def test_text_never_becomes_markup() -> None:
    assert element("text", "<b>&{{x}}", x=1.25) == '<text x="1.2">&lt;b&gt;&amp;&#123;&#123;x&#125;&#125;</text>'
    assert element("g", Markup("<a></a>"), class_=None, stroke_width=2.0) == '<g stroke-width="2"><a></a></g>'


# The flow picture


@given(
    sizes=st.tuples(st.integers(1, 7), st.integers(1, 5), st.integers(1, 5)),
    picks=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 6), st.integers(0, 6)), max_size=25),
)
def test_sorting_columns_never_adds_a_crossing(sizes: tuple[int, int, int], picks: list[tuple[int, int, int]]) -> None:
    columns = [[f"{i}{n}" for n in range(size)] for i, size in enumerate(sizes)]
    links = {(f"{i}{a % sizes[i]}", f"{i + 1}{b % sizes[i + 1]}") for i, a, b in picks}
    found = sort_columns(columns, links)
    assert [sorted(column) for column in found] == columns
    assert found[-1] == columns[-1]
    assert crossings(found, links) <= crossings(columns, links)


def test_lines_are_untangled_where_they_can_be() -> None:
    links = {("a", "y"), ("b", "x"), ("c", "y"), ("x", "1"), ("y", "2")}
    assert crossings([["a", "b", "c"], ["x", "y"], ["1", "2"]], links) == 1
    found = sort_columns([["a", "b", "c"], ["y", "x"], ["1", "2"]], links)
    assert crossings(found, links) == 0


def speak(who: str, relay: str = "") -> str:
    return f"⟦The thing is so⟧, ⟨{who}⟩ said{f', ⟪cited by {relay}⟫' if relay else ''}."


def crowd(versions: int, *, speakers: int = 4) -> list[Annotated]:
    """Versions with shared speakers, relays, long names and an unnamed source each."""
    relays = ("", "Reuters", "AFP")
    long_name = "Maria-Magdalena Featherstonehaugh of the Intergovernmental Panel on Everything under the Sun"
    return [
        make_version(
            "\n\n".join(
                [speak(f"Speaker {(n + i) % 9}", relays[(n + i) % 3]) for i in range(speakers)]
                + [speak(long_name), speak(f"two officials of version {letter}")]
            ),
            letter=letter,
            outlet=f"The Daily Gazette of the Far North {letter}",
        )
        for n, letter in enumerate(LETTERS[:versions])
    ]


def draw(lookup: Lookup, layout: flow_layout.Layout) -> ElementTree.Element:
    return ElementTree.fromstring(flow.draw_flow(lookup, gather(lookup), layout).svg())


def boxes(svg: ElementTree.Element) -> list[Box]:
    return [
        (x, y, x + float(r.attrib["width"]), y + float(r.attrib["height"]))
        for r in svg.iter("rect")
        for x, y in [(float(r.attrib["x"]), float(r.attrib["y"]))]
    ]


@pytest.mark.parametrize("versions", [1, 2, 3, 5, 12])
@pytest.mark.parametrize("layout", [flow_layout.WIDE, flow_layout.NARROW], ids=["wide", "narrow"])
def test_boxes_stand_apart_and_inside_the_picture(versions: int, layout: flow_layout.Layout) -> None:
    svg = draw(Lookup(tell(*crowd(versions))), layout)
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    found = boxes(svg)
    assert len(found) >= versions + 3
    assert all(0 <= x1 < x2 <= width and 0 <= y1 < y2 <= height for x1, y1, x2, y2 in found)
    assert not [
        (a, b) for a, b in combinations(found, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


@pytest.mark.parametrize("layout", [flow_layout.WIDE, flow_layout.NARROW], ids=["wide", "narrow"])
def test_labels_stay_in_their_boxes(layout: flow_layout.Layout) -> None:
    svg = draw(Lookup(tell(*crowd(4))), layout)
    for group in svg.iter("g"):
        rectangle, text = group.find("rect"), group.find("text")
        assert rectangle is not None
        assert text is not None
        left, top = float(rectangle.attrib["x"]), float(rectangle.attrib["y"])
        bold = "tt-flow-version" in group.attrib["class"]
        for line in text:
            right = float(line.attrib["x"]) + width_px(line.text or "", layout.text, bold=bold)
            assert right <= left + float(rectangle.attrib["width"])
            assert top + layout.text * 0.7 <= float(line.attrib["y"]) <= top + float(rectangle.attrib["height"])


@pytest.mark.parametrize("layout", [flow_layout.WIDE, flow_layout.NARROW], ids=["wide", "narrow"])
def test_no_line_runs_through_a_box(layout: flow_layout.Layout) -> None:
    """Curves lie between two columns, and past the relays a version's line has a lane of its own."""
    svg = draw(Lookup(tell(*crowd(6))), layout)
    edges = [(x, x + width) for x, width in layout.columns]
    for path in svg.iter("path"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.attrib["d"])]
        assert (numbers[0], numbers[-2]) in [(left[1], right[0]) for left, right in pairwise(edges)]
    lanes = [float(line.attrib["y1"]) for line in svg.iter("line")]
    assert lanes
    assert not [y for y in lanes for x1, y1, _, y2 in boxes(svg) if x1 == layout.columns[1][0] and y1 <= y <= y2]


def test_a_shortened_label_stands_whole_in_the_title() -> None:
    svg = draw(Lookup(tell(*crowd(1))), flow_layout.WIDE)
    titles = [title.text or "" for title in svg.iter("title")]
    assert any(title.endswith("everything under the Sun".replace("e", "E", 1)) for title in titles)
    assert any((line.text or "").endswith("…") for line in svg.iter("tspan"))


def test_many_sources_with_the_same_paths_share_a_box() -> None:
    version = make_version("\n\n".join(speak(f"Speaker {n}") for n in range(MOST_BOXES + 1)))
    (box,) = gather(Lookup(tell(version)))
    assert box.label == f"Speaker 0 and {MOST_BOXES} more"
    assert "Speaker 7" in box.full_label


def test_the_unnamed_never_share_a_box_across_versions() -> None:
    lookup = Lookup(tell(*(make_version(speak("officials"), letter=letter) for letter in "ab")))
    assert [box.label for box in gather(lookup)] == ["“officials”", "“officials”"]


def test_a_statement_to_check_has_no_line() -> None:
    lookup = Lookup(tell(make_version("⟦It is so⟧, ⟨Jane Roe⟩ may have said. (?)")))
    assert flow.flow_picture(lookup, Here("sourcing")) == ""


def test_the_flow_picture_says_what_it_shows() -> None:
    a = make_version(speak("Jane Roe", "Reuters"))
    b = make_version("Nobody speaks here.", letter="b")
    html = flow.flow_picture(Lookup(tell(a, b)), Here("index"))
    assert 'role="img"' in html
    assert "On the left one source" in html
    assert "passed on by Reuters" in html
    assert "No line from a source leads to B" in html
    assert 'href="sourcing.html#paths"' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 4


def test_the_flow_picture_says_where_nobody_knows_who_speaks() -> None:
    a = make_version(speak("Jane Roe", "Reuters"))
    b = make_version(speak("Bo Ek"), letter="b")
    b = replace(b, statements=tuple(replace(statement, speaker=None) for statement in b.statements))
    html = flow.flow_picture(Lookup(tell(a, b)), Here("index"))
    assert "No line from a source leads to B: the rules could not tell who speaks (one statement)." in html
    assert "no sure statement" not in html


def resting(version: Annotated, publisher: str) -> Annotated:
    details = replace(version.article.seed.details, rests_on=RestsOn(publisher=publisher, why="It reads like it."))
    return replace(version, article=replace(version.article, seed=replace(version.article.seed, details=details)))


@pytest.mark.parametrize(
    ("publisher", "added"), [pytest.param("Reuters", 0, id="credited"), pytest.param("The Argus", 1, id="by-nobody")]
)
@pytest.mark.parametrize("versions", [2, 5, 12])
@pytest.mark.parametrize("layout", [flow_layout.WIDE, flow_layout.NARROW], ids=["wide", "narrow"])
def test_the_editors_readings_are_lines_of_their_own(
    versions: int, layout: flow_layout.Layout, publisher: str, added: int
) -> None:
    plain, read = crowd(versions), [resting(version, publisher) for version in crowd(versions)]
    before, after = draw(Lookup(tell(*plain)), layout), draw(Lookup(tell(*read)), layout)
    assert len(boxes(after)) == len(boxes(before)) + added
    lines = [path for path in after.iter("path") if flow.READING in path.attrib["class"]]
    assert len(lines) == versions
    assert len(list(after.iter("path"))) == len(list(before.iter("path"))) + versions
    found = boxes(after)
    assert not [
        (a, b) for a, b in combinations(found, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_the_editors_reading_is_told_apart_from_the_text() -> None:
    a, b = make_version(speak("Jane Roe", "Reuters")), make_version(speak("Jane Roe"), letter="b")
    html = flow.flow_picture(Lookup(tell(a, resting(b, "Reuters"))), Here("index"))
    assert "Dotted line: the editor" in html
    assert html.count("B does not name Reuters; the editor reads it as resting on Reuters.") == 3
    assert "Dotted line" not in flow.flow_picture(Lookup(tell(a, b)), Here("index"))
    both = flow.flow_picture(Lookup(tell(resting(a, "The Argus"), resting(b, "The Argus"))), Here("index"))
    assert both.count("A and B do not name The Argus; the editor reads them as resting on The Argus.") == 3


# The timeline picture

MARCH = date(2020, 3, 1)


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 900)), min_size=1, max_size=12))
@settings(max_examples=50)
def test_a_scale_keeps_days_in_order_and_gives_each_room(drawn: list[tuple[date, int]]) -> None:
    intervals = [(first, first + timedelta(days=length)) for first, length in drawn]
    scale = make_scale(intervals)
    days = sorted({day for interval in intervals for day in interval})
    assert all(scale.start(a) < scale.start(b) for a, b in pairwise(days))
    assert all(0 <= scale.start(first) < scale.end(last) <= 1 for first, last in intervals)
    ticks = list(find_ticks(scale, 10, 500, 12))
    spots = sorted((tick.x, tick.x + width_px(tick.words, 12)) for tick in ticks)
    assert all(end <= start for (_, end), (start, _) in pairwise(spots))


def bar(first: int, last: int, letters: str = "A") -> timeline.Bar:
    return timeline.Bar(
        (MARCH + timedelta(days=first), MARCH + timedelta(days=last)), tuple(letters), 1 if len(letters) == 1 else None
    )


ROWS = [
    timeline.Row(
        "1–7 March 2020", "“the first week”, and then a label that is far too long for its room" * 2, (bar(0, 6),)
    ),
    timeline.Row("3 March 2020", "“Tuesday”", (bar(0, 6, "ABCDEFGHIJKL"), bar(2, 2, "B"))),
    timeline.Row("9 March 2020", "published", (bar(8, 8),), published=True),
    timeline.Row("No date: one event", "“once”", ()),
]


@pytest.mark.parametrize("layout", [timeline.WIDE, timeline.NARROW], ids=["wide", "narrow"])
def test_words_and_bars_stay_in_the_timeline(layout: timeline.Layout) -> None:
    svg = ElementTree.fromstring(timeline.draw_timeline(ROWS, layout).svg())
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    assert (width, bool(svg.findall(".//polygon"))) == (layout.width, True)
    for line in svg.iter("tspan"):
        assert float(line.attrib["x"]) + width_px(line.text or "", layout.text) <= width
        assert float(line.attrib["y"]) <= height
    for rectangle in svg.iter("rect"):
        x = float(rectangle.attrib["x"])
        assert layout.left - 6 <= x
        assert x + float(rectangle.attrib["width"]) <= layout.left + layout.span + 6


def test_a_timeline_without_a_date_is_no_picture() -> None:
    assert timeline.timeline_picture([]) == ""
    assert timeline.timeline_picture(ROWS[-1:]) == ""


def test_the_timeline_says_what_it_shows() -> None:
    told = timeline.draw_timeline(ROWS[1:], timeline.WIDE).description
    letters = ", ".join("ABCDEFGHIJKL")
    assert told == f"3 March 2020: “Tuesday” ({letters}). 9 March 2020: published (A). No date: one event: “once”."


def test_forms_tell_days_from_intervals_and_publications() -> None:
    svg = ElementTree.fromstring(timeline.draw_timeline(ROWS, timeline.WIDE).svg())
    shapes = [(s.tag, s.attrib["class"]) for group in svg.iter("g") for s in group if s.tag != "title"]
    assert shapes == [
        ("rect", "tt-time-open"),
        ("rect", "tt-time-open"),
        ("polygon", "tt-time-filled"),
        ("rect", "tt-time-filled"),
    ]


# Colours


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (Web Content Accessibility Guidelines 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_version_colour_can_be_read_in_both_schemes() -> None:
    colours, tokens = ((ASSETS / name).read_text("utf-8") for name in ("comparison.css", "twicetold.css"))
    papers = re.findall(r"--tt-paper: (#\w+)", tokens)
    hues = re.findall(r"--tt-v(\d+): (#\w{6})", colours)
    assert [int(number) for number, _ in hues] == [*range(1, 13)] * 2
    for paper, scheme in zip(("#ffffff", papers[1]), (hues[:12], hues[12:]), strict=True):
        for number, hue in scheme:
            low, high = sorted((luminance(hue), luminance(paper)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, f"--tt-v{number} {hue} on {paper}"


# Who speaks where


@pytest.mark.parametrize("versions", [1, 2, 12])
@pytest.mark.parametrize("layout", [speaking.WIDE, speaking.NARROW], ids=["wide", "narrow"])
def test_names_and_dots_stay_apart(versions: int, layout: speaking.Layout) -> None:
    badges = make_badges(Lookup(tell(*crowd(versions))), Here("actors/index"))
    row = speaking.Row("A very long name of a very long office that goes on and on and on", {"a": Voice.SPEAKS})
    svg = ElementTree.fromstring(speaking.draw_speaking(badges, [row], layout).svg())
    circles = [float(circle.attrib["cx"]) for circle in svg.iter("circle")]
    ends = [float(s.attrib["x"]) + width_px(s.text or "", layout.text) for s in svg.iter("tspan")]
    assert len(circles) == 1
    assert max(ends) < circles[0] - speaking.DOT
    assert all(float(text.attrib["x"]) <= layout.width for text in svg.iter("text") if "x" in text.attrib)


def test_voices_differ_in_form_and_are_told() -> None:
    badges = make_badges(Lookup(tell(*crowd(4))), Here("actors/index"))
    voices = {"a": Voice.SPEAKS, "b": Voice.SPOKEN_FOR, "c": Voice.NAMED}
    html = speaking_picture(badges, [speaking.Row("Jane Roe", voices)])
    told = "Jane Roe: A speaks, B somebody without a name speaks for them, C is named."
    assert html.count(told) == 2
    assert len(re.findall("<circle[^>]*tt-voice-full", html)) == 2
    assert len(re.findall("<circle", html)) == 4
    assert speaking_picture(badges, []) == ""

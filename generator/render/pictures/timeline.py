"""The timeline picture: a row for each event and each day of publication, bars for what each version allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.render.pictures.measure import wrap
from generator.render.pictures.scale import Interval, Scale, find_ticks, make_scale
from generator.render.pictures.svg import Drawing, element, label


@dataclass(frozen=True, slots=True)
class Bar:
    """What one version or several allow."""

    days: Interval
    letters: tuple[str, ...]
    hue: int | None
    """The colour of a single version; None for several."""

    @property
    def is_day(self) -> bool:
        return self.days[0] == self.days[1]


@dataclass(frozen=True, slots=True)
class Row:
    when: str
    """`6 March 2020`."""
    words: str
    """`“last Friday”`, or `published`."""
    bars: tuple[Bar, ...]
    published: bool = False
    conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Measures in pixels; `beside` puts the words beside the bars, else they stand above them."""

    name: str
    width: float
    beside: float
    """Room for the words on the left; 0: they stand above."""
    letters: float
    """Room for the letters at the end of a bar's row."""
    text: float
    bar: float = 11
    gap: float = 4
    between: float = 14

    @property
    def line(self) -> float:
        return self.text * 1.3

    @property
    def left(self) -> float:
        return self.beside + 2

    @property
    def span(self) -> float:
        """The width that the days share."""
        return self.width - self.left - self.letters - 2


WIDE = Layout(name="wide", width=880, beside=250, letters=150, text=14)
NARROW = Layout(name="narrow", width=358, beside=0, letters=70, text=12)


def timeline_picture(rows: Sequence[Row]) -> Markup:
    """Return the picture for wide and for narrow screens, rows from top to bottom; empty where nothing has a date."""
    if not any(row.bars for row in rows):
        return Markup("")
    drawings = (draw_timeline(rows, layout).svg() for layout in (WIDE, NARROW))
    caption = (
        "A diamond is one day, an open bar some time within these days, a filled square the day on which a version "
        "was published. Long quiet stretches are squeezed: the scale is not even. The list below says the same."
    )
    return element("figure", *drawings, element("figcaption", caption), class_="tt-picture", data_search_exclude="")


def draw_timeline(rows: Sequence[Row], layout: Layout) -> Drawing:
    scale = make_scale(bar.days for row in rows for bar in row.bars)
    top = layout.line * 2
    spots = list(_stacked(rows, layout, top))
    height = spots[-1].bottom + layout.gap
    parts = [*_axis(scale, layout, height)]
    for spot in spots:
        parts += _row(spot, scale, layout)
    return Drawing(
        name=f"tt-time-{layout.name}",
        classes=f"tt-timeline tt-{layout.name}",
        title="When things are said to have happened, and when the versions were published",
        description=_description(rows),
        width=layout.width,
        height=height,
        parts=tuple(parts),
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands."""

    row: Row
    words: tuple[tuple[str, ...], tuple[str, ...]]
    """Lines of `when` and of `words`."""
    top: float
    bars_top: float
    bottom: float


def _stacked(rows: Sequence[Row], layout: Layout, top: float) -> Iterator[Spot]:
    room = layout.beside - 12 if layout.beside else layout.width - 4
    for row in rows:
        when = wrap(row.when, room, layout.text, lines=2, bold=True)
        words = wrap(row.words, room, layout.text, lines=2)
        words_height = (len(when) + len(words)) * layout.line
        bars_height = len(row.bars) * (layout.bar + layout.gap)
        if layout.beside:
            height = max(words_height, bars_height)
            bars_top = top + (height - bars_height + layout.gap) / 2
        else:
            height = words_height + layout.gap + bars_height
            bars_top = top + words_height + layout.gap
        yield Spot(row, (when, words), top, bars_top, top + height)
        top += height + layout.between


def _axis(scale: Scale, layout: Layout, height: float) -> Iterator[Markup]:
    yield element(
        "line", class_="tt-time-axis", x1=layout.left, x2=layout.left + layout.span, y1=layout.line, y2=layout.line
    )
    for tick in find_ticks(scale, layout.left, layout.span, layout.text):
        yield element("line", class_="tt-time-grid", x1=tick.x, x2=tick.x, y1=layout.line * 0.2, y2=height)
        yield element(
            "text", tick.words, x=tick.x + 4, y=layout.line * 0.85, class_="tt-time-tick", font_size=layout.text
        )


def _row(spot: Spot, scale: Scale, layout: Layout) -> Iterator[Markup]:
    yield element(
        "line", class_="tt-time-rule", x1=2, x2=layout.width - 2, y1=_above(spot, layout), y2=_above(spot, layout)
    )
    when, words = spot.words
    middle = spot.top + len(when) * layout.line / 2
    yield label(when, 2, middle, layout.line, class_="tt-time-when", font_size=layout.text)
    if words:
        middle = spot.top + (len(when) + len(words) / 2) * layout.line
        yield label(words, 2, middle, layout.line, class_="tt-time-words", font_size=layout.text)
    for i, bar in enumerate(spot.row.bars):
        yield from _bar(spot.row, bar, spot.bars_top + i * (layout.bar + layout.gap), scale, layout)


def _above(spot: Spot, layout: Layout) -> float:
    return spot.top - layout.between / 2


def _bar(row: Row, bar: Bar, y: float, scale: Scale, layout: Layout) -> Iterator[Markup]:
    x1 = layout.left + scale.start(bar.days[0]) * layout.span
    x2 = layout.left + scale.end(bar.days[1]) * layout.span
    hue = f"tt-v-{bar.hue}" if bar.hue else "tt-v-all"
    title = element("title", ", ".join(bar.letters))
    yield element("g", title, _shape(row, bar, x1, x2, y, layout.bar), class_=f"tt-time-bar {hue}")
    x = layout.width - layout.letters + 8
    lines = wrap(" ".join(bar.letters), layout.letters - 10, layout.text, lines=1, bold=True)
    yield label(lines, x, y + layout.bar / 2, layout.line, class_=f"tt-time-letters {hue}", font_size=layout.text)


def _shape(row: Row, bar: Bar, x1: float, x2: float, y: float, size: float) -> Markup:
    middle, half = (x1 + x2) / 2, size / 2
    if row.published:
        return element("rect", x=middle - half, y=y, width=size, height=size, class_="tt-time-filled")
    if bar.is_day:
        corners = ((middle, y), (middle + half, y + half), (middle, y + size), (middle - half, y + half))
        points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
        return element("polygon", points=points, class_="tt-time-filled")
    return element("rect", x=x1, y=y + 1, width=max(x2 - x1, 4), height=size - 2, class_="tt-time-open")


def _description(rows: Sequence[Row]) -> str:
    return ". ".join(map(_told, rows)) + "."


def _told(row: Row) -> str:
    letters = ", ".join(dict.fromkeys(letter for bar in row.bars for letter in bar.letters))
    return f"{row.when}: {row.words} ({letters})" if letters else f"{row.when}: {row.words}"

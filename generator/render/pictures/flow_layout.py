"""The columns of the flow picture, on a wide screen and on a narrow one, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.render.pictures.measure import wrap
from generator.render.pictures.svg import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Measures in pixels of the picture, which is shown at most at its own size."""

    name: str
    columns: tuple[tuple[float, float], ...]
    """Left edge and width of origins, relays, versions."""
    headings: tuple[str, str, str]
    text: float
    lines: int
    """Most lines of a label."""
    padding: float = 7
    gap: float = 10
    port: float = 6
    """Between two lines that leave one box."""

    @property
    def line(self) -> float:
        return self.text * 1.3

    @property
    def width(self) -> float:
        left, width = self.columns[-1]
        return left + width + 2


WIDE = Layout(
    name="wide",
    columns=((2, 270), (410, 150), (700, 178)),
    headings=("Who is said to have said it", "Passed on by", "Read in"),
    text=14,
    lines=2,
)
NARROW = Layout(
    name="narrow",
    columns=((2, 126), (160, 74), (264, 94)),
    headings=("Said by", "Passed on by", "Read in"),
    text=11.5,
    lines=4,
    padding=5,
    gap=8,
    port=5,
)


def headings_height(layout: Layout) -> float:
    most = max(len(lines) for lines in _heading_lines(layout))
    return most * layout.line + layout.gap


def _heading_lines(layout: Layout) -> list[tuple[str, ...]]:
    return [
        wrap(heading, width, layout.text, lines=3, bold=True)
        for heading, (_, width) in zip(layout.headings, layout.columns, strict=True)
    ]


def draw_headings(layout: Layout) -> Iterator[Markup]:
    for lines, (x, _) in zip(_heading_lines(layout), layout.columns, strict=True):
        middle = len(lines) * layout.line / 2
        yield label(lines, x, middle, layout.line, class_="tt-flow-heading", font_size=layout.text)

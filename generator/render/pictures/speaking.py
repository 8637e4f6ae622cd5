"""The small picture of who speaks in which version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from generator.render.badge import Badge
from generator.render.pictures.measure import wrap
from generator.render.pictures.svg import Drawing, element, label


class Voice(StrEnum):
    """How an actor stands in a version; printed in the index."""

    SPEAKS = "speaks"
    TOLD = "acts or takes a view, in the outlet's words"
    DENIES = "is said to deny or reject something"
    SPOKEN_FOR = "somebody without a name speaks for them"
    TO_CHECK = "is named; whether they speak is to check"
    NAMED = "is named"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    voices: Mapping[str, Voice]
    """By version id; a version that does not name the actor is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Measures in pixels."""

    name: str
    width: float
    widest_cell: float
    least_label: float
    text: float

    @property
    def line(self) -> float:
        return self.text * 1.3

    def cell(self, versions: int) -> float:
        return min(self.widest_cell, (self.width - self.least_label) / versions)


WIDE = Layout(name="wide", width=760, widest_cell=60, least_label=320, text=14)
NARROW = Layout(name="narrow", width=358, widest_cell=44, least_label=150, text=12)
DOT = 5.5


def speaking_picture(badges: Sequence[Badge], rows: Sequence[Row]) -> Markup:
    """Return the picture for wide and for narrow screens; empty without rows."""
    if not rows:
        return Markup("")
    drawings = (draw_speaking(badges, rows, layout).svg() for layout in (WIDE, NARROW))
    caption = (
        "One row a name. Full dot: speaks, or an act or a view of theirs is told. Ring: somebody without a name speaks "
        "for them. Short line: is named, and no sure statement of theirs was found. Empty: not under this name in this "
        "copy. The list below says the same."
    )
    return element("figure", *drawings, element("figcaption", caption), class_="tt-picture", data_search_exclude="")


def draw_speaking(badges: Sequence[Badge], rows: Sequence[Row], layout: Layout) -> Drawing:
    cell = layout.cell(len(badges))
    room = layout.width - cell * len(badges)
    parts = [*_heads(badges, room, cell, layout)]
    y = layout.line * 1.6
    for row in rows:
        lines = wrap(row.name, room - 14, layout.text, lines=2)
        height = len(lines) * layout.line + 8
        parts.append(element("line", class_="tt-time-rule", x1=2, x2=layout.width - 2, y1=y, y2=y))
        parts.append(label(lines, 2, y + height / 2, layout.line, font_size=layout.text))
        parts += _dots(badges, row, room, cell, y + height / 2)
        y += height
    return Drawing(
        name=f"tt-voices-{layout.name}",
        classes=f"tt-voices tt-{layout.name}",
        title="Who acts or speaks in which version",
        description=". ".join(f"{row.name}: {_told(badges, row)}" for row in rows) + ".",
        width=layout.width,
        height=y + 4,
        parts=tuple(parts),
    )


def _heads(badges: Sequence[Badge], left: float, cell: float, layout: Layout) -> Iterator[Markup]:
    for i, badge in enumerate(badges):
        x = left + cell * (i + 0.5)
        yield element(
            "text",
            badge.letter,
            x=x,
            y=layout.line,
            text_anchor="middle",
            class_=f"tt-time-letters tt-v-{badge.index}",
            font_size=layout.text,
        )


def _dots(badges: Sequence[Badge], row: Row, left: float, cell: float, y: float) -> Iterator[Markup]:
    for i, badge in enumerate(badges):
        voice = row.voices.get(badge.version)
        x = left + cell * (i + 0.5)
        if voice in (Voice.NAMED, Voice.TO_CHECK):
            mark = element("line", x1=x - DOT, x2=x + DOT, y1=y, y2=y)
        elif voice:
            mark = element("circle", cx=x, cy=y, r=DOT, class_=None if voice is Voice.SPOKEN_FOR else "tt-voice-full")
        else:
            continue
        yield element("g", mark, class_=f"tt-voice tt-v-{badge.index}")


def _told(badges: Sequence[Badge], row: Row) -> str:
    return ", ".join(f"{badge.letter} {row.voices[badge.version]}" for badge in badges if badge.version in row.voices)

"""The flow picture: who is said to have said it → who passed it on → which version has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Naming
from generator.render.badge import hue_index
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.people import relay_words
from generator.render.pictures.flow_layout import NARROW, WIDE, Layout, draw_headings, headings_height
from generator.render.pictures.flow_words import describe, find_captions
from generator.render.pictures.layers import sort_columns
from generator.render.pictures.measure import wrap
from generator.render.pictures.paths import Path, Reading, SourceBox, find_readings, gather
from generator.render.pictures.svg import Drawing, element, label

CURVE = 0.5
"""How far the bend of a line reaches into the gap between two columns."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box in one column, or in the middle one a free lane for lines that pass no relay."""

    key: object
    column: int
    lines: tuple[str, ...]
    classes: str
    full_label: str
    ports: int
    """Lines that meet it on its busier side."""

    @property
    def lane(self) -> bool:
        return not self.lines

    def height(self, layout: Layout) -> float:
        words = len(self.lines) * layout.line + 2 * layout.padding if self.lines else layout.port
        return max(words, self.ports * layout.port if not self.lane else layout.port)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a node to one in the next column, in the colour of the version that it leads to."""

    left: object
    right: object
    hue: int
    form: str = ""
    """The class of a line that is not plain: of an unnamed source, or of the editor's reading."""


UNNAMED = "tt-flow-dashed"
READING = "tt-flow-reading"


def flow_picture(lookup: Lookup, here: Here) -> Markup:
    """Return the picture for wide and for narrow screens as one figure; empty where no statement has a chain."""
    boxes = gather(lookup)
    if not boxes:
        return Markup("")
    caption = Markup('{} <a href="{}">The same in words</a>').format(
        " ".join(find_captions(lookup, boxes)), here.to(PageName.SOURCING, "paths")
    )
    drawings = (draw_flow(lookup, boxes, layout).svg() for layout in (WIDE, NARROW))
    return element("figure", *drawings, element("figcaption", caption), class_="tt-picture", data_search_exclude="")


def draw_flow(lookup: Lookup, boxes: Sequence[SourceBox], layout: Layout) -> Drawing:
    """Place nodes without overlaps and lines in the free space between the columns."""
    readings = tuple(find_readings(lookup))
    edges = _edges(lookup, boxes, readings)
    nodes = {node.key: node for node in _nodes(lookup, boxes, readings, edges, layout)}
    columns = [[nodes[key] for key in column] for column in _sorted_keys(nodes.values(), edges)]
    top = headings_height(layout)
    height = top + max(_stacked(column, layout) for column in columns) + 4
    spots = {spot.node.key: spot for column in columns for spot in _placed(column, layout, top, height)}
    return Drawing(
        name=f"tt-flow-{layout.name}",
        classes=f"tt-flow tt-{layout.name}",
        title="Who is said to have said it, who passed it on, and which version has it",
        description=describe(lookup, boxes),
        width=layout.width,
        height=height,
        parts=(*draw_headings(layout), *_lines_between(spots, edges, layout), *_lanes(spots), *_boxes(spots, layout)),
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands."""

    node: Node
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def _middle_key(path: Path) -> object:
    """A relay is one node for all versions; the lane past the relays is one for each version."""
    return ("relay", path.relays) if path.relays else ("lane", path.version)


def _reading_key(reading: Reading) -> object:
    """The box of a newsroom that passes words on alone, whether or not a text credits it."""
    return ("relay", (reading.newsroom,))


def _edges(lookup: Lookup, boxes: Iterable[SourceBox], readings: Iterable[Reading]) -> tuple[Edge, ...]:
    edges: dict[Edge, None] = {}
    for box in boxes:
        for path in box.paths:
            hue = hue_index(lookup, path.version)
            edges[Edge(box, _middle_key(path), hue, UNNAMED if box.naming is Naming.UNNAMED else "")] = None
            edges[Edge(_middle_key(path), path.version, hue)] = None
    for reading in readings:
        edges[Edge(_reading_key(reading), reading.version, hue_index(lookup, reading.version), READING)] = None
    return tuple(edges)


def _nodes(
    lookup: Lookup, boxes: Sequence[SourceBox], readings: Sequence[Reading], edges: Sequence[Edge], layout: Layout
) -> tuple[Node, ...]:
    def node(key: object, column: int, text: str, classes: str, full_label: str = "") -> Node:
        room = layout.columns[column][1] - 2 * layout.padding
        lines = wrap(text, room, layout.text, lines=layout.lines, bold=column == 2) if text else ()
        ports = max(sum(edge.left == key for edge in edges), sum(edge.right == key for edge in edges))
        return Node(key, column, lines, classes, full_label or text, ports)

    origins = [
        Node(box, 0, *_origin_lines(box, layout), box.full_label, sum(edge.left == box for edge in edges))
        for box in boxes
    ]
    paths = dict.fromkeys(path for box in boxes for path in box.paths)
    middles = {_middle_key(path): ", then ".join(path.relays) for path in paths}
    added = {key: reading.newsroom for reading in readings if (key := _reading_key(reading)) not in middles}
    hues = {_middle_key(path): _hue(lookup, path.version) for path in paths if not path.relays}
    names = {_middle_key(path): ", then ".join(relay_words(lookup, relay) for relay in path.relays) for path in paths}
    relays = [node(key, 1, text, hues.get(key, "tt-flow-relay"), names[key]) for key, text in middles.items()]
    versions = [
        node(
            version, 2, f"{lookup.letter(version)} {lookup.outlet(version)}", f"tt-flow-version {_hue(lookup, version)}"
        )
        for version in lookup.versions
    ]
    uncredited = [node(key, 1, text, f"tt-flow-relay {READING}") for key, text in added.items()]
    return (*origins, *relays, *uncredited, *versions)


def _origin_lines(box: SourceBox, layout: Layout) -> tuple[tuple[str, ...], str]:
    room = layout.columns[0][1] - 2 * layout.padding
    form = {Naming.NAMED: "named", Naming.OFFICE: "office", Naming.UNNAMED: "unnamed"}[box.naming]
    return wrap(box.label, room, layout.text, lines=layout.lines), f"tt-flow-{form}"


def _sorted_keys(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[list[object]]:
    """Versions stay in the order of their letters."""
    columns: list[list[object]] = [[], [], []]
    for node in nodes:
        columns[node.column].append(node.key)
    return sort_columns(columns, {(edge.left, edge.right) for edge in edges})


def _hue(lookup: Lookup, version: str) -> str:
    return f"tt-v-{hue_index(lookup, version)}"


def _stacked(column: Sequence[Node], layout: Layout) -> float:
    return sum(node.height(layout) for node in column) + layout.gap * (len(column) - 1)


def _placed(column: Sequence[Node], layout: Layout, top: float, bottom: float) -> Iterator[Spot]:
    """Yield the nodes one under the other, spread over the height of the picture."""
    free = bottom - 4 - top - _stacked(column, layout)
    share = free / (len(column) + 1)
    y = top + share
    for node in column:
        x, width = layout.columns[node.column]
        height = node.height(layout)
        yield Spot(node, x, y, width, height)
        y += height + layout.gap + share


def _lines_between(spots: Mapping[object, Spot], edges: Sequence[Edge], layout: Layout) -> Iterator[Markup]:
    leaving = _ports(spots, edges, layout, leaving=True)
    arriving = _ports(spots, edges, layout, leaving=False)
    for edge in edges:
        left, right = spots[edge.left], spots[edge.right]
        x1, x2 = left.x + left.width, right.x
        bend = (x2 - x1) * CURVE
        y1, y2 = leaving[edge], arriving[edge]
        yield element(
            "path",
            class_=f"tt-flow-line tt-v-{edge.hue} {edge.form}".rstrip(),
            d=f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}",
        )


def _ports(
    spots: Mapping[object, Spot], edges: Sequence[Edge], layout: Layout, *, leaving: bool
) -> Mapping[Edge, float]:
    """Return the height at which each line leaves or meets its box: side by side, in the order of their other ends."""
    ports: dict[Edge, float] = {}
    for key, spot in spots.items():
        own = [edge for edge in edges if (edge.left if leaving else edge.right) == key]
        own.sort(key=lambda edge: spots[edge.right if leaving else edge.left].middle)
        step = 0 if spot.node.lane else min(layout.port, (spot.height - layout.padding) / max(1, len(own)))
        for i, edge in enumerate(own):
            ports[edge] = spot.middle + (i - (len(own) - 1) / 2) * step
    return ports


def _lanes(spots: Mapping[object, Spot]) -> Iterator[Markup]:
    for spot in spots.values():
        if spot.node.lane:
            yield element(
                "line",
                class_=f"tt-flow-line {spot.node.classes}",
                x1=spot.x,
                x2=spot.x + spot.width,
                y1=spot.middle,
                y2=spot.middle,
            )


def _boxes(spots: Mapping[object, Spot], layout: Layout) -> Iterator[Markup]:
    for spot in spots.values():
        if spot.node.lane:
            continue
        rectangle = element("rect", x=spot.x, y=spot.y, width=spot.width, height=spot.height)
        x = spot.x + layout.padding
        words = label(spot.node.lines, x, spot.middle, layout.line, font_size=layout.text)
        yield element(
            "g", element("title", spot.node.full_label), rectangle, words, class_=f"tt-flow-box {spot.node.classes}"
        )

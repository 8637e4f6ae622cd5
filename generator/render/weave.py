"""Text with marks laid over it, as HTML that nests however the marks cross."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import Span
from generator.render.env import harden


@dataclass(frozen=True, slots=True)
class Layer:
    """One element around a span of text."""

    span: Span
    tag: str = "span"
    classes: str = ""
    id: str | None = None
    href: str | None = None
    """Makes it a link; two links never nest, the inner one stays text."""

    def opening(self) -> Markup:
        tag = "a" if self.href else self.tag
        attributes = {"class": self.classes, "id": self.id, "href": self.href}
        given = [Markup(' {}="{}"').format(Markup(name), value) for name, value in attributes.items() if value]
        return Markup("<{}{}>").format(Markup(tag), Markup("").join(given))

    def closing(self) -> Markup:
        return Markup("</{}>").format(Markup("a" if self.href else self.tag))


def weave(text: str, within: Span, layers: Iterable[Layer]) -> Markup:
    """Return `text[within]` as HTML with `layers` around their words.

    Wider layers stand outside; of two on the same span the one given first. A layer that crosses the edge of
    another is closed there and opened again, its id on the first piece only. Layers outside `within` are cut.
    """
    pieces = _without_crossing(_cut(layer, within) for layer in layers if layer.span.meets(within))
    html: list[Markup] = []
    open_layers: list[Layer] = []
    at = within.start
    for piece in pieces:
        at = _close(html, open_layers, piece.span.start, text, at)
        html += [harden(text[at : piece.span.start]), piece.opening()]
        at = piece.span.start
        open_layers.append(piece)
    at = _close(html, open_layers, within.end, text, at)
    html.append(harden(text[at : within.end]))
    return Markup("").join(html)


def _close(html: list[Markup], open_layers: list[Layer], until: int, text: str, at: int) -> int:
    while open_layers and open_layers[-1].span.end <= until:
        closed = open_layers.pop()
        html += [harden(text[at : closed.span.end]), closed.closing()]
        at = closed.span.end
    return at


def _cut(layer: Layer, within: Span) -> Layer:
    return replace(layer, span=Span(max(layer.span.start, within.start), min(layer.span.end, within.end)))


def _without_crossing(layers: Iterable[Layer]) -> Sequence[Layer]:
    """Return pieces in opening order, each wholly inside or outside every other, no link inside a link."""
    placed: list[tuple[int, Layer]] = []
    queue = list(enumerate(sorted(layers, key=lambda layer: (-len(layer.span), layer.span.start))))
    while queue:
        order, layer = queue.pop(0)
        if layer.href and any(other.href and other.span.meets(layer.span) for _, other in placed):
            layer = replace(layer, href=None)
        edge = next((edge for _, other in placed for edge in _edges_crossed(layer.span, other.span)), None)
        if edge is not None:
            head = replace(layer, span=Span(layer.span.start, edge))
            tail = replace(layer, span=Span(edge, layer.span.end), id=None)
            queue = [(order, head), (order, tail), *queue]
        else:
            placed.append((order, layer))
    return [layer for _, layer in sorted(placed, key=lambda p: (p[1].span.start, -p[1].span.end, p[0]))]


def _edges_crossed(span: Span, other: Span) -> list[int]:
    if not other.meets(span) or span.holds(other) or other.holds(span):
        return []
    return [edge for edge in (other.start, other.end) if span.start < edge < span.end]

"""Changes to a seed's text, and the reading text that comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Removed, Rule, Segment, Span


@dataclass(frozen=True, slots=True)
class Repair:
    raw: Span
    text: str
    """What is shown instead; never empty (that would be a removal)."""
    rule: Rule


Edit = Removed | Repair


def settle(layers: Iterable[Iterable[Edit]], length_chars: int) -> list[Edit]:
    """Return edits that do not overlap, sorted. An earlier layer goes before a later one.

    What is left of a removal beside an earlier edit is still removed; a repair that meets an earlier edit is dropped,
    since it rests on characters that are no longer there.
    """
    taken = bytearray(length_chars)
    settled: list[Edit] = []
    for layer in layers:
        for edit in layer:
            start, end = edit.raw.start, edit.raw.end
            if not any(taken[start:end]):
                settled.append(edit)
            elif isinstance(edit, Removed):
                settled.extend(Removed(raw, edit.kind, edit.rule) for raw in _free(taken, edit.raw))
            else:
                continue
            taken[start:end] = b"\1" * (end - start)
    return sorted(settled, key=lambda edit: edit.raw)


def _free(taken: bytearray, raw: Span) -> Iterator[Span]:
    start = raw.start
    while (start := taken.find(0, start, raw.end)) != -1:
        end = taken.find(1, start, raw.end)
        end = raw.end if end == -1 else end
        yield Span(start, end)
        start = end


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Segment, ...], tuple[Removed, ...]]:
    """Return the reading text, its segments and what was removed; `edits` sorted and disjoint."""
    segments: list[Segment] = []
    removed: list[Removed] = []
    parts: list[str] = []
    read, written = 0, 0

    def add(raw: Span, part: str, rule: Rule | None) -> None:
        nonlocal written
        segments.append(Segment(Span(written, written + len(part)), raw, rule))
        parts.append(part)
        written += len(part)

    for edit in edits:
        if read < edit.raw.start:
            add(Span(read, edit.raw.start), text[read : edit.raw.start], None)
        if isinstance(edit, Repair):
            add(edit.raw, edit.text, edit.rule)
        else:
            removed.append(edit)
        read = edit.raw.end
    if read < len(text):
        add(Span(read, len(text)), text[read:], None)
    return "".join(parts), tuple(segments), tuple(removed)

"""The order of nodes in columns, so that few of the lines between neighbouring columns cross."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from itertools import combinations, pairwise
from statistics import fmean
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Link = tuple[Key, Key]
"""From a node to one in the next column."""

PASSES = 6
"""Rounds of sorting each column by its neighbours; more change nothing on stories of up to 12 versions."""


def sort_columns(columns: Sequence[Sequence[Key]], links: Collection[Link[Key]]) -> list[list[Key]]:
    """Return the columns in a new order, the last one as it is: few crossings, not always the fewest.

    By the barycentre of neighbours (Sugiyama, Tagawa and Toda, Methods for Visual Understanding of Hierarchical System
    Structures), then by letting neighbours change places while that helps.
    """
    best = current = [list(column) for column in columns]
    for _ in range(PASSES):
        for i in reversed(range(len(current) - 1)):
            current = [*current[:i], _by_barycentre(current, i, links), *current[i + 1 :]]
            current = [*current[:i], _exchanged(current, i, links), *current[i + 1 :]]
        if crossings(current, links) < crossings(best, links):
            best = current
    return best


def crossings(columns: Sequence[Sequence[Key]], links: Collection[Link[Key]]) -> int:
    """Count the pairs of links that cross."""
    return sum(_between(left, right, links) for left, right in pairwise(columns))


def _between(left: Sequence[Key], right: Sequence[Key], links: Collection[Link[Key]]) -> int:
    starts, ends = ({key: i for i, key in enumerate(column)} for column in (left, right))
    drawn = [(starts[a], ends[b]) for a, b in links if a in starts and b in ends]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(drawn, 2))


def _by_barycentre(columns: Sequence[Sequence[Key]], i: int, links: Collection[Link[Key]]) -> list[Key]:
    """Sort a column by the mean place of its neighbours, from 0 to 1: long and short columns weigh the same."""
    around = [*columns[max(0, i - 1) : i], *columns[i + 1 : i + 2]]
    place = {key: (n + 0.5) / len(column) for column in around for n, key in enumerate(column)}
    places: dict[Key, list[float]] = {key: [] for key in columns[i]}
    for left, right in links:
        for key, other in ((left, right), (right, left)):
            if key in places and other in place:
                places[key].append(place[other])
    return sorted(columns[i], key=lambda key: fmean(places[key] or [0.5]))


def _exchanged(columns: Sequence[Sequence[Key]], i: int, links: Collection[Link[Key]]) -> list[Key]:
    """Let neighbours in a column change places while fewer links cross."""
    column = list(columns[i])
    around = [columns[j] for j in (i - 1, i + 1) if 0 <= j < len(columns)]
    near: dict[Key, list[tuple[int, int]]] = {key: [] for key in column}
    for side, other_column in enumerate(around):
        place = {key: n for n, key in enumerate(other_column)}
        for left, right in links:
            for key, other in ((left, right), (right, left)):
                if key in near and other in place:
                    near[key].append((side, place[other]))
    moved = True
    while moved:
        moved = False
        for n in range(len(column) - 1):
            upper, lower = near[column[n]], near[column[n + 1]]
            if _cross(upper, lower) > _cross(lower, upper):
                column[n], column[n + 1] = column[n + 1], column[n]
                moved = True
    return column


def _cross(upper: Sequence[tuple[int, int]], lower: Sequence[tuple[int, int]]) -> int:
    return sum(side == other and a > b for side, a in upper for other, b in lower)

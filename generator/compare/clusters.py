"""Groups of things that belong together, with no more than one of each version."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Protocol, TypeVar


class OfOneVersion(Hashable, Protocol):
    @property
    def version(self) -> int: ...


T = TypeVar("T", bound=OfOneVersion)


def cluster(
    items: Sequence[T],
    links: Iterable[tuple[float, T, T]],
    fits: Callable[[Sequence[T], Sequence[T]], bool],
) -> list[list[T]]:
    """Join `items` along `links`, the strongest first; return the groups by their first item, the unlinked ones alone.

    A group never holds two items of one version, so that a version's best counterpart takes the place. Two groups are
    joined only where `fits` says that they belong together as wholes: a chain of weak likenesses joins nothing.
    """
    order = {item: place for place, item in enumerate(items)}
    groups = {item: [item] for item in items}
    for _, left, right in sorted(links, key=lambda link: (-link[0], order[link[1]], order[link[2]])):
        ours, theirs = groups[left], groups[right]
        if ours is theirs or {item.version for item in ours} & {item.version for item in theirs}:
            continue
        if fits(ours, theirs):
            ours.extend(theirs)
            for item in theirs:
                groups[item] = ours
    whole = {id(group): sorted(group, key=order.__getitem__) for group in groups.values()}
    return sorted(whole.values(), key=lambda group: order[group[0]])

"""What the overview says where no finding stands, and of versions that are one text."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model import Likeness
from generator.phrases import count_words, listed
from generator.render.links import Here, PageName
from generator.render.lookup import Lookup
from generator.render.wordings_table import APART


def tell_unlisted(lookup: Lookup, here: Here) -> Markup:
    """Say that no difference is listed, and name those that other pages show all the same."""
    shown = list(_shown_elsewhere(lookup, here))
    if not shown:
        untold = "; between two languages they look for none" if _in_two_languages(lookup) else ""
        return Markup("The rules found no difference between the versions that they are sure of{}.").format(untold)
    return Markup("The rules found no difference of the kinds that are listed here. Other pages show {}.").format(
        Markup(listed(shown))
    )


def tell_same_text(lookup: Lookup) -> str:
    """Which versions are one text; empty where all are texts of their own."""
    groups: list[list[str]] = []
    for kinship in lookup.comparison.kinship:
        if kinship.same_text:
            group = next((group for group in groups if kinship.left in group), None)
            if group is None:
                groups.append([kinship.left, kinship.right])
            elif kinship.right not in group:
                group.append(kinship.right)
    return " ".join(
        f"{listed(lookup.letters(group))} are the same text, word for word: one telling, not several."
        for group in groups
    )


def _shown_elsewhere(lookup: Lookup, here: Here) -> Iterator[Markup]:
    apart = sum(bool(APART.intersection(wording.changes)) for wording in lookup.comparison.wordings)
    if apart:
        words = f"{count_words(apart, 'quotation')} that the versions do not give alike"
        yield Markup('<a href="{}">{}</a>').format(here.to(PageName.SOURCING, "wordings"), words)
    passages = lookup.comparison.passages
    reworded = sum(passage.likeness is Likeness.REWORDED for passage in passages)
    single = sum(passage.likeness is Likeness.SINGLE for passage in passages)
    for number, what in ((reworded, "in other words"), (single, "of one version only")):
        if number:
            yield Markup('<a href="{}">{} {}</a>').format(
                here.to(PageName.SIDE_BY_SIDE), count_words(number, "sentence"), what
            )


def _in_two_languages(lookup: Lookup) -> bool:
    return any(passage.likeness is Likeness.UNCOMPARED for passage in lookup.comparison.passages)

"""Words of an article on a comparison page, with the language and the place that they come with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Place, Span
from generator.render.badge import hue_index
from generator.render.env import harden
from generator.render.links import Here
from generator.render.lookup import Lookup
from generator.render.weave import Layer, weave

RIGHT_TO_LEFT = frozenset({"ar", "arab", "arc", "dv", "fa", "he", "hebr", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})

# Their quotation marks, and the comma or full stop that stands before the closing one; an ellipsis stays.
OUTER_MARKS = re.compile(r"""^["“”„‘«']+|(?:(?<!\.)[.,])?["”’»']*$""")
LONGEST_QUOTE_WORDS = 24
"""A longer quotation is cut in a finding, with an ellipsis; the evidence has it whole."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of one version, as they stand."""

    words: Markup
    cites: Markup
    """The letter of each version that has them, with a link to each paragraph that they stand in."""
    language: str
    direction: str


def excerpt(
    lookup: Lookup,
    here: Here,
    places: Sequence[Place],
    marked: Iterable[Span] = (),
    *,
    mark: str = "tt-differs",
    paired: bool = False,
) -> Excerpt:
    """Return the words of places of one version, `marked` ones with the class `mark`; the withheld by length.

    `paired`: a sentence out of the middle of a quotation gets the marks that stand before and behind it.
    """
    layers = [Layer(span, "b", mark) for span in marked]
    language = lookup.versions[places[0].version].article.seed.details.language.value
    opening, closing = marks_around(lookup, places) if paired else ("", "")
    return Excerpt(
        words=opening + Markup(" ").join(woven(lookup, place, layers) for place in places) + closing,
        cites=cites(lookup, here, places),
        language=language,
        direction=direction(language),
    )


def marks_around(lookup: Lookup, places: Sequence[Place]) -> tuple[str, str]:
    """The mark of the quotation that began before the first place, and of the one that goes on behind the last."""
    version = lookup.versions[places[0].version]
    quotations = [quotation.span for quotation in version.quotations]
    first, last = places[0].span, places[-1].span
    begun = next((span for span in quotations if span.start < first.start < span.end), None)
    ended = next((span for span in quotations if span.start < last.end < span.end), None)
    straight = [version.article.text[span.start] == '"' for span in (begun, ended) if span]
    opening, closing = ('"', '"') if any(straight) else ("“", "”")
    return opening if begun else "", closing if ended else ""


def cites(lookup: Lookup, here: Here, places: Iterable[Place]) -> Markup:
    """Return `A ¶3 ¶5 B ¶2`: each version's letter in its colour, a link for each paragraph, each once."""
    links: dict[str, dict[Markup, None]] = {}
    for place in places:
        links.setdefault(place.version, {})[_paragraph(lookup, here, place)] = None
    return Markup(" ").join(_stamp(lookup, version, *links[version]) for version in lookup.versions if version in links)


def paragraphs(lookup: Lookup, here: Here, places: Iterable[Place]) -> Markup:
    """Return `¶3 ¶5`, where the version's letter stands in front already."""
    return Markup(" ").join(dict.fromkeys(_paragraph(lookup, here, place) for place in places))


def _paragraph(lookup: Lookup, here: Here, place: Place) -> Markup:
    return Markup('<a class="tt-cite" href="{}" aria-label="{} ¶{}">¶{}</a>').format(
        lookup.href(here, place), lookup.letter(place.version), *[lookup.paragraph_number(place)] * 2
    )


def _stamp(lookup: Lookup, version: str, first: Markup, *others: Markup) -> Markup:
    """A letter never stands at the end of a line, without a place behind it."""
    letter = Markup('<span class="tt-v tt-v-{}">{}</span>').format(hue_index(lookup, version), lookup.letter(version))
    return Markup(" ").join([Markup('<span class="tt-stamp">{} {}</span>').format(letter, first), *others])


def shortened(words: str, most: int) -> str:
    """Return at most so many words, with an ellipsis where some are cut."""
    parts = words.split()
    return words if len(parts) <= most else " ".join([*parts[:most], "…"])


def quoted(lookup: Lookup, *places: Place, skip: int = 0) -> Markup:
    """The words of places in quotation marks of ours, theirs taken off, without the first `skip` ones and those behind
    `LONGEST_QUOTE_WORDS`.
    """
    words = " … ".join(OUTER_MARKS.sub("", lookup.at(place)) for place in places).split()
    words = ["…", *words[skip:]] if skip else words
    return Markup("“{}”").format(harden(shortened(" ".join(words), LONGEST_QUOTE_WORDS)))


def woven(lookup: Lookup, place: Place, layers: Sequence[Layer]) -> Markup:
    """Return the words of a place with marks laid over them; what is withheld by its length."""
    text = lookup.versions[place.version].article.text
    pieces = (
        harden(hidden) + (weave(text, visible, layers) if visible else "") for hidden, visible in lookup.parts(place)
    )
    return Markup("").join(pieces).strip()


def direction(language: str) -> str:
    """Return the `dir` of a language, given by its BCP 47 tag."""
    return "rtl" if not RIGHT_TO_LEFT.isdisjoint(language.lower().split("-")) else "ltr"

"""What exercises are made from: one story with its sure statements, and English for its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from generator.comparison_index import ComparisonIndex
from generator.model import Chain, Explained, Origin, Place, Span
from generator.phrases import day, listed
from generator.shown_story import WITHHELD, ShownStory

LONGEST_WORDS = 45
"""Words of an article that a question or an answer repeats at once; the evidence has the rest."""

INNER_OPENING = re.compile(r"[“„«]|(?<![^\s(\[—–])\"")
SINGLE_MARKS = re.compile(r"['‘](?=\w)(.+[.,!?…])['’]")
"""`'We have been here for years.'` whole: the marks of an outlet that quotes with single ones."""
INNER_CLOSING = re.compile(r"[”»\"]")


class Ground(ShownStory):
    """A story with what several kinds of exercise ask of it."""

    def __init__(self, explained: Explained) -> None:
        super().__init__(explained)
        self.versions = {version.id: version for version in explained.versions}
        self.comparison = explained.comparison
        self.index = ComparisonIndex(explained.comparison)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The chains of words said: of sure or confirmed statements, without views and acts that the outlet tells."""
        return tuple(chain for chain in self.comparison.chains if not chain.statement.stance)

    def origin(self, chain: Chain) -> Origin:
        return self.index.origins[chain.origin]

    def chain_in(self, place: Place) -> Chain | None:
        """Return the chain of the first sure statement of which `place` holds a part."""
        return next(
            (
                chain
                for chain in self.comparison.chains
                if chain.version == place.version and any(part.meets(place.span) for part in chain.statement.content)
            ),
            None,
        )

    def sentence(self, version: str, spans: Sequence[Span]) -> Place:
        """Return the whole sentences from the first of `spans` to the last."""
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        touched = [sentence for sentence in self.versions[version].sentences if sentence.meets(whole)]
        if not touched:
            return Place(version, whole)
        return Place(version, Span(min(touched[0].start, whole.start), max(touched[-1].end, whole.end)))

    def shows(self, place: Place) -> bool:
        """Whether all words of a place may be shown."""
        return WITHHELD not in self.words(place)

    def quote(self, place: Place, longest_words: int = LONGEST_WORDS) -> str:
        """Return the words of a place between “ and ”, long ones cut; see `quote`."""
        return quote(self.words(place), longest_words)

    def version_letters(self, versions: Iterable[str]) -> list[str]:
        """Letters in version order, each once."""
        wanted = set(versions)
        return [self.letter(version) for version in self.versions if version in wanted]

    def in_order(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """By version order, then reading order; each place once."""
        order = list(self.versions)
        return tuple(sorted(set(places), key=lambda place: (order.index(place.version), place.span)))


def quote(words: str, longest_words: int = LONGEST_WORDS) -> str:
    """Return `words` between “ and ”: their own outer marks taken off, inner ones set single, as print does."""
    outer = words.rstrip(",")
    if outer[:1] in '“"„«' and outer[-1:] in '”"“»' and not set(outer[1:-1]) & set('“”"„«»'):
        outer = outer[1:-1].rstrip(",")
    elif single := SINGLE_MARKS.fullmatch(outer):
        outer = single[1].rstrip(",")
    inside = INNER_CLOSING.sub("’", INNER_OPENING.sub("‘", _paired(outer)))
    several = inside.split()
    return f"“{inside if len(several) <= longest_words else ' '.join(several[:longest_words]) + ' …'}”"


def _paired(words: str) -> str:
    """Add the mark that a sentence lacks whose quotation began before it or goes on behind it."""
    openings = {match.start() for match in INNER_OPENING.finditer(words)}
    open_marks, began_before = 0, False
    for at, character in enumerate(words):
        if at in openings:
            open_marks += 1
        elif INNER_CLOSING.match(character):
            began_before = began_before or not open_marks
            open_marks = max(0, open_marks - 1)
    return f"{'“' * began_before}{words}{'”' * bool(open_marks)}"


def stop(words: str) -> str:
    """Return the words with a full stop, unless they end in a stop, inside quotation marks too."""
    return words if words.rstrip("”\"'’)").endswith((".", "!", "?", "…")) else f"{words}."


def versions_named(letters: Sequence[str]) -> str:
    """`Version A`, `Versions A and B`."""
    return f"Version{'s' if len(letters) > 1 else ''} {listed(letters)}"


def days(earliest: date, latest: date) -> str:
    """`9 March 2020`, `from 2 March 2020 to 8 March 2020`."""
    return day(earliest) if earliest == latest else f"from {day(earliest)} to {day(latest)}"

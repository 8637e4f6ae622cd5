"""Words in front of a colon that name nobody: PHOTO: … / Editor's Note: … / LIMA: …"""

from __future__ import annotations

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.places import place_named
from generator.annotate.vocabulary import CALENDAR

CAPTIONS = frozenset[str]().union(*(words(listed) for listed in read_lexicon("captions").values())) | CALENDAR


def is_caption(label: str) -> bool:
    """Whether `label` heads a notice, a list, a message or a day, or is a place; of several words the last decides."""
    return label.split()[-1].casefold() in CAPTIONS or place_named(label.title()) is not None

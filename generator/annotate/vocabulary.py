"""The word lists that tell names, titles and groups apart, as sets of words in small letters."""

from __future__ import annotations

from generator.annotate.lexicon import read_lexicon, words

_TITLES = read_lexicon("titles")
_NAMES = read_lexicon("names")

HONORIFICS = words(_TITLES["honorifics"])
RANKS = words(_TITLES["ranks"])
"""Words that make a title when they have a capital."""
RANKS_AS_NAMES = words(_TITLES["ranks_as_names"])
WITH_RANK = words(_TITLES["with_rank"])
PORTFOLIOS = words(_TITLES["portfolios"])
ROLES = words(_TITLES["roles"])
"""Nouns for what a person is, in front of a name or in apposition to it."""
ADJECTIVAL_ROLES = words(_TITLES["adjectival_roles"])
PERSONAL_ROLES = ROLES - words(_TITLES["of_bodies_too"])
ROLE_MODIFIERS = words(_TITLES["role_modifiers"])
FAMILY = words(_TITLES["family"])
DOTTED = sorted(words(_TITLES["dotted"]))

OPENERS = words(_NAMES["openers"])
ARTICLES = words(_NAMES["articles"])
SMALL_IN_HEADLINES = words(_NAMES["small_in_headlines"])
CALENDAR = words(_NAMES["calendar"])
PEOPLES = words(_NAMES["peoples"])
BODIES = words(_NAMES["bodies"])
LONE_BODIES = words(_NAMES["lone_bodies"])
NOT_BODIES = words(_NAMES["not_bodies"])
"""As written, like the lone bodies; all others are in small letters."""
LANDMARKS = words(_NAMES["landmarks"])
JOINED_BY_AND = words(_NAMES["joined_by_and"])
ON_A_MATTER = words(_NAMES["on_a_matter"])
JOINED_BODIES = words(_NAMES["joined_bodies"])
OWNERS_OF_BODIES = words(_NAMES["owners_of_bodies"])
KNOWN_ABBREVIATIONS = words(_NAMES["known_abbreviations"])
TEXTS_AND_PROGRAMMES = frozenset(_NAMES["texts_and_programmes"])
NOT_PEOPLE = words(_NAMES["not_people"]) | LANDMARKS
GIVEN = words(_NAMES["given"])
PARTICLES: list[str] = _NAMES["particles"].split()

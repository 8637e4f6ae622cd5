"""The reader of states of mind: X is confident that …; X made the case that …"""

from __future__ import annotations

from collections.abc import Iterator

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements import rules
from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import content_end
from generator.annotate.statements.cues import Cue
from generator.annotate.statements.matters import matter_end
from generator.annotate.statements.nouns import CLAUSE, WITH_A_CLAUSE
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import subject_before

ADJECTIVES = read_lexicon("cue_adjectives")
WITH_CLAUSE = words(ADJECTIVES["with_a_clause"])
WITH_INFINITIVE = words(ADJECTIVES["with_an_infinitive"])
WITH_MATTER = words(ADJECTIVES["with_a_matter"])
MATTER_PREPOSITIONS = frozenset(["of", "about", "with", "in", "by", "over", "to", "at"])
# Verbs that lend themselves to a noun of saying (Quirk et al. 1985, 10.30: eventive objects).
LIGHT_VERBS = words(
    "make makes made making have has had having give gives gave giving issue issues issued issuing deliver delivers"
    " delivered take takes took send sends sent hold holds held express expresses expressed voice voiced raise raised"
    " repeat repeated"
)
STATE = Cue("be", (), "feel", frozenset(), inverts=False)
SAYING = Cue("make", (), "say_of", frozenset(), inverts=False)


def read_predicates(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield attributions whose cue is an adjective behind "be" or a noun of saying behind a light verb."""
    kinds = s.kinds
    for at in range(1, len(kinds) - 1):
        if (kinds[at] == "N" and kinds[at - 1] in "B") or (kinds[at] == "V" and s.low(at) in WITH_CLAUSE | WITH_MATTER):
            reading = _read_state(s, at, number)
        elif (
            kinds[at] == "N"
            and kinds[at - 1] in "VEGIB"
            and s.low(at - 1) in LIGHT_VERBS
            and s.low(at) in WITH_A_CLAUSE
        ):
            reading = _read_light_verb(s, at, number)
        else:
            continue
        if reading is not None:
            yield reading


def _read_state(s: Sentence, at: int, number: int) -> Reading | None:
    adjective = s.low(at)
    start = at + 1
    verb = at - 1 if s.kinds[at] == "N" else at
    if s.kinds[at] == "N" and any(token.tag in "dog" for token in s.tokens[s.chunks[at].first : s.chunks[at].last + 1]):
        return None
    follows = s.kinds[start]
    if (adjective in WITH_CLAUSE and (follows in "tsw" or s.kinds[start : start + 2] in ("HV", "HB"))) or (
        adjective in WITH_INFINITIVE and follows == "I"
    ):
        end = content_end(s, start)
    elif (
        adjective in WITH_MATTER and follows == "P" and s.low(start) in MATTER_PREPOSITIONS and start + 1 < len(s.kinds)
    ):
        start += 1
        end = matter_end(s, start)
    else:
        return None
    subject = subject_before(s, verb)
    if subject is None or s.first_low(subject.first) in ("it", "that", "this", "there"):
        return None
    return attribution(CuePlace(s, verb, at + 1, STATE, number), [(start, end)], subject, rules.STATE)


def _read_light_verb(s: Sentence, at: int, number: int) -> Reading | None:
    if CLAUSE.match(s.kinds, at + 1) is None:
        return None
    subject = subject_before(s, at - 1)
    if subject is None:
        return None
    start = at + 1 + (s.kinds[at + 1] == ":")
    place = CuePlace(s, at - 1, at + 1, SAYING, number)
    return attribution(place, [(start, content_end(s, start))], subject, rules.NOUN)

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
from generator.annotate.statements.nouns import CLAUSE, WITH_A_CLAUSE, WITH_AN_INFINITIVE, WITH_MATTER_BEHIND
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import subject_before
from generator.annotate.statements.verbs import FORMS

ADJECTIVES = read_lexicon("cue_adjectives")
WITH_CLAUSE = words(ADJECTIVES["with_a_clause"])
WITH_INFINITIVE = words(ADJECTIVES["with_an_infinitive"])
WITH_MATTER = words(ADJECTIVES["with_a_matter"])
MATTER_PREPOSITIONS = frozenset(["of", "about", "with", "in", "by", "over", "to", "at", "on", "for"])
# Verbs that lend themselves to a noun of saying (Quirk et al. 1985, 10.30: eventive objects): to whatever it brings …
LIGHT_VERBS = words("make give issue deliver take send hold lend throw put")
# … or to its clause alone.
LIGHT_BEFORE_CLAUSES = LIGHT_VERBS | words("express voice raise repeat")
HAVE = frozenset(["have", "has", "had", "having"])
NOUNS = WITH_A_CLAUSE | WITH_AN_INFINITIVE | WITH_MATTER_BEHIND
NOUN_PREPOSITIONS = MATTER_PREPOSITIONS | {"against", "toward", "towards", "regarding"}
STATE = Cue("be", (), "feel", frozenset(), inverts=False)
SAYING = Cue("make", (), "say_of", frozenset(), inverts=False)


def read_predicates(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield attributions whose cue is an adjective behind "be" or a noun of saying behind a light verb."""
    kinds = s.kinds
    for at in range(1, len(kinds) - 1):
        if kinds[at] == "N" and s.low(at) in NOUNS and kinds[at - 1] in "VEGIB" and _is_light(s, at - 1):
            reading = _read_light_verb(s, at, number)
        elif (kinds[at] == "N" and kinds[at - 1] == "B") or (
            kinds[at] == "V" and s.low(at) in WITH_CLAUSE | WITH_INFINITIVE | WITH_MATTER
        ):
            reading = _read_state(s, at, number)
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


def _is_light(s: Sentence, verb: int) -> bool:
    before_a_clause = CLAUSE.match(s.kinds, verb + 2) is not None
    if s.low(verb) in HAVE:
        return before_a_clause or s.kinds[verb + 2] == "I"
    light = LIGHT_BEFORE_CLAUSES if before_a_clause else LIGHT_VERBS
    return any(form.lemma in light for form in FORMS.get(s.low(verb), ()))


def _read_light_verb(s: Sentence, at: int, number: int) -> Reading | None:
    subject = subject_before(s, at - 1)
    content = _content_of_noun(s, at)
    if subject is None or content is None:
        return None
    start, end = content
    behind = at + 2 if s.kinds[at + 1] == "P" else at + 1
    return attribution(CuePlace(s, at - 1, behind, SAYING, number), [(start, end)], subject, rules.NOUN)


def _content_of_noun(s: Sentence, at: int) -> tuple[int, int] | None:
    """Return the first and last chunk of what a noun of saying brings: "made the case ‖ that …", "… for ‖ the plan"."""
    noun, start = s.low(at), at + 1
    if noun in WITH_A_CLAUSE and CLAUSE.match(s.kinds, start) is not None:
        start += s.kinds[start] == ":"
        return start, content_end(s, start)
    if noun in WITH_AN_INFINITIVE and s.kinds[start] == "I":
        return start, content_end(s, start)
    brings = s.kinds[start] == "P" and s.low(start) in NOUN_PREPOSITIONS and s.kinds[start + 1 : start + 2]
    if noun in WITH_MATTER_BEHIND and brings and brings in "NMGqQHsw":
        start += 1
        return start, content_end(s, start) if brings in "sw" else matter_end(s, start)
    return None

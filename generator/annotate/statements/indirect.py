"""The reader of cues: every reporting verb of a sentence, with its subject and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.annotate.statements.attributions import CuePlace, attribution
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.complements import COMPLEMENTS, find_complement
from generator.annotate.statements.contents import content_end, gives_way
from generator.annotate.statements.cues import CUE_FORMS, Cue
from generator.annotate.statements.matters import matter_end
from generator.annotate.statements.parenthetical import read_around
from generator.annotate.statements.passives import is_passive, read_passive
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.relatives import read_antecedent, read_extracted
from generator.annotate.statements.subjects import subject_before, subject_of_fronted
from generator.annotate.statements.verbs import FORMS
from generator.model import Rule

# Behind these a verb is an infinitive: "Reyes helped found the council".
HELPS = frozenset(["help", "helps", "helped", "helping"])


def read_cues(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield the attributions of one sentence, the last cue first; `number`: of the sentence in its block."""
    governed = -1
    for at in range(len(s.kinds) - 1, -1, -1):
        if s.kinds[at] not in "VEGI" or at == governed or (at and s.low(at - 1) in HELPS):
            continue
        cues = CUE_FORMS.get(s.low(at))
        if cues is None or (s.kinds[at] == "E" and all(form.form == "n" for form in FORMS[s.low(at)])):
            continue
        reading = _read(s, at, cues, number)
        if reading is not None:
            if s.kinds[at] in "IG":
                # "sought to portray": one attribution, its matter is the portrait.
                governed = _governor(s, at)
            yield reading


def _read(s: Sentence, at: int, cues: tuple[Cue, ...], number: int) -> Reading | None:
    passive = is_passive(s, at)
    for cue in cues:
        after = _behind_particles(s, at, cue)
        if after is not None:
            place = CuePlace(s, at, after, cue, number)
            reading = read_passive(place) if passive else _read_active(place)
            if reading is not None:
                return reading
    return None


def _behind_particles(s: Sentence, at: int, cue: Cue) -> int | None:
    """Return the chunk behind the verb and its particles; None where they do not follow."""
    following = at + 1
    for particle in cue.particles:
        if following >= len(s.kinds):
            return None
        chunk = s.chunks[following]
        if chunk.first != chunk.last or s.first_low(following) != particle:
            return None
        following += 1
    if cue.particles and s.kinds[following : following + 1] == "Y":
        # "reported on Tuesday"
        return None
    return following


def _read_active(place: CuePlace) -> Reading | None:
    s, at, after, cue, _ = place
    if cue.inverts:
        around = read_around(place)
        if around is not None:
            return around
    for takes, rule in COMPLEMENTS.items():
        start = find_complement(place, takes) if takes in cue.takes else None
        if start is None:
            continue
        if s.kinds[at] == "G" and not s.kinds[:at].strip("PasA"):
            return _read_fronted(place, start, rule)
        end = matter_end(s, start) if takes in ("noun", "gerund") else content_end(s, start)
        if takes == "clause" and not set(s.kinds[start : end + 1]) & set("VBEQq") and gives_way(s, end + 1):
            # "cried foul, with Mary Stone saying …": the only verb is another speaker's
            continue
        subject = subject_before(s, _governor(s, at))
        return attribution(place, [(start, end)], subject, rule) if subject is not None else None
    if "clause" in cue.takes and (extracted := read_extracted(place)) is not None:
        return extracted
    return read_antecedent(place) if "noun" in cue.takes and s.kinds[after : after + 1] in ("", ".", ",") else None


def _read_fronted(place: CuePlace, start: int, rule: Rule) -> Reading | None:
    """Read “Noting that …, X left”: content up to the comma, subject behind it."""
    comma = place.s.kinds.find(",", start)
    while comma >= 0:
        subject = subject_of_fronted(place.s, comma)
        if subject is not None:
            return attribution(place, [(start, comma - 1)], subject, rule)
        comma = place.s.kinds.find(",", comma + 1)
    return None


def _governor(s: Sentence, at: int) -> int:
    """Return the verb whose subject speaks: for an infinitive the verb directly in front ("went on to say")."""
    while s.kinds[at] in "IG" and at:
        if s.kinds[at - 1] in "VEI":
            at -= 1
        elif at > 1 and s.low(at - 1) == "on" and s.kinds[at - 2] in "VE":
            at -= 2
        else:
            break
    return at

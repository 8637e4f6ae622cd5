"""Why a reading may be wrong, though it follows the grammar."""

from __future__ import annotations

from collections.abc import Sequence

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.subjects import Subject

HYPOTHETICAL = "the verb is denied, or only possible or to come"
EMBEDDED = "the speaker stands inside another clause or behind a preposition"
REMOTE = "the speaker is taken from another verb or stands in a relative clause"
LONG = "what is told of the speaker, behind the verb, holds a clause of its own"
THING = "the speaker is not known to be a person, a body or a document"
CUT = "the content ends inside the sentence"
NESTED = "it stands inside the content of another attribution"
SET_OFF = "it stands in what the file sets off as a quotation"
HEADLINE = "every word has a capital"

INSIDE = "inside its own relative clause"
"""`Subject.how` in "the plan, which X denies": what X denies stands in front."""

OPENS_A_CLAUSE = frozenset(["", *",;:Qqc-YA("])
"""Kinds of chunks that a subject may stand behind without belonging to what goes before; empty at the head."""

SOURCES = read_lexicon("sources")
SPEAKERS = words(" ".join(SOURCES[name] for name in ("offices", "persons", "documents", "bodies"))) | words(
    read_lexicon("titles")["ranks"]
)
MODALS = frozenset(
    ["can", "ca", "could", "would", "will", "wo", "may", "might", "must", "should", "shall", "'ll", "'d"]
)
PERSONAL = frozenset(["he", "she", "they"])


def doubts_about(s: Sentence, verb: int, subject: Subject | None, pieces: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return what speaks against the reading, in plain words; none for a plain sentence."""
    found = [HYPOTHETICAL] if is_hypothetical(s, verb) else []
    if subject is not None:
        found += _about_the_subject(s, subject)
    in_front = subject is not None and subject.how == INSIDE
    if not in_front and not all(_ends_well(s, last) for _, last in pieces):
        found.append(CUT)
    if _is_headline(s):
        found.append(HEADLINE)
    return tuple(found)


def is_hypothetical(s: Sentence, verb: int) -> bool:
    """Whether the verb group is an infinitive, denied, or behind a modal verb."""
    chunk = s.chunks[verb]
    tokens = s.tokens[chunk.first : chunk.last + 1]
    return s.kinds[verb] == "I" or any(token.low in MODALS or token.tag == "z" for token in tokens)


def _about_the_subject(s: Sentence, subject: Subject) -> list[str]:
    found: list[str] = []
    before = s.kinds[subject.first - 1] if subject.first else ""
    if subject.how in ("relative", "shared"):
        found.append(REMOTE)
    elif subject.how in ("next to the verb", "apposition") and before not in OPENS_A_CLAUSE:
        found.append(EMBEDDED)
    # “…,” said Jane Doe, who has lived there for years: behind the comma it is told of her, and leaves no doubt of her.
    told = s.kinds[subject.first : subject.last + 1].split(",w")[0]
    if subject.how == "behind" and any(kind in "VBw" for kind in told):
        found.append(LONG)
    if not _may_speak(s, subject):
        found.append(THING)
    return found


def _may_speak(s: Sentence, subject: Subject) -> bool:
    first, last = s.chunks[subject.first].first, s.chunks[subject.last].last
    tokens = s.tokens[first : last + 1]
    if s.kinds[subject.first] == "H":
        return tokens[0].low in PERSONAL
    return any(token.tag == "N" or token.low in SPEAKERS for token in tokens)


def _ends_well(s: Sentence, last: int) -> bool:
    following = s.kinds[last + 1 : last + 2]
    return following in ("", ".", "!", "?", "…", ":", "c") or s.kinds[last] in "Qq" or following == ","


def _is_headline(s: Sentence) -> bool:
    nouns = [token for token in s.tokens if token.tag in "Nn"]
    return len(nouns) > 3 and not any(token.tag == "n" for token in nouns) and s.kinds[-1:] not in (".", "Q", "q", "!")

"""Whether the clause around a time expression tells of what was or of what is to come."""

from __future__ import annotations

import re
from enum import StrEnum

from generator.annotate.lexicon import read_lexicon, words
from generator.model import Span

LISTS = read_lexicon("times")
AHEAD, DONE = words(LISTS["ahead"]), words(LISTS["done"])
LOOKS_AHEAD, MODALS = words(LISTS["looks_ahead"]), words(LISTS["modals"])
TIMETABLE_PLURAL = words(LISTS["timetable_plural"])
TIMETABLE, REPORTS = words(LISTS["timetable"]), words(LISTS["reports"])
NOT_PAST = words(read_lexicon("closed_class")["not_past"])
IRREGULAR = frozenset(
    form
    for entry in re.split(r"[|\n]", read_lexicon("verbs")["irregular"].strip())
    for base, *forms in [entry.split()]
    for form in forms
    if form != base
) | words("put set cut hit let was were had did")
PAST_FORM = re.compile(rf"(?!(?:{'|'.join(NOT_PAST)})$)\w+(?<!e)ed|agreed|freed|guaranteed|decreed|refereed")
COMMON = words(read_lexicon("verbs")["common"]) - IRREGULAR
BE = words("is are 's 're")
HAVE = words("has have ve")
NO_SIGNAL = BE | HAVE | words("do does")
"""Verbs that leave the tense open; where one stands, the clause needs no other verb."""
# “They were likely to sell as soon as trading opened Monday”: the past form follows that of the verb in front.
SEEN_FROM_BEFORE = re.compile(
    r"\b(?:would|might|could|w(?:as|ere) (?:(?:likely|expected|due|set|scheduled|supposed|going) )?to)\b"
    r"[^,;]{0,60} (?:as soon as|once) [^,;]{0,30}$"
)
IF = re.compile(r"\b(?:if|unless)$", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:which|who|that)\s*$")
HELPED = words("to let lets make makes made help helps helped see sees saw watch watched")
"""Before a bare infinitive ("helped the talks resume")."""
PRONOUNS = words("they we i you")
SUBJECTS = PRONOUNS | words("it he she there that")
DETERMINERS = words("a an the this these those its his her their our my your no some any still")
ASKING = words(LISTS["asking"])
CAMPAIGNING, PROSPECTS = words(LISTS["campaigning"]), words(LISTS["prospects"])
WAS = words("was were had")
DEADLINES = words("by until till through")
PUT_OFF = words(LISTS["put_off"])

# Distances in words.
ADJACENT = 2
"""From a participle to a time that belongs to it ("shares issued July 1")."""
NEAR = 4
"""From a present progressive to the time that it is fixed for ("is meeting Thursday")."""
SINCE_NEAR = 4
"""From "since" to a time within its phrase ("since announcing in October")."""
RELATIVE_WORDS = 5
"""From the verb of a relative clause to its time ("which holds a caucus on Saturday")."""
SUBJECT = 6
"""From "and" to the verb of a subject that it joins ("she and her opponent, Ann Lee, meet")."""
SOON = 8
"""From a participle behind a noun to the modal of its clause ("a campaign focused on winning must")."""

WORD = re.compile(
    r"(?:n[’']t\b|[’'](?:s|re|ll|ve|d|m)\b|[A-Za-z]+(?:-[A-Za-z]+)*?(?=n[’']t\b)|[A-Za-z]+(?:-[A-Za-z]+)*)"
)
BOUNDARY = re.compile(
    r"[;:()“”\"]|—|–| --? |``|''"
    r"|,(?= (?:and|but|or|which|who|whose|while|when|where|as|after|because|though|although|so)\b)"
    r"|(?:(?<=\bsaid)|(?<=\bsays)|(?<=\badded)|(?<=\bbelieves)) (?=(?:it|he|she|they|we|there|its|his|her|their)\b)"
    r"|\b(?:that|who|which|because|after|before|when|while|if|where|although|though|whether|unless)\b"
)


class Tense(StrEnum):
    PAST = "the sentence tells of what was"
    FUTURE = "the sentence tells of what is to come"
    WAITING = "the sentence tells of a plan, not whether its day is over"
    AWAITED = "the words name an event of the calendar, not whether it is over"
    OPEN = "the sentence does not tell whether it was or is to come"


# “… if no deal was reached on Monday”, “… if she is elected in November”
HYPOTHETICAL = {Tense.PAST: Tense.WAITING, Tense.OPEN: Tense.FUTURE}


def tense_at(text: str, sentence: Span, span: Span, *, possessive: bool = False) -> Tense:
    """Return the tense of the clause that `span` stands in.

    The nearest verb in front of the expression decides; where the clause has none in front, the first behind it. For
    `Monday's meeting` (`possessive`) it is the other way round. Infinitives follow the verb that governs them ("is to
    meet", "declined to say"). After Quirk et al., A Comprehensive Grammar of the English Language (1985), 4.2 to 4.48.
    """
    left = text[sentence.start : span.start]
    cut = _clause_start(left)
    right = text[span.end + 2 * possessive : sentence.end]
    end = BOUNDARY.search(right)
    if left.endswith(" ahead of "):
        return Tense.WAITING
    first = _before(left[cut:])
    if IF.search(left[:cut]) and "," not in left[cut:] and first in HYPOTHETICAL:
        return HYPOTHETICAL[first]
    clause = _tokens(left[cut:])
    relative = RELATIVE.search(left[:cut]) is not None
    if first is Tense.OPEN and relative and len(clause) <= RELATIVE_WORDS and _is_common(clause[:1]):
        return Tense.FUTURE  # “The talks, which begin on Monday, …”
    second = tense_behind(right[: end.start()] if end else right)
    in_front = _tokens(left[cut:])[-ADJACENT - 1 :]
    if possessive:
        first, second = second, Tense.OPEN if "to" in in_front else first  # “to discuss Friday's summit”
    elif first is Tense.FUTURE and second is Tense.PAST and _is_plan(in_front):
        return Tense.WAITING  # “An election scheduled for Sunday was called off”
    if first is Tense.PAST and SEEN_FROM_BEFORE.search(left):
        return Tense.WAITING
    if first is not Tense.OPEN:
        return first
    if second is not Tense.OPEN:
        return second
    if cut and NO_SIGNAL.isdisjoint(clause) and not _has_a_verb_of_its_own(clause, relative=relative):
        return _before(left[:cut])
    return Tense.OPEN


def tense_in_front(text: str, sentence: Span, span: Span) -> Tense:
    """Return what the verbs in front of `span` in its clause tell."""
    left = text[sentence.start : span.start]
    return _before(left[_clause_start(left) :])


def _clause_start(left: str) -> int:
    return max((boundary.end() for boundary in BOUNDARY.finditer(left)), default=0)


def _is_pluperfect(tokens: list[str]) -> bool:
    """Whether the last auxiliary is “had”: “It had raised $3 to help him by July”."""
    auxiliaries = [word for word in tokens if word == "had" or word in NO_SIGNAL or word in MODALS]
    return auxiliaries[-1:] == ["had"]


def _has_a_verb_of_its_own(clause: list[str], *, relative: bool) -> bool:
    """Whether the clause has a verb that is not listed: behind “he” or “it”, or first behind “which” or “that”."""
    opening = clause[: int(relative)]
    told = any(word.endswith("s") and not word.endswith("ss") for word in opening)
    return told or _is_common(opening) or not SUBJECTS.isdisjoint(clause[:1])


def _is_common(words: list[str]) -> bool:
    return any(word in COMMON or word.removesuffix("s") in COMMON for word in words)


def _is_plan(tokens: list[str]) -> bool:
    """Whether a participle that looks ahead stands here without a form of “be”."""
    return any(word in LOOKS_AHEAD and (i == 0 or tokens[i - 1] not in BE) for i, word in enumerate(tokens))


def _tokens(clause: str) -> list[str]:
    """Return the words in small letters, but for May and Will, which with a capital are names."""
    found = (word.group().replace("’", "'") for word in WORD.finditer(clause))
    return [word if word in ("May", "Will") else word.lower() for word in found]


def _before(clause: str) -> Tense:
    tokens = _tokens(clause)
    if "since" in tokens[-SINCE_NEAR:]:
        return Tense.PAST
    deadline = bool(tokens) and tokens[-1] in DEADLINES
    if tokens and tokens[-1] in ("to", "until", "till") and not PUT_OFF.isdisjoint(tokens):
        return Tense.FUTURE
    for i in range(len(tokens) - 1, -1, -1):
        if deadline and i and tokens[i - 1] == "to":
            if not _is_pluperfect(tokens[:i]):
                return Tense.FUTURE
            return Tense.PAST if ASKING.isdisjoint(tokens) else Tense.WAITING
        if tokens[i] in BE - {"'s"} and i >= len(tokens) - ADJACENT - 1:
            return Tense.FUTURE  # “The deadline is Friday”, “Her book is out on Thursday”
        if i < len(tokens) - ADJACENT and tokens[i].endswith("ed") and not MODALS.isdisjoint(tokens[:i]):
            continue  # “will redeem its preferred shares on Monday”
        if tokens[i] in PROSPECTS and tokens[i + 1 : i + 2] in (["of"], ["for"]):
            return Tense.WAITING
        found = _signal(tokens, i)
        too_far = i < len(tokens) - NEAR and _is_progressive(tokens, i) and tokens[i] not in CAMPAIGNING
        if found is not Tense.OPEN and not too_far:
            return found
    waits = tokens[-1:] in (["until"], ["till"]) and not NO_SIGNAL.isdisjoint(tokens)
    return Tense.FUTURE if waits else Tense.OPEN  # “He has until Friday to pay”


def tense_behind(clause: str) -> Tense:
    """Return the tense of the first verb that tells one."""
    tokens = _tokens(clause)
    for i in range(len(tokens)):
        found = _signal(tokens, i)
        governs = not SUBJECTS.isdisjoint(tokens[i + 1 : i + 2])  # “In May, it announced it would …”
        if found is Tense.PAST and tokens[i].endswith("ed") and not governs and _has_modal(tokens[i : i + SOON]):
            continue  # “by September, a campaign focused on winning must …”
        if found is not Tense.OPEN:
            return found
    return Tense.OPEN


def _has_modal(tokens: list[str]) -> bool:
    return not MODALS.isdisjoint(tokens)


def _is_progressive(tokens: list[str], i: int) -> bool:
    """“is meeting” tells of what is fixed ahead only close to the time."""
    return i > 0 and tokens[i - 1] in BE and tokens[i].endswith("ing")


def _of_infinitive(tokens: list[str], i: int) -> Tense:
    """Return what the governor of the infinitive at `i` says of its tense."""
    governor, in_front = tokens[i - 2], tokens[max(0, i - 5) : i - 1]
    if governor in DONE:
        return Tense.PAST
    if governor in AHEAD:
        return Tense.WAITING if not WAS.isdisjoint(in_front) else Tense.FUTURE
    if not ASKING.isdisjoint(in_front) and "had" in in_front:
        return Tense.WAITING
    if tokens[i] == "be" or not ASKING.isdisjoint(in_front):
        return Tense.FUTURE
    return Tense.OPEN


def _is_participle(word: str) -> bool:
    """“come” and “put” are participles too."""
    return word in IRREGULAR or word in COMMON or PAST_FORM.fullmatch(word) is not None


def _signal(tokens: list[str], i: int) -> Tense:
    """Return what the word at `i` says of the tense, alone and with the words in front of it."""
    word = tokens[i].lstrip("'")
    before = tokens[i - 1] if i else ""
    if word == "let" and tokens[i + 1 : i + 2] in (["'s"], ["us"]):
        return Tense.FUTURE
    if before == "than" and word in LOOKS_AHEAD and tokens[i + 1 : i + 2] in (["in"], ["on"]):
        return Tense.PAST  # “less than forecast in July”
    if before in ("as", "than") or tokens[max(0, i - 2) : i][:1] == ["as"]:
        return Tense.OPEN  # “began as planned Saturday”, “sooner than expected”
    if word == "set" and tokens[i + 1 : i + 2] == ["on"] and BE.isdisjoint(tokens[max(0, i - 2) : i]):
        return Tense.PAST  # “its record high set on Aug. 6”
    if word in LOOKS_AHEAD:
        return Tense.WAITING if "had" in tokens[max(0, i - 3) : i] else Tense.FUTURE
    if before in DETERMINERS:
        return Tense.OPEN
    if before == "to" and i > 1:
        return _of_infinitive(tokens, i)
    if word in MODALS or not MODALS.isdisjoint(tokens[max(0, i - 2) : i]):
        return Tense.FUTURE
    if _is_progressive(tokens, i):
        return Tense.FUTURE
    if word in REPORTS:
        return Tense.PAST
    if word in IRREGULAR or PAST_FORM.fullmatch(word):
        return Tense.OPEN if before in ("be", "been") or before in BE else Tense.PAST
    if word in HAVE and i + 1 < len(tokens) and _is_participle(tokens[i + 1]):
        return Tense.PAST
    if word in TIMETABLE or (word in COMMON and before in PRONOUNS):
        return Tense.FUTURE
    if word in TIMETABLE_PLURAL and _is_plural(tokens[max(0, i - SUBJECT) : i]):
        return Tense.FUTURE
    return Tense.OPEN


def _is_plural(subject: list[str]) -> bool:
    """Whether the words in front of a verb end in a plural or join two with “and”, and are no other verb's object."""
    if not subject or any(w in NO_SIGNAL or w in MODALS or w in HELPED for w in subject):
        return False
    return (subject[-1].endswith("s") and not subject[-1].startswith("'")) or "and" in subject[:-1]

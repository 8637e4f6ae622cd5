"""Who does what a verb says: the noun phrase in front of it, or behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.cues import CUE_FORMS
from generator.annotate.statements.verbs import FORMS


class Subject(NamedTuple):
    first: int
    last: int
    """Inclusive; both count chunks."""
    how: str
    """`next to the verb`, `apposition`, `relative`, `shared`, `behind`."""


# Adjectives that stand behind their noun: "sources directly familiar with the talks".
POSTPOSED = frozenset(["familiar", "close", "aware", "loyal", "critical", "responsible", "sympathetic", "involved"])
DOCUMENTS = words(read_lexicon("sources")["documents"])
# Conjunctions behind which a subject may stand that has its apposition behind it: "As Jane Doe, a lawyer, noted".
INTRODUCING = frozenset(["as", "while", "though", "although", "because", "if", "when", "that", "whether"])
REFLEXIVE = ("himself", "herself", "itself", "themselves")
RELATIVES = ("who", "which")
# A noun phrase without a verb: "the head of the agency", "a Republican of Iowa and chairman".
BARE = re.compile(r"[cA]*[NqHY](?:[Pa][NYqM]|[cuA&]+[NYq]|[NYq]|\([^)]*\))*")
# … or with a clause of its own: "a lawyer who works for the city", "a book released in May".
APPOSITION = re.compile(rf"{BARE.pattern}(?:c?[wt][^,]*|[EG][Pa][^VB]*|I[^VB]*)?")
# What ends a segment that is a clause but whose last noun phrase is the subject: "… while aides to Moreno".
TRAILING = re.compile(r"(?:^c?|[tsa:;-])(?:[AY]|P[NY],?)*(?P<np>[NH](?:P[NYqM]|\([^)]*\))*)$")


def subject_before(s: Sentence, verb: int, depth: int = 0) -> Subject | None:
    """Return the subject that stands in front of the verb group at chunk `verb`; None where none is plain."""
    kinds = s.kinds
    if kinds[verb] == "I":
        return None
    at = verb - 1
    while at >= 0 and (kinds[at] in "AY" or s.low(at) in REFLEXIVE):
        # "Sanders on Saturday criticised", "the department less than two weeks ago said"
        at -= 2 if kinds[at] == "Y" and at and kinds[at - 1] in "Pa" else 1
    if at < 0:
        return None
    kind = kinds[at]
    if kind == "w":
        return Subject(at, at, "relative") if s.low(at) in RELATIVES and at else None
    if kind == "t":
        # The source of "a group that supports …" is the group; that of "Jane Doe, who supports …" is "who".
        antecedent = _next_to(s, at - 1, relative=True) if at and kinds[at - 1] in "NH" else None
        return antecedent and antecedent._replace(how="relative")
    if kind in "NH" or (kind == "M" and kinds[at - 1 : at] == "P"):
        return _next_to(s, at, finite=kinds[verb] == "V")
    if kind == "E" and at and kinds[at - 1] in "NH":
        return _next_to(s, at - 1, last=at)
    if kind == ")":
        opening = kinds.rfind("(", 0, at)
        return _next_to(s, opening - 1, last=at) if opening > 0 and kinds[opening - 1] in "NH" else None
    if kind == "-" and kinds[verb] in "VE" and (dashed := _before_dashes(s, at)) is not None:
        return dashed
    if kind in ",-":
        shared = _shared(s, verb, depth) if kinds[verb] in "GE" and depth < 2 else None
        if shared and kinds[verb] == "G":
            return shared
        return (
            _across_commas(s, at) or shared or (_at_the_head(s, verb) if kind == "," and kinds[verb] in "VE" else None)
        )
    if kind in "Pas" and kinds[verb] == "G" and depth < 2:
        # "injected a new element by questioning …", "after saying …"
        return _shared(s, verb, depth)
    if kind == "c":
        return _shared(s, verb, depth) if depth < 2 and not _goes_on_an_infinitive(s, verb, at) else None
    return None


def _goes_on_an_infinitive(s: Sentence, verb: int, conjunction: int) -> bool:
    """Whether the verb is a bare form behind “and” that goes on with an infinitive: "to spy and maintain ties"."""
    if not any(form.form == "b" for form in FORMS.get(s.low(verb), ())) or s.chunks[verb].first != s.chunks[verb].last:
        return False
    return next((kind for kind in reversed(s.kinds[:conjunction]) if kind in "VEBI"), "") == "I"


def _next_to(
    s: Sentence, at: int, last: int | None = None, *, relative: bool = False, finite: bool = False
) -> Subject | None:
    kinds = s.kinds
    last = at if last is None else last
    first = phrase_start(s, at)
    if kinds[last + 1 : last + 2] == "G" and first and kinds[first - 1] in "VE" and s.low(first) in DOCUMENTS:
        # "the town released a statement saying …": the town says it.
        released = subject_before(s, first - 1)
        return released and released._replace(how="shared")
    if first and s.low(first - 1) == "with" and last + 1 < len(kinds) and kinds[last + 1] == "G":
        # "…, with three in ten saying"
        return Subject(first, last, "next to the verb")
    if first > 2 and kinds[first - 1] in "VE" and kinds[first - 2] in "wt" and kinds[first - 3] == "N":
        # "officials who saw the report"
        first = phrase_start(s, first - 3)
    if finite and first and kinds[first - 1] in "PVEGIBA":
        modified = MODIFIED.search(kinds, 0, at + 1)
        if modified is not None:
            return Subject(modified.start("np"), last, "next to the verb")
    if first and kinds[first - 1] == "P" and not relative:
        return None
    return Subject(first, last, "next to the verb")


# A noun phrase with a clause of its own in front of the verb: "people briefed on the move said", "those who have heard
# from the mayor say", "members trying to save the bridge said".
MODIFIED = re.compile(
    r"(?:^|(?<=[,;:tsac-]))(?P<np>[NH](?:P[NYqM]|cN|\([^)]*\))*(?:w(?:N(?:PN)*)?[VB]|E(?=P)|G|t[VB])"
    r"(?:[^,;:VBENHwts-]|(?<!N)[NH])*)$"
)
# What stands between dashes and belongs to the name in front of it: "an aide — a friend of the mayor — said".
DASHED_NAME = re.compile(r"c?(?:,PN,|A)*(?:N|E(?=P))[^V]*")


def _before_dashes(s: Sentence, dash: int) -> Subject | None:
    """Return the subject of “an aide — who left in May — said”, where the second dash is chunk `dash`."""
    opening = s.kinds.rfind("-", 0, dash)
    if opening <= 0 or s.kinds[opening - 1] not in "NH" or set(s.kinds[opening:dash]) & set("Q;:"):
        return None
    named = s.low(opening + 1) == "including" or DASHED_NAME.fullmatch(s.kinds, opening + 1, dash) is not None
    subject = _next_to(s, opening - 1, last=dash - 1 if named else opening - 1)
    return subject and subject._replace(how="apposition")


def phrase_start(s: Sentence, at: int) -> int:
    """Return the first chunk of the noun phrase that ends at `at`, prepositions and coordinations included."""
    kinds = s.kinds
    first = at
    behind_and = 0
    while first:
        before = kinds[first - 1]
        if before == "P" and first > 1 and kinds[first - 2] in "NHq":
            first -= 2
        elif (
            before == "P"
            and first > 2
            and kinds[first - 2] == "E"
            and kinds[first - 3] in "NH"
            and not _says(s, first - 2)
        ):
            first -= 3
        elif before == "A" and first > 1 and kinds[first - 2] == "N" and s.first_low(first) in POSTPOSED:
            first -= 2
        elif before == "P" and first > 2 and kinds[first - 2] == "P" and kinds[first - 3] in "NH":
            # "two out of three"
            first -= 3
        elif before == ")":
            opening = kinds.rfind("(", 0, first - 1)
            if opening <= 0 or kinds[opening - 1] != "N":
                break
            first = opening - 1
        elif before == "c" and first > 1 and kinds[first - 2] in "NH" and s.low(first - 1) in ("and", "or"):
            behind_and = first
            first -= 2
        else:
            break
    if behind_and and first and kinds[first - 1] not in ",;:tsaw-c":
        # "he met the mayor and Reyes said": what stands in front of "and" belongs to another verb.
        return behind_and
    return _list_start(s, first) if behind_and else first


def _list_start(s: Sentence, first: int) -> int:
    """Return where the list begins whose last two members, joined by "and", begin at `first`: "Doe, Lee and Reyes"."""
    at = first
    while at > 1 and s.kinds[at - 1] == "," and s.kinds[at - 2] in "NH":
        at -= 2
    return at if at == 0 or s.kinds[at - 1] in ",;:tscQ-" else first


def _says(s: Sentence, at: int) -> bool:
    return any(cue.inverts for cue in CUE_FORMS.get(s.low(at), ()))


def _across_commas(s: Sentence, comma: int) -> Subject | None:
    """Walk back over what stands between commas: appositions, relative clauses, participles, times."""
    kinds = s.kinds
    mark = kinds[comma]
    end = comma
    head: int | None = None
    last = comma - 1
    nearest = 0
    for walked in range(7):
        start = max(kinds.rfind(m, 0, end) for m in (mark, ";", ":", "Q")) + 1
        segment = kinds[start:end]
        if not segment:
            break
        if not walked:
            nearest = start
        if APPOSITION.fullmatch(segment) and (segment[0] != "c" or head is None):
            head = start + len(segment) - len(segment.lstrip("cA"))
        elif segment[0] in "wGEPaAsI" or re.match(r"[NH]?Pw", segment):
            trailing = TRAILING.search(segment) if s.low(start) in INTRODUCING else None
            if trailing and trailing.start("np") and not re.search("[VB]", segment):
                head = start + trailing.start("np")
                break
            if start == 0 or kinds[start - 1] != mark:
                break
            if segment[0] != "w":
                last = start - 2
        else:
            trailing = TRAILING.search(segment)
            if trailing:
                head = start + trailing.start("np")
            break
        if start == 0 or kinds[start - 1] != mark:
            break
        end = start - 1
    if head is None or head > last or head >= nearest:
        # Nothing stands between the commas: "The plan, said Doe, …" has its subject behind the verb.
        return None
    return Subject(head, last, "apposition")


HEAD = re.compile(r"(?:c|[AY]|P[NY],)?(?P<np>[NH](?:P[NYq])*),[^VB]*(?:w|N.*w)")


def _at_the_head(s: Sentence, verb: int) -> Subject | None:
    """Return the noun phrase at the head of the sentence, where what stands between it and the verb is tangled."""
    match = HEAD.match(s.kinds, 0, verb)
    return Subject(match.start("np"), match.end("np") - 1, "shared") if match else None


# The subject of a participle at the head of the sentence stands behind the comma: "Noting that …, Reyes said".
BEHIND_THE_COMMA = re.compile(r",[AY]*(?P<np>[NH](?:P[NYq]|\([^)]*\)|c[NH])*)(?:,[^,VB]*,)?[AY]*[VEB]")


def subject_of_fronted(s: Sentence, comma: int) -> Subject | None:
    match = BEHIND_THE_COMMA.match(s.kinds, comma)
    return Subject(match.start("np"), match.end("np") - 1, "shared") if match else None


def _shared(s: Sentence, verb: int, depth: int) -> Subject | None:
    """Return the subject of the main verb that this one shares: the nearest whose clause completes no other."""
    weak: Subject | None = None
    for at in range(verb - 1, -1, -1):
        if s.kinds[at] not in "VBE":
            continue
        subject = subject_before(s, at, depth + 1)
        if subject is None or subject.how == "relative":
            continue
        if subject.first and s.kinds[subject.first - 1] not in ",;:csaQYA-":
            continue
        if s.kinds[at] == "E" and s.kinds[at + 1] in "P,aY":
            # It may be a participle: "a poll released on Monday".
            weak = weak or subject
            continue
        if weak is not None and subject.first and s.kinds[subject.first - 1] in "sa":
            break  # "After Jane Doe finished, Klein stormed back, leaned in and said": Klein did
        return subject._replace(how="shared")
    return weak._replace(how="shared") if weak else None


# Behind the verb: “…,” said Jane Doe, a lawyer who works for the city, in a statement.
BEHIND = re.compile(r"(?:A|M)?(?P<np>[NHqw](?:P[NYq]|\([^)]*\)|c[NH]|N|(?<=N)E(?:P[NY])?)*)")
# An apposition or a relative clause behind that.
MORE = re.compile(
    r"(?:A?,)?(?:[wt]|c?A?[NY]|E(?=P)|P(?=[Nw]).*?(?=[VBE]))(?:[^,Q;:.]|,(?=[^,]*,)[cA]?N(?:P[NYq])*(?=,))*(?=[,.;)Q:]|$)"
)


def subject_behind(s: Sentence, verb: int) -> Subject | None:
    """Return the subject of an inverted verb ("said Jane Doe, a lawyer who …")."""
    match = BEHIND.match(s.kinds, verb + 1)
    if match is None or (s.kinds[verb + 1] == "w"):
        return None
    end = match.end("np")
    while True:
        more = MORE.match(s.kinds, end)
        if more is None or more.end() == end or (more.group()[0] == "," and s.kinds[end + 1 : end + 2] in "PGas"):
            break
        end = more.end()
    return Subject(match.start("np"), end - 1, "behind")

"""The reader of cues: every reporting verb of a sentence, with its subject and what it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import content_end, matter_end
from generator.annotate.statements.cues import CUE_FORMS, Cue
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import Subject, phrase_start, subject_before, subject_behind
from generator.annotate.statements.verbs import FORMS
from generator.model import Rule

# What may stand between the verb and the content: adverbs, times, "in a statement", "to reporters".
BETWEEN = r"(?:[AY]|,?P(?:[NYMH]|G(?=[,PN]))(?:u?[NY]|c[NM])*|,(?=P|Y))*?"
PATTERNS = {
    "quotation": re.compile(rf"{BETWEEN}[,:]?(?P<content>[Qq])"),
    "clause": re.compile(
        rf"{BETWEEN}(?:[,:]?(?P<that>t)|(?P<bare>(?:[NHqGAad(]|Y(?=[NH])|s(?=[NHG])|P(?=[NYq][,NH]))[^;:]*?[VBEQq]))"
    ),
    "question": re.compile(rf"{BETWEEN}(?:P(?=w))?(?P<content>[ws])"),
    "infinitive": re.compile(r"[AY]*(?P<content>I)"),
    "addressee": re.compile(
        r"[AY]*(?P<hearer>[NMHq](?:P[NYMq]|c[NM]|u|Y|,[^,VBtsw]*,(?=t))*)"
        rf"{BETWEEN}[,:]?(?P<content>t|[Qq]|[ws]|I|(?:H|[N])(?:P[NYqM]|[uAYE]|cN)*[VBEQq])"
    ),
    "object": re.compile(r"[AY]*(?P<content>(?:[NMHq]|d)(?:P[NYMq]|c[NM]|u)*(?:[AY]|,)*(?=[IaPQqNG]))"),
    "noun": re.compile(r"[AY]*(?P<content>[NMHQqYtw](?!$))"),
    "gerund": re.compile(r"[AY]*(?P<content>G)"),
}
RULES = {
    "quotation": rules.QUOTATION_AFTER_CUE,
    "clause": rules.CLAUSE,
    "question": rules.QUESTION,
    "infinitive": rules.INFINITIVE,
    "addressee": rules.ADDRESSEE,
    "object": rules.OBJECT,
    "noun": rules.MATTER,
    "gerund": rules.MATTER,
}
ORDER = ("quotation", "addressee", "clause", "question", "infinitive", "object", "noun", "gerund")
QUESTION_WORDS = frozenset(["whether", "if", "how", "what", "why", "who", "where", "when", "which"])
CONDITIONS = frozenset(("if", "unless", "although", "while", "because", "what", "whoever"))
BE_FORMS = frozenset(["am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"])
# Behind a verb in brackets: “…, she said in an interview.”
TAIL = re.compile(r"(?:[AY]|P(?:[NYMqH]|G[NM]?)(?:P?[NYq]|c[NY]|u)*|a[NY])*(?P<stop>[,.;?!)-]|$|(?=c[NH]))")
# … with the hearer: “…, she told reporters in an interview.”
TAIL_WITH_HEARER = re.compile(
    r"(?:[AYM]|P(?:[NYMqH]|G[NM]?)(?:P?[NYq]|c[NY]|u)*|a[NY]|N(?=[P,.Y)]|$)(?:P[NY])*)*(?P<stop>[,.;?!)-]|$|(?=c[NH]))"
)


def read_cues(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield the attributions of one sentence, the last cue first; `number`: of the sentence in its block."""
    governed = -1
    for at in range(len(s.kinds) - 1, -1, -1):
        if s.kinds[at] not in "VEGI" or at == governed:
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
    for cue in cues:
        after = _behind_particles(s, at, cue)
        if after is None:
            continue
        reading = _passive(s, at, cue, number) if _is_passive(s, at) else _active(s, at, after, cue, number)
        if reading is not None:
            return reading
    return None


def _behind_particles(s: Sentence, at: int, cue: Cue) -> int | None:
    """Return the chunk behind the verb and its particles; None where they do not follow."""
    following = at + 1
    for particle in cue.particles:
        if (
            following >= len(s.kinds)
            or s.first_low(following) != particle
            or s.chunks[following].first != s.chunks[following].last
        ):
            return None
        following += 1
    return following


def _is_passive(s: Sentence, at: int) -> bool:
    chunk = s.chunks[at]
    words = [s.tokens[i].low for i in range(chunk.first, chunk.last)]
    return s.kinds[at] == "V" and any(word in BE_FORMS for word in words) and s.tokens[chunk.last].tag != "G"


def _active(s: Sentence, at: int, after: int, cue: Cue, number: int) -> Reading | None:
    if cue.inverts and not cue.particles:
        found = _around(s, at, cue, number)
        if found is not None:
            return found
    for takes in ORDER:
        if takes not in cue.takes:
            continue
        match = PATTERNS[takes].match(s.kinds, after)
        if match is None:
            continue
        start = _start(match)
        if (
            s.kinds[start] in "ws"
            and takes in ("question", "addressee", "clause")
            and s.first_low(start) not in (CONDITIONS if takes == "clause" else QUESTION_WORDS)
        ):
            continue
        if takes == "clause" and "," in match.group() and not _takes_clauses_only(s, at, cue):
            continue
        subject = subject_before(s, _governor(s, at))
        if subject is None:
            return None
        end = matter_end(s, start) if takes in ("noun", "gerund") else content_end(s, start)
        if end < start:
            return None
        return _reading(s, [(start, end)], subject, (at, after - 1), RULES[takes], cue, number)
    return (
        _antecedent(s, at, cue, number)
        if "noun" in cue.takes and s.kinds[after : after + 1] in ("", ".", ",")
        else None
    )


def _antecedent(s: Sentence, at: int, cue: Cue, number: int) -> Reading | None:
    """Read “allegations that X denies”: the content is the noun phrase in front."""
    subject = subject_before(s, at)
    if subject is None or subject.first < 2 or s.kinds[subject.first - 1] != "t" or s.kinds[subject.first - 2] != "N":
        return None
    before = subject.first - 2
    return _reading(s, [(phrase_start(s, before), before)], subject, (at, at), rules.MATTER, cue, number)


def _takes_clauses_only(s: Sentence, at: int, cue: Cue) -> bool:
    """Whether a noun phrase behind the verb must begin a clause, however far off its verb."""
    if cue.group != "say" or s.kinds[at] == "G":
        return False
    return not any("noun" in other.takes and not other.particles for other in CUE_FORMS[s.low(at)])


def _start(match: re.Match[str]) -> int:
    return next(match.start(name) for name in match.re.groupindex if match.start(name) >= 0 and name != "hearer")


def _governor(s: Sentence, at: int) -> int:
    """Return the verb whose subject speaks: for an infinitive the verb directly in front ("went on to say")."""
    while s.kinds[at] in "IG" and at and s.kinds[at - 1] in "VEI":
        at -= 1
    return at


def _around(s: Sentence, at: int, cue: Cue, number: int) -> Reading | None:
    """Read a verb of saying that follows its content: “…,” X said; …, said X; As X said, …"""
    kinds = s.kinds
    if kinds[at] not in "VE":
        return None
    tail = (TAIL_WITH_HEARER if "addressee" in cue.takes else TAIL).match(kinds, at + 1)
    subject = subject_before(s, at)
    if subject is not None and subject.how in ("next to the verb", "apposition"):
        before = subject.first - 1
        while before >= 0 and kinds[before] in "AY":
            before -= 1
        if before >= 0 and kinds[before] == "a" and s.low(before) == "as":
            start = tail.end() if tail else len(kinds)
            if tail and start < len(kinds) and tail["stop"] == ",":
                return _reading(s, [(start, content_end(s, start))], subject, (at, at), rules.AS_SAID, cue, number)
            if before > 1 and kinds[before - 1] == ",":
                return _reading(
                    s, [(_clause_start(s, before - 2), before - 2)], subject, (at, at), rules.AS_SAID, cue, number
                )
            return None
        if before >= 0 and kinds[before] in ",Qq-" and not _content_follows(s, at, before):
            return _parenthetical(s, before, tail, subject, at, cue, number, rules.PARENTHETICAL)
        return None
    if (at and kinds[at - 1] in ",Qq-") or (at > 1 and kinds[at - 1] == "A" and kinds[at - 2] in ",Qq"):
        behind = subject_behind(s, at)
        if behind is not None and kinds[at] in "VE":
            tail = TAIL.match(kinds, behind.last + 1)
            if tail is not None or kinds[behind.last + 1 : behind.last + 2] == ",":
                before = at - 1 if kinds[at - 1] != "A" else at - 2
                return _parenthetical(s, before, tail, behind, at, cue, number, rules.INVERTED)
    return None


def _content_follows(s: Sentence, at: int, before: int) -> bool:
    """Whether the verb has its content behind it, though a comma or a title stands before its subject."""
    if s.kinds[at + 1 : at + 2] == "t":
        return True
    quotation = before - 1 if s.kinds[before] == "," else before
    inside = quotation > 0 and s.kinds[quotation] in "Qq"
    return inside and PATTERNS["clause"].match(s.kinds, at + 1) is not None


def _parenthetical(
    s: Sentence, before: int, tail: re.Match[str] | None, subject: Subject, at: int, cue: Cue, number: int, rule: Rule
) -> Reading | None:
    kinds = s.kinds
    quoted = kinds[before] in "Qq" or kinds[before - 1] in "Qq"
    end = before if kinds[before] in "Qq" else before - 1
    if end < 0 or (tail is None and not quoted):
        return None
    pieces = [(_clause_start(s, end), end)]
    resumed = _resumed(s, tail.end() if tail else at + 1, stop=tail["stop"] if tail else "", quoted=quoted)
    if resumed is not None:
        pieces.append((resumed, content_end(s, resumed)))
    if quoted and rule is rules.PARENTHETICAL:
        rule = rules.QUOTATION_BEFORE_CUE
    return _reading(s, pieces, subject, (at, at), rule, cue, number)


def _resumed(s: Sentence, behind: int, *, stop: str, quoted: bool) -> int | None:
    """Return the chunk where the content goes on behind its cue: “…,” he said, “…”; …, he said, …"""
    kinds = s.kinds
    if quoted:
        found = re.compile(r"[^VBEGt]*?[,:]?(?P<rest>Q)").match(kinds, behind)
        return found.start("rest") if found else None
    if stop == "," and behind < len(kinds) and kinds[behind] not in "GE":
        return behind
    return None


def _clause_start(s: Sentence, end: int) -> int:
    """Return where the content begins that ends at chunk `end`, in front of its cue."""
    kinds = s.kinds
    start = 0
    semicolon = kinds.rfind(";", 0, end)
    if semicolon >= 0:
        start = semicolon + 1
    if kinds[start] == "c" and start < end:
        start += 1
        if kinds[start] == "," and start < end:
            start += 1
    return start


BY = re.compile(r"(?:[AY]|P[NY])*?P(?P<np>[NMH](?:P[NYq]|cN)*)")
HEARSAY = re.compile(r"[AY]*(?P<content>I|t|[ws](?=[NH])|P?w)")
HEARSAY_VERBS = frozenset("expect believe say report allege think understand consider rumor rumour suppose estimate see view".split())


def _passive(s: Sentence, at: int, cue: Cue, number: int) -> Reading | None:
    """Read “… was criticised by X” and “… is expected to …”, which names nobody."""
    by = BY.match(s.kinds, at + 1)
    subject = subject_before(s, at)
    if subject is None:
        return None
    if by is not None and s.low(by.start("np") - 1) == "by" and cue.takes & {"noun", "object"}:
        source = Subject(by.start("np"), by.end("np") - 1, "behind")
        return _reading(s, [(subject.first, subject.last)], source, (at, at), rules.PASSIVE, cue, number)
    told = HEARSAY.match(s.kinds, at + 1)
    if told is None or cue.verb not in HEARSAY_VERBS or subject.how == "relative":
        return None
    start = told.start("content")
    pieces = [(start, content_end(s, start))]
    if s.kinds[start] == "I":
        pieces.insert(0, (subject.first, subject.last))
    return _reading(s, pieces, None, (at, at), rules.HEARSAY, cue, number)


def _reading(
    s: Sentence,
    pieces: list[tuple[int, int]],
    subject: Subject | None,
    verb: tuple[int, int],
    rule: Rule,
    cue: Cue,
    number: int,
) -> Reading | None:
    content = tuple(s.span(first, last) for first, last in pieces if last >= first)
    if not content:
        return None
    source = (s.span(subject.first, subject.last),) if subject is not None else ()
    if any(speaker.meets(piece) for speaker in source for piece in content):
        return None
    return Reading(
        content=content,
        source=source,
        cue=s.span(*verb),
        rule=rule,
        group=cue.group,
        verb=cue.verb,
        how=subject.how if subject is not None else "nobody",
        sentence=number,
    )


SURVEY = re.compile(r"A?P(?P<np>N(?:P[NY]|E(?:P[NY]|Y)?|Y)*),?(?P<content>[NHY])")
SURVEYS = frozenset("poll survey polls surveys tally count estimate study analysis report census".split())


def read_surveys(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield “In a poll by X, 52 percent …”."""
    match = SURVEY.match(s.kinds)
    if match is None or s.first_low(match.start("np") - 1) not in ("in", "by", "under"):
        return
    first, last = match.start("np"), match.end("np") - 1
    if s.low(first) in SURVEYS:
        start = match.start("content")
        reading = Reading(
            content=(s.span(start, content_end(s, start)),),
            source=(s.span(first, last),),
            cue=s.span(first - 1, first - 1),
            rule=rules.SURVEY,
            group="show",
            verb="",
            how="behind",
            sentence=number,
        )
        yield reading


ACCORDING = re.compile(r"GP(?P<np>[NHM](?:P[NYqM]|q|u|c[NM]|E(?:P[NY])?|Y)*(?:,[NP](?:P[NY])*(?=,))?)")


def read_according_to(s: Sentence, number: int) -> Iterator[Reading]:
    """Yield “According to X, …” and “…, according to X”."""
    kinds = s.kinds
    for match in ACCORDING.finditer(kinds):
        at = match.start()
        if s.low(at) != "according" or s.low(at + 1) != "to":
            continue
        behind = match.end()
        pieces: list[tuple[int, int]] = []
        if at <= 1:
            start = behind + 1 if kinds[behind : behind + 1] == "," else behind
            pieces = [(start, content_end(s, start))] if start < len(kinds) else []
        else:
            end = at - 1
            while end > 0 and kinds[end] in ",-":
                end -= 1
            pieces = [(_clause_start(s, end), end)]
            if kinds[behind : behind + 1] == "," and behind + 1 < len(kinds) and kinds[behind + 1] not in "cwGaP":
                pieces.append((behind + 1, content_end(s, behind + 1)))
        content = tuple(s.span(a, b) for a, b in pieces if b >= a)
        if content:
            yield Reading(
                content=content,
                source=(s.span(match.start("np"), match.end("np") - 1),),
                cue=s.span(at, at + 1),
                rule=rules.ACCORDING_TO,
                group="say",
                verb="according",
                how="behind",
                sentence=number,
            )

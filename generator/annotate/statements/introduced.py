"""Words in the paragraph below a colon: “She wrote:”, “Transcript as follows:”"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.annotate.lexicon import words
from generator.annotate.statements import rules
from generator.annotate.statements.chunks import Sentence
from generator.annotate.statements.contents import speaks
from generator.annotate.statements.doubts import is_hypothetical
from generator.annotate.statements.passives import is_passive
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.subjects import subject_before
from generator.model import Span

AS_FOLLOWS = re.compile(r"(?P<np>N(?:P[NY])*)(?P<cue>aV):")
# Between the verb and the colon stand only when, where and to whom: “She wrote on Monday in a letter to the city:”
NOTHING_ELSE = re.compile(r"(?:[AYM]|P(?:[NYMH]|G[NM]?))*:")
# What comes below is a post that the copy may have lost.
POSTING = words("tweet tweets tweeted tweeting post posts posted posting retweeted")


def read_introduced(above: Sentence, quoted: tuple[Span, ...]) -> Reading | None:
    """Read a sentence that ends in a colon as the cue of the quotations below it."""
    follows = AS_FOLLOWS.fullmatch(above.kinds)
    if follows is not None and above.low(follows.end("cue") - 1) == "follows":
        return _reading(above, (follows.start("np"), follows.end("np") - 1), follows.span("cue"), quoted)
    for verb in range(len(above.kinds) - 2, -1, -1):
        subject = subject_before(above, verb) if above.kinds[verb] in "VEG" else None
        if subject is not None:
            reading = _reading(above, (subject.first, subject.last), (verb, verb + 1), quoted)
            return reading if speaks(above, verb) else replace(reading, how="unlisted verb")
    return None


def read_set_off(above: Sentence, below: Span, *, names: frozenset[str]) -> Reading | None:
    """Read “She wrote:” as the cue of the paragraph `below`, which has no quotation marks around it.

    Only a verb of saying that is followed by nothing but when, where and to whom, and none of posting, for the post may
    be lost; nor where the paragraph `names` its speaker (words in small letters): then somebody tells of them.
    """
    for verb in range(len(above.kinds) - 2, -1, -1):
        if above.kinds[verb] not in "VEG":
            continue
        says = speaks(above, verb) and not is_passive(above, verb) and above.low(verb) not in POSTING
        if not says or not NOTHING_ELSE.fullmatch(above.kinds, verb + 1):
            return None
        subject = subject_before(above, verb)
        if subject is None or above.low(subject.last) in names:
            return None
        reading = _reading(above, (subject.first, subject.last), (verb, verb + 1), (below,))
        return replace(reading, rule=rules.SET_OFF, set_off=True)
    return None


def read_block_quotation(above: Sentence, quoted: tuple[Span, ...]) -> Reading | None:
    """Read a sentence that ends in a colon as the cue of what the file sets off below it, be it a post.

    Only where its last verb that has a subject is one of saying: not “The clerk opened the letter:”.
    """
    if not above.kinds.endswith(":"):
        return None
    for verb in range(len(above.kinds) - 2, -1, -1):
        subject = subject_before(above, verb) if above.kinds[verb] in "VEG" else None
        if subject is not None:
            says = speaks(above, verb) or above.low(verb) in POSTING
            if not says or is_passive(above, verb) or is_hypothetical(above, verb):
                return None
            reading = _reading(above, (subject.first, subject.last), (verb, verb + 1), quoted)
            return replace(reading, rule=rules.SET_OFF, set_off=True)
    return None


def _reading(s: Sentence, source: tuple[int, int], cue: tuple[int, int], content: tuple[Span, ...]) -> Reading:
    """Chunks of the source inclusive, of the cue half-open."""
    return Reading(
        content=content,
        source=(s.span(*source),),
        cue=s.span(cue[0], cue[1] - 1),
        rule=rules.QUOTATION_AFTER_CUE,
        group="say",
        verb=s.low(cue[1] - 1),
        how="paragraph above",
        sentence=-1,
    )

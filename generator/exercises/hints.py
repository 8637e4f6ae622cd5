"""Whether a version may tell in its own way what no match was found for: the key must not deny that."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.exercises.ground import Ground
from generator.model import Annotated, Place, Span

HINT = 0.3
"""Share of a sentence's telling words in two paragraphs that hints at the same being told there."""
QUOTED_HINT = 0.4
"""Share of a quotation's telling words in one paragraph that does."""
SHARED_WORDS = 2
"""Telling words that one sentence shares with what nobody is said to have said: it may be told there as well."""
LEAST_QUOTED = 4
"""Telling words that a quotation has, to be looked for by its own words alone."""
TELLING = re.compile(r"[^\W_]{5,}")
"""Shorter words are mostly grammar."""
STEM_LETTERS = 6
"""`warned`, `warnings` and `warns` begin alike, in most languages."""

# Verbs and nouns of one class: who denies in one version and rejects in another may do one and the same thing (after
# the verbs of judging of Fillmore 1971, "Verbs of judging", the classes of Hooper 1975, "On assertive predicates", and
# the verbs of change, possession and appointment of Levin 1993, "English Verb Classes and Alternations").
ACTS = tuple(
    re.compile(rf"\b(?:{stems})", re.IGNORECASE)
    for stems in (
        "accus|alleg|blam|charg(?:e[ds]?|ing)\\b|claim|suspect",
        "den(?:y|ied|ies|ial)|reject|dismiss|refut|rebut|disput|contradict",
        "warn|threat|caution",
        "press(?:e[ds]|ing|ur\\w*)?\\b|urg(?:e|ing)|demand|call(?:ed|s|ing)? (?:on|for)|implor",
        "prais|laud|hail|welcom|applaud",
        "critici[sz]|condemn|denounc|attack|slam|blast|lash",
        "promis|pledg|vow|commit",
        "apologi|regret|sorry",
        r"resign|quit|retir|withdr[ae]w|oust|sack|fired\b|step\w* (?:down|aside)|dropp?\w* out|not (?:seek|run)",
        r"died?\b|dies\b|dead|death|kill|murder|slain|fatal",
        r"arrest|detain|jail|imprison|custody",
        r"buy|bought|purchas|acquir|sell|sold\b|sale\b",
        r"ris(?:e|es|ing)\b|rose\b|increas|climb|grow|grew|soar|surg|jump|rais(?:e[ds]?|ing)\b",
        r"fall|fell\b|drop|declin|decreas|shr[aiu]nk|cut(?:s|ting)?\b|slash|lower|reduc",
        r"vot(?:e[ds]?|ing)\b|ballot|elect(?:ed|ion|s)\b",
        r"agree|accord\b|deal\b|settle|compromis|pact\b",
        r"clos(?:e[ds]?|ing|ure)\b|shut|halt|stop|suspend|ceas",
    )
)


def hinted_at(ground: Ground, place: Place, version: str) -> bool:
    """Whether a reader of `version` may know the same: by its words, or because somebody does the like there."""
    return _shares_words(ground, place, ground.versions[version]) or _shares_act(ground, place, version)


def _shares_words(ground: Ground, place: Place, other: Annotated) -> bool:
    told = ground.versions[place.version]
    quoted = _stems(" ".join(told.article.at(span) for span in quotations_in(told, place.span)))
    paragraphs = [_stems(other.article.at(block.span)) for block in other.article.blocks]
    if len(quoted) >= LEAST_QUOTED:
        return any(len(quoted & paragraph) >= QUOTED_HINT * len(quoted) for paragraph in paragraphs)
    stems = _stems(told.article.at(place.span))
    if ground.chain_in(place) is None:
        # What one outlet calls a threat another may quote: then a single word hints at it.
        least = 1 if any(act.search(told.article.at(place.span)) for act in ACTS) else SHARED_WORDS
        return any(len(stems & _stems(other.article.at(span))) >= least for span in other.sentences)
    return any(len(stems & (one | next_)) >= HINT * len(stems) for one, next_ in pairwise([*paragraphs, set()]))


def quotations_in(version: Annotated, sentence: Span) -> list[Span]:
    return [quotation.span for quotation in version.quotations if sentence.holds(quotation.span)]


def _shares_act(ground: Ground, place: Place, version: str) -> bool:
    """Whether a sentence of `version` tells an act of the same class with one of the same actors."""
    told, other = ground.versions[place.version], ground.versions[version]
    words = told.article.at(place.span)
    acts = [act for act in ACTS if act.search(words)]
    if not acts:
        return False
    actors = _actors(ground, told, place.span)  # none where a pronoun stands for whoever does it
    return any(
        not actors or not actors.isdisjoint(_actors(ground, other, sentence))
        for sentence in other.sentences
        if any(act.search(other.article.at(sentence)) for act in acts)
    )


def _actors(ground: Ground, version: Annotated, sentence: Span) -> set[str]:
    """Keys of the profiles of those whom a sentence names."""
    named = [actor for actor in version.actors if any(sentence.meets(mention) for mention in actor.mentions)]
    return {profile.key for actor in named if (profile := ground.index.profile(version.id, actor.key))}


def _stems(words: str) -> set[str]:
    return {word.casefold()[:STEM_LETTERS] for word in TELLING.findall(words)}

"""Whether the content of a statement reads by itself: a quotation or a clause, and not a piece of one."""

from __future__ import annotations

import re

QUOTED = re.compile("[“”\"„«»‘]|(?<!\\w)'\\w")
OPENING = re.compile(r"(?:no\W*\Z|yes\W*\Z|that|whether|if|how|why|what|who|when|where|which|to)\b", re.IGNORECASE)
# A clause does not open with its own verb: "is the harbour, waving a map" lost its subject to the other side of
# the cue, "waving a map" is what the speaker did.
VERB_FIRST = re.compile(
    r"(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|should)\b(?!\s+(?:he|she|it|they|we|"
    r"you|I|there|the|this|that)\b)|(?!nothing\b|anything\b|something\b|everything\b|king\b|spring\b)[a-z]+ing\b(?!\s+(?:\w+\s+)*?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b)"
)
FINITE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|cannot|[a-z]+ed|[a-z]{2,}[a-rt-z]s|"
    r"\w+n['’]t|began|came|fell|felt|gave|got|grew|held|kept|knew|lay|led|left|lost|made|met|paid|put|ran|rose|said|saw|"
    r"sent|set|shot|spoke|spent|stood|told|took|went|won|wrote)\b|\w['’](?:s|re|ve|ll|d|m)\s",
)


def reads_by_itself(content: str) -> bool:
    """Return whether content can stand under "what they are said to have said".

    It can where it quotes, opens as a clause does ("that …", "to …"), or has a subject and a verb behind it; not
    where it opens with a verb or has none. A word in -s or -ed passes for a verb: the rule sorts out pieces, and
    does not parse.
    """
    words = content.strip()
    if QUOTED.search(words) or OPENING.match(words):
        return True
    return not VERB_FIRST.match(words) and FINITE.search(words) is not None

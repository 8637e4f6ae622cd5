"""How a speaker is called: by name, with others, or in the text's own words for somebody unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.annotate.anonymity import NUMBERS
from generator.annotate.lexicon import read_lexicon, words
from generator.annotate.references import Head
from generator.annotate.vocabulary import FAMILY, PEOPLES, ROLES
from generator.model import Actor, Article, Naming, Span, Speaker
from generator.phrases import listed

_LISTS = read_lexicon("sources")
_PLURALS = frozenset(
    {"people", "men", "women", "police", "staff", "many", "some", "others", "several", "few", "both", "all"}
)
_SOMEONE = frozenset({"someone", "somebody"})
_KNOWN = words(_LISTS["persons"]) | words(_LISTS["offices"]) | PEOPLES | _PLURALS | ROLES | _SOMEONE
_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
_INDEFINITE = NUMBERS | {"a", "an", "one", "another", "some", "any", "no", "other", "certain", "most", "more"}
# Endings of words for people: settlers, survivors, loyalists, contestants, Bostonians, attendees, engineers.
_PERSON_LIKE = re.compile(
    r"(?:er|or|ist|ant|(?<!m)ent|ian|ee|eer|man|woman|men|women|ess|ster|mate|crat|voter)s?$|%|percent"
)
_LEADING = re.compile(r"(?:according to\s+)?(?:(?:an?|the)\s+)?", re.IGNORECASE)
_LABEL_END = re.compile(r",|\s(?:who|whom|whose|that|which|(?:cited|quoted) by)\b|[“\"(]|\s[—–-]")


def named_speaker(actors: Sequence[Actor]) -> Speaker:
    """One actor, or several who say it together and have no key of their own."""
    names = dict.fromkeys(actor.name for actor in actors)
    return Speaker(listed(list(names)), Naming.NAMED, actors[0].key if len(names) == 1 else None)


def together(speaker: Speaker, head: Head) -> Speaker:
    """Add those without a name who say it too: "Anna Moreno and other ministers" are no single actor."""
    return Speaker(f"{speaker.label} and {head.others}", speaker.naming) if head.others else speaker


def unnamed_speaker(article: Article, source: Span, head: Head) -> Speaker | None:
    """Hold people without a name to it by the text's own words; None for a name that nobody is known by."""
    text = article.text
    start = source.start
    if leading := _LEADING.match(text, source.start, source.end):
        start = leading.end()
    end = min((m.start() for m in _LABEL_END.finditer(text, start + 1, source.end)), default=source.end)
    noun = head.words[-1]
    core = text[start : head.end].split()
    opens = len(core) == 1 and bool(
        text[head.end : end].strip()
    )  # "Directors of the port": any word has a capital here
    capital = bool(core) and core[-1][0].isupper() and not opens
    indefinite = head.words[0] in _INDEFINITE or head.words[0][0].isdigit()
    if noun not in _KNOWN and (capital or not _PERSON_LIKE.search(noun) or not (indefinite or is_plural(head))):
        return None
    titled = capital and not is_plural(head) and head.words[0] not in _ARTICLES
    if titled and text[source.start : end].split()[-1][0].isupper() and len(text[head.end : end].split()) > 1:
        return None  # "then-Deputy Secretary for Port Watch Xo Zarqa": a title, and a name that no rule could read
    if head.words[0] in ("no", "not", "nobody", "none"):
        return None
    if noun in FAMILY and not indefinite:  # "your mother and father": a certain one, whom the text may name elsewhere
        return None
    return Speaker(" ".join(text[start:end].split()), Naming.UNNAMED)


def is_plural(head: Head) -> bool:
    """Whether the common noun at the head is several people by its form or its number."""
    noun = head.words[-1]
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(("ss", "us"))) or head.words[0] in NUMBERS

"""Whom the text brings in as somebody's relative."""

from __future__ import annotations

import re
from collections.abc import Set

from generator.annotate.names import Name
from generator.annotate.places import place_named
from generator.annotate.vocabulary import BODIES, CALENDAR, FAMILY, LONE_BODIES, PEOPLES
from generator.model import Article

# “his wife, ”, “her father, the ”
_RELATION = re.compile(rf"\b({'|'.join(sorted(FAMILY))}),?\s(?:the\s)?$")
_LONGEST_RELATION_CHARS = 24
# “Carl and ”, in front of Anna Moreno
_AND_BEFORE = re.compile(r"(?:^|[^\w\s.’']\s?|\b[a-z]\w*\s)([A-Z]\w+) and $")
_LONGEST_FIRST_NAME_CHARS = 40


def relation_in_front(article: Article, at: int) -> str:
    """Return the noun for a relative right in front of a name that starts at `at`; empty where there is none."""
    relation = _RELATION.search(article.text, max(0, at - _LONGEST_RELATION_CHARS), at)
    return relation[1] if relation is not None else ""


def is_brought_in_as_family(article: Article, name: Name) -> bool:
    """Whether the text says whose relative it is: "his wife, Anna Moreno", "his father, the Rev. Carl Moreno"."""
    start = name.title.start if name.title is not None else name.span.start
    return name.rank in FAMILY or bool(relation_in_front(article, start))


def is_named_with_family(article: Article, name: Name, lasts: Set[str]) -> bool:
    """Whether one of the family stands in front, whose first name alone is written: "Carl and Anna Moreno".

    `lasts` are the last names of the article's people: in "Klein and Anna Moreno" the first is no relative.
    """
    if name.title is not None:
        return False
    pair = _AND_BEFORE.search(article.text, max(0, name.span.start - _LONGEST_FIRST_NAME_CHARS), name.span.start)
    if pair is None:
        return False
    first = pair[1].casefold()
    return first not in lasts | PEOPLES | BODIES | CALENDAR and pair[1] not in LONE_BODIES and not place_named(pair[1])

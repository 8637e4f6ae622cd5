"""Whether a statement may be shown without "to check"."""

from __future__ import annotations

from generator.annotate.statements.readings import Reading
from generator.model import Article


def is_sure(article: Article, reading: Reading) -> bool:
    """Return whether the reading is of a kind that was right often enough when measured."""
    return reading.group == "say" and reading.how in ("next to the verb", "behind")

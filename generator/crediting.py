"""Which newsrooms a statement credits for what it tells."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Naming, Statement
from generator.newsrooms import is_newsroom, same_newsroom


def credited_newsrooms(statement: Statement) -> Iterator[str]:
    """Yield the newsrooms that heard the words or passed them on, and the one that is itself the speaker.

    A newsroom that only asks ("HuffPost asked its readers what they think") told nobody anything.
    """
    yield from (relay.name for relay in statement.relays)
    speaker = statement.speaker
    if speaker is not None and not statement.question and speaker.naming is Naming.NAMED and is_newsroom(speaker.label):
        yield speaker.label


def credits_outlet(statement: Statement, outlet: str | None) -> bool:
    """Whether the statement credits the outlet of another version; False where nobody names that outlet."""
    return outlet is not None and any(same_newsroom(name, outlet) for name in credited_newsrooms(statement))

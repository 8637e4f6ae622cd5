"""An attribution on its way to a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Rule, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader makes of one cue; offsets as in the article."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: Span | None
    """None: a quotation that the file sets off and nobody is said to speak."""
    rule: Rule
    group: str
    """The table of cues.toml that the cue stands in."""
    verb: str
    how: str
    """Where the source was found; see `Subject.how`."""
    sentence: int
    """Number of the sentence in its block; -1 for a paragraph of quotation without a speaker of its own."""
    set_off: bool = False
    """Whether the content stands as the speaker's own words without quotation marks around it."""
    doubts: tuple[str, ...] = ()
    """Why it may be wrong; see doubts.py."""


def laid_out(
    content: Sequence[Span], rule: Rule, *, source: Span | None, cue: Span | None, set_off: bool = True
) -> Reading:
    """Return the reading of words that no verb but their place on the page gives to somebody; without `source` to
    nobody. The `cue` is the colon or the dash beside the name.
    """
    return Reading(
        content=tuple(content),
        source=(source,) if source is not None else (),
        cue=cue,
        rule=rule,
        group="say",
        verb="",
        how="layout",
        sentence=-1,
        set_off=set_off,
    )

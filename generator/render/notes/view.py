"""What one note says, and how far it can be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from markupsafe import Markup

from generator.model import EDITOR, Block, Rule, Span


class Weight(IntEnum):
    """What a reader should see first; notes past the third of a paragraph are folded."""

    UNNAMED = 0
    WORDING = 1
    SOURCE = 2
    EDITOR = 3
    SINGLE = 4
    CHECK = 5
    OWN_VOICE = 6
    FRAMING = 7
    TIME = 8
    REPAIR = 9


class Standing(StrEnum):
    """How far a mark can be relied on; printed on it."""

    SURE = "by a rule"
    CHECK = "to check"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One note. `body` and `heading` are what a reader sees; `why` says which rule made the mark."""

    weight: Weight
    kind: str
    """The class of the mark it explains: `source`, `unnamed`, `wording`, …"""
    heading: str
    body: Markup
    why: str
    standing: Standing
    anchor: str | None
    """The fragment of the mark; None for a note on the whole paragraph."""


def standing(rule: Rule, *, sure: bool = True) -> Standing:
    if rule is EDITOR or rule == EDITOR:
        return Standing.EDITOR
    return Standing.SURE if sure else Standing.CHECK


def starts_in(block: Block, span: Span) -> bool:
    return block.span.start <= span.start < block.span.end

"""Whether a statement may be shown without "to check"."""

from __future__ import annotations

from generator.annotate.statements import rules
from generator.annotate.statements.doubts import THING
from generator.annotate.statements.readings import Reading
from generator.annotate.statements.signatures import FULL_NAME

# Here whatever is said to speak is the source: “Vote now,” the sign says; according to the leaflet.
SPEAKS_WHATEVER_IT_IS = frozenset([rules.QUOTATION_BEFORE_CUE.id, rules.INVERTED.id, rules.ACCORDING_TO.id])
TRUSTED = SPEAKS_WHATEVER_IT_IS | {
    rules.QUOTATION_AFTER_CUE.id,
    rules.CLAUSE.id,
    rules.PARENTHETICAL.id,
    rules.ADDRESSEE.id,
    rules.MATTER.id,
}
SPEECH = ("say", "tell", "ask", "inquire", "charge")


def is_sure(reading: Reading) -> bool:
    """Return whether nothing speaks against the reading.

    That is: a listed verb of saying or of passing a verdict (no belief, wish or attitude) or "according to", read by
    one of the rules that were right most often when measured, and no doubt about it (doubts.py). Or it is a quotation
    with a full personal name, and nothing else, behind the dash: “…” — Ana Reyes.
    """
    if reading.rule is rules.SIGNATURE:
        return reading.how == FULL_NAME and not reading.set_off
    if reading.group not in SPEECH or reading.rule.id not in TRUSTED or reading.how == "unlisted verb":
        return False
    excused = (THING,) if reading.rule.id in SPEAKS_WHATEVER_IT_IS else ()
    return not any(doubt not in excused for doubt in reading.doubts)

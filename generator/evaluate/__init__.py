"""How well the finders work, measured against articles that people marked. Nothing here prints or looks at a clock.

For each subject `evaluate_<subject>` returns figures, `<subject>_lines` words them, `<subject>_data` makes them JSON.
"""

from generator.evaluate.bodies import BodyFigures, evaluate_bodies
from generator.evaluate.gold import Part
from generator.evaluate.report import (
    bodies_data,
    bodies_lines,
    errors_lines,
    speakers_data,
    speakers_lines,
    statements_data,
    statements_lines,
    times_data,
    times_lines,
)
from generator.evaluate.scores import Error, Score
from generator.evaluate.speakers import SpeakerFigures, evaluate_speakers
from generator.evaluate.statements import StatementFigures, evaluate_statements
from generator.evaluate.times import TimeFigures, evaluate_times

__all__ = [
    "BodyFigures",
    "Error",
    "Part",
    "Score",
    "SpeakerFigures",
    "StatementFigures",
    "TimeFigures",
    "bodies_data",
    "bodies_lines",
    "errors_lines",
    "evaluate_bodies",
    "evaluate_speakers",
    "evaluate_statements",
    "evaluate_times",
    "speakers_data",
    "speakers_lines",
    "statements_data",
    "statements_lines",
    "times_data",
    "times_lines",
]

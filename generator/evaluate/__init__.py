"""How well the finders work, measured against articles that people marked. Nothing here prints or looks at a clock."""

from generator.evaluate.gold import Part
from generator.evaluate.report import errors_lines, statements_data, statements_lines
from generator.evaluate.scores import Error, Score
from generator.evaluate.statements import StatementFigures, evaluate_statements

__all__ = [
    "Error",
    "Part",
    "Score",
    "StatementFigures",
    "errors_lines",
    "evaluate_statements",
    "statements_data",
    "statements_lines",
]

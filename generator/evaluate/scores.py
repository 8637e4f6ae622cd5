"""Figures: precision, recall and F1 with the counts they are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Right among found, right among wanted. Counts, so that scores of parts can be added."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """1.0 where nothing was found: nothing found is wrong."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """1.0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean; 1.0 where nothing was wanted and nothing found."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.right}/{self.found}), "
            f"recall {self.recall:.3f} ({self.right}/{self.wanted}), F1 {self.f1:.3f}"
        )


NOTHING = Score(0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One thing that went wrong, with the words around it."""

    kind: str
    """The error class: a phrase that reports print as a heading."""
    detail: str
    """What splits the class further: the cue that was missed, the rule that fired."""
    article: str
    """The article's id in the gold file."""
    wanted: str
    """The gold words; empty where nothing was wanted."""
    found: str
    """The machine's words; empty where nothing was found."""

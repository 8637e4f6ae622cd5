"""How well the body of a saved web page is found, by the measure of the article extraction benchmark."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from generator.evaluate.gold import Part
from generator.evaluate.matching import TOKEN
from generator.evaluate.scores import Error

RUN = 4
"""Tokens in a row that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFigures:
    """Means over pages, each page weighing the same."""

    pages: int
    precision: float
    recall: float
    errors: tuple[Error, ...]
    """The pages whose body is not found to the word, the worst first."""

    @property
    def f1(self) -> float:
        """Of the mean precision and the mean recall, as the benchmark has it."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def evaluate_bodies(folder: Path, body: Callable[[bytes, str], str], part: Part = Part.ALL) -> BodyFigures:
    """Compare the text that `body` makes of each saved page (its bytes, its address) with the gold text.

    `folder` holds `ground-truth.json` (`{id: {"articleBody", "url"}}`) and `<id>.html.gz`. The measure follows Zyte,
    "Article extraction benchmark" (2020): precision and recall over runs of four tokens, repeats counted.
    """
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    precisions: list[float] = []
    recalls: list[float] = []
    errors: list[tuple[float, Error]] = []
    pages = 0
    for page_id, truth in sorted(gold.items()):
        if not part.takes(page_id):
            continue
        pages += 1
        text = body(gzip.decompress((folder / f"{page_id}.html.gz").read_bytes()), truth["url"])
        wanted, found = _runs(truth["articleBody"]), _runs(text)
        shared = (wanted & found).total()
        if found:
            precisions.append(shared / found.total())
        if wanted:
            recalls.append(shared / wanted.total())
        if wanted != found:
            right = 2 * shared / (wanted.total() + found.total())
            error = Error(
                kind="body not found to the word",
                detail="",
                article=f"{page_id} {truth['url']} (F1 {right:.3f})",
                wanted=_sample(wanted - found),
                found=_sample(found - wanted),
            )
            errors.append((right, error))
    errors.sort(key=lambda pair: pair[0])
    return BodyFigures(
        pages=pages,
        precision=fmean(precisions) if precisions else 0.0,
        recall=fmean(recalls) if recalls else 0.0,
        errors=tuple(error for _, error in errors),
    )


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four tokens; a text shorter than that is one run."""
    tokens = TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + RUN]) for i in range(max(1, len(tokens) - RUN + 1)) if tokens)


def _sample(runs: Counter[tuple[str, ...]]) -> str:
    """Return the first words of the first runs, enough to see what they belong to."""
    return f"{runs.total()} runs: " + " ".join(run[0] for run in list(runs)[:25]) if runs else ""

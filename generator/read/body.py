"""Which stretches of a page's text are the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.model import Span
from generator.read.alignment import align
from generator.read.text_nodes import PageText

FEWEST_OF_A_KIND = 4
"""So many paragraphs of the same make the extractor must have found before others of that make are taken in."""
FEWEST_WORDS = 12
SENTENCE = re.compile(r"""[.!?…。！？؟।:]["'”’»)\]]*$""")


def find_body(source: str, page: PageText) -> tuple[Span, ...] | None:
    """Return the article's stretches of `page`, sorted and disjoint; None where no article is found.

    The extraction is trafilatura's (Adrien Barbaresi, "Trafilatura: A Web Scraping Library", 2021), without comments.
    Two things are mended: paragraphs that it lost though they are made like those that it found, which would make a
    whole copy look like a cut one; and headings that lead to other articles.
    """
    from trafilatura import extract

    extracted = extract(source, include_comments=False)
    found = align(extracted.splitlines(), page.text) if extracted else ()
    return _without_teasers(_with_lost_paragraphs(found, page), page) or None


def _with_lost_paragraphs(found: Sequence[Span], page: PageText) -> list[Span]:
    """Add the paragraphs of running text that have the same blocks around them as several found ones."""
    bodies = {span.start: span for span in found}
    makes = Counter(line.path for line in page.lines if line.span.start in bodies)
    for line in page.lines:
        text = page.text[line.span.start : line.span.end]
        if (
            makes[line.path] >= FEWEST_OF_A_KIND
            and line.path[-1][0] == "p"
            and not any(span.meets(line.span) for span in found)
            and SENTENCE.search(text)
            and len(text.split()) >= FEWEST_WORDS
        ):
            bodies[line.span.start] = line.span
    return [bodies[start] for start in sorted(bodies)]


def _without_teasers(found: Sequence[Span], page: PageText) -> tuple[Span, ...]:
    """Leave out headings that lead to other articles: links as a whole, and those without any text under them."""
    linked = {line.span.start for line in page.lines if line.is_link}
    headings = [heading for heading in page.headings if heading.start in linked]
    # The headline may be a link to its own page.
    kept = [span for number, span in enumerate(found) if not number or not any(h.holds(span) for h in headings)]
    while kept and any(heading.holds(kept[-1]) for heading in page.headings):
        kept.pop()
    return tuple(kept)

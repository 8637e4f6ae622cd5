"""What stands under the flow picture and what it is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model import Naming
from generator.newsrooms import bare_name, is_newsroom
from generator.phrases import count_words, listed, sentence
from generator.render.lookup import Lookup
from generator.render.pictures.paths import SourceBox, find_readings


def find_captions(lookup: Lookup, boxes: Sequence[SourceBox]) -> Iterator[str]:
    """Yield a sentence for each form that the picture uses."""
    forms = {
        Naming.NAMED: "plain box: a name is given",
        Naming.OFFICE: "round box: speaks for a named person or body, no name given",
        Naming.UNNAMED: "dashed box and line: no name is given",
    }
    present = {box.naming for box in boxes}
    yield sentence("; ".join(form for naming, form in forms.items() if naming in present))
    if any(not path.relays for box in boxes for path in box.paths):
        yield "A line with no box on its way: nobody was found who passed the words on."
    if newsrooms := _speaking_newsrooms(lookup):
        yield f"Itself a newsroom: {listed(newsrooms)}."
    if readings := list(tell_readings(lookup)):
        yield "Dotted line: the editor's reading, not the text's."
        yield from readings
    silent = [v for v in lookup.versions if all(path.version != v for box in boxes for path in box.paths)]
    unread = [v for v in silent if lookup.versions[v].not_run]
    # A sure statement without a path: the text leaves open, or the rules could not tell, who speaks.
    sure = {v: sum(statement.sure for statement in lookup.versions[v].statements) for v in silent}
    for versions, why in (
        ([v for v in silent if v not in unread and not sure[v]], "no sure statement was found there"),
        (unread, "the rules know English only"),
        *(
            ([v], f"the rules could not tell who speaks ({count_words(sure[v], 'statement')})")
            for v in silent
            if sure[v]
        ),
    ):
        if versions:
            yield f"No line from a source leads to {listed(lookup.letters(versions))}: {why}."


def tell_readings(lookup: Lookup) -> Iterator[str]:
    """Yield `B does not name Reuters; the editor reads it as resting on Reuters.`, a sentence for several versions."""
    groups: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for reading in find_readings(lookup):
        groups[reading.newsroom, reading.credited].append(reading.version)
    for (newsroom, credited), versions in groups.items():
        letters = listed(lookup.letters(versions))
        do, them = ("does", "it") if len(versions) == 1 else ("do", "them")
        if credited:
            yield f"The editor reads {letters} as resting on {newsroom}."
        else:
            yield f"{letters} {do} not name {newsroom}; the editor reads {them} as resting on {newsroom}."


def describe(lookup: Lookup, boxes: Sequence[SourceBox]) -> str:
    """Return what the picture shows, for those who do not see it."""
    sources = sum(len(box.labels) for box in boxes)
    relays = dict.fromkeys(relay for box in boxes for path in box.paths for relay in path.relays)
    passed = f"passed on by {listed(list(relays))}" if relays else "no newsroom was found that passed words on"
    if newsrooms := _speaking_newsrooms(lookup):
        passed += f"; itself a newsroom: {listed(newsrooms)}"
    read = "".join(f" {told}" for told in tell_readings(lookup))
    return (
        f"On the left {count_words(sources, 'source')}, in the middle what lies between ({passed}), "
        f"on the right {count_words(len(lookup.versions), 'version')}.{read} "
        "The table “The paths in words” says the same."
    )


def _speaking_newsrooms(lookup: Lookup) -> list[str]:
    """The sources that are newsrooms themselves: "The Daily Courier is reporting that …"."""
    origins = dict.fromkeys(chain.origin for chain in lookup.comparison.chains)
    labels = (lookup.origins[key].label for key in origins)
    return [label for label in labels if is_newsroom(bare_name(label))]

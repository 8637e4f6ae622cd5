"""What differs between the versions, ranked by what it changes for the reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, combinations
from unicodedata import normalize

from generator.compare.chains import merged_names
from generator.compare.credits import find_credit_differences, find_credited_versions, find_shared_reports
from generator.compare.difference import Difference, Told
from generator.compare.differences import (
    find_cue_differences,
    find_date_differences,
    find_figure_differences,
    find_unnamed_described_apart,
    find_wording_differences,
)
from generator.compare.singles import find_single_passages, find_single_statements
from generator.compare.telling import Telling
from generator.languages import one_language
from generator.model import (
    MOST_FINDINGS,
    Annotated,
    Chain,
    Event,
    Finding,
    FindingKind,
    Kinship,
    Passage,
    Place,
    Relation,
    Report,
    Wording,
)

ID_WORDS = 4

# What was said and by whom, then when, then what one copy does not have, then where the words come from.
STRONG: Mapping[FindingKind, int] = {
    FindingKind.SPEAKER_DIFFERS: 2,
    FindingKind.WORDS_DIFFER: 3,
    FindingKind.DATES_CONFLICT: 2,
    FindingKind.FIGURES_DIFFER: 3,
    FindingKind.STATEMENT_SINGLE: 1,
    FindingKind.ONE_REPORT: 1,
    FindingKind.VERSION_CREDITED: 1,
    FindingKind.UNNAMED_DESCRIBED_APART: 1,
    FindingKind.CREDIT_DIFFERS: 1,
    FindingKind.RETOLD: 1,
}
"""In the order of their weight for a reader, with how many of each may stand."""
LIGHT: Mapping[FindingKind, int] = {
    FindingKind.PASSAGE_SINGLE: 1,
    FindingKind.CUE_DIFFERS: 1,
    FindingKind.DATES_FINER: 1,
}
"""Stand only where the strong ones leave room."""


def find_findings(
    versions: Sequence[Annotated],
    passages: Sequence[Passage],
    wordings: Sequence[Wording],
    tellings: Sequence[Telling],
    chains: Sequence[Chain],
    reports: Sequence[Report],
    events: Sequence[Event],
    kinship: Sequence[Kinship],
) -> Iterator[Finding]:
    """Yield at most `MOST_FINDINGS` findings, what matters most first, each with the places that it rests on.

    What is not found in another version is no finding where the versions are written in different languages: nothing
    is translated, so nothing would be found. Nor are passages of a version that goes along with no other one: nearly
    all of them are its own. A story of one version has no findings.
    """
    written = [version for version in versions if version.sentences]
    if len(written) < 2:
        return
    said = {(chain_.version, chain_.statement): chain_ for chain_ in chains}
    told = [Told(telling, said[key]) for telling in tellings if (key := (telling.id, telling.statement)) in said]
    names = merged_names([relay.name for t in tellings for relay in t.statement.relays] + [r.newsroom for r in reports])
    close = {id_ for pair in kinship if pair.relation is Relation.CLOSE for id_ in (pair.left, pair.right)}
    differences = chain(
        find_wording_differences(wordings, versions),
        find_date_differences(events, versions),
        find_figure_differences(passages, versions, wordings, events),
        find_shared_reports(reports, told, passages, names),
        find_unnamed_described_apart(told),
        find_credit_differences(told, versions),
        find_credited_versions(told, versions),
        find_cue_differences(told, versions),
        *(
            [find_single_statements(told, passages, versions), find_single_passages(passages, versions, close)]
            if all(one_language(left.article, right.article) for left, right in combinations(written, 2))
            else []
        ),
    )
    texts = {version.id: version.article.text for version in versions}
    ids: Counter[str] = Counter()
    for difference in _chosen(list(differences)):
        name = _slug(difference.kind, difference.evidence[0], texts)
        ids[name] += 1
        yield Finding(
            id=name if ids[name] == 1 else f"{name}-{ids[name]}",
            kind=difference.kind,
            evidence=difference.evidence,
            about=difference.about,
        )


def _chosen(differences: Sequence[Difference]) -> list[Difference]:
    """The heaviest of each kind, then the second of each, as long as there is room; in the order of the kinds."""
    chosen = [*_in_turns(differences, STRONG), *_in_turns(differences, LIGHT)][:MOST_FINDINGS]
    order = [*STRONG, *LIGHT]
    return sorted(chosen, key=lambda difference: order.index(difference.kind))


def _in_turns(differences: Sequence[Difference], kinds: Mapping[FindingKind, int]) -> Iterator[Difference]:
    heaviest = sorted(differences, key=lambda difference: -difference.weight)
    of_kind = {kind: [one for one in heaviest if one.kind is kind][:most] for kind, most in kinds.items()}
    for turn in range(max(kinds.values())):
        yield from (found[turn] for found in of_kind.values() if turn < len(found))


def _slug(kind: FindingKind, place: Place, texts: Mapping[str, str]) -> str:
    """`words-differ-importance-of-a-secure`; a hash stands for words that have no Latin letters."""
    words = texts[place.version][place.span.start : place.span.end]
    plain = normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:ID_WORDS]
    tail = found or [sha256(words.encode()).hexdigest()[:8]]
    return "-".join([kind.name.lower().replace("_", "-"), *tail])

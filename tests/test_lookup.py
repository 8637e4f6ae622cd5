"""Who is given as the speaker, fit for a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import ActorKind
from generator.render.lookup import Lookup
from tests.telling import make_version, tell


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        pytest.param("⟦“We pay”⟧, ⟨Acme⟩ said. Acme won. In the Acme case it fell.", "ORGANISATION", "Acme", id="case"),
        pytest.param(
            "⟦“We pay”⟧, the ⟨Guild⟩ said. It fell to the Guild.", "ORGANISATION", "the Guild", id="the-guild"
        ),
        pytest.param(
            "⟦“We pay”⟧, ⟨Reed⟩ said. It fell to the Reed cabinet, to the Reed camp.", "PERSON", "Reed", id="person"
        ),
        pytest.param(
            "⟦“We pay”⟧, an ⟨attorney spokesman for Reed⟩ said.", "PERSON", "an attorney spokesman for Reed", id="an"
        ),
    ],
)
def test_who(text: str, kind: str, who: str) -> None:
    version = make_version(text)
    version = replace(version, actors=tuple(replace(actor, kind=ActorKind[kind]) for actor in version.actors))
    assert Lookup(tell(version)).who("a", version.statements[0]) == who

"""Small sites for tests: stories written by us, and a copy of the demo."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]

LEVY_A = """The council will raise the river levy in May, the mayor said on Monday.

“The levy is fair, and it is needed,” Ada Byron, the mayor, told the Gazette. Farmers called it a mistake.

No decision has been made about the bridge.
"""

LEVY_B = """The river levy will rise in May, Mayor Ada Byron said on Monday.

“The levy is just, and it is needed,” Byron told the Gazette.

Two officials familiar with the plan said the bridge would close.
"""

UNQUOTED = "The bridge is closed. It will open in spring."

HOSTILE = """<script>window.hostile = 1</script> The mayor said the levy is fair.

{{ 7 * 7 }} and {% raw %} and {# no #} were painted on the bridge, officials said.

[x](javascript:alert(1)) and ](https://evil.example) and ![y](https://evil.example/y.png) stood there.

*** bold *** and __this__ and `that` and ~~those~~

# not a heading

| a | b |
|---|---|
| 1 | 2 |

“The levy is <b>unfair</b> & {{ 6 * 7 }} [now](javascript:alert(2)),” Ada Byron said on Monday. &lt;script&gt; &amp;amp;

    indented like code

- a list, 1. another

<!-- a comment --> <img src=x onerror="window.hostile = 2"> :smile: {: .classy } [[wiki]] ==marked== ^^up^^ <https://evil.example>
"""


def make_story(seeds: Path, slug: str, files: Mapping[str, str], story: str = "") -> Path:
    """Write a story's folder below `seeds`."""
    folder = seeds / slug
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    if story:
        (folder / "story.yaml").write_text(story, encoding="utf-8")
    return folder


def levy(seeds: Path, slug: str = "levy") -> Path:
    return make_story(seeds, slug, {"a.txt": LEVY_A, "b.txt": LEVY_B})


def break_story(folder: Path) -> None:
    (folder / "story.yaml").write_text("titel: Levy\n", encoding="utf-8")


def make_site(root: Path) -> Path:
    """Copy the site around the stories: the settings and the hand-written pages; no story."""
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("stories"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = (ROOT / "generator/theme").as_posix()
    (root / "mkdocs.yml").write_text(settings.replace("custom_dir: generator/theme", f"custom_dir: {theme}"))
    (root / "seeds").mkdir()
    return root

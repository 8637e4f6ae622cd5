"""The MkDocs plugin: runs the pipe before MkDocs collects its files, and watches the articles while serving."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.figures import put_figures
from generator.memory import Memory
from generator.phrases import count
from generator.pipeline import generate, tell
from generator.read import read_stories

log = get_plugin_logger("twicetold")


class TwiceToldConfig(Config):
    seeds = config_options.Type(str, default="seeds")
    """The folder of stories, beside `mkdocs.yml`."""


class TwiceTold(BasePlugin[TwiceToldConfig]):
    serving = False

    def __init__(self) -> None:
        self.tell = Memory(tell)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # MkDocs keeps a plugin that has this method over all the builds of one `serve`.
        self.serving = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write real files into `docs/stories/`, before MkDocs looks for files. Each problem becomes a warning.

        MkDocs counts warnings: under `--strict` they stop a build. A server goes on, so there they are only told.
        """
        seeds = self._seeds(config)
        site, written = generate(read_stories(seeds), seeds.parent, Path(config.docs_dir), self.tell)
        level = logging.INFO if self.serving and config.strict else logging.WARNING
        for problem in (*site.problems, *written.problems):
            log.log(level, "%s", problem)
        log.info("%s: %s", count(len(site.stories), "story"), written)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return put_figures(markdown, Path(config.docs_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        if self._seeds(config).is_dir():
            server.watch(str(self._seeds(config)))
        return server

    def _seeds(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.seeds

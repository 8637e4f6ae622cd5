"""Files → seeds: the only stage that reads inputs."""

from generator.read.articles import read_articles
from generator.read.fingerprint import fingerprint
from generator.read.folder import STORY_FILE
from generator.read.stories import read_stories, read_story

__all__ = ["STORY_FILE", "fingerprint", "read_articles", "read_stories", "read_story"]

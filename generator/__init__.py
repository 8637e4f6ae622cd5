"""Twice Told: one story, told twice, explained as a static site."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("twicetold")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"

__all__ = ["__version__"]

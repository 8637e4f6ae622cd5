"""The editor's word over the machine's: on each version before they are compared, on the comparison after."""

from generator.curate.comparison import curate_comparison
from generator.curate.version import curate_version

__all__ = ["curate_comparison", "curate_version"]

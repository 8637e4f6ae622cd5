"""`python -m generator` does what `twicetold` does."""

from generator.cli import main

main()

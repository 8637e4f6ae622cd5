# `make site` and `make serve` need Python 3.11 or later and nothing else; everything is installed into .venv.
# Written for the oldest make that people have (3.81, on macOS).

export NO_MKDOCS_2_WARNING := 1
BIN := .venv/bin

.PHONY: site serve check test screenshots lighthouse measured clean

site: .venv/.installed
	$(BIN)/mkdocs build
	@echo "Open site/index.html in a browser."

serve: .venv/.installed
	$(BIN)/mkdocs serve

check: .venv/.installed
	$(BIN)/twicetold check

test: .venv/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2
	$(BIN)/mkdocs build --strict --quiet

screenshots: .venv/.installed-dev site
	$(BIN)/python -m tests.browser.screenshots site screenshots

# Lighthouse's scores of some pages; needs Node.js.
lighthouse: .venv/.installed-dev site
	$(BIN)/python -m tests.browser.lighthouse site

# The figures of the method page, from a folder with the four corpora that the page names: make measured GOLD=folder
measured: .venv/.installed
	$(BIN)/twicetold evaluate statements $(GOLD)/polnear-dev.jsonl --json docs/assets/measured.json
	$(BIN)/twicetold evaluate speakers $(GOLD)/basil-2010-2014.jsonl --json docs/assets/measured.json
	$(BIN)/twicetold evaluate times $(GOLD)/timebank-times.jsonl --json docs/assets/measured.json
	$(BIN)/twicetold evaluate bodies $(GOLD)/html --json docs/assets/measured.json

clean:
	rm -rf .venv site docs/stories

.venv/.installed: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# Any Python 3.11 or later will do, but not one without `venv`, which Debian packs apart.
.venv/bin/python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making .venv with $$($$python --version)"; exec $$python -m venv .venv; \
	  fi; \
	done; \
	echo "No Python 3.11 or later with the venv module was found. On Debian or Ubuntu: apt install python3-venv;" \
	     "on macOS: brew install python; or get one from python.org." >&2; exit 1

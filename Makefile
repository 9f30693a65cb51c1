# The two commands that matter: `make run` and `make test`. `make help` lists all.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check
FRONT_END_SOURCES := package.json package-lock.json $(shell find frontend -type f 2>/dev/null)
CATALOGUES := $(wildcard matchmaker/translations/*/LC_MESSAGES/*.po)
CHECKED := matchmaker scoring seeds scripts tests wsgi.py

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: .build/installed .build/front-end .build/translations ## install, migrate, load demo data if the database is empty, and serve
	@.venv/bin/python -m matchmaker.cli serve --demo

.PHONY: test
test: lint types directions unit browser ## everything that must pass before a change lands

.PHONY: lint
lint: .build/test-tools ## ruff: mistakes and layout
	.venv/bin/python -m ruff check $(CHECKED)
	.venv/bin/python -m ruff format --check $(CHECKED)

.PHONY: types
types: .build/test-tools ## mypy, strict where it counts
	.venv/bin/python -m mypy

.PHONY: directions
directions: .build/test-tools ## no room imports against the direction of the house
	.venv/bin/lint-imports --no-cache

.PHONY: unit
unit: .build/test-tools .build/front-end .build/translations ## all tests but the browser journeys, on SQLite and on PostgreSQL
	.venv/bin/python -m pytest -n 2 --dist worksteal -q -m "not browser"

.PHONY: browser
browser: .build/test-tools .build/front-end .build/translations ## journeys in headless Chromium
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && .venv/bin/python -m pytest -n 2 --dist loadfile -q -m browser

.PHONY: bench
bench: .build/test-tools ## the ranking engine beside a plain loop, and one change beside ranking everything
	.venv/bin/python tests/benchmarks/rank_speed.py
	.venv/bin/python tests/benchmarks/incremental_speed.py

.PHONY: pictures
pictures: .build/test-tools ## the pictures of README.md, from the service running on port 8000
	.venv/bin/python scripts/pictures.py http://127.0.0.1:8000 "$$(scripts/chromium)"

.PHONY: lock
lock: .build/test-tools ## resolve requirements/*.in anew into the lock files
	$(PIP) uv
	cd requirements && for f in build base node test; do \
		../.venv/bin/uv pip compile --quiet --upgrade --python-version 3.11 --universal --generate-hashes \
			--no-emit-index-url --no-header $$f.in -o $$f.lock || exit 1; done

.PHONY: clean
clean: ## forget everything built; the data in instance/ stay
	rm -rf .venv .build node_modules matchmaker/static/build

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cần Python 3.11 trở lên. Python 3.11 or later is needed.")'
	$(PYTHON) -m venv .venv

.build/installed: requirements/build.lock requirements/base.lock setup.cfg pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements/build.lock
	$(PIP) --require-hashes --use-pep517 --no-build-isolation -r requirements/base.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@mkdir -p .build && touch $@

.build/test-tools: requirements/test.lock .build/installed
	$(PIP) --require-hashes -r requirements/test.lock
	@mkdir -p .build && touch $@

.build/front-end: scripts/front-end $(FRONT_END_SOURCES) | .build/installed
	scripts/front-end
	@mkdir -p .build && touch $@

.build/translations: $(CATALOGUES) | .build/installed
	.venv/bin/pybabel --quiet compile --directory matchmaker/translations
	@mkdir -p .build && touch $@

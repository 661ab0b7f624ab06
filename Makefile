# Kompas. `make run` starts it, `make test` tests it; a second time both are quick and need no network.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

HOST ?= 127.0.0.1
PORT ?= 5000
# How many tests run at once.
WORKERS ?= 2

BIN := .venv/bin
# The first Python on this machine that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
UV := $(shell command -v uv 2>/dev/null)
PACKAGES := build/packages
FONTS := build/fonts
BUILT := kompas/static/built/manifest.json
PICTURED := from_invitation_to_share a_change_of_mind last_time a_lost_answer profile_on_paper
# The compass and every screen in Arabic; and two with words that are longer than any language has.
PICTURED_TOO := right_to_left.py::test_arabic_runs_from_right_to_left_to_the_bone every_screen.py::test_every_screen_is_open_to_all[ar] stretched.py::test_every_screen_has_room_for_long_words
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard kompas/translations/*/LC_MESSAGES/*.po))
FRONT_END := $(wildcard tools/front_end.py tools/icons.py) \
	$(shell find kompas/flows kompas/templates kompas/static instance/organisations -name built -prune -o -type f -print 2>/dev/null)

# install FILE: the locked packages of one list, every file checked against its hash.
ifdef UV
install = uv pip install --quiet --python $(BIN)/python --require-hashes --requirements $(1)
unpack = uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes --target $(2) --requirements $(1)
itself = uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
else
pip = $(BIN)/python -m pip -qq --disable-pip-version-check
install = $(pip) install --require-hashes --requirement $(1)
unpack = $(pip) install --no-deps --require-hashes --target $(2) --requirement $(1)
itself = $(pip) install --no-deps --no-build-isolation --editable .
endif

.PHONY: help run test screens lighthouse bench check format lock front-end catalogues wheel clean

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: .venv/for-running $(BUILT) $(CATALOGUES) ## Start the demonstration on 127.0.0.1:5000 (HOST=… PORT=…)
	@$(BIN)/kompas set-up
	@$(BIN)/kompas migrate
	@$(BIN)/kompas demonstrate
	@exec $(BIN)/kompas serve --host "$(HOST)" --port "$(PORT)"

test: check ## Check, then run every test, the real browser included
	@$(BIN)/python tools/find_browser.py
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup --no-loadscope-reorder

screens: .venv/for-testing $(BUILT) $(CATALOGUES) ## Take new pictures of the screens, for docs/screens
	@$(BIN)/python tools/find_browser.py
	KOMPAS_SCREENS=1 $(BIN)/pytest -n $(WORKERS) $(PICTURED:%=tests/journeys/test_%.py) $(PICTURED_TOO:%='tests/journeys/test_%') -k "not without"

lighthouse: .venv/for-running $(BUILT) $(CATALOGUES) ## Three pages on a throttled phone: scores, times, bytes (needs Node)
	@$(BIN)/python tools/find_browser.py
	@$(BIN)/python tools/lighthouse.py

bench: .venv/for-running $(BUILT) $(CATALOGUES) ## CPU time of a profile and of an answer, beside others of the same run
	@$(BIN)/python tools/profile_bench.py
	@$(BIN)/python tools/answer_bench.py

check: .venv/for-testing $(BUILT) $(CATALOGUES) ## Lint, format, types, import contracts, flows, catalogues, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/kompas check-flows
	$(BIN)/kompas check-catalogues
	$(BIN)/djlint --lint --quiet kompas/templates

format: .venv/for-testing ## Put code into its form
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

front-end: $(BUILT) ## Styles, scripts and icons for the browser

catalogues: $(CATALOGUES) ## Compile the translations

wheel: clean .venv/for-testing ## A wheel with everything built in, in dist/
	$(MAKE) $(BUILT) $(CATALOGUES)
	$(BIN)/python -m pip --disable-pip-version-check wheel --no-deps --no-build-isolation --wheel-dir dist .

clean: ## Throw away what was built (never instance/)
	rm -rf build dist kompas/static/built .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find kompas/translations -name '*.mo' -delete

# --- The virtual environment -------------------------------------------------------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Kompas needs Python 3.11 or newer; this machine has $$(python3 --version 2>/dev/null || echo none)."; exit 1; }
ifdef UV
	@uv venv --quiet --seed --allow-existing --python "$(PYTHON)" .venv
else
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@"$(PYTHON)" -m venv .venv
endif

.venv/for-running: requirements/production.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Kompas needs (once, a minute or two) …"
	@$(call install,requirements/production.txt)
	@$(itself)
	@touch $@

.venv/for-testing: requirements/development.txt .venv/for-running
	@echo "Installing what the tests need (once, a minute or two) …"
	@$(call install,requirements/development.txt)
	@touch $@

# --- What is built -----------------------------------------------------------------------------------------------------

$(PACKAGES)/unpacked: requirements/front-end.txt | .venv/for-running
	@rm -rf $(PACKAGES)
	@$(call unpack,requirements/front-end.txt,$(PACKAGES))
	@touch $@

$(FONTS)/kompas-arabic.woff2: tools/arabic_font.py requirements/production.txt | .venv/for-running
	@$(BIN)/python tools/arabic_font.py $@

$(BUILT): $(PACKAGES)/unpacked $(FONTS)/kompas-arabic.woff2 $(FRONT_END) | .venv/for-running
	@$(BIN)/python tools/front_end.py $(PACKAGES) $(FONTS)

%.mo: %.po | .venv/for-running
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale "$(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))"

# --- Locking (for maintainers; needs uv) -------------------------------------------------------------------------------

LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11

lock: ## Lock the newest versions that fit (needs uv; UPGRADE=--upgrade takes newer ones)
	$(LOCK) $(UPGRADE) pyproject.toml requirements/build.in -o requirements/production.txt
	$(LOCK) $(UPGRADE) pyproject.toml requirements/build.in --extra development -c requirements/production.txt -o requirements/development.txt
	$(LOCK) $(UPGRADE) --no-deps requirements/front-end.in -o requirements/front-end.txt

# The two commands: `make site` builds the reading room, `make test` proves it.
# Both set up .venv first, from requirements.lock with hashes, and only when that file changed; a module is
# compiled when it is first used, as most never are.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: help site serve test lint types imports fuzz bench clean

help: ## Say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

site: $(READY) ## Build site/ from seeds/
	@$(BIN)/seedbed build

serve: $(READY) ## Serve the site and rebuild when a file is saved
	@$(BIN)/seedbed serve

# Dozens of commands are run, each a process: they compile what they use once, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE =
test: lint types imports ## Every test, the linter, the type checker and the import rules
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

fuzz: $(READY) ## Try every reader on 200,000 made-up texts; RUNS=… tries another number
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-fuzz.lock
	$(BIN)/python -m tests.fuzz --runs $(or $(RUNS),200000)

bench: $(READY) ## Measure builds of libraries of several sizes
	$(BIN)/python -m tests.benchmarks.run

clean: ## Remove what builds and tests leave behind (not .venv)
	rm -rf site .cache dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Seedbed needs Python 3.11 or newer; none was found. Name one: make site PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-compile -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

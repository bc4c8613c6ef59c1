# What can be done here: `make demo` and `make test` need nothing but Python 3.11 or later, and make.
# Each makes its own virtual environment and installs the pinned releases; `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
VENV ?= .venv
BUILD ?= build
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
DEAL := $(BIN)/deal

CONTRACT := contracts/patent_purchase
AGREEMENT := $(CONTRACT)/agreement.deal
AMENDMENT := $(CONTRACT)/amendment.deal
HISTORY := $(CONTRACT)/logs/as_it_happened.toml
AS_OF := 2004-04-01

.PHONY: help demo test check format lint types layers fix docs package bench calendars clean

help:  ## list what make can do
	@sed -nE 's/^([a-z]+):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(VENV)/run.stamp  ## play the actual history through the first contract, as amended and as written
	@$(BIN)/python scripts/save_parser.py
	@echo "== As amended, as of $(AS_OF)"
	@$(DEAL) run $(AGREEMENT) $(AMENDMENT) --log $(HISTORY) --as-of $(AS_OF)
	@echo "== Why the sale closed: the price counts as paid"
	@$(DEAL) why Closing $(AGREEMENT) $(AMENDMENT) --log $(HISTORY) --as-of $(AS_OF)
	@echo "== Why nobody can terminate"
	@$(DEAL) why "Outside Date Termination" $(AGREEMENT) $(AMENDMENT) --log $(HISTORY) --as-of $(AS_OF)
	@echo "== As originally written, as of $(AS_OF)"
	@$(DEAL) run $(AGREEMENT) $(AMENDMENT) --original --log $(HISTORY) --as-of $(AS_OF)
	@echo "== Why nothing closed"
	@$(DEAL) why Closing $(AGREEMENT) $(AMENDMENT) --original --log $(HISTORY) --as-of $(AS_OF)
	@echo "== Why either party can terminate"
	@$(DEAL) why "Outside Date Termination" $(AGREEMENT) $(AMENDMENT) --original --log $(HISTORY) --as-of $(AS_OF)

# What evaluates much runs beside the rest, without the tracing of coverage, and is told last.
# The core is held to more than the whole: what reads, amends, resolves and evaluates, without what shows, remarks and draws.
AROUND := */show/*,*/paper/*,*/lint/*,*/render/*,*/testing/*
CORE := 99
SLOW := contracts tests/test_contracts.py tests/invariants tests/test_oracle.py tests/test_testing.py
test: $(VENV)/test.stamp  ## run the tests and report the branches that they cover
	@mkdir -p $(BUILD)
	$(BIN)/python -m pytest $(SLOW) $(ARGS) > $(BUILD)/slow.txt 2>&1 & slow=$$!; traced=0; \
	$(BIN)/coverage run -m pytest tests $(addprefix --ignore ,$(SLOW)) $(ARGS) && $(BIN)/coverage report && \
	echo "of the core, in percent:" && $(BIN)/coverage report --format=total --omit='$(AROUND)' --fail-under=$(CORE) || traced=$$?; \
	wait $$slow || traced=$$?; cat $(BUILD)/slow.txt; exit $$traced

check: format lint types layers  ## check what can be checked without running anything

format: $(VENV)/dev.stamp  ## is everything in the one format?
	$(BIN)/ruff format --check

lint: $(VENV)/dev.stamp  ## does it follow the rules of ruff?
	$(BIN)/ruff check

types: $(VENV)/dev.stamp  ## do the types hold?
	$(BIN)/mypy

layers: $(VENV)/dev.stamp  ## do imports only look down, and only at what is declared?
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry engine

fix: $(VENV)/dev.stamp  ## format, and correct what ruff can correct
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: $(VENV)/dev.stamp  ## build the documentation; a warning is an error
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --builder html docs $(BUILD)/docs

# The wheel is built from the source distribution, installed elsewhere, and used from another folder.
package: $(VENV)/dev.stamp  ## build the distributions and try the wheel outside the checkout
	rm -rf $(BUILD)/dist $(BUILD)/outside
	mkdir -p $(BUILD)
	$(BIN)/python -m build --outdir $(BUILD)/dist . > $(BUILD)/package.txt || { cat $(BUILD)/package.txt; exit 1; }
	$(BIN)/check-wheel-contents $(BUILD)/dist/*.whl
	$(PYTHON) -m venv $(BUILD)/outside
	$(BUILD)/outside/bin/python -m pip install --quiet --disable-pip-version-check \
	    --constraint constraints.txt $(BUILD)/dist/*.whl
	outside=$$(realpath $(BUILD)/outside/bin/deal) && cd / && "$$outside" --help > /dev/null
	outside=$$(cd $(BUILD)/outside/bin && pwd)/python && cd / && "$$outside" -c \
	    'from dealwright.read.grammar import SAVED, folder, is_current; assert is_current(folder("grammar") / SAVED)'

bench: $(VENV)/test.stamp  ## measure, as ratios within one run
	@$(BIN)/python scripts/save_parser.py
	$(BIN)/python bench/run.py $(ARGS)

calendars: $(VENV)/test.stamp  ## where the installed holidays differ from the frozen ones
	$(BIN)/python scripts/freeze_calendars.py

clean:  ## remove everything that make has made
	rm -rf $(VENV) $(BUILD) grammar/deal.parser .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find engine tests scripts bench docs -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[test]'
	@touch $@

$(VENV)/dev.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[test,dev]'
	@touch $@

# make run: ask the notes in the browser.   make test: all tests.   make help: the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup run test test-offline check measure clean
.DEFAULT_GOAL := help

help:
	@echo "make run      set up, build the index on the first start, and open the page on http://127.0.0.1:7860"
	@echo "make test     set up and run all tests (Chromium is needed for those of the page)"
	@echo "make check    ruff and mypy"
	@echo "make measure  measure retrieval, abstention and speed; write evaluation/results and the tables of the README"
	@echo "make encoder  train the embedded encoder anew (hours; needs the training texts)"
	@echo "make clean    remove the virtual environment and the index"

setup: $(VENV)/.installed

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; name another one: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: setup
	$(BIN)/python app.py

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

# as root: the same where only loopback exists, so that nothing can leave the machine
test-offline: $(VENV)/.installed-dev
	unshare --net sh -c 'ip link set lo up && $(BIN)/python -m pytest'

check: $(VENV)/.installed-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

measure: $(VENV)/.installed-dev
	$(BIN)/python -m evaluation
	$(BIN)/python -m evaluation.speed
	$(BIN)/python -m evaluation.page_speed
	$(BIN)/python -m evaluation.page_load
	$(BIN)/python -m evaluation.tables

clean:
	rm -rf $(VENV) .index

include training/encoder.mk

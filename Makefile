# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test test-slow check build verify clean setup

demo: setup
	$(BIN)/autograder demo

test: setup
	$(BIN)/python -m pytest -m "not slow"

test-slow: setup
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m pytest -m slow

check: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/autograder build --check
	$(BIN)/autograder verify

build: setup
	$(BIN)/autograder build

verify: setup
	$(BIN)/autograder verify

setup: $(READY)

$(READY): setup.py requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable ".[dev]"
	touch $(READY)

clean:
	rm -rf $(VENV) build demo-class *.egg-info

# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# What CI uses is locked, for the Python it uses; other Pythons take what the ranges in setup.py allow.
LOCK   := $(shell $(PYTHON) -c 'import sys; print("--constraint requirements.lock" if sys.version_info[:2] == (3, 11) else "")')

.PHONY: demo test test-slow test-kill fuzz check build verify bench clean setup

demo: setup
	$(BIN)/autograder demo

test: setup
	$(BIN)/python -m pytest -m "not slow" -n 2

# The real graders, a real Jupyter kernel, and the catalogues made anew.
test-slow: setup
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m pytest -m slow -n 2 tests/build tests/test_hints.py tests/test_hosts.py tests/test_notebooks.py tests/test_rehearsal.py

# Hostile batches, and workers, zygotes, graders and cluster nodes killed at random moments: chance decides, so not in CI.
test-kill: setup
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m pytest -m slow tests/attacks tests/test_batches.py tests/test_cluster.py

# A million mutated frames and notebooks, about a minute.
fuzz: setup
	$(BIN)/python -m tests.fuzz

check: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/autograder build --check
	$(BIN)/autograder verify

build: setup
	$(BIN)/autograder build

verify: setup
	$(BIN)/autograder verify

# Hours on a busy machine: `make bench QUICK=--quick` takes minutes. What it finds is in benchmarks/results.md.
bench: setup
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python -m benchmarks.speed $(QUICK)
	$(BIN)/python -m benchmarks.overhead $(QUICK)
	$(BIN)/python -m benchmarks.memory $(QUICK)
	$(BIN)/python -m benchmarks.startup $(QUICK)
	$(BIN)/python -m benchmarks.scale

setup: $(READY)

# The sandbox needs bubblewrap and libseccomp: installed here when that needs no password, else named.
SANDBOX = command -v bwrap >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	apt-get update -qq && apt-get install -y -qq bubblewrap libseccomp2 >/dev/null; } || \
	echo "The sandbox is missing: sudo apt install bubblewrap libseccomp2"

$(READY): setup.py requirements.lock
	@$(SANDBOX)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet $(LOCK) --editable ".[dev]"
	touch $(READY)

clean:
	rm -rf $(VENV) build demo-class *.egg-info

# Two commands do everything on a machine with Python 3.11 or newer: `make demo` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install -qq --disable-pip-version-check
LIBRARY := .demo-library
MINUTEBOOK = $(BIN)/minutebook

.PHONY: help demo test check lint bench clean

help:
	@echo "make demo    ingest the sample minutes and ask them something"
	@echo "make test    run the tests"
	@echo "make check   formatting, lint, types, import contract and tests"
	@echo "make bench   measure the speed of all stages, beside that of others"
	@echo "             FOLDER=DIR takes your documents, MEMORY=DIR ingests DIR and watches the memory,"
	@echo "             PASSAGES=1000000 searches in so many, LLAMAINDEX=PYTHON names one that has LlamaIndex"

# PyTorch goes first, at its pinned version, so that nothing else can ask for another.
.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Minutebook needs Python 3.11 or newer; name one with: make PYTHON=python3.12 demo" >&2; exit 1; }
	@echo "== Installing PyTorch into .venv; it is large, so this takes a few minutes"
	@$(PYTHON) -m venv .venv
	@$(PIP) torch==2.13.0
	@echo "== Installing Minutebook and the rest"
	@$(PIP) --editable '.[dev]'
	@touch $@

demo: .venv/installed
	@rm -rf $(LIBRARY)
	@echo "== Reading the sample minutes and reports"
	@$(MINUTEBOOK) ingest corpora/sample --library $(LIBRARY)
	@echo
	@echo "== What was decided: minutebook decisions --limit 12"
	@$(MINUTEBOOK) decisions --limit 12 --library $(LIBRARY)
	@echo
	@echo '== A question: minutebook search "who asked for a survey of the Millrace Lane culvert" --limit 3'
	@$(MINUTEBOOK) search "who asked for a survey of the Millrace Lane culvert" --limit 3 --library $(LIBRARY)
	@echo
	@echo "== Now you"
	@echo "  source $(BIN)/activate; export MINUTEBOOK_LIBRARY=$(LIBRARY)"
	@echo "  minutebook actions                       who was to do what, and by when"
	@echo "  minutebook metrics --format csv          the figures, for a spreadsheet"
	@echo "  minutebook ingest PATH --library mine    your own minutes, in a library of your own"
	@echo "  minutebook --help                        everything else"

test: .venv/installed
	$(BIN)/pytest -n auto

lint: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: .venv/installed
	$(BIN)/python tests/benchmarks/run.py $(FOLDER) $(if $(MEMORY),--memory $(MEMORY))
	$(BIN)/python -m tests.benchmarks.embedding
	$(BIN)/python -m tests.benchmarks.whole $(FOLDER) $(if $(LLAMAINDEX),--llamaindex $(LLAMAINDEX))
	$(BIN)/python -m tests.benchmarks.search $(if $(PASSAGES),--passages $(PASSAGES))
	$(BIN)/python -m tests.benchmarks.pages $(FOLDER)

clean:
	rm -rf .venv $(LIBRARY) build *.egg-info

# Two commands do everything on a machine with Python 3.11 or newer: `make demo` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install -qq --disable-pip-version-check
LIBRARY := .demo-library
MINUTEBOOK = $(BIN)/minutebook

.PHONY: help demo test check lint lock audit bench clean

help:
	@echo "make demo    ingest the sample minutes and ask them something"
	@echo "make test    run the tests"
	@echo "make check   formatting, lint, types, import contract and tests"
	@echo "make lock    choose anew which version of each package belongs here, and write down its checksum and licence"
	@echo "make audit   ask what is known of their weaknesses"
	@echo "make bench   measure the speed of all stages, beside that of others"
	@echo "             FOLDER=DIR takes your documents, MEMORY=DIR ingests DIR and watches the memory,"
	@echo "             PASSAGES=1000000 searches in so many, LLAMAINDEX=PYTHON names one that has LlamaIndex"

# Each package at the version and with the checksums that were written down, where those are for this Python and machine.
# PyTorch goes first, so that nothing else can ask for another; its build for processors alone needs no libraries beside it.
LOCKED = $(PYTHON) -c 'import sys, platform; sys.exit((sys.version_info[:2], sys.platform, platform.machine(), \
	platform.libc_ver()[0]) != ((3, 11), "linux", "x86_64", "glibc"))'
FIXED := $(PIP) --no-deps --require-hashes --requirement requirements

.venv/installed: pyproject.toml requirements/lock.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Minutebook needs Python 3.11 or newer; name one with: make PYTHON=python3.12 demo" >&2; exit 1; }
	@echo "== Installing PyTorch into .venv; it is large, so this takes a few minutes"
	@$(PYTHON) -m venv .venv
	@if $(LOCKED); then \
		$(FIXED)/torch.txt && \
		{ $(BIN)/pip show torch | grep -q '+cpu' || $(FIXED)/torch-libraries.txt; } && \
		echo "== Installing Minutebook and the rest, at the versions of requirements/lock.txt" && \
		$(FIXED)/lock.txt && \
		$(PIP) --no-deps --no-build-isolation --editable . && \
		$(BIN)/pip check --disable-pip-version-check >/dev/null; \
	else \
		echo "== requirements/lock.txt is for Python 3.11 on Linux x86-64; installing what pyproject.toml allows" && \
		$(PIP) torch==2.13.0 && \
		$(PIP) --editable '.[dev]'; \
	fi
	@touch $@

lock: .venv/installed
	$(BIN)/python requirements/lock.py

# What is known of the packages' weaknesses, by those who collect that; they have to be reached.
audit: .venv/installed
	@$(PIP) pip-audit
	@$(BIN)/python requirements/audit.py

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
	$(BIN)/pytest -n auto --dist worksteal

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

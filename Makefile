# Every command sets up what it needs and is quick the second time.
PYTHON ?= python3
PORT ?= 8000
# Machines behind a council's own certificate authority keep it in the system store.
export UV_SYSTEM_CERTS ?= 1
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
UV_VERSION := 0.13.9
BIN := .venv/bin
DATA ?= goldthread-data
DATABASE_TESTS := $(addprefix tests/,accounts plan monitoring publishing exchange test_permissions.py)

.PHONY: demo test bench check fix setup clean

demo: .venv/.runtime goldthread/ui/static/assets/.built  ## Load the demonstration council and serve it
	@$(BIN)/goldthread demo --data $(DATA) --port $(PORT)

test: setup  ## Everything: rules, pages, files, journeys in a real browser
	@tests/with_browser.sh $(BIN)/python -W error -m pytest -n 2 $(ARGS)
ifndef ARGS
	@echo 'Once more on PostgreSQL, all that touches the database:'
	@tests/with_postgresql.sh $(BIN)/python -W error -m pytest -n 2 $(DATABASE_TESTS)
endif

bench: setup  ## One table per benchmark; none of them is a test
	@for bench in benchmarks/*.py; do case $$bench in */_*) ;; *) $(BIN)/python -m benchmarks.$$(basename $$bench .py) || exit 1;; esac; done

check: setup  ## Format, lint, types, templates, import contracts, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint goldthread --check --lint --quiet
	$(BIN)/deptry . --known-first-party goldthread
	$(BIN)/python -m django makemigrations --check --dry-run --settings goldthread.config.settings

fix: setup  ## Put right what a machine can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djlint goldthread --reformat --quiet || true

setup: .venv/.dev goldthread/ui/static/assets/.built

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Goldthread needs Python 3.11 or newer; this is %s. Name another: make PYTHON=python3.11" % sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv==$(UV_VERSION)'

.venv/.runtime: uv.lock pyproject.toml | $(BIN)/uv
	@echo 'Installing the locked dependencies…'
	@$(BIN)/uv sync --frozen --inexact --no-dev --quiet
	@touch $@

.venv/.dev: uv.lock pyproject.toml | $(BIN)/uv
	@echo 'Installing the locked dependencies and the tools for tests…'
	@$(BIN)/uv sync --frozen --inexact --quiet
	@touch $@ .venv/.runtime

goldthread/ui/static/assets/.built: package-lock.json goldthread/ui/build_assets.py $(wildcard goldthread/ui/styles/*.scss) .venv/.runtime
	@$(BIN)/python goldthread/ui/build_assets.py
	@touch $@

clean:  ## Remove what set-up made; your data stays
	rm -rf .venv .tools node_modules goldthread/ui/static/assets

# Everything sets itself up: Python (3.11 or newer) with venv, and make, are all it takes.
# Another Python: make PYTHON=python3.13 test

PYTHON ?= python3
# Where the tests have their environment: one for each Python that they run on.
VENV ?= .venv
AS_OF  := 2024-06-10

# Twice quiet: errors show, the warnings of a machine's own pip settings do not.
PIP     := -m pip --quiet --quiet --disable-pip-version-check --no-input
INSTALL := $(PIP) install --require-hashes
# The build tools are locked and already there: nothing is fetched, nothing is isolated.
PROJECT := $(PIP) install --no-deps --no-index --no-build-isolation
SOURCES  = pyproject.toml README.md $(shell find src share -type f ! -name '*.pyc')
CODE    := src tests scripts bench exe

# Of each target of `make fuzz`, and how many targets run at once.
FUZZ_SECONDS ?= 600
FUZZ_JOBS    ?= 2

SHELL := bash
.PHONY: help demo test test-quick test-short test-pythons test-lowest test-newest rule golden docs \
    site pictures lint format typecheck bench fuzz \
    fuzz-short pollute leaks dist smoke sbom licences exe smoke-exe release-check lock lock-lowest clean

help:
	@echo "make demo       adhoc check data/temanggung"
	@echo "make test       the tests, and the coverage of rules, engine and tables"
	@echo "make test-quick what most changes break, in a minute"
	@echo "make test-short the same and the commands: what another Python is tried with"
	@echo "make test-pythons  the whole suite on every Python of this machine, from 3.11 on"
	@echo "make test-lowest   the oldest versions of the libraries; test-newest: the newest ones"
	@echo "make rule       begins one: CODE=D606 NAME=address-shared SEVERITY=warning"
	@echo "make golden     rewrites the golden files; read the diff"
	@echo "make docs       docs/{rules,law,kunci,json}*.md, parts of docs/{architecture,folder,templat}*.md, the JSON Schemas, share/"
	@echo "make site       docs/ as a site, in both languages, into build/site/"
	@echo "make pictures   the pictures of the README, with the machine's Chromium"
	@echo "make lint       style, format, one-way imports, lock files"
	@echo "make format     mends style and format"
	@echo "make typecheck  types, strict"
	@echo "make bench      side by side with DuckDB and others, to bench/RESULTS.md; reports, many offices"
	@echo "make fuzz       the readers against bytes that grow by coverage (docs/fuzzing.md)"
	@echo "make pollute    every polluted roster through the doctor and the check"
	@echo "make mutate     small faults in the code: which do the tests notice? (docs/mutation.md)"
	@echo "make leaks      every line of every command over somebody's numbers, in every spelling"
	@echo "make fuzz-short the same, 20 seconds a target"
	@echo "make exe        dist/adhoc/: a program for a machine without Python (smoke-exe tries it)"
	@echo "make release-check  everything that a release is asked (RELEASING.md); each part by itself:"
	@echo "    dist smoke sbom licences smoke-exe pollute leaks site"
	@echo "make lock       the newest versions into requirements/*.txt"
	@echo "make clean      removes all that the others made"

demo: .venv-run/ready
	@.venv-run/bin/adhoc check data/temanggung --as-of $(AS_OF)

# The tests of the packages that the coverage is asked of. They alone are counted: counting doubles
# the time of every other test, and finds no line of these packages that they had not reached.
COUNTED := tests/rules tests/engine tests/tables tests/roster
# Whatever a machine sets: hundreds of processes would compile what is not kept compiled.
PYTEST   = PYTHONDONTWRITEBYTECODE= $(VENV)/bin/python -m pytest -n auto --dist worksteal

test: $(VENV)/ready
	@rm -f .coverage .coverage.*
	@failed=0; \
	$(PYTEST) $(COUNTED) --cov --cov-report= --cov-report=json:.coverage.json || failed=1; \
	$(VENV)/bin/python scripts/coverage_gate.py .coverage.json || failed=1; \
	$(PYTEST) $(addprefix --ignore=,$(COUNTED)) || failed=1; \
	exit $$failed

# What most changes break, in a minute on two cores: no command is started and no sample is made.
QUICK := $(wildcard tests/architecture tests/text tests/models tests/profiles tests/places tests/roster \
    tests/tables tests/engine tests/memory tests/rules/test_examples.py tests/rules/test_registry.py \
    tests/output/test_golden.py tests/output/test_speaker.py tests/output/test_formats.py)

test-quick: $(VENV)/ready
	@$(PYTEST) -q -m "not slow" $(QUICK)

# What another Python may change: the rest of the suite is about us.
test-short: $(VENV)/ready
	@$(PYTEST) -q $(QUICK) tests/cli tests/systems

test-pythons:
	@failed=0; while read -r version python; do \
	    echo "Python $$version" >&2; \
	    $(MAKE) VENV=.venv-$$version PYTHON=$$python test || failed=1; \
	done < <($(PYTHON) scripts/pythons.py); exit $$failed

# What touches the libraries, with the oldest versions that pyproject.toml takes, on the oldest Python.
LIBRARIES := $(filter-out tests/architecture,$(QUICK)) tests/checklist tests/output tests/reports tests/intake/test_workbook_child.py \
    tests/intake/test_every_kind.py tests/cli/test_help.py tests/cli/test_usage.py \
    tests/cli/test_completion.py tests/cli/test_typer_adapter.py tests/cli/test_sheets.py \
    tests/cli/test_workbooks.py

test-lowest: .venv-lowest/ready
	@.venv-lowest/bin/python -m pytest -q -n auto --dist worksteal $(LIBRARIES)

# Whatever is the newest today, above what pyproject.toml takes too: it may fail, and holds nobody up.
test-newest: .venv-lock/ready
	@rm -rf .venv-newest && $(PYTHON) -m venv .venv-newest
	@echo typer > .venv-newest/above
	@.venv-lock/bin/uv pip install --quiet --no-config --system-certs --upgrade \
	    --python .venv-newest/bin/python --override .venv-newest/above -r pyproject.toml \
	    --extra fast --extra pdf --extra docx --group test --group build
	@.venv-newest/bin/python $(PROJECT) --editable .
	@.venv-newest/bin/python -m pytest -q -n auto --dist worksteal $(LIBRARIES)

# make rule CODE=D606 NAME=address-shared SEVERITY=warning
rule: .venv/ready
	@.venv/bin/python -m scripts.new_rule $(CODE) $(NAME) $(SEVERITY)

golden: .venv/ready
	@.venv/bin/python -m pytest -q --update-golden tests/output/test_golden.py \
	    tests/intake/test_imported_view.py tests/cli/test_work.py tests/rules/test_examples.py

docs: .venv/ready
	@.venv/bin/python -m scripts.make_docs

# In both languages, into build/site/; it opens from a folder and loads nothing from a network.
site: .venv-docs/ready
	@.venv-docs/bin/python -m scripts.make_site

pictures: .venv/ready
	@.venv/bin/python -m scripts.make_pictures

lint: .venv/ready
	@.venv/bin/ruff check $(CODE)
	@.venv/bin/ruff format --check $(CODE)
	@.venv/bin/lint-imports --no-logo
	@if grep -nE '://|^--(index|extra-index|find-links|trusted-host)' requirements/*.txt; then \
	    echo "requirements/: a lock file names an index or a path" >&2; exit 1; fi

format: .venv/ready
	@.venv/bin/ruff check --fix $(CODE)
	@.venv/bin/ruff format $(CODE)

# The source also as the other systems have it: what os, signal and the rest lack there.
typecheck: .venv/ready
	@.venv/bin/mypy
	@for system in win32 darwin; do \
	    .venv/bin/mypy --platform $$system --cache-dir .mypy_cache/$$system src || exit; \
	done

# How many small faults in the code the tests notice (docs/mutation.md): all of them, in hours, or
# make mutate MODULES="rules nik" SAMPLE=400 SEED=1 AGAIN=1
.PHONY: mutate
mutate: .venv/ready
	@.venv/bin/python -m tests.mutation --jobs $(FUZZ_JOBS) $(if $(SAMPLE),--sample $(SAMPLE)) \
	    $(if $(SEED),--seed $(SEED)) $(if $(AGAIN),--again) $(MODULES)

# Some 40,000 files, in eighteen minutes of one core; `make test` has some two thousand of them.
pollute: .venv/ready
	@.venv/bin/python -m tests.polluted

# 2,300 runs, then each call of the mask taken away: ten minutes; `make test` has a part of it.
leaks: .venv/ready
	@.venv/bin/python -m tests.privacy

# Some 25 minutes on two idle cores, and 3 GB of disk. Writes bench/RESULTS.md and bench/results.svg.
bench: .venv-bench/ready
	@failed=0; for what in planted compare report offices; do \
	    .venv-bench/bin/python -m bench.$$what || failed=1; done; exit $$failed

# FUZZ_TARGETS="reader doctor" runs these only.
fuzz: .venv-fuzz/ready
	@.venv-fuzz/bin/python -m tests.fuzz.run --seconds $(FUZZ_SECONDS) --jobs $(FUZZ_JOBS) \
	    $(FUZZ_TARGETS)

# A folder with a program that needs no Python: dist/adhoc/.
exe: .venv-exe/ready
	@rm -rf build/exe dist/adhoc
	@.venv-exe/bin/python -m PyInstaller --noconfirm --log-level ERROR \
	    --workpath build/exe --distpath dist exe/adhoc.spec
	@cp LICENSE src/adhoc_cli/places/LICENSE-idn-area-data.md exe/Periksa.cmd dist/adhoc/

# What is handed out. Twice: whoever builds it from the same source gets the same bytes.
dist: .venv-release/ready
	@rm -rf build/again dist/adhoc_cli-*
	@for to in dist build/again; do .venv-release/bin/hatchling build -d $$to >/dev/null || exit 1; done
	@.venv-release/bin/python -m scripts.check_dist dist build/again

# The wheel in an environment of its own, without and with the extras: build/installed/.
smoke: dist
	@.venv-release/bin/python -m scripts.smoke_wheel dist build/installed

# Of what is installed there: a list for whoever asks what is in it (CycloneDX), and the licences.
sbom: smoke
	@.venv-release/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
	    --short-PURLs -o dist/adhoc_cli.cdx.json build/installed
	@echo "dist/adhoc_cli.cdx.json"

licences: smoke
	@build/installed/bin/python scripts/licences.py

smoke-exe: exe
	@.venv-exe/bin/python -m scripts.smoke --extras pdf,docx dist/adhoc/adhoc

# Everything at once, the quick parts first. A newer library may break what is not released yet: that
# is told, and stops nothing.
release-check: lint typecheck dist smoke sbom licences smoke-exe site test-pythons pollute leaks
	@$(MAKE) test-newest || echo "The newest libraries break something: see above." >&2
	@echo "Ready for a release: RELEASING.md"

# With one seed: what fails here failed because of a change, not because of the day.
fuzz-short: .venv-fuzz/ready
	@.venv-fuzz/bin/python -m tests.fuzz.run --seconds 20 --jobs $(FUZZ_JOBS) --seed 1

# --- Environments: one a purpose, made anew when its lock file changes ---------------------------

define environment
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=..." \
	    if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(@D)/ (once)" >&2
	@rm -rf $(@D)
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python $(INSTALL) $(addprefix -r ,$(filter %.txt,$^))
endef

.venv-run/ready: requirements/build.txt requirements/run.txt pyproject.toml
	$(environment)
	@$(@D)/bin/python $(PROJECT) --editable .
	@touch $@

$(VENV)/ready: requirements/build.txt requirements/dev.txt pyproject.toml
	$(environment)
	@$(@D)/bin/python $(PROJECT) --editable .
	@touch $@

.venv-bench/libraries: requirements/build.txt requirements/bench.txt
	$(environment)
	@touch $@

# Not editable: what is measured is what a user installs, compiled.
.venv-bench/ready: .venv-bench/libraries $(SOURCES)
	@$(@D)/bin/python $(PROJECT) --force-reinstall .
	@touch $@

# Where atheris has no wheel it is left out, and `make fuzz` says so.
.venv-fuzz/ready: requirements/build.txt requirements/fuzz.txt pyproject.toml
	$(environment)
	@$(@D)/bin/python $(PROJECT) --editable .
	@touch $@

.venv-docs/ready: requirements/docs.txt
	$(environment)
	@touch $@

.venv-exe/libraries: requirements/build.txt requirements/exe.txt
	$(environment)
	@touch $@

.venv-exe/ready: .venv-exe/libraries $(SOURCES)
	@$(@D)/bin/python $(PROJECT) --force-reinstall .
	@touch $@

.venv-lowest/ready: PYTHON = $(lastword $(shell python3 scripts/pythons.py | head -n 1))
.venv-lowest/ready: requirements/build.txt requirements/lowest.txt pyproject.toml
	$(environment)
	@$(@D)/bin/python $(PROJECT) --editable .
	@touch $@

.venv-release/ready: requirements/build.txt requirements/release.txt
	$(environment)
	@touch $@

.venv-lock/ready: requirements/lock.txt
	$(environment)
	@touch $@

# --- Lock files ----------------------------------------------------------------------------------

# One resolution for every system and every Python from 3.11 on, with the hashes of every file of a
# release. dev.txt comes first and holds the others to the same versions.
# Extras stay in the names: pip before 23.3 does not see that "coverage" pins "coverage[toml]" too,
# takes the newest, and finds no hash for it.
COMPILE = .venv-lock/bin/uv pip compile --quiet --no-config --system-certs --upgrade --universal \
    --no-strip-extras \
    --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

EXTRAS := --extra fast --extra pdf --extra docx

lock: .venv-lock/ready lock-lowest
	@$(COMPILE) pyproject.toml $(EXTRAS) --group dev -o requirements/dev.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/run.txt
	@$(COMPILE) pyproject.toml $(EXTRAS) -c requirements/dev.txt -o requirements/extras.txt
	@$(COMPILE) pyproject.toml --extra fast --group bench -c requirements/dev.txt \
	    -o requirements/bench.txt
	@$(COMPILE) pyproject.toml --group fuzz -c requirements/dev.txt \
	    -o requirements/fuzz.txt
	@$(COMPILE) --group docs -c requirements/dev.txt -o requirements/docs.txt
	@$(COMPILE) pyproject.toml --extra pdf --extra docx --group exe -c requirements/dev.txt \
	    -o requirements/exe.txt
	@$(COMPILE) --group release -c requirements/dev.txt -o requirements/release.txt
	@$(COMPILE) --group build -c requirements/dev.txt -o requirements/build.txt
	@$(COMPILE) --group lock -o requirements/lock.txt

# The oldest versions of what we ask for, with the newest of all else.
lock-lowest: .venv-lock/ready
	@$(filter-out --generate-hashes,$(COMPILE)) pyproject.toml $(EXTRAS) --resolution lowest-direct \
	    -o .venv-lock/lowest.txt
	@$(COMPILE) pyproject.toml $(EXTRAS) --group test -c .venv-lock/lowest.txt -c requirements/build.txt \
	    -o requirements/lowest.txt

clean:
	@rm -rf .venv .venv-* .bench .fuzz .mutation .coverage .coverage.* build dist
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} +

# The shop. `make` alone lists what there is to do.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test sure bench faults sweep words python

PYTHON ?= python3
BIN := .venv/bin
SHOP := $(BIN)/flask --app shop
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
PO := $(wildcard shop/translations/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
TESTS ?= tests
APART := browser or postgresql or redis or slow# run without counting what they reach: counting takes time

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/ready-run $(MO) ## set everything up and open the example shop (PORT=8000)
	@$(BIN)/python -m shop.config
	@$(SHOP) db upgrade
	@$(SHOP) reference sync
	@$(SHOP) demo load
	@exec $(SHOP) serve

test: .venv/ready-test $(MO) ## all tests (TESTS=tests/lib for a part), also on PostgreSQL where SHOP_TEST_POSTGRESQL_URL is set
	@$(BIN)/python -m pytest -n 4 --maxschedchunk 2 $(TESTS)

sure: .venv/ready-dev $(MO) ## everything before a commit: format, lint, types, imports, tests and what they reach
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n 4 -m 'not ($(APART))' --cov --cov-fail-under=100
	@$(BIN)/python -m pytest -n 4 -m '$(APART)'

bench: .venv/ready-test $(MO) ## speed of the pages beside a bare Flask page, in one run
	@$(BIN)/python -m tests.bench

faults: .venv/ready-test $(MO) ## the long run of faults: 1,000 inquiries while everything is killed twenty times
	@SHOP_TEST_FAULTS=full $(BIN)/python -m pytest tests/faults

sweep: .venv/ready-test $(MO) ## the whole product in a real browser: every page, role, language and width
	@$(BIN)/python -m tests.sweep

python:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo "Python 3.11 or newer with venv is missing: apt install python3 python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv

.venv/ready-run: pyproject.toml constraints.txt | python
	@echo "Installing what the shop needs into .venv (once, a minute or two)"
	@$(PIP) -e '.[postgresql,redis]'
	@touch $@

.venv/ready-test: pyproject.toml constraints.txt | python
	@echo "Installing what the shop and its tests need into .venv (once, a minute or two)"
	@$(PIP) -e '.[test]'
	@touch $@ .venv/ready-run

.venv/ready-dev: pyproject.toml constraints.txt | python
	@echo "Installing what the shop, its tests and its checks need into .venv (once, a minute or two)"
	@$(PIP) -e '.[dev]'
	@touch $@ .venv/ready-test .venv/ready-run

words: .venv/ready-test ## gather new words of templates and code into the English catalogue
	@$(BIN)/pybabel --quiet extract -F babel.cfg -k lazy -k _l -k N_ --no-location --sort-output \
	  --project Lapakarya -o .venv/words.pot shop templates
	@$(BIN)/pybabel --quiet update -i .venv/words.pot -d shop/translations -l en --no-fuzzy-matching --ignore-obsolete \
	  --ignore-pot-creation-date --width 110

%.mo: %.po
	@$(BIN)/pybabel --quiet compile -i $< -o $@

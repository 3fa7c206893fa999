# Needs Python 3.11 or newer, make and a shell. Everything else is installed into .venv and node_modules.
PYTHON ?= python3
PORT ?= 8000
ARGS ?=
BIN := .venv/bin
# Compiled modules are kept apart, and also where the shell asks for none: reading all of them anew takes five seconds.
RUN := PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPYCACHEPREFIX="$(CURDIR)/.cache/bytecode" PYTHONDONTWRITEBYTECODE=

.DEFAULT_GOAL := help
.PHONY: help setup serve test check format site preview bench lock successor zensical package sbom

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup:
	@$(PYTHON) calculators/dev/bootstrap.py

serve: setup ## Serve the site while you edit it (PORT=8000)
	@$(RUN) python -m calculators.dev serve --port $(PORT)

test: setup ## Run every test (ARGS="-k rest" for some)
	@$(RUN) python -m calculators.dev test $(ARGS)

check: setup ## Check format, lint, types and layers
	@$(RUN) python -m calculators.dev check

format: setup ## Format Python, JavaScript and CSS
	@$(RUN) python -m calculators.dev format

site: setup ## Build the site into site/, strictly
	@$(RUN) python -m calculators.dev site

preview: site ## Serve site/ as a production host would (PORT=8000)
	@$(RUN) python -m calculators.dev preview --port $(PORT)

bench: site ## Measure start-up and answers in Chromium
	@$(RUN) python -m bench.startup

lock: setup ## Resolve the lock files again
	@$(RUN) python -m calculators.dev lock

successor: site ## Build the site with ProperDocs, which may follow MkDocs
	@$(RUN) python -m calculators.dev successor

zensical: site ## Build the site with Zensical, which may follow Material
	@$(RUN) python -m calculators.dev zensical

package: setup ## Build the library into dist/ and look it over
	@$(RUN) python -m calculators.dev package

sbom: setup ## List what everything is made of, with licences, in dist/sbom/
	@$(RUN) python -m calculators.dev sbom

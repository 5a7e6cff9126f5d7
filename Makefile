# What a person types. Steps are quiet: one line each, the whole output only where one fails.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --silent
.PHONY: help demo test check build clean styles lint

STEP := scripts/step

# Some tests also read real data that is not ours to publish. Where it is not at hand they say so.
SAMSKAB_REAL_DATA ?= $(abspath $(wildcard ../shared/data))
ifneq ($(SAMSKAB_REAL_DATA),)
export SAMSKAB_REAL_DATA
endif

help:
	echo 'make demo    start a fictive municipality on http://127.0.0.1:8080 (more: make demo ARGS="--listen ...")'
	echo 'make test    install what is missing (browser, PostgreSQL, poppler) and run every test'
	echo 'make check   the quick half: format, lints, tests without a browser'
	echo 'make build   styles and the release binary, target/release/samskab'
	echo 'make clean   delete everything that was built or installed here'

# The demonstration runs the same build as the tests: from clean it is ready sooner than a release.
demo: styles
	$(STEP) build scripts/linted cargo build -p samskab
	"$${CARGO_TARGET_DIR:-target}"/debug/samskab demo $(ARGS)

test: styles
	scripts/need e2e browser postgres calendars poppler
	$(MAKE) lint
	$(STEP) tests scripts/with-postgres scripts/linted cargo test --workspace
	$(STEP) 'browser types' npm --prefix e2e run --silent check
	$(STEP) 'browser tests' npm --prefix e2e run --silent test

check: styles lint
	$(STEP) tests scripts/with-postgres --if-present scripts/linted cargo test --workspace

build: styles
	$(STEP) 'release build' cargo build --release -p samskab

clean:
	rm -rf target assets/dist {assets,e2e,scripts/postgres}/node_modules e2e/{shots,test-results,playwright-report}

lint:
	$(STEP) format cargo fmt --all --check
	$(STEP) 'build and lints' scripts/linted cargo build --workspace --all-targets
	if command -v cargo-deny >/dev/null; then $(STEP) licences cargo deny --log-level error check licenses bans sources; \
		else echo 'licences             not checked: cargo-deny is not installed'; fi
	if command -v shellcheck >/dev/null; then $(STEP) scripts shellcheck \
		$$(grep -rlI --exclude-dir=node_modules '^#!/usr/bin/env bash' .ci scripts); \
		else echo 'scripts              not checked: shellcheck is not installed'; fi

styles:
	scripts/need rust assets
	$(MAKE) assets/dist

assets/dist: $(shell find assets \( -name node_modules -o -name dist \) -prune -o -type f -print 2>/dev/null)
	$(STEP) styles npm --prefix assets run --silent build
	touch assets/dist

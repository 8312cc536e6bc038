# The shop's few commands. What they do is in .ci/, one short script each.
.PHONY: run test build watch bench torture setup

run: ## installs what is missing, builds, and opens the shop on http://127.0.0.1:3000
	@.ci/serve

test: ## everything that proves the shop, browsers included
	@.ci/setup && .ci/gate

build: ## the release build
	@.ci/build

watch: ## rebuilds and reloads at every change
	@.ci/watch

bench: ## prints tables of speed and size
	@.ci/bench

torture: ## long reliability runs: killed, overloaded, lied to
	@.ci/torture

setup: ## installs what the other commands need, once
	@.ci/setup

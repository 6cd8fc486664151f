# The real documentation sets, where they lie beside the checkout.
SHARED ?= ../shared
GO     ?= go
STATICCHECK = $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2
ACTIONLINT = $(GO) run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

# One set a line: name of the document, folder of the set.
SETS = cbr:cloud-backup-recovery csbs:cloud-server-backup-service evs:elastic-volume-service \
       iam:identity-access-management smn:simple-message-notification vpc:virtual-private-cloud

# The documents that have a committed client.
CLIENTS = cbr csbs iam sample

.DEFAULT_GOAL := sample
.PHONY: sample help test golden specs generate story lint check corpus foreign e2e interop mutate steps fuzz bench release clean

sample: ## pages of the sample → spec → client → a call against the fake server (the default)
	$(GO) run ./cmd/rst2openapi convert tests/sample/pages -o spec/sample.yaml
	$(GO) run ./cmd/gen --spec spec/sample.yaml --package sample --out generated/sample --server
	$(GO) run ./tests/demo spec/sample.yaml

help: ## this list
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test: ## all tests; those over the real documentation are skipped where it is not there
	$(GO) test ./...

golden: ## rewrite the golden files (the run fails, so that it is never taken for a pass)
	GOLDEN=refresh $(GO) test ./...

specs: ## spec/*.yaml and their findings from the real documentation, corrected by spec/overlays/
	@for set in $(SETS); do \
	  $(GO) run ./cmd/rst2openapi convert $(SHARED)/corpus/$${set#*:} --prose none \
	    $$(ls spec/overlays/$${set%%:*}.yaml 2>/dev/null | sed 's/^/--overlay /') \
	    -o spec/$${set%%:*}.yaml --findings spec/$${set%%:*}.findings.txt || exit 1; \
	done

generate: ## generated/* from their documents in spec
	@for name in $(CLIENTS); do \
	  $(GO) run ./cmd/gen --spec spec/$$name.yaml --package $$name --out generated/$$name \
	    --server=$$(test $$name = sample && echo true || echo false) || exit 1; \
	done

# The folder begins with a dot: go leaves what npm installs there alone.
VIEWER = out/.viewer/node_modules/@scalar/api-reference/dist/browser/standalone.js

.PHONY: site site-test

$(VIEWER): internal/site/viewer/package.json internal/site/viewer/package-lock.json
	mkdir -p out/.viewer
	cp internal/site/viewer/package.json internal/site/viewer/package-lock.json out/.viewer
	npm ci --prefix out/.viewer --ignore-scripts --no-audit --no-fund --loglevel error
	touch $@

site: $(VIEWER) ## a catalogue for browsers in out/site, of all real documentation sets or else of the sample; needs npm
	$(GO) run ./cmd/rst2openapi site -o out/site --viewer $(VIEWER) \
	  $$(test -d $(SHARED)/corpus && echo --all $(SHARED)/corpus $$(test -d $(SHARED)/history && echo --history $(SHARED)/history) || echo tests/sample/pages)

site-test: site ## drive the catalogue of make site in Chromium; needs npm
	@tests/site/run.sh out/site

story: ## what a user does from the first day on: an empty module, docs that change, no network
	@$(GO) run ./tests/story

lint: ## gofmt, go vet, go mod tidy, staticcheck, actionlint
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "not gofmt-ed"; exit 1; }
	$(GO) vet ./...
	$(GO) mod tidy -diff
	$(STATICCHECK) ./...
	$(ACTIONLINT) -shellcheck= -pyflakes=

.PHONY: gosec

gosec: ## mistakes that make programs unsafe, by the tool of that name; those that are none are in tests/gosec/waivers.yaml
	$(GO) run ./tests/gosec

check: sample specs generate ## make spec/ and generated/ again; the tree must stay as it is
	@git diff --exit-code --stat -- spec generated || { echo "spec/ or generated/ is not what the pages give: commit what make made"; exit 1; }
	@test -z "$$(git status --porcelain -- spec generated)" || { git status --porcelain -- spec generated; exit 1; }

corpus: ## all real documentation sets: convert, validate, generate and compile clients, keep the score (minutes)
	$(GO) vet -tags corpus ./tests/real ./tests/history
	STATICCHECK="$(STATICCHECK)" $(GO) test -tags corpus -count 1 -timeout 60m ./tests/real ./tests/history

foreign: ## clients of published OpenAPI documents beside what oapi-codegen makes of them, keep the score (half an hour)
	$(GO) vet -tags foreign ./tests/foreign
	$(GO) test -tags foreign -count 1 -timeout 90m -v ./tests/foreign

# Clients for make e2e beside the committed one: of pages of our own, and of committed documents.
E2E = tests/e2e/testdata

e2e: ## real servers, OpenStack Keystone, Glance, Cinder, Neutron and Designate, driven by clients of their pages
	@tests/e2e/install.sh
	@for set in image dns; do $(GO) run ./cmd/rst2openapi convert tests/e2e/pages/$$set -o $(E2E)/$$set.yaml || exit 1; done
	@for client in image:$(E2E)/image.yaml dns:$(E2E)/dns.yaml evs:spec/evs.yaml vpc:spec/vpc.yaml; do \
	  $(GO) run ./cmd/gen --spec $${client#*:} --package $${client%%:*} --out $(E2E)/$${client%%:*} || exit 1; \
	done
	$(GO) vet -tags e2e ./tests/e2e/... ./$(E2E)/services
	$(GO) test -tags e2e -race -count 1 -timeout 15m -v ./tests/e2e ./$(E2E)/services

# Where the tools of make interop are, and which of them and of the documents it takes:
# make interop ALL=1, make interop TOOLS=spectral,postman DOCUMENTS=cbr.
INTEROP ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/rst2openapi/interop
ALL       ?=
TOOLS     ?=
DOCUMENTS ?=

interop: ## hold documents to linters, generators, mocks and converters of others: a sample, or ALL=1
	@tests/interop/install.sh $(INTEROP)
	$(GO) vet -tags interop ./tests/interop
	$(GO) test -tags interop -count 1 -timeout $(if $(ALL),10h,60m) -v ./tests/interop -home $(INTEROP) $(if $(ALL),-whole) -tools "$(TOOLS)" -documents "$(DOCUMENTS)"

# Which sample of mutants make mutate takes, and how many.
SEED ?= 1
N    ?= 400

mutate: ## measure the tests: change the heuristics in N places, chosen by SEED, and list the changes that no test sees
	$(GO) run ./tests/mutate -seed $(SEED) -n $(N)

steps: ## count how often statements run for inputs that there is much of something in
	$(GO) vet -tags steps ./tests/steps
	$(GO) test -tags steps -count 1 -timeout 60m ./tests/steps

fuzz: ## each fuzz test for a minute
	@for pkg in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 60s -fuzzminimizetime 1s $$pkg || exit 1; \
	  done; \
	done

# How often make bench runs each benchmark; benchstat wants six or more.
COUNT ?= 6

bench: ## how fast pages are read and converted, and bodies written and checked, beside what others take
	$(GO) run ./tests/speed/anchors $(SHARED)/corpus
	$(GO) test -run '^$$' -bench . -benchmem -count $(COUNT) ./sdk/... ./tests/speed ./tests/real ./internal/rst

# What make release publishes beside the documents' facts (full adds the descriptions of pages, for
# those who may publish them), and the folder of an earlier release to tell the changes since.
PROSE ?= none
SINCE ?=
SBOM   = $(GO) run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

release: ## what is published, in out/release: documents, copies in OpenAPI 3.1, JSON Schemas, an index, changes, a bill of materials
	rm -rf out/documents out/release && mkdir -p out/documents
	@for set in $(SETS); do name=$${set%%:*}; \
	  $(GO) run ./cmd/rst2openapi convert $(SHARED)/corpus/$${set#*:} --prose $(PROSE) \
	    $$(ls spec/overlays/$$name.yaml 2>/dev/null | sed 's/^/--overlay /') -o out/documents/$$name.yaml \
	    --sources out/documents/$$name.sources.json --findings out/documents/$$name.findings.json || exit 1; \
	done
	GOFLAGS= $(SBOM) app -json -noserial -notimestamp -licenses -main cmd/rst2openapi -output out/bom.json .
	$(GO) run ./cmd/rst2openapi release out/documents -o out/release --config rst2openapi.yaml --with out/bom.json $(if $(SINCE),--since $(SINCE))

clean: ## remove what make made beside the committed files
	rm -rf bin out

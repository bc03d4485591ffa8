# Pysar: `make` builds the program and renders Fixtures/ into out/; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

PREFIX ?= /usr/local
DESTDIR ?=
FORMATS ?= html xml txt
PLANS ?=
OUT ?=
TEMPLATES ?=
AS_OF ?=
OPTIONS ?=

PYSAR := .build/release/pysar
RELEASE := swift build -c release --static-swift-stdlib
SOURCES := Package.swift $(shell find Sources -type f)
# The plans of every kind; what else is in Fixtures/ is for tests alone.
FIXTURES := $(filter $(wildcard Fixtures/*),$(patsubst Templates/kinds/%,Fixtures/%,$(wildcard Templates/kinds/*)))
OTHERS := $(foreach folder,$(filter-out $(FIXTURES),$(wildcard Fixtures/*)),--ignore "/$(notdir $(folder))/")
FOLDERS := $(foreach folder,$(TEMPLATES),--templates "$(folder)")
comma := ,
space := $(subst ,, )

.PHONY: all
all: $(PYSAR) ## build the program and render Fixtures/ into out/ (what make alone does)
	@$(PYSAR) build Fixtures --out out $(OTHERS)

.PHONY: build
build: $(PYSAR) ## build the program only: .build/release/pysar

$(PYSAR): $(SOURCES) | packages
	$(RELEASE) --product pysar
	@touch $@

.PHONY: forms
forms: $(PYSAR) ## PLANS=dir OUT=dir [FORMATS="html xml txt"] [TEMPLATES=dir]: render all plans below a folder
ifeq ($(and $(PLANS),$(OUT)),)
	@echo 'Say where the plans are and where the documents go: make forms PLANS=dir OUT=dir' >&2; exit 2
else
	@$(PYSAR) build "$(PLANS)" --out "$(OUT)" --formats "$(subst $(space),$(comma),$(strip $(FORMATS)))" $(FOLDERS)
endif

.PHONY: nightly
nightly: $(PYSAR) ## PLANS=dir OUT=dir [AS_OF=date] [TEMPLATES=dir] [OPTIONS=…]: build the signed-off plans, tell what changed
ifeq ($(and $(PLANS),$(OUT)),)
	@echo 'Say where the plans are and where the documents go: make nightly PLANS=dir OUT=dir' >&2; exit 2
else
	@PYSAR=$(PYSAR) Scripts/nightly "$(PLANS)" "$(OUT)" $(if $(AS_OF),--as-of "$(AS_OF)") $(FOLDERS) $(OPTIONS)
endif

.PHONY: unit
unit: $(PYSAR) ## render Fixtures/unit, three years of a department, with its summaries and calendar into out/unit
	@Scripts/unit $(PYSAR) Fixtures/unit out/unit

.PHONY: check
check: $(PYSAR) ## [PLANS=dir] [TEMPLATES=dir]: say what is wrong with plans, by default those of Fixtures/
	@$(PYSAR) check $(if $(PLANS),"$(PLANS)",$(FIXTURES)) $(FOLDERS)

.PHONY: test
test: | packages-test ## set up and run all tests
	swift build --build-tests
	swift test

.PHONY: accept
accept: | packages-test ## run the tests, rewriting the expected files of Fixtures/
	PYSAR_ACCEPT=1 swift test

.PHONY: lint
lint: | packages ## hold the Swift sources against .swift-format
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

.PHONY: validate
validate: all .build/validators/.ready | packages-picture ## hold out/, Fixtures/, their PDF and Word and the index of a batch against other people's tools
	@.build/validators/bin/python Scripts/validate.py $(PYSAR) $(FIXTURES)
	@.build/validators/bin/python Scripts/pdf.py $(PYSAR) $(FIXTURES) Fixtures/unit
	@.build/validators/bin/python Scripts/word.py $(PYSAR) $(FIXTURES) Fixtures/unit
	@.build/validators/bin/python Scripts/long-plans.py $(PYSAR)
	@.build/validators/bin/python Scripts/index.py $(PYSAR)

.build/validators/.ready: Scripts/requirements.txt | packages-validate
	rm -rf $(@D)
	python3 -m venv $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.build/archivists/.ready: Scripts/requirements-archive.txt | packages-archive
	rm -rf $(@D)
	python3 -m venv $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.PHONY: bench
bench: $(PYSAR) ## [PLANS=number, file or dir] [IN=dir] [KEEP=1] [GROWTH=1]: measure every stage, and the batch beside its floors; or how the cost of a plan grows
	@$(RELEASE) --product pysar-bench
	@$(if $(GROWTH),.build/release/pysar-bench --growth,Scripts/bench $(if $(PLANS),"$(PLANS)"))

.PHONY: torture
torture: $(PYSAR) | packages-torture ## [PLANS=300] [KILLS=200]: kill `pysar build` at random moments, and see what the next run leaves
	@$(RELEASE) --product pysar-bench
	@Scripts/torture $(or $(PLANS),300) $(or $(KILLS),200)

.PHONY: test-archive
test-archive: $(PYSAR) .build/archivists/.ready ## [KILLS=200]: personnel files against bagit, sha256sum and eark-validator; an export killed, and on a full disk
	@Scripts/archive $(or $(KILLS),200)

.PHONY: stops
stops: $(PYSAR) ## [MOMENTS=10]: how soon `pysar build` ends when it is told to stop within a plan of 16 MB
	@Scripts/stops $(or $(MOMENTS),10)

.PHONY: fuzz
fuzz: | packages ## [SECONDS=60] [TARGETS="plan xml …"]: let libFuzzer look for files that a reader falls over
	PYSAR_FUZZ=1 swift build -c release --scratch-path .build/fuzz --sanitize fuzzer --product pysar-fuzz
	@Scripts/fuzz $(or $(SECONDS),60) $(TARGETS)

.PHONY: moments
moments: | packages-test ## cut the power, and refuse a call of the system, at every moment of a small batch
	swift build --build-tests
	ALL_MOMENTS=1 swift test --skip-build --filter PowerCutTests

.PHONY: docs
docs: $(PYSAR) | packages-docs ## write the generated parts of docs/ and README.md, and the manual pages
	@Scripts/docs $(PYSAR)

.PHONY: dictionary
dictionary: | packages-dictionary ## make the dictionary of Ukrainian words anew from Debian's
	python3 Scripts/dictionary.py /usr/share/hunspell/uk_UA.dic Scripts/common-words.txt Templates/words/ukrainian.dictionary

.PHONY: picture
picture: $(PYSAR) | packages-picture ## take the README's picture of the form of docs/plan.yaml
	@$(PYSAR) render docs/plan.yaml -o .build/form.html
	@Scripts/picture .build/form.html docs/form.png

.PHONY: install
install: $(PYSAR) ## [PREFIX=/usr/local] [DESTDIR=]: install the program, its templates, manual, documentation and completions
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/pysar"
	install -s -m 755 $(PYSAR) "$(DESTDIR)$(PREFIX)/bin/pysar"
	install -m 755 Scripts/nightly "$(DESTDIR)$(PREFIX)/bin/pysar-nightly"
	rm -rf "$(DESTDIR)$(PREFIX)/share/pysar/Templates"
	cp -R Templates "$(DESTDIR)$(PREFIX)/share/pysar/Templates"
	chmod -R u=rwX,go=rX "$(DESTDIR)$(PREFIX)/share/pysar"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/man/uk/man1"
	install -m 644 man/*.1 "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 man/uk/*.1 "$(DESTDIR)$(PREFIX)/share/man/uk/man1"
	install -d "$(DESTDIR)$(PREFIX)/share/doc/pysar"
	cp -R README.md CHANGELOG.md docs "$(DESTDIR)$(PREFIX)/share/doc/pysar/"
	chmod -R u=rwX,go=rX "$(DESTDIR)$(PREFIX)/share/doc/pysar"
	@completion() { \
	  install -d "$(DESTDIR)$(PREFIX)/share/$$2"; \
	  $(PYSAR) --generate-completion-script "$$1" | sed '1{/^#!/d}' > .build/completion; \
	  install -m 644 .build/completion "$(DESTDIR)$(PREFIX)/share/$$2/$$3"; \
	}; \
	completion bash bash-completion/completions pysar; \
	completion zsh zsh/site-functions _pysar; \
	completion fish fish/vendor_completions.d pysar.fish

.PHONY: uninstall
uninstall: ## [PREFIX=/usr/local] [DESTDIR=]: remove what install has put there
	rm -rf "$(DESTDIR)$(PREFIX)/share/pysar" "$(DESTDIR)$(PREFIX)/share/doc/pysar"
	rm -f "$(DESTDIR)$(PREFIX)/bin/pysar" "$(DESTDIR)$(PREFIX)/bin/pysar-nightly" \
	  "$(DESTDIR)$(PREFIX)"/share/man/{,uk/}man1/pysar{,-nightly}.1 \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/pysar" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_pysar" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/pysar.fish"

.PHONY: deb
deb: $(PYSAR) | packages-deb ## make a Debian package: .build/deb/pysar_VERSION_ARCHITECTURE.deb
	@rm -rf .build/deb
	@$(MAKE) --no-print-directory install PREFIX=/usr DESTDIR="$(CURDIR)/.build/deb/root" > /dev/null
	@Scripts/deb "$(CURDIR)/.build/deb/root"

.PHONY: clean
clean: ## remove what was built and rendered: .build/ and out/
	rm -rf .build out

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# What must be on the machine. Each goes on from the one before, so that apt-get never runs twice at once.
.PHONY: packages packages-torture packages-test packages-archive packages-validate packages-picture packages-docs packages-deb packages-dictionary
packages:
	@Scripts/packages git pkg-config libxml2-dev libyaml-dev nettle-dev libmimalloc-dev libsqlite3-dev libharfbuzz-dev libqrencode-dev libssl-dev zlib1g-dev fonts-liberation2
packages-dictionary: | packages
	@Scripts/packages python3 hunspell-uk
packages-torture: | packages
	@Scripts/packages sqlite3
packages-test: | packages
	@Scripts/packages libxml2-utils openssl parallel python3 strace
packages-archive: | packages
	@Scripts/packages python3-venv libxml2-utils
packages-validate: | packages-test
	@Scripts/packages python3-venv default-jre-headless qpdf libpdfbox2-java libcommons-logging-java libcommons-io-java libactivation-java libjaxb-api-java zbar-tools libreoffice-writer
packages-picture: | packages-validate
	@Scripts/packages chromium poppler-utils
packages-docs: | packages
	@Scripts/packages python3
packages-deb: | packages
	@Scripts/packages dpkg-dev

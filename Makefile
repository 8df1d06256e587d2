# make compare: from a fresh clone to the first comparison. make help tells the rest.

cogov := .build/release/cogov
tool := .build/debug/cogov
first := street-committee qingyuan

# Processors of x86-64 that know vectors of eight numbers (2013 on) use them: an eighth of the time less, the same results to
# the last bit. What is made for other machines (static) does without.
vectors := $(shell /lib64/ld-linux-x86-64.so.2 --help 2>/dev/null | grep -q 'x86-64-v3 .supported' && \
	echo -Xswiftc -Xcc -Xswiftc -march=x86-64-v3)

# Swift's own library goes into the program, so that it runs where there is no Swift; other libraries are looked for beside it first.
alone := --static-swift-stdlib -Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker '$$ORIGIN/../lib/cogov'

# Where make install puts things: below DESTDIR, if it is given, as packagers do.
PREFIX ?= /usr/local

.PHONY: help setup build install uninstall static static-check dist sbom sbom-check dependencies install-test compare verify test properties kill-test faults-test browser-test cluster-test mpi-test fuzz lint format bench city count \
	count-renew growth peers calibrate validate claims-part claims-pages odd odd-check pages readme clean

help: ## what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

setup: ## install missing Debian packages; look whether Swift is new enough
	@.ci/setup

build: setup ## the command line, optimised: .build/release/cogov
	swift build -c release $(vectors) $(alone) --product cogov

install: ## program, scenarios, documentation, man pages, completions; PREFIX=/usr/local, or such as PREFIX=$$HOME/.local
	@[ -x $(cogov) ] || $(MAKE) build
	.ci/install $(cogov) $(DESTDIR)$(PREFIX)

uninstall: ## take away what make install put there, and nothing else
	.ci/install --remove $(DESTDIR)$(PREFIX)

static: setup ## a folder for machines without Swift, such as a cluster's nodes: .build/cogov
	COGOV_WITHOUT_MPI=1 swift build --manifest-cache none -c release $(alone) --scratch-path .build/static --product cogov -Xlinker -s
	.ci/pack .build/static/release/cogov .build/cogov

dist: static ## the archive of this version, with its checksum: .build/dist
	.ci/dist .build/static/release/cogov .build/dist

sbom: build ## what the program is made of, as SPDX: .build/cogov.spdx.json
	.ci/sbom $(cogov) >.build/cogov.spdx.json

sbom-check: sbom ## hold that against SPDX's rules
	.ci/sbom-check .build/cogov.spdx.json

dependencies: build ## hold Documentation/Dependencies.md against what is built
	.ci/dependencies $(cogov)

install-test: build ## install, try as an ordinary user, uninstall; pack, unpack elsewhere, try (as root, for the ordinary user)
	.ci/setup release
	Tests/Install/run $(cogov)

static-check: static ## run that folder where there is nothing but it and glibc (as root)
	.ci/without-swift .build/cogov

compare: build ## all governance models of Scenarios/ on one reference place: the table and a page
	$(cogov) compare

verify: build ## the model against known answers (a quarter of a minute)
	$(cogov) verify

test: setup ## build everything and run the whole suite
	swift build --build-tests
	swift test --skip-build

browser-test: build ## pages driven in Chromium as people would
	.ci/setup browser
	COGOV=$(cogov) Tests/Browser/run

cluster-test: ## a sweep on a real Slurm of this machine's own (as root): tasks killed, a node lost
	.ci/setup cluster
	swift build --product cogov
	Tests/Cluster/run $(tool)

mpi-test: ## one run over several processes of Open MPI on this machine: the same bytes
	.ci/setup mpi
	swift build --manifest-cache none --product cogov
	Tests/Spread/run $(tool)

properties: setup ## what must hold in every scenario, on many random ones (CASES=500, or from-to)
	swift build --build-tests
	COGOV_CASES=$(or $(CASES),500) swift test --skip-build --filter PropertyTests

faults-test: build ## commands killed, disks full, files damaged, limits low (as root; some minutes)
	.ci/setup faults
	Tests/Faults/run $(cogov) 60

kill-test: build ## a sweep killed two hundred times, each time followed by the same command (some minutes)
	Tests/kill-sweep $(cogov) 200

# How long each target is fuzzed: --runs N inputs, or --seconds N.
how := --runs 1000000

fuzz: setup ## feed the readers of files and requests with what nobody would write: make fuzz how='--seconds 60'
	Fuzzing/run $(how)

lint: ## the format of all Swift files
	git ls-files -z '*.swift' | xargs -0 swift format lint --strict --parallel

format: ## bring all Swift files into that format
	git ls-files -z '*.swift' | xargs -0 swift format --in-place --parallel

bench: setup ## time and memory of the model, and of its kernel against plain C
	swift run -c release -Xswiftc -enable-testing $(vectors) --package-path Benchmarks CogovBenchmarks

city: setup ## one run of ten million residents in 8,000 communities over ten years (some minutes)
	swift run -c release -Xswiftc -enable-testing $(vectors) --package-path Benchmarks CogovCity

count: setup ## instructions of the kernels, by callgrind, against Benchmarks/instructions.csv
	Benchmarks/count

count-renew: setup ## take what they are now as what they are to be
	Benchmarks/count --renew

growth: setup ## how cost grows with residents, communities, ties, months and replicates (some minutes)
	swift run -c release -Xswiftc -enable-testing $(vectors) --package-path Benchmarks CogovGrowth

peers: setup ## the kernel against the same model on Mesa, in one run
	swift build -c release -Xswiftc -enable-testing $(vectors) --package-path Benchmarks
	Benchmarks/peers/run

calibrate: build ## search the behavioural parameters that give the levels of Scenarios/calibration.yaml (half an hour)
	$(cogov) calibrate Scenarios/calibration.yaml --particles 120 --tries 1800

validate: build ## test every claim (30 replicates, 200 sets of parameters) and every known answer (about an hour)
	Documentation/validate $(cogov)
	.ci/claims $(cogov) --renew

claims-part: ## test the small part of the claims that CI runs, against what is committed
	swift build --product cogov
	.ci/claims $(tool)

claims-pages: ## bring the tables of Documentation/Claims.md up to date with Results/reference
	Documentation/claims-pages

odd: ## bring the tables of Documentation/ODD.md up to date
	swift build --product cogov
	Documentation/tables $(tool) Documentation/ODD.md

odd-check: ## fail where a table of Documentation/ODD.md is not up to date
	swift build --product cogov
	Documentation/tables --check $(tool) Documentation/ODD.md

pages: build ## bring figures and pictures of Documentation/Scenarios.md up to date (some minutes)
	Documentation/scenario-pages $(cogov)

readme: build ## bring the first comparison in the READMEs up to date (needs Chromium)
	Documentation/first-comparison $(cogov) $(first)

clean: ## remove what was built; results stay
	rm -rf .build Benchmarks/.build Fuzzing/.build

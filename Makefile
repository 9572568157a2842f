# Each target sets itself up; `make` alone lists them.
.PHONY: help run test check soak format build bench pictures sheets

help:
	@echo "make run       opens Facilitator (without a display: leaves a rehearsal)"
	@echo "make test      every check and every test"
	@echo "make check     format, lint, types and import contracts only"
	@echo "make soak      every attack on the promises, at full count"
	@echo "make bench     every figure of benchmarks/"
	@echo "make pictures  the pictures in README and guide, from two rehearsals"
	@echo "make sheets    every page and panel on a few sheets, in docs/pictures"
	@echo "make build     the wheel and the frozen program, into dist/"

run:
	@scripts/setup.sh run
	@scripts/run.sh

test:
	@scripts/setup.sh test
	@scripts/check.sh all

check:
	@scripts/setup.sh test
	@scripts/check.sh static

soak:
	@scripts/setup.sh test
	@scripts/check.sh soak

format:
	@scripts/setup.sh test
	@.venv/bin/ruff format .

bench:
	@scripts/setup.sh test
	@.venv/bin/python benchmarks/start.py
	@.venv/bin/python benchmarks/console.py
	@.venv/bin/python benchmarks/curtain.py
	@.venv/bin/python benchmarks/acts.py
	@.venv/bin/python benchmarks/ending.py
	@.venv/bin/python benchmarks/record.py
	@.venv/bin/python benchmarks/planner.py

pictures:
	@scripts/setup.sh test
	@.venv/bin/python scripts/pictures.py

sheets:
	@scripts/setup.sh test
	@.venv/bin/python scripts/sheets.py

build:
	@scripts/setup.sh test
	@scripts/build.sh

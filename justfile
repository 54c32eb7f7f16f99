# Recipes for those who work on vendorlint; `just` lists them.
set positional-arguments # "$@" keeps what a shell has quoted: just test -m 'not slow'

default:
    @just --list

# The virtual environment with everything
setup:
    tools/setup

# opa, conftest and regal, into .tools/bin
go-tools:
    tools/go-tools

# Pins all packages with their digests, after a change of pyproject.toml; --upgrade takes in newer versions
lock *arguments:
    tools/lock "$@"

# Whether an advisory is known of what users install
audit *arguments:
    tools/audit "$@"

# The documentation as a site, in .site
site *arguments:
    tools/site "$@"

# Linters and type checks
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports --no-logo

# The tests; arguments go to pytest
test *arguments:
    tools/test "$@"

# Everything that is generated: schemas, the examples' facts, pages
generate:
    tools/generate

# A shipped fact to fill in: its entry in the ontology, and its definition with examples
new-fact fact:
    .venv/bin/python tools/new.py fact "$@"

# A shipped rule to fill in, with its test, its clauses in examples/rules, and its line in a pack where one is named (--pack ai)
new-rule rule *arguments:
    .venv/bin/python tools/new.py rule "$@"

# How well the extractor reads the labelled terms, where they are at hand
score *arguments:
    .venv/bin/python benchmarks/extraction.py "$@"

# Small changes of the engine that its tests should notice; arguments are modules, such as readings/polarity
mutants *arguments:
    .venv/bin/python tools/mutants.py "$@"

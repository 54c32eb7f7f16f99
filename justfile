# Recipes for those who work on vendorlint; `just` lists them.
default:
    @just --list

# The virtual environment with everything
setup:
    tools/setup

# opa, conftest and regal, into .tools/bin
go-tools:
    tools/go-tools

# Linters and type checks
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy

# The tests; arguments go to pytest
test *arguments:
    tools/test {{arguments}}

# Everything that is generated; the rules' pages quote the examples' facts
generate:
    cd examples && ../.venv/bin/vendorlint extract
    cd examples/rules && ../../.venv/bin/vendorlint extract
    for tool in tools/generate_*.py; do .venv/bin/python "$tool"; done

# How well the extractor reads the labelled terms, where they are at hand
score *arguments:
    .venv/bin/python benchmarks/extraction.py {{arguments}}

# Small changes of the engine that its tests should notice; arguments are modules, such as readings/polarity
mutants *arguments:
    .venv/bin/python tools/mutants.py {{arguments}}

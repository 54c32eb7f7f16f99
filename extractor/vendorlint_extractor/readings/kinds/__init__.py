"""Kinds of facts: what a match states, and what all statements of a fact come to. A module per kind, in one table."""

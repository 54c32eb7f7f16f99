"""Statements of one fact made into its value, with the evidence, over clauses and over documents."""

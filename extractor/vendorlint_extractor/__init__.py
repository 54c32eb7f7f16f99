"""Reads vendor terms and states their facts, each with the clause that proves it."""

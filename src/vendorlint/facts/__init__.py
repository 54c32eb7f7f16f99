"""facts.yaml: read, verified against the terms, and written without losing a person's word."""

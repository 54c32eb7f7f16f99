"""Two versions of a vendor's terms side by side: facts, violations, clauses."""

"""What changed between two versions of a vendor's terms: facts, violations, and clauses that no fact stands for."""

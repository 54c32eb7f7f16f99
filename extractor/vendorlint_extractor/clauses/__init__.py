"""A document cut into clauses: sentences and list items with their lead-ins, over tagged text."""

"""A contract as people read it: headings, lists and tables, with clauses marked in their places, and none of its markup run."""

"""A vendor's terms over the history of a git repository."""

"""A procurement repository: its configuration, vendors, own facts, and the files that a run is about."""

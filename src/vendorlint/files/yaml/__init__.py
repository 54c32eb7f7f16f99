"""YAML as Go and Python read it alike, with the line and column of everything."""

"""Files as such: text, YAML with places, atomic writes, paths to show, git's objects."""

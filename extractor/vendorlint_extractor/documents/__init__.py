"""Files of any format as text with sections and blocks, and a map back to line, page and character."""

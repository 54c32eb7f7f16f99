"""The JSON Schemas of every file that people write and of every JSON that is printed."""

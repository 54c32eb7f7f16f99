"""Reads RTF documents by their groups and control words (Rich Text Format Specification 1.9.1)."""

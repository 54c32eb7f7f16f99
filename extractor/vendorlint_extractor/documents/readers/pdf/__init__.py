"""Reads PDF documents by where their words stand on the page."""

"""The language server: findings, pages, places and words in an editor.

`server` speaks the protocol and needs pygls. Everything else is functions over a `Workspace`, in the terms of this package:
paths, and lines and columns from 1 in characters.
"""

"""Makes text from contracts harmless on a terminal and in the log of a build: what steers it, or hides text, is shown
instead of sent."""

from vendorlint.unsafe import escape

__all__ = ["escape"]

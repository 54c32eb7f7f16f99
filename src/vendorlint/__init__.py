"""vendorlint: a policy-as-code linter for vendor contracts."""

__version__ = "0.1.0"

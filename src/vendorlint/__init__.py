"""vendorlint: a policy-as-code linter for vendor contracts."""

__version__ = "0.1.0"
REPOSITORY = "https://github.com/vendorlint/vendorlint"  # tests hold to it whoever else names it

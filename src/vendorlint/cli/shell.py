"""How a shell asks for the rest of a word."""

VARIABLE = "_VENDORLINT_COMPLETE"  # a shell sets it when it asks; the name is typer's

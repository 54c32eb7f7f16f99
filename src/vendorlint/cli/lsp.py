"""`vendorlint lsp`."""

from __future__ import annotations

import typer

EXTRA = frozenset({"pygls", "lsprotocol", "cattrs", "attrs"})


def lsp() -> None:
    """Serve an editor: the language server, over standard input and output. Needs the extra 'lsp'."""
    from vendorlint.errors import VendorlintError
    from vendorlint.files.signals import end_at_once

    try:
        from vendorlint.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise VendorlintError("the language server needs pygls 2; run: pip install 'vendorlint[lsp]'") from None
    end_at_once()
    raise typer.Exit(serve())

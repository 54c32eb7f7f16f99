"""`vendorlint serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXTRA = frozenset({"starlette", "uvicorn", "anyio"})


def serve(  # noqa: PLR0913, PLR0917 - the options of a command
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 for any that is free.", min=0, max=65535)] = 0,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Who decides, until they say.  [default: git's user.name]", show_default=False
        ),
    ] = None,
    tls_cert: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A certificate with its chain, PEM.", show_default=False)
    ] = None,
    tls_key: Annotated[Path | None, typer.Option(metavar="FILE", help="Its key, PEM.", show_default=False)] = None,
    behind_proxy: Annotated[bool, typer.Option("--behind-proxy", help="A proxy in front ends TLS.")] = False,
    url: Annotated[
        str, typer.Option(metavar="URL", help="The address that people open, where it is another.", show_default=False)
    ] = "",
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date of reviews, and that rules go by, YYYY-MM-DD.")
    ] = None,
) -> None:
    """A page in the browser to review facts and waive findings in. Needs the extra 'serve'."""
    from vendorlint.cli.run import iso_date, print_safely
    from vendorlint.errors import VendorlintError
    from vendorlint.files.git import user_name
    from vendorlint.files.signals import Ended
    from vendorlint.network import is_loopback
    from vendorlint.project.project import find_project

    try:
        from vendorlint.serve import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise VendorlintError("the page needs starlette and uvicorn; run: pip install 'vendorlint[serve]'") from None
    here = Path.cwd()
    find_project(here)
    listening = server.Listening(host, port, tls_cert, tls_key, behind_proxy, url)
    alone = is_loopback(host) and not behind_proxy
    who = by or (user_name(here) if alone else "")  # of several people nobody decides under another's name

    def tell(link: str) -> None:
        print_safely(f"Review at {link}\nWhoever has this link may decide. Ctrl-C ends it.\n")

    try:
        server.serve(here, listening, who, iso_date(today) if today else None, tell)
    except Ended:
        raise typer.Exit(0) from None

"""Answering assistants, programs that ask for cited passages."""

from typing import Annotated

import typer

from commands.app import app
from commands.options import LibraryFolder, example, named
from commands.shared import open_library


@app.command(epilog=example("minutebook mcp --library my-library"))
def mcp(
    library: LibraryFolder = None,
    site: Annotated[
        str, named("URL", "Where `minutebook serve` shows the pages that citations lead to.")
    ] = "http://localhost:8080",
    exempt: Annotated[
        bool,
        typer.Option("--exempt", help="Let it ask for what is marked as exempt, which leaves this machine with it."),
    ] = False,
) -> None:
    """Answer one assistant by the Model Context Protocol, over standard input and output.

    An assistant's own settings name this command; it is not typed by people.
    """
    from serve.mcp_server import run_stdio

    with open_library(library) as store:
        run_stdio(store, site=site.rstrip("/"), exempt=exempt)

"""Opening the library in the browser, and who may sign in."""

import errno
import socket
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from commands.app import Commands, app, say
from commands.options import LibraryFolder, example, named
from commands.shared import open_library
from printing import line, put

OWN = ("127.0.0.1", "localhost", "::1")  # addresses that only this machine reaches


@app.command(epilog=example("minutebook serve", "minutebook serve --host 0.0.0.0 --users users.txt"))
def serve(
    library: LibraryFolder = None,
    host: Annotated[str, named("ADDRESS", "The address to listen at; others than this machine sign in.")] = "127.0.0.1",
    port: Annotated[int, named("NUMBER", "The port to listen at.", min=1, max=65535)] = 8080,
    users: Annotated[Path | None, named("FILE", "Who may sign in, from: minutebook users add.", dir_okay=False)] = None,
    token: Annotated[
        str | None, named("TEXT", "What everybody signs in with, if not by name.", envvar="MINUTEBOOK_TOKEN")
    ] = None,
    audit: Annotated[
        Path | None, named("FILE", "Add to this file who searched, opened and corrected what.", dir_okay=False)
    ] = None,
    upload: Annotated[bool, typer.Option("--allow-upload", help="Let editors add documents.")] = False,
    mcp: Annotated[bool, typer.Option("--mcp", help="Answer assistants, too, by MCP at /mcp.")] = False,
    show: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = True,
) -> None:
    """Open the library in the browser: search, registers, and each page with the words marked."""
    import uvicorn

    from serve import create_app
    from serve.access import Access
    from serve.audit import Audit

    if users and token:
        raise typer.BadParameter("people sign in by name or with a token, not both; leave one out.")
    if host not in OWN and not (users or token):
        raise typer.BadParameter(
            f"{host} can be reached by others; add --users FILE or --token.", param_hint="'--host'"
        )
    access = Access(users=users, token=token)
    with open_library(library) as store, listening(host, port) as listener:
        name = "localhost" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104
        address = f"http://{name}:{port}/"
        say(f"Minutebook is at {address}; stop it with Ctrl-C.")
        say(f"Assistants ask at {address}mcp." if mcp else None)
        if host not in OWN:
            say("What is typed crosses the network in the clear; put it behind a server that speaks https.")
        if show:
            webbrowser.open(address)
        log = Audit(audit) if audit else None
        application = create_app(store, access=access, audit=log, allow_upload=upload, mcp=mcp)
        uvicorn.Server(uvicorn.Config(application, log_level="warning", server_header=False)).run(sockets=[listener])


UsersFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="The file; it is made if there is none.", dir_okay=False)
]
AsRole = Annotated[
    Literal["reader", "editor", "admin"],
    named("ROLE", "A reader reads; an editor adds and corrects, too, and sees exempt text; an admin undoes that."),
]
people = typer.Typer(cls=Commands, help="Say who may sign in to the pages, with a file of names and roles.")


app.add_typer(people, name="users", epilog=example("minutebook users add users.txt keld --role editor"))


@people.callback()
def _people() -> None: ...


@people.command(epilog=example("minutebook users add users.txt keld --role editor"))
def add(
    file: UsersFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What they sign in as.")],
    role: AsRole = "reader",
) -> None:
    """Add somebody, or give them another role and password, which is asked for."""
    from serve.users import add_user

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    known = add_user(file, name, role, password)
    put(line(f"{'Changed' if known else 'Added'} {name}, {role}, in {file}."))


@people.command(epilog=example("minutebook users token users.txt assistant --role reader"))
def token(
    file: UsersFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the program is called.")],
    role: AsRole = "reader",
) -> None:
    """Add a program, or give it another role, and print its new token, which it sends as `Bearer`. It is shown once."""
    from serve.users import add_token

    put(line(add_token(file, name, role)))
    say(f"This is the token of {name}, {role}, in {file}; it is kept nowhere else.")


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket at this address and port."""
    try:
        family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError as error:
        raise typer.BadParameter(f"{host} is no address of this machine.", param_hint="'--host'") from error
    with socket.socket(family, kind) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            problem = f"port {port} is taken" if taken else f"{host}, port {port}, cannot be used ({error.strerror})"
            raise typer.BadParameter(f"{problem}; name another.") from error
        yield listener

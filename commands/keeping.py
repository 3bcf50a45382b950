"""Keeping the library: remove, rebuild, verify, back up, restore, status."""

import sys

import typer

from commands.app import app, say
from commands.options import (
    BackupFile,
    Ids,
    LibraryFolder,
    ModelName,
    Repair,
    ViewAs,
    Yes,
    example,
)
from commands.shared import open_library, progress
from printing import line, pairs, put, status_line, write
from rows import to_json
from wording import clean, counted, title_of


@app.command(epilog=example("minutebook remove 4f2a91 --library my-library"))
def remove(ids: Ids, library: LibraryFolder = None, yes: Yes = False) -> None:
    """Take documents, and all that came from them, out of the library."""
    store = open_library(library)
    for document_id in ids:
        info = store.document(document_id)[0].info
        named = f"{title_of(info)} ({info.id})"
        if not yes and not sys.stdin.isatty():
            raise typer.BadParameter("there is no terminal to ask at; add --yes to remove without asking.")
        if yes or typer.confirm(clean(f"Remove {named}?"), err=True):
            store.remove(info.id)
            put(line(f"Removed {named}."))


@app.command(
    epilog=example("minutebook rebuild", "minutebook rebuild --encoder sentence-transformers/all-mpnet-base-v2")
)
def rebuild(library: LibraryFolder = None, encoder: ModelName = None) -> None:
    """Make the search index anew from the catalogue, with another model if one is named. No file is read.

    When it is stopped, the same command goes on where it stood.
    """
    done, store = 0, open_library(library)
    with progress() as (_, advance):
        for done, total in store.rebuild(encoder=encoder):
            advance("embedding", done, total, 0)
    held = store.status()
    put(line(f"Embedded {counted(done, 'passage')}; all {held['vectors']:,} have vectors of {held['encoder']}."))


@app.command(epilog=example("minutebook verify --library my-library", "minutebook verify --repair"))
def verify(library: LibraryFolder = None, repair: Repair = False) -> None:
    """Check that catalogue, citations, index, model and kept files agree. Exit code 1 if they do not.

    With --repair all is made anew that can be made from the catalogue, and what is left is listed.
    """
    held = open_library(library)
    mended, problems = held.repair() if repair else ([], held.verify())
    put(*(line(f"Repaired: {each.split('; run: ')[0]}") for each in mended))
    put(*map(line, problems or ["Catalogue, citations and index agree."]))
    pending = held.status().get("pending")
    if isinstance(pending, int) and pending:
        say(f"{counted(pending, 'passage')} not embedded yet; the next ingest does it")
    raise typer.Exit(int(bool(problems)))


@app.command(epilog=example("minutebook backup minutes-2024-11-28.backup --library my-library"))
def backup(file: BackupFile, library: LibraryFolder = None) -> None:
    """Write all that the library holds to one file. Others may read and write meanwhile.

    The documents themselves are not in it, but for those that were added in the browser.
    """
    size = open_library(library).backup(file)
    put(line(f"Wrote {file} ({size / 1e6:,.1f} MB)."))


@app.command(epilog=example("minutebook restore minutes-2024-11-28.backup --library my-library"))
def restore(file: BackupFile, library: LibraryFolder = None, yes: Yes = False) -> None:
    """Put what a backup holds in place of all that the library holds. Others may read and write meanwhile."""
    store = open_library(library, create=True)
    held = len(store.documents())
    if held and not yes and not sys.stdin.isatty():
        raise typer.BadParameter(
            f"the library holds {counted(held, 'document')}; add --yes to replace them without asking."
        )
    if not held or yes or typer.confirm(clean(f"Replace {counted(held, 'document')} in {store.folder}?"), err=True):
        store.restore(file)
        put(line(f"Restored {counted(len(store.documents()), 'document')} from {file}."))


@app.command(epilog=example("minutebook status"))
def status(library: LibraryFolder = None, form: ViewAs = "table") -> None:
    """Say what the library holds: counts, dates, model and sizes."""
    held = open_library(library).status()
    if form == "json":
        write(to_json(held))
    else:
        put(pairs(map(status_line, held.items())))

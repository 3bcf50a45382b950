"""Corpora: build one into a library, freeze it, check its files, compare two."""

from pathlib import Path
from typing import Annotated

import typer

from commands.app import Commands, app, say
from commands.options import As, LibraryFolder, Timeout, example, named
from commands.shared import open_library, progress
from corpora.differences import differences
from corpora.manifest import Manifest, read_manifest, write_manifest
from printing import emit, line, put, summary
from rows import FILE_COLUMNS, ingested_row
from views import DIFFERENCE_COLUMNS, difference_row, difference_text, differences_view
from wording import counted, held_apart, loss, misnamed
from workers import TIMEOUT

ManifestFile = Annotated[Path, typer.Argument(metavar="MANIFEST", help="The corpus: a TOML file.", dir_okay=False)]
OtherManifest = Annotated[
    Path | None, typer.Argument(metavar="MANIFEST2", help="Another one; else the library.", dir_okay=False)
]
Download = Annotated[
    list[str] | None, named("HOST", "Get missing documents from this host, if the manifest says that they are there.")
]

corpus = typer.Typer(
    cls=Commands,
    help="Name documents in a manifest, and build the same library from it again.",
    epilog=example("minutebook corpus build corpus.toml", "minutebook corpus freeze corpus.toml"),
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(corpus, name="corpus")


@corpus.command(epilog=example("minutebook corpus build corpus.toml --library my-library"))
def build(
    manifest: ManifestFile,
    library: LibraryFolder = None,
    download: Download = None,
    timeout: Timeout = TIMEOUT,
    form: As = "table",
) -> None:
    """Read the documents of a corpus into the library, as the manifest states whose they are.

    Files that are missing, or are others than the manifest names, are named on standard error. Of a frozen corpus, it
    says whether the records are those that it was frozen with, and what differs. Exit code 1 if any of that is so.
    """
    from corpora.building import as_held
    from corpora.building import build as built

    corpus_named = read_manifest(manifest)
    lost = _downloaded(manifest, corpus_named, download) if download else False
    results = []
    store = open_library(library, create=True)
    with progress() as (console, advance):
        for result in built(manifest, corpus_named, store, timeout=timeout, progress=advance):
            say(result.error or loss(result.receipt), about=result.path, console=console)
            say(misnamed(result.receipt), about=result.path, console=console)
            say(held_apart(result.receipt), about=result.path, console=console)
            results.append(result)
    emit(form, results, ingested_row, FILE_COLUMNS, lambda: summary(results))
    found = list(differences(corpus_named, as_held(manifest, corpus_named, store)[0])) if corpus_named.frozen else []
    for each in found:
        say(f"not as it was frozen: {difference_text(each)}")
    other = any(each.what == "document" for each in found)
    if corpus_named.frozen and not other and form == "table":
        put(line("All records are those that it was frozen with."))
    # What could not be read in a frozen corpus could not be when it was frozen, or the records would be others.
    unread = not corpus_named.frozen and any(loss(each.receipt) for each in results)
    raise typer.Exit(int(lost or other or unread or not results or any(each.error for each in results)))


def _downloaded(path: Path, manifest: Manifest, hosts: list[str]) -> bool:
    """Get what is missing; whether any of it was not to be had."""
    from fetch.downloads import complete
    from fetch.web import Site

    lost = False
    with Site(hosts) as site:
        for entry, why in complete(path, manifest, site):
            say(why or f"{entry.path}: got from {entry.url}")
            lost |= why is not None
    return lost


@corpus.command(epilog=example("minutebook corpus freeze corpus.toml --library my-library"))
def freeze(manifest: ManifestFile, library: LibraryFolder = None) -> None:
    """Write into the manifest what its documents and their records are, and the versions of what made them.

    Where there is no such file, a manifest of all that the library holds is made. What people corrected in the library
    is no part of it.
    """
    from corpora.building import freeze as frozen
    from corpora.building import of_library

    store = open_library(library)
    there = manifest.exists()
    told = frozen(manifest, read_manifest(manifest), store) if there else of_library(manifest, store)
    write_manifest(manifest, told)
    put(line(f"Froze {counted(len(list(told.documents)), 'document')} in {manifest}."))
    hashes = {entry.sha256 for entry in told.documents}
    if said := sum(each.withdrawn_at is None and each.sha256 in hashes for each in store.corrections()):
        say(f"{counted(said, 'correction')} of people are no part of it; minutebook corrections lists them")


@corpus.command(epilog=example("minutebook corpus verify corpus.toml"))
def verify(manifest: ManifestFile) -> None:
    """Check that the files of a corpus are there and are those that the manifest names. Exit code 1 if not."""
    from corpora.building import verify as checked

    found = list(checked(manifest, read_manifest(manifest)))
    faults = [fault for *_, fault in found if fault]
    put(*map(line, faults))
    unnamed = sum(not entry.sha256 for entry, *_ in found)
    untold = f"; {unnamed:,} have no SHA-256 there" if unnamed else ""
    put(line(f"{len(found) - len(faults):,} of {counted(len(found), 'document')} as the manifest says{untold}."))
    raise typer.Exit(int(bool(faults)))


@corpus.command(epilog=example("minutebook corpus diff 2024.toml 2025.toml", "minutebook corpus diff corpus.toml"))
def diff(
    manifest: ManifestFile, other: OtherManifest = None, library: LibraryFolder = None, form: As = "table"
) -> None:
    """What leads from one corpus to another, or to the library: documents added, gone and changed, and their records.

    Records are compared where both corpora are frozen; those of a library always are. Exit code 1 if anything differs.
    """
    from corpora.building import of_library

    old = read_manifest(manifest)
    new = read_manifest(other) if other else of_library(manifest, open_library(library), outside=True)
    found = list(differences(old, new, bodies=other is not None))
    emit(form, found, difference_row, DIFFERENCE_COLUMNS, lambda: differences_view(found))
    raise typer.Exit(int(bool(found)))

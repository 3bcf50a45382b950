"""Filling the library, and extracting without one."""

import typer

from commands.app import Commands, app, say
from commands.options import (
    As,
    ExtractAs,
    LibraryFolder,
    Lookup,
    Password,
    Paths,
    ProfileFile,
    Scheduler,
    Timeout,
    example,
)
from commands.shared import open_library, profile_in, progress, read_files, say_gone, say_left_out, say_strays
from printing import emit, line, minutes_view, put, summary, write
from rows import FILE_COLUMNS, ingested_row, minutes_json, to_json
from wording import counted, held_apart, loss, misnamed
from workers import TIMEOUT


@app.command(epilog=example("minutebook ingest minutes/ report.pdf --library my-library"))
def ingest(
    paths: Paths,
    library: LibraryFolder = None,
    password: Password = None,
    timeout: Timeout = TIMEOUT,
    profile: ProfileFile = None,
    scheduler: Scheduler = None,
    form: As = "table",
) -> None:
    """Read files into the library and take out items, decisions, actions and metrics.

    A file that cannot be read is named on standard error and does not stop the others. A profile may name the
    organisation and the body of files that do not, and list owners, columns, decisions and actions: words and phrases
    of their own.
    """
    results = []
    own = profile_in(profile)
    store = open_library(library, create=True)
    with progress() as (console, advance):
        for result in store.add(
            paths, password=password, timeout=timeout, profile=own, progress=advance, scheduler=scheduler
        ):
            say(result.error or loss(result.receipt), about=result.path, console=console)
            say(misnamed(result.receipt), about=result.path, console=console)
            say(held_apart(result.receipt), about=result.path, console=console)
            results.append(result)
    say_left_out(paths)
    say_gone(store, paths)
    emit(form, results, ingested_row, FILE_COLUMNS, lambda: summary(results))
    raise typer.Exit(int(not results or any(r.error or loss(r.receipt) for r in results)))


@app.command(epilog=example("minutebook extract minutes.pdf", "minutebook extract minutes/ > records.jsonl"))
def extract(
    paths: Paths,
    password: Password = None,
    timeout: Timeout = TIMEOUT,
    profile: ProfileFile = None,
    form: ExtractAs = "json",
) -> None:
    """Print what is taken from files, without a library: one JSON object, or one a line for several files."""
    from library import files_in

    files, failed = files_in(paths), say_strays(paths)
    for result, lost in read_files(files, password, timeout, profile_in(profile)):
        failed |= lost
        if result and form == "table":
            put(minutes_view(result[1]))
        elif result:
            write(to_json(minutes_json(result[1]), indent=2 if form == "json" and len(files) == 1 else None))
    say_left_out(paths)
    raise typer.Exit(int(failed))


places = typer.Typer(
    cls=Commands,
    help="Read the codes and regions of places.",
    epilog=example("minutebook places import LAD24_UTLA24_RGN24_lookup.csv"),
    no_args_is_help=True,
    rich_markup_mode="rich",
)


app.add_typer(places, name="places")


@places.command("import", epilog=example("minutebook places import LAD24_UTLA24_RGN24_lookup.csv"))
def import_places(file: Lookup, library: LibraryFolder = None) -> None:
    """Read the authorities, their codes and regions from a lookup file in the form that the ONS publishes."""
    count, empty = open_library(library, create=True).import_places(file)
    put(line(f"Holds {counted(count, 'authority', 'authorities')} of {file}."))
    say(f"{counted(empty, 'line')} without a code and a name left out" if empty else None, about=str(file))

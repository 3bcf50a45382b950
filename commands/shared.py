"""What several commands do: open the library, read files, show progress, write and draw files."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from commands.options import SERVERS, LogFormat
from logs import in_json, log, to_json
from minutes.errors import InputError
from minutes.model import Document, Minutes
from printing import line, put, write
from rows import Format
from saving import save
from wording import counted, inline, loss, shown_path
from workers import Workers, ahead

if TYPE_CHECKING:
    from extract import Profile
    from library import Library
    from plotting import Panel
    from writing import FileForm

from commands.app import say

EVERY = 30.0  # seconds from one line that tells of progress to the next
NAMED = 5  # files that are named in one line
STAGES = {
    "reading": "Reading",
    "waiting": "Waiting for another program that embeds in this library",
    "embedding": "Embedding",
}
SUFFIXES: dict[str, "FileForm"] = {f".{form}": form for form in ("csv", "json", "jsonl", "xlsx", "docx")}


servers: ContextVar[dict[str, str]] = ContextVar("servers")  # those that the command was given


def served(run: Callable[..., None]) -> Callable[..., None]:
    """A command that opens the library, with the options for its servers and its log."""

    @wraps(run)
    def command(**given: Any) -> None:
        if given.pop("log_format") == "json":
            to_json()
        servers.set({name: url for name in SERVERS if (url := given.pop(name))})
        run(**given)

    own = inspect.signature(run).parameters.values()
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in SERVERS.items()
    ]
    options.append(
        inspect.Parameter("log_format", inspect.Parameter.KEYWORD_ONLY, default="text", annotation=LogFormat)
    )
    vars(command)["__signature__"] = inspect.Signature(
        [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own] + options
    )
    return command


def open_library(folder: Path | None, *, create: bool = False) -> "Library":
    """The library in `folder`, or in the user's data folder, with the servers that the command was given."""
    from platformdirs import user_data_path

    from library import Library

    return Library(folder or user_data_path("minutebook", appauthor=False), create=create, **servers.get())


def read_files(
    files: list[Path], password: str | None, timeout: float, profile: "Profile | None" = None
) -> Iterator[tuple[tuple[Document, Minutes] | None, bool]]:
    """What each file holds, null where it cannot be read, and whether some of it was lost, which is said."""
    with Workers(timeout=timeout, most=len(files)) as workers:
        for path, job in ahead(files, partial(workers.start, password=password, profile=profile)):
            try:
                result = job.result()
                problem = loss(result[1].receipt)
            except InputError as error:
                result, problem = None, str(error)
            say(problem, about=str(path))
            yield result, bool(problem)


def say_left_out(paths: list[Path]) -> None:
    """Say in one line which files of the folders are of kinds that are not read."""
    from library import left_out

    if found := left_out(paths):
        names = ", ".join(inline(file.name) for file in found[:NAMED]) + (", ..." if len(found) > NAMED else "")
        of = "files of other kinds were" if len(found) > 1 else "file of another kind was"
        say(f"{len(found):,} {of} left out: {names}")


def say_gone(store: "Library", paths: list[Path]) -> None:
    """Say which documents of the folders are held though their files are no longer there: they are not taken out."""
    found = store.gone(paths)
    for info in found[:NAMED]:
        say(
            f"is no longer there, but still held; to take it out: minutebook remove {info.id}",
            about=shown_path(info.path),
        )
    if len(found) > NAMED:
        more = counted(len(found) - NAMED, "more document", "more documents")
        say(f"{more} without a file, still held; minutebook documents lists what is held")


def say_strays(paths: list[Path]) -> bool:
    """Say which links lead out of the folders that are to be read; whether any do."""
    from library import strays

    found = strays(paths)
    for error in found.values():
        say(str(error))
    return bool(found)


def profile_in(file: Path | None) -> "Profile | None":
    """The profile of a body, if one was named."""
    if file is None:
        return None
    from extract import read_profile

    return read_profile(file)


def tell(
    form: Format | None,
    to: Path | None,
    text: Callable[[Format], str],
    book: Callable[[], bytes],
    view: Callable[[], Iterable[RenderableType]],
) -> None:
    """Print or write series or a comparison; `book` makes a workbook of them."""
    if to:
        file_form = file_form_of(form, to)
        if file_form == "docx":
            told = "series are written as csv, xlsx, json or jsonl; name the file so."
            raise typer.BadParameter(told, param_hint="'--to'")
        if file_form == "xlsx":
            save(to, book())
        else:
            save(to, text(file_form).encode("utf-8-sig" if file_form == "csv" else "utf-8"))
        say(f"Wrote {to}.")
    elif form in (None, "table"):
        put(*view())
    else:
        write(text(form))


def draw(panels: Sequence["Panel"], to: Path) -> None:
    """Draw what can be drawn, and say what was left out."""
    from plotting import drawn

    if to.suffix.lower() not in (".svg", ".html"):
        raise typer.BadParameter(f"{to} is not named .svg or .html; rename it.", param_hint="'--plot'")
    lines = [panel for panel in panels if len(panel.points) > 1]
    if lines:
        save(to, drawn(lines, to.suffix.lower()).encode())
    left = len(panels) - len(lines)
    told = f"Drew {len(lines)} of {len(panels)} to {to}" if lines else "Nothing to draw"
    say(f"{told}{f'; {left} without two dated figures left out' if left else ''}.")


def file_form_of(form: Format | None, to: Path) -> "FileForm":
    """How to write to `to`."""
    if form == "table":
        raise typer.BadParameter("a file is written as csv, xlsx, docx, json or jsonl; for a table leave out --to.")
    if not (file_form := form or SUFFIXES.get(to.suffix.lower())):
        raise typer.BadParameter(f"{to} is not named {', '.join(SUFFIXES)}; rename it or add --format.")
    return file_form


@contextmanager
def progress() -> Iterator[tuple[Console, Callable[[str, int, int, int], None]]]:
    """A progress bar on standard error, or plain lines where that is no terminal; yields what moves it, by stages."""
    console = Console(stderr=True)
    if in_json() or not console.is_terminal:
        yield console, stated(console)
        return
    text = TextColumn("{task.description}"), TextColumn("{task.fields[count]}")
    columns = (SpinnerColumn(), text[0], BarColumn(), text[1], TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        # The first file waits for the language models; until it is done there is nothing to count.
        tasks = {"": bar.add_task("Loading models", total=None, count="")}

        def advance(stage: str, done: int, total: int, pages: int) -> None:
            if stage not in tasks:
                tasks[stage] = tasks.pop("") if "" in tasks else bar.add_task("", count="")
            count = reached(stage, done, total, pages)
            bar.update(tasks[stage], description=STAGES[stage], completed=done, total=total, count=count)

        yield console, advance


def stated(console: Console) -> Callable[[str, int, int, int], None]:
    """What says how far it has come every now and then, in a line of its own."""
    last = monotonic()

    def advance(stage: str, done: int, total: int, pages: int) -> None:
        nonlocal last
        if monotonic() - last < EVERY and stage != "waiting":
            return
        last = monotonic()
        if in_json():
            log("progress", stage=stage, done=done, total=total, pages=pages)
        else:
            console.print(line(f"{STAGES[stage]}: {reached(stage, done, total, pages)}"), soft_wrap=True)

    return advance


def reached(stage: str, done: int, total: int, pages: int) -> str:
    return f"{done:,}/{total:,}" + (f", {counted(pages, 'page')}" if stage == "reading" else "")

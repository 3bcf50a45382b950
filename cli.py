"""The command line: parse, call the library, print. The only place that exits.

Results go to standard output, messages to standard error. Exit codes: 0 done, 1 some documents failed or
were read in part, 2 wrong usage. `library` is imported inside the commands, because it brings in the
language tools and `--help` and shell completion should not wait for them.
"""

import csv
import io
import json
import logging
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer
from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table
from rich.text import Text
from typer.core import TyperGroup

from minutes.errors import MinutebookError
from minutes.model import (
    SCHEMA,
    Action,
    AgendaItem,
    Answer,
    Citation,
    Decision,
    DocumentInfo,
    Filters,
    Hit,
    Ingested,
    Listed,
    Meeting,
    Metric,
    Minutes,
    Outcome,
    PassageKind,
    Receipt,
    Record,
    RecordKind,
    Votes,
)

if TYPE_CHECKING:
    from library import Library

Format = Literal["table", "json", "jsonl", "csv"]
ViewFormat = Literal["table", "json"]
ExportFormat = Literal["csv", "json", "jsonl"]
ExtractFormat = Literal["json", "jsonl", "table"]
Register = Literal["decisions", "actions", "metrics", "items"]

Row = dict[str, Any]
Cell = Sequence[object | None]  # lines of a table cell, text or what is printed as text; empty ones are left out

RECORDS: dict[RecordKind, type[AgendaItem | Decision | Action | Metric]] = {
    "item": AgendaItem,
    "decision": Decision,
    "action": Action,
    "metric": Metric,
}
NOT_OWN = {"id", "citation", "rule", "item_id", "parent_id", "end"}  # fields that say where a record comes from
STAGES = ("reading", "embedding")
COUNTED = ("items", "decisions", "actions", "metrics")
FILE_COLUMNS = ("outcome", "id", "title", "kind", "pages", *COUNTED, "path", "error")
PLACE_COLUMNS = ("date", "organisation", "body", "item_number", "item_title")
SOURCE_COLUMNS = ("page", "quote", "document_id", "document", "path")
HIT_COLUMNS = ("rank", "score", "kind", *PLACE_COLUMNS, "text", *SOURCE_COLUMNS)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # all that a terminal may obey
SUFFIXES: dict[str, ExportFormat] = {".csv": "csv", ".json": "json", ".jsonl": "jsonl"}
WIDE = 100_000  # columns when nobody sets a width: one record a line, so that grep and cut work
# Newer versions of Typer bring their own click, and export no common base of its errors.
ClickError: type[Exception] = typer.BadParameter.__mro__[2]


class Commands(TyperGroup):
    """All commands, with one way of failing: a line on standard error and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs) or 0
            if code == 130:
                say("Stopped; what was done before is kept.")
        except ClickError as error:
            say(usage_message(error))
            code = 2
        except typer.Abort:
            say("Stopped; nothing was changed.")
            code = 130
        except MinutebookError as error:
            say(str(error))
            code = 2
        except OSError as error:
            say(
                f"{error.filename or 'disk'}: {error.strerror or error}; check the path, its permissions and the space."
            )
            code = 2
        sys.exit(code)

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # `minutebook decisions | head` has read enough. Python would complain once more when it closes stdout.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return result


app = typer.Typer(
    cls=Commands,
    help="Minutes in, cited answers out: what was decided, who was to do it, and the page that says so.",
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def main() -> None:
    """Run the command line with quiet libraries and streams that can print any document."""
    logging.disable(logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    app(prog_name="minutebook")


# Arguments and options, each said once


def example(*lines: str) -> str:
    """An epilogue that shows a command as it is typed."""
    return "\n".join(["\b", "[bold]Example:[/bold]" if len(lines) == 1 else "[bold]Examples:[/bold]", *lines])


def iso_date(text: str | None) -> str | None:
    """A day, month or year as it was typed, if there is such a day."""
    if text is None:
        return None
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) and date.fromisoformat(f"{text}-01-01"[:10]):
            return text
    raise typer.BadParameter(f"'{text}' is no date; write 2024, 2024-03 or 2024-03-21.")


def named(metavar: str, sentence: str, **settings: Any) -> Any:
    """An option with one word for its value."""
    return typer.Option(metavar=metavar, help=sentence, **settings)


LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", envvar="MINUTEBOOK_LIBRARY", help="Its folder, if not the usual one."),
]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, or folders of files.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID", help="Ids of documents; the start of one is enough.")]
Words = Annotated[list[str] | None, typer.Argument(metavar="QUERY", help="Only records that hold these words.")]
Password = Annotated[str | None, named("TEXT", "Password of protected files.", envvar="MINUTEBOOK_PASSWORD")]
Organisation = Annotated[str | None, named("NAME", "Only this council or trust.")]
Body = Annotated[str | None, named("NAME", "Only this committee or board.")]
Since = Annotated[str | None, named("DATE", "From this day, month or year on.", callback=iso_date)]
Until = Annotated[str | None, named("DATE", "Up to this day, month or year, inclusive.", callback=iso_date)]
Limit = Annotated[int | None, named("NUMBER", "At most so many.", min=1)]
ByOutcome = Annotated[Outcome | None, named("OUTCOME", f"Only decisions {' or '.join(get_args(Outcome))}.")]
ByKind = Annotated[PassageKind | None, named("KIND", f"Only {' or '.join(get_args(PassageKind))}.")]
Mover = Annotated[str | None, named("NAME", "Only those moved by this person.")]
Owner = Annotated[str | None, named("NAME", "Only what this person is to do.")]
As = Annotated[Format, typer.Option("--format", help="How to print it.")]
ViewAs = Annotated[ViewFormat, typer.Option("--format", help="How to print it.")]
ExtractAs = Annotated[ExtractFormat, typer.Option("--format", help="How to print it.")]
ExportAs = Annotated[
    ExportFormat | None, typer.Option("--format", metavar="FORMAT", help="csv, json or jsonl; else as FILE is named.")
]
Which = Annotated[Register, named("KIND", f"Which register: {' or '.join(get_args(Register))}.")]
To = Annotated[Path | None, named("FILE", "File to write; standard output if none.", dir_okay=False)]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"minutebook {version('minutebook')}")
        raise typer.Exit


@app.callback(
    invoke_without_command=True, epilog=example("minutebook ingest minutes/", 'minutebook search "school transport"')
)
def root(
    ctx: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


# Filling the library


@app.command(epilog=example("minutebook ingest minutes/ report.pdf --library my-library"))
def ingest(paths: Paths, library: LibraryFolder = None, password: Password = None, form: As = "table") -> None:
    """Read files into the library and take out items, decisions, actions and metrics.

    A file that cannot be read is named on standard error and does not stop the others.
    """
    results = []
    with progress() as bar:
        tasks = {stage: bar.add_task(stage.capitalize(), total=None, visible=stage == "reading") for stage in STAGES}

        def advance(stage: str, done: int, total: int) -> None:
            bar.update(tasks[stage], completed=done, total=total, visible=True)

        for result in open_library(library, create=True).add(paths, password=password, progress=advance):
            report(result.path, result.error or loss(result.receipt), console=bar.console)
            results.append(result)
    emit(form, [*map(dump, results)], [*map(ingested_row, results)], FILE_COLUMNS, lambda: summary(results))
    raise typer.Exit(int(not results or any(r.error or loss(r.receipt) for r in results)))


@app.command(epilog=example("minutebook extract minutes.pdf", "minutebook extract minutes/ > records.jsonl"))
def extract(
    paths: Paths,
    password: Password = None,
    form: ExtractAs = "json",
) -> None:
    """Print what is taken from files, without a library: one JSON object, or one a line for several files."""
    from library import extract_file, files_in

    files, code = files_in(paths), 0
    for path in files:
        try:
            _, minutes = extract_file(path, password=password)
        except MinutebookError as error:
            report(str(path), str(error))
            code = 1
            continue
        report(str(path), problem := loss(minutes.receipt))
        code |= bool(problem)
        if form == "table":
            put(minutes_view(minutes))
        else:
            write(to_json(minutes_json(minutes), indent=2 if form == "json" and len(files) == 1 else None))
    raise typer.Exit(code)


@app.command(epilog=example("minutebook remove 4f2a91 --library my-library"))
def remove(ids: Ids, library: LibraryFolder = None, yes: Yes = False) -> None:
    """Take documents, and all that came from them, out of the library."""
    store = open_library(library)
    for document_id in ids:
        info = store.document(document_id)[0].info
        if not yes and not sys.stdin.isatty():
            raise typer.BadParameter("there is no terminal to ask at; add --yes to remove without asking.")
        if yes or typer.confirm(clean(f"Remove {info.title or info.path} ({info.id})?"), err=True):
            store.remove(info.id)
            put(line(f"Removed {info.title or info.path} ({info.id})."))


@app.command(epilog=example("minutebook rebuild --library my-library"))
def rebuild(library: LibraryFolder = None) -> None:
    """Make the search index anew from the catalogue."""
    done = 0
    with progress() as bar:
        task = bar.add_task("Embedding", total=None)
        for done, total in open_library(library).rebuild():
            bar.update(task, completed=done, total=total)
    put(line(f"Rebuilt the index of {counted(done, 'passage')}."))


@app.command(epilog=example("minutebook verify --library my-library"))
def verify(library: LibraryFolder = None) -> None:
    """Check that the catalogue, the citations and the index agree. Exit code 1 if they do not."""
    problems = open_library(library).verify()
    put(*map(line, problems or ["Catalogue, citations and index agree."]))
    raise typer.Exit(int(bool(problems)))


# Asking it


@app.command(epilog=example('minutebook search "who agreed the bus budget" --since 2023 --limit 5'))
def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="A question or a few words.")],
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    kind: ByKind = None,
    outcome: ByOutcome = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="At most so many.")] = 10,
    form: As = "table",
) -> None:
    """Find the passages that answer a question, each with the page that it stands on."""
    filters = Filters(organisation=organisation, body=body, kind=kind, outcome=outcome, since=since, until=until)
    answer = open_library(library).search(" ".join(query), filters=filters, limit=limit)
    if form == "json":
        write(to_json({"query": answer.query, "coverage": dump(answer.coverage), "hits": [*map(dump, answer.hits)]}))
    else:
        emit(form, [*map(dump, answer.hits)], [*map(hit_row, answer.hits)], HIT_COLUMNS, lambda: answer_view(answer))


@app.command(epilog=example("minutebook decisions bus --body scrutiny --outcome approved --since 2024"))
def decisions(
    query: Words = None,
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    outcome: ByOutcome = None,
    mover: Mover = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: As = "table",
) -> None:
    """List what was decided, latest meeting first."""
    filters = Filters(organisation=organisation, body=body, outcome=outcome, mover=mover, since=since, until=until)
    register("decision", query, filters, library, limit, form)


@app.command(epilog=example("minutebook actions --owner clerk --format csv"))
def actions(
    query: Words = None,
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    owner: Owner = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: As = "table",
) -> None:
    """List who was to do what and by when, latest meeting first."""
    filters = Filters(organisation=organisation, body=body, owner=owner, since=since, until=until)
    register("action", query, filters, library, limit, form)


@app.command(epilog=example("minutebook metrics waiting --since 2023 --format csv"))
def metrics(
    query: Words = None,
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: As = "table",
) -> None:
    """List the figures with their units, periods and places, latest meeting first."""
    filters = Filters(organisation=organisation, body=body, since=since, until=until)
    register("metric", query, filters, library, limit, form)


@app.command(epilog=example("minutebook items transport --body scrutiny"))
def items(
    query: Words = None,
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: As = "table",
) -> None:
    """List the agenda items, latest meeting first."""
    filters = Filters(organisation=organisation, body=body, since=since, until=until)
    register("item", query, filters, library, limit, form)


@app.command(epilog=example("minutebook documents --body scrutiny"))
def documents(
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: As = "table",
) -> None:
    """List the documents held, with what was found in each."""
    filters = Filters(organisation=organisation, body=body, since=since, until=until)
    found = open_library(library).documents(filters=filters)[:limit]
    emit(form, [*map(dump, found)], [*map(ingested_row, found)], FILE_COLUMNS, lambda: documents_view(found))


@app.command(epilog=example("minutebook show 4f2a91"))
def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="Id of a document or a record, or the start of it.")],
    library: LibraryFolder = None,
    form: ViewAs = "table",
) -> None:
    """Show one document, or one record with the words and the page that it comes from."""
    store = open_library(library)
    if "-" in record_id:  # a record's id names its kind, a document's is the start of the file's checksum
        listed = store.record(record_id)
        view, data = record_view(listed), listed_json(listed)
    else:
        minutes = store.document(record_id)[1]
        view, data = minutes_view(minutes), minutes_json(minutes)
    if form == "json":
        write(to_json(data))
    else:
        put(view)


@app.command(epilog=example("minutebook status"))
def status(library: LibraryFolder = None, form: ViewAs = "table") -> None:
    """Say what the library holds: counts, dates, model and sizes."""
    held = open_library(library).status()
    if form == "json":
        write(to_json(held))
    else:
        put(pairs((name.replace("_", " ").capitalize(), inline(value)) for name, value in held.items()))


@app.command(epilog=example("minutebook export --kind actions --to actions.csv"))
def export(
    kind: Which = "decisions",
    to: To = None,
    library: LibraryFolder = None,
    organisation: Organisation = None,
    body: Body = None,
    since: Since = None,
    until: Until = None,
    form: ExportAs = None,
) -> None:
    """Write a whole register to a file for a spreadsheet or a program."""
    filters = Filters(organisation=organisation, body=body, since=since, until=until)
    singular: RecordKind = kind[:-1]  # type: ignore[assignment]
    found = open_library(library).records(singular, filters=filters)
    written = form or SUFFIXES.get(to.suffix.lower() if to else "", "csv")
    text = render(written, [*map(listed_json, found)], [*map(listed_row, found)], record_columns(singular))
    if to is None:
        write(text)
    else:
        to.write_text(text, encoding="utf-8", newline="")
        say(f"Wrote {counted(len(found), singular)} to {to}.")


# What the commands share


def open_library(folder: Path | None, *, create: bool = False) -> "Library":
    """The library in `folder`, or in the user's data folder."""
    from platformdirs import user_data_path

    from library import Library

    return Library(folder or user_data_path("minutebook", appauthor=False), create=create)


def register(
    kind: RecordKind, query: list[str] | None, filters: Filters, folder: Path | None, limit: int | None, form: Format
) -> None:
    """List the records of one kind."""
    store = open_library(folder)
    found = store.records(kind, query=" ".join(query or []) or None, filters=filters)
    shown = found[:limit]

    def view() -> list[RenderableType]:
        if shown:
            return [register_table(kind, shown), line(f"{len(shown):,} of {counted(len(found), kind)}.")]
        looked = store.documents(filters=replace(filters, outcome=None, mover=None, owner=None))
        return [line(f"No {kind}s found in {counted(len(looked), 'document')}.")]

    emit(form, [*map(listed_json, shown)], [*map(listed_row, shown)], record_columns(kind), view)


def loss(receipt: Receipt | None) -> str | None:
    """What was lost on the way in, and what to do about it."""
    if receipt is None or not receipt.partial:
        return None
    if not receipt.empty_pages:
        return f"read in part: {receipt.pages_out} of {receipt.pages_in} pages; compare it with the file"
    pages = f"page{'s' * (len(receipt.empty_pages) > 1)} {page_ranges(receipt.empty_pages)}"
    return f"read in part: no text on {pages}; if that is a scan, run text recognition (OCR) on the file first"


def page_ranges(pages: Iterable[int]) -> str:
    """`2, 5-9`: numbers in order, with runs drawn together."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    return ", ".join("-".join(map(str, run)) for run in runs)


def report(path: str, problem: str | None, *, console: Console | None = None) -> None:
    """One line about a file on standard error, if there is a problem."""
    if problem:
        message = problem if problem.startswith(path) else f"{path}: {problem}"
        (console or Console(stderr=True)).print(line(message), soft_wrap=True)


def say(message: str) -> None:
    """One line on standard error."""
    Console(stderr=True).print(line(message), soft_wrap=True)


def usage_message(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "minutebook"
    return f"{error.format_message().rstrip('.')}. Try '{command} --help'."  # type: ignore[attr-defined]


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress bar on standard error; none where that is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield bar


# Records as JSON and as rows of a spreadsheet


def dump(record: Record) -> Row:
    return record.model_dump(mode="json")


def minutes_json(minutes: Minutes) -> Row:
    return {"schema": SCHEMA, **dump(minutes)}


def listed_json(listed: Listed) -> Row:
    """The record, with the document, meeting and item that it comes from."""
    return {**dump(listed.record), **listed.model_dump(mode="json", exclude={"record"})}


def record_columns(kind: RecordKind) -> list[str]:
    """The columns of a register: where it comes from, the record's own fields, and its source."""
    own = [name for name in RECORDS[kind].model_fields if name not in NOT_OWN]
    return ["id", *PLACE_COLUMNS[: 3 if kind == "item" else 5], *own, *SOURCE_COLUMNS, "rule"]


def listed_row(listed: Listed) -> Row:
    record = listed.record
    row = {
        **meeting_row(listed.meeting),
        **item_row(listed.item),
        **record.model_dump(),
        **citation_row(record.citation),
        **document_row(listed.document),
    }
    if isinstance(record, Decision):
        row["votes"] = votes_text(record.votes)
    if isinstance(record, Metric):
        row["value"] = figure(record.value)
    return row


def hit_row(hit: Hit) -> Row:
    return {
        **hit.model_dump(include={"rank", "score", "kind", "text"}),
        **meeting_row(hit.meeting),
        **item_row(hit.item),
        **citation_row(hit.citation),
        **document_row(hit.document),
    }


def ingested_row(result: Ingested) -> Row:
    info = result.document
    return {
        **result.model_dump(include={"outcome", "path", "error"}),
        **(info.model_dump(include={"id", "title", "kind", "pages"}) if info else {}),
        **{name: result.counts.get(name) for name in COUNTED},
    }


def meeting_row(meeting: Meeting) -> Row:
    return {"date": meeting.date, "organisation": meeting.organisation, "body": meeting.body}


def item_row(item: dict[str, str | None] | None) -> Row:
    item = item or {}
    return {"item_number": item.get("number"), "item_title": item.get("title")}


def citation_row(citation: Citation) -> Row:
    return {"page": citation.page, "quote": citation.quote}


def document_row(info: DocumentInfo) -> Row:
    return {"document_id": info.id, "document": info.title, "path": info.path}


def votes_text(votes: Votes | str | None) -> str | None:
    """`5 for, 2 against` or `unanimous`."""
    if not isinstance(votes, Votes):
        return votes
    counts = {"for": votes.for_, "against": votes.against, "abstaining": votes.abstain}
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count is not None)


def figure(value: float | tuple[float, float]) -> int | float | str:
    """A figure without needless decimals; two as a range."""
    if isinstance(value, tuple):
        return "–".join(str(figure(number)) for number in value)
    return int(value) if value.is_integer() else value


# Printing


def emit(
    form: Format,
    objects: list[Row],
    rows: list[Row],
    columns: Sequence[str],
    view: Callable[[], Iterable[RenderableType]],
) -> None:
    """Print a list in the form asked for: `rows` and `columns` make the CSV, `view` draws it for people."""
    if form == "table":
        put(*view())
    else:
        write(render(form, objects, rows, columns))


def render(form: Format, objects: list[Row], rows: list[Row], columns: Sequence[str]) -> str:
    """A list as text: an array, an object a line, or comma-separated values with a line of column names."""
    if form == "json":
        return to_json(objects)
    if form == "jsonl":
        return "".join(to_json(each, indent=None) for each in objects)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: spreadsheet_cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def spreadsheet_cell(value: object) -> object:
    """A value that a spreadsheet shows as it is: text that it would run as a formula gets a quote before it."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def to_json(data: object, *, indent: int | None = 2) -> str:
    """JSON with a line end. Control characters that JSON allows, but a terminal would obey, are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, default=str)
    return CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def clean(text: str) -> str:
    """Text that no terminal takes for a command: without control characters and direction overrides."""
    return CONTROLS.sub("", text)


def write(text: str) -> None:
    sys.stdout.write(text)


def flat() -> bool:
    """Whether nobody has set a width: then each record is one line, however long."""
    return "COLUMNS" not in os.environ and not Console().is_terminal


def put(*views: RenderableType) -> None:
    """Print for people, to standard output."""
    console = Console(highlight=False, width=WIDE if flat() else None)
    with console.capture() as captured:
        for view in views:
            console.print(view)
    text = captured.get()
    write(text if console.is_terminal else re.sub(r" +$", "", text, flags=re.MULTILINE))


def inline(value: object) -> str:
    """Any value on one line, safe for a terminal."""
    if isinstance(value, dict):
        value = ", ".join(f"{name} {inline(each)}" for name, each in value.items())
    return clean(" ".join(str(value).split()))


def line(text: object, style: str = "") -> Text:
    """Text from a document or a message, never read as markup."""
    return Text(inline(text), style=style, overflow="fold")


def counted(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def pairs(rows: Iterable[tuple[str, object]]) -> Table:
    """Names on the left, values on the right; empty ones are left out."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for name, value in rows:
        if value not in (None, "", ()):
            grid.add_row(Text(name, style="bold"), value if isinstance(value, Text) else line(value))
    return grid


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table whose cells hold a few lines each; on one line where nobody has set a width."""
    one_line = flat()
    drawn = Table(*columns, box=None, padding=(0, 2, int(not one_line), 0), header_style="bold")
    for column in drawn.columns:
        column.overflow, column.max_width = "fold", None if one_line else column.max_width
    for row in rows:
        cells = [[part if isinstance(part, Text) else line(part) for part in cell if part] for cell in row]
        drawn.add_row(*(Text(" · " if one_line else "\n").join(cell) for cell in cells))
    return drawn


def register_table(kind: RecordKind, found: Iterable[Listed]) -> Table:
    details = {"item": "Number", "decision": "Outcome", "action": "Owner, due", "metric": "Figure"}
    width = Console().width
    columns = [
        Column("Date", no_wrap=True),
        Column("Meeting", max_width=width // 4),
        Column(details[kind], max_width=width // 6),
        Column("Agenda item" if kind == "item" else kind.capitalize()),
    ]
    return table(columns, map(register_row, found))


def register_row(listed: Listed) -> list[Cell]:
    record, meeting = listed.record, listed.meeting
    item = None if isinstance(record, AgendaItem) else item_label(listed.item)
    text = record.title if isinstance(record, AgendaItem) else record.text
    source = source_line(record.citation, listed.document, record.id)
    return [[meeting.date or "undated"], [*bodies(meeting), item], details_of(record), [text, source]]


def details_of(record: AgendaItem | Decision | Action | Metric) -> Cell:
    """What a register shows beside the text, a line each."""
    match record:
        case AgendaItem():
            return [record.number]
        case Decision():
            mover, seconder = record.mover, record.seconder
            return [record.outcome, mover and f"moved by {mover}", seconder and f"seconded by {seconder}",
                    votes_text(record.votes)]  # fmt: skip
        case Action():
            return [record.owner, record.due, record.due_date, record.status]
        case Metric():
            role = None if record.role == "actual" else record.role
            return [quantity(record), role, record.period, record.place]


def quantity(metric: Metric) -> str:
    """A figure as people write it: `62%`, `£5,500,000`, `12–13 months`."""
    numbers = metric.value if isinstance(metric.value, tuple) else (metric.value,)
    text = "–".join(f"{number:,.12g}" for number in numbers)
    sign = {"GBP": "£", "USD": "$", "EUR": "€"}.get(metric.unit or "")
    return f"{sign}{text}" if sign else f"{text}%" if metric.unit == "%" else f"{text} {metric.unit or ''}"


def item_label(item: dict[str, str | None] | None) -> str | None:
    return " ".join(filter(None, (item["number"], item["title"]))) if item else None


def source_line(citation: Citation, document: DocumentInfo, *ids: str) -> Text:
    """Where it stands; in terminals that can, a link that opens the file at the page."""
    target = Path(document.path).absolute().as_uri() + (f"#page={citation.page}" if citation.page else "")
    place = page_text(citation)
    return Text.assemble((place.plain, f"dim link {target}"), *((f" · {each}", "dim") for each in ids))


def answer_view(answer: Answer) -> Iterator[RenderableType]:
    """Each passage under the meeting and the item that it comes from, then what was looked through."""
    for hit in answer.hits:
        place = origin(hit.meeting) or hit.document.title
        heading = " · ".join(filter(None, (hit.kind, place, item_label(hit.item))))
        source = source_line(hit.citation, hit.document, shown_path(hit.document.path), hit.document.id)
        body = Group(line(heading, "bold"), line(hit.text), source, "")
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_row(Text(str(hit.rank), style="bold"), body)
        yield grid
    covered = answer.coverage
    bodies = counted(covered.bodies, "body", "bodies")
    dates = f" from {covered.first} to {covered.last}" if covered.first and covered.last else ""
    found = "Looked" if answer.hits else "Nothing found"
    yield line(f"{found} in {counted(covered.documents, 'document')} of {bodies}{dates}.")


def documents_view(found: Sequence[Ingested]) -> list[RenderableType]:
    columns = [Column(name.capitalize(), justify="right") for name in ("pages", *COUNTED)]
    rows: list[list[Cell]] = []
    for result in found:
        row = ingested_row(result)
        numbers: list[Cell] = [["" if row[name] is None else str(row[name])] for name in ("pages", *COUNTED)]
        kind = " · ".join(filter(None, (row["kind"], row["id"])))
        rows.append(
            [
                *numbers,
                [row["title"] or Path(result.path).name, line(kind, "dim"), line(shown_path(result.path), "dim")],
            ]
        )
    return [table([*columns, Column("Document")], rows), line(counted(len(found), "document"))]


def summary(results: Sequence[Ingested]) -> list[RenderableType]:
    """What became of the files, and what was found in them."""
    outcomes = Counter(result.outcome for result in results)
    totals = Counter[str]()
    for result in results:
        totals.update(result.counts)
        totals["pages"] += (result.document and result.document.pages) or 0
    became = [f"{outcomes[each]} {each}" for each in ("added", "updated", "unchanged", "failed") if outcomes[each]]
    if part := sum(bool(loss(result.receipt)) for result in results):
        became.append(f"{part} read in part")
    counts = ((name.capitalize(), f"{totals[name]:,}") for name in ("pages", *COUNTED))
    return [pairs([("Documents", ", ".join(became) or "no files found"), *counts])]


def record_view(listed: Listed) -> RenderableType:
    """One record: what it says, why it was extracted, and its source to the word."""
    record, cited = listed.record, listed.record.citation
    shown = dict(record)
    if isinstance(record, Decision):
        shown["votes"] = votes_text(record.votes)
    if isinstance(record, Metric):
        shown |= {"value": quantity(record), "unit": None, "table": "yes" if record.table else None}
    own = ((label(name), value) for name, value in shown.items() if name not in NOT_OWN)
    parts = [(inline(cited.prefix) + " ", "dim"), (inline(cited.quote), "bold"), (" " + inline(cited.suffix), "dim")]
    return pairs([
        (type(record).__name__, record.id),
        *own,
        ("Rule", record.rule),
        ("Meeting", origin(listed.meeting)),
        ("Item", item_label(listed.item)),
        ("Document", f"{listed.document.title or ''} ({listed.document.id})"),
        ("Source", source_line(cited, listed.document, shown_path(listed.document.path))),
        ("Quote", Text.assemble(*parts)),
    ])  # fmt: skip


def minutes_view(minutes: Minutes) -> RenderableType:
    """One document: what it is, then what was decided and asked for under each item."""
    info, meeting = minutes.document, minutes.meeting
    people: dict[str, list[str]] = {}
    for person in minutes.attendance:
        group = "in attendance" if person.capacity == "in attendance" else person.status
        people.setdefault(label(group), []).append(person.name)
    head = pairs([
        ("Document", info.title),
        ("Id", info.id),
        ("Kind", info.kind),
        ("Meeting", origin(meeting)),
        ("Place", meeting.place),
        ("Chair", meeting.chair),
        *((group, ", ".join(names)) for group, names in people.items()),
        ("Pages", info.pages),
        ("Found", ", ".join(counted(len(getattr(minutes, name)), name[:-1]) for name in COUNTED)),
        ("Read", loss(minutes.receipt) or "in full"),
        ("File", shown_path(info.path)),
    ])  # fmt: skip
    outline = Table.grid(padding=(0, 2, 0, 0))
    for item in (None, *minutes.items):
        if item:
            outline.add_row(line(item.number or "", "bold"), line(item.title, "bold"), page_text(item.citation))
        records: list[Decision | Action] = [*minutes.decisions, *minutes.actions]
        for record in records:
            if record.item_id == (item and item.id):
                what = record.outcome if isinstance(record, Decision) else "action"
                outline.add_row("", line(f"{what}: {record.text}"), page_text(record.citation))
    return Group(head, "", outline)


def origin(meeting: Meeting) -> str:
    return " · ".join(filter(None, (meeting.date, *bodies(meeting))))


def bodies(meeting: Meeting) -> list[str]:
    """The body and whose it is; one name where a council meets as itself."""
    names = [name for name in (meeting.body, meeting.organisation) if name]
    return names[:1] if len({name.casefold() for name in names}) == 1 else names


def label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def shown_path(path: str) -> str:
    """A path as one would type it here."""
    file, here = Path(path), Path.cwd()
    return inline(file.relative_to(here) if file.is_relative_to(here) else file)


def page_text(citation: Citation) -> Text:
    return Text(f"page {citation.page}" if citation.page else f"paragraph {citation.paragraph}", style="dim")

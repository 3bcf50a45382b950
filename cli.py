"""The command line: it reads the arguments, asks the library and has the answer printed. Only this module exits.

Results go to standard output, messages to standard error. It exits with 0 when done, 1 when a file could not be
read in full, 2 when it was used wrongly. `library` is imported inside the commands, because it brings in the
language tools and `--help` and shell completion should not wait for them.
"""

import errno
import inspect
import io
import logging
import os
import re
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from functools import partial, wraps
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from typer.core import TyperGroup

from minutes.errors import InputError, MinutebookError
from minutes.model import (
    Document,
    Filters,
    Minutes,
    RecordKind,
    Status,
    stands,
)
from options import (
    FOUND,
    MEETINGS,
    OWN_FILTERS,
    REGISTERS,
    SERVERS,
    AnyId,
    As,
    AsSeries,
    Best,
    ComparedBy,
    DocumentId,
    ExportAs,
    ExtractAs,
    Ids,
    LibraryFolder,
    Limit,
    Lookup,
    ModelName,
    OtherId,
    Password,
    Paths,
    Plot,
    ProfileFile,
    Question,
    Quoted,
    Receipted,
    RecordId,
    Register,
    RegisterAs,
    Rerank,
    RuleId,
    Scheduler,
    Targets,
    Timeout,
    To,
    ViewAs,
    Which,
    WithBoilerplate,
    WithExempt,
    Words,
    Yes,
    example,
    filtered,
    named,
)
from printing import (
    CORRECTION_COLUMNS,
    FILE_COLUMNS,
    FINDING_COLUMNS,
    HIT_COLUMNS,
    RULE_COLUMNS,
    Format,
    answer_view,
    clean,
    correction_row,
    corrections_view,
    counted,
    documents_view,
    dump,
    emit,
    finding_row,
    findings_view,
    gold_json,
    held_apart,
    hit_row,
    ingested_row,
    line,
    listed_row,
    loss,
    matrix_text,
    matrix_view,
    minutes_json,
    minutes_view,
    pairs,
    put,
    receipt_view,
    record_columns,
    record_view,
    register_table,
    rule_view,
    rules_view,
    series_text,
    series_view,
    status_line,
    summary,
    title_of,
    to_json,
    why_view,
    write,
)
from views import (
    RELATED_COLUMNS,
    STEP_COLUMNS,
    TOPIC_COLUMNS,
    comparison_view,
    quotation_view,
    related_row,
    related_view,
    step_row,
    timeline_view,
    topic_row,
    topics_view,
    versions_view,
)
from workers import TIMEOUT, Workers, ahead

if TYPE_CHECKING:
    from extract import Profile
    from library import Library
    from plotting import Panel
    from writing import FileForm


OWN = ("127.0.0.1", "localhost", "::1")  # addresses that only this machine reaches
SUFFIXES: dict[str, "FileForm"] = {f".{form}": form for form in ("csv", "json", "jsonl", "xlsx", "docx")}
REWORDED = {  # what the tools below say in words that are no help to the person who reads it
    r"Value error, ": "",
    r"Input should be a valid integer.*?(?=\. Try|$)": "it is no whole number",
    r"Input should be greater than or equal to (\d+)": r"it has to be at least \1",
    r" \([^()]*\(PDFium: [^()]*\)\.?\)": "",
}
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
            reason = error.strerror or error
            say(f"{error.filename or 'disk'}: {reason}; check the path, its permissions and the space.")
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

    def get_params(self, ctx: Any) -> list[Any]:
        return untyped(super().get_params(ctx))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if command := super().get_command(ctx, cmd_name):
            untyped(command.get_params(ctx))
        return command


def untyped(parameters: list[Any]) -> list[Any]:
    """The same, without `<bool>` and `<list[str]>` in the help: the name says what to give."""
    for each in parameters:
        if getattr(each, "is_flag", False) or each.param_type_name == "argument":
            each.display_type_rich = lambda ctx: None
    return parameters


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


places = typer.Typer(
    cls=Commands,
    help="Read the codes and regions of places.",
    epilog=example("minutebook places import LAD24_UTLA24_RGN24_lookup.csv"),
    no_args_is_help=True,
    rich_markup_mode="rich",
)
app.add_typer(places, name="places")


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
            say(held_apart(result.receipt), about=result.path, console=console)
            results.append(result)
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

    files, failed = files_in(paths), False
    for result, lost in read_files(files, password, timeout, profile_in(profile)):
        failed |= lost
        if result and form == "table":
            put(minutes_view(result[1]))
        elif result:
            write(to_json(minutes_json(result[1]), indent=2 if form == "json" and len(files) == 1 else None))
    raise typer.Exit(int(failed))


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


@app.command(epilog=example("minutebook verify --library my-library"))
def verify(library: LibraryFolder = None) -> None:
    """Check that the catalogue, the citations and the index agree. Exit code 1 if they do not."""
    held = open_library(library)
    problems = held.verify()
    put(*map(line, problems or ["Catalogue, citations and index agree."]))
    pending = held.status().get("pending")
    if isinstance(pending, int) and pending:
        say(f"{counted(pending, 'passage')} not embedded yet; the next ingest does it")
    raise typer.Exit(int(bool(problems)))


# Asking it


@app.command(epilog=example("minutebook check", "minutebook check minutes.pdf --format csv"))
def check(
    targets: Targets = None,
    library: LibraryFolder = None,
    password: Password = None,
    timeout: Timeout = TIMEOUT,
    form: As = "table",
) -> None:
    """Find what does not fit together in the record of a meeting. Exit code 1 if there is anything.

    More votes than members, movers who were not there, gaps in the numbering, appendices that are missing, later
    corrections, and text marked as exempt. Files are checked as they are, without a library.
    """
    from library import check_records, files_in

    paths = [Path(each) for each in targets or [] if Path(each).exists()]
    if paths and len(paths) < len(targets or []):
        raise typer.BadParameter("give files or ids of documents, not both; a path among them may not exist.")
    failed = False
    if paths:
        results = list(read_files(files_in(paths), password, timeout))
        read, failed = [result for result, _ in results if result], any(lost for _, lost in results)
        looked, found = len(read), check_records(read, within="among the files given")
    else:
        looked, found = open_library(library).check(targets or [])
    emit(form, found, finding_row, FINDING_COLUMNS, lambda: findings_view(found, looked))
    raise typer.Exit(int(failed or bool(found)))


@app.command(
    epilog=example(
        'minutebook search "who agreed the bus budget" --since 2023 --limit 5',
        "minutebook search '\"bus pass\" -school body:cabinet after:2023 before:2025'",
    )
)
@filtered(*FOUND, "kind", "outcome")
def search(
    filters: Filters,
    query: Question,
    library: LibraryFolder = None,
    limit: Best = 10,
    boilerplate: WithBoilerplate = False,
    rerank: Rerank = None,
    form: As = "table",
) -> None:
    """Find the passages that answer a question, each with the page that it stands on.

    In a question "words in quotes" have to be there, -word must not, and organisation:, body:, kind:, outcome:, owner:,
    mover:, after: and before: do what the options do.
    """
    found = open_library(library)
    answer = found.search(" ".join(query), filters=filters, limit=limit, boilerplate=boilerplate, rerank=rerank)
    if pending := answer.coverage.pending:
        say(
            f"{pending:,} of {counted(answer.coverage.passages, 'passage')} have no vector yet and are found by their "
            "words only; run the ingest or the rebuild that was stopped once more."
        )
    if form == "json":
        write(to_json(dump(answer)))
    else:
        emit(form, answer.hits, hit_row, HIT_COLUMNS, lambda: answer_view(answer))


def register(
    name: Register,
    filters: Filters,
    query: Words = None,
    library: LibraryFolder = None,
    limit: Limit = None,
    to: To = None,
    form: RegisterAs = None,
    status: Status | None = None,
    overdue: bool | None = None,
    vanished: bool | None = None,
) -> None:
    """List the records of one kind, latest meeting first."""
    kind: RecordKind = name[:-1]  # type: ignore[assignment]
    file_form = file_form_of(form, to) if to else None
    store = open_library(library)
    words = " ".join(query or []) or None
    found = store.follow(store.records(kind, query=words, filters=filters))
    asked: list[Status] = [each for each in (status, overdue and "overdue", vanished and "vanished") if each]
    for each in asked:
        found = [one for one in found if one.followed and stands(one.followed.fate, one.followed.late, each)]
    shown = found[:limit]

    def view() -> list[RenderableType]:
        left = store.mistrusted(kind, query=words, filters=filters)
        hidden = f"; {left:,} of low trust left out, --all shows them" if left else ""
        if shown:
            return [register_table(kind, shown), line(f"{len(shown):,} of {counted(len(found), kind)}{hidden}.")]
        looked = store.documents(filters=replace(filters, outcome=None, mover=None, owner=None))
        return [line(f"No {name} found in {counted(len(looked), 'document')}{hidden}.")]

    if to is None or file_form is None:
        emit(form or "table", shown, listed_row, record_columns(kind), view)
    else:
        from writing import notes_on, register_file  # brings in what writes workbooks and Word documents

        notes = notes_on(words, filters, store.coverage(filters), status=asked)
        save(register_file(file_form, kind, shown, title=name.capitalize(), notes=notes), to)
        say(f"Wrote {counted(len(shown), kind)} to {to}.")


def metrics(
    filters: Filters,
    query: Words = None,
    library: LibraryFolder = None,
    limit: Limit = None,
    series: AsSeries = False,
    plot: Plot = None,
    to: To = None,
    form: RegisterAs = None,
) -> None:
    """The register of metrics, or what they measure over periods."""
    if not series and not plot:
        register("metrics", filters, query, library, limit, to, form)
        return
    found = open_library(library).series(query=" ".join(query or []), filters=filters)
    shown = found[:limit]
    if plot:
        from plotting import panels_of_series

        draw(panels_of_series(shown), plot)
    if not plot or to or form:
        tell(form, to, partial(series_text, shown), lambda: series_view(shown, len(found)))


for _name, (_own, _listed, _example) in REGISTERS.items():
    _run = metrics if _name == "metrics" else partial(register, _name)
    app.command(_name, help=f"List {_listed}, latest meeting first.", epilog=example(f"minutebook {_name} {_example}"))(
        filtered(*FOUND, *_own)(_run)
    )


@app.command(
    epilog=example("minutebook compare plans --by place", "minutebook compare waiting --by period --plot it.svg")
)
@filtered(*FOUND)
def compare(
    filters: Filters,
    query: Words = None,
    by: ComparedBy = "place",
    library: LibraryFolder = None,
    limit: Limit = None,
    plot: Plot = None,
    to: To = None,
    form: RegisterAs = None,
) -> None:
    """Set figures of the same measure side by side, and say where documents are silent and where there are none."""
    compared = open_library(library).compare(by, query=" ".join(query or []), filters=filters)
    shown = compared.model_copy(update={"measures": compared.measures[:limit]})
    if plot:
        from plotting import panels_of_matrix

        draw(panels_of_matrix(shown), plot)
    if not plot or to or form:
        tell(form, to, partial(matrix_text, shown), lambda: matrix_view(compared, shown.measures))


@app.command(epilog=example("minutebook export --kind actions --owner clerk --to actions.csv"))
@filtered(*FOUND, *OWN_FILTERS)
def export(
    filters: Filters,
    query: Words = None,
    kind: Which = "decisions",
    to: To = None,
    library: LibraryFolder = None,
    limit: Limit = None,
    form: ExportAs = None,
    status: Status | None = None,
    overdue: bool | None = None,
    vanished: bool | None = None,
) -> None:
    """Write a register for a spreadsheet or a program."""
    given = {**vars(filters), "status": status, "overdue": overdue, "vanished": vanished}
    for name in OWN_FILTERS:
        if name not in REGISTERS[kind][0] and given[name]:
            raise typer.BadParameter(f"{kind} have none; leave it out.", param_hint=f"'--{name}'")
    register(kind, filters, query, library, limit, to, form or (None if to else "csv"), status, overdue, vanished)


@app.command(epilog=example("minutebook documents --body scrutiny"))
@filtered(*MEETINGS)
def documents(filters: Filters, library: LibraryFolder = None, limit: Limit = None, form: As = "table") -> None:
    """List the documents held, with what was found in each."""
    found = open_library(library).documents(filters=filters)[:limit]
    emit(form, found, ingested_row, FILE_COLUMNS, lambda: documents_view(found))


@app.command(epilog=example("minutebook show 4f2a91", "minutebook show 4f2a91 --receipt"))
def show(
    record_id: AnyId,
    library: LibraryFolder = None,
    receipt: Receipted = False,
    exempt: WithExempt = False,
    form: ViewAs = "table",
) -> None:
    """Show one document, or one record with the words and the page that it comes from."""
    store, versions = open_library(library), []
    is_record = "-" in record_id  # a record's id names its kind, a document's is the start of the file's checksum
    if receipt:
        minutes = store.document(store.record(record_id).document.id if is_record else record_id)[1]
        view, data = receipt_view(minutes), dump(minutes.receipt)
    elif is_record:
        (listed,) = store.follow([store.record(record_id)])
        view, data = record_view(listed), dump(listed)
    else:
        minutes = store.document(record_id)[1]
        minutes = minutes if exempt else minutes.public
        versions = store.versions(minutes.document.id)
        view, data = minutes_view(minutes), {**minutes_json(minutes), "versions": [*map(dump, versions)]}
    if form == "json":
        write(to_json(data))
    else:
        put(view, *([versions_view(versions)] if versions else []))


@app.command(epilog=example('minutebook quote 32b8c8 "that the fare stay as it is"'))
def quote(
    document_id: DocumentId,
    text: Quoted,
    library: LibraryFolder = None,
    exempt: WithExempt = False,
    form: ViewAs = "table",
) -> None:
    """Tell whether a quotation stands in a document: to the letter, in another form, changed, or not at all."""
    told = open_library(library).quote(document_id, " ".join(text), exempt=exempt)
    if form == "json":
        write(to_json(dump(told)))
    else:
        put(quotation_view(told))


@app.command(epilog=example("minutebook diff 4f2a91", "minutebook diff 4f2a91 90bd07 --format json"))
def diff(
    document_id: DocumentId,
    other_id: OtherId = None,
    library: LibraryFolder = None,
    exempt: WithExempt = False,
    form: ViewAs = "table",
) -> None:
    """Compare two documents: the decisions, actions, figures and paragraphs that changed, each with its places.

    Of one document alone it compares the draft with the confirmed minutes of the meeting.
    """
    told = open_library(library).diff(document_id, other_id, exempt=exempt)
    if form == "json":
        write(to_json(dump(told)))
    else:
        put(*comparison_view(told))


@app.command(epilog=example('minutebook timeline "bus service 7" --body council', "minutebook timeline culvert"))
@filtered(*FOUND)
def timeline(
    filters: Filters, query: Question, library: LibraryFolder = None, limit: Best = 20, form: As = "table"
) -> None:
    """Follow a topic through the meetings, in order of date: what was said, decided, asked for and counted on it.

    It is made of the passages that answer best, at most --limit of them, and of what their agenda items came to.
    """
    told = open_library(library).timeline(" ".join(query), filters=filters, limit=limit)
    if form == "json":
        write(to_json(dump(told)))
    else:
        emit(form, told.steps, step_row, STEP_COLUMNS, lambda: timeline_view(told))


@app.command(epilog=example("minutebook related dec-1b0c"))
@filtered(*FOUND)
def related(
    filters: Filters, record_id: RecordId, library: LibraryFolder = None, limit: Best = 10, form: As = "table"
) -> None:
    """Find what treats the same matter as a record: near it in meaning, under the same title, or naming its item."""
    found = open_library(library).related(record_id, filters=filters, limit=limit)
    emit(form, found, related_row, RELATED_COLUMNS, lambda: related_view(found))


@app.command(epilog=example("minutebook topics --body scrutiny --since 2023"))
@filtered(*MEETINGS, "exempt")
def topics(filters: Filters, library: LibraryFolder = None, limit: Best = 5, form: As = "table") -> None:
    """List what bodies talk about, year by year, with where they do; at most --limit topics a year."""
    told = open_library(library).topics(filters=filters, limit=limit)
    if form == "json":
        write(to_json(dump(told)))
    else:
        emit(form, told.topics, topic_row, TOPIC_COLUMNS, lambda: topics_view(told))


@app.command(epilog=example("minutebook why act-31b0"))
def why(record_id: RecordId, library: LibraryFolder = None, form: ViewAs = "table") -> None:
    """Tell why a record was extracted: by which rule and words, and what spoke against it."""
    told = open_library(library).why(record_id)
    if form == "json":
        write(to_json(dump(told)))
    else:
        put(*why_view(told))


@app.command(epilog=example("minutebook rules", "minutebook rules action.asked"))
def rules(rule_id: RuleId = None, form: As = "table") -> None:
    """List the rules that records are found by, and how often each was right where it was measured."""
    from extract.measured import listing

    found = [rule for rule in listing() if rule.id.startswith(rule_id or "")]
    found = [rule for rule in found if rule.id == rule_id] or found
    if not found:
        raise typer.BadParameter(f"there is no rule {rule_id}; minutebook rules lists them.", param_hint="'ID'")
    emit(form, found, dump, RULE_COLUMNS, lambda: [rule_view(found[0])] if len(found) == 1 else rules_view(found))


@places.command("import", epilog=example("minutebook places import LAD24_UTLA24_RGN24_lookup.csv"))
def import_places(file: Lookup, library: LibraryFolder = None) -> None:
    """Read the authorities, their codes and regions from a lookup file in the form that the ONS publishes."""
    count, empty = open_library(library, create=True).import_places(file)
    put(line(f"Holds {counted(count, 'authority', 'authorities')} of {file}."))
    say(f"{counted(empty, 'line')} without a code and a name left out" if empty else None, about=str(file))


@app.command(epilog=example("minutebook corrections", "minutebook corrections --gold gold/"))
def corrections(
    library: LibraryFolder = None,
    gold: Annotated[
        Path | None, named("DIR", "Write the records of corrected documents there, for the scorer.", file_okay=False)
    ] = None,
    form: As = "table",
) -> None:
    """List what people corrected, or write corrected documents as examples to measure extraction by."""
    store = open_library(library)
    if gold is None:
        found = store.corrections()
        emit(form, found, correction_row, CORRECTION_COLUMNS, lambda: corrections_view(found))
        return
    held = store.corrected()
    common = Path(os.path.commonpath([Path(each.document.path).parent for each in held])) if held else Path()
    for minutes in held:
        name = Path(minutes.document.path).relative_to(common)
        file = gold / name.with_name(f"{name.name}.json")
        file.parent.mkdir(parents=True, exist_ok=True)
        save(to_json(gold_json(minutes, name.as_posix())).encode(), file)
    say(f"Wrote {counted(len(held), 'document')} to {gold}; their files are named from {common}.")


@app.command(epilog=example("minutebook status"))
def status(library: LibraryFolder = None, form: ViewAs = "table") -> None:
    """Say what the library holds: counts, dates, model and sizes."""
    held = open_library(library).status()
    if form == "json":
        write(to_json(held))
    else:
        put(pairs(map(status_line, held.items())))


# Showing it


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
        if host not in OWN:
            say("What is typed crosses the network in the clear; put it behind a server that speaks https.")
        if show:
            webbrowser.open(address)
        application = create_app(store, access=access, audit=Audit(audit) if audit else None, allow_upload=upload)
        uvicorn.Server(uvicorn.Config(application, log_level="warning", server_header=False)).run(sockets=[listener])


people = typer.Typer(cls=Commands, help="Say who may sign in to the pages, with a file of names and roles.")
app.add_typer(people, name="users", epilog=example("minutebook users add users.txt keld --role editor"))


@people.callback()
def _people() -> None: ...


@people.command(epilog=example("minutebook users add users.txt keld --role editor"))
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file; it is made if there is none.", dir_okay=False)
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What they sign in as.")],
    role: Annotated[
        Literal["reader", "editor", "admin"],
        named("ROLE", "A reader reads; an editor adds and corrects, too, and sees exempt text; an admin undoes that."),
    ] = "reader",
) -> None:
    """Add somebody, or give them another role and password, which is asked for."""
    from serve.users import add_user

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    known = add_user(file, name, role, password)
    put(line(f"{'Changed' if known else 'Added'} {name}, {role}, in {file}."))


# What the commands share


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


def served(run: Callable[..., None]) -> Callable[..., None]:
    """A command that opens the library, with the options for its servers."""

    @wraps(run)
    def command(**given: Any) -> None:
        servers.set({name: url for name in SERVERS if (url := given.pop(name))})
        run(**given)

    own = inspect.signature(run).parameters.values()
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in SERVERS.items()
    ]
    vars(command)["__signature__"] = inspect.Signature(
        [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own] + options
    )
    return command


servers: ContextVar[dict[str, str]] = ContextVar("servers")  # those that the command was given
for _command in (*app.registered_commands, *places.registered_commands):
    if _command.callback and "library" in inspect.signature(_command.callback).parameters:
        _command.callback = served(_command.callback)


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


def profile_in(file: Path | None) -> "Profile | None":
    """The profile of a body, if one was named."""
    if file is None:
        return None
    from extract import read_profile

    return read_profile(file)


def tell(
    form: Format | None, to: Path | None, text: Callable[[Format], str], view: Callable[[], Iterable[RenderableType]]
) -> None:
    """Print or write series or a comparison."""
    if to:
        file_form = file_form_of(form, to)
        if file_form == "xlsx" or file_form == "docx":
            raise typer.BadParameter("series are written as csv, json or jsonl; name the file so.", param_hint="'--to'")
        save(text(file_form).encode("utf-8-sig" if file_form == "csv" else "utf-8"), to)
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
        save(drawn(lines, to.suffix.lower()).encode(), to)
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


def save(content: bytes, to: Path) -> None:
    """Write a file whole or not at all."""
    if to.exists() and not to.is_file():  # a pipe or a device, in whose place no file may come
        to.write_bytes(content)
        return
    target = to.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(to)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def say(message: str | None, *, about: str = "", console: Console | None = None) -> None:
    """One line on standard error, which names the file that it is about; nothing if there is no message."""
    if message:
        text = message if message.startswith(about) else f"{about}: {message}"
        for theirs, ours in REWORDED.items():
            text = re.sub(theirs, ours, text)
        (console or Console(stderr=True)).print(line(text), soft_wrap=True)


def usage_message(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "minutebook"
    message = error.format_message().rstrip(".")  # type: ignore[attr-defined]
    return f"{message}{'' if message.endswith('?') else '.'} Try '{command} --help'."


@contextmanager
def progress() -> Iterator[tuple[Console, Callable[[str, int, int, int], None]]]:
    """A progress bar on standard error, none where that is no terminal; yields what moves it, stage by stage."""
    console = Console(stderr=True)
    text = TextColumn("{task.description}"), TextColumn("{task.fields[count]}")
    columns = (SpinnerColumn(), text[0], BarColumn(), text[1], TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        # The first file waits for the language models; until it is done there is nothing to count.
        tasks = {"": bar.add_task("Loading models", total=None, count="")}

        def advance(stage: str, done: int, total: int, pages: int) -> None:
            if stage not in tasks:
                tasks[stage] = tasks.pop("") if "" in tasks else bar.add_task("", count="")
            count = f"{done:,}/{total:,}" + (f", {counted(pages, 'page')}" if stage == "reading" else "")
            bar.update(tasks[stage], description=stage.capitalize(), completed=done, total=total, count=count)

        yield console, advance

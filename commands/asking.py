"""Asking the library: search and all that shows, checks or compares what it holds."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from commands.app import app, say
from commands.options import (
    FOUND,
    MEETINGS,
    AnyId,
    As,
    Best,
    DocumentId,
    LibraryFolder,
    Limit,
    OtherId,
    Password,
    Question,
    Quoted,
    Receipted,
    RecordId,
    Rerank,
    RuleId,
    Targets,
    Timeout,
    ViewAs,
    WithBoilerplate,
    WithExempt,
    example,
    filtered,
)
from commands.shared import open_library, read_files, say_left_out, say_strays
from minutes.errors import QueryError
from minutes.found import Filters, Listed
from printing import (
    answer_view,
    documents_view,
    emit,
    findings_view,
    minutes_view,
    put,
    receipt_view,
    record_view,
    rule_view,
    rules_view,
    why_view,
    write,
)
from rows import (
    FILE_COLUMNS,
    FINDING_COLUMNS,
    HIT_COLUMNS,
    RULE_COLUMNS,
    dump,
    finding_row,
    hit_row,
    ingested_row,
    minutes_json,
    to_json,
)
from views import (
    RELATED_COLUMNS,
    STEP_COLUMNS,
    TOPIC_COLUMNS,
    comparison_view,
    quotation_view,
    quotations_view,
    related_row,
    related_view,
    step_row,
    timeline_view,
    topic_row,
    topics_view,
    versions_view,
)
from wording import counted
from workers import TIMEOUT

if TYPE_CHECKING:
    from library import Library


@app.command(epilog=example("minutebook check", "minutebook check minutes.pdf --format csv"))
def check(
    targets: Targets = None,
    library: LibraryFolder = None,
    password: Password = None,
    timeout: Timeout = TIMEOUT,
    form: As = "table",
) -> None:
    """Find what does not fit together in the record of a meeting. Exit code 1 if there is anything.

    More votes than members, movers and voters who were not there or who voted on both sides, gaps in the numbering,
    appendices that are missing, later corrections, and text marked as exempt. Files are checked as they are, without a
    library.
    """
    from library import check_records, files_in

    paths = [Path(each) for each in targets or [] if Path(each).exists()]
    if paths and len(paths) < len(targets or []):
        raise typer.BadParameter("give files or ids of documents, not both; a path among them may not exist.")
    failed = False
    if paths:
        results = list(read_files(files_in(paths), password, timeout))
        read = [result for result, _ in results if result]
        failed = say_strays(paths) or any(lost for _, lost in results)
        say_left_out(paths)
        compared, found = check_records(read, within="among the files given")
    else:
        compared, found = open_library(library).check(targets or [])
    emit(form, found, finding_row, FINDING_COLUMNS, lambda: findings_view(found, compared))
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
    mover:, date:, after: and before: do what the options do.
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
        (listed,) = store.follow([_visible(store, record_id, exempt)])
        view, data = record_view(listed), dump(listed)
    else:
        minutes = store.document(record_id)[1]
        minutes = minutes if exempt else minutes.public
        versions = store.versions(minutes.document.id)
        printed = store.printed(minutes)
        view, data = minutes_view(minutes, printed), {**minutes_json(minutes), "versions": [*map(dump, versions)]}
    if form == "json":
        write(to_json(data))
    else:
        put(view, *([versions_view(versions)] if versions else []))


def _visible(store: "Library", record_id: str, exempt: bool) -> Listed:
    """A record that may be printed.

    Raises:
        QueryError: if it stands in exempt text, which was not asked for.
    """
    listed = store.record(record_id)
    if listed.record.exempt and not exempt:
        raise QueryError(f"{listed.record.id} stands in text that is marked as exempt; to see it, add: --exempt")
    return listed


@app.command(
    epilog=example('minutebook quote 32b8c8 "that the fare stay as it is"', 'minutebook quote "that the fare stay"')
)
def quote(text: Quoted, library: LibraryFolder = None, exempt: WithExempt = False, form: ViewAs = "table") -> None:
    """Tell whether a quotation stands in a document: to the letter, in another form, changed, or not at all.

    Of the words alone it tells whether they stand in the documents that are nearest to them.
    """
    store = open_library(library)
    anywhere, words = len(text) == 1, " ".join(text[1:]) or text[0]
    found = store.quotations(words, exempt=exempt) if anywhere else [store.quote(text[0], words, exempt=exempt)]
    if form == "json":
        write(to_json([*map(dump, found)] if anywhere else dump(found[0])))
    else:
        put(*(quotations_view(found) if anywhere else [quotation_view(found[0])]))


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
def why(record_id: RecordId, library: LibraryFolder = None, exempt: WithExempt = False, form: ViewAs = "table") -> None:
    """Tell why a record was extracted: by which rule and words, and what spoke against it."""
    store = open_library(library)
    told = store.why(_visible(store, record_id, exempt).record.id)
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

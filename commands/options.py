"""What commands take: arguments, options and filters, each said once, and the epilogues that show an example."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import typer

from minutes.dates import DAYS, Days
from minutes.errors import QueryError
from minutes.found import Filters, PassageKind, Status
from minutes.model import By, Outcome
from rows import Format

Register = Literal["decisions", "actions", "metrics", "items"]


def example(*lines: str) -> str:
    """An epilogue that shows a command as it is typed."""
    return "\n".join(["\b", "[bold]Example:[/bold]" if len(lines) == 1 else "[bold]Examples:[/bold]", *lines])


def iso_date(text: str | None) -> str | None:
    """A day, month or year as documents carry it, if there is such a day."""
    try:
        return None if text is None else Days.parse(text).written
    except QueryError as error:
        raise typer.BadParameter(f"'{text}' is no date; write {DAYS}.") from error


def named(metavar: str, sentence: str, **settings: Any) -> Any:
    """An option with one word for its value."""
    return typer.Option(metavar=metavar, help=sentence, **settings)


def one_of(choices: Any) -> str:
    return " or ".join(get_args(choices))


PRINTED = typer.Option("--format", help="How to print it.")
LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", envvar="MINUTEBOOK_LIBRARY", help="Its folder, if not the usual one."),
]
SERVERS = {
    "catalogue": Annotated[
        str | None,
        named("URL", "Its catalogue, if in PostgreSQL.", envvar="MINUTEBOOK_CATALOGUE", rich_help_panel="Servers"),
    ],
    "chroma": Annotated[
        str | None,
        named("URL", "Its vectors, if on a Chroma server.", envvar="MINUTEBOOK_CHROMA", rich_help_panel="Servers"),
    ],
}
LogFormat = Annotated[
    Literal["text", "json"],
    named(
        "FORMAT",
        "What standard error is told: text for people, or json, a line for each step.",
        envvar="MINUTEBOOK_LOG_FORMAT",
        rich_help_panel="Logs",
    ),
]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, or folders of files.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID", help="Ids of documents; the start of one is enough.")]
AnyId = Annotated[str, typer.Argument(metavar="ID", help="Id of a document or a record, or the start of it.")]
DocumentId = Annotated[str, typer.Argument(metavar="DOC", help="Id of a document, or the start of it.")]
OtherId = Annotated[str | None, typer.Argument(metavar="DOC2", help="Another one; else the same meeting's other.")]
Quoted = Annotated[
    list[str],
    typer.Argument(metavar="[DOC] TEXT", help="The quotation, in one; before it the id of a document, or its start."),
]
Targets = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH|ID", help="Files, folders or ids of documents; else the whole library."),
]
Question = Annotated[list[str], typer.Argument(metavar="QUERY", help="A question or a few words.")]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY", help="Only records that hold all these words, whatever their endings."),
]
Password = Annotated[str | None, named("TEXT", "Password of protected files.", envvar="MINUTEBOOK_PASSWORD")]
Timeout = Annotated[float, named("SECONDS", "Stop what takes longer on one file.", min=1)]
Scheduler = Annotated[
    str | None,
    named(
        "URL", "Read on the machines of this Dask scheduler.", envvar="MINUTEBOOK_SCHEDULER", rich_help_panel="Servers"
    ),
]
Limit = Annotated[int | None, named("NUMBER", "At most so many.", min=1)]
Best = Annotated[int, named("NUMBER", "At most so many.", min=1)]
As = Annotated[Format, PRINTED]
ViewAs = Annotated[Literal["table", "json"], PRINTED]
ExtractAs = Annotated[Literal["json", "jsonl", "table"], PRINTED]
RegisterAs = Annotated[
    Format | None, typer.Option("--format", help="How to print or write it; else a table, or as FILE is named.")
]
To = Annotated[Path | None, named("FILE", "Write it to this .csv, .xlsx, .docx, .json or .jsonl file.", dir_okay=False)]
Receipted = Annotated[
    bool, typer.Option("--receipt", help="What was read of its file, page by page, and what was not.")
]
ProfileFile = Annotated[Path | None, named("FILE", "TOML file of the body's own conventions.", dir_okay=False)]
RecordId = Annotated[str, typer.Argument(metavar="RECORD", help="Id of a record, or the start of it.")]
RuleId = Annotated[str | None, typer.Argument(metavar="ID", help="Only this rule, or those whose id begins so.")]
ModelName = Annotated[
    str | None, named("NAME", "A sentence-transformers folder or name; downloaded unless it was before.")
]
Repair = Annotated[bool, typer.Option("--repair", help="Make anew what can be made from the catalogue.")]
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The file of the backup.", dir_okay=False)]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

AsSeries = Annotated[bool, typer.Option("--series", help="What measures the same thing together, over periods.")]
Plot = Annotated[Path | None, named("FILE", "Draw it to this .svg or .html file.", dir_okay=False)]
ComparedBy = Annotated[By, named("LANE", f"What to set side by side: {one_of(By)}.")]
Lookup = Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with columns such as LAD24CD and LAD24NM.")]
WithBoilerplate = Annotated[bool, typer.Option("--boilerplate", help="Rank standing notices like all else.")]
Rerank = Annotated[str | None, named("MODEL", "Score the best again with this cross-encoder: a folder or a name.")]
WithExempt = Annotated[bool, typer.Option("--exempt", help="Also what is marked as exempt and held apart.")]

FILTERS: dict[str, Any] = {
    "organisation": Annotated[str | None, named("NAME", "Only this council or trust, by words of its name.")],
    "body": Annotated[str | None, named("NAME", "Only this committee or board, by words of its name.")],
    "kind": Annotated[PassageKind | None, named("KIND", f"Only {one_of(PassageKind)}.")],
    "outcome": Annotated[Outcome | None, named("OUTCOME", f"Only decisions {one_of(Outcome)}.")],
    "mover": Annotated[str | None, named("NAME", "Only decisions moved by this person, by words of the name.")],
    "owner": Annotated[str | None, named("NAME", "Only what this person is to do, by words of the name.")],
    "status": Annotated[
        Status | None,
        named("STATUS", f"Only actions that stand so, by what their or a later document says: {one_of(Status)}."),
    ],
    "overdue": Annotated[bool, typer.Option("--overdue", help="Only actions whose day has passed, and not done.")],
    "vanished": Annotated[bool, typer.Option("--vanished", help="Only actions that no later meeting comes back to.")],
    "no_formal": Annotated[
        bool, typer.Option("--no-formal", help="Without apologies, minutes confirmed, next meetings and the like.")
    ],
    "all": Annotated[bool, typer.Option("--all", help="Those of low trust, too.")],
    "since": Annotated[str | None, named("DATE", "From this day, month or year on.", callback=iso_date)],
    "until": Annotated[str | None, named("DATE", "Up to this day, month or year, inclusive.", callback=iso_date)],
    "exempt": WithExempt,
}
MEETINGS = ("organisation", "body", "since", "until")
FOUND = (*MEETINGS, "all", "exempt")
REGISTERS: dict[Register, tuple[tuple[str, ...], str, str]] = {  # own filters, what is listed, an example
    "decisions": (
        ("outcome", "mover", "no_formal"),
        "what was decided",
        "bus --body scrutiny --outcome approved --since 2024",
    ),
    "actions": (
        ("owner", "status", "overdue", "vanished", "no_formal"),
        "who was to do what and by when",
        "--owner clerk --to actions.csv",
    ),
    "metrics": ((), "the figures with their units, periods and places", "waiting --series --plot waiting.html"),
    "items": (("no_formal",), "the agenda items", "transport --since 2023"),
}


def filtered(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command whose parameter `filters` is typed as options: these of FILTERS.

    One that the library does not filter by is passed on under its name. Parameters of the command that are not
    annotated as options or arguments are none.
    """
    known = {field.name for field in fields(Filters)}
    options = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=False if name == "exempt" else None, annotation=FILTERS[name]
        )
        for name in FILTERS
        if name in names
    ]

    def decorate(run: Callable[..., None]) -> Callable[..., None]:
        @wraps(run)
        def command(**given: Any) -> None:
            filters = Filters(**{name: value for name in names if name in known and (value := given.pop(name))})
            run(filters=filters, **given)

        own = [
            each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for each in inspect.signature(run).parameters.values()
            if hasattr(each.annotation, "__metadata__")
        ]
        vars(command)["__signature__"] = inspect.Signature([*own[:-1], *options, *own[-1:]])
        return command

    return decorate

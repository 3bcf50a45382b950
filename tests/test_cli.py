"""The command line over a library that stands still, so that only parsing and printing are tested."""

import csv
import io
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

import cli
import commands.app
import commands.shared
import library
from commands.app import say
from commands.serving import listening
from ingest.builder import TextBuilder, words_of
from minutes.errors import EncryptedError, LibraryError, QueryError
from minutes.found import (
    Answer,
    Compared,
    Considered,
    Coverage,
    Filters,
    Finding,
    Followed,
    Hit,
    Ingested,
    Listed,
    Mention,
    RecordKind,
    RuleInfo,
    Series,
    Source,
    Version,
    Why,
)
from minutes.model import Action, AgendaItem, Decision, Document, DocumentInfo, Meeting, Metric, Minutes, Receipt, Votes
from tests.stand_ins import WorkersHere
from wording import counted, day, loss, measure_title, quantity, silence_text, stem_text

REGISTERS = ["items", "decisions", "actions", "metrics"]
OTHERS = [
    "backup",
    "check",
    "corrections",
    "compare",
    "corpus",
    "diff",
    "documents",
    "export",
    "extract",
    "fetch",
    "ingest",
    "mcp",
    "places",
    "quote",
    "related",
    "rebuild",
    "remove",
    "restore",
    "rules",
    "search",
    "serve",
    "show",
    "status",
    "timeline",
    "topics",
    "users",
    "verify",
    "why",
]
COMMANDS = sorted(REGISTERS + OTHERS)
HOSTILE = "=cmd() [red]paid[/red] \x1b[2J\x9b5m\u202e to the end " + "and on " * 30


def document(path: str = "minutes.pdf") -> Document:
    builder = TextBuilder()
    for text in ("5. School transport", "RESOLVED that the fare stays at 62% of the cost.", HOSTILE):
        builder.add("paragraph", words_of(text), page=3)
    return Document(
        id="0123456789abcdef", title="Minutes of [the] board", kind="minutes", media_type="application/pdf", pages=4,
        sha256="0" * 64, path=path, text=builder.text, blocks=tuple(builder.blocks),
        receipt=Receipt(pages_in=4, pages_out=4),
    )  # fmt: skip


DOCUMENT = document()
MEETING = Meeting(organisation="Wexmere Council", body="Transport Board", date="2024-03-21")
LIMB, TASK = DOCUMENT.blocks[1], DOCUMENT.blocks[2]
ITEM = AgendaItem(
    id="item-1", citation=DOCUMENT.cite(0, 19), rule="numbered", number="5", title="School transport", end=300
)
DECISION = Decision(
    id="decision-1", citation=DOCUMENT.cite(LIMB.start, LIMB.end), rule="resolved", item_id="item-1",
    text="that the fare stays at 62% of the cost.", outcome="approved", mover="Cllr Amber",
    votes=Votes(for_=5, against=2),
)  # fmt: skip
ACTION = Action(
    id="action-1", citation=DOCUMENT.cite(TASK.start, TASK.end), rule="marked", item_id="item-1", text=HOSTILE,
    owner="Clerk", due="by June", tier="explicit",
)  # fmt: skip
METRIC = Metric(
    id="metric-1", citation=DOCUMENT.cite(LIMB.start, LIMB.end), rule="percent", item_id="item-1",
    text="62% of the cost", value=-62.0, unit="%", name="cost",
)  # fmt: skip
FOLLOWED = Followed(
    fate="done", later=2,
    mentions=(Mention(says="done", document=DOCUMENT.info, meeting=MEETING, citation=DECISION.citation),),
)  # fmt: skip
RECORDS: dict[RecordKind, Any] = {"item": ITEM, "decision": DECISION, "action": ACTION, "metric": METRIC}
MINUTES = Minutes(
    document=DOCUMENT.info, meeting=MEETING, items=(ITEM,), decisions=(DECISION,), actions=(ACTION,),
    metrics=(METRIC,), receipt=DOCUMENT.receipt,
)  # fmt: skip
FINDING = Finding(
    kind="votes", message="7 votes are recorded, and 5 members as present.", document=DOCUMENT.info, meeting=MEETING,
    citations=(DECISION.citation, ITEM.citation),
)  # fmt: skip
SCAN = DOCUMENT.info.model_copy(update={"id": "fedcba9876543210", "path": "scan.pdf"})
PART = Receipt(pages_in=4, pages_out=4, empty_pages=(2, 3))
INGESTED = {
    "good.pdf": Ingested(path="good.pdf", outcome="added", document=DOCUMENT.info, counts={"decisions": 2},
                         meeting=MEETING),
    "same.pdf": Ingested(path="same.pdf", outcome="unchanged", document=DOCUMENT.info, counts={"decisions": 2}),
    "scan.pdf": Ingested(path="scan.pdf", outcome="added", document=SCAN, receipt=PART),
    "bad.pdf": Ingested(path="bad.pdf", outcome="failed", error="it is damaged; ask for a new copy"),
}  # fmt: skip


def listed(kind: RecordKind) -> Listed:
    item = {"number": "5", "title": "School transport"}
    return Listed(document=DOCUMENT.info, meeting=MEETING, item=item, record=RECORDS[kind])


def extract_file(path: Path, *, password: str | None = None, profile: object = None) -> tuple[Document, Minutes]:
    if path.name == "locked.pdf":
        raise EncryptedError("it needs a password; give it with --password")
    receipt = PART if path.name == "scan.pdf" else DOCUMENT.receipt
    return DOCUMENT, MINUTES.model_copy(update={"receipt": receipt})


class StillLibrary:
    """Answers everything with the same document, and keeps what it was asked."""

    asked: list[Any] = []  # noqa: RUF012

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        if folder.name == "missing":
            raise LibraryError(f"there is no library in {folder}; make one with 'minutebook ingest'")
        self.folder = folder
        self.asked.append(folder)

    def add(
        self,
        paths: Iterable[Path],
        *,
        password: str | None = None,
        timeout: float = 60,
        profile: object = None,
        scheduler: str | None = None,
        progress: Callable[[str, int, int, int], None],
    ) -> Iterator[Ingested]:
        self.asked.append(("add", profile))
        for path in paths:
            progress("reading", 1, 1, 1)
            yield INGESTED[path.name]
        progress("embedding", 1, 1, 1)

    def search(
        self, query: str, *, filters: Filters, limit: int, boilerplate: bool = False, rerank: str | None = None
    ) -> Answer:
        self.asked.append((query, filters, limit, *filter(None, (boilerplate, rerank))))
        if query == "?":
            raise QueryError("there is nothing to look for; type a few words")
        pending = 12 if self.folder.name == "stopped" else 0
        found = [] if "nothing" in query else [ACTION]
        hits = tuple(
            Hit(rank=n, score=0.5, kind="action", text=record.text, document=DOCUMENT.info, meeting=MEETING,
                item={"number": "5", "title": "School transport"}, citation=record.citation, passage=record.citation)
            for n, record in enumerate(found, 1)
        )  # fmt: skip
        coverage = self.coverage(filters).model_copy(update={"pending": pending})
        emptied = ("body:board",) if query == "nothing there" else ()
        return Answer(query=query, hits=hits, coverage=coverage, emptied_by=emptied, far="dragon" in query)

    def coverage(self, filters: Filters) -> Coverage:
        return Coverage(documents=14, bodies=2, passages=90, first="2021-01-05", last="2024-12-01")

    def documents(self, *, filters: Filters = Filters()) -> list[Ingested]:  # noqa: B008
        return [INGESTED["good.pdf"]]

    def records(self, kind: RecordKind, *, query: str | None = None, filters: Filters) -> list[Listed]:
        self.asked.append((kind, query, filters))
        return [] if query == "nothing" else [listed(kind), listed(kind)]

    def follow(self, found: list[Listed]) -> list[Listed]:
        return [
            each.model_copy(update={"followed": FOLLOWED}) if isinstance(each.record, Action) else each
            for each in found
        ]

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        if not DOCUMENT.id.startswith(document_id):
            raise QueryError(f"nothing has the id {document_id}; 'minutebook documents' lists them")
        return DOCUMENT, MINUTES

    def record(self, record_id: str) -> Listed:
        for kind, record in RECORDS.items():
            if record.id == record_id:
                return listed(kind)
        raise QueryError("no such record")

    def emptied_by(self, filters: Filters, finds: Callable[[Filters], bool]) -> tuple[str, ...]:
        return ("body:Pell (no body is called so)",) if filters.body == "Pell" else ()

    def copies(self, filters: Filters) -> list[tuple[DocumentInfo, DocumentInfo]]:
        again = DOCUMENT.info.model_copy(update={"path": "again/spare.pdf"})
        return [(again, DOCUMENT.info)] if filters.body == "Spare" else []

    def mistrusted(self, kind: RecordKind, *, query: str | None = None, filters: Filters) -> int:
        return 3 if kind == "action" and not filters.all else 0

    def why(self, record_id: str) -> Why:
        start = LIMB.start
        told = {"rule": "decision.resolved", "description": "A resolution"}
        return Why(
            record=self.record(record_id),
            rule=RuleInfo(
                id="decision.resolved", description="A resolution", effect="marker", trust="high", found=9, right=8,
                wanted=20, precision=0.889, recall=0.4,
            ),
            sentence=DECISION.citation,
            triggers=(Considered(**told, start=start, end=start + 8, quote="RESOLVED", did="tells of a decision"),),
            considered=(Considered(rule="context.earlier", description="Earlier", did="did not match"),),
            sources=(Source(field="mover", value="Cllr Amber", where="in its own words"),),
            reasons=("high: its rule was right in 8 of 9 where it was measured",),
        )  # fmt: skip

    def printed(self, minutes: Minutes) -> str | None:
        return None

    def versions(self, document_id: str) -> list[Version]:
        return []

    def gone(self, paths: list[Path]) -> list[DocumentInfo]:
        return []

    def remove(self, document_id: str) -> Any:
        self.asked.append(("remove", document_id))
        return DOCUMENT.info

    def rebuild(self, *, encoder: str | None) -> Iterator[tuple[int, int]]:
        self.asked.append(("rebuild", encoder))
        yield from [(1, 2), (2, 2)]

    def check(self, ids: list[str]) -> tuple[Compared, list[Finding]]:
        self.asked.append(ids)
        compared = Compared(documents=14, without_text=1, minutes=13, listed=13, votes=5, items=120)
        return compared, [] if self.folder.name == "sound" else [FINDING]

    def verify(self) -> list[str]:
        return ["doc-1: a quote is not in the text"] if self.folder.name == "broken" else []

    def repair(self) -> tuple[list[str], list[str]]:
        mended = ["passage pas-1: its vector is missing; run: minutebook verify --repair"]
        return mended, self.verify()

    def backup(self, file: Path) -> int:
        self.asked.append(("backup", file))
        return 2_500_000

    def restore(self, file: Path) -> None:
        self.asked.append(("restore", file))

    def status(self) -> dict[str, object]:
        return {"documents": 1, "vectors": 7, "encoder": "all-MiniLM-L6-v2"}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    StillLibrary.asked = []
    monkeypatch.setattr(library, "Library", StillLibrary)
    monkeypatch.setattr(commands.shared, "Workers", partial(WorkersHere, extract_file))
    monkeypatch.setattr(library, "files_in", list)
    return lambda *args, **settings: CliRunner().invoke(cli.app, list(args), prog_name="minutebook", **settings)


Run = Callable[..., Result]


# Help and start-up


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\s+minutebook {command}\b", result.stdout)


def test_every_command_is_listed(run: Run) -> None:
    listed_commands = re.findall(r"^│ (\w+) ", run().stdout, flags=re.MULTILINE)
    assert sorted(listed_commands) == COMMANDS


def test_version(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands.app, "version", lambda name: "1.2.3")
    assert run("--version").stdout == "minutebook 1.2.3\n"


def test_help_does_not_wait_for_the_language_tools() -> None:
    heavy = {"spacy", "torch", "chromadb", "pdfplumber", "sentence_transformers", "sqlalchemy", "mcp", "fastapi"}
    code = f"import sys, cli; print(sorted({heavy!r} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert printed.stdout == "[]\n"


def test_it_runs_as_a_file_of_a_checkout() -> None:
    printed = subprocess.run([sys.executable, cli.__file__, "--help"], capture_output=True, text=True, check=True)
    assert "Usage: minutebook" in printed.stdout


def test_choices_are_completed(run: Run) -> None:
    environment = {
        "_MINUTEBOOK_COMPLETE": "complete_bash",
        "COMP_WORDS": "minutebook decisions --outcome ",
        "COMP_CWORD": "3",
    }
    assert run(env=environment).stdout.split() == ["approved", "noted", "recommended", "deferred", "rejected"]


# Usage


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["decisions", "--nonsense"], "No such option: --nonsense"),
        (["nonsense"], "No such command"),
        (["decision"], "No such command 'decision'. Did you mean 'decisions'? Try 'minutebook --help'."),
        (["search"], "Missing argument 'QUERY'"),
        (["search", "?"], "there is nothing to look for; type a few words"),
        (["search", "bus", "--limit", "0"], "'--limit': it has to be at least 1. Try"),
        (["items", "--limit", "few"], "'--limit': it is no whole number. Try"),
        (["search", "bus", "--since", "soon"], "'soon' is no date; write 16/05/2023, 16 May 2023"),
        (["search", "bus", "--until", "2024-02-31"], "'2024-02-31' is no date"),
        (["decisions", "--outcome", "maybe"], "'--outcome': 'maybe' is not one of 'approved'"),
        (["decisions", "--owner", "Clerk"], "--owner"),
        (["decisions", "--format", "xml"], "'xml'"),
        (["status", "--library", "missing"], "there is no library in missing"),
        (["show", "zzz"], "nothing has the id zzz"),
        (["why", "decision-9"], "no such record"),
        (["rules", "decision.none"], "there is no rule decision.none; minutebook rules lists them"),
        (["ingest", "good.pdf", "--profile", "none.toml"], "none.toml: cannot be read"),
        (["remove", "0123"], "--yes"),
        (["decisions", "--to", "no/such/folder.csv"], "no/such/folder.csv: No such file"),
        (["decisions", "--to", "decisions.xls"], "decisions.xls is not named .csv, .json, .jsonl, .xlsx, .docx"),
        (["items", "--to", "items.csv", "--format", "table"], "for a table leave out --to"),
        (["export", "--to", "it"], "Missing option '--as'"),
        (["export", "--as", "csv"], "'--to': csv is several files; name a folder for them"),
        (["export", "--as", "ics", "--site", "minutes"], "'--site': minutes is no address; write https://"),
        (["export", "--as", "word", "--to", "it"], "'word' is not one of 'csv', 'parquet'"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(run: Run, args: list[str], says: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_interrupt_is_one_line_and_exit_code_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(StillLibrary, "status", interrupted)
    result = run("status")
    assert (result.exit_code, result.stderr.count("\n")) == (130, 1)


def test_library_folder_is_option_then_environment_then_user_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("status", "--library", "here", env={"MINUTEBOOK_LIBRARY": "there"})
    run("status", env={"MINUTEBOOK_LIBRARY": "there"})
    monkeypatch.setattr("platformdirs.user_data_path", lambda *args, **settings: Path("/data/minutebook"))
    run("status", env={"MINUTEBOOK_LIBRARY": ""})
    assert StillLibrary.asked == [Path("here"), Path("there"), Path("/data/minutebook")]


@pytest.mark.parametrize(
    ("args", "asked"),
    [
        (
            "search who pays --kind action --outcome noted --body board --since 2023 --until 2024-05 --limit 3",
            ("who pays", Filters(kind="action", outcome="noted", body="board", since="2023", until="2024-05"), 3),
        ),
        (
            "decisions bus fares --organisation Wexmere --outcome approved --mover Amber",
            ("decision", "bus fares", Filters(organisation="Wexmere", outcome="approved", mover="Amber")),
        ),
        ("actions --exempt", ("action", None, Filters(exempt=True))),
        ("search lease --exempt", ("lease", Filters(exempt=True), 10)),
        ("actions --owner Clerk", ("action", None, Filters(owner="Clerk"))),
        ("actions --all", ("action", None, Filters(all=True))),
        ("decisions --no-formal", ("decision", None, Filters(no_formal=True))),
        ("search who pays --all", ("who pays", Filters(all=True), 10)),
        ("metrics --since 2023-01-01", ("metric", None, Filters(since="2023-01-01"))),
        ("items transport --body board", ("item", "transport", Filters(body="board"))),
        ("actions bus --until 2024 --owner Clerk", ("action", "bus", Filters(until="2024", owner="Clerk"))),
    ],
)
def test_options_become_filters(run: Run, args: str, asked: object) -> None:
    assert run(*args.split()).exit_code == 0
    assert StillLibrary.asked[-1] == asked


# Ingest and extract


@pytest.mark.parametrize(
    ("files", "code", "complaints"),
    [
        (["good.pdf", "same.pdf"], 0, []),
        (["good.pdf", "bad.pdf"], 1, ["bad.pdf: it is damaged; ask for a new copy"]),
        (["scan.pdf"], 1, ["scan.pdf: read in part: no text could be recognised on pages 2-3; look at it yourself"]),
        ([], 2, ["Missing argument 'PATH'. Try 'minutebook ingest --help'."]),
    ],
)  # fmt: skip
def test_ingest_names_each_file_that_fails(run: Run, files: list[str], code: int, complaints: list[str]) -> None:
    result = run("ingest", *files)
    assert (result.exit_code, result.stderr.splitlines()) == (code, complaints)


@pytest.mark.parametrize(
    ("receipt", "told"),
    [
        ({"pages_in": 3, "empty_pages": (2,), "characters": (80, 0, 60)}, "no text could be recognised on page 2"),
        ({"pages_in": 2, "empty_pages": (2,), "characters": (80, 70)}, "not all words could be recognised on page 2"),
        (
            {"pages_in": 3, "empty_pages": (1, 3), "characters": (0, 9, 9)},
            "no text could be recognised on page 1, not all words could be recognised on page 3",
        ),
        ({"pages_in": 2, "characters": (80,)}, "1 of 2 pages; compare it with the file"),
        ({"pages_in": 1, "characters": (0,)}, "there is no text in this file; check that it is the right one"),
        ({"pages_in": 1, "characters": (0,), "pictures": 2}, "no text in this file, only 2 pictures: save it as PDF"),
        ({"pages_in": 1, "characters": (80,)}, ""),
    ],
)
def test_what_was_lost_is_told(receipt: dict[str, Any], told: str) -> None:
    assert told in (loss(Receipt(pages_out=len(receipt["characters"]), **receipt)) or "")
    assert told or not loss(Receipt(pages_out=1, **receipt))


def test_files_of_other_kinds_are_told_in_one_line(run: Run, tmp_path: Path) -> None:
    for name in ("minutes.pdf", *(f"h{number}.csv" for number in range(1, 7))):
        (tmp_path / name).touch()
    said = run("extract", str(tmp_path)).stderr.splitlines()
    assert said == ["6 files of other kinds were left out: h1.csv, h2.csv, h3.csv, h4.csv, h5.csv, ..."]


def test_ingest_sums_up(run: Run) -> None:
    lines = run("ingest", *INGESTED).stdout.splitlines()
    assert [re.split(r" {2,}", line) for line in lines] == [
        ["Documents", "2 added, 1 unchanged, 1 failed, 1 read in part"],
        ["Pages", "8"],  # a copy is the same document
        ["Items", "0"],
        ["Decisions", "2"],
        ["Actions", "0"],
        ["Metrics", "0"],
        ["Without text", "2 pages"],
        ["minutebook show ID --receipt tells what became of a document."],
    ]


def test_ingest_gives_a_receipt_for_each_file(run: Run) -> None:
    receipts = [json.loads(line) for line in run("ingest", *INGESTED, "--format", "jsonl").stdout.splitlines()]
    assert [(each["path"], each["outcome"]) for each in receipts] == [
        (path, each.outcome) for path, each in INGESTED.items()
    ]


@pytest.mark.parametrize("command", ["show", "why"])
def test_a_record_in_exempt_text_is_shown_where_that_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setitem(RECORDS, "decision", DECISION.model_copy(update={"exempt": True}))
    refused = run(command, DECISION.id)
    assert refused.exit_code == 2
    assert "decision-1 stands in text that is marked as exempt; to see it, add: --exempt" in refused.stderr
    assert DECISION.text not in refused.stdout
    assert DECISION.text in run(command, DECISION.id, "--exempt").stdout


def test_extract_prints_the_contract(run: Run) -> None:
    printed = json.loads(run("extract", "good.pdf").stdout)
    keys = "schema document meeting attendance items decisions actions metrics exempt receipt"
    assert list(printed) == keys.split()
    assert printed["schema"] == "minutebook/1"
    votes = printed["decisions"][0]["votes"]
    assert (votes["for"], votes["against"], votes["abstain"]) == (5, 2, None)


def test_extract_prints_one_line_a_file(run: Run) -> None:
    result = run("extract", "good.pdf", "locked.pdf", "other.pdf")
    assert result.exit_code == 1
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 2
    assert result.stderr == "locked.pdf: it needs a password; give it with --password\n"


def test_extract_of_a_half_read_file_is_exit_code_1(run: Run) -> None:
    result = run("extract", "scan.pdf")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["receipt"]["empty_pages"] == [2, 3]


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_documents_are_dated_and_say_whose_they_are(run: Run, form: str) -> None:
    printed = run("documents", "--format", form).stdout
    assert all(words in printed for words in ("2024-03-21", "Transport Board", "Wexmere Council"))


# Search


def test_a_filter_that_let_nothing_through_is_named(run: Run) -> None:
    assert "let nothing through: body:board; leave it out" in run("search", "nothing there").stdout


def test_hits_that_are_only_the_nearest_are_told_as_that(run: Run) -> None:
    said = "No passage is close to this question; these are only the nearest."
    assert run("search", "dragons").stdout.startswith(said)
    assert said not in run("search", "transport").stdout


def test_search_can_rank_otherwise(run: Run) -> None:
    run("search", "bus", "--boilerplate", "--rerank", "models/cross")
    assert StillLibrary.asked[-1] == ("bus", Filters(), 10, True, "models/cross")


def test_search_prints_the_contract(run: Run) -> None:
    printed = json.loads(run("search", "transport", "--format", "json").stdout)
    assert list(printed) == ["query", "coverage", "hits", "emptied_by", "far"]
    keys = "rank score kind text document meeting item citation passage outcomes exempt also"
    assert list(printed["hits"][0]) == keys.split()


def test_search_says_what_it_looked_through(run: Run) -> None:
    result = run("search", "nothing")
    assert result.exit_code == 0
    assert result.stdout == "Nothing found in 14 documents of 2 bodies from 2021-01-05 to 2024-12-01.\n"


def test_search_cites_the_page(run: Run) -> None:
    printed = run("search", "transport").stdout
    assert "action · 2024-03-21 · Transport Board · Wexmere Council · 5 School transport" in printed
    assert "page 3 · minutes.pdf · 0123456789abcdef" in printed


# Checking


@pytest.mark.parametrize(
    ("args", "code", "last"),
    [
        (["check"], 1, "1 finding in 14 documents."),
        (["check", "0123"], 1, "1 finding in 14 documents."),
        (["check", "--library", "sound"], 0, "Nothing found in 14 documents."),
    ],
)
def test_check_ends_with_what_it_looked_at(run: Run, args: list[str], code: int, last: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (code, last)
    assert "Compared: 5 counted votes, 120 numbered items." in result.stdout
    assert "1 document could not be checked: no text." in result.stdout


def test_check_cites_both_sides(run: Run) -> None:
    row = next(csv.DictReader(io.StringIO(run("check", "--format", "csv").stdout)))
    assert (row["kind"], row["page"], row["quote"]) == ("votes", "3", DECISION.citation.quote)
    assert (row["against_document"], row["against_quote"]) == (DOCUMENT.id, ITEM.citation.quote)


def test_check_of_files_needs_no_library(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.pdf").touch()
    result = run("check", str(tmp_path / "good.pdf"), "--library", "missing")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "Nothing found in 1 document.")
    assert "Compared: 1 counted vote, 1 mover or seconder, 1 numbered item." in result.stdout


def test_files_and_ids_are_not_mixed(run: Run, tmp_path: Path) -> None:
    assert "not both" in run("check", str(tmp_path), "0123").stderr


def test_ingest_says_what_is_held_apart(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = Receipt(pages_in=4, pages_out=4, warnings=('marked "EXEMPT", page 3: held apart',))
    monkeypatch.setitem(INGESTED, "good.pdf", INGESTED["good.pdf"].model_copy(update={"receipt": receipt}))
    result = run("ingest", "good.pdf")
    assert (result.exit_code, result.stderr) == (0, 'good.pdf: marked "EXEMPT", page 3: held apart\n')


def test_ingest_says_that_a_name_is_wrong(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = Receipt(pages_in=4, pages_out=4, warnings=("named .docx but is a PDF; read as what it is",))
    monkeypatch.setitem(INGESTED, "same.pdf", INGESTED["same.pdf"].model_copy(update={"receipt": receipt}))
    result = run("ingest", "same.pdf")
    assert (result.exit_code, result.stderr) == (0, "same.pdf: named .docx but is a PDF; read as what it is\n")


@pytest.mark.parametrize(("gone", "named", "more"), [(1, 1, []), (7, 5, ["2 more documents"])])
def test_ingest_names_the_documents_whose_files_are_gone(
    run: Run, monkeypatch: pytest.MonkeyPatch, gone: int, named: int, more: list[str]
) -> None:
    found = [DOCUMENT.info.model_copy(update={"path": f"{number}.pdf"}) for number in range(gone)]
    monkeypatch.setattr(StillLibrary, "gone", lambda *_: found)
    result = run("ingest", "good.pdf")
    told = "is no longer there, but still held; to take it out: minutebook remove 0123456789abcdef"
    rest = [f"{each} without a file, still held; minutebook documents lists what is held" for each in more]
    assert result.stderr.splitlines() == [*(f"{number}.pdf: {told}" for number in range(named)), *rest]
    assert result.exit_code == 0


# Printing


@pytest.mark.parametrize(
    "args", [*([each] for each in REGISTERS), ["search", "x"], ["documents"], ["ingest", "good.pdf"]]
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_list_prints_in_every_format(run: Run, args: list[str], form: str) -> None:
    result = run(*args, "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    if form == "json":
        json.loads(result.stdout)
    if form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in result.stdout.splitlines())
    if form == "csv":
        assert list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("command", REGISTERS)
def test_records_in_json_say_where_they_come_from(run: Run, command: str) -> None:
    first = json.loads(run(command, "--format", "json").stdout)[0]
    assert {"id", "citation", "rule", "document", "meeting", "item"} <= set(first)
    assert first["meeting"]["date"] == "2024-03-21"


def test_limit_says_how_many_there_are(run: Run) -> None:
    assert run("decisions", "--limit", "1").stdout.endswith("\n1 of 2 decisions.\n")


def test_an_empty_register_says_what_it_looked_through(run: Run) -> None:
    looked = "No decisions found in 14 documents of 2 bodies from 2021-01-05 to 2024-12-01.\n"
    assert run("decisions", "nothing").stdout == looked
    spare = run("decisions", "bus", "--body", "Spare").stdout
    assert spare.endswith("2 of 2 decisions.\nLeft out as the same minutes: spare.pdf for minutes.pdf.\n")
    narrowed = "What let nothing through: body:Pell (no body is called so); leave it out or change it.\n"
    assert run("decisions", "nothing", "--body", "Pell").stdout == f"{looked}{narrowed}"


def test_an_empty_register_still_names_its_columns(run: Run) -> None:
    printed = run("decisions", "nothing", "--format", "csv").stdout
    assert printed.startswith("id,date,organisation,body,item_number,item_title,heading,text,outcome,")


def test_formulas_are_guarded_where_they_are_text(run: Run) -> None:
    action = next(csv.DictReader(io.StringIO(run("actions", "--format", "csv").stdout)))
    metric = next(csv.DictReader(io.StringIO(run("metrics", "--format", "csv").stdout)))
    assert action["text"].startswith("'=cmd()")
    assert metric["value"] == "-62"


@pytest.mark.parametrize(
    "args",
    [["actions"], ["search", "x"], ["show", "action-1"], ["show", "0123"],
     *(["actions", "--format", form] for form in ("csv", "json", "jsonl"))],
)  # fmt: skip
def test_document_text_cannot_steer_the_terminal(run: Run, args: list[str]) -> None:
    printed = run(*args, env={"FORCE_COLOR": ""}).stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)
    assert "[red]paid[/red]" in printed


def test_json_keeps_the_text_to_the_letter(run: Run) -> None:
    assert json.loads(run("actions", "--format", "json").stdout)[0]["text"] == HOSTILE


def test_tables_in_pipes_are_whole_and_one_line_a_record(run: Run) -> None:
    lines = run("actions").stdout.splitlines()
    assert len(lines) == 1 + 2 + 1
    assert lines[1].endswith("and on · page 3 · action-1")


@pytest.mark.parametrize(("command", "whole"), [("metrics", "-62%"), ("actions", "action-1"), ("documents", "4")])
def test_narrow_tables_do_not_part_numbers_and_ids(run: Run, command: str, whole: str) -> None:
    assert whole in run(command, env={"COLUMNS": "60"}).stdout.split()


@pytest.mark.parametrize(
    ("option", "fate", "late", "found"),
    [
        ("--status=open", "carried forward", False, 2),
        ("--status=open", "done", False, 0),
        ("--status=done", "done", False, 2),
        ("--status=done", "vanished", True, 0),
        ("--overdue", "overdue", True, 2),
        ("--overdue", "vanished", True, 2),
        ("--overdue", "carried forward", False, 0),
        ("--vanished", "vanished", False, 2),
        ("--vanished", "open", False, 0),
    ],
)
def test_actions_by_what_became_of_them(
    run: Run, monkeypatch: pytest.MonkeyPatch, option: str, fate: Any, late: bool, found: int
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "FOLLOWED", Followed(fate=fate, late=late, later=3))
    assert len(json.loads(run("actions", option, "--format", "json").stdout)) == found


@pytest.mark.parametrize("later", [1, 2])
def test_it_is_told_where_too_few_later_minutes_are_held_for_anything_to_vanish(
    run: Run, monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "FOLLOWED", Followed(fate="open", later=later))
    told = "No two later meetings are held of 1 of 1 body; without them no task counts as vanished."
    assert (told in run("actions", "--vanished").stdout) == (later < 2)
    assert told not in run("actions", "--overdue").stdout


def test_what_became_of_an_action_is_shown_with_its_page(run: Run) -> None:
    shown = run("show", "action-1").stdout
    assert re.search(r"Later minutes +done, 2024-03-21, 2 later meetings looked through", shown)
    assert re.search(r"Done +2024-03-21 · Transport Board · Wexmere Council: RESOLVED that the fare stays", shown)
    row = next(csv.DictReader(io.StringIO(run("actions", "--format", "csv").stdout)))
    assert (row["fate"], row["fate_date"], row["fate_page"]) == ("done", "2024-03-21", "3")


@pytest.mark.parametrize(
    ("followed", "said"),
    [
        (Followed(fate="vanished", later=3), "Nothing, in 3 later meetings"),
        (Followed(fate="open", later=3), "No clear word of it, in 3 later meetings"),
        (Followed(fate="overdue", late=True, later=3, since=1), "No clear word of it, in 3 later meetings"),
        (Followed(fate="overdue", late=True, later=3, since=0), "No minutes are held after its day"),
        (Followed(fate="overdue", late=True), None),  # of no known body
        (Followed(fate="open"), None),
    ],
)
def test_only_what_vanished_is_said_to_be_named_nowhere(followed: Followed, said: str | None) -> None:
    assert silence_text(followed) == said


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_no_types(run: Run, command: str) -> None:
    assert not re.search(r"<(bool|str|list|path)|list\[", run(command, "--help").stdout)


def test_tables_keep_to_the_width_that_is_set(run: Run) -> None:
    lines = run("actions", env={"COLUMNS": "70"}).stdout.splitlines()
    assert max(map(len, lines)) <= 70
    assert not any("…" in line for line in lines)


# One record, and what changes the library


def test_show_record_gives_text_rule_and_source(run: Run) -> None:
    printed = run("show", "decision-1").stdout
    for words in (
        "that the fare stays",
        "Quote     RESOLVED that the fare stays at 62% of the cost.\n",
        "Context   …5. School transport [quote] =cmd()",
        "resolved",
        "page 3 · minutes.pdf",
        "RESOLVED that the fare",
        "5 for, 2 against",
    ):
        assert words in printed


def test_show_takes_the_start_of_a_document_id(run: Run) -> None:
    assert json.loads(run("show", "0123", "--format", "json").stdout)["document"]["id"] == DOCUMENT.id
    assert "approved: that the fare stays" in run("show", "0123").stdout


@pytest.mark.parametrize("found", ["0123", "decision-1"])
def test_receipt_of_a_document_or_of_where_a_record_comes_from(run: Run, found: str) -> None:
    printed = run("show", found, "--receipt").stdout
    assert re.search(r"Read +in full\n.*Pages in +4\nPages out +4\nWithout text +none\n", printed, flags=re.DOTALL)
    assert json.loads(run("show", found, "--receipt", "--format", "json").stdout)["pages_in"] == 4


def test_remove_without_asking(run: Run) -> None:
    result = run("remove", "0123", "--yes")
    assert (result.exit_code, StillLibrary.asked[-1]) == (0, ("remove", DOCUMENT.id))


@pytest.mark.parametrize(("folder", "code"), [("sound", 0), ("broken", 1)])
def test_verify_fails_where_something_disagrees(run: Run, folder: str, code: int) -> None:
    assert run("verify", "--library", folder).exit_code == code


def test_verify_repairs_if_it_is_told_to(run: Run) -> None:
    result = run("verify", "--repair", "--library", "broken")
    assert (result.exit_code, result.stdout) == (
        1,
        "Repaired: passage pas-1: its vector is missing\ndoc-1: a quote is not in the text\n",
    )


def test_backup_and_restore(run: Run) -> None:
    assert run("backup", "it.backup").stdout == "Wrote it.backup (2.5 MB).\n"
    assert run("restore", "it.backup", "--yes").stdout == "Restored 1 document from it.backup.\n"
    assert StillLibrary.asked[-1] == ("restore", Path("it.backup"))


def test_restore_replaces_nothing_unasked(run: Run) -> None:
    result = run("restore", "it.backup")
    assert result.exit_code == 2
    assert "the library holds 1 document; add --yes to replace them without asking" in result.stderr
    assert ("restore", Path("it.backup")) not in StillLibrary.asked


def test_rebuild_says_how_much(run: Run) -> None:
    assert run("rebuild").stdout == "Embedded 2 passages; all 7 have vectors of all-MiniLM-L6-v2.\n"
    run("rebuild", "--encoder", "models/mine")
    assert StillLibrary.asked[-1] == ("rebuild", "models/mine")


def test_search_says_what_is_not_embedded_yet(run: Run) -> None:
    result = run("search", "bus", "--library", "stopped")
    assert result.stderr.startswith("12 of 90 passages have no vector yet and are found by their words only; run the")
    assert (
        json.loads(run("search", "bus", "--library", "stopped", "--format", "json").stdout)["coverage"]["pending"] == 12
    )


@pytest.mark.parametrize(
    ("name", "args", "first"),
    [
        ("a.csv", [], b"\xef\xbb\xbfid,date"),  # the byte order mark is for Excel
        ("a.json", [], b"["),
        ("a.jsonl", [], b'{"id"'),
        ("a", ["--format", "jsonl"], b'{"id"'),
        ("a.xlsx", [], b"PK"),
        ("a.docx", [], b"PK"),
    ],
)
def test_a_register_is_written_as_its_file_is_named(
    run: Run, tmp_path: Path, name: str, args: list[str], first: bytes
) -> None:
    result = run("actions", "--to", str(tmp_path / name), *args)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(first)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_file_is_whole_or_as_it_was(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, *args: object, **settings: object) -> None:
        raise OSError(28, "No space left on device", str(self))

    (tmp_path / "a.csv").write_text("before")
    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("actions", "--to", str(tmp_path / "a.csv"))
    assert result.exit_code == 2
    assert f"{tmp_path}/a.csv: No space left on device" in result.stderr
    assert (tmp_path / "a.csv").read_text() == "before"


def test_sizes_are_for_people(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StillLibrary, "status", lambda self: {"catalogue_bytes": 2_000_000})
    assert run("status").stdout == "Catalogue  2.0 MB\n"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("the PDF is damaged (Failed to load document (PDFium: Data format error).); save it again",
      "a.pdf: the PDF is damaged; save it again"),
     ("a.pdf: is empty; get it again", "a.pdf: is empty; get it again")],
)  # fmt: skip
def test_messages_are_in_our_words(theirs: str, ours: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(theirs, about="a.pdf")
    assert capsys.readouterr().err == f"{ours}\n"


# The real process


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-c", "import cli; cli.main()", "--help"]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert ended.stderr == ""


def test_main_leaves_logging_to_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["minutebook", "--help"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    assert logging.root.manager.disable == logging.WARNING
    logging.disable(logging.NOTSET)


# Why, rules and trust


def test_why_marks_the_words_and_says_what_was_looked_for(run: Run) -> None:
    printed = run("why", "decision-1").stdout
    for words in (
        "decision.resolved: A resolution",
        "8 of 9 right (precision 0.89), 40.0% of the 20 there are found by it alone",
        "«RESOLVED» that the fare stays at 62% of the cost.",
        "Cllr Amber (in its own words)",
        "high: its rule was right in 8 of 9",
        "Would speak against it, and is not there: context.earlier",
    ):
        assert words in printed


def test_why_is_plain_json_on_asking(run: Run) -> None:
    told = json.loads(run("why", "decision-1", "--format", "json").stdout)
    assert told["record"]["record"]["id"] == "decision-1"
    assert told["triggers"][0]["quote"] == "RESOLVED"


def test_rules_are_listed_with_their_figures(run: Run) -> None:
    rules = {rule["id"]: rule for rule in json.loads(run("rules", "--format", "json").stdout)}
    resolved = rules["decision.resolved"]
    assert 0.5 < resolved["precision"] <= 1
    assert resolved["recall"] == round(resolved["right"] / resolved["wanted"], 3)
    assert rules["context.earlier"]["precision"] is None


@pytest.mark.parametrize(
    ("rule", "words"), [("items", ["items.heading", "items.row"]), ("items.row", ["Effect", "structure", "Not"])]
)
def test_rules_may_be_named(run: Run, rule: str, words: list[str]) -> None:
    printed = run("rules", rule).stdout
    assert all(word in printed for word in words)


def test_a_register_says_what_it_leaves_out(run: Run) -> None:
    assert "2 of 2 actions; 3 of low trust left out, --all shows them." in run("actions").stdout
    assert "low trust" not in run("decisions").stdout


@pytest.mark.parametrize("more", [["--all"], ["--overdue"], ["--status", "open"], ["--vanished"]], ids=" ".join)
def test_a_register_says_nothing_of_what_does_not_belong_to_it(run: Run, more: list[str]) -> None:
    printed = run("actions", *more).stdout
    assert "action" in printed
    assert "low trust" not in printed


def test_ingest_goes_by_a_profile(run: Run, tmp_path: Path) -> None:
    (tmp_path / "body.toml").write_text('body = "Mill Committee"')
    assert run("ingest", "good.pdf", "--profile", str(tmp_path / "body.toml")).exit_code == 0
    ((_, profile),) = [each for each in StillLibrary.asked if isinstance(each, tuple)]
    assert profile.body == "Mill Committee"


# Serving


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--host", "0.0.0.0"], "'--host': 0.0.0.0 can be reached by others; add --users FILE or --token. Try"),
        (["--host", "127.0.0.1.example"], "can be reached by others"),
        (["--token", "secret"], "The token can be guessed; give at least 16 characters that mean nothing"),
        (["--token", "x" * 16, "--users", "users.txt"], "not both; leave one out"),
        (["--users", "nowhere.txt"], "make one with: minutebook users add nowhere.txt NAME"),
    ],
)
def test_pages_are_not_served_to_others_without_care(run: Run, args: list[str], says: str) -> None:
    result = run("serve", "--no-open", *args)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_port_that_is_taken() -> None:
    with listening("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(typer.BadParameter, match=f"port {port} is taken; name another"):
            listening("127.0.0.1", port).__enter__()


def test_people_are_written_into_a_file_with_a_hash_of_their_password(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "users.txt"
    password = "three quiet words"
    for role in ("reader", "editor"):
        result = run("users", "add", str(file), "keld", "--role", role, input=f"{password}\n" * 2)
        assert result.exit_code == 0
    assert re.fullmatch(r"keld:editor:\$argon2id\$.*\n", file.read_text())
    assert file.stat().st_mode & 0o077 == 0


def test_a_program_gets_a_token_that_is_shown_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "users.txt"
    result = run("users", "token", str(file), "assistant", "--role", "reader")
    token = result.stdout.strip()
    assert (result.exit_code, len(token) > 40, token in file.read_text()) == (0, True, False)
    assert "kept nowhere else" in result.stderr
    assert file.read_text().startswith("assistant:reader:sha256$")
    assert "will not do as a name" in run("users", "token", str(file), "no name").stderr


@pytest.mark.parametrize(
    ("name", "password", "says"),
    [("keld", "short", "too short"), ("a:b", "three quiet words", "will not do as a name")],
)
def test_people_who_will_not_do(run: Run, tmp_path: Path, name: str, password: str, says: str) -> None:
    result = run("users", "add", str(tmp_path / "users.txt"), name, input=f"{password}\n" * 2)
    assert (result.exit_code, says in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        (
            "RESOLVED: That the Board come back to these in June:",
            "That the Board come back to these in June:",
        ),
        ("5.4 Proposed by Cllr Brindle, seconded by Cllr Orme, and RESOLVED unanimously:", None),
        ("RESOLVED that the Council:", None),
        (None, None),
    ],
)
def test_a_limb_is_shown_with_what_leads_to_it(stem: str | None, shown: str | None) -> None:
    assert stem_text(DECISION.model_copy(update={"stem": stem})) == shown


@pytest.mark.parametrize(
    ("name", "group", "shown"),
    [
        ("pupils with a plan", "pupils with a plan", "pupils with a plan · Fenshire"),
        ("Share of pupils with a plan", "pupils with a plan", "Share of pupils with a plan · Fenshire"),
        ("absence", "pupils with a plan", "absence · pupils with a plan · Fenshire"),
        (None, "pupils", "not named, in % · pupils · Fenshire"),
    ],
)
def test_a_measure_names_its_group_once(name: str | None, group: str, shown: str) -> None:
    assert measure_title(Series(id="ser-1", name=name, unit="%", place="Fenshire", groups=(group,), points=())) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (1.2e12, "GBP", "£1,200,000,000,000"),
        (5_500_000.0, "INR", "₹5,500,000"),
        (62.5, "%", "62.5%"),
        (0.1 + 0.2, "%", "0.3%"),
        ((12.0, 13.0), "month", "12–13 months"),
        (19_407.0, "child", "19,407 children"),
        (1.0, "child", "1 child"),
        (0.5, "hour", "0.5 hours"),
        (3.0, "cubic metre a second", "3 cubic metres a second"),
        (3.0, "member of staff", "3 members of staff"),
        (3.0, "young person", "3 young people"),
        (3.0, "family", "3 families"),
        (3.0, "day", "3 days"),
        (3.0, "business", "3 businesses"),
        (3.0, "branch", "3 branches"),
        (3.0, "family hubs", "3 family hubs"),
        (3.0, "staff", "3 staff"),
        (3.0, "kWh", "3 kWh"),
        (3.0, "mph", "3 mph"),
        (3.0, "°C", "3 °C"),
    ],
)
def test_figures_are_printed_in_full(value: float | tuple[float, float], unit: str, shown: str) -> None:
    assert quantity(value, unit) == shown


@pytest.mark.parametrize(
    ("told", "spoken"),
    [("2024-05-14", "14 May 2024"), ("2024-05", "May 2024"), ("2024", "2024"), (None, "undated"),
     ("2024-02-30", "30 February 2024")],
)  # fmt: skip
def test_a_date_is_spoken_as_far_as_it_is_known(told: str | None, spoken: str) -> None:
    assert day(told) == spoken


@pytest.mark.parametrize(("noun", "plural"), [("body", "2 bodies"), ("day", "2 days"), ("page", "2 pages")])
def test_a_count_has_its_noun_in_the_plural(noun: str, plural: str) -> None:
    assert counted(2, noun) == plural

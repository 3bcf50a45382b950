"""The tables as data packages: valid by Frictionless, the same in CSV and Parquet, and with all that records say."""

import csv
import io
import json
from pathlib import Path

import frictionless
import pytest
from pyarrow import parquet

from exports.holdings import Exported, Holdings, Published
from exports.package import Form, package
from exports.tables import TABLES
from minutes.model import Action, AgendaItem, Attendance, Decision, Metric
from tests.exports import toys
from tests.exports.toys import DOCUMENT, Shelf, holdings

WHOLE = {"exempt": True, "all": True}
RENAMED = {  # fields that are other columns, or columns of another table
    "citation": "quote",
    "end": "ends",
    "votes": "votes_for",
}


def laid(exported: Exported, folder: Path) -> Path:
    for name, content in exported.files.items():
        (folder / name).write_bytes(content)
    return folder / "datapackage.json"


def rows(exported: Exported, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported.files[f"{name}.csv"].decode(), newline="")))


@pytest.mark.parametrize("filters", [{}, {"exempt": True}, {"all": True}, WHOLE], ids=str)
def test_frictionless_finds_it_valid(tmp_path: Path, filters: dict[str, bool]) -> None:
    report = frictionless.validate(laid(package(holdings(**filters), "csv"), tmp_path))
    assert report.flatten(["type", "note"]) == []


def test_the_sample_is_valid(tmp_path: Path, sample: Holdings) -> None:
    exported = package(sample, "csv")
    assert frictionless.validate(laid(exported, tmp_path)).flatten(["type", "note"]) == []
    assert exported.counts == {
        name: sum(each.counts[f"{name}s"] for each in sample.library.documents()) - sample.library.mistrusted(name)
        for name in ("item", "decision", "action", "metric")
    } | {name: exported.counts[name] for name in ("document", "attendee", "named vote")}
    assert exported.counts["document"] == 14


def test_a_broken_reference_would_be_found(tmp_path: Path) -> None:
    exported = package(holdings(), "csv")
    exported.files["items.csv"] = exported.files["items.csv"].replace(b"ab12cd34", b"ffffffff")
    errors = frictionless.validate(laid(exported, tmp_path)).flatten(["type"])
    assert ["foreign-key"] in errors


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_parquet_holds_what_csv_does(name: str) -> None:
    written = package(holdings(**WHOLE), "parquet").files[f"{name}.parquet"]
    held = parquet.read_table(io.BytesIO(written)).to_pylist()
    shown = rows(package(holdings(**WHOLE), "csv"), name)

    def cell(value: object) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        return "" if value is None else str(int(value) if isinstance(value, float) and value.is_integer() else value)

    assert [{key: cell(value) for key, value in row.items()} for row in held] == shown


def test_parquet_has_types_and_descriptions() -> None:
    schema = parquet.read_schema(io.BytesIO(package(holdings(), "parquet").files["metrics.parquet"]))
    assert [str(schema.field(name).type) for name in ("text", "value", "page", "table")] == [
        "string", "double", "int64", "bool",
    ]  # fmt: skip
    assert all(field.metadata[b"description"] for field in schema)


def test_what_is_exempt_or_of_low_trust_stays_out_unless_asked_for() -> None:
    ids = {name: [row["id"] for row in rows(package(holdings(**given), "csv"), "decisions")] for name, given in (
        ("plain", {}), ("exempt", {"exempt": True}), ("all", {"all": True}))}  # fmt: skip
    assert ids == {"plain": ["dec-1"], "exempt": ["dec-1", "dec-2"], "all": ["dec-1", "dec-3"]}


def test_values_are_as_the_record_has_them() -> None:
    exported = package(holdings(), "csv")
    [decision], [action], [metric] = (rows(exported, name) for name in ("decisions", "actions", "metrics"))
    told = ("text", "votes_for", "votes_against", "abstentions", "unanimous", "seconder", "item_id")
    assert [decision[name] for name in told] == [
        "=1+1 RESOLVED: that the shelter be mended.", "2", "1", "", "", "", "item-1",
    ]  # fmt: skip
    assert (action["due_date"], action["fate"], action["late"]) == ("2024-06-01", "overdue", "true")
    assert (metric["value"], metric["low"], metric["high"], metric["unit"]) == ("", "3", "5", "bus")
    assert [(row["name"], row["vote"]) for row in rows(exported, "votes")] == [
        ("Cllr A. Marlott", "for"), ("Cllr B. Quill", "for"), ("Cllr C. Dray", "against"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("OGL-UK-3.0", {"name": "OGL-UK-3.0"}),
        ("https://fenwold.example/terms", {"path": "https://fenwold.example/terms"}),
        ("All rights reserved", {"name": "All-rights-reserved", "title": "All rights reserved"}),
    ],
)
def test_the_corpus_says_where_documents_come_from(tmp_path: Path, licence: str, told: dict[str, str]) -> None:
    published = {DOCUMENT.sha256: Published("https://fenwold.example/may.txt", licence)}
    exported = package(Holdings(Shelf(), published=published), "csv")  # type: ignore[arg-type]
    description = json.loads(exported.files["datapackage.json"])
    assert description["sources"] == [{"title": "Minutes <draft>", "path": "https://fenwold.example/may.txt"}]
    assert description["licenses"] == [told]
    assert frictionless.validate(laid(exported, tmp_path)).valid


def test_what_is_not_known_is_not_there() -> None:
    description = json.loads(package(holdings(), "csv").files["datapackage.json"])
    assert "licenses" not in description
    assert description["sources"] == [{"title": "Minutes <draft>"}]


def test_every_column_says_what_it_means() -> None:
    for table in TABLES:
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert all(column.description.endswith(".") for column in table.columns)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("attendance", Attendance),
        ("items", AgendaItem),
        ("decisions", Decision),
        ("actions", Action),
        ("metrics", Metric),
    ],
)
def test_every_field_of_a_record_has_a_column(name: str, kind: type[Action]) -> None:
    [table] = [each for each in TABLES if each.name == name]
    assert {RENAMED.get(field, field) for field in kind.model_fields} <= {column.name for column in table.columns}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_it_is_the_same_each_time_and_names_no_folder(form: Form) -> None:
    exported = package(holdings(**WHOLE), form)
    assert exported == package(holdings(**WHOLE), form)
    assert not any(b"/home/" in content for content in exported.files.values())


HOSTILE = "a\x00b\r\nBEGIN:VEVENT\u2028\u202e\x1b[2J]]>&<script>\"; =1+1, 'x'"


def test_any_text_is_told_to_the_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toys.put_words(monkeypatch, HOSTILE)
    exported = package(holdings(), "csv")
    assert frictionless.validate(laid(exported, tmp_path)).flatten(["type", "note"]) == []
    assert rows(exported, "decisions")[0]["text"] == HOSTILE
    written = package(holdings(), "parquet").files["decisions.parquet"]
    assert parquet.read_table(io.BytesIO(written))["text"].to_pylist() == [HOSTILE]

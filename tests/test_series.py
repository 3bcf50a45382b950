"""Series and comparisons from the command line: over the sample corpus, and over a report beside the repository."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
import printing
from tests.test_writing import cells

REPORT = Path(__file__).parents[2] / "shared/evaluation/documents/seeds/wiltshire-send-strategy-final-report.pdf"
LOOKUP = """\
LAD24CD,LAD24NM,UTLA24CD,UTLA24NM,RGN24CD,RGN24NM
E07000901,Eastholm,E10000901,Wenmarch,E12000006,East of England
,,,,,
"""
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample library that knows the codes of its places."""
    folder = tmp_path_factory.mktemp("series") / "library"
    shutil.copytree(sample_library, folder)
    lookup = folder.with_name("lookup.csv")
    lookup.write_text(LOOKUP, encoding="utf-8-sig")
    result = CliRunner().invoke(cli.app, ["places", "import", str(lookup), "--library", str(folder)])
    assert (result.exit_code, result.stdout.split()) == (0, f"Holds 2 authorities of {lookup}.".split())
    assert result.stderr == f"{lookup}: 1 line without a code and a name left out\n"
    return folder


@pytest.fixture
def run(folder: Path) -> Run:
    settings = {"MINUTEBOOK_LIBRARY": str(folder), "COLUMNS": "100"}
    return lambda *args: CliRunner().invoke(cli.app, [str(arg) for arg in args], prog_name="minutebook", env=settings)


def test_a_series_is_told_with_places_and_sources(run: Run) -> None:
    series = json.loads(run("metrics", "new plans", "--series", "--format", "json").stdout)[0]
    assert series["area"] == {
        "name": "Wenmarch", "code": "E10000901", "region": "East of England", "region_code": "E12000006",
    }  # fmt: skip
    told = {(p["role"], p["period"], p["place"]): p for p in series["points"]}
    first = told["actual", "2023", "Wenmarch County Council"]
    assert first["value"] == 58.8
    assert len({source["document"]["id"] for source in first["sources"]}) > 1
    assert all(source["citation"]["quote"] and source["area"]["code"] == "E10000901" for source in first["sources"])
    assert told["comparator", "2021", "England"]["area"]["code"] == "E92000001"
    assert any(role == "target" for role, _, _ in told)


def test_metrics_tell_the_code_and_the_region_of_their_place(run: Run) -> None:
    (found,) = {
        each["area"] and (each["area"]["code"], each["area"]["region"])
        for each in json.loads(run("metrics", "--format", "json").stdout)
        if each["place"] == "Eastholm"
    }
    assert found == ("E07000901", "East of England")
    rows = csv.DictReader(io.StringIO(run("metrics", "--format", "csv").stdout))
    assert {(r["place_code"], r["region_code"]) for r in rows if r["place"] == "Eastholm"} == {
        ("E07000901", "E12000006")
    }


def test_series_for_a_spreadsheet_have_a_line_a_source(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("metrics", "new plans", "--series", "--format", "csv").stdout)))
    first = [row for row in rows if row["series"] == rows[0]["series"]]
    assert {row["series_place"] for row in first} == {"Wenmarch County Council"}
    assert all(row["id"].startswith("met-") and row["quote"] and row["start"] <= row["end"] for row in first)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["metrics plans --series", "compare plans --by body", "compare plans --by period"])
def test_every_form_is_printed_and_what_is_printed_is_written(
    run: Run, tmp_path: Path, command: str, form: str
) -> None:
    printed = run(*command.split(), "--format", form)
    assert (printed.exit_code, printed.stderr) == (0, "")
    if form != "table":
        result = run(*command.split(), "--to", tmp_path / f"it.{form}")
        assert result.stderr == f"Wrote {tmp_path / f'it.{form}'}.\n"
        assert (tmp_path / f"it.{form}").read_text(encoding="utf-8-sig") == printed.stdout


@pytest.mark.parametrize("command", ["metrics plans --series", "compare plans --by body"])
def test_a_workbook_holds_what_is_printed_for_a_spreadsheet(run: Run, tmp_path: Path, command: str) -> None:
    result = run(*command.split(), "--to", tmp_path / "it.xlsx")
    assert result.stderr == f"Wrote {tmp_path / 'it.xlsx'}.\n"
    rows = list(csv.DictReader(io.StringIO(run(*command.split(), "--format", "csv").stdout)))
    found = cells((tmp_path / "it.xlsx").read_bytes())
    assert [each["name"][0].text for each in found] == [row["name"] for row in rows]
    values = [float(each["value"][0].text) if "value" in each else None for each in found]
    assert values == [float(row["value"]) if row["value"] else None for row in rows]


def test_a_comparison_says_where_documents_are_silent(run: Run) -> None:
    compared = json.loads(run("compare", "new plans", "--by", "place", "--format", "json").stdout)
    lanes = {lane["name"]: lane for lane in compared["lanes"]}
    assert lanes["Wenmarch"]["area"]["region"] == "East of England"
    entries = {entry["lane"]: entry for entry in compared["measures"][0]["entries"]}
    assert entries["Wenmarch"]["points"]
    assert (entries["Tolverbridge Town Council"]["points"], entries["Tolverbridge Town Council"]["documents"]) == (
        [],
        6,
    )
    shown = run("compare", "new plans", "--by", "place").stdout
    assert "not mentioned in 6" in shown
    table, _, silent = shown.partition("Without any of these figures: ")
    assert "Tolverbridge Town Council" in " ".join(silent.split())
    assert "Tolverbridge" not in table


def test_a_comparison_says_where_there_are_no_documents(run: Run) -> None:
    args = ("compare", "new plans", "--by", "body", "--since", "2024-06")
    states = {row["lane"]: row["state"] for row in csv.DictReader(io.StringIO(run(*args, "--format", "csv").stdout))}
    assert states == {
        "Children and Families Scrutiny Commission · Wenmarch County Council": "figures",
        "Wenmarch Health and Wellbeing Board · Wenmarch County Council": "no documents",
        "Town Council · Tolverbridge Town Council": "no documents",
    }
    assert "no documents" in run(*args).stdout


@pytest.mark.parametrize("command", ["metrics plans --series", "metrics plans", "compare plans --by place"])
@pytest.mark.parametrize("name", ["it.svg", "it.html"])
def test_what_is_drawn(run: Run, tmp_path: Path, command: str, name: str) -> None:
    result = run(*command.split(), "--limit", 2, "--plot", tmp_path / name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.match(r"Drew \d of \d to ", result.stderr)
    assert "page" in (tmp_path / name).read_text()


@pytest.mark.parametrize(
    ("args", "code", "complaint"),
    [
        (["metrics", "--plot", "it.png"], 2, "it.png is not named .svg or .html; rename it."),
        (["metrics", "nowhere", "--plot", "it.svg"], 0, "Nothing to draw."),
        (["metrics", "--series", "--to", "it.docx"], 2, "series are written as csv, xlsx, json or jsonl"),
        (["compare", "--by", "colour"], 2, "'colour' is not one of 'place', 'region', 'body', 'period'."),
        (["places", "import", "missing.csv"], 2, "missing.csv: there is no such file; check the path"),
        (["places", "import", "README.md"], 2, "README.md: is no lookup of authorities; it needs columns such as"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, args: list[str], code: int, complaint: str
) -> None:
    monkeypatch.chdir(Path(cli.__file__).parent)
    result = run(*args)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
    assert complaint in result.stderr


@pytest.mark.parametrize("flat", [False, True])
def test_nothing_found_says_in_how_much(run: Run, flat: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "flat", lambda: flat)
    looked = "14 documents of 5 bodies from 2022-03-08 to 2024-11-20.\n"
    assert run("compare", "nowhere").stdout == f"No figures found in {looked}"
    assert run("metrics", "nowhere", "--series").stdout == f"No series found in {looked}"


@pytest.fixture(scope="module")
def of_report(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[list[tuple[object, ...]]]]:
    """The series of the report that hold some words: role, period, value and place of each point."""
    folder = tmp_path_factory.mktemp("report") / "library"
    CliRunner().invoke(cli.app, ["ingest", str(REPORT), "--library", str(folder)])

    def told(words: str) -> list[list[tuple[object, ...]]]:
        args = ["metrics", words, "--series", "--format", "json", "--library", str(folder)]
        return [
            [(p["role"], p["period"], p["value"], *([p["place"]] if p["role"] == "comparator" else []))
             for p in series["points"]]
            for series in json.loads(CliRunner().invoke(cli.app, args).stdout)
        ]  # fmt: skip

    return told


@pytest.mark.skipif(not REPORT.is_file(), reason="needs the shared documents")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "neet ehcp",
            [("actual", "2019", 11.5), ("actual", "2023", 5.5), ("comparator", "2023", 10.7, "South West"),
             ("comparator", "2023", 10.1, "England")],
        ),
        (
            "mainstream",
            [("actual", "2021", 57.1), ("actual", "2022", 56.4), ("actual", "2023", 57.2), ("actual", "2024", 57.4)],
        ),
        ("transition satisfaction", [("actual", "2023", 67), ("actual", "2024", 76)]),
        ("local offer", [("actual", "2022-09", 430), ("actual", "2024-06", 5100)]),
    ],
)  # fmt: skip
def test_the_series_of_a_strategy_report(
    of_report: Callable[[str], list[list[tuple[object, ...]]]], words: str, expected: list[tuple[object, ...]]
) -> None:
    assert expected in of_report(words)

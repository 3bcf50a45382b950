"""`minutebook fetch`, and what is built from what it fetched."""

import json
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from fetch.web import Site
from tests.conftest import SAMPLE
from tests.fetch.replica import Meeting, Replica, served

MINUTES = (SAMPLE / "tolverbridge" / "2024-05-14.pdf").read_bytes()
SPAN = ("--since", "2024", "--until", "2024")


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fetch.web.Site", partial(Site, sleep=lambda _: None))


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, args)), prog_name="minutebook")


def replica_of(**settings: str) -> Replica:
    return Replica({1: "Council", 2: "Planning"}, [Meeting(11, 1, "14/05/2024", MINUTES)], **settings)  # type: ignore[arg-type]


def test_what_is_fetched_is_built_into_a_library(tmp_path: Path) -> None:
    folder = tmp_path / "council"
    stated = ("--organisation", "Tolverbridge Town Council", "--gss", "E04000901", "--region", "East Midlands")
    with served(replica_of()) as replica:
        fetched = run("fetch", replica.url, "--to", folder, *stated, *SPAN)
    assert (fetched.exit_code, fetched.stderr) == (0, "")
    assert fetched.stdout == f"1 document: 1 added. Now run: minutebook corpus build {folder / 'corpus.toml'}\n"
    assert run("corpus", "build", folder / "corpus.toml", "--library", tmp_path / "library").exit_code == 0
    rows = json.loads(run("metrics", "--library", tmp_path / "library", "--format", "json").stdout)
    assert {(row["meeting"]["organisation"], row["meeting"]["body"]) for row in rows} == {
        ("Tolverbridge Town Council", "Council")
    }
    areas = [row["area"] for row in rows if row["place"] in (None, "Tolverbridge Town Council")]
    assert areas
    assert {area and (area["code"], area["region"]) for area in areas} == {("E04000901", "East Midlands")}


def test_nothing_new(tmp_path: Path) -> None:
    with served(replica_of()) as replica:
        assert run("fetch", replica.url, "--to", tmp_path, *SPAN).exit_code == 0
        assert (
            "Nothing new; what was asked for within a day" in run("fetch", replica.url, "--to", tmp_path, *SPAN).stdout
        )


def test_a_month_lasts_until_its_last_day(tmp_path: Path) -> None:
    with served(replica_of()) as replica:  # whose meeting is on 14 May
        result = run("fetch", replica.url, "--to", tmp_path, "--since", "2024-05", "--until", "2024-05")
    assert "1 added" in result.stdout


def test_only_some_committees(tmp_path: Path) -> None:
    with served(replica_of()) as replica:
        result = run("fetch", replica.url, "--to", tmp_path, "--body", "plan", *SPAN, "--format", "json")
    assert json.loads(result.stdout) == []


def test_it_says_that_the_web_service_is_off(tmp_path: Path) -> None:
    with served(replica_of(service="off")) as replica:
        result = run("fetch", replica.url, "--to", tmp_path, *SPAN)
    assert result.exit_code == 0
    assert "the web service did not answer, so the public pages were asked" in result.stderr


def test_what_is_not_to_be_had_is_said(tmp_path: Path) -> None:
    with served(replica_of()) as replica:
        replica.gives["/documents/g11/Printed minutes 14-05-2024 Council.pdf"] = (404, {}, b"")
        result = run("fetch", replica.url, "--to", tmp_path, *SPAN)
    assert (result.exit_code, "is not to be had (404)" in result.stderr) == (1, True)
    assert "1 failed" in result.stdout


def test_a_site_that_stops_answering_ends_it_with_what_there_is(tmp_path: Path) -> None:
    with served(replica_of()) as replica:
        replica.gives["/documents/g11/Printed minutes 14-05-2024 Council.pdf"] = (429, {"Retry-After": "999"}, b"")
        result = run("fetch", replica.url, "--to", tmp_path, *SPAN)
    assert (result.exit_code, "asks to be left alone for 999 seconds" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("ftp://council.example",), "is no address of the web; write https://democracy.council.example"),
        (("council.example", "--gss", "E1", "--organisation", "A"), "--gss: is no code of a place; write a letter"),
        (
            ("council.example", "--region", "Mercia", "--organisation", "A"),
            "--region: is no English region; write one of",
        ),
        (("council.example", "--gss", "E04000901"), "a place needs the name of its organisation; add organisation."),
        (("council.example", "--since", "soon"), "'soon' is no date"),
        (("council.example", "--delay", "0"), "'--delay': it has to be at least 0.5"),
    ],
)
def test_wrong_usage(tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    result = run("fetch", *args, "--to", tmp_path / "council")
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())

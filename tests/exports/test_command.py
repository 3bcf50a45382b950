"""`minutebook export`: what it writes where, what it says, and what it waits for."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cli
from exports.holdings import Holdings
from minutes.found import RecordKind
from wording import counted

CORPUS = """
schema = "minutebook-corpus/1"
name = "Tolverbridge"

[[bodies]]
organisation = "Tolverbridge Town Council"

[[bodies.documents]]
path = "may.pdf"
url = "https://tolverbridge.example/may.pdf"
sha256 = "{sha256}"
licence = "OGL-UK-3.0"
"""


@pytest.fixture
def run(sample_library: Path) -> Any:
    def run(*args: object) -> Any:
        environment = {"MINUTEBOOK_LIBRARY": str(sample_library), "COLUMNS": "200"}
        return CliRunner().invoke(cli.app, ["export", *map(str, args)], prog_name="minutebook", env=environment)

    return run


@pytest.mark.parametrize(
    ("form", "written", "said"),
    [
        ("csv", "datapackage.json", "Wrote 5 documents, 49 attendees, 73 items, 65 decisions"),
        ("parquet", "decisions.parquet", "Wrote 5 documents, 49 attendees, 73 items, 65 decisions"),
        ("akoma-ntoso", "2022-03-08-32b8c887f5eaa6d1.xml", "Wrote 4 meetings to"),
        ("html", "meetings/32b8c887f5eaa6d1.html", "Wrote 5 documents, 65 decisions"),
        ("popolo", None, "65 motions"),
        ("annotations", None, "annotations to"),
        ("atom", None, "Wrote 65 decisions"),
        ("ics", None, "Wrote 4 meetings"),
    ],
)
def test_it_says_what_was_written_and_where(
    run: Any, tmp_path: Path, form: str, written: str | None, said: str
) -> None:
    to = tmp_path / "new" / "it"
    result = run("--as", form, "--to", to, "--organisation", "Tolverbridge Town Council")
    assert (result.exit_code, result.stdout) == (0, "")
    assert said in result.stderr
    assert f"to {to}.\n" in result.stderr
    assert (to / written if written else to).stat().st_size


def test_it_says_what_was_left_out_as_of_low_trust(run: Any, tmp_path: Path, sample: Holdings) -> None:
    kinds: tuple[RecordKind, ...] = ("item", "decision", "action", "metric")
    left = [counted(number, kind) for kind in kinds if (number := sample.library.mistrusted(kind))]
    assert left
    assert run("--as", "csv", "--to", tmp_path).stderr.splitlines()[1:] == [
        f"Left out as of low trust: {', '.join(left)}; --all writes them."
    ]
    assert "low trust" not in run("--as", "csv", "--to", tmp_path, "--all").stderr


@pytest.mark.parametrize("form", ["popolo", "annotations", "atom", "ics"])
def test_a_file_is_printed_where_none_is_named(run: Any, tmp_path: Path, form: str) -> None:
    run("--as", form, "--to", tmp_path / "it")
    result = run("--as", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == (tmp_path / "it").read_bytes()


def test_a_corpus_tells_sources_and_licences(run: Any, tmp_path: Path, sample: Holdings) -> None:
    sha256 = next(each.document.sha256 for each in sample.library.documents() if each.document)
    (tmp_path / "corpus.toml").write_text(CORPUS.format(sha256=sha256))
    run("--as", "csv", "--to", tmp_path, "--corpus", tmp_path / "corpus.toml")
    told = json.loads((tmp_path / "datapackage.json").read_text())
    assert told["licenses"] == [{"name": "OGL-UK-3.0"}]
    assert [each["path"] for each in told["sources"] if "path" in each] == ["https://tolverbridge.example/may.pdf"]


@pytest.mark.parametrize("form", ["html", "akoma-ntoso"])
def test_what_is_exported_no_more_goes_from_the_folder(run: Any, tmp_path: Path, form: str) -> None:
    to = tmp_path / "site"
    run("--as", form, "--to", to)
    (to / "own.txt").write_text("by hand")
    before = {file.relative_to(to).as_posix() for file in to.rglob("*") if file.is_file()}
    result = run("--as", form, "--to", to, "--since", "2023")
    after = {file.relative_to(to).as_posix() for file in to.rglob("*") if file.is_file()}
    deleted = before - after
    assert any("2022-03-08" in name or "32b8c887f5eaa6d1" in name for name in deleted)
    assert after < before
    assert "own.txt" in after
    assert f"Deleted {len(deleted)} files of an earlier export there" in result.stderr
    assert "Deleted" not in run("--as", form, "--to", to, "--since", "2023").stderr


def test_nothing_is_deleted_outside_of_the_folder(run: Any, tmp_path: Path) -> None:
    to = tmp_path / "site"
    run("--as", "html", "--to", to)
    (tmp_path / "kept.txt").write_text("by hand")
    (to / ".minutebook-html").write_text(f"../kept.txt\n{tmp_path / 'kept.txt'}\nindex.html")
    run("--as", "html", "--to", to)
    assert (tmp_path / "kept.txt").exists()


def test_nothing_is_written_in_words_too(run: Any, tmp_path: Path) -> None:
    result = run("--as", "atom", "--to", tmp_path / "feed.xml", "--since", "2031")
    assert result.stderr == f"Wrote nothing, for nothing is held that fits, to {tmp_path / 'feed.xml'}.\n"


def test_other_commands_do_not_wait_for_what_exports_need() -> None:
    heavy = "{'pyarrow', 'icalendar', 'xlsxwriter', 'exports'}"
    code = f"import cli, sys; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

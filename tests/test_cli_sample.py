"""The command line over real files: the sample corpus, and files that cannot be read."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner, Result

import cli
from workers import extract_file

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpora" / "sample"
DOCUMENTS = sorted(path for path in SAMPLE.rglob("*.*") if path.suffix in (".pdf", ".docx"))
GOOD = DOCUMENTS[0]

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    return lambda *args: CliRunner().invoke(cli.app, [str(each) for each in args], prog_name="minutebook")


@pytest.fixture
def bad_files(tmp_path: Path) -> Path:
    """A folder with one good file among bad ones."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    shutil.copy(GOOD, folder / f"good{GOOD.suffix}")
    pdf = next(path for path in DOCUMENTS if path.suffix == ".pdf").read_bytes()
    (folder / "empty.pdf").touch()
    (folder / "cut-short.pdf").write_bytes(pdf[:300])
    (folder / "no-pdf.pdf").write_text("<html><body>Log in to see this</body></html>" * 9)
    (folder / "no-zip.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    (folder / "no-word.docx").write_text("plain text")
    (folder / "blank.pdf").write_bytes(blank_pdf())
    return folder


def blank_pdf() -> bytes:
    """One page with nothing on it, as an unrecognised scan looks to a reader."""
    pdf, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    pdf.new_page(595, 842)
    pdf.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_every_citation_is_right_to_the_word(run: Run, path: Path) -> None:
    result = run("extract", path)
    printed = json.loads(result.stdout)
    text = extract_file(path)[0].text
    assert (result.exit_code, result.stderr) == (0, "")
    for kind in ("items", "decisions", "actions", "metrics"):
        for record in printed[kind]:
            cited = record["citation"]
            assert text[cited["start"] : cited["end"]] == cited["quote"]


def test_bad_files_are_named_and_the_good_one_is_kept(run: Run, bad_files: Path) -> None:
    result = run("ingest", bad_files, bad_files / "missing.pdf")
    complaints = result.stderr.splitlines()
    named = sorted(Path(line.split(":")[0]).name for line in complaints)
    assert result.exit_code == 1
    assert set(named) >= {"blank.pdf", "cut-short.pdf", "empty.pdf", "missing.pdf", "no-word.docx", "no-zip.docx"}
    assert len(named) == len(set(named))
    assert all(";" in line for line in complaints), "each line says what to do"
    held = json.loads(run("documents", "--format", "json").stdout)
    assert f"good{GOOD.suffix}" in {Path(each["document"]["path"]).name for each in held}
    assert run("verify").exit_code == 0


def test_ingesting_again_changes_nothing(run: Run) -> None:
    run("ingest", GOOD)
    before = run("decisions", "--format", "csv").stdout
    assert run("ingest", GOOD).stdout.startswith("Documents  1 unchanged\n")
    assert run("decisions", "--format", "csv").stdout == before


def test_removing_leaves_nothing_behind(run: Run) -> None:
    run("ingest", GOOD)
    [held] = json.loads(run("documents", "--format", "json").stdout)
    assert run("remove", held["document"]["id"][:6], "--yes").exit_code == 0
    assert json.loads(run("documents", "--format", "json").stdout) == []
    assert json.loads(run("items", "--format", "json").stdout) == []
    assert run("verify").exit_code == 0


def test_a_register_leads_to_the_record_and_the_document(
    run: Run, sample_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_LIBRARY", str(sample_library))
    first = json.loads(run("decisions", "--format", "json", "--limit", "1").stdout)[0]
    shown = json.loads(run("show", first["id"], "--format", "json").stdout)
    document = json.loads(run("show", first["document"]["id"], "--format", "json").stdout)
    assert shown == first
    assert first["id"] in {each["id"] for each in document["decisions"]}


def test_every_hit_keeps_to_the_filters(run: Run, sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LIBRARY", str(sample_library))
    printed = run("search", "transport", "--since", "2023", "--until", "2023", "--kind", "decision", "--format", "json")
    hits = json.loads(printed.stdout)["hits"]
    assert hits
    assert {(hit["meeting"]["date"][:4], hit["kind"]) for hit in hits} == {("2023", "decision")}


def test_a_search_without_a_library_says_how_to_make_one(run: Run) -> None:
    result = run("search", "transport")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "minutebook ingest" in result.stderr


def records(run: Run, register: str, library: Path) -> list[dict[str, str]]:
    """One record of each rule in a register, those of low trust among them."""
    printed = json.loads(run(register, "--all", "--format", "json", "--library", library).stdout)
    return list({record["rule"]: record for record in printed}.values())


@pytest.mark.parametrize("register", ["items", "decisions", "actions", "metrics"])
def test_every_record_can_be_explained(run: Run, register: str, sample_library: Path) -> None:
    for record in records(run, register, sample_library):
        result = run("why", record["id"], "--format", "json", "--library", sample_library)
        assert result.exit_code == 0, result.stderr
        told = json.loads(result.stdout)
        assert told["rule"]["id"] == record["rule"]
        assert told["reasons"]
        if register == "decisions":
            assert told["triggers"]


def test_a_record_that_the_program_would_not_extract_any_more(
    run: Run, sample_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = records(run, "decisions", sample_library)[0]["id"]
    monkeypatch.setattr("extract.why.why", lambda *_: None)
    result = run("why", record, "--library", sample_library)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "does not extract this record any more; run: minutebook ingest" in result.stderr


def test_registers_leave_low_trust_out_unless_asked(run: Run, sample_library: Path) -> None:
    def trusts(*asked: str) -> set[str]:
        printed = run("actions", *asked, "--format", "json", "--library", sample_library).stdout
        return {record["trust"] for record in json.loads(printed)}

    assert trusts() == {"high", "medium"}
    assert trusts("--all") == {"high", "medium", "low"}


def test_a_profile_works_from_file_to_reason(run: Run, tmp_path: Path) -> None:
    minutes, profile, library = tmp_path / "minutes.txt", tmp_path / "mill.toml", tmp_path / "library"
    minutes.write_text(
        "Minutes of the meeting of the Mill Committee held on 12 March 2024\n\nPresent: Una Keld, Tom Orme\n\n"
        "The Chair welcomed everyone and thanked the Clerk.\n\nIt was so ordered that the gate be mended.\n"
    )
    profile.write_text('organisation = "Fenwold Mill Trust"\ndecisions = ["so ordered"]\n')
    plain, own = (json.loads(run("extract", minutes, *extra).stdout) for extra in ([], ["--profile", profile]))
    assert (plain["decisions"], plain["meeting"]["organisation"]) == ([], None)
    assert own["meeting"]["organisation"] == "Fenwold Mill Trust"
    for extra, outcome in (([], "added"), (["--profile", profile], "updated"), (["--profile", profile], "unchanged")):
        ingested = run("ingest", minutes, "--library", library, "--format", "json", *extra)
        assert json.loads(ingested.stdout)[0]["outcome"] == outcome
    told = run("why", own["decisions"][0]["id"], "--library", library)
    assert "decision.profile" in told.stdout
    assert "«so ordered»" in told.stdout

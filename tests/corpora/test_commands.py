"""The commands of corpora, on a corpus of two bodies."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
import commands.corpora
from corpora.manifest import read_manifest, write_manifest
from library import Library
from tests.conftest import SAMPLE
from tests.corpora.samples import MANIFEST, TRUST, corpus, sha256
from tests.fetch.replica import Replica, served


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli.app, ["corpus", *map(str, args)], prog_name="minutebook")


@pytest.mark.parametrize("command", ["build", "freeze", "verify", "diff"])
def test_help_shows_an_example(command: str) -> None:
    assert f"minutebook corpus {command} " in " ".join(run(command, "--help").stdout.split())


def test_a_corpus_is_built_frozen_and_built_again(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    built = run("build", path, "--library", tmp_path / "library")
    assert (built.exit_code, "2 added" in built.stdout, "frozen" in built.output) == (0, True, False)
    assert run("freeze", path, "--library", tmp_path / "library").stdout == f"Froze 2 documents in {path}.\n"
    again = run("build", path, "--library", tmp_path / "again")
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "All records are those that it was frozen with.")
    same = run("diff", path, "--library", tmp_path / "again")
    assert (same.exit_code, same.stdout) == (0, "No difference.\n")

    manifest = read_manifest(path)
    parish, trust = manifest.bodies
    assert manifest.frozen
    (entry,) = trust.documents
    other = entry.model_copy(update={"records": {**(entry.records or {}), "decisions": "7 0123456789abcdef"}})
    older = manifest.frozen.model_copy(update={"rules": "older"})
    said = {"bodies": (parish, trust.model_copy(update={"documents": (other,)})), "frozen": older}
    write_manifest(path, manifest.model_copy(update=said))
    differs = run("build", path, "--library", tmp_path / "again")
    assert differs.exit_code == 1
    rules = manifest.frozen.rules
    assert f"not as it was frozen: version: rules: older → {rules}" in differs.stderr.replace("\n", "")
    assert "not as it was frozen: trust/2024-06-04.txt: decisions: 7 → 1" in differs.stderr


def test_what_could_not_be_read_when_it_was_frozen_is_no_failure_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, told = corpus(tmp_path), "read in part: no text could be recognised on page 2; look at it yourself"
    monkeypatch.setattr(commands.corpora, "loss", lambda receipt: told)
    first = run("build", path, "--library", tmp_path / "library")
    assert (first.exit_code, first.stderr.count(told)) == (1, 2)
    run("freeze", path, "--library", tmp_path / "library")
    again = run("build", path, "--library", tmp_path / "again")
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "All records are those that it was frozen with.")
    assert again.stderr.count(told) == 2


def test_a_library_is_frozen_where_there_is_no_manifest(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    run("build", path, "--library", tmp_path / "library")
    made = tmp_path / "made.toml"
    assert run("freeze", made, "--library", tmp_path / "library").exit_code == 0
    assert run("verify", made).stdout == "2 of 2 documents as the manifest says.\n"


def test_what_was_frozen_of_a_library_is_frozen_again_while_nothing_has_changed(tmp_path: Path) -> None:
    corpus(tmp_path)
    library, made, file = tmp_path / "library", tmp_path / "made.toml", tmp_path / "trust" / "2024-06-04.txt"
    with Library(library, create=True) as store:  # by what the documents themselves name
        assert {each.outcome for each in store.add([tmp_path / "fenwold", tmp_path / "trust"])} == {"added"}
    assert run("freeze", made, "--library", library).exit_code == 0
    text = made.read_text(encoding="utf-8")
    assert "Fenwold Parish Council" in text
    assert run("freeze", made, "--library", library).stdout == f"Froze 2 documents in {made}.\n"
    assert made.read_text(encoding="utf-8") == text
    made.write_text(text.replace("Parish Council", "Town Council"), encoding="utf-8")
    assert "or for another body" in run("freeze", made, "--library", library).stderr

    made.unlink()
    file.write_text(f"{TRUST}More.", encoding="utf-8")
    assert f"{file}: has changed since it was read; run" in run("freeze", made, "--library", library).stderr
    file.unlink()
    gone = run("freeze", made, "--library", library)
    assert (gone.exit_code, made.exists()) == (2, False)
    assert f"{file}: is no longer there; put it back, or take the document out: minutebook remove" in gone.stderr


def test_the_manifest_of_the_sample_corpus_is_that_of_its_files() -> None:
    told = run("verify", SAMPLE.with_suffix(".toml"))
    assert told.stdout == "14 of 14 documents as the manifest says.\n", "write the new SHA-256 into corpora/sample.toml"


def test_verify_names_what_is_wrong(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    assert run("verify", path).stdout == "2 of 2 documents as the manifest says; 2 have no SHA-256 there.\n"
    file = tmp_path / "trust" / "2024-06-04.txt"
    file.unlink()
    told = run("verify", path)
    assert (told.exit_code, told.stdout.splitlines()) == (
        1,
        [
            f"{file}: is not there; put it there, or take it out of the manifest",
            "1 of 2 documents as the manifest says; 2 have no SHA-256 there.",
        ],
    )


def test_diff_of_two_manifests(tmp_path: Path) -> None:
    old = corpus(tmp_path)
    new = tmp_path / "new.toml"
    new.write_text(MANIFEST.replace("E04000901", "E04000902").replace("trust/2024-06-04", "b"), encoding="utf-8")
    found = json.loads(run("diff", old, new, "--format", "json").stdout)
    assert [(each["what"], each["change"], each["name"]) for each in found] == [
        ("body", "changed", "Fenwold Parish Council"),
        ("document", "gone", "trust/2024-06-04.txt"),
        ("document", "added", "b.txt"),
    ]
    told = run("diff", old, new)
    assert told.exit_code == 1
    assert "gss: E04000901 → E04000902" in told.stdout
    assert "3 differences." in told.stdout


def test_missing_documents_come_from_hosts_that_are_named(tmp_path: Path) -> None:
    with served(Replica({}, [], gives={"/june.txt": (200, {}, TRUST.encode())})) as replica:
        url = f'url = "{replica.url}/june.txt"\nsha256 = "{sha256(TRUST)}"'
        path = corpus(tmp_path, MANIFEST.replace('licence = "OGL-UK-3.0"', url))
        (tmp_path / "trust" / "2024-06-04.txt").unlink()
        without = run("build", path)
        assert without.exit_code == 1
        assert f"2024-06-04.txt: is not there; get it from {replica.url}/june.txt" in without.stderr
        assert replica.asked == []
        there = run("build", path, "--download", replica.url.removeprefix("http://"))
        assert (there.exit_code, f"got from {replica.url}/june.txt" in there.stderr) == (0, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "cannot be read (No such file or directory); check the path"),
        (MANIFEST.replace("gss", "gsss"), "[[bodies]] 1: there is no key 'gsss'; use organisation, body, gss"),
        (MANIFEST.replace("owners", "onwers"), "profile of Board · Fenwold Care Trust: there is no key 'onwers'; use"),
        (MANIFEST.replace("{ owners", '"a.toml" # '), "a.toml: cannot be read (No such file or directory); check"),
    ],
)
def test_a_manifest_that_is_wrong_is_said_in_one_line(tmp_path: Path, text: str | None, told: str) -> None:
    path = corpus(tmp_path, text or "")
    if text is None:
        path.unlink()
    result = run("build", path)
    assert result.exit_code == 2
    assert (told in result.stderr, len(result.stderr.splitlines())) == (True, 1)

"""From a manifest to a library and back: the same manifest gives the same records, or says what differs."""

import shutil
from pathlib import Path

import pytest

from corpora.building import as_held, build, freeze, of_library, verify
from corpora.differences import Difference, differences
from corpora.manifest import Manifest, read_manifest, write_manifest
from library import Library
from minutes.errors import ManifestError, ProfileError
from tests.corpora.samples import FILES, MANIFEST, PARISH, TRUST, corpus, sha256


def built(path: Path, folder: Path) -> Library:
    library = Library(folder, create=True)
    assert [each.outcome for each in build(path, read_manifest(path), library)] == ["added", "added"]
    return library


def records(library: Library) -> list[str]:
    """All that was taken from each document of a library, as it is stored."""
    held = (library.document(each.document.id)[1] for each in library.documents() if each.document)
    return [minutes.model_dump_json() for minutes in held]


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Library]:
    """A frozen manifest, and the library that it was frozen from."""
    path = corpus(tmp_path_factory.mktemp("corpus"))
    library = built(path, path.parent / "library")
    write_manifest(path, freeze(path, read_manifest(path), library))
    return path, library


def changed(found: list[Difference]) -> list[tuple[str, str, str, list[str]]]:
    return [(each.what, each.change, each.name, [one.field for one in each.fields]) for each in found]


def test_freeze_delete_build_gives_identical_records(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    library = built(path, tmp_path / "library")
    before = records(library)
    write_manifest(path, freeze(path, read_manifest(path), library))
    text = path.read_text(encoding="utf-8")
    library.close()
    shutil.rmtree(tmp_path / "library")

    again = built(path, tmp_path / "again")
    assert records(again) == before
    held, faults = as_held(path, read_manifest(path), again)
    assert (faults, list(differences(read_manifest(path), held))) == ([], [])
    write_manifest(path, freeze(path, read_manifest(path), again))
    assert path.read_text(encoding="utf-8") == text


def test_a_frozen_manifest_says_what_made_it(frozen: tuple[Path, Library]) -> None:
    manifest = read_manifest(frozen[0])
    assert manifest.frozen
    assert {"lxml", "pypdfium2", "spacy"} <= manifest.frozen.tools.keys()
    assert manifest.frozen.encoder
    assert [entry.sha256 for entry in manifest.documents] == [sha256(PARISH), sha256(TRUST)]
    counts = [{kind: told.split()[0] for kind, told in (entry.records or {}).items()} for entry in manifest.documents]
    assert [each["decisions"] for each in counts] == ["1", "1"]
    assert "# the parish" in frozen[0].read_text(encoding="utf-8")


def test_the_manifest_says_whose_documents_they_are(frozen: tuple[Path, Library]) -> None:
    meetings = {each.meeting.organisation: each.meeting.body for each in frozen[1].documents() if each.meeting}
    assert meetings == {"Fenwold Parish Council": "Amenities Committee", "Fenwold Care Trust": "Board"}


def test_the_place_of_a_figure_without_one_is_that_of_its_organisation(frozen: tuple[Path, Library]) -> None:
    library = frozen[1]
    told = {
        (each.meeting.organisation, each.area and (each.area.code, each.area.region))
        for each in library.records("metric")
    }
    assert told == {
        ("Fenwold Parish Council", ("E04000901", "East of England")),
        ("Fenwold Care Trust", (None, "East of England")),
    }
    lanes = {lane.name: lane.area.region for lane in library.compare("place").lanes if lane.area}
    assert lanes == {"Fenwold Parish Council": "East of England", "Fenwold Care Trust": "East of England"}
    assert [(lane.name, lane.documents) for lane in library.compare("region").lanes] == [("East of England", 2)]


def test_a_library_is_frozen_without_a_manifest(frozen: tuple[Path, Library], tmp_path: Path) -> None:
    path, library = frozen
    made = of_library(path.with_name("made.toml"), library)
    assert {entry.path: entry.records for entry in made.documents} == {
        entry.path: entry.records for entry in read_manifest(path).documents
    }
    write_manifest(path.with_name("made.toml"), made)
    again = built(path.with_name("made.toml"), tmp_path / "again")
    assert list(differences(made, as_held(path.with_name("made.toml"), made, again)[0])) == []
    with pytest.raises(ManifestError, match="stands outside of its folder; put the manifest into a folder above"):
        of_library(tmp_path / "elsewhere.toml", library)


def test_corrections_of_people_are_no_part_of_a_corpus(frozen: tuple[Path, Library], tmp_path: Path) -> None:
    path = corpus(tmp_path)
    library = built(path, tmp_path / "library")
    library.correct(library.records("decision")[0].record.id, {"outcome": "deferred"}, who="keld", why="so minuted")
    held, _ = as_held(path, read_manifest(path), library)
    assert list(differences(read_manifest(frozen[0]), held)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "is not there; get it from https://trust.example/june.pdf"),
        ("Another text.", "is another file than the manifest names ("),
        (PARISH, "is another file than the manifest names ("),
    ],
)
def test_a_file_that_is_not_the_one_named_is_not_read(tmp_path: Path, text: str | None, told: str) -> None:
    more = f'licence = "OGL-UK-3.0"\nsha256 = "{sha256(TRUST)}"\nurl = "https://trust.example/june.pdf"'
    path = corpus(tmp_path, MANIFEST.replace('licence = "OGL-UK-3.0"', more))
    file = tmp_path / "trust" / "2024-06-04.txt"
    file.unlink()
    if text:
        file.write_text(text, encoding="utf-8")
    results = list(build(path, read_manifest(path), Library(tmp_path / "library", create=True)))
    assert [each.outcome for each in results] == ["added", "failed"]
    assert told in (results[1].error or "")
    assert [fault for *_, fault in verify(path, read_manifest(path))] == [None, results[1].error]


def test_one_content_is_held_once(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    (tmp_path / "trust" / "2024-06-04.txt").write_text(PARISH, encoding="utf-8")
    faults = [fault or "" for *_, fault in verify(path, read_manifest(path))]
    assert faults[1].endswith("is the same file as fenwold/2024-03-12.txt; name it once in the manifest")


def test_what_is_not_built_is_not_frozen(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    library = Library(tmp_path / "library", create=True)
    with pytest.raises(
        ManifestError, match=r"2024-03-12.txt: is not held in .*; run: minutebook corpus build .* \(and 1"
    ):
        freeze(path, read_manifest(path), library)
    list(library.add([tmp_path / name for name in FILES]))
    with pytest.raises(ManifestError, match="was read by another version of Minutebook, or for another body"):
        freeze(path, read_manifest(path), library)


def test_a_profile_that_is_wrong_stops_before_any_file_is_read(tmp_path: Path) -> None:
    path = corpus(tmp_path, MANIFEST.replace("owners", "onwers"))
    library = Library(tmp_path / "library", create=True)
    with pytest.raises(ProfileError, match=r"profile of Board · Fenwold Care Trust: there is no key 'onwers'; use"):
        list(build(path, read_manifest(path), library))
    assert library.documents() == []


def version(manifest: Manifest, **said: str) -> Manifest:
    assert manifest.frozen
    return manifest.model_copy(update={"frozen": manifest.frozen.model_copy(update=said)})


def test_differences_between_two_manifests(frozen: tuple[Path, Library]) -> None:
    old = read_manifest(frozen[0])
    parish, trust = old.bodies
    entry = trust.documents[0]
    other = entry.model_copy(update={"sha256": "0" * 64, "records": {**(entry.records or {}), "actions": "9 0a"}})
    moved = parish.documents[0].model_copy(update={"path": "moved.txt"})
    new = version(old, rules="newer").model_copy(
        update={
            "bodies": (
                parish.model_copy(update={"documents": (moved,), "gss": "E04000902"}),
                trust.model_copy(
                    update={"documents": (other, entry.model_copy(update={"path": "b.txt", "sha256": None}))}
                ),
            )
        }
    )
    assert changed(list(differences(old, new))) == [
        ("version", "changed", "rules", ["rules"]),
        ("body", "changed", "Fenwold Parish Council", ["gss"]),
        ("document", "changed", "fenwold/2024-03-12.txt", ["path"]),
        ("document", "changed", "trust/2024-06-04.txt", ["sha256", "actions"]),
        ("document", "added", "b.txt", []),
    ]
    assert changed(list(differences(new, old)))[-1] == ("document", "gone", "b.txt", [])


def test_differences_between_a_manifest_and_a_library(frozen: tuple[Path, Library], tmp_path: Path) -> None:
    path, library = frozen
    manifest = read_manifest(path)
    assert list(differences(manifest, of_library(path, library), bodies=False)) == []
    fewer = manifest.model_copy(update={"bodies": manifest.bodies[:1]})
    found = list(differences(fewer, of_library(path, library), bodies=False))
    assert changed(found) == [("document", "added", "trust/2024-06-04.txt", [])]

"""The manifest of a corpus: what it may say, and what is said of one that says something else."""

from pathlib import Path

import pytest

from corpora.manifest import SCHEMA, Body, Entry, Frozen, Manifest, file_of, read_manifest, write_manifest
from minutes.errors import ManifestError
from tests.corpora.samples import MANIFEST, corpus

HEAD = f'schema = "{SCHEMA}"\nname = "One"\n'
BODY = f"{HEAD}[[bodies]]\n"
DOCUMENT = f"{BODY}[[bodies.documents]]\n"


def refused(folder: Path, text: str) -> str:
    path = folder / "corpus.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError) as error:
        read_manifest(path)
    assert "\n" not in str(error.value)
    return str(error.value).removeprefix(f"{path}: ")


def test_a_manifest_is_read(tmp_path: Path) -> None:
    manifest = read_manifest(corpus(tmp_path))
    assert [body.name for body in manifest.bodies] == ["Fenwold Parish Council", "Board · Fenwold Care Trust"]
    assert [body.region for body in manifest.bodies] == ["East of England"] * 2
    assert [entry.path for entry in manifest.documents] == ["fenwold/2024-03-12.txt", "trust/2024-06-04.txt"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name =", "is no TOML file (Invalid value (at end of document)); correct it"),
        ('name = "One"', "schema is missing; add it"),
        ('schema = "other/2"\nname = "One"', f'schema is not one that this version reads; write schema = "{SCHEMA}"'),
        (f'schema = "{SCHEMA}"', "name is missing; add it"),
        (f"{HEAD}titel = 1", "there is no key 'titel'; use schema, name, outside, bodies, frozen"),
        (f'{HEAD}outside = "yes, all"', "outside: is neither true nor false; write one of them, without quotes"),
        (
            f"{HEAD}bodies = 3",
            "bodies: is no list of tables; write each below a line of its own in [[double brackets]]",
        ),
        (
            f'{BODY}[[bodies]]\nregoin = "London"',
            "[[bodies]] 2: there is no key 'regoin'; use organisation, body, gss, region, profile, documents",
        ),
        (f"{BODY}profile = 3", "[[bodies]] 1: profile: is neither a file nor a table; write the file's name in quotes"),
        (
            f'{BODY}organisation = "A"\ngss = "E1"',
            "[[bodies]] 1: gss: is no code of a place; write a letter and 8 figures, such as E10000001",
        ),
        (f'{BODY}region = "London"', "[[bodies]] 1: a place needs the name of its organisation; add organisation"),
        (DOCUMENT, "[[bodies]] 1, [[bodies.documents]] 1: path is missing; add it"),
        (f"{DOCUMENT}path = 3", "[[bodies]] 1, [[bodies.documents]] 1: path: is no text; write it in quotes"),
        (
            f'{DOCUMENT}path = "a.pdf"\nsha256 = "0a"',
            "[[bodies]] 1, [[bodies.documents]] 1: sha256: is no SHA-256; write its 64 figures and small letters, "
            "or leave it out",
        ),
        (
            f'{DOCUMENT}path = "a.pdf"\n[[bodies.documents]]\npath = "./a.pdf"',
            "the path a.pdf is there 2 times; leave it once",
        ),
        (f'{HEAD}[frozen]\nrules = "1"', "[frozen]: minutebook is missing; add it (and 2 more)"),
        (
            f'{BODY}organisation = "A"\ngss = "E04000001"\n[[bodies]]\norganisation = "A"\ngss = "E04000002"',
            "A has more than one place; give it the same gss and region everywhere",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    assert refused(tmp_path, text) == told


def test_a_region_is_one_of_nine(tmp_path: Path) -> None:
    told = refused(tmp_path, f'{BODY}organisation = "A"\nregion = "Midlands"')
    assert told.startswith("[[bodies]] 1: region: is no English region; write one of North East, ")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://host/a.pdf",
        "file:///etc/hosts",
        "https://",
        "//host/a",
        "https://me:word@host/a",
        "https://host/a b",
        "a",
    ],
)
def test_a_document_comes_from_the_web(tmp_path: Path, url: str) -> None:
    told = refused(tmp_path, f'{DOCUMENT}path = "a.pdf"\nurl = "{url}"')
    assert told.startswith("[[bodies]] 1, [[bodies.documents]] 1: url: is no address of the web; write http")


@pytest.mark.parametrize("path", ["../a.pdf", "/etc/hosts", "a/../../b.pdf", "link/a.pdf"])
def test_paths_stay_in_the_folder_unless_it_says_so(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    text = f'{DOCUMENT}path = "{path}"\n'
    told = f"{path}: leads out of the manifest's folder; put the file there, or add outside = true"
    assert refused(folder, text) == told
    (folder / "corpus.toml").write_text(text.replace("[[bodies]]", "outside = true\n[[bodies]]"), encoding="utf-8")
    assert [entry.path for entry in read_manifest(folder / "corpus.toml").documents] == [path]


def test_a_path_is_from_the_folder_of_the_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path)
    monkeypatch.chdir(tmp_path)
    path = Path("corpus.toml")
    assert file_of(path, read_manifest(path), "fenwold/./2024-03-12.txt") == tmp_path / "fenwold" / "2024-03-12.txt"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "corpus.toml"
    entry = Entry(path="a/b.pdf", url="https://host.example/b.pdf", sha256="0" * 64, records={"items": "2 0a"})
    manifest = Manifest(
        schema=SCHEMA,
        name="One",
        bodies=(Body(organisation="A", profile={"owners": ["reeve"]}, documents=(entry,)), Body(body="B")),
        frozen=Frozen(minutebook="1", rules="r", parser="p", tools={"lxml": "6"}),
    )
    write_manifest(path, manifest)
    assert read_manifest(path) == manifest


def test_writing_keeps_comments_and_order(tmp_path: Path) -> None:
    path = corpus(tmp_path)
    manifest = read_manifest(path)
    parish, trust = manifest.bodies
    more = parish.model_copy(update={"documents": (*parish.documents, Entry(path="fenwold/new.pdf"))})
    write_manifest(path, manifest.model_copy(update={"bodies": (more, trust)}))
    added = '[[bodies.documents]]\npath = "fenwold/new.pdf"\n\n[[bodies]]\norganisation = "Fenwold Care Trust"'
    expected = MANIFEST.replace('[[bodies]]\norganisation = "Fenwold Care Trust"', added)
    assert path.read_text(encoding="utf-8") == expected.replace('"E12000006"', '"East of England"')

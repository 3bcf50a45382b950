"""A library whose catalogue is in PostgreSQL and whose vectors are on a Chroma server."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from index import search
from library import Library
from minutes.errors import LibraryError
from tests.library.toys import outcomes
from tests.servers import chroma, postgres

pytestmark = pytest.mark.usefixtures("toys")


@pytest.fixture(scope="module")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma(tmp_path_factory.mktemp("chroma")) as url:
        yield url


def test_two_libraries_on_one_chroma_server_do_not_meet(
    chroma_url: str, tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "EXACT", 0)  # so that Chroma is asked
    with (
        Library(tmp_path / "one", create=True, chroma=chroma_url) as one,
        Library(tmp_path / "two", create=True, chroma=chroma_url) as two,
    ):
        assert outcomes(one, files) == {"ashby.txt": "added", "burley.txt": "added"}
        assert outcomes(two, files / "burley.txt") == {"burley.txt": "added"}
        assert one.verify() == two.verify() == []
        held = two.search("school transport")
        assert {hit.document.path for hit in held.hits} == {str(files / "burley.txt")}
        with Library(tmp_path / "two", chroma=chroma_url) as again:
            list(again.rebuild())  # puts another collection in the place of the one that `two` has open
        assert two.search("school transport") == held
        assert not (tmp_path / "one" / "vectors").exists()


def test_two_machines_share_a_library(
    chroma_url: str, tmp_path: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "EXACT", 0)
    with postgres() as catalogue:
        servers = {"catalogue": catalogue, "chroma": chroma_url}
        with pytest.raises(LibraryError, match="make one with: minutebook ingest"):
            Library(tmp_path / "there", **servers)
        with (
            Library(tmp_path / "here", create=True, **servers) as here,
            Library(tmp_path / "there", **servers) as there,
        ):
            assert outcomes(here, files) == {"ashby.txt": "added", "burley.txt": "added"}
            answer = there.search("school transport")
            assert answer == here.search("school transport")
            assert answer.hits
            there.remove(answer.hits[0].document.id)
            assert here.search("school transport").coverage.documents == 1
            assert here.verify() == there.verify() == []
            with here._embedder.alone() as mine, there._embedder.alone(0) as other, there._embedder.alone(0.3) as later:
                assert (mine, other, later) == (True, False, False)
            with there._embedder.alone(0) as mine:
                assert mine
        assert [each.name for each in (tmp_path / "here").iterdir()] == ["embedding.lock"]


def test_a_server_is_an_option_or_in_the_environment(chroma_url: str, files: Path) -> None:
    run = CliRunner().invoke
    assert run(cli.app, ["ingest", str(files), "--chroma", chroma_url]).exit_code == 0
    assert run(cli.app, ["verify"], env={"MINUTEBOOK_CHROMA": chroma_url}).exit_code == 0
    status = json.loads(run(cli.app, ["status", "--format", "json", "--chroma", chroma_url]).stdout)
    assert status["vectors_bytes"] is None
    assert status["chroma"] == chroma_url
    assert run(cli.app, ["verify"]).exit_code == 1  # the embedded index holds nothing


@pytest.mark.parametrize(
    ("url", "says"),
    [("localhost:8000", "is no address of a Chroma server"), ("http://127.0.0.1:9", "is the server running?")],
)
def test_a_chroma_server_that_is_not_there_is_told_in_one_line(
    tmp_path: Path, files: Path, url: str, says: str
) -> None:
    with pytest.raises(LibraryError, match=says) as told:
        list(Library(tmp_path / "library", create=True, chroma=url).add([files]))
    assert "\n" not in str(told.value)

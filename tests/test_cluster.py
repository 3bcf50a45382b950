"""Files are read on the machines of a Dask scheduler, as they are here."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import workers as module
from library import Library, embedding
from minutes.errors import InputError, LibraryError
from tests.servers import dask
from tests.stand_ins import ToyEncoder
from workers import AHEAD, Cluster, Workers

TEXT = "Ashby Town Council\n\nMinutes of the meeting held on 16 January 2023\n\n1. Apologies\nThere were none."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with dask("--no-nanny") as found:
        yield found


@pytest.fixture
def cluster(address: str) -> Iterator[Cluster]:
    with Cluster(address, timeout=30) as opened:
        yield opened


def test_a_file_is_read_there_as_it_is_here(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ashby.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    there = cluster.start(Path("ashby.txt")).result()
    with Workers(most=1) as here:
        assert there[1] == here.start(tmp_path / "ashby.txt").result()[1]
    assert there[0].text.startswith("Ashby Town Council")
    assert cluster.ahead >= AHEAD


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bad.pdf", r"^bad\.pdf: the PDF is damaged .*; save or download it again$"),
        (
            "gone.pdf",
            r"^gone\.pdf: is not on .*, which was to read it; put the files into a folder that all machines see",
        ),
    ],
)
def test_what_is_wrong_with_a_file_comes_back_in_one_line(
    cluster: Cluster, tmp_path: Path, name: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=says):
        cluster.start(Path(name)).result()


def test_a_library_is_filled_from_there(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ashby.txt").write_text(TEXT)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    monkeypatch.setattr(embedding, "load_encoder", ToyEncoder)
    with Library(tmp_path / "library", create=True) as held:
        added = held.add([tmp_path / "ashby.txt", tmp_path / "bad.pdf"], scheduler=address)
        assert [each.outcome for each in added] == ["added", "failed"]
        assert held.verify() == []


def test_a_worker_under_a_nanny_cannot_stop_what_hangs(tmp_path: Path) -> None:
    (tmp_path / "ashby.txt").write_text(TEXT)
    with dask() as address, Cluster(address) as nannied, pytest.raises(LibraryError, match="--no-nanny; add it"):
        nannied.start(tmp_path / "ashby.txt").result()


def test_a_scheduler_that_does_not_answer_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://here"):
        with pytest.raises(LibraryError, match=f"No Dask scheduler answers at {address}; start one with: dask sch"):
            Cluster(address)


def test_where_dask_is_missing_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(LibraryError, match="Dask is not installed; run: pip install 'minutebook"):
        Cluster("tcp://127.0.0.1:9")

"""What tests in several places need."""

from functools import partial
from pathlib import Path

import pytest

from library import Library, adding, embedding
from tests.index.samples import ASHBY, BURLEY
from tests.stand_ins import ToyEncoder, WorkersHere, extracted

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpora" / "sample"


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the library of the person who runs it, nor depends on the width of their terminal."""
    monkeypatch.setenv("MINUTEBOOK_LIBRARY", str(tmp_path / "library"))
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a library that holds the sample corpus. Tests read it; those that write copy it first."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    outcomes = [ingested.outcome for ingested in Library(folder, create=True).add([SAMPLE])]
    assert outcomes, f"no documents in {SAMPLE}"
    assert set(outcomes) == {"added"}
    return folder


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process, and vectors say no more than which words a text holds."""
    monkeypatch.setattr(adding, "Workers", partial(WorkersHere, extracted))
    monkeypatch.setattr(embedding, "load_encoder", ToyEncoder)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "ashby.txt").write_text(ASHBY)
    (folder / "burley.txt").write_text(BURLEY)
    return folder

"""What tests in several places need."""

from pathlib import Path

import pytest

from library import Library

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

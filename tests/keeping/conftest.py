"""Libraries for the tests of keeping."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import library as module
from library import Library
from tests.index.samples import ASHBY, BURLEY
from tests.keeping.toys import ToyEncoder, extracted
from tests.stand_ins import WorkersHere


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Workers", partial(WorkersHere, extracted))
    monkeypatch.setattr(module, "load_encoder", ToyEncoder)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "ashby.txt").write_text(ASHBY)
    (folder / "burley.txt").write_text(BURLEY)
    return folder


@pytest.fixture
def held(toys: None, tmp_path: Path, files: Path) -> Iterator[Library]:
    """A library of two documents."""
    with Library(tmp_path / "library", create=True) as opened:
        assert [each.outcome for each in opened.add([files])] == ["added", "added"]
        yield opened

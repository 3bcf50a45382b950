"""Libraries of toys, empty and with two documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from library import Library
from tests.library.toys import outcomes


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", create=True) as opened:
        yield opened


@pytest.fixture
def library(empty: Library, files: Path) -> Library:
    assert outcomes(empty, files) == {"ashby.txt": "added", "burley.txt": "added"}
    return empty

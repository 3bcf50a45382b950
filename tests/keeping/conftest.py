"""Libraries for the tests of keeping."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from library import Library


@pytest.fixture
def held(toys: None, tmp_path: Path, files: Path) -> Iterator[Library]:
    """A library of two documents."""
    with Library(tmp_path / "library", create=True) as opened:
        assert [each.outcome for each in opened.add([files])] == ["added", "added"]
        yield opened

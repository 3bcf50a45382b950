"""The sample library, opened once, and who asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.paging import Asker
from library import Library


@pytest.fixture(scope="session")
def library(sample_library: Path) -> Iterator[Library]:
    with Library(sample_library) as library:
        yield library


@pytest.fixture
def asker() -> Asker:
    return Asker(site="https://minutes.example")

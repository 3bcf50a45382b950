"""The sample library, opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.holdings import Holdings
from library import Library


@pytest.fixture(scope="session")
def sample(sample_library: Path) -> Iterator[Holdings]:
    with Library(sample_library) as library:
        yield Holdings(library)

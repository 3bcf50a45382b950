"""The sample library in the browser, opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpora.score import SAMPLE
from library import Library
from serve import create_app


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("served"), create=True) as library:
        assert all(ingested.outcome == "added" for ingested in library.add([Path(SAMPLE)]))
        yield library


@pytest.fixture
def client(library: Library) -> TestClient:
    return TestClient(create_app(library), base_url="http://localhost")

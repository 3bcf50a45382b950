from collections.abc import Iterator
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.passages import passages
from tests.index.samples import ASHBY, BURLEY, document_of, minutes_of


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """One that holds the minutes of two councils; nothing of them is embedded."""
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    for source, path in ((ASHBY, "ashby.txt"), (BURLEY, "burley.txt")):
        document = document_of(source, path=path)
        minutes = minutes_of(document)
        opened.put(document, minutes, passages(document, minutes), "1")
    yield opened
    opened.close()

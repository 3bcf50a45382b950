"""Documents of a corpus that are missing, from where its manifest says they were published."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.manifest import read_manifest
from fetch.downloads import complete
from fetch.web import Site, host_of
from tests.corpora.samples import MANIFEST, TRUST, corpus, sha256
from tests.fetch.replica import Replica, served

PLACE = "trust/2024-06-04.txt"


@pytest.fixture
def replica() -> Iterator[Replica]:
    with served(Replica({}, [], gives={"/june.txt": (200, {}, TRUST.encode())})) as site:
        yield site


def manifest_without(folder: Path, more: str) -> Path:
    path = corpus(folder, MANIFEST.replace('licence = "OGL-UK-3.0"', more))
    (folder / PLACE).unlink()
    return path


def got(path: Path, *hosts: str) -> list[tuple[str, str | None]]:
    with Site(hosts, delay=0) as site:
        return [(entry.path, why) for entry, why in complete(path, read_manifest(path), site)]


def test_what_is_missing_is_downloaded(replica: Replica, tmp_path: Path) -> None:
    path = manifest_without(tmp_path, f'url = "{replica.url}/june.txt"\nsha256 = "{sha256(TRUST)}"')
    assert got(path, host_of(replica.url)) == [(PLACE, None)]
    assert (tmp_path / PLACE).read_text(encoding="utf-8") == TRUST
    assert got(path, host_of(replica.url)) == []


def test_what_is_another_document_is_not_kept(replica: Replica, tmp_path: Path) -> None:
    path = manifest_without(tmp_path, f'url = "{replica.url}/june.txt"\nsha256 = "{sha256("other")}"')
    ((_, why),) = got(path, host_of(replica.url))
    assert "gives another document than the manifest names" in (why or "")
    assert not (tmp_path / PLACE).exists()


@pytest.mark.parametrize("host", ["fenwold.example", "127.0.0.1"])
def test_nothing_is_asked_of_a_host_that_was_not_named(replica: Replica, tmp_path: Path, host: str) -> None:
    path = manifest_without(tmp_path, f'url = "{replica.url}/june.txt"')
    assert got(path, host) == []
    assert replica.asked == []

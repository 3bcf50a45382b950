"""Gets the documents of a corpus that are not there, from where its manifest says that they were published."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from corpora.manifest import Entry, Manifest, file_of
from fetch.web import LIMIT, Site, host_of
from minutes.errors import FetchError, SiteError
from saving import save


def complete(path: Path, manifest: Manifest, site: Site) -> Iterator[tuple[Entry, str | None]]:
    """Get each document that is missing and has an address on one of the site's hosts; with what went wrong, if it did.

    Raises:
        SiteError: if nothing more is to be asked of the site.
    """
    for entry in manifest.documents:
        file = file_of(path, manifest, entry.path)
        if file.exists() or not entry.url or host_of(entry.url) not in site.hosts:
            continue
        try:
            _download(entry.url, entry.sha256, file, site)
        except SiteError:
            raise
        except FetchError as error:
            yield entry, str(error)
        else:
            yield entry, None


def _download(url: str, sha256: str | None, file: Path, site: Site) -> None:
    content = site.get(url, limit=LIMIT).content
    found = hashlib.sha256(content).hexdigest()
    if sha256 and found != sha256:
        raise FetchError(f"{url}: gives another document than the manifest names ({found}); ask who made the manifest")
    file.parent.mkdir(parents=True, exist_ok=True)
    save(file, content)

"""Adding: files are read, what is taken from them goes into the catalogue, and its passages are embedded."""

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from index.catalogue import Catalogue
from index.passages import passages
from library.correcting import as_corrected
from library.embedding import FOR_EVER, Embedder
from library.files import files_in, sha256_of, strays
from library.tools import tools
from logs import timed
from minutes.errors import InputError
from minutes.found import Ingested
from minutes.model import Receipt
from models.manifest import manifest as models_in
from workers import Cluster, Job, Workers, shown

if TYPE_CHECKING:
    from extract import Profile

Stage = Literal["reading", "waiting", "embedding"]
# Stage, how many are done, how many there are (files when reading, passages else), pages read so far. One waits for
# another program that embeds in the same library.
Progress = Callable[[Stage, int, int, int], None]

FLUSH = 64  # documents read before their passages are embedded together
READS = (
    "minutes/*",
    "ingest/**/*",
    "extract/**/*",
    "index/passages.py",
    "index/abbreviations.*",
    "index/duplicates.py",
)  # what makes of a file what is held of it, together with the tools and the parser


def program(profile: "Profile | None" = None) -> str:
    """Fingerprint of what makes of a file what is held of it; after a change files are read again.

    Python itself is no part of it: its patches come often and change nothing that is read.
    """
    return _code() + (profile.fingerprint if profile else "")


@cache
def _code() -> str:
    root, digest = Path(__file__).parents[1], hashlib.sha256()
    for file in sorted(file for pattern in READS for file in root.glob(pattern)):
        if file.suffix in (".py", ".json", ".jsonl"):
            digest.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes())
    digest.update(json.dumps([tools(), models_in()["parser"].files], sort_keys=True).encode())
    return digest.hexdigest()[:16]


def add(
    catalogue: Catalogue,
    embedder: Embedder,
    paths: str | Path | Iterable[str | Path],
    *,
    password: str | None,
    timeout: float,
    profile: "Profile | None",
    progress: Progress | None,
    scheduler: str | None,
) -> Iterator[Ingested]:
    """One result a file, in their order: `Library.add` says more."""
    named = [Path(paths)] if isinstance(paths, str | Path) else [*map(Path, paths)]
    report = progress or _unheard
    yield from (_failed(link, error) for link, error in strays(named).items())
    files, waiting, pages, changed = files_in(named), 0, 0, False

    def flush(*, wait: float = 0) -> bool:
        return embedder.flush(lambda done, total: report("embedding", done, total, pages), wait=wait)

    with Cluster(scheduler, timeout=timeout) if scheduler else Workers(timeout=timeout, most=len(files)) as workers:
        begun = (_begin(catalogue, path, password, profile, workers) for path in files)
        finished = _in_order(begun, lambda path, job: _finish(catalogue, path, job, profile), workers.ahead)
        for done in range(1, len(files) + 1):
            with timed("document") as told:
                ingested = next(finished)
                told |= _logged(ingested)
            pages += ingested.receipt.pages_in if ingested.receipt else 0
            report("reading", done, len(files), pages)
            yield ingested
            new = ingested.outcome in ("added", "updated")
            waiting, changed = waiting + new, changed or new
            if waiting == FLUSH:
                flush()
                waiting = 0
    if changed:
        catalogue.unify()
    if not flush():
        report("waiting", 0, catalogue.pending(), pages)
        flush(wait=FOR_EVER)


@dataclass
class Begun:
    """A file, the SHA-256 of what it holds, and the job that reads it until it is known what became of it."""

    path: Path
    sha256: str
    told: Job | Ingested


def _begin(
    catalogue: Catalogue, path: Path, password: str | None, profile: "Profile | None", workers: Workers | Cluster
) -> Begun:
    """Hand a file to the workers, unless what it holds is known already."""
    try:
        sha256 = sha256_of(path)
        told = _held(catalogue, path, sha256, profile) or workers.start(path, password, profile)
    except InputError as error:
        return Begun(path, "", _failed(path, error))
    return Begun(path, sha256, told)


def _in_order(begun: Iterable[Begun], finish: Callable[[Path, Job], Ingested], most: int) -> Iterator[Ingested]:
    """What became of each file, in their order, with up to `most` of them begun before the first is told.

    Each is finished as soon as it is read: one that takes long, such as a scan, keeps none of those after it from being
    held, whatever stops the run then.
    """
    waiting, news = deque[Begun](), Event()

    def first() -> Ingested:
        while not isinstance(told := waiting[0].told, Ingested):
            news.clear()
            if found := _ready(waiting):
                each, job = found
                each.told = finish(each.path, job)
            else:
                news.wait()
        waiting.popleft()
        return told

    for each in begun:
        if isinstance(each.told, Job):
            each.told.when_done(news.set)
        waiting.append(each)
        if len(waiting) == most:
            yield first()
    while waiting:
        yield first()


def _ready(waiting: Iterable[Begun]) -> tuple[Begun, Job] | None:
    """The first that has been read and is to be finished; a copy only after the file that comes before it."""
    before = set()
    for each in waiting:
        if isinstance(each.told, Job):
            if each.told.done() and each.sha256 not in before:
                return each, each.told
            before.add(each.sha256)
    return None


def _finish(catalogue: Catalogue, path: Path, job: Job, profile: "Profile | None") -> Ingested:
    """Put what a file holds into the catalogue."""
    try:
        document, minutes = job.result()
        if held := _held(catalogue, path, document.sha256, profile):  # another file of the same content came before it
            return held
        document = document.model_copy(update={"path": str(path.absolute())})  # asked from elsewhere next time
        stated = profile.model_dump_json() if profile else "{}"
        with catalogue.changing():  # so that nobody corrects meanwhile what is read anew
            shown, extracted = as_corrected(catalogue, document, minutes)
            found = passages(document, shown)
            ingested = catalogue.put(document, shown, found, program(profile), stated, extracted=extracted)
    except InputError as error:
        return _failed(path, error)
    return ingested.model_copy(update={"path": str(path)})


def _held(catalogue: Catalogue, path: Path, sha256: str, profile: "Profile | None") -> Ingested | None:
    held = catalogue.settle(str(path.absolute()), sha256, program(profile))
    return held and held.model_copy(update={"path": str(path), "receipt": _named(held, path)})


def _named(held: Ingested, path: Path) -> Receipt | None:
    """The receipt of a document with what there is to say of this file's name, which may be that of a copy."""
    from ingest.reading import misnamed  # brings in lxml, for which a search need not wait

    if not held.document or not held.receipt:
        return held.receipt
    others = [each for each in held.receipt.warnings if not each.startswith("named")]
    own = misnamed(path.suffix, held.document.media_type)
    return held.receipt.model_copy(update={"warnings": (*own, *others)})


def _failed(path: Path, error: InputError) -> Ingested:
    return Ingested(path=shown(path), outcome="failed", error=str(error))


def _unheard(stage: Stage, done: int, total: int, pages: int) -> None:
    """Progress that nobody asked for."""


def _logged(ingested: Ingested) -> dict[str, object]:
    """What the log tells of a file: neither its name nor its words, which may tell of people."""
    document, receipt = ingested.document, ingested.receipt
    return {
        "document": document.id if document else None,
        "outcome": ingested.outcome,
        "pages": receipt.pages_in if receipt else None,
        **ingested.counts,
    }
